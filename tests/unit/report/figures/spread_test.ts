import { assertEquals, assertStringIncludes } from "@std/assert";
import {
  bedOccupancyFigure,
  convergenceFigure,
  differencesFigure,
  eventLabel,
  exceedanceFigure,
  patientOutcomesFigure,
  quantileBandsFigure,
  transferPartsFigure,
  warmUpFigure,
} from "../../../../sim/report/figures/mod.ts";
import type { ResultSet } from "../../../../sim/experiment/results/mod.ts";
import { fullResultSet } from "./full_set.ts";

const fixed = fullResultSet({ sequential: true });
const drawn = fullResultSet({ replications: 20, uncertainty: "parameters" });
const ICU = { measure: "bed_occupancy", ward: "icu" } as const;

const six = (value: number): number => Number(value.toPrecision(6));

Deno.test("bedOccupancyFigure() draws where 90 % of draws lie when parameters are drawn", () => {
  const [band] = bedOccupancyFigure(drawn).data;
  const first = drawn.bands.find((row) =>
    row.scenario === "plan" && row.measure === "bed_occupancy" && row.ward === "general"
  );
  const ends = band.y as number[];
  assertEquals(ends[0], six(100 * (first?.p95 ?? NaN)));
  assertEquals(ends[ends.length - 1], six(100 * (first?.p05 ?? NaN)));
  const line = bedOccupancyFigure(drawn).data[1].y as number[];
  assertEquals(line[0], six(100 * (first?.p50 ?? NaN)));
  const { note } = bedOccupancyFigure(drawn).layout.meta;
  assertStringIncludes(note, "with 20 draws these ends are themselves uncertain");
  assertStringIncludes(
    note,
    "parameter uncertainty and chance: lines are medians, bands hold 90 %",
  );
});

Deno.test("figures of fewer than 20 draws have no band and say so", () => {
  const few = fullResultSet({ uncertainty: "parameters" });
  for (const figure of [bedOccupancyFigure(few), patientOutcomesFigure(few)]) {
    assertEquals(figure.data.some(({ fill }) => fill === "toself"), false);
    assertStringIncludes(figure.layout.meta.note, "fewer than 20 draws give no band");
  }
});

Deno.test("differencesFigure() takes the quantiles of paired differences from draws", () => {
  const [trace] = differencesFigure(drawn, "en", [
    { question: "patients", measure: "deaths", groups: {}, inFigure: true },
  ]).data;
  const row = drawn.comparison.find((one) =>
    one.scenario === "no_tiers" && one.measure === "deaths"
  );
  const { array } = trace.error_x as { array: number[] };
  const expected = (row?.differenceP95 ?? NaN) - (row?.difference ?? NaN);
  assertEquals(Math.abs(array[0] / expected - 1) < 1e-3, true);
});

Deno.test("quantileBandsFigure() has a median and two bands a scenario, named in the legend", () => {
  const { data, layout } = quantileBandsFigure(drawn, "en", ICU);
  assertEquals(data.length, 4 * 3);
  const named = data.filter(({ showlegend }) => showlegend === true).map(({ name }) => name);
  assertEquals(named, [
    "simultaneous 90 % band",
    "pointwise 90 % band",
    "median",
  ]);
  for (const word of ["median", "pointwise 90 % band", "simultaneous 90 % band"]) {
    assertStringIncludes(layout.meta.note, word);
  }
  const [all, pointwise] = data.map(({ y }) => y as number[]);
  assertEquals(
    all.every((value, at) => at < 120 ? value >= pointwise[at] : value <= pointwise[at]),
    true,
  );
});

Deno.test("quantileBandsFigure() of fewer than 20 replications has medians alone and says so", () => {
  const { data, layout } = quantileBandsFigure(fixed, "en", ICU);
  assertEquals(data.length, 4);
  assertStringIncludes(layout.meta.note, "fewer than 20 replications give no bands");
});

Deno.test("convergenceFigure() has a panel per scenario, target lines and the number found", () => {
  const { data, layout } = convergenceFigure(fixed);
  assertEquals(data.length, 4 * 2);
  const shapes = layout.shapes as { x0: number; x1: number; y0: number; line: { dash: string } }[];
  assertEquals(shapes.filter(({ line }) => line.dash === "dash").map(({ x0 }) => x0), [
    4,
    8,
    11,
    14,
  ]);
  const last = fixed.precision.filter(({ scenario }) => scenario === "plan").at(-1);
  const dots = shapes.filter(({ line }) => line.dash === "dot").map(({ y0 }) => y0);
  assertEquals(dots.slice(0, 2), [0.98 * (last?.mean ?? 0), 1.02 * (last?.mean ?? 0)]);
  assertStringIncludes(layout.meta.description, "reached from 14 replications on");
});

Deno.test("convergenceFigure() says that a target was not reached, and marks no number", () => {
  const precision = fixed.precision.map((row) => ({ ...row, met: false }));
  const { layout } = convergenceFigure({ ...fixed, precision });
  assertStringIncludes(layout.meta.description, "target not reached");
  assertEquals((layout.shapes as { line: { dash: string } }[]).length, 8);
});

Deno.test("convergenceFigure() thins long courses, the ends kept, and draws twelve of many", () => {
  const [row] = fixed.precision;
  const precision = Array.from(
    { length: 13 },
    (_, target) =>
      Array.from({ length: 1000 }, (_, k) => ({
        ...row,
        target: 0.02 + target / 100,
        replications: k + 2,
      })),
  ).flat();
  const { data } = convergenceFigure({ ...fixed, precision });
  assertEquals(data.length, 12 * 2);
  const drawnAt = data[1].x as number[];
  assertEquals(drawnAt.length <= 120, true);
  assertEquals([drawnAt[0], drawnAt.at(-1)], [2, 1001]);
});

Deno.test("warmUpFigure() marks the window and MSER-5, and no cut where none was found", () => {
  const { data, layout } = warmUpFigure(fixed);
  assertEquals(data.length, 3 * 3);
  const shapes = layout.shapes as { x0: number; yref: string }[];
  assertEquals(shapes.map(({ x0, yref }) => [yref, x0]), [
    ["y domain", 0],
    ["y domain", -14],
    ["y2 domain", 0],
    ["y2 domain", -9],
    ["y3 domain", 0],
  ]);
  assertStringIncludes(layout.meta.description, "MSER-5 finds no settled end");
});

Deno.test("exceedanceFigure() shows probabilities with both ends, a panel per event", () => {
  const { data } = exceedanceFigure(fixed);
  assertEquals(data.length, 2);
  const rows = fixed.exceedances.slice(0, 4);
  assertEquals(data[0].x, rows.map(({ probability }) => six(100 * probability)));
  const { array, arrayminus } = data[0].error_x as { array: number[]; arrayminus: number[] };
  assertEquals(
    array,
    rows.map(({ high, probability }) => six(six(100 * high) - six(100 * probability))),
  );
  assertEquals(
    arrayminus,
    rows.map(({ low, probability }) => six(Math.abs(six(100 * low) - six(100 * probability)))),
  );
});

Deno.test("eventLabel() tells at from above, and one day from more", () => {
  const event = { measure: "waiting", unit: "patients", level: 1000, orAt: true, days: 0 };
  assertEquals(
    eventLabel(event, "en"),
    "Waiting for a bed at or above 1000 patients on at least 1 day",
  );
  assertEquals(
    eventLabel({ ...event, orAt: false, days: 1 }, "en"),
    "Waiting for a bed above 1000 patients on more than 1 day",
  );
  assertEquals(eventLabel({ ...event, days: 3 }, "zh"), "等待床位超过3天不低于1000人");
});

Deno.test("figures give the range of grades where scenarios differ", () => {
  const scenarios = fixed.manifest.scenarios.map((scenario, at) => ({
    ...scenario,
    grades: { ...scenario.grades, assumed: 2 + at },
  }));
  const set: ResultSet = { ...fixed, manifest: { ...fixed.manifest, scenarios } };
  assertEquals(
    bedOccupancyFigure(set).layout.meta.grade,
    "All inputs of the scenarios: 4–7, of them 1 observed, 1 derived, 2–5 assumed",
  );
});

Deno.test("differencesFigure() says same infections only where they are", () => {
  const note = (set: ResultSet): string => differencesFigure(set).layout.meta.note;
  assertStringIncludes(note(fixed), "same infections in every scenario; ");
  assertStringIncludes(note({ ...fixed, bands: [] }), "paired replication by replication; ");
});

Deno.test("transferPartsFigure() of draws sums means, since medians of parts do not add up", () => {
  const { data } = transferPartsFigure(drawn);
  const row = drawn.comparison.find(({ scenario, measure, line }) =>
    scenario === "plan" && measure === "transfer_part_mean" && line === "ride"
  );
  const ride = data.find(({ name }) => name === "Ride")?.x as number[];
  assertEquals(ride[0], six(row?.mean ?? NaN));
});

Deno.test("warmUpFigure() has panels of their own for a scenario that starts otherwise", () => {
  const start = { ...fixed.manifest.scenarios[0].start, kind: "census", warmUpDays: 0 } as const;
  const scenarios = fixed.manifest.scenarios.map((one, at) => at === 2 ? { ...one, start } : one);
  const { data, layout } = warmUpFigure({ ...fixed, manifest: { ...fixed.manifest, scenarios } });
  assertEquals(data.length, 6 * 3);
  assertStringIncludes(layout.meta.description, "ICU beds: As it happened: ");
  const level = fixed.start.map((row) => row.scenario === "plan" ? { ...row, level: 7 } : row);
  assertEquals(warmUpFigure({ ...fixed, start: level }).data.length, 6 * 3);
});
