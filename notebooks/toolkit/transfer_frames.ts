/** Where the hours of transfers go, and what is lost when unfinished ones are dropped. */
import { NO_GROUPS, type ResultSet } from "gridcare/experiment/results/mod.ts";
import { type Frame, frameOf } from "./frames.ts";
import { gather } from "./gather.ts";

const PER_HOUR = 100;
/** Parts in the order in which they happen. */
const PARTS = ["wait_for_bed", "hand_over", "wait_for_vehicle", "drive_to_patient", "ride"];

function rounded(hours: number): number {
  return Math.round(PER_HOUR * hours) / PER_HOUR;
}

/**
 * Mean parts of completed transfers, their sum, and beside it the delay of all requests.
 *
 * The sum leaves out whoever waited and never arrived, or had not arrived at the end; the delay of
 * all requests has them, each with the time that it is known to have waited.
 *
 * @param results Results of an experiment.
 * @returns One row per scenario, columns scenario, the parts with their unit, e.g. `wait_for_bed [h]`,
 * `completed, all parts [h]`, `all requests, up to 7 days [h]`, `completed [transfers]` and
 * `unfinished [transfers]`; means over replications, NaN where one has none.
 * @throws {RangeError} When the results do not hold these measures.
 *
 * @example The parts add up
 * ```ts
 * import { assert } from "@std/assert";
 * import { rowsOf } from "./frames.ts";
 * import { openScenario } from "./open_scenario.ts";
 * import { runAndWatch } from "./run_and_watch.ts";
 * import { transferPartsFrame } from "./transfer_frames.ts";
 *
 * const scenarios = [await openScenario("training")];
 * const kernel = { broadcast: () => Promise.resolve() };
 * const results = await runAndWatch({ scenarios, replications: 1, seed: "1" }, kernel);
 * const [row] = rowsOf(transferPartsFrame(results));
 * assert(Number(row["wait_for_bed [h]"]) < Number(row["completed, all parts [h]"]));
 * ```
 */
export function transferPartsFrame(results: ResultSet): Frame {
  return frameOf(results.manifest.scenarios.map(({ name: scenario }) => {
    const meanOf = (measure: string, line = "") =>
      gather(results.comparison, { measure, ...NO_GROUPS, line, scenario })[0].mean;
    const parts = PARTS.map((line) => [line, meanOf("transfer_part_mean", line)] as const);
    return {
      scenario,
      ...Object.fromEntries(parts.map(([line, hours]) => [`${line} [h]`, rounded(hours)])),
      "completed, all parts [h]": rounded(parts.reduce((sum, [, hours]) => sum + hours, 0)),
      "all requests, up to 7 days [h]": rounded(meanOf("transfer_delay_mean")),
      "completed [transfers]": Math.round(meanOf("transfers_completed")),
      "unfinished [transfers]": Math.round(meanOf("transfers_unfinished")),
    };
  }));
}
