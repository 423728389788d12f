/** The rules in force: their look-up, and the candidate wards of every rule in every grid. */
import {
  type City,
  compileRules,
  Destinations,
  FACILITY_ROLES,
  ROLES,
  WARD_TYPES,
} from "../domain/mod.ts";
import type { Capability, CompiledRules, Destination, Profiles, RuleSet } from "../domain/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { indexOf } from "./layout.ts";
import type { Layout } from "./layout.ts";
import { facilitiesTooFar, kmWithin, mainCommunity } from "./reach.ts";

/** Candidate wards of one rule in one grid, in the order in which they are tried. */
export interface CandidateList {
  /** Wards. */
  readonly wards: Int32Array;
  /** How many of them the rule's own destination names; the others are overflow [wards]. */
  readonly own: number;
  /** The same wards and those too far, in the order in which they are asked; these as −1 − ward. */
  readonly asked: Int32Array;
}

/**
 * Lists the candidate wards of every rule in every grid.
 *
 * The role `nearest` stands for all hospitals within the longest accepted travel time at the mean
 * speed of the day, measured from the grid's most populous community. Wards beyond the longest
 * travel of all, where there is one, are asked in their order and never taken.
 *
 * @param scenario A checked scenario.
 * @param layout Its layout.
 * @param set The rules.
 * @returns Lists by `rule * grids + grid`; empty for rules that send nobody to a bed.
 */
export function candidatesOf(scenario: Scenario, layout: Layout, set: RuleSet): CandidateList[] {
  const { city, referral, transfer } = scenario;
  const hospitals = city.facilities.flatMap((f, i) => f.kind === "hospital" ? [i] : []);
  const reach = kmWithin(transfer, referral.maxTravel);
  const nearest = layout.grids.ids.map((_, grid) => {
    const home = mainCommunity(layout, grid);
    const km = (i: number) => layout.travel.km(home, layout.facilities.node[i]);
    return hospitals.filter((i) => km(i) <= reach).sort((a, b) => km(a) - km(b) || a - b);
  });
  const destinations = new Destinations(city, { nearest: (grid) => nearest[grid] });
  const wardsOf = (grid: number, to: Destination): number[] => {
    if ("place" in to) return [];
    const type = WARD_TYPES.indexOf(to.ward);
    return destinations.facilitiesOf(to, grid).flatMap((i) =>
      layout.covidWards[i * WARD_TYPES.length + type]
    );
  };
  const far = layout.grids.ids.map((_, grid) => facilitiesTooFar(scenario, layout, grid));
  return set.rules.flatMap((rule) =>
    layout.grids.ids.map((_, grid) => {
      const isNear = (ward: number) => !far[grid].has(layout.wardFacility[ward]);
      const own = wardsOf(grid, rule.to);
      const all = [...new Set([...own, ...rule.overflow.flatMap((to) => wardsOf(grid, to))])];
      return {
        wards: Int32Array.from(all.filter(isNear)),
        own: new Set(own.filter(isNear)).size,
        asked: Int32Array.from(all, (ward) => isNear(ward) ? ward : -1 - ward),
      };
    })
  );
}

/**
 * The nearest hospital of a grid that has a capability.
 *
 * @param scenario A checked scenario.
 * @param layout Its layout.
 * @param what Grid [-], capability, and which facilities count; all when left out.
 * @returns Facility [-]; −1 when no such hospital of the city has it.
 */
export function nearestAble(
  { city }: Pick<Scenario, "city">,
  layout: Layout,
  { grid, capability, isOpen }: {
    readonly grid: number;
    readonly capability: Capability;
    readonly isOpen?: (facility: number) => boolean;
  },
): number {
  const home = mainCommunity(layout, grid);
  let nearest = -1;
  let least = Infinity;
  city.facilities.forEach(({ kind, capabilities }, i) => {
    if (kind !== "hospital" || !capabilities.includes(capability) || isOpen?.(i) === false) return;
    const km = layout.travel.km(home, layout.facilities.node[i]);
    if (km < least) {
      least = km;
      nearest = i;
    }
  });
  return nearest;
}

/**
 * Which capabilities, by grid, neither its primary nor its sub-designated facilities have.
 *
 * @param city The city.
 * @param layout Its layout.
 * @returns Bit sets by grid [-].
 */
export function missingCapabilities(city: City, layout: Layout): Uint8Array {
  const facility = indexOf(layout.facilities.ids);
  const grid = indexOf(layout.grids.ids);
  const present = new Uint8Array(layout.grids.ids.length);
  for (const l of city.links) {
    if (l.role === "primary" || l.role === "sub_designated") {
      present[grid.get(l.grid)!] |= layout.facilities.capabilities[facility.get(l.facility)!];
    }
  }
  return present.map((bits) => ~bits & 0xff);
}

/** Rules of one set, compiled, with their candidates. */
export interface RulesInForce {
  /** The set. */
  readonly set: RuleSet;
  /** Look-up table. */
  readonly compiled: Pick<CompiledRules, "ruleOf" | "seesPlace" | "attributes">;
  /** Part of a look-up that a person gives, by cell of attributes [-]. */
  readonly person: Int32Array;
  /** Role of each facility by `grid * facilities + facility` [-]; empty when no rule asks. */
  readonly roles: Uint8Array;
  /** Candidates by `rule * grids + grid`. */
  readonly candidates: readonly CandidateList[];
  /** 1 for rules that send a patient to a bed. */
  readonly toBed: Uint8Array;
  /** 1 for rules that keep a patient in place, visited. */
  readonly inPlace: Uint8Array;
  /** Added to the place in the queue for a bed, by rule [-]. */
  readonly priority: Uint8Array;
  /** Numbers of the rules in force now, from the first to before the last [-]; all when left out. */
  readonly inForce?: readonly [number, number];
  /** Whether a rule sends where one of an earlier phase sent, so that a request goes on. */
  goesOn?(before: number, rule: number): boolean;
}

/**
 * Compiles a rule set for a replication.
 *
 * @param set The rules.
 * @param ground Scenario, layout, kinds of resident.
 * @returns The rules in force.
 */
export function rulesInForce(
  set: RuleSet,
  { scenario, layout, profiles }: {
    readonly scenario: Scenario;
    readonly layout: Layout;
    readonly profiles: Profiles;
  },
): RulesInForce {
  const compiled = compileRules(set, { veryOldAge: scenario.referral.veryOldAge });
  const person = Int32Array.from({ length: profiles.count }, (_, cell) =>
    compiled.personPart({
      colour: profiles.colour[cell],
      disease: profiles.disease[cell],
      diseaseSevere: profiles.diseaseSevere[cell],
      ageBand: profiles.ageBand[cell],
      veryOld: profiles.veryOld[cell],
      immobile: profiles.immobile[cell],
      dialysis: profiles.dialysis[cell],
      vaccination: profiles.vaccination[cell],
      contract: profiles.contract[cell],
      pregnant: profiles.pregnant[cell],
    }));
  const { rules } = set;
  return {
    set,
    compiled,
    person,
    roles: compiled.seesPlace ? facilityRoles(scenario.city, layout) : new Uint8Array(0),
    candidates: candidatesOf(scenario, layout, set),
    toBed: Uint8Array.from(rules, ({ to }) => "role" in to ? 1 : 0),
    inPlace: Uint8Array.from(rules, ({ to }) => "place" in to && to.place === "in_place" ? 1 : 0),
    priority: Uint8Array.from(rules, ({ priority }) => priority ?? 0),
  };
}

/**
 * Role of every facility in every grid.
 *
 * @param city The city.
 * @param layout Its layout.
 * @returns Codes of `FACILITY_ROLES` by `grid * facilities + facility` [-].
 */
export function facilityRoles(city: City, layout: Layout): Uint8Array {
  const facility = indexOf(layout.facilities.ids);
  const grid = indexOf(layout.grids.ids);
  const count = layout.facilities.ids.length;
  const roles = new Uint8Array(layout.grids.ids.length * count).fill(FACILITY_ROLES.length - 1);
  const give = (gridId: string, facilityId: string, role: number) => {
    const at = grid.get(gridId)! * count + facility.get(facilityId)!;
    roles[at] = Math.min(roles[at], role + 1);
  };
  for (const link of city.links) give(link.grid, link.facility, ROLES.indexOf(link.role));
  const primary = ROLES.indexOf("primary");
  for (const { grid: home, primaryFacility } of city.communities) {
    give(home, primaryFacility, primary);
  }
  return roles;
}
