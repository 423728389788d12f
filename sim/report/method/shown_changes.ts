/** Changed lines of a scenario that can matter for these results. */
import type { ResultSet, ScenarioSummary } from "../../experiment/results/mod.ts";

/**
 * Changed lines of a scenario that can matter: laws of uncertain numbers only where parameters were
 * drawn.
 *
 * @param set Results.
 * @param scenario A scenario of the manifest.
 * @returns Changed lines, in their order.
 *
 * @example A changed rule
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { shownChanges } from "./mod.ts";
 * const [, other] = TINY_RESULT_SET.manifest.scenarios;
 * assertEquals(shownChanges(TINY_RESULT_SET, other).map(({ path }) => path), ["referral.rules"]);
 * ```
 */
export function shownChanges(
  { manifest }: ResultSet,
  { changes }: ScenarioSummary,
): ScenarioSummary["changes"] {
  if (manifest.uncertainty === "parameters") return changes;
  return changes.filter(({ path }) => path !== "uncertainty" && !path.startsWith("uncertainty."));
}
