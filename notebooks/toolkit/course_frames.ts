/** Frames of how patients go through the network: curves over time, and flows between places. */
import type { CurveName, ResultSet } from "gridcare/experiment/mod.ts";
import { type Frame, frameOf } from "./frames.ts";
import { gather, rowsKept } from "./gather.ts";
import { rounded } from "./result_frames.ts";

const SHARE = { decimals: 4 };
const PATIENTS = { decimals: 1 };

/**
 * A curve over the time since a request or since a need arose.
 *
 * @param results Results of an experiment.
 * @param curve `transfer_unfinished`, the share not yet in the bed by a time, had nobody left the queue,
 * by health colour (Kaplan–Meier: those who recover, die or are still waiting are censored, so it is not
 * the share of all requests); or `bed_outcome`, the share of cases with an outcome by a time, by outcome.
 * @returns One row per scenario, group and time, columns scenario, group (empty for all transfers),
 * `time [h]`, replications, then `share [-]`, `low [-]` and `high [-]`, mean and 95 % interval, and
 * uncertainty; the interval is NaN with one replication.
 * @throws {RangeError} When the results do not hold the curve.
 */
export function curvesFrame(results: ResultSet, curve: CurveName): Frame {
  return frameOf(
    gather(rowsKept(results.curves), { curve }).map((row) => ({
      scenario: row.scenario,
      group: row.group,
      "time [h]": row.hours,
      replications: row.replications,
      "share [-]": rounded(row.mean, SHARE),
      "low [-]": rounded(row.meanLow, SHARE),
      "high [-]": rounded(row.meanHigh, SHARE),
      uncertainty: row.uncertainty,
    })),
  );
}

/**
 * How many COVID patients went from which kind of place to which.
 *
 * @param results Results of an experiment.
 * @param scenario Name of the scenario; all of them when left out.
 * @returns One row per scenario, place and place, columns scenario, from, to, replications, then
 * `mean [patients]`, `low [patients]` and `high [patients]`, mean and 95 % interval, NaN with one
 * replication.
 * @throws {RangeError} When the results hold no such flow; the nearest scenario is named.
 */
export function flowsFrame(results: ResultSet, scenario?: string): Frame {
  const rows = gather(rowsKept(results.flows), scenario === undefined ? {} : { scenario });
  return frameOf(rows.map((row) => ({
    scenario: row.scenario,
    from: row.from,
    to: row.to,
    replications: row.replications,
    "mean [patients]": rounded(row.mean, PATIENTS),
    "low [patients]": rounded(row.meanLow, PATIENTS),
    "high [patients]": rounded(row.meanHigh, PATIENTS),
  })));
}
