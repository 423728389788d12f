/** Figures of ordinary services: panels, values, what is suspended, what older results have. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  courseSessionsFigure,
  dailyMonitoringFigure,
  type Figure,
  institutionLabel,
  quantityLabel,
  serviceLinesFigure,
  serviceRestorationFigure,
  type Trace,
  visitsPutOffFigure,
} from "../../../../sim/report/figures/mod.ts";
import { fullResultSet } from "./full_set.ts";

const set = fullResultSet({ replications: 3 });
const SCENARIOS = set.manifest.scenarios.length;

const titlesOf = ({ layout }: Figure): string[] =>
  (layout.annotations as { text: string }[]).map(({ text }) => text);
const linesOf = ({ data }: Figure): Trace[] =>
  data.filter(({ name, fill }) => name !== undefined && fill === undefined);

Deno.test("serviceRestorationFigure() has three institutions by two quantities, all of them in %", () => {
  const figure = serviceRestorationFigure(set);
  assertEquals(titlesOf(figure), [
    "<b>Tertiary: visits</b>",
    "<b>Tertiary: admissions</b>",
    "<b>Secondary: visits</b>",
    "<b>Secondary: admissions</b>",
    "<b>Other: visits</b>",
    "<b>Other: admissions</b>",
  ]);
  const lines = linesOf(figure);
  assertEquals(lines.length, 6 * SCENARIOS + 1);
  const [line] = lines;
  const rows = set.restoration.filter((row) =>
    row.scenario === "plan" && row.institution === "tertiary" && row.quantity === "visits"
  );
  assertEquals(line.x, rows.map(({ week }) => week));
  assertEquals(line.y, rows.map(({ mean }) => Number(mean.toPrecision(6))));
  const shapes = figure.layout.shapes as { y0: number; yref: string }[];
  assertEquals(shapes.map(({ y0 }) => y0), new Array(6).fill(100));
  assertEquals(new Set(lines.map(({ xaxis }) => xaxis)), new Set(["x", "x2"]));
});

Deno.test("serviceRestorationFigure() names its panels in Chinese as the notice does", () => {
  const [first, second] = titlesOf(serviceRestorationFigure(set, "zh"));
  assertEquals([first, second], ["<b>三级医院：门急诊</b>", "<b>三级医院：入院</b>"]);
});

Deno.test("serviceRestorationFigure() shows results without a weekly table by tier", () => {
  const figure = serviceRestorationFigure({ ...set, restoration: [] });
  assertEquals(titlesOf(figure).slice(0, 3), [
    "<b>Primary care (tier 1)</b>",
    "<b>Secondary hospitals (tier 2)</b>",
    "<b>Tertiary hospitals (tier 3)</b>",
  ]);
  assertEquals(linesOf(figure).length, 3 * SCENARIOS);
});

// Planted: suspended cells drawn as all others: no trace is hatched.
Deno.test("serviceLinesFigure() hatches the weeks in which a line is suspended, and no other", () => {
  const { data, layout } = serviceLinesFigure(set);
  const hatched = data.filter(({ marker }) =>
    (marker as { pattern?: unknown }).pattern !== undefined
  );
  assertEquals(hatched.length, 1);
  const [closed] = hatched;
  const expected = set.bands.filter((row) =>
    row.scenario === "plan_high" && row.line === "child_checkup" && row.mean === 0
  );
  assertEquals(closed.base, expected.map(({ date }) => date));
  assertEquals(new Set(closed.y as string[]), new Set(["child check-ups"]));
  // All other cells stand in the panels of the scenarios.
  const cells = data.filter(({ type }) => type === "bar");
  const count = cells.reduce((sum, { y }) => sum + (y as unknown[]).length, 0);
  const rows = set.bands.filter(({ measure, line, tier, grid }) =>
    measure === "service_volume_vs_2019" && line !== "" && tier === "" && grid === ""
  );
  assertEquals(count, rows.length);
  assertStringIncludes(layout.meta.description, "suspended for a week or more: child check-ups");
});

Deno.test("serviceLinesFigure() goes from dark to light, and alike in all panels", () => {
  const { data } = serviceLinesFigure(set);
  const colours = data.filter(({ type }) => type === "bar").flatMap(({ marker, customdata }) => {
    const { color } = marker as { color: string | string[] };
    const values = customdata as [string, number][];
    return values.map(([, value], at) => ({
      value,
      light: (Array.isArray(color) ? color[at] : color).match(/\d+/g)!.map(Number)
        .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0),
    }));
  }).sort((a, b) => a.value - b.value);
  assert(colours.every(({ light }, at) => at === 0 || light >= colours[at - 1].light - 1));
});

Deno.test("dailyMonitoringFigure() has a panel per quantity and the days of 2019 beside", () => {
  const figure = dailyMonitoringFigure(set);
  assertEquals(titlesOf(figure).length, 4);
  const beside = linesOf(figure).filter(({ name }) =>
    name === "2019: no epidemic, everything open"
  );
  assertEquals(beside.length, 4);
  assertEquals((beside[0].y as number[])[0], 1000);
  const uncounted = set.monitoring.filter(({ quantity }) => quantity !== "operations");
  assertEquals(titlesOf(dailyMonitoringFigure({ ...set, monitoring: uncounted })).length, 3);
});

Deno.test("visitsPutOffFigure() and courseSessionsFigure() take what the results have", () => {
  assertEquals(linesOf(visitsPutOffFigure(set)).length, 2 * SCENARIOS);
  const { data, layout } = courseSessionsFigure(set, "zh");
  assertEquals(data.length, 1);
  assertEquals((data[0].x as number[]).length, SCENARIOS);
  assertStringIncludes(layout.meta.description, "血液透析");
});

Deno.test("institutionLabel() and quantityLabel() leave a name that they do not know", () => {
  assertEquals(institutionLabel("secondary", "en"), "secondary hospitals");
  assertEquals([institutionLabel("a", "en"), quantityLabel("b", "zh")], ["a", "b"]);
});
