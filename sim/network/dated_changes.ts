/**
 * What changes in wards on stated dates: staff who move, idle wards that open, whom wards take.
 *
 * All changes of a day happen together at its 00:00, in the order of the scenario, before anything
 * else. Those of the first instant or before are there from the start. Nobody in a bed is moved: a
 * ward that serves others keeps whom it has until they leave.
 */
import { WARD_TYPES } from "../domain/mod.ts";
import { RUNGS } from "../engine/mod.ts";
import type { Post, StaffMoveSpec } from "../scenario/mod.ts";
import { dayOf, MINUTES_PER_DAY } from "./calendar_days.ts";
import type { IdleWards } from "./idle_wards.ts";
import type { World } from "./world.ts";

/** Changes by day [d]. */
type ByDay = Map<number, (() => void)[]>;

/** Applies dated changes. */
export class DatedChanges {
  readonly #world: World;
  readonly #changes: ByDay = new Map();
  readonly #change: number;

  /**
   * @param world The replication.
   * @param idle Idle wards.
   */
  constructor(world: World, idle: IdleWards) {
    this.#world = world;
    const { wards, staff } = world.scenario;
    this.#change = world.executive.on("dated change of wards", RUNGS.capacity, (day) => {
      const { capacity } = world.flows;
      this.#apply(day);
      capacity.hospitalPlans?.staffChanged();
      capacity.changed();
      this.#serve();
    });
    wards.uses.forEach(({ date, facility, ward, use }) =>
      this.#on(date, () => {
        for (const w of this.#wardsOf(facility, ward)) world.wards.uses.set(w, use);
      })
    );
    wards.idle.forEach((spec, i) => {
      if (spec.opens !== "") this.#on(spec.opens, () => idle.open(i));
    });
    for (const move of staff.moves) {
      this.#on(move.date, () => this.#move(move, 1));
      if (move.until !== "") this.#on(move.until, () => this.#move(move, -1));
    }
  }

  #on(date: string, change: () => void): void {
    const day = dayOf(this.#world.scenario.window.start, date);
    this.#changes.set(day, [...this.#changes.get(day) ?? [], change]);
  }

  #apply(day: number): void {
    for (const change of this.#changes.get(day) ?? []) change();
  }

  /** Makes the changes of the first instant and before, and schedules the others; call once. */
  start(): void {
    const { executive } = this.#world;
    for (const day of [...this.#changes.keys()].sort((a, b) => a - b)) {
      const at = day * MINUTES_PER_DAY;
      if (at <= executive.now) this.#apply(day);
      else if (at < executive.end) executive.at(at, this.#change, day);
    }
  }

  /** Wards of a facility and type. */
  #wardsOf(facility: string, type: string): number[] {
    const { layout } = this.#world;
    const f = layout.facilities.ids.indexOf(facility);
    const code = WARD_TYPES.indexOf(type as never);
    return [...layout.wardType.keys()].filter((w) =>
      layout.wardFacility[w] === f && layout.wardType[w] === code
    );
  }

  /** Moves staff, or back again. */
  #move({ from, ward, to, joins, physicians, nurses }: StaffMoveSpec, way: 1 | -1): void {
    this.#staff(from, ward, [-way * physicians, -way * nurses]);
    this.#staff(to, joins, [way * physicians, way * nurses]);
  }

  /** Gives staff to the first ward of a type, or to a fever clinic; outside the city to nobody. */
  #staff(facility: string, post: Post, [physicians, nurses]: readonly [number, number]): void {
    if (facility === "") return;
    const { layout, flows, wards } = this.#world;
    const f = layout.facilities.ids.indexOf(facility);
    if (post === "fever_clinic") flows.clinic.addPhysicians(f, physicians);
    else wards.staff.assign(this.#wardsOf(facility, post)[0], physicians, nurses);
  }

  /** Wards that now take others may have beds for them, though their number is the same. */
  #serve(): void {
    const { wards, flows, executive } = this.#world;
    if (executive.now < 0 || this.#world.scenario.wards.uses.length === 0) return;
    for (let w = 0; w < wards.usable.length; w++) {
      if (wards.free(w) > 0) flows.referral.serve(w);
    }
  }
}
