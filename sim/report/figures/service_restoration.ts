/** How fast ordinary services come back: the weekly table of the notice (N35-5) as a figure. */
import { TIERS } from "../../domain/terms/mod.ts";
import { type Institution, type Restored, type ResultSet } from "../../experiment/results/mod.ts";
import type { Figure, Lang } from "./figure.ts";
import { groupLabel, institutionLabel, quantityLabel } from "./labels.ts";
import { linesFigure, type LinesSpec, type Panel } from "./_lines.ts";
import { estimateOf, selected } from "./_values.ts";

const MEASURE = "service_volume_vs_2019";
const INSTITUTIONS: readonly Institution[] = ["tertiary", "secondary", "other"];
const QUANTITIES: readonly Restored[] = ["visits", "admissions"];

/**
 * Weekly volume of ordinary services over the same weekdays of 2019, a line per scenario with its
 * band: tertiary, secondary and other institutions one below the other, outpatient and emergency
 * visits on the left, admissions on the right. Results of an earlier version, which have no weekly
 * table, are shown by tier over all lines of service.
 *
 * @param set Results.
 * @param lang Language of titles.
 * @returns Figure; empty when there are no rows.
 *
 * @example A line of each of two scenarios, and the name of the line at 100 %
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { serviceRestorationFigure } from "./mod.ts";
 * assertEquals(serviceRestorationFigure(TINY_RESULT_SET).data.length, 3);
 * ```
 */
export function serviceRestorationFigure(set: ResultSet, lang: Lang = "en"): Figure {
  const en = lang === "en";
  return linesFigure(set, lang, {
    title: en
      ? "Volume of ordinary services against 2019, by week"
      : "每周日常诊疗量与2019年同期之比",
    axisTitle: en ? "Share of 2019 [%]" : "2019年同期 [%]",
    unit: "%",
    step: "week",
    factor: 100,
    reference: { value: 100, name: en ? "100 %: as in 2019" : "100%：与2019年持平" },
    ...panelsOf(set, lang),
  });
}

function panelsOf(set: ResultSet, lang: Lang): Pick<LinesSpec, "panels" | "columns"> {
  if (set.restoration.length === 0) return { panels: tierPanels(set, lang) };
  const panels = INSTITUTIONS.flatMap((institution) =>
    QUANTITIES.map((quantity): Panel => ({
      // Short, since two stand side by side on a phone.
      title: lang === "en"
        ? `${institution}: ${quantityLabel(quantity, lang)}`
        : `${institutionLabel(institution, lang)}：${quantityLabel(quantity, lang)}`,
      of: (scenario) =>
        set.restoration.filter((row) =>
          row.scenario === scenario && row.institution === institution && row.quantity === quantity
        ).map((row) => ({ date: row.week, ...estimateOf(set, row, 1) })),
    }))
  );
  return { panels, columns: QUANTITIES.length };
}

/** A panel per tier over all lines of service. */
function tierPanels(set: ResultSet, lang: Lang): Panel[] {
  return TIERS.map((tier) => ({ measure: MEASURE, tier: String(tier) }))
    .filter((selection) => selected(set.bands, selection).length > 0)
    .map((selection) => ({ title: groupLabel({ tier: selection.tier }, lang), selection }));
}
