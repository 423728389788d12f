/** M/M/1 once more, by processes: the life of a patient reads from top to bottom. */

import { assert } from "@std/assert";
import {
  distributionOf,
  Executive,
  keyOf,
  poissonArrivals,
  Processes,
  Resource,
  RUNGS,
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
  const processes = new Processes(executive);
  const nurse = new Resource(executive, { name: "nurse", capacity: 1 });

  processes.start("door", function* (self) {
    for (;;) {
      const next = arrivals.next(executive.now);
      if (next === Infinity) return;
      yield self.holdUntil(next, RUNGS.decision);
      processes.start("patient", function* (self) {
        yield self.seize(nurse);
        yield self.hold(services.next());
        self.release(nurse);
      });
    }
  });
  executive.run(WARM_UP);
  nurse.statistics.flush(WARM_UP);
  executive.run();
  return nurse.statistics.waits.mean;
}

Deno.test("example 02: M/M/1 by processes has the mean wait of theory", () => {
  const waits = Array.from({ length: 20 }, (_, replication) => meanWait(replication));
  const { low, high } = tInterval(waits, 0.9999);
  const load = ARRIVALS * SERVICE;
  const theory = load / (1 - load) * SERVICE; // 4 min
  assert(low < theory && theory < high && high - low < theory, `${low} to ${high}: ${theory} min`);
});
