/**
 * A clinic whose arrivals change by the hour, with a room for everybody who comes.
 *
 * Source: Eick, Massey and Whitt (1993), "The physics of the Mt/G/∞ queue", Operations Research 41(4),
 * 731–742: the number present at time t is Poisson; with consultations of D minutes its mean is the
 * number expected to arrive from t - D to t.
 */

import { assert } from "@std/assert";
import {
  Executive,
  keyOf,
  poissonArrivals,
  rateProfile,
  Resource,
  RUNGS,
  Source,
  Streams,
  Tally,
} from "../../../sim/engine/mod.ts";

const CONSULTATION = 20; // [min]
const DAYS = 400;
// Rates from 08:00 to 13:00 [patients/min]; time 0 is 08:00.
const PROFILE = rateProfile({ rates: [0.1, 0.5, 0.8, 0.3, 0.2], width: 60 });
const LOOKS = [60, 70, 80, 130, 180, 190, 310]; // when those present are counted [min]

const present = LOOKS.map(() => new Tally()); // [patients]
const byHour = Array.from({ length: 5 }, () => new Tally()); // [patients]

function day(replication: number): void {
  const stream = new Streams(keyOf("busy morning", replication)).open("arrivals");
  const executive = new Executive({ end: 400 });
  const rooms = new Resource(executive, { name: "rooms", capacity: Infinity });
  const seen = [0, 0, 0, 0, 0];
  const arrive = executive.on("arrive", RUNGS.decision, (patient) => {
    seen[Math.floor(executive.now / 60)]++;
    rooms.seize(patient, begin);
  });
  const begin = executive.on("begin", RUNGS.startOfStay, (patient, claim) => {
    executive.after(CONSULTATION, end, patient, claim);
  });
  const end = executive.on("end", RUNGS.release, (_, claim) => rooms.release(claim));
  const look = executive.on("look", RUNGS.statistics, (i) => present[i].add(rooms.inUse));
  LOOKS.forEach((time, i) => executive.at(time, look, i));
  const arrivals = poissonArrivals({ profile: PROFILE, stream });
  new Source(executive, { name: "door", arrivals, then: arrive });
  executive.run();
  seen.forEach((count, hour) => byHour[hour].add(count));
}

Deno.test("example 03: a clinic sees each hour's own arrivals, and those present follow them", () => {
  for (let replication = 0; replication < DAYS; replication++) day(replication);
  const check = ({ mean }: Tally, theory: number, what: string): void =>
    assert(Math.abs(mean - theory) < 4 * Math.sqrt(theory / DAYS), `${what}: ${mean}, ${theory}`);
  byHour.forEach((tally, h) => check(tally, PROFILE.integral(60 * h, 60 * h + 60), `hour ${h}`));
  LOOKS.forEach((t, i) => check(present[i], PROFILE.integral(t - CONSULTATION, t), `${t} min`));
});
