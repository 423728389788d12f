/** Facilities that close and open again: who was moved, how late it was, what came back. */
import type { ResultSet } from "../../experiment/results/mod.ts";
import { groupLabel, type Lang, scenarioTitle } from "../figures/mod.ts";
import { both, inBoth, type Markup, markup } from "./_markup.ts";
import { headOf, tableOf } from "./_table.ts";
import { estimateText, rowOf } from "./_words.ts";

/** The measure that every closure has. */
const MOVED = "closure_cases_moved";

/** Measures in columns, with their heads. */
const COLUMNS: readonly (readonly [measure: string, en: string, zh: string])[] = [
  [MOVED, "Cases moved out", "转出病例"],
  ["closure_ordinary_moved", "Ordinary inpatients moved", "转出普通患者"],
  ["closure_discharged_early", "Sent home early", "提前出院"],
  ["closure_move_wait_mean", "Mean time until they left", "转出平均用时"],
  ["closure_hours_to_empty", "Empty after", "清空用时"],
  ["reopening_delay", "Opened later than planned by", "晚于计划恢复"],
  ["reopening_day", "First day of service", "恢复服务首日"],
  ["ordinary_beds_given_back", "Beds given back to ordinary service", "归还日常服务的床位"],
];

/** Columns that are left out where nobody is in them. */
const SELDOM = new Set(["closure_ordinary_moved", "closure_discharged_early"]);

/** The columns that have something to show. */
function columnsOf({ comparison }: ResultSet): typeof COLUMNS {
  return COLUMNS.filter(([measure]) =>
    !SELDOM.has(measure) ||
    comparison.some((row) => row.measure === measure && (row.p50 > 0 || row.mean > 0))
  );
}

/** The closures of each scenario that has some, all together and by facility; nothing without any. */
export function closuresPart(set: ResultSet): Markup {
  const rows = set.comparison.filter(({ measure }) => measure === MOVED);
  if (rows.length === 0) return markup``;
  const body = set.manifest.scenarios.flatMap(({ name }) => {
    const facilities = rows.filter(({ scenario }) => scenario === name)
      .map(({ facility }) => facility).sort((a, b) => Number(a !== "") - Number(b !== ""));
    // One facility alone is the total.
    const shown = facilities.length === 2 ? facilities.slice(1) : facilities;
    return shown.map((facility, at) =>
      lineOf(set, { scenario: name, facility }, at === 0 ? shown.length : 0)
    );
  });
  return markup`<h3>${both("Closures and reopenings", "停止收治与恢复服务")}</h3>${
    tableOf(set, {
      id: "closures",
      kind: "numbers compact",
      caption: both(
        "Facilities that close within the run, mean over replications with its spread; all together, the latest of all for times. “Empty after” is the time from the closure until the last patient of the closed wards has left; beds given back took only COVID-19 patients before. Who went from which bed to which, day by day, stands in moves_<scenario>.csv of a run with --log.",
        "期内停止收治的医疗机构，各次重复的均值及离散；“合计”行的时间为其中最晚者。“清空用时”为停止收治至关闭病区最后一名患者离开的时间；归还的床位此前仅收治新冠患者。逐日的床位转移见以 --log 运行所得的 moves_<方案>.csv。",
      ),
      head: [
        ...headOf([["Scenario", "方案"], ["Facility", "医疗机构"]]),
        ...headOf(columnsOf(set).map(([, en, zh]) => [en, zh])),
      ],
      body: markup`<tbody>${body}</tbody>`,
    })
  }`;
}

/** A line; the first of a scenario names it for all of its lines. */
function lineOf(
  set: ResultSet,
  { scenario, facility }: { readonly scenario: string; readonly facility: string },
  lines: number,
): Markup {
  const cells = columnsOf(set).map(([measure]) =>
    markup`<td>${inBoth((lang) => cellText(set, { scenario, facility, measure }, lang))}</td>`
  );
  const title = lines === 0
    ? ""
    : markup`<th scope="row" rowspan="${lines}">${
      inBoth((lang) => scenarioTitle(set, scenario, lang))
    }</th>`;
  const which = facility === ""
    ? both("all", "合计")
    : inBoth((lang) => groupLabel({ facility }, lang));
  return markup`<tr>${title}<td class="name">${which}</td>${cells}</tr>`;
}

function cellText(
  set: ResultSet,
  { scenario, facility, measure }: { scenario: string; facility: string; measure: string },
  lang: Lang,
): Markup | string {
  const row = rowOf(set, scenario, { measure, groups: { facility } });
  if (row === undefined) return "–";
  if (measure === "reopening_day") return dateText(set, row.reached === 0 ? NaN : row.p50);
  const { value, range } = estimateText(set, row, lang);
  return range === "" ? value : markup`${value}<small>${range.trim()}</small>`;
}

/** The date of a day of the window; a dash without one. */
function dateText({ manifest }: ResultSet, day: number): string {
  if (!Number.isFinite(day)) return "–";
  const days = Math.round(day) - 1;
  return Temporal.PlainDate.from(manifest.window.start).add({ days }).toString();
}
