/** Figures of studies of one parameter: order, cut, intervals, crossing. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  type Figure,
  type InfluenceEnd,
  type InfluenceStudy,
  thresholdFigure,
  type ThresholdStudy,
  tornadoFigure,
  type Trace,
} from "../../../../sim/report/figures/mod.ts";

const scenario = (name: string, en: string, zh: string) => (
  { name, title: { en, zh }, grades: { assumed: 3 } }
);
const PLAN = scenario("plan", "The plan", "方案");
const OTHER = scenario("other", "No tiers", "不分级");
const HEAD = {
  city: { name: { en: "Town", zh: "城" } },
  measure: "deaths",
  groups: {},
  replications: 10,
  uncertainty: "replication" as const,
};
const end = (value: number, mean: number, half = 1): InfluenceEnd => (
  { value, unit: "h", mean, meanLow: mean - half, meanHigh: mean + half }
);
const row = (path: string, low: number, high: number) => (
  { path, written: "uniform 1 h to 2 h", low: end(1, low), high: end(2, high) }
);

function influences(more: Partial<InfluenceStudy> = {}): InfluenceStudy {
  return {
    ...HEAD,
    scenarios: [PLAN],
    unit: "persons",
    baseline: { mean: 100, meanLow: 95, meanHigh: 105 },
    rows: [row("small", 97, 103), row("large", 70, 110), row("bent", 90, 85)],
    ...more,
  };
}

const POINTS = [0, 0.5, 1].map((value) => {
  const mean = 0.1 - 0.2 * value;
  return { value, mean, meanLow: mean - 0.02, meanHigh: mean + 0.02 };
});

function threshold(more: Partial<ThresholdStudy> = {}): ThresholdStudy {
  return {
    ...HEAD,
    scenarios: [PLAN, OTHER],
    measure: "transfer_within_target",
    path: "referral.adherence",
    unit: "",
    measureUnit: "-",
    points: POINTS,
    crossing: { value: 0.5, low: 0.4, high: 0.6 },
    ...more,
  };
}

const barsOf = ({ data }: Figure): Trace[] => data.filter(({ type }) => type === "bar");
const texts = ({ layout }: Figure): string[] =>
  (layout.annotations as { text: string }[]).map(({ text }) => text);

// Planted: sorted by the distance of the two ends alone: "bent" falls behind "small".
Deno.test("tornadoFigure() sorts by the swing, with the estimate as written in it", () => {
  const [low] = barsOf(tornadoFigure(influences()));
  assertEquals(low.customdata, ["large", "bent", "small"]);
  assertEquals(low.base, [100, 100, 100]);
  assertEquals(low.x, [-30, -10, -3]);
});

Deno.test("tornadoFigure() has the two ends of a parameter side by side, not on each other", () => {
  const [low, high] = barsOf(tornadoFigure(influences()));
  const gaps = (high.y as number[]).map((y, at) => y - (low.y as number[])[at]);
  assert(gaps.every((gap) => gap >= (low.width as number[])[0]));
});

Deno.test("tornadoFigure() says how many of how many parameters it shows, when cut", () => {
  const figure = tornadoFigure(influences(), "en", { most: 2 });
  assertEquals(barsOf(figure)[0].customdata, ["large", "bent"]);
  assertStringIncludes(figure.layout.meta.note, "2 of 3 parameters");
  assertStringIncludes(
    tornadoFigure(influences(), "zh", { most: 2 }).layout.meta.note,
    "3个参数中影响最大的2个",
  );
  assertEquals(tornadoFigure(influences()).layout.meta.note.includes("of 3"), false);
});

Deno.test("tornadoFigure() has whiskers of the intervals, none with one replication", () => {
  const [low] = barsOf(tornadoFigure(influences()));
  assertEquals((low.error_x as { array: number[] }).array, [1, 1, 1]);
  const rows = [{ ...row("a", 90, 110), low: end(1, 90, NaN), high: end(2, 110, NaN) }];
  const [bare] = barsOf(tornadoFigure(influences({ rows })));
  assertEquals((bare.error_x as { array: number[] }).array, [0]);
});

Deno.test("tornadoFigure() shows a difference of proportions in percentage points", () => {
  const figure = tornadoFigure(influences({
    scenarios: [PLAN, OTHER],
    measure: "transfer_within_target",
    unit: "-",
    baseline: { mean: 0.1, meanLow: 0, meanHigh: 0.2 },
    rows: [row("a", 0.05, 0.2)],
  }));
  assertEquals(barsOf(figure).map(({ x }) => x), [[-5], [10]]);
  assertStringIncludes(texts(figure)[0], "10 percentage points");
  assertStringIncludes(figure.layout.meta.note, "“No tiers” minus “The plan”");
});

Deno.test("tornadoFigure() names path and law, without markup from them", () => {
  const rows = [{ ...row("<b>a</b>", 90, 110), written: "%{x}" }];
  assertStringIncludes(texts(tornadoFigure(influences({ rows })))[1], "&lt;b&gt;a&lt;/b&gt;");
});

Deno.test("tornadoFigure() and thresholdFigure() of nothing are empty", () => {
  assertEquals(tornadoFigure(influences({ rows: [] })).data, []);
  assertEquals(thresholdFigure(threshold({ points: [], crossing: null })).data, []);
});

Deno.test("figures of studies say replications, spread and grades, in both languages", () => {
  for (const lang of ["en", "zh"] as const) {
    for (
      const { layout } of [tornadoFigure(influences(), lang), thresholdFigure(threshold(), lang)]
    ) {
      const said = [["10 replications", "10次重复"], ["replication error alone", "仅重复间误差"]];
      for (const words of said) {
        assertStringIncludes(layout.meta.note, words[lang === "en" ? 0 : 1]);
      }
      assertStringIncludes(layout.meta.grade, "3");
      assertEquals(/[\u4e00-\u9fff]/.test(layout.title.text), lang === "zh");
    }
  }
});

Deno.test("thresholdFigure() draws differences with their band in percentage points", () => {
  const [band, line] = thresholdFigure(threshold()).data;
  assertEquals(line.y, [10, 0, -10]);
  assertEquals(band.y, [12, 2, -8, -12, -2, 8]);
});

Deno.test("thresholdFigure() marks the crossing and its interval, up to the ends of the values", () => {
  const shapes = (study: ThresholdStudy) =>
    thresholdFigure(study).layout.shapes as { type: string; x0: number; x1: number }[];
  const [interval, zero, line] = shapes(threshold());
  assertEquals([interval.type, interval.x0, interval.x1], ["rect", 0.4, 0.6]);
  assertEquals([zero.type, line.x0], ["line", 0.5]);
  const open = threshold({ crossing: { value: 0.5, low: 0.4, high: NaN } });
  assertEquals(shapes(open)[0].x1, 1);
  assertStringIncludes(texts(thresholdFigure(open))[2], "95 %: 0.4 to above 1");
});

Deno.test("thresholdFigure() says that a reversal is not shown, excluded, or where it is", () => {
  const flat = (mean: number, value: number) => (
    { value, mean, meanLow: mean - 0.02, meanHigh: mean + 0.02 }
  );
  const none = { crossing: null, points: [flat(0.1, 0), flat(0.1, 1)] };
  const figure = thresholdFigure(threshold(none));
  assertEquals((figure.layout.shapes as unknown[]).length, 1);
  assertStringIncludes(texts(figure)[2], "not shown to reverse it between 0 and 1");
  const sure = threshold({ ...none, crossed: 0, monotone: true });
  assertStringIncludes(texts(thresholdFigure(sure))[2], "no value between 0 and 1 reverses it");
  const turned = threshold({ ...none, points: [flat(0.3, 0), flat(-0.1, 1)] });
  assertStringIncludes(texts(thresholdFigure(turned))[2], "reversed at 1");
  assertEquals(figure.layout.meta.note.includes("dashed line"), false);
});

Deno.test("thresholdFigure() says on which side which scenario is higher", () => {
  assertEquals(texts(thresholdFigure(threshold(), "zh")).slice(0, 2), [
    "“不分级”更高",
    "“方案”更高",
  ]);
});
