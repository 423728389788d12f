import { assert, assertEquals, assertRejects } from "@std/assert";
import { join } from "@std/path";
import { ResultStore } from "../../../../sim/experiment/mod.ts";
import { loadScenario, type Scenario, setParameters } from "../../../../sim/scenario/mod.ts";
import { type SmallestStudy, smallestText, smallestThat } from "../../../../sim/studies/mod.ts";
import { samplesOf } from "../../../../sim/studies/measured/mod.ts";
import { judge } from "../../../../sim/studies/planning/promise.ts";
import { ROOT } from "../../scenario/_copy.ts";

const TRAINING = await loadScenario(join(ROOT, "scenarios/training.yaml"));
// What one test has run the others find.
const store = ResultStore.open(":memory:");
const RUNS = { replications: 3, seed: "smallest", store };
const GRID = { scenario: TRAINING, path: "wave.scale", from: 0.01, to: 0.04, step: 0.005 };
const SCALES = [0.01, 0.015, 0.02, 0.025, 0.03, 0.035, 0.04];
const valuesTried = ({ tried }: SmallestStudy) => tried.map(({ value }) => value);

/** Infected in a wave of some size, by replication. */
const infected = await samplesOf(
  SCALES.map((scale) => setParameters(TRAINING, { "wave.scale": scale })),
  { measure: "infected", ...RUNS },
);
const sampleAt = (scale: number) => infected.of(`training, wave.scale ${scale}`);

Deno.test("smallestThat() gives the answer of trying every value, by halving", async () => {
  for (const atLeast of [950, 1500, 2600, 3300]) {
    const promise = { measure: "infected", atLeast };
    const kept = SCALES.filter((scale) => judge(sampleAt(scale), promise, 1).verdict === "kept");
    const study = await smallestThat({ ...GRID, ...RUNS, promise, mostReplications: 3 });
    assertEquals(study.answer, kept[0] ?? null, String(atLeast));
    assertEquals([study.values, study.monotone], [SCALES, true]);
    assert(study.tried.length <= 5, String(study.tried.length));
  }
});

Deno.test("smallestThat() tries both ends first, and no more when the smallest does", async () => {
  const study = await smallestThat({
    ...GRID,
    ...RUNS,
    promise: { measure: "infected", atLeast: 1 },
  });
  assertEquals([study.answer, valuesTried(study)], [0.01, [0.01, 0.04]]);
});

Deno.test("smallestThat() says when no value keeps the promise, and which came nearest", async () => {
  const promise = { measure: "infected", atLeast: 1e6 };
  const study = await smallestThat({ ...GRID, ...RUNS, promise });
  assertEquals([study.answer, study.best, study.monotone], [null, 0.04, true]);
  assertEquals(valuesTried(study), [0.01, 0.025, 0.04]);
  assert(smallestText(study).en.startsWith("No wave.scale from 0.01 to 0.04 is shown to keep"));
});

Deno.test("smallestThat() says when more does not help", async () => {
  const promise = { measure: "infected", atMost: 2000 };
  const study = await smallestThat({ ...GRID, ...RUNS, promise });
  assertEquals([study.answer, study.best, study.monotone], [0.01, 0.01, false]);
  const { en, zh } = smallestText(study);
  assert(
    en.endsWith("More did not always help among the values tried, so that others may keep it too."),
  );
  assert(zh.includes("最小wave.scale为0.01"));
});

Deno.test("smallestThat() doubles replications while a value is open, and counts open as not kept", async () => {
  const mean = sampleAt(0.04).reduce((sum, value) => sum + value, 0) / 3;
  const promise = { measure: "infected", atLeast: mean };
  const study = await smallestThat({
    ...GRID,
    ...RUNS,
    from: 0.04,
    promise: { ...promise, confidence: 0.9999 },
    mostReplications: 5,
  });
  assertEquals(study.tried.map(({ replications, verdict }) => [replications, verdict]), [[
    5,
    "open",
  ]]);
  assertEquals([study.answer, study.best], [null, 0.04]);
  const { en, zh } = smallestText(study);
  assert(en.endsWith(" Replications leave it open for 0.04."), en);
  assert(zh.includes("未能证实wave.scale的任何取值能达到"), zh);
});

Deno.test("smallestThat() seeks among whatever a program changes", async () => {
  const seen: number[] = [];
  const change = (scenario: Scenario, value: number) => {
    seen.push(value);
    return setParameters(scenario, { "wave.scale": value / 1000 });
  };
  const { path: _, ...grid } = GRID;
  const study = await smallestThat({
    ...grid,
    ...RUNS,
    what: "thousandths",
    unit: "‰",
    change,
    from: 10,
    to: 40,
    step: 10,
    promise: { measure: "infected", atLeast: 1500 },
  });
  assertEquals([study.answer, study.what, study.unit], [20, "thousandths", "‰"]);
  assertEquals(seen.slice(0, 2), [10, 40]);
  assert(
    smallestText(study).en.includes("The smallest thousandths from 10 ‰ to 40 ‰ shown to keep"),
  );
});

Deno.test("smallestThat() reads and tells values in the unit of the file", async () => {
  const study = await smallestThat({
    ...RUNS,
    scenario: setParameters(TRAINING, { "wave.scale": 0.01 }),
    path: "course.severe.mean",
    from: "7 d",
    to: 11520,
    step: "12 h",
    promise: { measure: "infected", atLeast: 1 },
  });
  assertEquals([study.values, study.unit, study.answer], [[7, 7.5, 8], "d", 7]);
});

Deno.test("smallestThat() refuses a wrong question with all that is wrong", async () => {
  await assertRejects(
    () =>
      smallestThat({
        ...GRID,
        from: 0.5,
        step: 0,
        promise: { measure: "infected" },
        replications: 1,
        mostReplications: 0,
        seed: "1",
      }),
    RangeError,
    `Cannot seek a goal: 5 problems
  values must go up: current values are 0.5 to 0.04
  the step must be > 0: current step is 0
  the promise must have one target, atMost or atLeast: current number is 0
  replications must be a whole number >= 2: current number is 1
  most replications must be whole and >= replications: current number is 0`,
  );
  const promise = { measure: "infected", atLeast: 1 };
  await assertRejects(
    () => smallestThat({ ...GRID, ...RUNS, promise, path: "wave.scal" }),
    RangeError,
    'nearest is "wave.scale"',
  );
  await assertRejects(
    () => smallestThat({ ...GRID, ...RUNS, promise, step: 1e-9 }),
    RangeError,
    "there must be at most 10000 values",
  );
});
