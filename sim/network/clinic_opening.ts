/**
 * Fever clinics of primary facilities that open one after another up to a date.
 *
 * Each facility has one draw, keyed by its name: the same clinics are open from the first day in
 * every scenario with that share, and a larger share only adds to them. The others open at 00:00 of
 * a day each, evenly between two dates, in the order of their draws. A clinic that is not open yet
 * is like none: whoever comes goes on to the hospital, also the mild, since there are no hours to
 * wait for. Nothing is scheduled; who comes looks at the clock.
 *
 * Source: State Council, Joint Prevention and Control Mechanism (7 December 2022), plan for graded
 * care of COVID-19 through medical alliances, section 3.1: by 20 December 2022 the grids are complete
 * and all fever clinics that can open are open. How many were open before is not in the text.
 */
import { nameHash } from "../engine/mod.ts";
import type { KeyedDraws } from "../engine/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { dayOf, MINUTES_PER_DAY } from "./calendar_days.ts";
import { KIND } from "./decisions.ts";
import type { OpeningFace } from "./known_faces.ts";
import type { World } from "./world.ts";

/**
 * From when each facility's fever clinic is open.
 *
 * @param scenario A checked scenario.
 * @param draws Keyed draws of the replication.
 * @returns Instant by facility [min]; −Infinity for those open for the whole run, Infinity for never.
 */
export function openingTimes({ city, clinics, window }: Scenario, draws: KeyedDraws): Float64Array {
  const { share, from, complete } = clinics.opening;
  const first = from === "" ? 0 : dayOf(window.start, from);
  const last = complete === "" ? Infinity : dayOf(window.start, complete);
  return Float64Array.from(city.facilities, ({ id, kind, feverPhysicians }) => {
    if (kind !== "primary" || feverPhysicians === 0) return -Infinity;
    draws.block(nameHash(id).low, KIND.FACILITY, 0, 0);
    if (draws.u0 < share) return -Infinity;
    if (last === Infinity) return Infinity;
    const part = (draws.u0 - share) / (1 - share);
    return (first + Math.ceil(part * (last - first))) * MINUTES_PER_DAY;
  });
}

/** Clinics that open. */
export class ClinicOpening implements OpeningFace {
  readonly from: Float64Array;
  turnedAway = 0;
  readonly #world: World;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    this.from = openingTimes(world.scenario, world.draws);
    world.audits.push((breach) => {
      if (this.turnedAway <= world.collect.closed) return;
      const state = `not open yet ${this.turnedAway}, closed ${world.collect.closed}`;
      breach("who finds a clinic not open yet must find it closed", state);
    });
  }

  isOpen(facility: number): boolean {
    return this.#world.executive.now >= this.from[facility];
  }

  turnsAway(p: number, facility: number): boolean {
    if (this.isOpen(facility)) return false;
    this.turnedAway++;
    this.#world.log?.patient("clinic not open yet", p, facility);
    return true;
  }
}
