import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { facilityHeatMapFigure } from "../../../../sim/report/figures/mod.ts";
import type { FacilityDayRow, ResultSet } from "../../../../sim/experiment/results/mod.ts";
import { facilityDaysOf, facilityNamesOf } from "../../../support/facility_days.ts";
import { fullResultSet } from "./full_set.ts";

const set = fullResultSet();

/** The set with other midnights; facilities without a name but for those given. */
function withDays(
  facilityDays: readonly FacilityDayRow[],
  facilityNames: ResultSet["manifest"]["city"]["facilityNames"] = [],
): ResultSet {
  const { manifest } = set;
  return {
    ...set,
    manifest: { ...manifest, city: { ...manifest.city, facilityNames } },
    facilityDays,
  };
}

function day(facility: string, date: string, beds: readonly [number, number, number]) {
  const [usable, covid, ordinary] = beds;
  return { scenario: "plan", date: `2022-12-${date}`, facility, usable, covid, ordinary };
}

const FEW = [
  day("a", "01", [100, 20, 30]),
  day("a", "02", [100, 60.4, 40]),
  day("b", "01", [0, 0, 0]),
  day("b", "02", [20, 3, 16.96]),
  day("c", "01", [0, 2, 0]),
  day("c", "02", [10, 0.04, 0]),
];

Deno.test("facilityHeatMapFigure() colours shares in whole percent, the highest peak on top", () => {
  const [shares] = facilityHeatMapFigure(withDays(FEW)).data;
  assertEquals(shares.y, ["a", "b", "c"]);
  assertEquals(shares.x, ["2022-12-01", "2022-12-02"]);
  assertEquals(shares.z, [[50, 101], [-10, 100], [999, 0]]);
});

Deno.test("facilityHeatMapFigure() says beds, patients and share of a night", () => {
  const [{ customdata, hovertemplate }] = facilityHeatMapFigure(withDays(FEW)).data;
  assertEquals(customdata, [
    [[100, 20, 30, 50], [100, 60, 40, 101]],
    [[0, 0, 0, "–"], [20, 3, 17, 100]],
    [[0, 2, 0, "–"], [10, 0, 0, 0]],
  ]);
  assertStringIncludes(String(hovertemplate), "%{customdata[1]} COVID-19");
});

Deno.test("facilityHeatMapFigure() strikes nights without usable beds through", () => {
  const { data, layout } = facilityHeatMapFigure(withDays(FEW));
  assertEquals(data.map(({ name }) => name), ["shares", "strikes"]);
  assertEquals(data[1].x, ["2022-11-30 12:00", "2022-12-01 12:00", null]);
  assertEquals(data[1].y, ["b", "b", null]);
  assertStringIncludes(layout.meta.note, "grey with a line: no usable beds");
  const open = facilityHeatMapFigure(withDays(FEW.slice(0, 2)));
  assertEquals(open.data.map(({ name }) => name), ["shares"]);
  assertEquals(open.layout.meta.note.includes("grey"), false);
});

Deno.test("facilityHeatMapFigure() tells 100 % from more, and no beds from an empty ward", () => {
  const colours = (from: ResultSet) => {
    type Axis = { cmin: number; cmax: number; colorscale: [number, string][] };
    const { cmin, cmax, colorscale } = facilityHeatMapFigure(from).layout.coloraxis as Axis;
    return (value: number) => {
      const place = Math.min(1, (value - cmin) / (cmax - cmin));
      return colorscale.findLast(([from]) => from <= place)?.[1];
    };
  };
  const colour = colours(withDays(FEW));
  assertEquals(colour(101), "#d55e00");
  assertEquals(colour(999), "#d55e00");
  assertEquals(colour(100), "#0d4a90");
  assertEquals(colour(-10), "#c3c8ce");
  assertEquals(colour(0), "#ecf3fb");
  assertEquals(colours(withDays(FEW.slice(0, 2)))(0), "#ecf3fb");
});

Deno.test("facilityHeatMapFigure() shows the fullest by kind, says of how many, alike in panels", () => {
  const scenarios = set.manifest.scenarios.map(({ name }) => name);
  const spec = { scenarios, start: "2022-11-01", days: 111, facilities: 207 };
  const city = withDays(facilityDaysOf(spec), facilityNamesOf(spec));
  const { data, layout } = facilityHeatMapFigure(city, "en");
  const maps = data.filter(({ type }) => type === "heatmap");
  assertEquals(maps.length, scenarios.length);
  const [rows, ...others] = maps.map(({ y }) => y as string[]);
  for (const other of others) assertEquals(other, rows);
  assertEquals(rows.filter((row) => row.startsWith("North district")).length, 40);
  assertEquals(rows.filter((row) => row.startsWith("group")), [
    "group Shelters",
    "group Tertiary hospitals (tier 3)",
    "group Secondary hospitals (tier 2)",
  ]);
  assertStringIncludes(layout.meta.note, "40 of 207 facilities");
  const shown = (layout.yaxis as { ticktext: string[] }).ticktext;
  assertStringIncludes(shown[0], "<b");
  assertEquals(shown[1].startsWith("North district shelter"), true);
});

Deno.test("facilityHeatMapFigure() draws one scenario when asked, and as few rows as asked", () => {
  const one = facilityHeatMapFigure(set, "en", { scenario: "no_tiers", largest: 2 });
  assertEquals(one.data.filter(({ type }) => type === "heatmap").length, 1);
  assertStringIncludes(one.layout.meta.note, "2 of 5 facilities");
  const message =
    "Cannot draw facilities as their largest number must be a whole number >= 1: current largest is 0";
  assertThrows(() => facilityHeatMapFigure(set, "en", { largest: 0 }), RangeError, message);
});

Deno.test("facilityHeatMapFigure() leaves out what never has a bed or a patient", () => {
  assertEquals(facilityHeatMapFigure(withDays([day("a", "01", [0, 0, 0])])).data, []);
});

Deno.test("facilityHeatMapFigure() escapes names, cuts long ones, and tells equal ones apart", () => {
  const name = { en: `<i>Hospital</i> of the ${"northern ".repeat(5)}district 12`, zh: "医院" };
  const named = ["a", "b"].map((id) => ({ id, name, kind: "hospital", tier: 3 } as const));
  const { data, layout } = facilityHeatMapFigure(withDays(FEW, named));
  const { ticktext, tickvals } = layout.yaxis as { ticktext: string[]; tickvals: string[] };
  assertEquals(ticktext.slice(1, 2), ["&lt;i&gt;Hospital&lt;/i&gt; of the northern… 12"]);
  const whole = `&lt;i&gt;Hospital&lt;/i&gt; of the ${"northern ".repeat(5)}district 12`;
  assertEquals(tickvals.slice(1), [whole, `${whole} (b)`, "c"]);
  assertEquals(data[0].y, tickvals);
});

Deno.test("facilityHeatMapFigure() refuses a scenario that is not there", () => {
  assertThrows(
    () => facilityHeatMapFigure(set, "en", { scenario: "plam" }),
    RangeError,
    'Cannot draw facilities as scenario must be one of the results: current is "plam"; nearest is "plan"',
  );
});
