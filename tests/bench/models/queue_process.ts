/** M/M/c with a process for each customer; the same customers and results as `queue.ts`. */

import {
  Executive,
  keyOf,
  type Process,
  Processes,
  Resource,
  RUNGS,
  type Steps,
  Streams,
} from "../../../sim/engine/mod.ts";
import type { QueueSpec } from "./queue.ts";

/** Makes ready for n customers; the function runs until the last has left. */
export function queueProcess(
  n: number,
  seed: string,
  { rate, servers }: QueueSpec,
): () => { events: number; checks: Record<string, number> } {
  const streams = new Streams(keyOf(seed, 0));
  const gaps = streams.open("gaps");
  const services = streams.open("services");
  const executive = new Executive({ end: Infinity });
  const server = new Resource(executive, { name: "server", capacity: servers });
  const processes = new Processes(executive);
  const serviceSum = new Float64Array(1);

  function* customer(self: Process): Steps {
    yield self.seize(server);
    const service = -Math.log(services.uniform());
    serviceSum[0] += service;
    yield self.hold(service);
    self.release(server);
  }
  processes.start("arrivals", function* (self) {
    for (let left = n; left > 0; left--) {
      yield self.hold(-Math.log(gaps.uniform()) / rate, RUNGS.decision);
      processes.start("customer", customer);
    }
  });
  return () => {
    executive.run();
    return {
      events: executive.eventsDone,
      checks: {
        mean_time_in_system: server.statistics.waits.mean + serviceSum[0] / n,
        mean_wait: server.statistics.waits.mean,
        utilisation: server.statistics.utilisation,
      },
    };
  };
}
