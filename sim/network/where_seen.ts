/** Where a patient is, as referral rules see it. */
import { RULE_PLACES, whereCode } from "../domain/mod.ts";
import { capabilityBit } from "./layout.ts";
import { PLACE } from "./patients.ts";
import type { World } from "./world.ts";

const CLINIC = RULE_PLACES.indexOf("primary_clinic");
const GENERAL_BED = RULE_PLACES.indexOf("general_bed");

/**
 * Code of where a patient is.
 *
 * @param world The replication.
 * @param p Patient [-].
 * @param roles Role of each facility by `grid * facilities + facility` [-].
 * @returns Code as from `whereCode` [-]; 0 at home, and on the road to a first facility.
 */
export function whereSeen(
  { patients, layout: { facilities, wardType, wardFacility } }: World,
  p: number,
  roles: Uint8Array,
): number {
  const ward = patients.ward[p];
  const facility = ward >= 0 ? wardFacility[ward] : patients.facility[p];
  if (patients.place[p] === PLACE.HOME || facility < 0) return 0;
  const place = ward >= 0
    ? GENERAL_BED + wardType[ward]
    : CLINIC + (facilities.tier[facility] > 0 ? 1 : 0);
  const role = roles[patients.grid[p] * facilities.ids.length + facility];
  const capability = patients.capability[p];
  const capable = capability === 0 ||
    (facilities.capabilities[facility] & capabilityBit(capability - 1)) !== 0;
  return whereCode(place, role, capable ? 1 : 0);
}
