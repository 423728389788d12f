/**
 * Ordinary inpatients of hospitals that close and move their patients.
 *
 * At the instant of the closure each goes, in the order in which they came, to the nearest open hospital
 * where a ward of the same type that takes ordinary patients has a free bed nobody waits for, and stays
 * there for the rest of the stay. Who finds none goes home early from a general ward, and stays until the
 * end of the stay in intensive care. They take no vehicles, whose fleet is kept for COVID cases; nobody
 * follows whether they are infected where they go, and an operation still to come is counted where they
 * first came.
 */
import { WARD_TYPES } from "../domain/mod.ts";
import type { World } from "./world.ts";

const GENERAL = WARD_TYPES.indexOf("general");

/** Bed of a patient who has gone home early. */
export const WENT_HOME = -1;

/** What moving needs of the flow of ordinary inpatients. */
export interface Movers {
  /** Whether a ward has a bed for somebody from another hospital. */
  readonly hasRoom: (w: number) => boolean;
  /** Takes the patient of a number of a ward out of the bed in a ward. */
  readonly leaves: (w: number, who: number, from: number) => void;
  /** Puts them into a bed of another. */
  readonly enters: (to: number) => void;
}

/** Who is where. */
export class OrdinaryMoves {
  readonly #world: World;
  readonly #movers: Movers;
  /** Who is in each ward that may be emptied, by key, in order of coming; undefined for other wards. */
  readonly #inside: readonly (Set<number> | undefined)[];
  /** Where somebody is who has been moved, by key [ward]. */
  readonly #at = new Map<number, number>();

  /**
   * @param world The replication.
   * @param movers What moving needs.
   */
  constructor(world: World, movers: Movers) {
    this.#world = world;
    this.#movers = movers;
    const { scenario: { interventions }, layout } = world;
    const moving = new Set(
      interventions?.flatMap(({ close }) => close?.inpatients === "move" ? close.facilities : []),
    );
    this.#inside = Array.from(
      layout.wardFacility,
      (f) => moving.has(layout.facilities.ids[f]) ? new Set<number>() : undefined,
    );
  }

  #keyOf(w: number, who: number): number {
    return who * this.#inside.length + w;
  }

  /**
   * Somebody has come into a bed of a ward.
   *
   * @param w Ward.
   * @param who Number of the patient there [-].
   */
  came(w: number, who: number): void {
    this.#inside[w]?.add(this.#keyOf(w, who));
  }

  /**
   * Where somebody is.
   *
   * @param w Ward to which they first came.
   * @param who Number of the patient there [-].
   * @returns Ward; {@link WENT_HOME} for one sent home early.
   */
  wardOf(w: number, who: number): number {
    return this.#at.size === 0 ? w : this.#at.get(this.#keyOf(w, who)) ?? w;
  }

  /**
   * The stay of somebody is over.
   *
   * @param w Ward to which they first came.
   * @param who Number of the patient there [-].
   */
  ended(w: number, who: number): void {
    const key = this.#keyOf(w, who);
    this.#inside[this.wardOf(w, who)]?.delete(key);
    this.#at.delete(key);
  }

  /**
   * Moves everybody out of wards, as far as there is somewhere to go.
   *
   * @param wards Wards that are closed and to be emptied.
   */
  moveOut(wards: readonly number[]): void {
    for (const from of wards) {
      const candidates = this.#candidates(from);
      for (const key of [...this.#inside[from] ?? []]) this.#move(key, from, candidates);
    }
  }

  #move(key: number, from: number, candidates: readonly number[]): void {
    const { layout, flows } = this.#world;
    const count = this.#inside.length;
    const first = ((key % count) + count) % count;
    const to = candidates.find((w) => this.#movers.hasRoom(w)) ?? WENT_HOME;
    if (to === WENT_HOME && layout.wardType[from] !== GENERAL) return;
    this.#inside[from]!.delete(key);
    this.#at.set(key, to);
    this.#movers.leaves(first, (key - first) / count, from);
    if (to !== WENT_HOME) {
      this.#inside[to]?.add(key);
      this.#movers.enters(to);
    }
    flows.closures?.ordinaryLeft(from, to !== WENT_HOME);
  }

  /** Wards of other hospitals of the same type that take ordinary patients now, the nearest first. */
  #candidates(from: number): number[] {
    const { layout, wards: { uses } } = this.#world;
    const { wardFacility, wardType, facilities, travel } = layout;
    const here = wardFacility[from];
    const km = (w: number) => travel.km(facilities.node[here], facilities.node[wardFacility[w]]);
    return [...wardFacility.keys()].filter((w) =>
      wardFacility[w] !== here && wardType[w] === wardType[from] && uses.ordinary[w] === 1
    ).sort((a, b) => km(a) - km(b) || a - b);
  }
}
