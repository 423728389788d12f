import { assertEquals, assertStringIncludes } from "@std/assert";
import type { RestorationRow, ResultSet } from "../../../../sim/experiment/results/mod.ts";
import { reportHtml } from "../../../../sim/report/html/mod.ts";
import { TINY_RESULT_SET } from "../../../../sim/report/tables/mod.ts";

const [ROW] = TINY_RESULT_SET.restoration;

/** Weekly visits of secondary hospitals under the plan. */
function withWeeks(weeks: readonly (readonly [week: string, mean: number, full: boolean])[]) {
  const restoration: RestorationRow[] = weeks.map(([week, mean, full]) => ({
    ...ROW,
    ...{ week, mean, p50: mean, full },
  }));
  return sectionOf(reportHtml({ ...TINY_RESULT_SET, restoration } as ResultSet));
}

/** The section on ordinary services, on one line. */
function sectionOf(page: string): string {
  const [section = ""] = /<section id="services"[\s\S]*?<\/section>/.exec(page) ?? [];
  return section.replace(/\s+/g, " ");
}

// Planted: the last of the full weeks named instead of the first.
Deno.test("reportHtml() says the lowest week and the week of full recovery by institution", () => {
  const page = withWeeks([
    ["2020-03-23", 70, false],
    ["2020-03-30", 61.4, false],
    ["2020-04-06", 96, true],
    ["2020-04-13", 99, true],
  ]);
  assertStringIncludes(
    page,
    "Outpatient and emergency visits: secondary hospitals lowest at 61 % in the week of 2020-03-30, " +
      "back for good from 2020-04-06.",
  );
  assertStringIncludes(
    page,
    "门急诊：二级医院最低为61%（2020-03-30当周），自2020-04-06起稳定恢复。",
  );
  assertStringIncludes(page, "<td>61.4</td><td>2020-03-30</td><td>2020-04-06</td><td>–</td>");
  assertStringIncludes(page, "no visits in 2019");
});

Deno.test("reportHtml() says when services are not back, and when they never fell", () => {
  const low = withWeeks([["2020-03-23", 70, false], ["2020-03-30", 96, false]]);
  assertStringIncludes(low, "lowest at 70 % in the week of 2020-03-23, not back by the end.");
  assertStringIncludes(low, "期末仍未恢复");
  const full = withWeeks([["2020-03-23", 98, true], ["2020-03-30", 97, true]]);
  assertStringIncludes(full, "lowest at 97 % in the week of 2020-03-30, never below 95 %.");
});

Deno.test("reportHtml() of results without the tables of the notices has the section, no table", () => {
  const page = sectionOf(reportHtml({ ...TINY_RESULT_SET, restoration: [], monitoring: [] }));
  assertStringIncludes(page, "Ordinary services");
  assertEquals(page.includes("restoration-caption"), false);
});

Deno.test("reportHtml() says what ordinary services are not, in both languages", () => {
  const [page = ""] = /<section id="made"[\s\S]*?<\/section>/.exec(reportHtml(TINY_RESULT_SET)) ??
    [];
  assertStringIncludes(page, "Demand does not fall by itself in a wave");
  assertStringIncludes(page, "未单独模拟居民回避就医");
});
