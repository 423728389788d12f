/**
 * How sure an experiment is that ends when it is sure enough.
 *
 * To stop as soon as an interval is narrow favours samples that vary less than they should, so such an
 * interval holds the mean less often than its level says. The look-ahead makes up for that at the
 * recommended number; at the number made, all of which are used, a little is missing.
 */

import { keyOf, Tally } from "../../../sim/engine/mod.ts";
import { PrecisionProcedure } from "../../../sim/experiment/analysis/mod.ts";
import { type Effort, type Finding, zFinding } from "../_case.ts";
import type { Fault, ValidationCase } from "../_case.ts";
import { expectedOf } from "./_transient.ts";
import { runWard } from "./_ward.ts";

const NAME = "Experiment: interval at the number of replications that the rule of precision finds";
const [BEDS, RATE, STAY, DAYS] = [10, 8, 1, 30];
const MEAN = expectedOf({ beds: BEDS, rate: RATE, stay: STAY }, DAYS).refused;
const [HALF_WIDTH, AT_LEAST] = [0.2, 3];
/** Replications of one experiment that are never reached [-]. */
const MOST = 500;

/** Values of one experiment's replications, made as they are asked for. */
function valuesOf(experiment: number): (replication: number) => number {
  const values: number[] = [];
  const stay = { law: "exponential", mean: STAY } as const;
  return (replication) => {
    while (values.length <= replication) {
      const key = keyOf(NAME, experiment * MOST + values.length);
      values.push(runWard({ beds: BEDS, rate: RATE, stay, days: DAYS }, key).refused);
    }
    return values[replication];
  };
}

/** Where a rule stopped, and whether the intervals there hold the mean. */
interface Stopped {
  readonly recommended: number;
  readonly heldAtRecommended: boolean;
  readonly heldAtStop: boolean;
}

function follow(value: (replication: number) => number, lookAhead: number): Stopped {
  const rule = { atLeast: AT_LEAST, atMost: MOST, confidence: 0.95, lookAhead };
  const target = { measure: "never_in_bed", groups: {}, of: "mean", kind: "relative" } as const;
  const procedure = new PrecisionProcedure(
    { targets: [{ ...target, halfWidth: HALF_WIDTH }], ...rule },
    ["ward"],
  );
  for (let replication = 0;; replication++) {
    const row = { measure: "never_in_bed", unit: "persons", value: value(replication) };
    const answer = procedure.add([[row]]);
    if (answer === "more") continue;
    const { stop } = answer;
    const recommended = answer.recommended ?? NaN;
    const held = (replications: number) =>
      procedure.rows.some((one) =>
        one.replications === replications && one.low <= MEAN && MEAN <= one.high
      );
    return { recommended, heldAtRecommended: held(recommended), heldAtStop: held(stop) };
  }
}

function meanOf(quantity: string, values: readonly number[], reference: Reference): Finding {
  const tally = new Tally();
  for (const value of values) tally.add(value);
  const error = Math.sqrt(tally.variance / values.length);
  return zFinding(quantity, reference.value, {
    ours: tally.mean,
    error,
    referenceError: reference.error,
  });
}

/** A number with its standard error. */
interface Reference {
  readonly value: number;
  readonly error: number;
}

/** 2·10⁶ experiments each, drawn with NumPy from the exact law of the refusals. */
const REFERENCES = {
  ahead: {
    atRecommended: { value: 0.9515, error: 1.5e-4 },
    atStop: { value: 0.93918, error: 1.7e-4 },
    recommended: { value: 15.9289, error: 3.4e-3 },
  },
  plain: {
    atStop: { value: 0.90475, error: 2.1e-4 },
    recommended: { value: 14.1769, error: 4.1e-3 },
  },
};

function intervals(effort: Effort): Finding[] {
  const experiments = Array.from(
    { length: effort === "fast" ? 400 : 4000 },
    (_, experiment) => {
      const value = valuesOf(experiment);
      return { ahead: follow(value, 5), plain: follow(value, 0) };
    },
  );
  const of = (read: (one: typeof experiments[number]) => number | boolean) =>
    experiments.map((one) => Number(read(one)));
  const { ahead, plain } = REFERENCES;
  return [
    meanOf(
      "look-ahead 5: share of 95 % intervals at the recommended number that hold the mean [-]",
      of((one) => one.ahead.heldAtRecommended),
      ahead.atRecommended,
    ),
    meanOf(
      "look-ahead 5: share of 95 % intervals of all replications made that hold the mean [-]",
      of((one) => one.ahead.heldAtStop),
      ahead.atStop,
    ),
    meanOf(
      "look-ahead 5: recommended number [replications]",
      of((one) => one.ahead.recommended),
      ahead.recommended,
    ),
    meanOf(
      "no look-ahead: share of 95 % intervals that hold the mean [-]",
      of((one) => one.plain.heldAtStop),
      plain.atStop,
    ),
    meanOf(
      "no look-ahead: recommended number [replications]",
      of((one) => one.plain.recommended),
      plain.recommended,
    ),
  ];
}

/** Cases of the rule of precision. */
export const cases: ValidationCase[] = [
  {
    name: NAME,
    source:
      "Hoad, Robinson and Davies (2010), Automated selection of the number of replications for " +
      "a discrete-event simulation, Journal of the Operational Research Society 61(11), 1632–1644: " +
      "half-width 20 % of the mean, from 3 replications on. References: their procedure written anew " +
      "in Python and run 2·10⁶ times with NumPy 2 (generator seed 1) on the exact law of the refusals " +
      "in 30 d of M/M/10/10 begun empty, load 8, which is found by uniformisation. The nominal level " +
      "is .95; only the recommended number with look-ahead reaches it",
    run: intervals,
  },
];

/** Faults that the case must notice. */
export const faults: Fault[] = [
  {
    name: "look_ahead_left_out",
    what: "The rule of precision stops as soon as the half-width is reached, whatever comes next.",
    file: "sim/experiment/analysis/precision.ts",
    find: "return n + Math.floor(this.#rule.lookAhead * Math.max(n, PLAIN) / PLAIN);",
    replace: "return n + 0 * Math.floor(this.#rule.lookAhead * Math.max(n, PLAIN) / PLAIN);",
    red: [NAME],
  },
];
