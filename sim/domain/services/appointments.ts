/**
 * Half-hour slots of a consulting day: how demand falls on them, and who waits for a physician.
 *
 * Sixteen slots, eight in the morning and eight in the afternoon; a physician's consulting time of the
 * day falls on them alike. In every slot the physicians serve those present in order of priority as far
 * as their minutes go; the others wait for the next slot.
 */

/** Slots of a consulting day: 8:00 to 12:00 and 13:00 to 17:00 [slots]. */
export const CONSULTING_SLOTS = 16;
const MORNING = CONSULTING_SLOTS / 2;

/**
 * Share of a day's patients who have come by the end of each slot.
 *
 * @param morningShare Share who come in the morning [-], 0 to 1; within a half day alike.
 * @returns Cumulative shares by slot [-], ending at 1.
 *
 * @example Appointments at one to one
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { slotShares } from "./mod.ts";
 * const shares = slotShares(0.5);
 * assertEquals([shares[7], shares[15]], [0.5, 1]);
 * ```
 */
export function slotShares(morningShare: number): Float64Array {
  return Float64Array.from(
    { length: CONSULTING_SLOTS },
    (_, slot) =>
      slot === CONSULTING_SLOTS - 1
        ? 1
        : slot < MORNING
        ? morningShare * (slot + 1) / MORNING
        : morningShare + (1 - morningShare) * (slot + 1 - MORNING) / MORNING,
  );
}

/** What a consulting day gives. */
export interface ConsultingDay {
  /** Served by line [patients]. */
  readonly served: Int32Array;
  /** Sum over slots of those who waited for the next [patients × slots]. */
  waitedSlots: number;
  /** Most who waited at once [patients]. */
  mostWaiting: number;
}

/** What a consulting day is made of. */
export interface ConsultingDemand {
  /** Patients by line who come in person [patients], whole numbers. */
  readonly offered: Int32Array;
  /** Lines in the order in which they are served [-]. */
  readonly order: readonly number[];
  /** Physician time by line [min]. */
  readonly minutes: Float64Array;
  /** Physicians present [physicians]; fractions count. */
  readonly physicians: number;
  /** Consulting time of a physician and day [min]. */
  readonly minutesPerDay: number;
  /** Cumulative shares by slot, see {@link slotShares} [-]. */
  readonly shares: Float64Array;
}

/**
 * Serves the patients of a day slot by slot.
 *
 * @param demand Patients, physicians and order.
 * @param into Where the result is written; `served` as long as `offered`.
 *
 * @example One physician, ten minutes each: three patients a slot, 48 a day
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { consult, slotShares } from "./mod.ts";
 *
 * const day = { served: new Int32Array(1), waitedSlots: 0, mostWaiting: 0 };
 * consult({
 *   offered: Int32Array.of(64),
 *   order: [0],
 *   minutes: Float64Array.of(10),
 *   physicians: 1,
 *   minutesPerDay: 480,
 *   shares: slotShares(0.5),
 * }, day);
 * assertEquals([day.served[0], day.mostWaiting], [48, 16]);
 * ```
 */
export function consult(demand: ConsultingDemand, into: ConsultingDay): void {
  const { offered, order, minutes, physicians, minutesPerDay, shares } = demand;
  const { served } = into;
  served.fill(0);
  into.waitedSlots = 0;
  into.mostWaiting = 0;
  let spare = 0;
  for (let slot = 0; slot < CONSULTING_SLOTS; slot++) {
    let left = physicians * minutesPerDay / CONSULTING_SLOTS + spare;
    let waiting = 0;
    for (const line of order) {
      const here = Math.floor(offered[line] * shares[slot] + 0.5) - served[line];
      if (here <= 0) continue;
      const n = minutes[line] > 0 ? Math.min(here, Math.floor(left / minutes[line] + 1e-9)) : here;
      served[line] += n;
      left -= n * minutes[line];
      waiting += here - n;
    }
    // A consultation under way goes on into the next slot; idle time does not.
    spare = waiting > 0 ? left : 0;
    into.waitedSlots += waiting;
    if (waiting > into.mostWaiting) into.mostWaiting = waiting;
  }
}

/** How numbers of appointments follow crowding. */
export interface CrowdingRule {
  /** Most patients who may wait at once for each physician [patients/physician]. */
  readonly limit: number;
  /** Change of the numbers from day to day [-]. */
  readonly step: number;
  /** Least share of the numbers that is offered [-]. */
  readonly least: number;
}

/**
 * Share of the ordinary number of appointments that is offered tomorrow.
 *
 * Source: Beijing, notice of 20 March 2020 on medical services, section 3(4) (BJ-3.4): numbers follow
 * the crowding; by how much is assumed.
 *
 * @param share Share offered today [-].
 * @param crowding Most who waited at once today, for each physician [patients/physician].
 * @param rule How numbers follow.
 * @returns Share tomorrow [-], between `least` and 1.
 *
 * @example Too many waited
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { appointmentsNext } from "./mod.ts";
 * assertEquals(appointmentsNext(1, 9, { limit: 4, step: 0.125, least: 0.5 }), 0.875);
 * ```
 */
export function appointmentsNext(share: number, crowding: number, rule: CrowdingRule): number {
  const next = crowding > rule.limit ? share - rule.step : share + rule.step;
  return Math.min(1, Math.max(rule.least, next));
}
