/**
 * What a test result changes that comes after the decision: nothing, unless a rule asks for it.
 *
 * Who waits for a bed, has one held or was sent home is then decided upon anew. Who is on the road
 * goes on, and who lies in a bed that suffices stays there.
 */
import { PLACE } from "./patients.ts";
import type { World } from "./world.ts";

/** Where the rules lead a patient now. */
export interface Verdict {
  /** 0 for the rules in force, 1 for the others [-]. */
  readonly set: number;
  /** Rule; −1 for none [-]. */
  readonly rule: number;
}

/**
 * Whether the decision about a patient is to be taken anew, now that the result is known.
 *
 * @param world The replication.
 * @param p Patient, known [-].
 * @param now Where the rules lead them now.
 * @returns True when so.
 */
export function decidesAnew(world: World, p: number, { set, rule }: Verdict): boolean {
  const { patients, rules } = world;
  if (!rules[set].compiled.attributes.includes("known")) return false;
  if (patients.place[p] === PLACE.ROAD || patients.destination[p] >= 0) return false;
  if (patients.place[p] === PLACE.BED && patients.rule[p] < 0) return false;
  return rule !== patients.rule[p] || set !== patients.ruleSet[p];
}
