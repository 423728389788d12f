/** Rules of staff and of the beds they can staff. */
export { absentByDay, absentOn } from "./absence.ts";
export type { AbsenceLaw } from "./absence.ts";
export { spacedShare, staffedBeds, wholeBeds } from "./beds.ts";
export type { StaffPerBed } from "./beds.ts";
export { reallocateStaff } from "./reallocation.ts";
export type { CrewedWard, ReallocationSpec } from "./reallocation.ts";
export { rosterPresence } from "./roster.ts";
export type { Roster, Shift, ShiftPresence } from "./roster.ts";
