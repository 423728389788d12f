/** Faults for the clauses of Beijing's notice of 20 March 2020. */
import type { ClauseFault } from "./_fault.ts";

/** One for each clause that is modelled. */
export const BJ_FAULTS: readonly ClauseFault[] = [
  {
    clause: "BJ-2a",
    what: "the rules of the first day hold for good",
    find: "enterPhase(this.#world, phase);",
    replace: "",
  },
  {
    clause: "BJ-2b",
    what: "reopened wards stay as they were before",
    find: "uses.reopen(w, spec.as);",
    replace: "uses.reopen(w, undefined);",
  },
  {
    clause: "BJ-3.1",
    what: "triage takes no time",
    find: "executive.after(this.#law.quantile(draws.u0), this.#ends,",
    replace: "executive.after(0, this.#ends,",
  },
  {
    clause: "BJ-3.2a",
    what: "a place is never given back",
    find: "this.#classes[c].inUse.add(this.#world.executive.now, -1);",
    replace: "",
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
    clause: "BJ-3.4",
    what: "half of the patients come in the morning, whatever is said",
    find: "export function slotShares(morningShare: number): Float64Array {",
    replace:
      "export function slotShares(_said: number): Float64Array {\n  const morningShare = 0.5;",
  },
  {
    clause: "BJ-3.5",
    what: "no drugs are delivered",
    find: "zone.plan.remote[name] + zone.plan.delivered, draws.u1",
    replace: "zone.plan.remote[name], draws.u1",
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
    what: "idle wards never open",
    find: "const share = city.facilities[layout.wardFacility[w]].share ?? 1;",
    replace:
      "if (i >= 0) return;\n    const share = city.facilities[layout.wardFacility[w]].share ?? 1;",
  },
  {
    clause: "BJ-3.7",
    what: "elective patients come back at once",
    find: "return openShare(aim.before, share, { days: day - aim.since, perWeek });",
    replace: "return openShare(aim.before, share, { days: day - aim.since, perWeek: 0 });",
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
    what: "beds do not follow staff who change their post",
    find: "      capacity.changed();\n",
    replace: "",
  },
  {
    clause: "BJ-3.18",
    what: "primary facilities are monitored too",
    find: "level_2_and_above: [1, 2],",
    replace: "level_2_and_above: [0, 1, 2],",
  },
];
