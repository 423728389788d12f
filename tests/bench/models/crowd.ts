/** A crowd: n people in the system at once, half of them in beds and half in line, until all have left. */

import { Executive, keyOf, Resource, RUNGS, Streams } from "../../../sim/engine/mod.ts";
import type { ModelRun } from "./model_run.ts";

/** Makes ready for n people, who all come at once; the function runs until the last has left. */
export function crowd(n: number, seed: string): () => ModelRun {
  const stays = new Streams(keyOf(seed, 0)).open("stays");
  const executive = new Executive({ end: Infinity });
  const beds = new Resource(executive, { name: "beds", capacity: Math.ceil(n / 2) });
  const admit = executive.on("admit", RUNGS.startOfStay, (person, claim) => {
    executive.after(-Math.log(stays.uniform()), leave, person, claim);
  });
  const leave = executive.on("leave", RUNGS.endOfStay, (_, claim) => beds.release(claim));
  return () => {
    for (let person = 0; person < n; person++) beds.seize(person, admit);
    const most = beds.inUse + beds.waiting;
    executive.run();
    const { meanInUse, released } = beds.statistics;
    return { events: executive.eventsDone, checks: { most, released, mean_in_use: meanInUse } };
  };
}
