/** How runs start, by scenario, and what the check of the warm-up says. */
import type { ResultSet, StartCheck } from "../../experiment/results/mod.ts";
import type { Bilingual } from "./language.ts";

/** Fewest days from which MSER-5 can say anything [d]. */
const FEWEST_DAYS = 35;

/** Scenarios that start alike. */
export interface StartGroup {
  /** How their runs start. */
  readonly start: StartCheck;
  /** Their names, in the order of the manifest. */
  readonly scenarios: readonly string[];
  /** What the check of the warm-up says. */
  readonly verdict: "settled" | "unsettled" | "short";
}

/**
 * What the verdicts are in words.
 *
 * Source: White (1997), "An effective truncation heuristic for bias reduction in simulation output",
 * Simulation 69(6), 323–334.
 */
export const START_VERDICTS: { readonly [V in StartGroup["verdict"]]: Bilingual } = {
  settled: {
    en: "MSER-5 finds no reason to drop more than the warm-up.",
    zh: "MSER-5未发现需要舍弃比预热期更多天数的理由。",
  },
  unsettled: {
    en:
      "Not every ward type has settled by the start of the window by MSER-5: read its occupancy with care.",
    zh: "按MSER-5，并非所有床位类型在观察期开始前都已稳定：解读其使用率时须谨慎。",
  },
  short: {
    en: `Too short to tell: MSER-5 needs at least ${FEWEST_DAYS} days.`,
    zh: `天数过少，无法判断：MSER-5至少需要${FEWEST_DAYS}天。`,
  },
};

/**
 * Scenarios grouped by how their runs start.
 *
 * @param set Results.
 * @returns Groups, in the order of the manifest.
 *
 * @example Both alike
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { startsOf } from "./mod.ts";
 * assertEquals(startsOf(TINY_RESULT_SET).map(({ scenarios }) => scenarios), [["plan", "no_tiers"]]);
 * ```
 */
export function startsOf({ manifest }: ResultSet): StartGroup[] {
  const groups = Map.groupBy(manifest.scenarios, ({ start }) => {
    const { kind, warmUpDays, mser5Days, days } = start;
    return [kind, warmUpDays, days, ...Object.entries(mser5Days).flat()].join("\t");
  });
  return [...groups.values()].map((scenarios) => ({
    start: scenarios[0].start,
    scenarios: scenarios.map(({ name }) => name),
    verdict: verdictOf(scenarios[0].start),
  }));
}

function verdictOf({ days, mser5Days, warmUpDays }: StartCheck): StartGroup["verdict"] {
  const cuts = Object.values(mser5Days);
  if (days < FEWEST_DAYS || cuts.length === 0) return "short";
  return cuts.every((cut) => cut <= warmUpDays) ? "settled" : "unsettled";
}
