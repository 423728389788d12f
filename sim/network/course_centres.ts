/**
 * Centres of treatment in sessions: their places, and what happens while some are closed. Patients of a
 * closed centre lose their sessions at first and are then treated at the nearest open one, within its
 * places, until their own is open again.
 */
import type { SessionSpec } from "../scenario/mod.ts";
import { nearestAble } from "./candidates.ts";
import type { CourseMembers } from "./course_members.ts";
import type { World } from "./world.ts";

/** A line of courses as its centres see it. */
interface Treated {
  readonly spec: SessionSpec;
  /** Sessions a day by facility [sessions]; 0 for those that are no centre. */
  readonly capacity: Float64Array;
  /** Own centre by grid [-]. */
  readonly own: readonly number[];
}

/**
 * Places of every hospital with the capability: those that ordinary demand takes there over the share
 * of use. One that is the nearest of no grid has as many for each bed as the others have together; no
 * table says how many stations a hospital has. Without beds it has the mean of the others.
 *
 * @param world The replication.
 * @param spec The line.
 * @param mean Sessions of an ordinary day by facility, as its members come [sessions].
 * @returns Sessions a day by facility [sessions]; 0 for those that are no centre.
 */
export function placesOf(
  { scenario: { city }, layout }: Pick<World, "scenario" | "layout">,
  { capability, use }: SessionSpec,
  mean: Float64Array,
): Float64Array {
  const beds = new Float64Array(mean.length);
  city.wards.forEach((ward, w) => beds[layout.wardFacility[w]] += ward.beds);
  const nearest = [...mean.keys()].filter((f) => mean[f] > 0);
  const total = (of: Float64Array) => nearest.reduce((sum, f) => sum + of[f], 0);
  const perBed = total(mean) / total(beds);
  const other = (f: number) =>
    Number.isFinite(perBed) && beds[f] > 0 ? perBed * beds[f] : total(mean) / nearest.length;
  return mean.map((sessions, f) => {
    const { kind, capabilities } = city.facilities[f];
    if (kind !== "hospital" || !capabilities.includes(capability)) return 0;
    const demand = sessions > 0 || nearest.length === 0 ? sessions : other(f);
    return Math.ceil(demand / use);
  });
}

/** Where the members of one line are treated. */
export class CourseCentres {
  readonly #world: World;
  readonly #line: Treated;
  /** First day on which a facility was closed [d]; −1 while it is open. */
  readonly #shutSince: Int32Array;
  #isShut = false;

  /**
   * @param world The replication.
   * @param line The line.
   */
  constructor(world: World, line: Treated) {
    this.#world = world;
    this.#line = line;
    this.#shutSince = new Int32Array(line.capacity.length).fill(-1);
  }

  /**
   * Centre of the patients of a grid when all are open.
   *
   * @param grid Grid [-].
   * @returns Facility [-].
   */
  ownOf(grid: number): number {
    return this.#line.own[grid];
  }

  /**
   * Sends members of closed centres elsewhere, and back; once a day.
   *
   * @param members Members of the line.
   * @param day Day [d].
   */
  assign(members: CourseMembers, day: number): void {
    if (!this.#look(day)) return;
    const centres = this.#line.own.map((own, grid) => this.#centreOf(own, grid, day));
    for (let m = 0; m < members.count; m++) members.centre[m] = centres[members.grid[m]];
  }

  /**
   * Sessions that centres can hold, none where they are closed.
   *
   * @param capacity Sessions a day by facility [sessions].
   * @returns The same with 0 for closed ones [sessions].
   */
  open(capacity: Float64Array): Float64Array {
    if (!this.#isShut) return capacity;
    return capacity.map((sessions, f) => this.#shutSince[f] < 0 ? sessions : 0);
  }

  /** Notes which centres are closed today; whether that matters to anybody. */
  #look(day: number): boolean {
    const { flows: { closures } } = this.#world;
    if (closures === undefined) return false;
    const before = this.#isShut;
    this.#isShut = false;
    this.#line.capacity.forEach((sessions, f) => {
      if (sessions === 0) return;
      if (!closures.isShut(f)) this.#shutSince[f] = -1;
      else {
        this.#isShut = true;
        if (this.#shutSince[f] < 0) this.#shutSince[f] = day;
      }
    });
    return this.#isShut || before;
  }

  /** Centre of a grid today: the own one, or the nearest open one when it has been closed for long. */
  #centreOf(own: number, grid: number, day: number): number {
    const { scenario, layout } = this.#world;
    const { spec: { capability, reassignedAfter }, capacity } = this.#line;
    const since = this.#shutSince[own];
    if (since < 0 || day - since < reassignedAfter) return own;
    const isOpen = (f: number) => capacity[f] > 0 && this.#shutSince[f] < 0;
    const other = nearestAble(scenario, layout, { grid, capability, isOpen });
    return other < 0 ? own : other;
  }
}
