import { assert, assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";
import { join } from "@std/path";
import { ResultStore } from "../../../../sim/experiment/mod.ts";
import { loadScenario, ScenarioError, setParameters } from "../../../../sim/scenario/mod.ts";
import { thresholdOf, type ThresholdOptions, thresholdText } from "../../../../sim/studies/mod.ts";
import { ROOT } from "../../scenario/_copy.ts";

const TRAINING = await loadScenario(join(ROOT, "scenarios/training.yaml"));
const small = (name: string) =>
  setParameters(TRAINING, { "wave.scale": 0.03 }, { name, title: { en: name, zh: name } });
const [PLAN, TWIN] = ["plan", "twin"].map(small);

// What one test has run the others find.
const store = ResultStore.open(":memory:");
const study = (options: Partial<ThresholdOptions>) =>
  thresholdOf({
    scenarios: [PLAN, TWIN],
    path: "wave.scale",
    from: 0.02,
    to: 0.04,
    points: 3,
    measure: "infected",
    of: "second",
    replications: 5,
    seed: "threshold",
    store,
    ...options,
  });

Deno.test("thresholdOf() finds the value at which a scenario is its twin", async () => {
  const found = await study({});
  assertEquals(found.points.map(({ value }) => value), [0.02, 0.03, 0.04]);
  assertEquals(found.points[1], { value: 0.03, mean: 0, meanLow: 0, meanHigh: 0 });
  assertEquals(found.crossing, { value: 0.03, low: 0.03, high: 0.03 });
  assertEquals([found.crossed, found.monotone, found.of], [1, true, "second"]);
});

Deno.test("thresholdOf() turns round with the scenario that takes the values", async () => {
  const [first, second] = [await study({ of: "first" }), await study({ of: "second" })];
  assertEquals(first.points.map(({ mean }) => -mean), second.points.map(({ mean }) => mean + 0));
  assertEquals(first.crossing, second.crossing);
});

Deno.test("thresholdOf() goes between the values by a straight line", async () => {
  const { points: [a, b], crossing } = await study({ from: 0.025, to: 0.04, points: 2 });
  const straight = a.value - a.mean * (b.value - a.value) / (b.mean - a.mean);
  assertAlmostEquals(crossing!.value, straight, 1e-12);
  assert(crossing!.low <= straight && straight <= crossing!.high);
  assert(crossing!.low > 0.025 && crossing!.high < 0.04);
});

Deno.test("thresholdOf() finds none where no value reverses the difference", async () => {
  const { crossing, crossed, points, ...study1 } = await study({ from: 0.032, points: 2 });
  assertEquals([crossing, crossed], [null, 0]);
  assert(points.every(({ meanLow }) => meanLow > 0));
  assertEquals(
    thresholdText({ crossing, crossed, points, ...study1 }),
    {
      en:
        "No value of wave.scale between 0.032 and 0.04 reverses the difference, twin minus plan: " +
        "it stays above 0.",
      zh: "wave.scale在0.032至0.04之间，没有任何值会使“twin”与“plan”之差反转：始终大于0。",
    },
  );
});

Deno.test("thresholdOf() of both scenarios sees the assumption they share", async () => {
  const { crossing, points } = await study({ of: "both", points: 2 });
  assertEquals(points.map(({ mean }) => mean), [0, 0]);
  assertEquals(crossing, null);
});

Deno.test("thresholdOf() reads and tells values in the unit of the file", async () => {
  const options = { path: "course.severe.mean", from: "144 h", to: "10 d", points: 2 } as const;
  const { points, unit, measureUnit, path } = await study(options);
  assertEquals([points.map(({ value }) => value), unit, path], [[6, 10], "d", options.path]);
  assertEquals(measureUnit, "persons");
});

Deno.test("thresholdOf() looks for no crossing where a replication has no value", async () => {
  const never = { measure: "transfer_delay_p90", groups: { colour: "red" }, path: "wave.scale" };
  const { crossing, points, ...rest } = await study({ ...never, from: 0.0001, to: 1, points: 2 });
  assert(points.some(({ mean }) => Number.isNaN(mean)));
  assertEquals([crossing, rest.crossed, rest.monotone], [null, NaN, false]);
  const { en } = thresholdText({ crossing, points, ...rest });
  assert(en.endsWith("but some replications have no value of the measure."), en);
});

Deno.test("thresholdOf() refuses a wrong question with all that is wrong", async () => {
  await assertRejects(
    () => study({ measure: "deats", replications: 4, points: 1, from: "1 d", to: "x" }),
    RangeError,
    `Cannot find a threshold: 5 problems
  the measure must be in the catalogue: current measure is "deats"; nearest is "deaths"
  replications must be a whole number >= 5: current number is 4
  points must be a whole number >= 2: current number is 1
  Cannot read "1 d" as wave.scale: expected a share, a number with or without %
  Cannot read "x" as wave.scale: expected a share, a number with or without %`,
  );
  await assertRejects(
    () => study({ path: "wave.scal" }),
    RangeError,
    'current path is "wave.scal"; nearest is "wave.scale"',
  );
  await assertRejects(() => study({ from: 0.04 }), RangeError, "values must go up");
  await assertRejects(() => study({ from: -1 }), ScenarioError, "wave.scale");
});

Deno.test("thresholdText() says how sure the turn is, and when means go up and down", () => {
  const title = (en: string, zh: string) => ({ name: en, title: { en, zh }, grades: {} });
  const text = thresholdText({
    scenarios: [title("Plan", "方案"), title("No tiers", "不分级")],
    path: "course.severe.mean",
    unit: "d",
    points: [6, 10].map((value) => ({ value, mean: value - 8, meanLow: -3, meanHigh: 3 })),
    crossing: { value: 8.0612, low: NaN, high: 9.5 },
    crossed: 0.9,
    monotone: false,
  });
  assertEquals(
    text.en,
    "The difference, No tiers minus Plan, changes its sign at course.severe.mean 8.06 d (95 % " +
      "interval below 6 d to 9.5 d). Means neither rise nor fall throughout, so that it may do so " +
      "more than once.",
  );
  assert(text.zh.includes("“不分级”与“方案”之差在course.severe.mean为8.06 d处变号"));
});

Deno.test("thresholdText() says no more of a reversal than is shown", () => {
  const title = (en: string) => ({ name: en, title: { en, zh: en }, grades: {} });
  const point = (value: number, mean: number, half = 1) => (
    { value, mean, meanLow: mean - half, meanHigh: mean + half }
  );
  const said = (points: ReturnType<typeof point>[], more = {}) =>
    thresholdText({
      scenarios: [title("a"), title("b")],
      path: "p",
      unit: "",
      points,
      crossing: null,
      crossed: 0,
      monotone: true,
      ...more,
    });
  const sure = [point(1, 5), point(2, 6)];
  assert(said(sure).en.startsWith("No value of p between 1 and 2 reverses"));
  const unsure = [
    said(sure, { crossed: 0.025 }),
    said(sure, { monotone: false }),
    said([point(1, 0.5), point(2, 6)]),
  ];
  for (const { en, zh } of unsure) {
    assertEquals(
      en,
      "p is not shown to reverse the difference, b minus a, between 1 and 2: means are above 0, " +
        "which chance may undo.",
    );
    assert(zh.startsWith("未能证实p在1至2之间会使"), zh);
  }
  assert(said([point(1, 0), point(2, 6)]).en.endsWith(": means are 0 or above."));
  const other = said([point(1, 9), point(2, -3), point(3, 9)], { monotone: false });
  assert(other.en.startsWith("p 2 reverses the difference, b minus a:"), other.en);
  assert(other.zh.startsWith("p为2时“b”与“a”之差反转"), other.zh);
});
