/** The hold model with a process for each pending event. */

import {
  Executive,
  keyOf,
  type Process,
  Processes,
  RUNGS,
  type Steps,
  Streams,
} from "../../../sim/engine/mod.ts";

/** Starts so many processes; the function makes n holds. Delays are exponential of mean 1. */
export function holdProcess(
  n: number,
  seed: string,
  pending: number,
): () => { events: number; checks: Record<string, number> } {
  const delays = new Streams(keyOf(seed, 0)).open("delays");
  const executive = new Executive({ end: Infinity });
  const processes = new Processes(executive);
  let left = n;

  function* holder(self: Process): Steps {
    for (;;) {
      yield self.hold(-Math.log(delays.uniform()), RUNGS.decision);
      if (--left === 0) executive.stop();
    }
  }
  for (let who = 0; who < pending; who++) processes.start("holder", holder);
  return () => {
    executive.run();
    return { events: n, checks: { end_time: executive.now, expected_end_time: n / pending } };
  };
}
