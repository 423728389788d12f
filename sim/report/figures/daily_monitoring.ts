/** What institutions of level two and above report every day (BJ-3.18), as a figure. */
import { MONITORED } from "../../domain/terms/mod.ts";
import type { MonitoringRow, ResultSet } from "../../experiment/results/mod.ts";
import type { Figure, Lang } from "./figure.ts";
import { institutionLabel, quantityLabel, unitLabel } from "./labels.ts";
import { linesFigure, type Panel } from "./_lines.ts";
import { estimateOf, rounded } from "./_values.ts";

const INSTITUTION = "level_2_and_above";

/**
 * Daily visits, admissions, inpatients in bed and, where they are counted, operations of institutions
 * of level two and above: a line per scenario with its band, and the same days of 2019.
 *
 * @param set Results.
 * @param lang Language of titles.
 * @returns Figure; quantities without rows have no panel.
 *
 * @example Rows of secondary hospitals alone draw nothing
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { dailyMonitoringFigure } from "./mod.ts";
 * assertEquals(dailyMonitoringFigure(TINY_RESULT_SET).data, []);
 * ```
 */
export function dailyMonitoringFigure(set: ResultSet, lang: Lang = "en"): Figure {
  const rows = Map.groupBy(
    set.monitoring.filter(({ institution }) => institution === INSTITUTION),
    ({ quantity }) => quantity,
  );
  const en = lang === "en";
  const panels = MONITORED.filter((quantity) => rows.has(quantity))
    .map((quantity) => panelOf(set, lang, rows.get(quantity)!));
  const name = institutionLabel(INSTITUTION, lang);
  return linesFigure(set, lang, {
    title: en ? `Daily monitoring of ${name}` : `${name}每日监测`,
    axisTitle: en ? "Number" : "数量",
    unit: "",
    step: "day",
    factor: 1,
    panels,
    ...(panels.length === 0 ? {} : { columns: 2 }),
  });
}

function panelOf(set: ResultSet, lang: Lang, rows: readonly MonitoringRow[]): Panel {
  const [{ quantity, unit, scenario: first }] = rows;
  return {
    title: lang === "en"
      ? `${quantityLabel(quantity, lang)}${unit.endsWith("/d") ? " a day" : ""}`
      : `${quantityLabel(quantity, lang)} [${unitLabel(unit, lang)}]`,
    of: (scenario) =>
      rows.filter((row) => row.scenario === scenario)
        .map((row) => ({ date: row.date, ...estimateOf(set, row, 1) })),
    beside: {
      name: lang === "en" ? "2019: no epidemic, everything open" : "2019年：无疫情、全部开放",
      days: rows.filter(({ scenario }) => scenario === first)
        .map(({ date, reference }) => ({ date, value: rounded(reference) })),
    },
  };
}
