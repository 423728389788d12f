/**
 * What a replication says beside measures and series: beds and patients of every facility at midnight,
 * curves over the time since a request or a need, and passages between kinds of place.
 *
 * All in one array, so that a record of a replication holds it as it is; {@link detailOf} says what lies
 * where.
 */
import { BED_OUTCOMES, COLOURS, FLOW_PLACES } from "../domain/mod.ts";
import { CENSUS_VALUES } from "./midnight_census.ts";
import { OUTCOME_DAYS } from "./need_outcomes.ts";
import type { VolumeWindow } from "./service_volume.ts";
import type { World } from "./world.ts";

const MINUTES_PER_HOUR = 60;

/** Times since the request at which the curve of transfers is kept [h]. */
export const TRANSFER_HOURS: readonly number[] = [
  ...[0.5, 1, 1.5, 2, 3, 4, 6, 8, 12, 18],
  ...[24, 36, 48, 72, 96, 120, 144, 168],
];

/** Curves of transfers: all, then by colour. */
const TRANSFER_CURVES = 1 + COLOURS.length;
const TRANSFERS = TRANSFER_CURVES * TRANSFER_HOURS.length;
const OUTCOMES = BED_OUTCOMES.length * (OUTCOME_DAYS + 1);
const PASSAGES = FLOW_PLACES.length ** 2;

/** The parts of a detail array. */
export interface Detail {
  /**
   * By `(what * facilities + facility) * days + day`: usable beds, COVID patients and ordinary patients
   * in beds [beds, patients, patients], at the midnight that ends the day; facilities as in
   * `censusFacilities`. A change of 00:00 of the next day has then been made. Days stand side by side
   * since they are alike: a record takes half the room.
   */
  readonly census: Float64Array;
  /** Facilities of the census [facilities]. */
  readonly facilities: number;
  /**
   * Share of transfers unfinished by `group * hours + hour` [-]: all, then by colour; at the hours of
   * `TRANSFER_HOURS`. NaN without requests.
   */
  readonly transfers: Float64Array;
  /**
   * Share with an outcome by `outcome * 29 + day` since the need [-], outcomes as in `BED_OUTCOMES`.
   * NaN without cases.
   */
  readonly outcomes: Float64Array;
  /** Cases by `from * places + to` [patients], places as in `FLOW_PLACES`. */
  readonly passages: Float64Array;
}

/**
 * Views of the parts of a detail array.
 *
 * @param packed The array.
 * @param window The days that it covers.
 * @returns Views, no copies.
 * @throws {RangeError} When the array cannot be of that window.
 *
 * @example A day of one facility
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { detailOf } from "./mod.ts";
 *
 * const packed = new Float64Array(3 + 4 * 18 + 4 * 29 + 12 * 12).fill(7);
 * const { facilities, census } = detailOf(packed, { start: "2022-11-07", days: 1, runOnDays: 0 });
 * assertEquals([facilities, ...census], [1, 7, 7, 7]);
 * ```
 */
export function detailOf(packed: Float64Array, { days, runOnDays }: VolumeWindow): Detail {
  const census = packed.length - TRANSFERS - OUTCOMES - PASSAGES;
  const facilities = census / ((days + runOnDays) * CENSUS_VALUES);
  if (!(Number.isInteger(facilities) && facilities >= 0)) {
    throw new RangeError(
      `Cannot read details as their array must be of this window and whole facilities: current ` +
        `number of facilities is ${facilities}`,
    );
  }
  let at = 0;
  const take = (length: number) => packed.subarray(at, at += length);
  return {
    facilities,
    census: take(census),
    transfers: take(TRANSFERS),
    outcomes: take(OUTCOMES),
    passages: take(PASSAGES),
  };
}

/**
 * Packs the details of a replication.
 *
 * @param world The replication, at its end.
 * @returns The array.
 */
export function packDetail({ census, collect }: World): Float64Array {
  const { all, byColour } = collect.delays.survivals;
  const transfers = [all, ...byColour].flatMap((survival) =>
    TRANSFER_HOURS.map((hours) => survival.at(hours * MINUTES_PER_HOUR))
  );
  const { outcomes, passages } = collect.ends;
  const parts = [census.values, transfers, ...outcomes.curves, passages.counts];
  const packed = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    packed.set(part, at);
    at += part.length;
  }
  return packed;
}
