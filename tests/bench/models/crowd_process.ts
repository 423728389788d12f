/** A crowd with a process for each person; the same people and results as `crowd.ts`. */

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

/** Makes ready for n people, who all come at once; the function runs until the last has left. */
export function crowdProcess(
  n: number,
  seed: string,
): () => { events: number; checks: Record<string, number> } {
  const stays = new Streams(keyOf(seed, 0)).open("stays");
  const executive = new Executive({ end: Infinity });
  const beds = new Resource(executive, { name: "beds", capacity: Math.ceil(n / 2) });
  const processes = new Processes(executive);

  function* person(self: Process): Steps {
    yield self.seize(beds);
    yield self.hold(-Math.log(stays.uniform()), RUNGS.endOfStay);
    self.release(beds);
  }
  return () => {
    for (let left = n; left > 0; left--) processes.start("person", person);
    const most = beds.inUse + beds.waiting;
    executive.run();
    const { meanInUse, released } = beds.statistics;
    return { events: executive.eventsDone, checks: { most, released, mean_in_use: meanInUse } };
  };
}
