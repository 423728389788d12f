/** Measures that a scenario moves. */
import { type ComparisonRow, GROUPS, type ResultSet } from "../../experiment/results/mod.ts";
import { decidingEnds, isClear, tooFewDraws } from "./clear.ts";
import type { Lang } from "./language.ts";

/** Rows of a scenario, and those of them that moved. */
export interface Moved {
  /** Rows whose difference is clear: those without groups first, then by clearness. */
  readonly moved: readonly ComparisonRow[];
  /** Rows that were looked at [-]. */
  readonly compared: number;
  /** Rows that would be among the moved by chance, at most about, if nothing moved [-]. */
  readonly byChance: number;
}

/**
 * Measures whose difference from the baseline is clear by the one criterion of {@link isClear}. Rows
 * of single grids and facilities are left out. Nothing is corrected for the number of measures, so
 * the number to be expected by chance stands beside: 5 % of those looked at with fixed parameters,
 * 10 % with drawn ones.
 *
 * @param set Results.
 * @param scenario Name of a scenario.
 * @returns Rows that moved, how many were looked at, how many may be there by chance.
 *
 * @example The baseline does not move
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { movedFrom } from "./mod.ts";
 * assertEquals(movedFrom(TINY_RESULT_SET, "plan").moved, []);
 * ```
 */
export function movedFrom(set: ResultSet, scenario: string): Moved {
  const rows = set.comparison.filter((row) =>
    row.scenario === scenario && row.scenario !== row.baseline && row.grid === "" &&
    row.facility === "" && isClear(set, row) !== undefined
  );
  const grouped = (row: ComparisonRow): number => Number(GROUPS.some((name) => row[name] !== ""));
  const clearness = (row: ComparisonRow): number => {
    const [low, high] = decidingEnds(set, row);
    return high === low ? Infinity : Math.abs(row.difference) / (high - low);
  };
  const moved = rows.filter((row) => isClear(set, row) === true)
    .map((row) => ({ row, grouped: grouped(row), clearness: clearness(row) }))
    .sort((a, b) =>
      a.grouped - b.grouped || (a.clearness === b.clearness ? 0 : b.clearness - a.clearness)
    )
    .map(({ row }) => row);
  const share = set.manifest.uncertainty === "parameters" ? 0.1 : 0.05;
  return { moved, compared: rows.length, byChance: share * rows.length };
}

/**
 * What a list of moved measures begins with: by which criterion, how many, how many by chance.
 *
 * @param set Results.
 * @param scenario Name of a scenario.
 * @param options `named`: most measures that the list names [-]; `lang`: language.
 * @returns Sentences.
 *
 * @example Three draws
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { movedNote } from "./mod.ts";
 * assertStringIncludes(
 *   movedNote(TINY_RESULT_SET, "no_tiers", { named: 12, lang: "en" }),
 *   "too few",
 * );
 * ```
 */
export function movedNote(
  set: ResultSet,
  scenario: string,
  { named, lang }: { readonly named: number; readonly lang: Lang },
): string {
  const zh = lang === "zh";
  if (tooFewDraws(set)) {
    return zh
      ? "参数抽样次数过少，无法判断变动。"
      : "Draws of parameters are too few to say what has moved.";
  }
  const { moved, compared, byChance } = movedFrom(set, scenario);
  if (compared === 0) {
    return zh
      ? "没有置信区间，无法判断变动。"
      : "Without intervals nothing can be said to have moved.";
  }
  const drawn = set.manifest.uncertainty === "parameters";
  const chance = byChance < 10 ? Number(byChance.toPrecision(2)) : Math.round(byChance);
  const more = moved.length > named;
  return zh
    ? `变动（${
      drawn ? "配对差值的5%至95%分位均在零的同侧" : "同时区间不含零"
    }）：${compared}个指标与分组中的${moved.length}个${
      more ? `；最明确的${named}个` : ""
    }。未对指标个数作校正：若实际均无变动，偶然入列者至多约${chance}个（${compared}的${
      drawn ? 10 : 5
    }%）。`
    : `Moved, ${
      drawn
        ? "the paired differences of 5 % to 95 % of draws lying on one side of zero"
        : "the simultaneous interval leaving out zero"
    }: ${moved.length} of ${compared} measures and groups${
      more ? `; the ${named} clearest` : ""
    }. The number of measures is not corrected for: if nothing moved, up to about ${chance} (${
      drawn ? 10 : 5
    } % of ${compared}) would stand here by chance.`;
}
