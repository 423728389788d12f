/** Faults for the clauses of the notice of 20 March 2020 on restoring medical services. */
import type { ClauseFault } from "./_fault.ts";

/** One for each clause that is modelled. */
export const N35_FAULTS: readonly ClauseFault[] = [
  {
    clause: "N35-2",
    what: "what a level limits is open all the same",
    find: "openShare(zone.before[l], plan.open[line], growth)",
    replace: "openShare(1, 1, growth)",
  },
  {
    clause: "N35-3.1",
    what: "no hospital plans",
    find: "executive.at(Math.max(0, executive.now), this.#plans, 1);",
    replace: "",
  },
  {
    clause: "N35-3.2a",
    what: "there are nurses for everybody",
    find: "partOf(city.facilities[f], triage.nurses)",
    replace: "1e9",
  },
  {
    clause: "N35-3.2b",
    what: "no clinic asks for advice",
    find: "if (patients.severity[p] > MODERATE || patients.advised[p] !== 0) return false;",
    replace: "return false;",
  },
  {
    clause: "N35-3.3a",
    what: "an emergency department may have no physician",
    find: "if (emergency?.modelled) checkOpen(emergency, add);",
    replace: "",
  },
  {
    clause: "N35-3.3b",
    what: "protected lines wait like all others",
    find: "this.#order = [...lines.filter(first), ...lines.filter((line) => !first(line))];",
    replace: "this.#order = [...lines];",
  },
  {
    clause: "N35-3.3c",
    what: "long prescriptions save no visit",
    find: "due[from <= target ? today : ordinary] += come;",
    replace: "due[from + target < 0 ? today : ordinary] += come;",
  },
  {
    clause: "N35-3.4",
    what: "nobody is infected in hospital",
    find: "return rate * (1 - spacingEffect * spaced);",
    replace: "return 0 * rate * spacingEffect * spaced;",
  },
  {
    clause: "N35-3.5",
    what: "contracts lead nobody to the own clinic",
    find: "const moved = shares.hospital * toPrimary;",
    replace: "const moved = 0;",
  },
  {
    clause: "N35-4.1",
    what: "beds are spaced alike at every level",
    find: "const beds = wards.usableUnder(w, this.spacingOf(w));",
    replace: "const beds = wards.usableUnder(w, 1);",
  },
  {
    clause: "N35-4.3",
    what: "wards take the same patients for good",
    find: 'this.covid[w] = use === "ordinary" || this.closed[w] > 0 ? 0 : 1;',
    replace:
      'if (this.everOrdinary !== undefined) return;\n    this.covid[w] = use === "ordinary" || this.closed[w] > 0 ? 0 : 1;',
  },
  {
    clause: "N35-5",
    what: "no week is ever the one of full recovery",
    find: "return week === shares.length ? NaN : week + 1;",
    replace: "return NaN;",
  },
];
