/** Faults for the clauses of the plan of 7 December 2022. */
import type { ClauseFault } from "./_fault.ts";

/** One for each clause that is modelled. */
export const P22_FAULTS: readonly ClauseFault[] = [
  {
    clause: "P22-2.1a",
    what: "communities may lie in no grid",
    find: "    grids,\n    ({ population }) =>",
    replace: "    undefined,\n    ({ population }) =>",
  },
  {
    clause: "P22-2.1b",
    what: "rules have no other hospital than the first",
    find: "new Set([...own, ...rule.overflow.flatMap((to) => wardsOf(grid, to))])",
    replace: "new Set(own)",
  },
  {
    clause: "P22-2.1c",
    what: "nobody is referred down",
    find: "if (!scenario.referral.downReferral) return;",
    replace: "return;",
  },
  {
    clause: "P22-2.2.1a",
    what: "the table grades everybody green",
    find: "return { colour: match.colour,",
    replace: 'return { colour: "green",',
  },
  {
    clause: "P22-2.2.1b",
    what: "nobody is followed up, whatever the colour",
    find: "const own = this.#followUp[profiles.colour[patients.cell[p]]];",
    replace: "const own = 0;",
  },
  {
    clause: "P22-2.2.1c",
    what: "illness gives nobody a contract",
    find: "disease > 0 ? coverage.chronic : 0",
    replace: "0",
  },
  {
    clause: "P22-2.2.1d",
    what: "advice settles no case",
    find: "if (draws.u2 < this.#spec.settles) {",
    replace: "if (draws.u2 < 0) {",
  },
  {
    clause: "P22-2.2.2a",
    what: "nobody tests at home",
    find: "return draws.u0 < this.#shares[profiles.colour[cell]];",
    replace: "return draws.u0 < 0;",
  },
  {
    clause: "P22-2.2.2(1)",
    what: "nobody is seen where they live",
    find: "return this.#spec.seenInPlace &&",
    replace: "return this.#spec.limited &&",
  },
  {
    clause: "P22-2.2.2(2)",
    what: "moderate cases go to the lead hospital",
    find: "when: { severity: moderate }\n    to: { role: sub_designated, ward: general }",
    replace: "when: { severity: moderate }\n    to: { role: lead, ward: general }",
  },
  {
    clause: "P22-2.2.2(3)",
    what: "the rule for severe cases mainly ill from COVID-19 matches nobody",
    find: "when: { severity: severe, mainCause: covid }",
    replace: "when: { severity: [], mainCause: covid }",
  },
  {
    clause: "P22-2.2.2(4)",
    what: "the rule for severe cases mainly ill from underlying disease matches nobody",
    find: "when: { severity: severe, mainCause: underlying }",
    replace: "when: { severity: [], mainCause: underlying }",
  },
  {
    clause: "P22-2.2.2b",
    what: "whether a facility keeps to its duty does not matter",
    find: "return draws.u0 < facilityAdherence;",
    replace: "return true;",
  },
  {
    clause: "P22-2.3a",
    what: "no physician comes to support fever clinics",
    find: "if (clinics.support.physicians > 0) this.#awaitSupport();",
    replace: "",
  },
  {
    clause: "P22-2.3b",
    what: "convertible beds are prepared and never open",
    find: "executive.after(leadTime, this.#opens, g);",
    replace: "",
  },
  {
    clause: "P22-2.3c",
    what: "no reserve is called",
    find: 'if (this.#state[w] === "away") this.#callIfShort(w);',
    replace: 'if (this.#state[w] === "away") continue;',
  },
  {
    clause: "P22-2.3d",
    what: "kits never run out, whatever the stock",
    find: "perResident: this.#spec.limited ? this.#spec.stock : Infinity,",
    replace: "perResident: Infinity,",
  },
  {
    clause: "P22-2.3e",
    what: "each grid has one team, whatever their number",
    find: "limited ? Math.max(1, Math.round(n * per10k / 1e4)) : Infinity",
    replace: "limited ? 1 : Infinity",
  },
  {
    clause: "P22-2.3f",
    what: "staff lent to a fever clinic go to another one",
    find: "flows.clinic.addPhysicians(f, physicians);",
    replace: "flows.clinic.addPhysicians((f + 1) % layout.facilities.ids.length, physicians);",
  },
  {
    clause: "P22-2.4",
    what: "the fleets are those of the city table, whatever the factor",
    find: "this.onDuty(world.scenario.transfer.vehicleFactor);",
    replace: "this.onDuty(1);",
  },
  {
    clause: "P22-2.5",
    what: "the red go before nobody",
    find: "const colour = scenario.referral.greenChannel ? profiles.colour[patients.cell[p]] : 0;",
    replace: "const colour = 0;",
  },
  {
    clause: "P22-2.6a",
    what: "no clinic asks for advice",
    find: "if (patients.severity[p] > MODERATE || patients.advised[p] !== 0) return false;",
    replace: "return false;",
  },
  {
    clause: "P22-2.6b",
    what: "beds are known live from the first publication on",
    find: "this.isMatching = false;",
    replace: "",
  },
  {
    clause: "P22-2.6c",
    what: "nobody who worsens is steered to a bed",
    find: "if (draws.u3 >= online.steered) return false;",
    replace: "return false;",
  },
  {
    clause: "P22-3.1",
    what: "clinics that are not open at first never open",
    find: 'const last = complete === "" ? Infinity : dayOf(window.start, complete);',
    replace: "const last = Infinity;",
  },
];
