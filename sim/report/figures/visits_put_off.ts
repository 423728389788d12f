/** Visits that wait to come back, and those served from afar. */
import type { ResultSet } from "../../experiment/results/mod.ts";
import type { Figure, Lang } from "./figure.ts";
import { seriesLabel } from "./labels.ts";
import { linesFigure } from "./_lines.ts";
import { selected } from "./_values.ts";

const SERIES = ["visits_backlog", "visits_remote"];

/**
 * Backlog of visits put off, and visits served by telephone, online or by delivery of drugs, day by
 * day: a line per scenario with its band.
 *
 * @param set Results.
 * @param lang Language of titles.
 * @returns Figure; series without rows have no panel.
 *
 * @example No rows, no lines
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { visitsPutOffFigure } from "./mod.ts";
 * assertEquals(visitsPutOffFigure(TINY_RESULT_SET).data, []);
 * ```
 */
export function visitsPutOffFigure(set: ResultSet, lang: Lang = "en"): Figure {
  const en = lang === "en";
  return linesFigure(set, lang, {
    title: en ? "Visits put off, and visits served remotely" : "积压的就诊与远程服务",
    axisTitle: en ? "Visits" : "人次",
    unit: en ? "visits" : "次",
    step: "day",
    factor: 1,
    panels: SERIES.map((measure) => ({ measure }))
      .filter((selection) => selected(set.bands, selection).length > 0)
      .map((selection) => ({ title: seriesLabel(selection.measure, lang), selection })),
  });
}
