/** Fault for the protocol of 14 March 2022, in force before the plan. */
import type { ClauseFault } from "./_fault.ts";

/** One for each clause that is modelled. */
export const DT9_FAULTS: readonly ClauseFault[] = [
  {
    clause: "DT9-classes",
    what: "mild cases stay at home",
    find: "to: { role: shelter, ward: general }",
    replace: "to: { place: home }",
  },
];
