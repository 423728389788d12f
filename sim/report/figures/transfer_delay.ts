/** How long transfers take, by the day on which they were asked for. */
import type { ResultSet } from "../../experiment/results/mod.ts";
import type { Figure, Lang } from "./figure.ts";
import { linesFigure } from "./_lines.ts";
import { selected } from "./_values.ts";

/**
 * Mean transfer delay by day of request, a line per scenario with its band. Delays are
 * restricted to seven days, so that transfers still unfinished count with the time they have
 * waited.
 *
 * @param set Results.
 * @param lang Language of titles.
 * @returns Figure; empty when nobody asked for a transfer.
 *
 * @example No rows, no lines
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { transferDelayFigure } from "./mod.ts";
 * assertEquals(transferDelayFigure(TINY_RESULT_SET).data, []);
 * ```
 */
export function transferDelayFigure(set: ResultSet, lang: Lang = "en"): Figure {
  const selection = { measure: "transfer_delay_mean" };
  const found = selected(set.bands, selection).some(({ mean, p50 }) =>
    Number.isFinite(mean) || Number.isFinite(p50)
  );
  return linesFigure(set, lang, {
    title: lang === "en" ? "Mean transfer delay by day of request" : "按申请日的平均转运延迟",
    axisTitle: lang === "en" ? "Delay, at most 7 days [h]" : "延迟（以7天为限）[小时]",
    unit: lang === "en" ? "h" : "小时",
    step: "day",
    factor: 1,
    panels: found ? [{ title: "", selection }] : [],
  });
}
