import { assert, assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";
import { join } from "@std/path";
import { tInterval } from "../../../../sim/engine/mod.ts";
import { ResultStore } from "../../../../sim/experiment/mod.ts";
import { loadScenario, type Scenario, setParameters } from "../../../../sim/scenario/mod.ts";
import { type InfluenceOptions, oneAtATime } from "../../../../sim/studies/mod.ts";
import { samplesOf } from "../../../../sim/studies/measured/mod.ts";
import { ROOT } from "../../scenario/_copy.ts";

/** The training grid in a small wave; the law of the wave's size is laid around it. */
async function small(name: string): Promise<Scenario> {
  const scenario = await loadScenario(join(ROOT, `scenarios/${name}.yaml`));
  const wave = { ...scenario.wave, scale: 0.03 };
  const parameters = scenario.uncertainty.parameters.map((parameter) =>
    parameter.path === "wave.scale"
      ? { ...parameter, law: { law: "uniform", low: 0.02, high: 0.04 } as const }
      : parameter
  );
  return { ...scenario, wave, uncertainty: { ...scenario.uncertainty, parameters } };
}

const [PLAN, OTHER] = await Promise.all(["training", "training_no_tiers"].map(small));
// What one test has run the others find.
const store = ResultStore.open(":memory:");
const RUNS = { replications: 2, seed: "one at a time", workers: 1, store };
const study = (options: Partial<InfluenceOptions>) =>
  oneAtATime({ scenarios: [PLAN], measure: "infected", ...RUNS, ...options });

Deno.test("oneAtATime() finds no change at all by a number that plays no part", async () => {
  const { rows, baseline } = await study({ paths: ["care.lowerBed"] });
  assertEquals(rows.length, 1);
  for (const end of [rows[0].low, rows[0].high]) {
    const { mean, meanLow, meanHigh } = end;
    assertEquals([mean, meanLow, meanHigh], [baseline.mean, baseline.mean, baseline.mean]);
  }
});

Deno.test("oneAtATime() tells the paired change, laid at the mean as written", async () => {
  const { rows: [row], baseline } = await study({ paths: ["wave.scale"], shares: [0, 1] });
  const ends = [0.02, 0.04].map((scale) => setParameters(PLAN, { "wave.scale": scale }));
  const direct = await samplesOf([PLAN, ...ends], { measure: "infected", ...RUNS });
  const base = direct.of("training");
  assertEquals(baseline.mean, tInterval(base).mean);
  for (const [i, end] of [row.low, row.high].entries()) {
    const change = tInterval(direct.of(ends[i].name).map((value, r) => value - base[r]));
    assertAlmostEquals(end.mean - baseline.mean, change.mean, 1e-9);
    assertAlmostEquals(end.meanHigh - baseline.mean, change.high, 1e-9);
    assertAlmostEquals(end.meanLow - baseline.mean, change.low, 1e-9);
  }
  assertEquals([row.low.value, row.high.value], [0.02, 0.04]);
  assert(row.low.mean < baseline.mean && baseline.mean < row.high.mean);
});

Deno.test("oneAtATime() of two scenarios is about the second minus the first", async () => {
  const pair = [PLAN, OTHER] as const;
  const paths = ["wave.scale", "care.lowerBed"];
  const infected = await study({ scenarios: pair, paths });
  assertEquals(infected.scenarios.map(({ name }) => name), ["training", "training_no_tiers"]);
  assertEquals(infected.baseline, { mean: 0, meanLow: 0, meanHigh: 0 });
  assertEquals(infected.rows.map(({ low, high }) => [low.mean, high.mean]), [[0, 0], [0, 0]]);
});

Deno.test("oneAtATime() moves a number only in the scenarios where it is uncertain", async () => {
  const { parameters } = OTHER.uncertainty;
  const certain: Scenario = {
    ...OTHER,
    uncertainty: {
      ...OTHER.uncertainty,
      parameters: parameters.filter(({ path }) => path !== "wave.scale"),
    },
  };
  const { rows: [row] } = await study({ scenarios: [PLAN, certain], paths: ["wave.scale"] });
  assert(row.low.mean > 0 && row.high.mean < 0);
});

Deno.test("oneAtATime() takes all uncertain numbers, in the unit of the file, at two quantiles", async () => {
  const stay = "course.severe.mean";
  const { rows } = await study({ paths: ["course.severe", "care.lowerBed"] });
  assertEquals(
    rows.map(({ path }) => path),
    PLAN.uncertainty.parameters.map(({ path }) => path)
      .filter((path) => [stay, "care.lowerBed"].includes(path)),
  );
  const { low, high, written } = rows.find(({ path }) => path === stay)!;
  assertEquals([low.unit, written], ["d", "triangular 6 d to 10 d, mode 8 d"]);
  // Triangle of height 1/2: the area below 6 + x is x²/8.
  assertAlmostEquals(low.value, 6 + Math.sqrt(8 * 0.05), 1e-9);
  assertAlmostEquals(high.value, 10 - Math.sqrt(8 * 0.05), 1e-9);
});

Deno.test("oneAtATime() takes columns of accepted sets each by itself", async () => {
  const rows = Array.from({ length: 21 }, (_, i) => [0.02 + i / 1000]);
  const sets = {
    paths: ["wave.scale"],
    units: [""],
    rows,
    grade: "calibrated",
    source: "",
    file: "",
  };
  const uncertainty = { parameters: [], sets, hash: "" } as Scenario["uncertainty"];
  const study = await oneAtATime({
    scenarios: [{ ...PLAN, uncertainty }],
    measure: "infected",
    ...RUNS,
  });
  const [{ low, high, written }] = study.rows;
  assertAlmostEquals(low.value, 0.021, 1e-9);
  assertAlmostEquals(high.value, 0.039, 1e-9);
  assertEquals(written, "accepted sets");
});

Deno.test("oneAtATime() gives the same on two workers, and goes on from a store", async () => {
  const one = await study({ paths: ["wave.scale"] });
  const shares: number[] = [];
  const onProgress = (share: number) => shares.push(share);
  using empty = ResultStore.open(":memory:");
  assertEquals(await study({ paths: ["wave.scale"], workers: 2, store: empty }), one);
  await study({ paths: ["wave.scale"], onProgress });
  assertEquals(shares, [1]);
});

Deno.test("oneAtATime() refuses a wrong question with all that is wrong", async () => {
  await assertRejects(
    () =>
      study({
        measure: "deats",
        groups: { ward: "icu" },
        paths: ["care.lowerbed", "wave"],
        shares: [0.9, 0.1],
        replications: 1,
      }),
    RangeError,
    `Cannot study influence: 4 problems
  paths must hold an uncertain number: current path is "care.lowerbed"; nearest is "care.lowerBed"
  shares must be probabilities, the lower first: current shares are 0.9 and 0.1
  the measure must be in the catalogue: current measure is "deats"; nearest is "deaths"
  replications must be a whole number >= 2: current number is 1`,
  );
  await assertRejects(
    () => study({ measure: "deaths_only_here" }),
    RangeError,
    "Cannot study influence as the measure must be one of a single scenario",
  );
  await assertRejects(() => study({ paths: [] }), RangeError, "paths must be given or left out");
  const certain = { ...PLAN, uncertainty: { parameters: [], sets: null, hash: "" } };
  await assertRejects(() => study({ scenarios: [certain] }), RangeError, "uncertain numbers");
});

Deno.test("oneAtATime() says when no scenario has a value of the measure", async () => {
  await assertRejects(
    () =>
      study({ measure: "bed_occupancy_peak", groups: { ward: "icv" }, paths: ["care.lowerBed"] }),
    RangeError,
    'there is none of "bed_occupancy_peak[ward=icv]" in any of 3 scenarios',
  );
});
