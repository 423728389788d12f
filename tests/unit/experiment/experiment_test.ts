import { assert, assertEquals, assertNotEquals, assertRejects } from "@std/assert";
import { runExperiment } from "../../../sim/experiment/mod.ts";
import { runTasks } from "../../../sim/experiment/pool.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";
import { writeResultFolder } from "../../../sim/report/mod.ts";
import { tiny, TRAINING, ward } from "../../support/tiny_network.ts";

const world = (name: string, adherence: number): Scenario => ({
  ...tiny({
    residents: 400,
    risk: { moderate: 0.5, severe: 0.4, critical: 0.4, deathCritical: 0.5 },
    wards: [["sub", "general", 3], ["designated", "icu", 1], ward("lead", "general", 5, "shared")],
    change: (s) => ({
      ...s,
      referral: { ...s.referral, adherence },
      services: { ...s.services, occupancy: 0.8, outpatientVisits: [1, 1, 1] },
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
      "comparison.csv",
      "manifest.json",
      "measures.csv",
      "series.csv",
    ]);
    assertEquals(files[1], files[0]);
    assertNotEquals(files[2].get("measures.csv"), files[0].get("measures.csv"));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("runExperiment() gives rows by scenario and replication, compared with the first", async () => {
  const { measures, series, comparison, manifest } = await runExperiment(base);
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
  assertEquals(logs, ["plan", "other"]);
});

Deno.test("runExperiment() shows progress that ends at 1", async () => {
  const shares: number[] = [];
  await runExperiment({ ...base, replications: 1, onProgress: (share) => shares.push(share) });
  assertEquals(shares.at(-1), 1);
  assert(shares.every((s, i) => i === 0 || s >= shares[i - 1] - 1e-12));
});

Deno.test("runExperiment() refuses options that contradict one another", async () => {
  const refused = (options: Partial<typeof base>, message: string) =>
    assertRejects(() => runExperiment({ ...base, ...options }), RangeError, message);
  await refused({ scenarios: [] }, "it needs a scenario: current number is 0");
  await refused(
    { replications: 0 },
    "replications must be a whole number >= 1: current number is 0",
  );
  await refused({ replications: 1.5 }, "current number is 1.5");
  await refused({ scenarios: [PLAN, PLAN] }, '"plan" comes twice');
});

const broken = { ...PLAN, city: { ...PLAN.city, wards: null } } as unknown as Scenario;
const task = (id: number, scenario = 0) => ({
  id,
  scenario,
  replication: id,
  seed: "s",
  log: false,
  weight: 1,
});

Deno.test("runTasks() rejects when a task fails and ends its workers", async () => {
  const error = await assertRejects(
    () => runTasks([PLAN, broken], [task(0), task(1, 1), task(2)], { workers: 2 }),
    Error,
  );
  assert(error.message.length > 0);
  assertEquals(typeof error.cause, "string");
});

Deno.test("runTasks() rejects with the reason of the signal and ends its workers", async () => {
  const stop = new AbortController();
  const tasks = Array.from({ length: 50 }, (_, id) => task(id));
  const work = runTasks([TRAINING], tasks, { workers: 2, signal: stop.signal });
  setTimeout(() => stop.abort(new Error("enough")), 100);
  const started = performance.now();
  await assertRejects(() => work, Error, "enough");
  assert(performance.now() - started < 2000, "it must stop at once");
});

Deno.test("runTasks() does nothing when the signal was given before", async () => {
  const signal = AbortSignal.abort(new Error("before"));
  await assertRejects(() => runTasks([PLAN], [task(0)], { workers: 1, signal }), Error, "before");
});

Deno.test("runTasks() has nothing to do without tasks", async () => {
  assertEquals(await runTasks([PLAN], [], { workers: 2 }), []);
});

Deno.test("runTasks() gives results in the order of tasks", async () => {
  const results = await runTasks([PLAN], [task(0), task(1), task(2), task(3)], { workers: 2 });
  assertEquals(results.map((r) => r.replication), [0, 1, 2, 3]);
});

// A process whose pool leaves a worker behind never comes to its end.
// Planted: `terminate` left out: the process is killed after its time, red.
Deno.test("runTasks() leaves no worker behind, whatever the end", async () => {
  const url = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
  const script = `
    import { runTasks } from ${url("../../../sim/experiment/pool.ts")};
    import { tiny } from ${url("../../support/tiny_network.ts")};
    const task = { id: 0, scenario: 0, replication: 0, seed: "s", log: false, weight: 1 };
    const good = tiny({ residents: 2 });
    const broken = { ...good, city: null };
    const ends = [
      runTasks([good], [task], { workers: 1 }),
      runTasks([broken], [task], { workers: 1 }),
      runTasks([good], [task], { workers: 1, signal: AbortSignal.timeout(1) }),
    ];
    console.log((await Promise.allSettled(ends)).map((end) => end.status).join(" "));`;
  const { stdout, code } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", "--no-lock", script],
    cwd: new URL("../../../", import.meta.url).pathname,
    env: { NO_COLOR: "1" },
    signal: AbortSignal.timeout(20_000),
    stdout: "piped",
    stderr: "null",
  }).output();
  assertEquals(new TextDecoder().decode(stdout), "fulfilled rejected rejected\n");
  assertEquals(code, 0);
});
