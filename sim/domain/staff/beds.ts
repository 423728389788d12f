/** How many beds a ward's staff and its spacing leave usable. */

/** Staff for each bed. */
export interface StaffPerBed {
  /** Physicians for each bed [-]; 0 for none needed. */
  readonly physicians: number;
  /** Nurses for each bed [-]; 0 for none needed. */
  readonly nurses: number;
}

/** Less than this is no bed: what rounding leaves [beds]. */
const ROUNDING = 1e-9;

/**
 * Beds that physicians and nurses can staff.
 *
 * @param present Staff present, in people of the norm [persons].
 * @param ratio Staff for each bed.
 * @returns Beds [beds], not rounded; Infinity where none are needed.
 *
 * @example Nurses are short
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { staffedBeds } from "./mod.ts";
 *
 * const present = { physicians: 10, nurses: 20 };
 * assertEquals(staffedBeds(present, { physicians: 1, nurses: 2.5 }), 8);
 * ```
 */
export function staffedBeds(present: StaffPerBed, ratio: StaffPerBed): number {
  const most = (staff: number, perBed: number) => perBed > 0 ? staff / perBed : Infinity;
  return Math.min(
    most(present.physicians, ratio.physicians),
    most(present.nurses, ratio.nurses),
  );
}

/**
 * Beds as a whole number, forgiving what rounding leaves.
 *
 * @param beds Beds [beds], not rounded.
 * @returns Beds [beds], rounded down.
 *
 * @example Three tenths of ten beds
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { wholeBeds } from "./mod.ts";
 *
 * assertEquals(wholeBeds(10 * (0.1 + 0.2) - 1e-12), 3);
 * ```
 */
export const wholeBeds = (beds: number): number => Math.floor(beds + ROUNDING);

/**
 * Share of a ward's beds that spacing leaves usable.
 *
 * @param level Share under the plan of the level, where every other bed is kept free in full [-].
 * @param strength How far wards of a type follow it [-]: 1 in full, 0 not at all.
 * @returns Share usable [-].
 *
 * Source: Beijing, notice of 20 March 2020 on medical services, item 6: ordinary wards may use
 * every other bed or one patient a room (BJ-3.6b).
 *
 * @example Intensive care beds stand apart already
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { spacedShare } from "./mod.ts";
 *
 * assertEquals([spacedShare(0.75, 1), spacedShare(0.75, 0)], [0.75, 1]);
 * ```
 */
export const spacedShare = (level: number, strength: number): number =>
  strength === 1 ? level : 1 - strength * (1 - level);
