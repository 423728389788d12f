/** Faults for the clauses of the notice of 26 February 2020. */
import type { ClauseFault } from "./_fault.ts";

/** One for each clause that is modelled. */
export const N162_FAULTS: readonly ClauseFault[] = [
  {
    clause: "N162-1",
    what: "a district never has a level of its own",
    find: "const own = levels.filter(({ district }) => district === id);",
    replace: "const own: Entries = levels.slice(0, 0);",
  },
  {
    clause: "N162-2",
    what: "wards keep the beds of staff who were sent away",
    find: "      capacity.changed();\n",
    replace: "",
  },
  {
    clause: "N162-3",
    what: "wards do not get back the beds of staff who return",
    find: "      capacity.changed();\n",
    replace: "",
  },
  {
    clause: "N162-4a",
    what: "protected lines wait like all others",
    find: "this.#order = [...lines.filter(first), ...lines.filter((line) => !first(line))];",
    replace: "this.#order = [...lines];",
  },
  {
    clause: "N162-4b",
    what: "patients of a closed centre are treated nowhere else",
    find: "if (since < 0 || day - since < reassignedAfter) return own;",
    replace: "if (since < 1e9 || day - since < reassignedAfter) return own;",
  },
  {
    clause: "N162-4c",
    what: "protected lines wait like all others",
    find: "this.#order = [...lines.filter(first), ...lines.filter((line) => !first(line))];",
    replace: "this.#order = [...lines];",
  },
  {
    clause: "N162-4d",
    what: "an emergency department may have no physician",
    find: "if (emergency?.modelled) checkOpen(emergency, add);",
    replace: "",
  },
  {
    clause: "N162-4e",
    what: "all comes back on the day on which the level falls",
    find: "plan.rampPerWeek[family as RampedFamily] : 0;",
    replace: "0 * plan.rampPerWeek[family as RampedFamily] : 0;",
  },
  {
    clause: "N162-5",
    what: "nothing is served online",
    find: "remote[line] = wholeShare(all[line], zone.plan.remote[name], draws.u1);",
    replace: "remote[line] = 0;",
  },
];
