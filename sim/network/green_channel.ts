/** The green channel from primary facilities to hospitals (P22-2.5). */
import { COLOURS } from "../domain/mod.ts";
import { CONTACTS } from "../scenario/mod.ts";
import type { World } from "./world.ts";

const RED = COLOURS.indexOf("red");
const PRIMARY = CONTACTS.indexOf("primary");

/**
 * Factor on the hand-over of a patient: less than 1 in the green channel, for red residents whom a
 * primary facility refers from its own rooms or after a contact there.
 *
 * @param world The replication.
 * @param p Patient [-].
 * @returns Factor [-].
 */
export function greenFactor({ patients, profiles, scenario }: World, p: number): number {
  const { referral, city } = scenario;
  if (!referral.greenChannel || referral.greenChannelHandOver === 1) return 1;
  if (profiles.colour[patients.cell[p]] < RED) return 1;
  const facility = patients.facility[p];
  const primary = facility >= 0
    ? city.facilities[facility].kind === "primary"
    : patients.way[p] === PRIMARY;
  return primary ? referral.greenChannelHandOver : 1;
}
