/** Where the check of the start would cut a ward that begins empty, and what bias is left then. */

import { keyOf, Tally } from "../../../sim/engine/mod.ts";
import { startCheckOf } from "../../../sim/experiment/analysis/mod.ts";
import { bandFinding, type Effort, type Finding, zFinding } from "../_case.ts";
import type { Fault, ValidationCase } from "../_case.ts";
import { erlangB } from "../queueing/_theory.ts";
import { dailyMeans, type LossWard } from "./_transient.ts";
import { runWard } from "./_ward.ts";

const NAME = "Experiment: check of the start of a ward that begins empty";
const WARD: LossWard = { beds: 20, rate: 18 / 7, stay: 7 };
const DAYS = 98;
const WARM_UP = 28;
/** Runs whose mean is checked [-]; the same at either effort, since with more the noise is less. */
const CHECKED = 300;

const meanFrom = (values: ArrayLike<number>, from: number): number => {
  let sum = 0;
  for (let day = from; day < values.length; day++) sum += values[day];
  return sum / (values.length - from);
};

function dailyOf(replication: number): Float64Array {
  const stay = { law: "exponential", mean: WARD.stay } as const;
  return runWard({ ...WARD, stay, days: DAYS }, keyOf(NAME, replication)).daily;
}

function against(quantity: string, expected: number, values: readonly number[]): Finding {
  const tally = new Tally();
  for (const value of values) tally.add(value);
  const error = Math.sqrt(tally.variance / values.length);
  return zFinding(quantity, expected, { ours: tally.mean, error });
}

function check(effort: Effort): Finding[] {
  const runs = Array.from({ length: effort === "fast" ? CHECKED : 5000 }, (_, r) => dailyOf(r));
  const exact = dailyMeans(WARD, DAYS);
  const load = WARD.rate * WARD.stay;
  const settled = load * (1 - erlangB(WARD.beds, load));
  const points = runs.slice(0, CHECKED).map((values) => [
    { measure: "census", unit: "patients", ward: "general", line: "ordinary", values },
  ]);
  const { mser5Days } = startCheckOf(points, { kind: "equilibrium", warmUpDays: WARM_UP });
  const cut = mser5Days.general;
  return [
    ...[0, 4, 9, 19].map((day) =>
      against(`mean census of day ${day + 1} [patients]`, exact[day], runs.map((run) => run[day]))
    ),
    against(
      `mean census of all ${DAYS} days, its bias of ${
        (100 * (meanFrom(exact, 0) / settled - 1)).toFixed(1)
      } % included [patients]`,
      meanFrom(exact, 0),
      runs.map((run) => meanFrom(run, 0)),
    ),
    bandFinding("days that MSER-5 drops, no more than the warm-up [d]", WARM_UP, {
      ours: cut,
      low: 5,
      high: WARM_UP,
    }),
    bandFinding("bias of the mean after the cut, share of the long run's mean [-]", 0, {
      ours: meanFrom(exact, cut) / settled - 1,
      low: -0.005,
      high: 0.005,
    }),
  ];
}

/** Cases of the start. */
export const cases: ValidationCase[] = [
  {
    name: NAME,
    source:
      "daily means of M/M/20/20 begun empty, load 18, stay 7 d, by uniformisation (Jensen 1953, " +
      "Skandinavisk Aktuarietidskrift 36, 87–91); long run by Erlang B; the bias after the cut is the " +
      "exact one",
    run: check,
  },
];

/** Faults that the case must notice. */
export const faults: Fault[] = [
  {
    name: "start_said_to_be_settled",
    what: "The check of the start finds where to cut and says that nothing is to be dropped.",
    file: "sim/experiment/analysis/start.ts",
    find: "return reliable ? cut : NaN;",
    replace: "return reliable ? 0 * cut : NaN;",
    red: [NAME],
  },
];
