/**
 * Draws of an ordinary inpatient by ward and number: from 0 for those who arrive, below 0 for those
 * who are there at the start.
 */
import type { World } from "./world.ts";
import { KIND } from "./decisions.ts";

/**
 * Blocks of an ordinary inpatient; block 0 and its occurrences are those of arrival and stay. LATER
 * gives how much longer somebody infected stays, patience on a list, and who comes in a festival.
 */
export const INPATIENT_BLOCK = { OPERATION: 1, INFECTION: 2, LATER: 3 } as const;

/**
 * Number of somebody present at the start.
 *
 * @param i Place among those present in the ward [-], from 0.
 * @returns Number of the patient [-], below 0.
 */
export const presentNumber = (i: number): number => -1 - i;

/**
 * Draws a block of an ordinary inpatient.
 *
 * @param world The replication.
 * @param w Ward.
 * @param who Number of the patient [-].
 * @param block Block, see `INPATIENT_BLOCK` [-].
 */
export function drawInpatient({ draws }: World, w: number, who: number, block: number): void {
  if (who >= 0) draws.block(who, KIND.INPATIENT | w, block, 0);
  else draws.block(-1 - who, KIND.PRESENT | w, block, 0);
}
