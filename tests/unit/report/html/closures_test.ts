/** Closures and reopenings in the report: shown where a scenario has some, with the baseline or without. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { compareMeasures } from "../../../../sim/experiment/analysis/mod.ts";
import {
  type MeasureRow,
  NO_GROUPS,
  type ResultSet,
} from "../../../../sim/experiment/results/mod.ts";
import { reportHtml } from "../../../../sim/report/html/mod.ts";
import { syntheticResultSet } from "../../../support/result_set.ts";

const SYNTHETIC = syntheticResultSet() as ResultSet;

/** Rows of one measure of the last scenario, a value for each replication. */
function rows(
  measure: string,
  unit: string,
  values: readonly number[],
  facility = "",
): MeasureRow[] {
  const scenario = SYNTHETIC.manifest.scenarios.at(-1)!.name;
  return values.map((value, replication) => ({
    ...{ scenario, replication, measure, unit, value },
    ...NO_GROUPS,
    facility,
  }));
}

/** What a scenario leaves that closes two hospitals of which one opens late. */
const CLOSED: readonly MeasureRow[] = ["", "north", "south"].flatMap((facility, i) => [
  ...rows("closure_cases_moved", "patients", [[17, 18, 17], [5, 5, 5], [12, 13, 12]][i], facility),
  ...rows("closure_move_wait_mean", "h", [2.5, 3, 3.5], facility),
  ...rows("closure_hours_to_empty", "h", [18, 19, 20], facility),
  ...rows("reopening_delay", "h", [0, 0, i === 2 ? 0 : 6], facility),
  ...rows("reopening_day", "day", [31, 31, 31], facility),
  ...rows("ordinary_beds_given_back", "beds", [98, 98, 98], facility),
]);

/** The section on beds, on one line. */
function bedsOf(measures: readonly MeasureRow[]): string {
  const { baseline } = SYNTHETIC.manifest;
  const base = { ...rows("deaths", "persons", [1])[0], scenario: baseline };
  const comparison = compareMeasures([base, ...measures], baseline)
    .filter(({ measure }) => measure !== "deaths");
  const page = reportHtml({ ...SYNTHETIC, comparison: [...SYNTHETIC.comparison, ...comparison] });
  const [section = ""] = /<section id="beds"[\s\S]*?<\/section>/.exec(page) ?? [];
  return section.replace(/\s+/g, " ");
}

const shown = (text: string) => `<span lang="en">${text}</span>`;

// Planted: rows without a baseline's passed over: no table, red.
Deno.test("reportHtml() shows closures and reopenings, of all and of each facility", () => {
  const section = bedsOf(CLOSED);
  for (const title of ["Closures and reopenings", "停止收治与恢复服务"]) {
    assertStringIncludes(section, title);
  }
  const lines = section.split("<tr>").filter((line) => line.includes('class="name"'));
  assertEquals(lines.length, 3);
  assert(lines[0].includes(shown("all")) && lines[1].includes("north"), lines[0]);
  assertEquals(lines.filter((line) => line.includes('rowspan="3"')).length, 1);
  assertStringIncludes(lines[0], "17<small>(16 to 19)</small>");
  assertStringIncludes(lines[0], shown("98 beds"));
  assertStringIncludes(lines[0], '<span lang="zh">98 张</span>');
  assertStringIncludes(lines[0], shown("2022-12-01"));
  assertStringIncludes(lines[2], shown("0.0 h"));
  assertStringIncludes(section, "moves_&lt;scenario&gt;.csv");
});

Deno.test("reportHtml() has ordinary inpatients of closures only where some leave", () => {
  const moved = (counts: readonly number[]) =>
    ["", "north", "south"].flatMap((facility) =>
      rows("closure_ordinary_moved", "patients", counts, facility)
    );
  assert(!bedsOf([...CLOSED, ...moved([0, 0, 0])]).includes("Ordinary inpatients moved"));
  const some = bedsOf([...CLOSED, ...moved([4, 0, 5])]);
  assertStringIncludes(some, "Ordinary inpatients moved");
  assert(!some.includes("Sent home early"));
});

Deno.test("reportHtml() names one facility that closes once, and none where nothing closes", () => {
  const one = CLOSED.filter(({ facility }) => facility === "" || facility === "north");
  assertEquals(bedsOf(one).split('class="name"').length - 1, 1);
  assert(!bedsOf([]).includes("closures-caption"));
});
