import { assertEquals, assertStringIncludes } from "@std/assert";
import {
  bedOccupancyFigure,
  convergenceFigure,
  courseSessionsFigure,
  dailyMonitoringFigure,
  delayDistributionFigure,
  differencesFigure,
  exceedanceFigure,
  facilityHeatMapFigure,
  type Figure,
  flowFigure,
  gridMapFigure,
  type Lang,
  patientOutcomesFigure,
  quantileBandsFigure,
  recoveryCurvesFigure,
  scenarioTitle,
  serviceLinesFigure,
  serviceRestorationFigure,
  staffFigure,
  transferDelayFigure,
  transferPartsFigure,
  visitsPutOffFigure,
  warmUpFigure,
} from "../../../../sim/report/figures/mod.ts";
import { gradeNote, spreadNote } from "../../../../sim/report/method/mod.ts";
import type { ResultSet, SeriesRow } from "../../../../sim/experiment/results/mod.ts";
import { fullResultSet } from "./full_set.ts";

const set = fullResultSet({ sequential: true });
const series: readonly SeriesRow[] = [...set.series];
const FIGURES: { readonly [name: string]: (set: ResultSet, lang: Lang) => Figure } = {
  beds: bedOccupancyFigure,
  facilities: (from, lang) => facilityHeatMapFigure(from, lang),
  delay: transferDelayFigure,
  distribution: delayDistributionFigure,
  parts: transferPartsFigure,
  flow: (from, lang) => flowFigure(from, lang),
  outcomes: patientOutcomesFigure,
  recovery: recoveryCurvesFigure,
  services: serviceRestorationFigure,
  lines: serviceLinesFigure,
  monitoring: dailyMonitoringFigure,
  putOff: visitsPutOffFigure,
  sessions: courseSessionsFigure,
  staff: staffFigure,
  differences: (from, lang) => differencesFigure(from, lang),
  map: (from, lang) => gridMapFigure(from, lang, { scenario: "no_tiers" }),
  bands: (from, lang) => quantileBandsFigure(from, lang, { measure: "bed_occupancy", ward: "icu" }),
  convergence: convergenceFigure,
  exceedance: exceedanceFigure,
  warmUp: warmUpFigure,
};

for (const [name, figure] of Object.entries(FIGURES)) {
  Deno.test(`figure ${name} says city, replications and what it shows, in both languages`, () => {
    for (const lang of ["en", "zh"] as const) {
      const { layout } = figure(set, lang);
      assertEquals(layout.title.text.length > 5, true);
      assertStringIncludes(
        layout.title.subtitle.text,
        lang === "en" ? "3 replications" : "3次重复",
      );
      assertEquals(layout.meta.description.length > 40, true);
      assertEquals(/[\u4e00-\u9fff]/.test(layout.title.text), lang === "zh");
    }
  });

  Deno.test(`figure ${name} says what its spread holds and on which grades it rests`, () => {
    const drawn = fullResultSet({ replications: 20, uncertainty: "parameters", sequential: true });
    for (const from of [set, drawn]) {
      for (const lang of ["en", "zh"] as const) {
        const { title, meta } = figure(from, lang).layout;
        const flat = title.subtitle.text.replaceAll("<br>", lang === "en" ? " " : "");
        assertEquals(meta.grade, gradeNote(from, lang));
        assertStringIncludes(flat, meta.grade);
        assertStringIncludes(flat, spreadNote(from, lang));
      }
    }
  });

  Deno.test(`figure ${name} never goes through rows of single replications`, () => {
    const refuse = (): never => {
      throw new Error("rows of single replications were asked for");
    };
    const huge = { [Symbol.iterator]: refuse } as Iterable<never>;
    const from = { ...set, measures: huge, series: huge, parameters: huge };
    assertEquals(figure(from, "en"), figure(set, "en"));
  });

  Deno.test(`figure ${name} is plain JSON, the same each time, and does not touch its input`, () => {
    const before = JSON.stringify(set);
    const drawn = figure(set, "en");
    assertEquals(JSON.parse(JSON.stringify(drawn)), drawn);
    assertEquals(figure(set, "en"), drawn);
    assertEquals(JSON.stringify(set), before);
  });

  Deno.test(`figure ${name} has no markup or template from a scenario's title`, () => {
    const scenarios = set.manifest.scenarios.map((scenario) => ({
      ...scenario,
      title: { en: '<img src="x"> %{x}', zh: "<b>标题</b>" },
    }));
    const { data, layout } = figure({ ...set, manifest: { ...set.manifest, scenarios } }, "en");
    const { meta: _meta, ...drawn } = layout;
    assertEquals(JSON.stringify([data, drawn]).includes("<img"), false);
  });
}

Deno.test("bedOccupancyFigure() draws the mean of the replications, day by day, in percent", () => {
  const line = bedOccupancyFigure(set).data.find(({ name }) => name === "Plan as written");
  const values = series.filter((row) =>
    row.scenario === "plan" && row.measure === "bed_occupancy" && row.ward === "general" &&
    row.date === "2022-12-20"
  ).map(({ value }) => value);
  const mean = (100 * (values[0] + values[1] + values[2])) / 3;
  const at = (line?.x as string[]).indexOf("2022-12-20");
  assertEquals((line?.y as number[])[at], Number(mean.toPrecision(6)));
});

Deno.test("bedOccupancyFigure() has a band of 95 % around the mean, t = 4.3027 for three", () => {
  const [band, line] = bedOccupancyFigure(set).data;
  const values = series.filter((row) =>
    row.scenario === "plan" && row.measure === "bed_occupancy" && row.ward === "general" &&
    row.date === "2022-11-01"
  ).map(({ value }) => 100 * value);
  const mean = (line.y as number[])[0];
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 2;
  const half = (band.y as number[])[0] - mean;
  assertEquals(Math.abs(half / (4.3027 * Math.sqrt(variance / 3)) - 1) < 1e-3, true);
});

Deno.test("figures of one replication have no bands and say that there is no interval", () => {
  const one = fullResultSet({ replications: 1 });
  const { data, layout } = bedOccupancyFigure(one);
  assertEquals(data.some(({ fill }) => fill === "toself"), false);
  assertEquals(data.length, 4 * 3);
  assertStringIncludes(layout.title.subtitle.text, "one replication gives no interval");
});

Deno.test("lines of scenarios differ in colour and in dash, alike in all figures", () => {
  const styles = (figure: Figure): unknown[] =>
    figure.data.filter(({ name, showlegend }) => name !== undefined && showlegend === true)
      .map(({ line }) => line);
  const lines = styles(bedOccupancyFigure(set)) as { color: string; dash: string }[];
  assertEquals(new Set(lines.map(({ color }) => color)).size, 4);
  assertEquals(new Set(lines.map(({ dash }) => dash)).size, 4);
  assertEquals(styles(transferDelayFigure(set)), lines);
});

Deno.test("a day without a value leaves a gap in the line", () => {
  const line = transferDelayFigure(set).data.find(({ name }) => name === "Plan as written");
  assertEquals((line?.y as unknown[]).slice(0, 4), [null, null, null, null]);
});

Deno.test("differencesFigure() shows proportions in percentage points, without the baseline", () => {
  const { data } = differencesFigure(set, "en", [
    { question: "transfers", measure: "transfer_within_target", groups: {}, inFigure: true },
  ]);
  const rows = set.comparison.filter((row) =>
    row.measure === "transfer_within_target" && row.scenario !== "plan"
  );
  assertEquals(data.length, 1);
  assertEquals(data[0].x, rows.map(({ difference }) => Number((100 * difference).toPrecision(6))));
});

Deno.test("transferPartsFigure() marks the sum of the stacked parts, without an interval", () => {
  const { data } = transferPartsFigure(set);
  const bars = data.filter(({ type }) => type === "bar").map(({ x }) => (x as number[])[0]);
  const [sum] = data[data.length - 1].x as number[];
  assertEquals(bars.length, 5);
  assertEquals(Math.abs(bars.reduce((a, b) => a + b) - sum) < 1e-4, true);
  assertEquals(data.some(({ error_x }) => error_x !== undefined), false);
});

Deno.test("gridMapFigure() gives all scenarios one scale and a difference a scale around zero", () => {
  type Marker = { cmin: number; cmax: number; color: (number | null)[] };
  const marker = (scenario: string, difference: boolean): Marker =>
    gridMapFigure(set, "en", { scenario, difference }).data[1].marker as Marker;
  assertEquals(marker("plan", false).cmax, marker("no_tiers", false).cmax);
  assertEquals(marker("no_tiers", true).cmin, -marker("no_tiers", true).cmax);
  assertEquals(new Set(marker("plan", true).color), new Set([0]));
  assertEquals(marker("plan", false).color.length, 62 * 6);
  const { data } = gridMapFigure(set, "en", { scenario: "plan", upTo: 250, joined: true });
  assertEquals(data.map(({ name }) => name), ["outlines", "grids", "communities"]);
  assertEquals((data[1].x as unknown[]).length, 3 * 62 * 6);
  assertEquals((data[2].marker as Marker).cmax, 250);
});

Deno.test("no figure has a trace that would fetch a map from the network", () => {
  const types = Object.values(FIGURES).flatMap((figure) => figure(set, "en").data)
    .map(({ type }) => type);
  assertEquals([...new Set(types)].sort(), ["bar", "heatmap", "scatter"]);
});

Deno.test("figures of an empty result set are empty, not broken", () => {
  const analysed = { bands: [], comparison: [], exceedances: [], precision: [], start: [] };
  const tables = { restoration: [], monitoring: [], facilityDays: [], curves: [], flows: [] };
  const empty = { ...set, ...analysed, ...tables };
  for (const [name, figure] of Object.entries(FIGURES)) {
    if (name !== "map") assertEquals(figure(empty, "en").data, []);
  }
  assertEquals(scenarioTitle(empty, "unknown", "en"), "unknown");
});
