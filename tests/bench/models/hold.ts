/** The hold model by event handlers: the soonest event happens and is scheduled again. */

import { Executive, keyOf, RUNGS, Streams } from "../../../sim/engine/mod.ts";
import type { ModelRun } from "./model_run.ts";

/** Fills the calendar with so many events; the function makes n holds. Delays are exponential of mean 1. */
export function hold(n: number, seed: string, pending: number): () => ModelRun {
  const delays = new Streams(keyOf(seed, 0)).open("delays");
  const executive = new Executive({ end: Infinity });
  let left = n;
  const again = executive.on("hold", RUNGS.decision, (who) => {
    executive.after(-Math.log(delays.uniform()), again, who);
    if (--left === 0) executive.stop();
  });
  for (let who = 0; who < pending; who++) {
    executive.at(-Math.log(delays.uniform()), again, who);
  }
  return () => {
    executive.run();
    return { events: n, checks: { end_time: executive.now, expected_end_time: n / pending } };
  };
}
