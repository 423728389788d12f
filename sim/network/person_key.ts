/** One number for a person of the city. */

/** Grids of 2²⁴ residents at most keep a person's key an exact integer [persons]. */
export const PERSONS_PER_GRID = 2 ** 24;

/**
 * One number for a person, the same in every scenario.
 *
 * @param grid Grid of residence [-].
 * @param ordinal Number of the person in the grid [-], below 2²⁴.
 * @returns Key [-].
 *
 * @example The sixth infected of the fourth grid
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { personKey, PERSONS_PER_GRID } from "./mod.ts";
 * assertEquals(personKey(3, 5), 3 * PERSONS_PER_GRID + 5);
 * ```
 */
export function personKey(grid: number, ordinal: number): number {
  return grid * PERSONS_PER_GRID + ordinal;
}
