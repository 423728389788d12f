/** What a facility brings into a part of a city. */
import type { FacilitySpec } from "./city.ts";

/**
 * How much of what a facility has in the whole city it has in the part that is simulated: its share,
 * to the nearest, but one where it has any, since none of it can be divided.
 *
 * @param facility The facility; all of it belongs to the part unless it says less.
 * @param whole Machines, places, physicians or nurses in the whole city [-], whole.
 * @returns The same in the part [-].
 *
 * @example A third of a hospital elsewhere
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { partOf } from "./mod.ts";
 *
 * assertEquals([6, 4, 1, 0].map((n) => partOf({ share: 1 / 3 }, n)), [2, 1, 1, 0]);
 * assertEquals(partOf({}, 4), 4);
 * ```
 */
export function partOf(facility: Pick<FacilitySpec, "share">, whole: number): number {
  const { share = 1 } = facility;
  return whole > 0 ? Math.max(1, Math.round(whole * share)) : 0;
}
