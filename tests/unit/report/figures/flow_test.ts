/** Flow of patients: conservation, one scale, words. */
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { streamsOf } from "../../../../sim/report/figures/_flow_streams.ts";
import { shortText } from "../../../../sim/report/figures/_flow_words.ts";
import { flowFigure, type Trace } from "../../../../sim/report/figures/mod.ts";
import type { FlowPlace, FlowRow, ResultSet } from "../../../../sim/experiment/results/mod.ts";
import { fullResultSet } from "./full_set.ts";

const set = fullResultSet();

const row = (from: FlowPlace, to: FlowPlace, mean: number, scenario = "plan"): FlowRow => (
  { scenario, from, to, replications: 3, mean, meanLow: mean - 1, meanHigh: mean + 1 }
);
const withFlows = (...flows: FlowRow[]): ResultSet => ({ ...set, flows });

const sumOf = (rows: readonly FlowRow[], end: "from" | "to", place: string): number =>
  streamsOf(rows).filter((stream) => stream[end] === place)
    .reduce((sum, { value }) => sum + value, 0);

/** Height of a ribbon at its left end [px]. */
function heightOf({ y }: Trace): number {
  const points = y as number[];
  return points[points.length - 2] - points[0];
}
const ribbons = (drawn: ReturnType<typeof flowFigure>): Trace[] =>
  drawn.data.filter(({ name }) => name !== "bars");
const labels = ({ layout }: ReturnType<typeof flowFigure>): string[] =>
  (layout.annotations as { text: string }[]).map(({ text }) => text);

// Planted: moves between beds drawn on the left alone: what comes to a bed does not go.
Deno.test("flowFigure() lets out of every bed what came into it, over all scenarios", () => {
  for (const { name } of set.manifest.scenarios) {
    const rows = set.flows.filter(({ scenario }) => scenario === name);
    const beds = new Set(
      streamsOf(rows).flatMap(({ from, to }) => [from, to])
        .filter((key) => key.startsWith("bed:")),
    );
    assert(beds.size >= 4);
    for (const bed of beds) {
      const into = sumOf(rows, "to", bed);
      assertAlmostEquals(sumOf(rows, "from", bed), into, 1e-6 * into);
    }
  }
});

Deno.test("flowFigure() draws a move between beds twice and whoever never had a bed through no bed", () => {
  const streams = streamsOf([
    row("home", "lead", 10),
    row("lead", "partner", 4),
    row("home", "died", 2),
    row("lead", "lead", 1),
    row("present_at_start", "home", 7),
  ]).map(({ from, to, value }) => [from, to, value]);
  assertEquals(streams, [
    ["from:home", "bed:lead", 10],
    ["from:other_bed", "bed:partner", 4],
    ["bed:lead", "to:other_bed", 5],
    ["from:home", "bed:no_bed", 2],
    ["bed:no_bed", "to:died", 2],
    ["from:other_bed", "bed:lead", 1],
  ]);
});

Deno.test("flowFigure() has one scale over all panels, also for a scenario by itself", () => {
  const flows = [row("home", "lead", 100), row("home", "lead", 25, "no_tiers")];
  const [large, small] = ribbons(flowFigure(withFlows(...flows)));
  assertAlmostEquals(heightOf(large), 4 * heightOf(small), 0.05);
  const [alone] = ribbons(flowFigure(withFlows(...flows), "en", { scenario: "no_tiers" }));
  assertAlmostEquals(heightOf(alone), heightOf(small), 0.02);
});

Deno.test("flowFigure() says from where to where, how many, which share, when pointed at", () => {
  const drawn = flowFigure(withFlows(
    row("home", "lead", 30),
    row("designated", "lead", 6),
    row("shelter", "lead", 4),
  ));
  const said = ribbons(drawn).map(({ text }) => String(text));
  assertEquals(
    said[0],
    "<b>Home → Lead</b><br>30 patients, 75 % of all into “Lead” (95 %: 29 to 31)",
  );
  assertStringIncludes(said[1], "10 patients, 25 % of all into “Lead”<br>Designated → Lead: 6 (95");
  assertStringIncludes(said[1], "<br>Shelter → Lead: 4 (95 %: 3 to 5)");
});

Deno.test("flowFigure() has a panel for each scenario with rows, and names its bars in Chinese", () => {
  assertEquals(flowFigure(set).data.filter(({ name }) => name === "bars").length, 4);
  const words = labels(flowFigure(withFlows(row("home", "lead", 30)), "zh"));
  assertEquals(words.slice(1, 5), ["来自", "所住床位", "去向", "居家 <b>30</b>"]);
});

Deno.test("flowFigure() of one replication says no interval", () => {
  const [ribbon] = ribbons(flowFigure(withFlows({ ...row("home", "lead", 3), meanLow: NaN })));
  assertEquals(String(ribbon.text).includes("95 %"), false);
});

Deno.test("flowFigure() shortens six digits on bars, and gives a decimal to few patients", () => {
  assertEquals(shortText(123_456, "en"), "123k");
  assertEquals(shortText(123_456, "zh"), "12.3万");
  assertEquals([shortText(12_345, "zh"), shortText(9.94, "en"), shortText(4, "en")], [
    "12,345",
    "9.9",
    "4",
  ]);
});

Deno.test("flowFigure() refuses a scenario that is not there", () => {
  assertThrows(
    () => flowFigure(set, "en", { scenario: "plam" }),
    RangeError,
    'Cannot draw flows as scenario must be one of the results: current is "plam"; nearest is "plan"',
  );
});
