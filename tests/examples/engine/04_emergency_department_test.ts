/**
 * One doctor, whom the urgent take from the others; these go on later where they were broken off.
 *
 * Source: White and Christie (1958), "Queuing with preemptive priorities or with breakdown", Operations
 * Research 6(1), 79–95: mean times are m / (1 - a) for the urgent and m / ((1 - a)(1 - a - b)) for the
 * others, with exponential treatments of one mean m, and loads a of the urgent and b of the others.
 */

import { assert } from "@std/assert";
import { distributionOf, Executive, keyOf, poissonArrivals } from "../../../sim/engine/mod.ts";
import { Preempted, Processes, Resource, Streams, Tally } from "../../../sim/engine/mod.ts";
import { type Routine, RUNGS, Source, tInterval, Variates } from "../../../sim/engine/mod.ts";

const RATES = [0.02, 0.01]; // of the others and the urgent [patients/min]
const TREATMENT = 25; // mean [min]

/** Mean times in the department by priority [min], in one replication. */
function timesOf(replication: number): number[] {
  const streams = new Streams(keyOf("emergency department", replication));
  const law = distributionOf({ law: "exponential", mean: TREATMENT });
  const executive = new Executive({ end: 200_000 }); // [min]
  const processes = new Processes(executive);
  const rules = { discipline: "priority", preempts: true } as const;
  const doctor = new Resource(executive, { name: "doctor", capacity: 1, ...rules });
  const times = RATES.map(() => new Tally());
  RATES.forEach((rate, priority) => {
    const treatments = new Variates(law, streams.open(`treatments ${priority}`));
    const arrivals = poissonArrivals({ rate, stream: streams.open(`door ${priority}`) });
    const patient: Routine = function* (self) {
      const arrived = executive.now;
      let ahead = false; // who comes back goes in front of its equals
      for (let left = treatments.next(); left > 0; ahead = true) {
        yield self.seize(doctor, { priority, ahead });
        const until = executive.now + left; // if nobody takes the doctor
        try {
          yield self.hold(left);
          self.release(doctor);
        } catch (error) {
          if (!(error instanceof Preempted)) throw error;
        }
        left = until - executive.now;
      }
      times[priority].add(executive.now - arrived);
    };
    const start = () => processes.start("patient", patient);
    const then = executive.on(`arrive ${priority}`, RUNGS.decision, start);
    new Source(executive, { name: `door ${priority}`, arrivals, then });
  });
  executive.run();
  return times.map(({ mean }) => mean);
}

Deno.test("example 04: urgent patients wait as if alone, others as theory says", () => {
  const means = Array.from({ length: 10 }, (_, replication) => timesOf(replication));
  const [b, a] = RATES.map((rate) => rate * TREATMENT);
  [TREATMENT / (1 - a) / (1 - a - b), TREATMENT / (1 - a)].forEach((theory, priority) => {
    const { low, high } = tInterval(means.map((row) => row[priority]), 0.9999);
    assert(low < theory && theory < high, `${low} to ${high}: ${theory} min`);
  });
});
