/** The report of scenarios in which nobody is infected: no epidemic, no empty figures. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { ComparisonRow, ResultSet } from "../../../../sim/experiment/results/mod.ts";
import {
  patientOutcomesFigure,
  transferDelayFigure,
  transferPartsFigure,
} from "../../../../sim/report/figures/mod.ts";
import { reportHtml } from "../../../../sim/report/html/mod.ts";
import { isWithoutInfections, methodText } from "../../../../sim/report/method/mod.ts";
import { fullResultSet } from "../figures/full_set.ts";

const FULL = fullResultSet();
const NO_GROUPS = { grid: "", tier: "", facility: "", ward: "", colour: "", rule: "", line: "" };

/** A measure of every scenario with one value, or none. */
function valued(measure: string, value: number): ComparisonRow[] {
  return FULL.manifest.scenarios.map(({ name }) => ({
    ...FULL.comparison[0],
    ...NO_GROUPS,
    scenario: name,
    measure,
    ...{ mean: value, meanLow: value, meanHigh: value, p50: value, difference: NaN },
    reached: Number.isNaN(value) ? 0 : 3,
  }));
}

/** Measures that are 0, or have no value, without cases. */
const NONE = ["deaths", "deaths_expected_in_right_care", "deaths_excess"];
const NOTHING = ["recovered_by_day_28_of_bed_needing"];

/** The set with so many infected, and nobody of them ill. */
function infected(count: number): ResultSet {
  const transfers = ["transfer_delay_mean", "transfer_within_target", "transfer_part_mean"];
  const without = [...NONE, ...NOTHING, ...transfers, "infected"];
  return {
    ...FULL,
    bands: FULL.bands.map((row) =>
      row.measure === "transfer_delay_mean" ? { ...row, mean: NaN, p50: NaN } : row
    ),
    comparison: [
      ...FULL.comparison.filter(({ measure }) => !without.includes(measure)),
      ...NONE.flatMap((measure) => valued(measure, 0)),
      ...NOTHING.flatMap((measure) => valued(measure, NaN)),
      ...valued("infected", count),
    ],
  };
}

const HEALTHY = infected(0);
const sectionOf = (page: string, id: string): string =>
  (new RegExp(`<section id="${id}"[\\s\\S]*?</section>`).exec(page) ?? [""])[0];

Deno.test("isWithoutInfections() asks for the infected of every scenario", () => {
  assertEquals(isWithoutInfections(HEALTHY), true);
  assertEquals(isWithoutInfections(infected(0.25)), false);
  const some = HEALTHY.comparison.filter(({ measure, scenario }) =>
    measure !== "infected" || scenario !== "plan_high"
  );
  assertEquals(isWithoutInfections({ ...HEALTHY, comparison: some }), false);
  const arrivals = {
    ...HEALTHY,
    comparison: [...HEALTHY.comparison, ...valued("arrivals_infected", 2)],
  };
  assertEquals(isWithoutInfections(arrivals), false);
});

// Planted: figures drawn whenever there are rows: empty axes in place of sentences, red.
Deno.test("figures of transfers and outcomes without cases are empty", () => {
  for (const figure of [transferDelayFigure, transferPartsFigure, patientOutcomesFigure]) {
    assertEquals(figure(HEALTHY).data, [], figure.name);
    assert(figure(FULL).data.length > 0, figure.name);
  }
});

Deno.test("reportHtml() speaks of no epidemic where nobody is infected", () => {
  const page = reportHtml(HEALTHY);
  for (
    const text of [
      "Simulated without an epidemic from 2022-11-01",
      "模拟（无疫情）自2022-11-01起",
      "Nobody is infected in any scenario: what differs is ordinary care alone.",
      "Synthetic City: 4 scenarios compared",
      "合成城市：4个方案的比较",
      "no value: nobody was infected or moved",
    ]
  ) assertStringIncludes(page, text);
  assert(!/Simulated wave|模拟疫情|tiered care compared/.test(page));
  const [transfers, recovery] = ["transfers", "recovery"].map((id) => sectionOf(page, id));
  assert(!transfers.includes("<figure") && !recovery.includes("<figure"));
  assertStringIncludes(transfers, "no case was transferred and there is no delay to show");
  assertStringIncludes(recovery, "nobody fell ill with COVID-19, recovered or died of it");
  assertStringIncludes(reportHtml(FULL), "Simulated wave from 2022-11-01");
});

Deno.test("methodText() speaks of no epidemic where nobody is infected", () => {
  const text = methodText(HEALTHY);
  assertEquals(
    /terminating: one wave|in an epidemic wave|A wave of COVID|Infections fall in \d/.exec(text),
    null,
  );
  assertStringIncludes(text, "Nobody is infected in ");
  assertStringIncludes(methodText(FULL), "Infections fall in ");
  assertStringIncludes(methodText(HEALTHY, "zh"), "规定时间，无人感染");
});

Deno.test("an axis of a few deaths is marked by whole persons", () => {
  const few = infected(3);
  const comparison = few.comparison.map((row) =>
    row.measure === "deaths" ? { ...row, mean: 1 } : row
  );
  const { layout } = patientOutcomesFigure({ ...few, comparison });
  assertEquals((layout as unknown as { xaxis: { dtick: number } }).xaxis.dtick, 1);
});

Deno.test("reportHtml() says that theatres are not modelled where one looks for operations", () => {
  const monitoring = FULL.monitoring.filter(({ quantity }) => quantity !== "operations");
  const none = sectionOf(reportHtml({ ...FULL, monitoring }), "services").replace(/\s+/g, " ");
  assertStringIncludes(
    none,
    "There are no numbers of operations: operating theatres are not modelled (hospital.surgery.counted is off).",
  );
  assertStringIncludes(none, "未模拟手术室");
  const [one] = monitoring;
  const counted = FULL.manifest.scenarios.map(({ name }) => ({
    ...one,
    scenario: name,
    quantity: "operations" as const,
  }));
  const all = reportHtml({ ...FULL, monitoring: [...monitoring, ...counted] });
  assert(!all.includes("operating theatres are not modelled"));
  const some = reportHtml({ ...FULL, monitoring: [...monitoring, ...counted.slice(1)] });
  assertMatch(some, /operating theatres are not modelled in Plan as written \(hospital/);
});
