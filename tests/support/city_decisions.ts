/**
 * Every decision of a log held against the rules as people read them.
 *
 * Who a person is comes from the keyed draws, how ill from the log before, what is missing from the
 * tables of the city; the rules are asked one by one, as `sim explain` does, not by the table that the
 * run looks them up in. What the log says that the rules saw must be the same.
 */
import { assert, assertEquals } from "@std/assert";
import {
  AGE_BANDS,
  CAPABILITIES,
  COLOURS,
  DISEASES,
  explainRules,
  lintRules,
  MAIN_CAUSES,
  ROLES,
  SEVERITIES,
  VACCINATIONS,
  WARD_TYPES,
} from "../../sim/domain/mod.ts";
import type { RuleAttributes, RuleSet } from "../../sim/domain/mod.ts";
import { KeyedDraws, keyOf } from "../../sim/engine/mod.ts";
import { BLOCK } from "../../sim/network/decisions.ts";
import { seenOf } from "../../sim/network/mod.ts";
import type { World } from "../../sim/network/world.ts";
import type { Line } from "./city_log.ts";

/** Numbers from here on are of those present at the start, whose attributes are drawn otherwise [-]. */
const PRESENT_FROM = 2 ** 23;
const DIALYSIS = CAPABILITIES.indexOf("dialysis");
const BEDS = ["general_bed", "sub_icu_bed", "icu_bed"] as const;

/** What the log has told of a person so far. */
interface Known {
  severity: number;
  bed: number;
  settled: boolean;
  /** Whether the test result is known; the rules are asked before it where a suspicion will do. */
  known: boolean;
}

/** Reads the decisions of one run. */
class Reader {
  readonly #world: World;
  readonly #draws: KeyedDraws;
  readonly #asked = new Map<string, readonly string[]>();

  constructor(world: World, seed: string) {
    this.#world = world;
    this.#draws = new KeyedDraws(keyOf(seed, 0));
  }

  #sets(): readonly RuleSet[] {
    const { rules, otherwise } = this.#world.scenario.referral;
    return [rules, otherwise];
  }

  /** The set that a person follows. */
  setOf({ grid, ordinal }: Line): number {
    this.#draws.block(ordinal, grid, BLOCK.CONDUCT, 0);
    return this.#draws.u0 < this.#world.scenario.referral.adherence ? 0 : 1;
  }

  /** Capability that a person needs beside a bed; −1 for none. */
  #capability(cell: number, { grid, ordinal }: Line): number {
    const { profiles, scenario } = this.#world;
    if (profiles.dialysis[cell] === 1) return DIALYSIS;
    const needy = profiles.diseaseSevere[cell] === 1 ||
      DISEASES[profiles.disease[cell]] === "unstable";
    if (!needy) return -1;
    this.#draws.block(ordinal, grid, BLOCK.SEVERE_TOO, 0);
    let sum = 0;
    const found = scenario.referral.capabilityNeeds.find(({ share }) =>
      this.#draws.u3 < (sum += share)
    );
    return found === undefined ? -1 : CAPABILITIES.indexOf(found.capability);
  }

  /** Whether neither the primary nor the sub-designated facilities of a grid have a capability. */
  #isMissing(grid: number, capability: number): boolean {
    const { city } = this.#world.scenario;
    const near = city.links.filter((link) =>
      link.grid === city.grids[grid].id &&
      (link.role === "primary" || link.role === "sub_designated")
    );
    return !near.some(({ facility }) =>
      city.facilities.find(({ id }) => id === facility)!.capabilities
        .includes(CAPABILITIES[capability])
    );
  }

  #where(line: Line, known: Known, capability: number) {
    const { city } = this.#world.scenario;
    const at = known.bed >= 0 ? city.wards[known.bed].facility : city.facilities[line.facility]?.id;
    if (at === undefined) {
      return { place: "home", facilityRole: "none", placeCapable: false } as const;
    }
    const facility = city.facilities.find(({ id }) => id === at)!;
    const grid = city.grids[line.grid].id;
    const linked = ROLES.find((role) =>
      city.links.some((l) => l.grid === grid && l.role === role && l.facility === at) ||
      (role === "primary" &&
        city.communities.some((c) => c.grid === grid && c.primaryFacility === at))
    );
    const clinic = facility.tier === 1 ? "primary_clinic" as const : "hospital_clinic" as const;
    return {
      place: known.bed >= 0 ? BEDS[WARD_TYPES.indexOf(city.wards[known.bed].type)] : clinic,
      facilityRole: linked ?? "other",
      placeCapable: capability < 0 || facility.capabilities.includes(CAPABILITIES[capability]),
    } as const;
  }

  #attributes(line: Line, known: Known): RuleAttributes {
    const { profiles, risks } = this.#world;
    this.#draws.block(line.ordinal, line.grid, BLOCK.INFECTION, 0);
    const cell = profiles.index(this.#draws.u0);
    const needs = known.severity >= SEVERITIES.indexOf("moderate");
    const capability = needs ? this.#capability(cell, line) : -1;
    this.#draws.block(line.ordinal, line.grid, BLOCK.SEVERE_TOO, 0);
    const underlying = this.#draws.u1 < risks.underlyingMain[profiles.severityRow[cell]];
    const flag = (column: Uint8Array) => column[cell] === 1;
    const who = {
      colour: COLOURS[profiles.colour[cell]],
      disease: DISEASES[profiles.disease[cell]],
      diseaseSevere: flag(profiles.diseaseSevere),
      ageBand: AGE_BANDS[profiles.ageBand[cell]],
      veryOld: flag(profiles.veryOld),
      immobile: flag(profiles.immobile),
      dialysis: flag(profiles.dialysis),
      vaccination: VACCINATIONS[profiles.vaccination[cell]],
      contract: flag(profiles.contract),
      pregnant: flag(profiles.pregnant),
    };
    return {
      ...who,
      severity: SEVERITIES[known.severity],
      mainCause: MAIN_CAUSES[needs && underlying ? 1 : 0],
      beyondAbility: capability >= 0 && capability !== DIALYSIS && !known.settled &&
        this.#isMissing(line.grid, capability),
      known: known.known,
      ...this.#where(line, known, capability),
    };
  }

  /** Rules that a person matches by the text. */
  ask(line: Line, known: Known): readonly string[] {
    const attributes = this.#attributes(line, known);
    assertEquals(seenOf(line.value), attributes, `what the rules saw of ${line.person}`);
    const key = `${line.set} ${Object.values(attributes).join()}`;
    let names = this.#asked.get(key);
    if (names === undefined) {
      names = explainRules(this.#sets()[line.set], attributes).filter(({ matched }) => matched)
        .map(({ rule }) => rule);
      this.#asked.set(key, names);
    }
    return names;
  }
}

/** Takes up what a line tells of a person. */
function learn(known: Known, { event, value, ward }: Line): void {
  if (event === "worsened" || event === "present") known.severity = value;
  if (event === "convalescent") known.severity = SEVERITIES.indexOf("moderate");
  if (event === "admitted" || event === "present") known.bed = ward;
  if (event === "bed left") known.bed = -1;
  if (event === "advised") known.settled = value === 1;
  // Who is seen anew is decided upon as a known case, unless another suspicion follows.
  if (event === "suspected") known.known = false;
  if (event === "result" || event === "seen" || event === "visited") known.known = true;
}

/**
 * Checks every decision of a log, and that what the linter says of the rules is so.
 *
 * @returns Decisions that could be told, so that a test can see that there were some.
 */
export function checkDecisions(world: World, seed: string, lines: readonly Line[]): number {
  const { referral: { rules, otherwise, veryOldAge }, city } = world.scenario;
  const sets = [rules, otherwise];
  const findings = sets.map((set) => lintRules(set, city, { veryOldAge }));
  const reader = new Reader(world, seed);
  const people = new Map<number, Known>();
  let told = 0;
  for (const line of lines) {
    const { person, event, set } = line;
    if (person < 0) continue;
    const known = people.get(person) ?? { severity: 1, bed: -1, settled: false, known: true };
    people.set(person, known);
    learn(known, line);
    if (event !== "decided" || line.ordinal >= PRESENT_FROM) continue;
    told++;
    assertEquals(set, reader.setOf(line), `rules that ${person} follows`);
    const [name] = reader.ask(line, known);
    assertEquals(sets[set].rules[line.rule]?.name, name, `rule for ${person}`);
    const open = findings[set].some(({ kind }) => kind === "unmatched");
    assert(name !== undefined || open, `${sets[set].name}: no rule, but the linter found none`);
    const dead = findings[set].some((f) => f.kind === "unreachable" && f.rule === name);
    assert(!dead, `${name} fires, but the linter calls it unreachable`);
  }
  return told;
}
