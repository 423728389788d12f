/** M/M/1 by event handlers: one nurse, Poisson arrivals, exponential services, first come first served. */

import { assert } from "@std/assert";
import {
  distributionOf,
  Executive,
  keyOf,
  poissonArrivals,
  Resource,
  RUNGS,
  Source,
  Streams,
  tInterval,
  Variates,
} from "../../../sim/engine/mod.ts";

const ARRIVALS = 0.8; // [patients/min]
const SERVICE = 1; // mean [min]
const WARM_UP = 1_000; // [min]
const END = 21_000; // [min]

/** Mean wait of one replication [min]. */
function meanWait(replication: number): number {
  const streams = new Streams(keyOf("single server", replication));
  const law = distributionOf({ law: "exponential", mean: SERVICE });
  const services = new Variates(law, streams.open("services"));
  const arrivals = poissonArrivals({ rate: ARRIVALS, stream: streams.open("arrivals") });

  const executive = new Executive({ end: END });
  const nurse = new Resource(executive, { name: "nurse", capacity: 1 });

  const arrive = executive.on("arrive", RUNGS.decision, (patient) => {
    nurse.seize(patient, begin);
  });
  const begin = executive.on("begin", RUNGS.startOfStay, (patient, claim) => {
    executive.after(services.next(), end, patient, claim);
  });
  const end = executive.on("end", RUNGS.release, (_, claim) => nurse.release(claim));

  new Source(executive, { name: "door", arrivals, then: arrive });
  executive.run(WARM_UP);
  nurse.statistics.flush(WARM_UP);
  executive.run();
  return nurse.statistics.waits.mean;
}

Deno.test("example 01: M/M/1 by handlers has the mean wait of theory", () => {
  const waits = Array.from({ length: 20 }, (_, replication) => meanWait(replication));
  const { low, high } = tInterval(waits, 0.9999);
  const load = ARRIVALS * SERVICE;
  const theory = load / (1 - load) * SERVICE; // 4 min
  assert(low < theory && theory < high && high - low < theory, `${low} to ${high}: ${theory} min`);
});
