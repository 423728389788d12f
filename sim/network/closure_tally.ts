/** What became of closures: who was moved, how long it took, what came back into ordinary use. */
import { measureDefinition } from "../domain/mod.ts";
import type { ClosureSpec } from "../scenario/mod.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import type { Groups } from "./groups.ts";
import type { Row } from "./measures.ts";
import type { World } from "./world.ts";

/** One facility of a closure, over time. */
export interface Closing {
  /** What the scenario says of it. */
  readonly spec: ClosureSpec;
  /** Facility [-]. */
  readonly facility: number;
  /** Closes [min]. */
  readonly at: number;
  /** Is to open again [min]; Infinity for never. */
  readonly reopensAt: number;
  /** All wards of the facility [-]. */
  readonly own: readonly number[];
  /** Wards that are closed [-] -- state. */
  wards: readonly number[];
  /** How far it is; `open` before it closes too, `over` when closed anew before it opened -- state. */
  state: "open" | "emptying" | "disinfecting" | "ready" | "over";
  /** The last patient had left [min]; not there before -- state. */
  emptyAt?: number;
  /** Disinfection and review are over [min]; not there before they begin -- state. */
  readyAt?: number;
  /** Opened again [min]; not there before -- state. */
  openedAt?: number;
}

const HOUR = 60;

/** The largest of several values [their unit]; NaN when one is not there, or none at all. */
const latest = (list: readonly Closing[], of: (closing: Closing) => number): number =>
  list.length === 0 ? NaN : Math.max(...list.map(of));

/** Counts closures. */
export class ClosureTally {
  readonly #world: World;
  readonly #list: readonly Closing[];
  readonly #moved: Float64Array;
  readonly #ordinary: Float64Array;
  readonly #sentHome: Float64Array;
  readonly #waited: Float64Array;
  readonly #beds: Float64Array;

  /**
   * @param world The replication.
   * @param list Facilities that close.
   */
  constructor(world: World, list: readonly Closing[]) {
    this.#world = world;
    this.#list = list;
    this.#moved = new Float64Array(list.length);
    this.#ordinary = new Float64Array(list.length);
    this.#sentHome = new Float64Array(list.length);
    this.#waited = new Float64Array(list.length);
    this.#beds = new Float64Array(list.length);
  }

  /**
   * A COVID inpatient leaves a closed ward; one with a bed held elsewhere was moved.
   *
   * @param i Closure [-].
   * @param p Patient [-].
   */
  left(i: number, p: number): void {
    const { patients, layout, executive } = this.#world;
    const target = patients.target[p];
    if (target < 0 || layout.wardFacility[target] === this.#list[i].facility) return;
    this.#moved[i]++;
    this.#waited[i] += executive.now - this.#list[i].at;
  }

  /**
   * An ordinary inpatient leaves a closed ward before the end of the stay.
   *
   * @param i Closure [-].
   * @param isMoved Whether for another hospital, or for home.
   */
  ordinaryLeft(i: number, isMoved: boolean): void {
    (isMoved ? this.#ordinary : this.#sentHome)[i]++;
  }

  /**
   * Beds have come back into ordinary use.
   *
   * @param i Closure [-].
   * @param beds Physical beds [beds].
   */
  givenBack(i: number, beds: number): void {
    this.#beds[i] += beds;
  }

  /**
   * Measures of closures, all together and by facility.
   *
   * @returns Rows; none without closures.
   */
  rows(): Row[] {
    const all = [...this.#list.keys()];
    if (all.length === 0) return [];
    const ids = this.#world.layout.facilities.ids;
    const groups = [...new Set(this.#list.map(({ facility }) => facility))];
    return [
      ...this.#of(all, {}),
      ...groups.flatMap((facility) =>
        this.#of(all.filter((i) => this.#list[i].facility === facility), {
          facility: ids[facility],
        })
      ),
    ];
  }

  #of(some: readonly number[], groups: Groups): Row[] {
    const row = (measure: string, value: number): Row => ({
      measure,
      unit: measureDefinition(measure).unit,
      value,
      ...groups,
    });
    const sum = (values: Float64Array) => some.reduce((total, i) => total + values[i], 0);
    const closings = some.map((i) => this.#list[i]);
    const planned = closings.filter(({ reopensAt }) => reopensAt < Infinity);
    const day = ({ openedAt = NaN }: Closing) => 1 + Math.floor(openedAt / MINUTES_PER_DAY);
    const moved = sum(this.#moved);
    return [
      row("closure_cases_moved", moved),
      row("closure_move_wait_mean", moved > 0 ? sum(this.#waited) / moved / HOUR : NaN),
      row("closure_ordinary_moved", sum(this.#ordinary)),
      row("closure_discharged_early", sum(this.#sentHome)),
      row(
        "closure_hours_to_empty",
        latest(closings, ({ emptyAt = NaN, at }) => emptyAt - at) / HOUR,
      ),
      row(
        "reopening_delay",
        latest(planned, ({ openedAt = NaN, reopensAt }) => openedAt - reopensAt) / HOUR,
      ),
      row("reopening_day", latest(planned, day)),
      row("ordinary_beds_given_back", sum(this.#beds)),
    ];
  }
}
