/** The command line as a process of its own: exit codes, messages, what is left on disk. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { fromFileUrl } from "@std/path";

const ROOT = fromFileUrl(new URL("../../../", import.meta.url));
const FLAGS = ["run", "--no-prompt", "--allow-read", "--allow-write", "--allow-env"];

function command(args: readonly string[], cwd = ROOT): Deno.Command {
  return new Deno.Command(Deno.execPath(), {
    args: [...FLAGS, "--config", `${ROOT}deno.json`, `${ROOT}sim/cli/main.ts`, ...args],
    cwd,
    env: { NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  });
}

const decoder = new TextDecoder();

/** What a call of the command line left. */
async function sim(...args: string[]) {
  const { code, stdout, stderr } = await command(args).output();
  // Deno itself says what it fetches on a new machine.
  const err = decoder.decode(stderr).replace(/^Download .*\n/gm, "");
  return { code, out: decoder.decode(stdout), err };
}

/** Runs a test in a folder of its own that is taken away afterwards. */
async function inFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/**
 * Cells of a comparison, but for deaths person by person, which two folders cannot tell, and for the
 * share of variance removed, in which the rounding of files is magnified.
 */
function comparisonOf(folder: string): string[][] {
  const text = Deno.readTextFileSync(`${folder}/comparison.csv`).trim();
  const rows = text.split(/\r?\n/).map((row) => row.split(","));
  const magnified = rows[0].indexOf("variance_removed");
  return rows.filter((cells) => !cells.some((cell) => cell.startsWith("deaths_only_")))
    .map((cells) => cells.filter((_, i) => i !== magnified));
}

/** Tables are equal but for the ten digits that measures are kept at in files. */
function assertSameRows(actual: string[][], expected: string[][]): void {
  assertEquals(actual.length, expected.length);
  actual.forEach((cells, i) =>
    cells.forEach((cell, j) => {
      if (cell === expected[i][j]) return;
      const [a, b] = [Number(cell), Number(expected[i][j])];
      assert(Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b)), `${cell}, ${expected[i]}`);
    })
  );
}

const namesIn = (folder: string) => [...Deno.readDirSync(folder)].map((e) => e.name).sort();
const TRAINING = "scenarios/training.yaml";
const NO_TIERS = "scenarios/training_no_tiers.yaml";
const RESULTS = [
  "CITATION.cff",
  "bands.csv",
  "comparison.csv",
  "curves.csv",
  "exceedance.csv",
  "facility_days.csv",
  "flows.csv",
  "manifest.json",
  "measures.csv",
  "method.md",
  "method.zh.md",
  "monitoring.csv",
  "report.html",
  "restoration.csv",
  "series.csv",
  "start.csv",
];
/** Every run of these tests is a real one, and leaves nothing in the project. */
const ANEW = "--no-store";

for (
  const args of [
    ...[[], ["run"], ["compare"], ["reproduce"], ["store"], ["describe"], ["lint"]],
    ["explain"],
  ]
) {
  Deno.test(`sim ${[...args, "--help"].join(" ")} explains itself and ends with 0`, async () => {
    const { code, out, err } = await sim(...args, "--help");
    assertEquals([code, err], [0, ""]);
    assertStringIncludes(out, `Usage: sim${args.length > 0 ? ` ${args[0]}` : ""}`);
  });
}

Deno.test("sim --version names the program", async () => {
  const { code, out } = await sim("--version");
  assertEquals(code, 0);
  assertMatch(out, /^gridcare \d+\.\d+\.\d+\n$/);
});

for (
  const [args, message] of [
    [[], "Usage: sim"],
    [["frob"], "error: unknown command 'frob'"],
    [["run"], "Cannot run as it needs a scenario file, or --resume: current number is 0"],
    [["run", TRAINING, "--frob"], "error: unknown option '--frob'"],
    [["run", TRAINING, "-n", "0"], "Replications must be a whole number from 1 to 100000."],
    [["run", TRAINING, "-n", "2.5"], "Replications must be a whole number from 1 to 100000."],
    [["run", TRAINING, "-n", "many"], "Replications must be a whole number from 1 to 100000."],
    [["run", TRAINING, "-w", "-1"], "Workers must be a whole number from 1 to 256."],
    [["run", TRAINING, TRAINING], 'as their names must differ: "training" comes twice'],
    [["run", TRAINING, "-o", "sim"], 'Cannot write results to "sim"'],
    [
      ["run", TRAINING, "scenarios/plan.yaml"],
      "as both must have the same residents, grids and days",
    ],
    [["lint", "nofile.yaml"], "Expected a file that exists, found none"],
    [["describe", "nofile.yaml"], "Expected a file that exists, found none"],
    [
      ["describe", "nofolder"],
      'Cannot describe "nofolder" as there must be such a folder or scenario: there is none',
    ],
    [["compare", "nofolder"], 'Cannot read result folder "nofolder"'],
  ] as const
) {
  Deno.test(`sim ${args.join(" ")} is bad input`, async () => {
    const { code, out, err } = await sim(...args);
    assertEquals([code, out], [2, ""]);
    assertStringIncludes(err, message);
    assert(!err.includes("    at "), "a user needs no stack");
  });
}

// Planted: the first rejected file thrown at once: the second is not named, red.
Deno.test("sim run names all that is wrong with two files at once, and writes nothing", () =>
  inFolder(async (folder) => {
    const base =
      `extends: ${ROOT}${TRAINING}\ntitle: { en: x, zh: x }\ndescription: { en: x, zh: x }\n`;
    await Deno.writeTextFile(
      `${folder}/one.yaml`,
      `${base}transfer: { privateShare: 1.5, detuor: 2 }\n`,
    );
    await Deno.writeTextFile(`${folder}/two.yaml`, `${base}services: { occupancy: much }\n`);
    const { code, err } = await sim(
      "run",
      `${folder}/one.yaml`,
      `${folder}/two.yaml`,
      "-o",
      `${folder}/out`,
    );
    assertEquals(code, 2);
    for (const part of ["one.yaml", "two.yaml", "privateShare", "detuor", "occupancy"]) {
      assertStringIncludes(err, part);
    }
    assertEquals(namesIn(folder), ["one.yaml", "two.yaml"]);
  }));

Deno.test("sim run leaves a folder that holds other things alone", () =>
  inFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/letter.txt`, "dear");
    const { code, err } = await sim("run", TRAINING, "-n", "1", "-o", folder);
    assertEquals(code, 2);
    assertStringIncludes(err, "only an empty or a result folder is replaced");
    assertEquals(namesIn(folder), ["letter.txt"]);
  }));

Deno.test("sim run writes a result folder and replaces it, compare puts two together", () =>
  inFolder(async (folder) => {
    const [a, b, both] = ["a", "b", "both"].map((name) => `${folder}/${name}`);
    const one = await sim("run", TRAINING, "-n", "2", "-w", "1", "-o", a, "--log", ANEW);
    assertEquals(one.code, 0, one.err);
    assertEquals(namesIn(a), [...RESULTS, "events_training.csv"].sort());
    assertStringIncludes(one.out, "2 replications are few");
    assertStringIncludes(one.err, "0 %");
    const { command, seed, clock } = JSON.parse(await Deno.readTextFile(`${a}/manifest.json`));
    assertEquals([command, seed], [
      `deno task sim run ${TRAINING} --replications 2 --seed 1 --log`,
      "1",
    ]);
    assertEquals(clock.workers, 1);
    const events = (await Deno.readTextFile(`${a}/events_training.csv`)).split("\n");
    assertEquals(
      events[0],
      "replication,patient_id,patient_class,event_type,event,time_min,facility,ward,resource_id," +
        "grid,rule,value",
    );
    const width = events[0].split(",").length;
    assert(events.slice(1, -1).every((line) => line.split(",").length === width));
    assert(events.length > 10_000);

    const measures = await Deno.readTextFile(`${a}/measures.csv`);
    const again = await sim("run", TRAINING, "-n", "2", "-w", "2", "-o", a, ANEW);
    assertEquals(again.code, 0, again.err);
    assertEquals(namesIn(a), RESULTS);
    assertEquals(await Deno.readTextFile(`${a}/measures.csv`), measures);

    const two = await sim("run", NO_TIERS, "-n", "2", "-o", b, ANEW);
    assertEquals(two.code, 0, two.err);
    const compared = await sim("compare", a, b, "-o", both);
    assertEquals(compared.code, 0, compared.err);
    assertEquals(namesIn(both), RESULTS);
    const direct = await sim(
      "run",
      TRAINING,
      NO_TIERS,
      "-n",
      "2",
      "-o",
      `${folder}/direct`,
      ANEW,
    );
    assertEquals(direct.code, 0, direct.err);
    assertSameRows(comparisonOf(both), comparisonOf(`${folder}/direct`));

    const other = await sim(
      "run",
      NO_TIERS,
      "-n",
      "2",
      "-s",
      "other",
      "-o",
      `${folder}/other`,
      ANEW,
    );
    assertEquals(other.code, 0, other.err);
    const refused = await sim("compare", a, `${folder}/other`, "-o", `${folder}/refused`);
    assertEquals(refused.code, 2);
    assertStringIncludes(refused.err, "as both must be of one program, city, seed");
    assertEquals(namesIn(folder), ["a", "b", "both", "direct", "other"]);
  }));

Deno.test("sim compare refuses a result folder whose files are broken", () =>
  inFolder(async (folder) => {
    for (const name of RESULTS) await Deno.writeTextFile(`${folder}/${name}`, "{");
    const { code, err } = await sim("compare", folder, "-o", `${folder}/out`);
    assertEquals(code, 2);
    assertStringIncludes(err, "manifest.json");
  }));

/** Sends SIGINT once a run has said how far it is. */
async function interrupted(folder: string) {
  const args = ["run", TRAINING, NO_TIERS, "-n", "400", "-w", "2", "-o", folder, ANEW];
  const child = command(args).spawn();
  const reader = child.stderr.getReader();
  let err = "";
  let sent = false;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    err += decoder.decode(part.value);
    if (!sent && err.includes("0 %")) {
      sent = true;
      setTimeout(() => child.kill("SIGINT"), 500);
    }
  }
  const [{ code }, out] = await Promise.all([child.status, new Response(child.stdout).text()]);
  return { code, err, out };
}

// Planted: the folder made on SIGINT, and another exit code: red.
Deno.test("sim run ends with 130 on Ctrl-C and leaves nothing behind", () =>
  inFolder(async (folder) => {
    const { code, err, out } = await interrupted(`${folder}/out`);
    assertEquals([code, out], [130, ""]);
    assertStringIncludes(err, "Interrupted: nothing was written");
    assertEquals(namesIn(folder), []);
  }));

Deno.test("sim lint prints findings and ends with 0 when none is an error", async () => {
  const { code, out, err } = await sim("lint", TRAINING, NO_TIERS);
  assertEquals([code, err], [0, ""]);
  assertMatch(out, /training\.yaml: 0 errors, \d+ warnings/);
  assertMatch(out, /training_no_tiers\.yaml: 0 errors, \d+ warnings/);
});

Deno.test("sim lint ends with 2 and names a case that no rule meets", () =>
  inFolder(async (folder) => {
    await Deno.writeTextFile(
      `${folder}/gap.yaml`,
      "name: gap\nrules:\n  - name: critical\n    clause: none\n    when: { severity: critical }\n" +
        "    to: { role: designated, ward: icu }\n",
    );
    await Deno.writeTextFile(
      `${folder}/world.yaml`,
      `extends: ${ROOT}${TRAINING}\ntitle: { en: x, zh: x }\ndescription: { en: x, zh: x }\n` +
        "referral: { rules: gap.yaml }\n",
    );
    const { code, err } = await sim("lint", `${folder}/world.yaml`);
    assertEquals(code, 2);
    assertStringIncludes(err, "world.yaml: error: No rule matches");
  }));

Deno.test("sim run says briefly that there are warnings, and how to read them", () =>
  inFolder(async (folder) => {
    const county = "scenarios/training_county.yaml";
    const { code, err } = await sim("run", county, "-n", "1", ANEW, "-o", `${folder}/r`);
    assertEquals(code, 0);
    const [first] = err.split("\n");
    const { out } = await sim("lint", county);
    const [count] = /\d+ warnings/.exec(out)!;
    assertEquals(first, `${county}: ${count}: deno task sim lint ${county}`);
  }));

Deno.test("sim describe prints a city's totals, or a scenario's numbers and sources", async () => {
  const city = await sim("describe", "data/training_grid");
  assertEquals([city.code, city.err], [0, ""]);
  assertMatch(city.out, /^quantity +ours +figure +grade +difference/m);
  assertMatch(city.out, /^beds_per_1000 +6.9 +6.92 +published +-0.3 % /m);
  assertStringIncludes(city.out, "all 5 facilities are synthetic: none of them is a real one");
  const scenario = await sim("describe", TRAINING);
  assertEquals([scenario.code, scenario.err], [0, ""]);
  assertMatch(scenario.out, /^hash [0-9a-f]{16}$/m);
  assertStringIncludes(scenario.out, "criticalDeathWithout");
});
