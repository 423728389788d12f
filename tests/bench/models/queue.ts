/** M/M/c by event handlers, through the public blocks; waits, utilisation and times in the system. */

import { Executive, keyOf, Resource, RUNGS, Streams } from "../../../sim/engine/mod.ts";
import type { ModelRun } from "./model_run.ts";

export interface QueueSpec {
  readonly rate: number;
  readonly servers: number;
}

/** Makes ready for n customers; the function runs until the last has left. */
export function queue(n: number, seed: string, { rate, servers }: QueueSpec): () => ModelRun {
  const streams = new Streams(keyOf(seed, 0));
  const gaps = streams.open("gaps");
  const services = streams.open("services");
  const executive = new Executive({ end: Infinity });
  const server = new Resource(executive, { name: "server", capacity: servers });
  // The time in the system is wait and service; a cell of an array is added to without a box.
  const serviceSum = new Float64Array(1);
  let left = n;
  const begin = executive.on("begin", RUNGS.startOfStay, (customer, claim) => {
    const service = -Math.log(services.uniform());
    serviceSum[0] += service;
    executive.after(service, end, customer, claim);
  });
  const end = executive.on("end", RUNGS.release, (_, claim) => server.release(claim));
  const arrive = executive.on("arrive", RUNGS.decision, () => {
    server.seize(left, begin);
    if (--left > 0) executive.after(-Math.log(gaps.uniform()) / rate, arrive, 0);
  });
  executive.after(-Math.log(gaps.uniform()) / rate, arrive, 0);
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
