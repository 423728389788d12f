/** How fast ordinary services come back. */
import { TIERS } from "../../domain/terms/mod.ts";
import type { ResultSet } from "../../experiment/mod.ts";
import type { Figure, Lang } from "./figure.ts";
import { groupLabel } from "./labels.ts";
import { linesFigure, type Panel } from "./_lines.ts";
import { selected } from "./_values.ts";

const MEASURE = "service_volume_vs_2019";

/**
 * Weekly volume of ordinary services over the same period of 2019, a line per scenario with its
 * 95 % band, one panel per tier of care. Where a tier has no rows over all lines of service, its
 * outpatient visits are shown and named.
 *
 * @param set Results.
 * @param lang Language of titles.
 * @returns Figure; tiers without rows have no panel.
 *
 * @example No rows, no lines
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { serviceRestorationFigure } from "./mod.ts";
 * assertEquals(serviceRestorationFigure(TINY_RESULT_SET).data, []);
 * ```
 */
export function serviceRestorationFigure(set: ResultSet, lang: Lang = "en"): Figure {
  return linesFigure(set, lang, {
    title: lang === "en"
      ? "Volume of ordinary services against 2019, by tier"
      : "各级机构日常诊疗量与2019年同期之比",
    axisTitle: lang === "en" ? "Of 2019 [%]" : "2019年同期 [%]",
    unit: "%",
    step: "week",
    factor: 100,
    reference: {
      value: 100,
      name: lang === "en" ? "100 %: as in 2019" : "100%：与2019年持平",
    },
    panels: panelsOf(set, lang),
  });
}

function panelsOf(set: ResultSet, lang: Lang): Panel[] {
  return TIERS.flatMap((number) => {
    const tier = String(number);
    const choices = [{ tier }, { tier, line: "outpatient" }].map((groups) => ({
      title: groupLabel(groups, lang),
      selection: { measure: MEASURE, ...groups },
    }));
    return choices.filter(({ selection }) => selected(set.series, selection).length > 0)
      .slice(0, 1);
  });
}
