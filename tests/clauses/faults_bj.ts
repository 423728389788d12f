/** Faults for the clauses of Beijing's notice of 20 March 2020. */
import type { ClauseFault } from "./_fault.ts";

/** One for each clause that is modelled. */
export const BJ_FAULTS: readonly ClauseFault[] = [
  {
    clause: "BJ-2a",
    what: "the designated hospitals of districts go on with general beds",
    find:
      "when: { severity: [asymptomatic, mild, moderate] }\n    to: { role: designated, ward: general, tier: 3 }",
    replace:
      "when: { severity: [asymptomatic, mild, moderate] }\n    to: { role: designated, ward: general }",
  },
  {
    clause: "BJ-2b",
    what: "wards take the same patients for good",
    find: 'this.covid[w] = use === "ordinary" ? 0 : 1;',
    replace:
      'if (this.everOrdinary !== undefined) return;\n    this.covid[w] = use === "ordinary" ? 0 : 1;',
  },
  {
    clause: "BJ-3.1",
    what: "triage takes no time",
    find: "executive.after(this.#law.quantile(draws.u0), this.#ends,",
    replace: "executive.after(0, this.#ends,",
  },
  {
    clause: "BJ-3.2b",
    what: "nobody is suspected",
    find: "if (suspected) patients.suspectAt[p] = executive.now;",
    replace: "",
  },
  {
    clause: "BJ-3.3a",
    what: "emergency departments have no places of their own",
    find: "if (this.#places.every((places) => places[facility] === 0)) return;",
    replace: "return;",
  },
  {
    clause: "BJ-3.3b",
    what: "nobody goes first",
    find: "this.#lines[first ? 0 : 1].push(patient);",
    replace: "this.#lines[1].push(patient);",
  },
  {
    clause: "BJ-3.5",
    what: "no drugs are delivered, all go to be seen",
    find: "const going = contact.onlineDirected * (1 - online.delivered);",
    replace: "const going = contact.onlineDirected;",
  },
  {
    clause: "BJ-3.6a",
    what: "nobody lies in a buffer bed",
    find: "return this.#world.wards.buffers.beds[w] > 0;",
    replace: "return false;",
  },
  {
    clause: "BJ-3.6b",
    what: "no bed is left empty between two",
    find: "strength === 1 ? level : 1 - strength * (1 - level)",
    replace: "1 + 0 * level * strength",
  },
  {
    clause: "BJ-3.6c",
    what: "idle wards open without a bed",
    find: "wards.physical[w] += beds;",
    replace: "",
  },
  {
    clause: "BJ-3.7",
    what: "elective patients come back at once",
    find: "const grown = growthPerWeek > 0 ? before + growthPerWeek / WEEK : target;",
    replace: "const grown = target;",
  },
  {
    clause: "BJ-3.8",
    what: "operations of every grade go on",
    find: "return need.grade <= surgery.highestGrade[name] &&",
    replace: "return",
  },
  {
    clause: "BJ-3.9",
    what: "nobody needs the negative-pressure theatre",
    find: "if (candidate.excluded >= unexcludedShare) {",
    replace: "if (candidate.excluded >= 0) {",
  },
  {
    clause: "BJ-3.10",
    what: "contracts lead nobody to the own clinic",
    find: "const moved = shares.hospital * toPrimary;",
    replace: "const moved = 0;",
  },
  {
    clause: "BJ-3.11",
    what: "no family doctor calls",
    find: "if (calls === 0 || !this.#contract(p) || !this.#notices(p)) return Infinity;",
    replace: "return Infinity;",
  },
  {
    clause: "BJ-3.12",
    what: "a scanner is free again at once",
    find: "executive.after(imaging.disinfection, this.#clean, facility);",
    replace: "executive.after(0, this.#clean, facility);",
  },
  {
    clause: "BJ-3.13",
    what: "a result is there when its batch begins",
    find: "this.#world.executive.at(resultAt, this.#ready, sample);",
    replace: "this.#world.executive.after(0, this.#ready, sample);",
  },
  {
    clause: "BJ-3.14",
    what: "health reports find nobody sooner",
    find: "return days(absence.dailyReports ? absence.delayWithReports : absence.delay);",
    replace: "return days(absence.delay);",
  },
  {
    clause: "BJ-3.16",
    what: "nobody is moved to another post",
    find: "for (const move of staff.moves) {",
    replace: "for (const move of staff.moves.slice(0, 0)) {",
  },
];
