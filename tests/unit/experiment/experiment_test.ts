import { assert, assertEquals, assertNotEquals, assertRejects } from "@std/assert";
import { ResultStore, runExperiment } from "../../../sim/experiment/mod.ts";
import type { ExperimentOptions, ExperimentProgress } from "../../../sim/experiment/mod.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";
import { writeResultFolder } from "../../../sim/report/mod.ts";
import { linesWith } from "../../support/volumes.ts";
import { tiny, TRAINING, ward } from "../../support/tiny_network.ts";

const world = (name: string, adherence: number): Scenario => ({
  ...tiny({
    residents: 400,
    risk: { moderate: 0.5, severe: 0.4, critical: 0.4, deathCritical: 0.5 },
    wards: [["sub", "general", 3], ["designated", "icu", 1], ward("lead", "general", 5, "shared")],
    change: (s) => ({
      ...s,
      referral: { ...s.referral, adherence },
      services: {
        ...s.services,
        occupancy: 0.8,
        lines: linesWith(s.services, { outpatient_general: { volume: [1, 1, 1] } }),
      },
    }),
  }),
  name,
});
const PLAN = world("plan", 1);
const OTHER = world("other", 0);
const base = { scenarios: [PLAN, OTHER], replications: 3, seed: "s" };

/** Names and bytes of the files of a folder, the clock of the manifest taken out. */
function filesOf(folder: string): Map<string, string> {
  const names = [...Deno.readDirSync(folder)].map((entry) => entry.name).sort();
  return new Map(names.map((name) => {
    const text = Deno.readTextFileSync(`${folder}/${name}`);
    if (name !== "manifest.json") return [name, text];
    const { clock: _, ...kept } = JSON.parse(text);
    return [name, JSON.stringify(kept)];
  }));
}

// Planted: results put together in the order in which they come in: red with two workers.
Deno.test("runExperiment() writes the same bytes with one and two workers", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const one = await runExperiment({ ...base, workers: 1 });
    const two = await runExperiment({ ...base, workers: 2 });
    const other = await runExperiment({ ...base, seed: "t", workers: 1 });
    const files = [one, two, other].map((set, i) => {
      writeResultFolder(set, `${folder}/${i}`);
      return filesOf(`${folder}/${i}`);
    });
    assertEquals([...files[0].keys()], [
      "bands.csv",
      "comparison.csv",
      "curves.csv",
      "exceedance.csv",
      "facility_days.csv",
      "flows.csv",
      "manifest.json",
      "measures.csv",
      "monitoring.csv",
      "restoration.csv",
      "series.csv",
      "start.csv",
    ]);
    assertEquals(files[1], files[0]);
    assertNotEquals(files[2].get("measures.csv"), files[0].get("measures.csv"));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("runExperiment() gives rows by scenario and replication, compared with the first", async () => {
  const set = await runExperiment(base);
  const { comparison, manifest } = set;
  const measures = [...set.measures];
  const series = [...set.series];
  const value = (scenario: string, replication: number, measure: string) =>
    measures.find((r) =>
      r.scenario === scenario && r.replication === replication && r.measure === measure &&
      r.colour === ""
    )!.value;
  for (const replication of [0, 1, 2]) {
    assertEquals(value("plan", replication, "infected"), value("other", replication, "infected"));
    assertEquals(value("plan", replication, "deaths_only_here"), 0);
    assertEquals(
      value("other", replication, "deaths") - value("plan", replication, "deaths"),
      value("other", replication, "deaths_only_here") -
        value("other", replication, "deaths_only_in_baseline"),
    );
  }
  const deaths = comparison.find((r) =>
    r.scenario === "other" && r.measure === "deaths" && r.ward === "" && r.colour === ""
  )!;
  const mean = (scenario: string) =>
    [0, 1, 2].reduce((sum, r) => sum + value(scenario, r, "deaths") / 3, 0);
  assert(Math.abs(deaths.difference - (mean("other") - mean("plan"))) < 1e-9);
  assertEquals(manifest.scenarios.map((s) => s.name), ["plan", "other"]);
  assertEquals(manifest.baseline, "plan");
  const days = series.filter((r) =>
    r.scenario === "plan" && r.replication === 0 && r.measure === "infected"
  );
  assertEquals([days[0].date, days.length], ["2022-11-01", 120]);
  const weekly = series.filter((r) =>
    r.measure === "service_volume_vs_2019" && r.scenario === "plan"
  );
  assert(weekly.every((r) => new Date(r.date).getUTCDay() === 1), "weeks begin on Monday");
});

Deno.test("runExperiment() hands over one log per scenario, of the first replication", async () => {
  const logs: string[] = [];
  await runExperiment({
    ...base,
    replications: 2,
    onLog: ({ name }, { names, columns, words }) => {
      logs.push(name);
      assertEquals(columns.length, names.length);
      assert(columns[0].length > 0 && words.includes("admitted"));
    },
  });
  assertEquals(logs.sort(), ["other", "plan"]);
});

Deno.test("runExperiment() shows progress that ends at 1", async () => {
  const shares: number[] = [];
  await runExperiment({ ...base, replications: 1, onProgress: (share) => shares.push(share) });
  assertEquals(shares.at(-1), 1);
  assert(shares.every((s, i) => i === 0 || s >= shares[i - 1] - 1e-12));
});

Deno.test("runExperiment() refuses options that contradict one another", async () => {
  const refused = (options: Partial<ExperimentOptions>, message: string) =>
    assertRejects(() => runExperiment({ ...base, ...options }), RangeError, message);
  await refused({ scenarios: [] }, "it needs a scenario: current number is 0");
  await refused(
    { replications: 0 },
    "replications must be a whole number >= 1: current number is 0",
  );
  await refused({ replications: 1.5 }, "current number is 1.5");
  await refused({ scenarios: [PLAN, PLAN] }, '"plan" comes twice');
  await refused({ workers: 0 }, "workers must be a whole number >= 1: current number is 0");
  await refused({ pairs: true }, "all pairs need three scenarios or more: current number is 2");
  await refused({ seed: "a\n" }, 'text without control characters: current seed is "a\\n"');
  await refused(
    { uncertainty: "parameters", scenarios: [TRAINING], replicationsPerSet: 2 },
    "replications must fill every set of 2: current number is 3",
  );
  await refused({ patience: 0 }, "patience must be a time > 0 s: current number is 0");
  await refused(
    { replicationsPerSet: 2 },
    "replications per set need drawn parameters: current parameters are fixed",
  );
  await refused(
    { uncertainty: "parameters", scenarios: [world("plan", 1)].map(certain) },
    "drawn parameters need a section uncertainty in every scenario, or fixed and drawn ones would " +
      'be compared: current scenarios without one are "plan"',
  );
  await refused(
    { replications: 0, workers: 0 },
    "Cannot run an experiment: 2 problems\n" +
      "  replications must be a whole number >= 1: current number is 0\n" +
      "  workers must be a whole number >= 1: current number is 0",
  );
  await refused(
    { replications: { ...UNTIL, atLeast: 1 }, scenarios: [PLAN] },
    "atLeast must be a whole number from 3: current atLeast is 1",
  );
});

const certain = (scenario: Scenario): Scenario => ({
  ...scenario,
  uncertainty: { parameters: [], sets: null, hash: "" },
});

const UNTIL = {
  targets: [{
    measure: "deaths",
    groups: {},
    of: "mean",
    kind: "relative",
    halfWidth: 0.12,
  }],
  atLeast: 3,
  atMost: 60,
  confidence: 0.95,
  lookAhead: 2,
} as const;

/** Progress of an experiment at its end. */
async function worked(options: ExperimentOptions): Promise<ExperimentProgress> {
  let last: ExperimentProgress = { kept: 0, run: 0, expected: 0 };
  await runExperiment({ ...options, onProgress: (_, now) => last = now });
  return last;
}

// Planted: `has` of the ledger answering false: 8 are run, red.
Deno.test("runExperiment() runs nothing again that the store holds", async () => {
  const store = ResultStore.open(":memory:");
  const options = { ...base, replications: 2, store };
  assertEquals((await worked(options)).run, 4);
  assertEquals((await worked({ ...options, replications: 3 })).run, 2);
  const seen: unknown[] = [];
  const again = await runExperiment({ ...options, onProgress: (...now) => seen.push(now) });
  assertEquals(seen, [[1, { kept: 4, run: 0, expected: 2 }]]);
  assertEquals([...again.measures], [
    ...(await runExperiment({ ...base, replications: 2 })).measures,
  ]);
  store.close();
});

// Planted: the key of the store taken from `scenario.hash`: the copy gets the results of the
// original, red.
Deno.test("runExperiment() does not take a changed copy for the scenario that was kept", async () => {
  const store = ResultStore.open(":memory:");
  const copy = { ...PLAN, wave: { ...PLAN.wave, scale: PLAN.wave.scale / 2 } };
  const infected = async (scenario: Scenario) => {
    const { comparison } = await runExperiment({ ...base, scenarios: [scenario], store });
    return comparison.find((row) => row.measure === "infected" && row.colour === "")!.mean;
  };
  assertNotEquals(await infected(PLAN), await infected(copy));
  store.close();
});

Deno.test("runExperiment() goes on where it was stopped and ends with the same rows", async () => {
  const store = ResultStore.open(":memory:");
  const stop = new AbortController();
  const options = { ...base, replications: 4, workers: 2, store };
  await assertRejects(
    () =>
      runExperiment({
        ...options,
        signal: stop.signal,
        onProgress: (_, { run }) => run === 5 && stop.abort(new Error("stopped")),
      }),
    Error,
    "stopped",
  );
  const resumed = await runExperiment({ ...options, workers: 1 });
  const whole = await runExperiment({ ...base, replications: 4 });
  assertEquals([...resumed.measures], [...whole.measures]);
  assertEquals(resumed.bands, whole.bands);
  store.close();
});

// Planted: the rule fed in the order in which replications end: red with two workers in most runs.
Deno.test("runExperiment() stops at the same replication whatever the number of workers", async () => {
  const one = await runExperiment({ ...base, replications: UNTIL, workers: 1 });
  const two = await runExperiment({ ...base, replications: UNTIL, workers: 2 });
  assertEquals(two.manifest.replications, one.manifest.replications);
  assertEquals(two.precision, one.precision);
  assertEquals([...two.measures], [...one.measures]);
  const { replications, recommended } = one.manifest;
  assertEquals(replications, recommended! + 2);
  assert(recommended! > 3, "the rule must have something to find");
});

Deno.test("runExperiment() draws the same parameters for all scenarios, new ones for each set", async () => {
  const options = {
    scenarios: [TRAINING, { ...TRAINING, name: "again" }],
    replications: 4,
    replicationsPerSet: 2,
    seed: "s",
    uncertainty: "parameters",
  } as const;
  const set = await runExperiment(options);
  const drawn = [...set.parameters];
  assertEquals([...new Set(drawn.map((row) => row.set))], [0, 1]);
  const values = (scenario: string, n: number) =>
    drawn.filter((row) => row.scenario === scenario && row.set === n).map(({ value }) => value);
  assertEquals(values("again", 1), values("training", 1));
  assertNotEquals(values("training", 0), values("training", 1));
  assertEquals(set.manifest.uncertainty, "parameters");
  assert(set.comparison.every((row) => row.uncertainty === "parameters"));
  const fixed = await runExperiment({ scenarios: [TRAINING], replications: 1, seed: "s" });
  const deaths = (rows: typeof fixed) =>
    [...rows.measures].find((row) => row.measure === "deaths" && row.replication === 0)!.value;
  assertNotEquals(deaths(set), deaths(fixed));
});
