/** M/M/1 with keyed draws: mean and law of the waits. */

import type { Key } from "../../../sim/engine/mod.ts";
import type { ValidationCase } from "../_case.ts";
import { keyedWaits } from "./_keyed_queue.ts";
import { type Quantity, study } from "./_replicate.ts";
import { singleServerWaits } from "./_theory.ts";

const TIMES = [0, 2, 5, 15];

// The first customer after the warm-up comes after a gap without arrivals, so the waits begin a little
// short. All of them together lack some tens of mean services, a tenth of a standard error of the
// mean at most.
function keyedCase(load: number): ValidationCase {
  const name = `M/M/1 with keyed draws, load ${load}`;
  const { mean, square } = singleServerWaits(load, [1, 2, 6]);
  const sum = (waits: Float64Array, of: (wait: number) => number) =>
    [waits.reduce((total, wait) => total + of(wait), 0), waits.length] as const;
  const quantities: Quantity<Float64Array>[] = [
    { name: "Wq [mean services]", reference: mean, of: (waits) => sum(waits, (wait) => wait) },
    {
      name: "mean square of the waits [mean services²]",
      reference: square,
      of: (waits) => sum(waits, (wait) => wait ** 2),
    },
    ...TIMES.map((t): Quantity<Float64Array> => ({
      name: `P(wait > ${t}) [-]`,
      reference: load * Math.exp(-(1 - load) * t),
      of: (waits) => sum(waits, (wait) => wait > t ? 1 : 0),
    })),
  ];
  return {
    name,
    source: "P(W > t) = ρ exp(−(1 − ρ) μ t); moments of Pollaczek–Khinchine.",
    run: (effort) => {
      const [replications, customers] = effort === "fast" ? [150, 3000] : [500, 60_000];
      const queue = { load, warmUp: 14 / (1 - load), customers };
      return study({ name, replications, run: (key: Key) => keyedWaits(queue, key), quantities });
    },
  };
}

export const cases: readonly ValidationCase[] = [keyedCase(0.5), keyedCase(0.8)];
