/** How often intervals of replications hold what they should. */

import {
  binomialBand,
  differencesOfPairs,
  pairedInterval,
  tInterval,
  tQuantile,
} from "../../../sim/engine/stats/mod.ts";
import { bandFinding, type Effort, type Finding, zFinding } from "../_case.ts";
import type { Fault, ValidationCase } from "../_case.ts";
import { Inputs } from "./_inputs.ts";

/** Bounds of an interval. */
interface Bounds {
  readonly low: number;
  readonly high: number;
}

const holds = ({ low, high }: Bounds, value: number): boolean => low <= value && value <= high;

const macrosOf = (effort: Effort): number => effort === "fast" ? 40_000 : 1_000_000;

function count(macros: number, one: (run: number) => boolean): number {
  let held = 0;
  for (let run = 0; run < macros; run++) if (one(run)) held++;
  return held;
}

/** Count of intervals that hold the value, inside the binomial band of its exact probability. */
function covered(quantity: string, held: number, { p, n }: { p: number; n: number }): Finding {
  return bandFinding(`${quantity} [intervals]`, p * n, { ours: held, ...binomialBand(p, n) });
}

function filled(length: number, value: (i: number) => number): Float64Array {
  return Float64Array.from({ length }, (_, i) => value(i));
}

function studentOfNormal(macros: number): Finding {
  const inputs = new Inputs("coverage of t intervals, normal");
  const held = count(
    macros,
    (run) => holds(tInterval(filled(5, (i) => inputs.normal(run, i))), 0),
  );
  return covered("95 % intervals of 5 normal values that hold the mean", held, {
    p: 0.95,
    n: macros,
  });
}

function studentOfTwo(macros: number): Finding {
  const inputs = new Inputs("coverage of t intervals, exponential");
  const held = count(
    macros,
    (run) => holds(tInterval(filled(2, (i) => inputs.exponential(run, i))), 1),
  );
  const t = tQuantile(0.975, 1);
  const p = (1 + 1 / t) * Math.exp(-2 / (t + 1)) - 2 * Math.exp(-2) / t;
  return covered("95 % intervals of 2 exponential values that hold the mean", held, {
    p,
    n: macros,
  });
}

function studentOfSkewed(macros: number): Finding {
  const inputs = new Inputs("coverage of t intervals, Erlang");
  const held = count(
    macros,
    (run) => holds(tInterval(filled(10, (i) => inputs.erlang(run, i))), 4),
  );
  const share = held / macros;
  return zFinding(
    "share of 95 % intervals of 10 Erlang-4 values that hold the mean [-]",
    0.9366186,
    {
      ours: share,
      error: Math.sqrt(0.9366 * 0.0634 / macros),
      referenceError: 5.4e-5,
    },
  );
}

/** Two normal series of correlation 0.8, means 1 and 0. */
function paired(macros: number): Finding {
  const inputs = new Inputs("coverage of paired intervals");
  const held = count(macros, (run) => {
    const common = filled(6, (i) => 2 * inputs.normal(run, i, 0));
    const a = common.map((value, i) => value + 1 + inputs.normal(run, i, 1));
    const b = common.map((value, i) => value + inputs.normal(run, i, 2));
    return holds(pairedInterval(a, b), 1);
  });
  return covered("95 % intervals of 6 paired differences that hold their mean", held, {
    p: 0.95,
    n: macros,
  });
}

/** All three differences of three series at once: at least 95 %, at most what independence gives. */
function simultaneous(macros: number): Finding {
  const inputs = new Inputs("coverage of simultaneous intervals");
  const held = count(macros, (run) => {
    const samples = [0, 1, 2].map((series) => filled(8, (i) => inputs.normal(run, i, series)));
    return differencesOfPairs(samples).every(({ interval }) => holds(interval, 0));
  });
  const { low } = binomialBand(0.95, macros);
  const { high } = binomialBand(1 - 0.05 / 3, macros);
  const quantity = "sets of three differences that hold all their means [sets]";
  return bandFinding(quantity, 0.95 * macros, { ours: held, low, high });
}

/** Cases of intervals from replications. */
export const cases: ValidationCase[] = [
  {
    name: "Coverage of Student's interval of normal values",
    source: 'Student (1908), "The probable error of a mean", Biometrika 6, 1–25: exactly 0.95',
    run: (effort) => [studentOfNormal(macrosOf(effort))],
  },
  {
    name: "Coverage of Student's interval of skewed values",
    source:
      "two exponential values: (1 + 1/t) exp(-2/(t + 1)) - 2 exp(-2)/t, integrated over the law of " +
      "their sum and distance; ten Erlang-4 values: 2·10⁷ samples of NumPy 2, generator seed 1",
    run: (effort) => [studentOfTwo(macrosOf(effort)), studentOfSkewed(macrosOf(effort) / 2)],
  },
  {
    name: "Coverage of paired and simultaneous intervals",
    source: "exactly 0.95 for normal differences; Bonferroni's inequality for all of three",
    run: (effort) => [paired(macrosOf(effort) / 2), simultaneous(macrosOf(effort) / 4)],
  },
];

/** Faults that the cases must notice. */
export const faults: Fault[] = [
  {
    name: "variance_over_n",
    what: "The variance is divided by n, not n - 1.",
    file: "sim/engine/stats/tally.ts",
    find: "this.#squares / (this.count - 1)",
    replace: "this.#squares / this.count",
    red: [
      "Coverage of Student's interval of normal values",
      "Coverage of Student's interval of skewed values",
      "Coverage of paired and simultaneous intervals",
      "Coverage of batch means, waits of M/M/1",
      "D/D/1, five at once, served in the order in which they were scheduled",
      "Experiment: interval at the number of replications that the rule of precision finds",
    ],
  },
  {
    name: "normal_quantile_for_t",
    what: "Intervals use the quantile of the normal law for that of t.",
    file: "sim/engine/stats/interval.ts",
    find: "return studentQuantile(p, df);",
    replace: "return studentQuantile(p, 1e9);",
    red: [
      "Coverage of Student's interval of normal values",
      "Coverage of Student's interval of skewed values",
      "Coverage of paired and simultaneous intervals",
      "Coverage of batch means, waits of M/M/1",
      "Experiment: differences of 9, 11 and 12 beds from 10, all at once",
      "Experiment: census of a ward without limit, two lengths of stay",
      "Experiment: interval at the number of replications that the rule of precision finds",
    ],
  },
  {
    name: "pairs_broken",
    what: "Each value is compared with the partner of the next one.",
    file: "sim/engine/stats/interval.ts",
    find: "a[i] - b[i]",
    replace: "a[i] - b[(i + 1) % b.length]",
    red: [
      "Coverage of paired and simultaneous intervals",
      "Experiment: means and paired differences of a loss ward with 10 and 12 beds",
      "Experiment: census of a ward without limit, two lengths of stay",
    ],
  },
  {
    name: "level_not_shared",
    what: "Each of several intervals gets the level that all together should have.",
    file: "sim/engine/stats/simultaneous.ts",
    find: ": 1 - (1 - level) / intervals;",
    replace: ": level;",
    red: [
      "Coverage of paired and simultaneous intervals",
      "Experiment: differences of 9, 11 and 12 beds from 10, all at once",
    ],
  },
];
