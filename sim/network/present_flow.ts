/**
 * Cases that a run starts with: in beds or waiting for one at 00:00 of the first day.
 *
 * Each is a person with a number of their own (`present_numbers.ts`), whose attributes, home and
 * elapsed time are keyed by it. Home is a grid that is linked to the facility, or where it is the
 * primary facility of somebody, drawn by residents; any grid where there is none. When they were
 * infected is not known: the beginning of the present state stands for it.
 */
import {
  CARE_BOARDING,
  CARE_LOWER,
  CARE_NONE,
  CARE_RIGHT,
  CRITICAL,
  MODERATE,
  SEVERE,
} from "../domain/mod.ts";
import { RUNGS } from "../engine/mod.ts";
import type { WaitingRow } from "../scenario/mod.ts";
import { NEED } from "./course.ts";
import { BLOCK, KIND } from "./decisions.ts";
import { communityAt, indexOf } from "./layout.ts";
import { personKey, PLACE } from "./patients.ts";
import { elapsedShare, PresentLaw } from "./present_law.ts";
import { PresentNumbers } from "./present_numbers.ts";
import { startWards } from "./start_wards.ts";
import type { World } from "./world.ts";

const SEVERITY = { moderate: MODERATE, severe: SEVERE, critical: CRITICAL } as const;

/** Where one of them is and how ill. */
interface Found {
  readonly ordinal: number;
  readonly severity: number;
  readonly care: number;
  /** Grid of residence; −1 when it is to be drawn. */
  readonly grid: number;
  /** Facility; −1 at home. */
  readonly facility: number;
  /** Ward; −1 without a bed. */
  readonly ward: number;
}

/** Grids that somebody in a facility may come from, with cumulative residents. */
interface Homes {
  readonly grids: readonly number[];
  readonly cumulative: readonly number[];
}

/** Puts the cases of a census into the network. */
export class PresentFlow {
  readonly #world: World;
  readonly #law: PresentLaw;
  readonly #numbers = new PresentNumbers();
  readonly #homes = new Map<number, Homes>();
  readonly #decides: number;
  /** Handles and keys of all, in the order of the tables, until they have been decided upon. */
  #all: { readonly p: number; readonly key: number }[] = [];

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    this.#law = new PresentLaw(world);
    this.#decides = world.executive.on("start of those present", RUNGS.decision, () => {
      this.#decideAll();
    });
  }

  /** Puts everybody in place; those without the bed they need ask for it first thing; call once. */
  start(): void {
    const { scenario, layout, wards, executive } = this.#world;
    if (scenario.start === undefined) return;
    for (const { name, ward, severity, from, to } of startWards(scenario, layout, wards).cases) {
      const facility = layout.wardFacility[ward];
      const care = layout.wardType[ward] >= NEED[severity] ? CARE_RIGHT : CARE_LOWER;
      for (let i = from; i < to; i++) {
        const ordinal = this.#numbers.of(name, i);
        this.#find({ ordinal, severity, care, grid: -1, facility, ward });
      }
    }
    for (const row of scenario.start.waiting) this.#wait(row);
    executive.at(executive.now, this.#decides, 0);
  }

  #wait({ grid, state, place, patients }: WaitingRow): void {
    const { layout } = this.#world;
    const facility = place === "home" ? -1 : indexOf(layout.facilities.ids).get(place)!;
    const common = {
      severity: SEVERITY[state],
      care: facility < 0 ? CARE_NONE : CARE_BOARDING,
      grid: indexOf(layout.grids.ids).get(grid)!,
      facility,
      ward: -1,
    };
    for (let i = 0; i < patients; i++) {
      this.#find({ ...common, ordinal: this.#numbers.of(`${grid}/${state}/${place}`, i) });
    }
  }

  /** Makes the row of one of them. */
  #find({ ordinal, severity, care, grid, facility, ward }: Found): void {
    const { patients, draws, executive, profiles, wards, layout, collect, flows, log } =
      this.#world;
    draws.block(ordinal, KIND.CASE_PRESENT, 0, 0);
    const home = grid >= 0 ? grid : this.#homeOf(facility, draws.u0);
    const cell = this.#law.cellOf(severity, care, draws.u1);
    const duration = this.#law.duration(severity, draws.u2, draws.u3);
    draws.block(ordinal, KIND.CASE_PRESENT, 1, 0);
    const hazard = this.#law.hazard(profiles.severityRow[cell], severity, care);
    const elapsed = duration * elapsedShare(draws.u0, hazard);
    const p = patients.take(home, ordinal);
    patients.cell[p] = cell;
    patients.severity[p] = severity;
    patients.duration[p] = duration;
    patients.remaining[p] = duration - elapsed;
    patients.infectedAt[p] = executive.now - elapsed;
    patients.known[p] = 1;
    patients.facility[p] = facility;
    patients.ward[p] = ward;
    patients.everInBed[p] = ward >= 0 ? 1 : 0;
    patients.place[p] = ward >= 0 ? PLACE.BED : facility >= 0 ? PLACE.BOARDING : PLACE.HOME;
    draws.block(ordinal, home, BLOCK.ONSET, 0);
    patients.community[p] = communityAt(layout.grids, home, draws.u3);
    if (ward >= 0) wards.foundIn(executive.now, ward, "covid");
    log?.arrives(p, NaN);
    log?.patient("present", p, severity);
    flows.course.find(p);
    collect.presentAtStart(p);
    if (facility >= 0 && ward < 0) flows.emergency?.seen(p, false);
    this.#all.push({ p, key: personKey(home, ordinal) });
  }

  #homeOf(facility: number, u: number): number {
    let homes = this.#homes.get(facility);
    if (homes === undefined) this.#homes.set(facility, homes = this.#homesOf(facility));
    const { grids, cumulative } = homes;
    let i = 0;
    while (i < grids.length - 1 && u * cumulative[grids.length - 1] >= cumulative[i]) i++;
    return grids[i];
  }

  #homesOf(facility: number): Homes {
    const { scenario: { city }, layout } = this.#world;
    const id = layout.facilities.ids[facility];
    const linked = new Set([
      ...city.links.filter((link) => link.facility === id).map((link) => link.grid),
      ...city.communities.filter((c) => c.primaryFacility === id).map((c) => c.grid),
    ]);
    const all = [...layout.grids.ids.keys()];
    const some = all.filter((g) => linked.has(layout.grids.ids[g]));
    const grids = some.length > 0 ? some : all;
    let sum = 0;
    return { grids, cumulative: grids.map((g) => sum += layout.grids.population[g]) };
  }

  /** All who lack the bed they need ask for it at once: the most ill first, as a queue would. */
  #decideAll(): void {
    const { patients, profiles, scenario, layout, flows } = this.#world;
    const rank = (p: number) =>
      patients.severity[p] * 3 +
      (scenario.referral.greenChannel ? profiles.colour[patients.cell[p]] : 0);
    const here = this.#all.filter(({ p, key }) =>
      patients.grid[p] >= 0 && personKey(patients.grid[p], patients.ordinal[p]) === key
    ).map(({ p }) => p);
    this.#all = [];
    for (const p of here.sort((a, b) => rank(b) - rank(a))) {
      if (patients.place[p] !== PLACE.BED) flows.referral.decide(p);
      else if (layout.wardType[patients.ward[p]] < NEED[patients.severity[p]]) {
        flows.referral.needChanged(p);
      }
    }
  }
}
