/** What somebody new to the commands meets: wrong names, sets of rules, help, widths. */
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { policyText } from "../../../sim/cli/describe_policy.ts";
import { InputError } from "../../../sim/cli/exit.ts";
import { foundClauses } from "../../../sim/cli/found_clauses.ts";
import { main } from "../../../sim/cli/main.ts";
import { checkThere } from "../../../sim/cli/nearest_path.ts";
import { switchOf } from "../../../sim/cli/policy_switches.ts";
import { table } from "../../../sim/cli/text_table.ts";
import { loadClauses } from "../../../sim/scenario/mod.ts";

const { clauses } = await loadClauses();
const TRAINING = fromFileUrl(new URL("../../../scenarios/training.yaml", import.meta.url));

/** Runs a command with what it prints caught. */
async function said(...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const { log, error } = console;
  console.log = console.error = (...words: unknown[]) => lines.push(words.join(" "));
  try {
    return { code: await main(args), text: lines.join("\n") };
  } finally {
    console.log = log;
    console.error = error;
  }
}

/** A scenario with rules of its own, of one clause and one condition. */
async function withRules(
  { clause, when }: { clause: string; when: string },
  test: (files: { scenario: string; rules: string }) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    const [scenario, rules] = [`${folder}/own.yaml`, `${folder}/own_rules.yaml`];
    await Deno.writeTextFile(
      rules,
      `name: own\nrules:\n  - name: first\n    clause: ${clause}\n    when: ${when}\n` +
        "    to: { place: home }\n  - name: rest\n    clause: none\n    to: { place: home }\n",
    );
    const titles = "title: { en: x, zh: x }\ndescription: { en: x, zh: x }\n";
    await Deno.writeTextFile(
      scenario,
      `extends: ${TRAINING}\n${titles}referral: { rules: own_rules.yaml }\n`,
    );
    await test({ scenario, rules });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

// Planted: the one word made a list before it is checked: 'found nothing', red.
Deno.test("lint says which word of a condition is wrong, and the nearest", async () => {
  const when = "{ severity: sever, mainCause: covd, disease: stabl }";
  await withRules({ clause: "none", when }, async ({ scenario, rules }) => {
    assertEquals((await said("lint", scenario)).text.split("\n"), [
      `Cannot load scenario "${scenario}": 3 issues`,
      `  ${rules}:5 rules[0].when.severity: Expected one of asymptomatic, mild, moderate, severe, critical, found "sever"; nearest is "severe"`,
      `  ${rules}:5 rules[0].when.mainCause: Expected one of covid, underlying, found "covd"; nearest is "covid"`,
      `  ${rules}:5 rules[0].when.disease: Expected one of none, stable, unstable, found "stabl"; nearest is "stable"`,
    ]);
  });
});

Deno.test("lint and explain say that the register has no such clause; lint knows a set of rules", async () => {
  const own = { clause: "P22-2.2.2(9)", when: "{ severity: mild }" };
  await withRules(own, async ({ scenario, rules }) => {
    assertStringIncludes(
      (await said("lint", scenario)).text,
      `${scenario}: warning: first, P22-2.2.2(9): the register of clauses has no "P22-2.2.2(9)"; nearest is "P22-2.2.2(1)"`,
    );
    assertEquals((await said("lint", rules)).text.split("\n"), [
      `Cannot load scenario "${rules}": 1 issue`,
      `  ${rules}: Expected a scenario, which names a rule set as referral: { rules: own_rules.yaml }, found a rule set`,
    ]);
    const patient = ["explain", scenario, "--age", "40", "--severity", "mild"];
    assertStringIncludes(
      (await said(...patient)).text,
      "\nP22-2.2.2(9): the register of clauses does not have it; nearest is P22-2.2.2(1).",
    );
    assertStringIncludes(
      (await said(...patient, "--lang", "zh")).text,
      "\nP22-2.2.2(9)：条款登记中无此条款，最接近的是P22-2.2.2(1)。",
    );
  });
});

Deno.test("a path where nothing stands gets one line with the nearest", async () => {
  const line = (path: string) =>
    `Cannot describe "${path}" as there must be such a folder or ` +
    "scenario: there is none";
  const { code, text } = await said("describe", "Policy");
  assertEquals([code, text], [2, `${line("Policy")}; nearest is "policy"`]);
  for (
    const [path, nearest] of [
      ["data/trainin_grid", '; nearest is "data/training_grid"'],
      ["training", '; nearest is "scenarios/training.yaml"'],
      ["zzzzzzzzzzzzzzzzzzzz", ""],
    ]
  ) {
    const error = await assertRejects(() => checkThere("describe", path), InputError);
    assertEquals(error.message, line(path) + nearest);
  }
  assertStringIncludes((await said("lint", "data/trainin_grid")).text, 'Cannot lint "data/tr');
});

Deno.test("explain lists the grids of a small city", async () => {
  const city = ["explain", "scenarios/training_city.yaml", "--age", "4", "--severity", "mild"];
  assertStringIncludes(
    (await said(...city)).text,
    "\n  --grid must be given: one of town-g1, town-g2, county-g1",
  );
});

Deno.test("explain --help says what goes together and where names are found", async () => {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-check", "-A", "sim/cli/main.ts", "explain", "--help"],
    env: { NO_COLOR: "1" },
  }).output();
  const help = new TextDecoder().decode(stdout);
  for (
    const part of [
      "With a scenario file, a described patient:\n  --age, --severity,",
      "With a result folder, a patient of the run:\n  --scenario, --replication, --patient, --find, --count\n",
      "  --dialysis needs --disease severe-stable or severe-unstable.\n",
      "  --needs needs a severe or unstable --disease and --severity moderate or worse.\n",
      "  --pregnant needs an --age from 12 to 49.\n",
      "  --at other than home needs --facility.\n",
      "  patients: --find, and the column patient_id of event logs (run --log)\n",
    ]
  ) assertStringIncludes(help, part);
});

// Planted: the register's status shown alone: red; the section's switch left out: BJ-3.13 is on, red.
Deno.test("describe policy says of a clause that the base has it off, and where it is on", async () => {
  const full = ["plan_in_full", "training_in_full"];
  const of = (name: string) => switchOf(clauses.find(({ clause }) => clause === name)!);
  assertEquals(await of("BJ-3.13"), { path: "laboratory.modelled", on: full });
  assertEquals(await of("P22-2.6a"), { path: "primary.telemedicine.advisers", on: full });
  assertEquals(await of("BJ-3.6c"), { path: "wards.idle", on: [] });
  assertEquals(await of("P22-2.5"), undefined);
  assertEquals(await of("N177-3b"), undefined);
  const text = await policyText("BJ-3.13", { lang: "en" });
  assert(text.startsWith("BJ-3.13 核酸检测: modelled, off in base.yaml\n"));
  assertStringIncludes(text, `laboratory.modelled: off in base.yaml; on in ${full.join(", ")}\n`);
  assertStringIncludes(
    await policyText("BJ-3.6c", { lang: "en" }),
    "wards.idle: off in base.yaml; on in none of the scenarios here\n",
  );
  const chinese = await policyText("bj-3.13", { lang: "zh" });
  assertStringIncludes(
    chinese,
    `laboratory.modelled：base.yaml未启用；启用的情景：${full.join("，")}\n`,
  );
});

Deno.test("describe policy finds clauses by their beginning, in any case, and by key term", async () => {
  const names = (asked: string) => foundClauses(asked, clauses).map(({ clause }) => clause);
  assertEquals(names("p22-2.2.1B"), ["P22-2.2.1b"]);
  assertEquals(names("绿色通道"), ["P22-2.5", "BJ-3.3b"]);
  assertEquals(names("BJ-3.1").length, 1);
  assert(names("P22-2.2.2").includes("P22-2.2.2(4)") && !names("P22-2.2.2").includes("P22-2.2.1a"));
  assertEquals(names("BJ-3.").includes("BJ-3.11"), true);
  assertEquals(names(" "), []);
  assert(
    (await policyText("P22-2.1", { lang: "en" })).endsWith(
      "\n3 clauses: 3 modelled, 0 open, 0 not modelled",
    ),
  );
  await assertRejects(
    () => policyText("P22-2.55", { lang: "en" }),
    InputError,
    'current clause is "P22-2.55"; nearest is "P22-2.5"; list: sim describe policy',
  );
});

Deno.test("describe policy keeps within the width of the terminal", async () => {
  const width = (line: string) => [...line].reduce((n, c) => n + (c > "\u2e80" ? 2 : 1), 0);
  for (const lang of ["en", "zh"] as const) {
    const lines = (await policyText(undefined, { lang, columns: 100 })).split("\n");
    assertEquals(lines.filter((line) => width(line) > 100), []);
    assert(lines.some((line) => width(line) > 90));
  }
  assertEquals(table(["a", "b"], [["1", "word ".repeat(12).trim()]], 40), [
    "a  b",
    "1  word word word word word word word",
    "   word word word word word",
  ]);
});

Deno.test("describe of a scenario ends with how many numbers there are of each grade", async () => {
  const { text } = await said("describe", TRAINING);
  const [, all, ...each] = text.split("\n").at(-1)!.match(
    /^(\d+) numbers: (\d+) observed, (\d+) derived, (\d+) assumed$/,
  )!.map(Number);
  assertEquals(each.reduce((sum, n) => sum + n, 0), all);
});
