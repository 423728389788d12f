/** How fast ordinary services come back. */
import { TIERS } from "../../domain/terms/mod.ts";
import type { ResultSet } from "../../experiment/results/mod.ts";
import type { Figure, Lang } from "./figure.ts";
import { groupLabel } from "./labels.ts";
import { linesFigure, type Panel } from "./_lines.ts";
import { selected } from "./_values.ts";

const MEASURE = "service_volume_vs_2019";

/** Lines by tier that differ most: visits of primary care, admissions of hospitals. */
const TELLING = [
  { tier: "1", line: "outpatient" },
  { tier: "2", line: "inpatient_elective" },
  { tier: "3", line: "inpatient_elective" },
  { tier: "3", line: "inpatient_urgent" },
];

/**
 * Weekly volume of ordinary services over the same period of 2019, a line per scenario with its
 * band, one panel per tier of care. Without rows over all lines
 * of service, outpatient visits of primary care and admissions of hospitals are shown and named.
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

/** A panel per tier; without rows over all lines, one per line that tells tiers apart. */
function panelsOf(set: ResultSet, lang: Lang): Panel[] {
  const panel = (groups: { readonly tier: string; readonly line?: string }): Panel => ({
    title: groupLabel(groups, lang),
    selection: { measure: MEASURE, ...groups },
  });
  const shown = ({ selection }: Panel): boolean => selected(set.bands, selection).length > 0;
  const totals = TIERS.map((tier) => panel({ tier: String(tier) })).filter(shown);
  if (totals.length > 0) return totals;
  return TELLING.map(panel).filter(shown);
}
