/** How full the beds are. */
import { WARD_TYPES } from "../../domain/terms/mod.ts";
import type { ResultSet } from "../../experiment/results/mod.ts";
import type { Figure, Lang } from "./figure.ts";
import { groupLabel } from "./labels.ts";
import { linesFigure } from "./_lines.ts";

/**
 * Bed occupancy by ward type over time: daily means of beds in use over usable beds, a line per
 * scenario with its band, one panel per ward type.
 *
 * @param set Results.
 * @param lang Language of titles.
 * @returns Figure; ward types without rows have no panel.
 *
 * @example One panel, a line of each of two scenarios
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { bedOccupancyFigure } from "./mod.ts";
 * assertEquals(bedOccupancyFigure(TINY_RESULT_SET).data.length, 2);
 * ```
 */
export function bedOccupancyFigure(set: ResultSet, lang: Lang = "en"): Figure {
  const found = new Set(
    set.bands.filter(({ measure }) => measure === "bed_occupancy").map(({ ward }) => ward),
  );
  return linesFigure(set, lang, {
    title: lang === "en" ? "Bed occupancy by ward type" : "各类床位使用率",
    axisTitle: lang === "en" ? "Beds in use [%]" : "使用率 [%]",
    unit: "%",
    step: "day",
    factor: 100,
    reference: {
      value: 100,
      name: lang === "en" ? "100 %: every usable bed" : "100%：可用床位全部占用",
    },
    panels: WARD_TYPES.filter((ward) => found.has(ward)).map((ward) => ({
      title: groupLabel({ ward }, lang),
      selection: { measure: "bed_occupancy", ward },
    })),
  });
}
