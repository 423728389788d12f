/** Faults for the clauses of the notice of 1 March 2020 on primary care. */
import type { ClauseFault } from "./_fault.ts";

/** One for each clause that is modelled. */
export const N177_FAULTS: readonly ClauseFault[] = [
  {
    clause: "N177-2.0",
    what: "the township health centre has no place in the rules",
    find: "when: { severity: moderate }\n    to: { role: primary, ward: general }",
    replace: "when: { severity: moderate }\n    to: { role: lead, ward: general }",
  },
  {
    clause: "N177-4a",
    what: "staff lent to a fever clinic do not see patients there",
    find: "flows.clinic.addPhysicians(f, physicians);",
    replace: "return;",
  },
  {
    clause: "N177-5",
    what: "rest takes no hours from the week",
    find: "Math.min(weekHours, WEEK * length / (length + rest))",
    replace: "weekHours",
  },
];
