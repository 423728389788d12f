/** `sim describe policy`: the register as a table, one clause whole, JSON, from any folder. */
import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { fromFileUrl } from "@std/path";
import { InputError } from "../../../sim/cli/exit.ts";
import { policyText } from "../../../sim/cli/describe_policy.ts";
import { loadClauses } from "../../../sim/scenario/mod.ts";

const ROOT = fromFileUrl(new URL("../../../", import.meta.url));
const { clauses, notices } = await loadClauses();

Deno.test("sim describe policy prints every clause under its notice, and counts them", async () => {
  const lines = (await policyText(undefined, { lang: "en" })).split("\n");
  const rows = lines.filter((line) => clauses.some(({ clause }) => line.startsWith(`${clause} `)));
  assertEquals(rows.map((line) => line.split(" ")[0]), clauses.map(({ clause }) => clause));
  for (const { notice } of notices) assert(lines.some((line) => line.startsWith(`${notice} `)));
  const of = (state: string) => clauses.filter(({ status }) => status === state).length;
  assertEquals(
    lines.at(-1),
    `${clauses.length} clauses: ${of("modelled")} modelled, ${of("open")} open, ` +
      `${of("not modelled")} not modelled`,
  );
});

Deno.test("sim describe policy takes a notice and a language", async () => {
  const text = await policyText(undefined, { lang: "zh", notice: "N177" });
  assertMatch(text, /^N177 国家卫生健康委办公厅.*，国卫办基层函〔2020〕177号，2020-03-01\n条款/);
  assertMatch(text, /\nN177-5 +已建模 +合理作息时间 +staff\.roster\.rest +加大基层/);
  assert(!text.includes("P22-"));
  assertMatch(text, /10 条：\d+ 已建模，\d+ 待建，\d+ 不建模$/);
});

Deno.test("sim describe policy prints one clause whole, its parameter as in the base", async () => {
  const text = await policyText("P22-2.2.1b", { lang: "en" });
  for (
    const part of [
      "P22-2.2.1b 专案管理: modelled\n",
      "sim/network/contact.ts#ContactFlow",
      "care_delay_mean: Mean delay",
      "tests/unit/network/primary_effect_test.ts :: follow-up once a day",
    ]
  ) assertStringIncludes(text, part);
  assertMatch(text, /contact\.followUp\.red +1 d +observed +Work plan/);
  const not = await policyText("BJ-3.15", { lang: "zh" });
  assertMatch(not, /^BJ-3\.15 无偿献血：不建模\n文件 +BJ /);
  assert(!not.includes("机制"));
});

// Planted: base.yaml alone read, without the file that it extends: no values of the plans, red.
Deno.test("sim describe policy prints a parameter from where it stands", async () => {
  const part = await policyText("N35-3.3c", { lang: "en" });
  assertMatch(
    part,
    /in base\.yaml +value .*\n *services\.plans\.high\.longPrescriptions +0\.5 +assumed/,
  );
  const event = await policyText("BJ-3.2a", { lang: "en" });
  assertMatch(event, /in training_march_2020_arrivals\.yaml +value/);
  assertMatch(event, /arrivals\[0\]\.places +12 +assumed/);
});

Deno.test("sim describe policy gives the same as JSON", async () => {
  const all = JSON.parse(await policyText(undefined, { lang: "en", json: true }));
  assertEquals(all, { notices, clauses });
  const part = JSON.parse(await policyText(undefined, { lang: "en", json: true, notice: "DT9" }));
  assertEquals(part.notices.length, 1);
  const one = JSON.parse(await policyText("P22-2.4", { lang: "en", json: true }));
  assertEquals([one.clause, one.values[0].text], ["P22-2.4", "1"]);
});

Deno.test("sim describe policy refuses what is not there and names the nearest", async () => {
  await assertRejects(
    () => policyText("P22-2.55", { lang: "en" }),
    InputError,
    'Cannot describe the policy as the register must have the clause: current clause is "P22-2.55"; ' +
      'nearest is "P22-2.5"',
  );
  await assertRejects(
    () => policyText(undefined, { lang: "en", notice: "P23" }),
    InputError,
    'the register must have the notice: current notice is "P23"; nearest is "P22"',
  );
});

/** Runs the command in a folder far from the project. */
async function elsewhere(...args: string[]) {
  const cwd = await Deno.makeTempDir();
  try {
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "--no-check", "--no-prompt", "--allow-read", "--allow-env"],
        ...["--config", `${ROOT}deno.json`, `${ROOT}sim/cli/main.ts`, "describe", ...args],
      ],
      cwd,
      env: { NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
    }).output();
    const [out, err] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
    return { code, out, err };
  } finally {
    await Deno.remove(cwd, { recursive: true });
  }
}

Deno.test("sim describe policy finds its tables from any folder", async () => {
  const { code, out } = await elsewhere("policy", "P22-2.4");
  assertEquals(code, 0);
  assertMatch(out, /^P22-2\.4 转运车辆: modelled\n/);
});

Deno.test("sim describe keeps a clause and the options of the policy to the policy", async () => {
  const { code, err } = await elsewhere(`${ROOT}data/training_grid`, "--notice", "P22");
  assertEquals(code, 2);
  assertStringIncludes(err, "as clauses and --lang, --notice, --json belong to policy");
});
