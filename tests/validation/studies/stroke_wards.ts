/**
 * Stroke wards with as many beds as there are: the share refused, and the beds in use.
 *
 * The published probability of delay, p(n) / P(N ≤ n) with beds without limit, is the share whom a ward
 * of n beds refuses: Erlang's loss formula, which holds for any law of the stay. In a ward for both
 * kinds of care a patient's stay is that of acute care and of rehabilitation together.
 */

import { Tally } from "../../../sim/engine/mod.ts";
import { type Effort, type Finding, zFinding } from "../_case.ts";
import type { Fault, ValidationCase } from "../_case.ts";
import { PUBLISHED_YEARS } from "./_stroke_unit.ts";
import { type Seen, strokeWardRun, type Ward } from "./_stroke_wards.ts";
import { strokeLoads } from "./stroke_unit.ts";

const WARDS: readonly Ward[] = [
  ...[9, 10, 11, 12, 13, 14].map((beds) => ({ kind: "acute", beds }) as const),
  ...[10, 12, 13, 14, 15, 16].map((beds) => ({ kind: "rehab", beds }) as const),
  ...[22, 26].map((beds) => ({ kind: "both", beds }) as const),
];

/** Erlang's loss formula by its recursion. */
function erlangLoss(beds: number, load: number): number {
  let loss = 1;
  for (let n = 1; n <= beds; n++) loss = load * loss / (n + load * loss);
  return loss;
}

/** Mean number of patients in the beds if nobody were refused [patients]. */
function loadOf(kind: Ward["kind"]): number {
  const [acute, rehab] = strokeLoads();
  return { acute, rehab, both: acute + rehab }[kind];
}

/** Findings of one ward over all runs. */
function wardFindings({ kind, beds }: Ward, runs: readonly Seen[]): Finding[] {
  const load = loadOf(kind);
  const loss = erlangLoss(beds, load);
  const sum = (of: (seen: Seen) => number): number =>
    runs.reduce((total, seen) => total + of(seen), 0);
  const refused = sum((seen) => seen.refused) / sum((seen) => seen.asked);
  const rest = new Tally();
  const inUse = new Tally();
  for (const seen of runs) {
    rest.add(seen.refused - refused * seen.asked);
    inUse.add(seen.inUse);
  }
  const name = `${kind}, ${beds} beds`;
  return [
    zFinding(`${name}: refused [-]`, loss, {
      ours: refused,
      error: Math.sqrt(rest.variance * runs.length) / sum((seen) => seen.asked),
    }),
    zFinding(`${name}: in use [beds]`, load * (1 - loss), {
      ours: inUse.mean,
      error: Math.sqrt(inUse.variance / inUse.count),
    }),
  ];
}

const NAME = "Stroke wards that refuse whom they have no bed for";

function run(effort: Effort): Finding[] {
  const runs = Array.from(
    { length: effort === "full" ? 5000 : 100 },
    (_, replication) => strokeWardRun(WARDS, { seed: NAME, replication, years: PUBLISHED_YEARS }),
  );
  return WARDS.flatMap((ward, i) => wardFindings(ward, runs.map((seen) => seen[i])));
}

/** Cases of the stroke wards. */
export const cases: readonly ValidationCase[] = [{
  name: NAME,
  source:
    "Arrivals, routing and stays of Monks, Worthington, Allen, Pitt, Stein and James (2016), A modelling " +
    "tool for capacity planning in acute and community stroke services, BMC Health Services Research " +
    "16, 530. Theory: Erlang's loss formula, M/G/n/n.",
  run,
}];

/** Faults that this case must see. */
export const faults: readonly Fault[] = [
  {
    name: "stroke_ward_for_both_forgets_rehab",
    what: "In a ward for both kinds of care a patient leaves at the end of acute care.",
    file: "tests/validation/studies/_stroke_wards.ts",
    find: "stay + (toRehab ? patients.rehab(patient, diagnosis) : 0)",
    replace: "stay",
    red: [NAME],
  },
];
