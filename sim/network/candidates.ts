/** Candidate wards of every rule in every grid, in the order in which they are tried. */
import { type City, WARD_TYPES } from "../domain/mod.ts";
import type { CompiledRules, Destination, RuleSet } from "../domain/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { indexOf } from "./layout.ts";
import type { Layout } from "./layout.ts";

/** Candidate wards of one rule in one grid, in the order in which they are tried. */
export interface CandidateList {
  /** Wards. */
  readonly wards: Int32Array;
  /** How many of them the rule's own destination names; the others are overflow [wards]. */
  readonly own: number;
}

/** Mean travel speed over the day [km/min], by which `nearest` judges what is too far. */
const meanSpeed = (speed: readonly number[]): number =>
  speed.reduce((a, b) => a + b, 0) / speed.length;

/**
 * Lists the candidate wards of every rule in every grid.
 *
 * The role `nearest` stands for all hospitals within the longest accepted travel time at the mean
 * speed of the day, measured from the grid's most populous community.
 *
 * @param scenario A checked scenario.
 * @param layout Its layout.
 * @param set The rules.
 * @returns Lists by `rule * grids + grid`; empty for rules that send nobody to a bed.
 */
export function candidatesOf(scenario: Scenario, layout: Layout, set: RuleSet): CandidateList[] {
  const { city, referral, transfer } = scenario;
  const facility = indexOf(layout.facilities.ids);
  const linked = new Map<string, number[]>();
  for (const l of [...city.links].sort((a, b) => a.order - b.order)) {
    const key = `${l.grid} ${l.role}`;
    if (!linked.has(key)) linked.set(key, []);
    linked.get(key)!.push(facility.get(l.facility)!);
  }
  const hospitals = city.facilities.flatMap((f, i) => f.kind === "hospital" ? [i] : []);
  const reach = referral.maxTravel * meanSpeed(transfer.speed) / transfer.detour;
  const nearest = layout.grids.ids.map((_, grid) => {
    const home = mainCommunity(layout, grid);
    const km = (i: number) => layout.travel.km(home, layout.facilities.node[i]);
    return hospitals.filter((i) => km(i) <= reach).sort((a, b) => km(a) - km(b) || a - b);
  });
  const wardsOf = (grid: number, to: Destination): number[] => {
    if ("place" in to) return [];
    const list = to.role === "nearest"
      ? nearest[grid]
      : linked.get(`${layout.grids.ids[grid]} ${to.role}`) ?? [];
    const type = WARD_TYPES.indexOf(to.ward);
    return list.flatMap((i) => layout.covidWards[i * WARD_TYPES.length + type]);
  };
  return set.rules.flatMap((rule) =>
    layout.grids.ids.map((_, grid) => {
      const own = wardsOf(grid, rule.to);
      const all = new Set([...own, ...rule.overflow.flatMap((to) => wardsOf(grid, to))]);
      return { wards: Int32Array.from(all), own: new Set(own).size };
    })
  );
}

/** The most populous community of a grid. */
function mainCommunity(layout: Layout, grid: number): number {
  const { first, order, cumulative } = layout.grids;
  let best = first[grid];
  let most = -1;
  for (let i = first[grid]; i < first[grid + 1]; i++) {
    const share = cumulative[i] - (i === first[grid] ? 0 : cumulative[i - 1]);
    if (share > most) {
      most = share;
      best = i;
    }
  }
  return layout.communities.node[order[best]];
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
  readonly compiled: CompiledRules;
  /** Candidates by `rule * grids + grid`. */
  readonly candidates: readonly CandidateList[];
  /** 1 for rules that send a patient to a bed. */
  readonly toBed: Uint8Array;
  /** 1 for rules that keep a patient in place, visited. */
  readonly inPlace: Uint8Array;
}
