/**
 * One fast nurse or two slow ones? Replications with a warm-up, compared pair by pair: both answers meet
 * the same arrivals and the same amounts of work, so that chance falls out of the difference.
 *
 * Theory: time in M/M/1 is 1 / (2μ - λ); in M/M/2 it is 1 / μ + C / (2μ - λ), where C = 2ρ² / (1 + ρ) is
 * the probability to wait and ρ = λ / 2μ.
 */

import { assert } from "@std/assert";
import { distributionOf, Executive, keyOf, pairedInterval } from "../../../sim/engine/mod.ts";
import { poissonArrivals, Resource, RUNGS, Source, Streams } from "../../../sim/engine/mod.ts";
import { Tally, tInterval, Variates } from "../../../sim/engine/mod.ts";

const [ARRIVALS, WORK] = [1.6, 1]; // λ [patients/min], mean 1 / μ [min of a slow nurse]
const [WARM_UP, END] = [500, 10_500]; // [min]

/** Mean time in the clinic of one replication [min]. */
function meanTime(nurses: number, speed: number, replication: number): number {
  const streams = new Streams(keyOf("one fast or two slow", replication));
  const law = distributionOf({ law: "exponential", mean: WORK });
  const work = new Variates(law, streams.open("work"));
  const arrivals = poissonArrivals({ rate: ARRIVALS, stream: streams.open("arrivals") });
  const executive = new Executive({ end: END });
  const room = new Resource(executive, { name: "nurses", capacity: nurses });
  const times = new Tally();
  const [arrived, works]: [number[], number[]] = [[], []];
  const arrive = executive.on("arrive", RUNGS.decision, (patient) => {
    arrived[patient] = executive.now;
    works[patient] = work.next(); // drawn on arrival, so that each patient has the same in both
    room.seize(patient, begin);
  });
  const begin = executive.on("begin", RUNGS.startOfStay, (patient, claim) => {
    executive.after(works[patient] / speed, end, patient, claim);
  });
  const end = executive.on("end", RUNGS.release, (patient, claim) => {
    if (arrived[patient] >= WARM_UP) times.add(executive.now - arrived[patient]);
    room.release(claim);
  });
  new Source(executive, { name: "door", arrivals, then: arrive });
  executive.run();
  return times.mean;
}

Deno.test("example 09: two slow nurses take 0.28 min longer, and pairs tell it eight times as well", () => {
  const replications = Array.from({ length: 20 }, (_, replication) => replication);
  const slow = replications.map((replication) => meanTime(2, 1, replication));
  const fast = replications.map((replication) => meanTime(1, 2, replication));
  const load = ARRIVALS * WORK / 2;
  const theory = WORK + (2 * load ** 2 / (1 + load) - 1) / (2 / WORK - ARRIVALS); // 0.278 min
  const { low, high, halfWidth } = pairedInterval(slow, fast, 0.9999);
  assert(low < theory && theory < high && low > 0, `${low} to ${high}: ${theory} min`);
  const apart = Math.hypot(tInterval(slow, 0.9999).halfWidth, tInterval(fast, 0.9999).halfWidth);
  assert(8 * halfWidth < apart, `${halfWidth} against ${apart} min`);
});
