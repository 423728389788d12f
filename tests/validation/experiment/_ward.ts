/**
 * One ward through the public blocks: patients come by a Poisson process, take a bed or are refused,
 * stay and go. Every run starts empty, so that its expectations are those of the theory of its start.
 *
 * A patient's stay is drawn on arrival, taken in or not: wards of one key that differ in beds or in the
 * scale of their stays have the same patients.
 */

import {
  distributionOf,
  type DistributionSpec,
  Executive,
  type Key,
  poissonArrivals,
  Resource,
  RUNGS,
  Streams,
  Variates,
} from "../../../sim/engine/mod.ts";

/** A ward and how long it is watched. */
export interface WardSpec {
  /** Beds [-]; may be Infinity. */
  readonly beds: number;
  /** Arrivals in a day [patients/d]. */
  readonly rate: number;
  /** Law of the stay [d]. */
  readonly stay: DistributionSpec;
  /** Days that are watched, from the start [d]. */
  readonly days: number;
}

/** What one run of a ward leaves. */
export interface WardRun {
  /** Patients refused [patients]. */
  readonly refused: number;
  /** Beds in use, mean over the run [beds]. */
  readonly inUse: number;
  /** Beds in use at the end of each day [beds]. */
  readonly census: Float64Array;
  /** Beds in use, mean over each day [beds]. */
  readonly daily: Float64Array;
}

/** Runs a ward once. */
export function runWard({ beds, rate, stay, days }: WardSpec, key: Key): WardRun {
  const streams = new Streams(key);
  const executive = new Executive({ end: days });
  const ward = new Resource(executive, { name: "ward", capacity: beds, room: 0 });
  const stays = new Variates(distributionOf(stay), streams.open("stay"));
  const arrivals = poissonArrivals({ rate, stream: streams.open("arrivals") });
  const [census, daily] = [new Float64Array(days), new Float64Array(days)];
  let bedDays = 0;
  let length = 0;
  const leave = executive.on("leave", RUNGS.release, (_, claim) => ward.release(claim));
  const begin = executive.on("begin", RUNGS.startOfStay, (patient, claim) => {
    executive.after(length, leave, patient, claim);
  });
  const arrive = executive.on("arrive", RUNGS.decision, (patient) => {
    length = stays.next();
    ward.seize(patient, begin);
    executive.at(arrivals.next(executive.now), arrive, patient + 1);
  });
  const look = executive.on("look", RUNGS.statistics, (day) => {
    census[day] = ward.inUse;
    const upToNow = ward.statistics.meanInUse * executive.now;
    daily[day] = upToNow - bedDays;
    bedDays = upToNow;
  });
  for (let day = 0; day < days; day++) executive.at(day + 1, look, day);
  executive.at(arrivals.next(0), arrive, 0);
  executive.run();
  const { noRoom, meanInUse } = ward.statistics;
  return { refused: noRoom, inUse: meanInUse, census, daily };
}
