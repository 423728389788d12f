/** Faults for the clauses of the notice of 26 February 2020. */
import type { ClauseFault } from "./_fault.ts";

/** One for each clause that is modelled. */
export const N162_FAULTS: readonly ClauseFault[] = [
  {
    clause: "N162-1",
    what: "the first level holds on every day",
    find: "return RISK_LEVELS.indexOf(entries[Math.max(0, at)].level);",
    replace: "return RISK_LEVELS.indexOf(entries[0].level);",
  },
  {
    clause: "N162-2",
    what: "no staff is sent away",
    find: "for (const move of staff.moves) {",
    replace: "for (const move of staff.moves.slice(0, 0)) {",
  },
  {
    clause: "N162-3",
    what: "staff sent away do not come back",
    find: 'if (move.until !== "") this.#on(move.until, () => this.#move(move, -1));',
    replace: "",
  },
  {
    clause: "N162-4d",
    what: "an emergency department may have no physician",
    find: "if (emergency?.modelled) checkOpen(emergency, add);",
    replace: "",
  },
  {
    clause: "N162-4e",
    what: "the first level holds on every day",
    find: "return RISK_LEVELS.indexOf(entries[Math.max(0, at)].level);",
    replace: "return RISK_LEVELS.indexOf(entries[0].level);",
  },
  {
    clause: "N162-5",
    what: "no drugs are delivered, all go to be seen",
    find: "const going = contact.onlineDirected * (1 - online.delivered);",
    replace: "const going = contact.onlineDirected;",
  },
];
