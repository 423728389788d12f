/** The balance of counted lines: nobody who asked for a service is lost from the books. */
import { COUNTED_LINES } from "../domain/mod.ts";
import { SimulationError } from "../engine/mod.ts";
import { FATES } from "./line_counts.ts";
import type { LineCounts } from "./line_counts.ts";

/** Fates that end a demand; those who return ask again. */
const ENDS = FATES.filter((fate) => fate !== "returned");

/**
 * Checks for every line: new demand, with those who came to the emergency department instead of
 * elsewhere, = served, remote, delivered, worsened, lost and still put off; and that those put off
 * have come back or are still to come.
 *
 * @param counts What became of demand.
 * @param worsenedCame Those who came to the emergency department because they were not served
 *   elsewhere [visits].
 * @param clock Time [min].
 * @throws {SimulationError} When a line does not balance.
 */
export function checkBalance(counts: LineCounts, worsenedCame: number, clock: number): void {
  COUNTED_LINES.forEach((line, l) => {
    const asked = counts.demanded[l] + (line === "emergency" ? worsenedCame : 0);
    const ended = ENDS.reduce((sum, fate) => sum + counts.of(fate, l), 0) + counts.backlog[l];
    if (asked === ended) return;
    throw new SimulationError(
      `Cannot end the run as every visit of line "${line}" must be accounted for: asked ${asked}, ` +
        `served, given up or put off ${ended}`,
      { clock, entity: -1 },
    );
  });
}
