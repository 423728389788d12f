/**
 * Usable beds over time: spacing by the risk level of the day where a ward stands, staff present,
 * beds that open.
 *
 * A ward's usable beds are the whole number below the smallest of its open beds as far as spacing
 * leaves them, and what the physicians and the nurses present can staff. When a level, a stock or
 * staff change, they do so before anything else of that instant. When usable beds fall below those
 * in use nobody is moved out and no one comes in.
 */
import { RISK_LEVELS } from "../domain/mod.ts";
import { RUNGS } from "../engine/mod.ts";
import type { LevelPlan } from "../scenario/mod.ts";
import { BedWatch } from "./bed_watch.ts";
import type { CapacityFace } from "./capacity_face.ts";
import { dayOf, MINUTES_PER_DAY } from "./calendar_days.ts";
import { Convertible } from "./convertible.ts";
import { DatedChanges } from "./dated_changes.ts";
import { HospitalPlans } from "./hospital_plans.ts";
import { IdleWards } from "./idle_wards.ts";
import { Spacing } from "./spacing.ts";
import { isStaffOn, Staffing } from "./staffing.ts";
import type { World } from "./world.ts";

/** Keeps the plans of the day and the usable beds. */
export class Capacity implements CapacityFace {
  readonly #world: World;
  readonly #change: number;
  readonly #changes: DatedChanges;
  /** Idle wards. */
  readonly idle: IdleWards;
  /** Tells when beds change. */
  readonly watch: BedWatch;
  /** Staff over time; undefined when those employed are always present. */
  readonly staffing: Staffing | undefined;
  /** Convertible ICU beds. */
  readonly convertible: Convertible;
  /** Beds and staff by forecast; undefined when hospitals make no such plans. */
  readonly hospitalPlans: HospitalPlans | undefined;
  /** Risk level in force by district [-] -- state. */
  readonly #level: Uint8Array;
  readonly #spacing: Spacing;
  /** Day for which levels and spacing are in force [d] -- state. */
  #today = 0;
  /** Last day for which a step of spacing is scheduled [d] -- state. */
  #stepOn = 0;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    const { scenario, executive, wards, epidemic: { levels, districts } } = world;
    this.#level = Uint8Array.from(districts.ids, (_, district) => levels.on(district, 0));
    this.#spacing = new Spacing(scenario, this.#level);
    this.#change = executive.on("capacity of a day", RUNGS.capacity, (day) => this.#day(day));
    const watch = this.watch = new BedWatch(wards);
    world.flows.capacity = this;
    this.convertible = new Convertible(world, watch);
    this.staffing = isStaffOn(scenario) ? new Staffing(world) : undefined;
    this.idle = new IdleWards(world, watch);
    this.#changes = new DatedChanges(world, this.idle);
    const { modelled } = scenario.wards.hospitalPlan;
    this.hospitalPlans = modelled ? new HospitalPlans(world, watch) : undefined;
  }

  /**
   * Risk level in force where a ward stands.
   *
   * @param w Ward.
   * @returns Its place in `RISK_LEVELS` [-].
   */
  levelOf(w: number): number {
    return this.#level[this.#world.epidemic.districts.ofWard[w]];
  }

  planOf(w: number): LevelPlan {
    return this.#world.scenario.services.plans[RISK_LEVELS[this.levelOf(w)]];
  }

  /**
   * Share of physical beds that spacing leaves usable at a facility.
   *
   * @param facility Facility [-].
   * @returns Share [-].
   */
  spacingAt(facility: number): number {
    return this.#spacing.share(this.#world.epidemic.districts.ofFacility[facility], this.#today);
  }

  spacingOf(w: number): number {
    return this.#spacing.share(this.#world.epidemic.districts.ofWard[w], this.#today);
  }

  /** Opens the beds of the first day and schedules every change; call once, before anything else. */
  start(): void {
    const { executive, scenario } = this.#world;
    const { convertibleOpens, convertible } = scenario.wards;
    const byDate = convertible.trigger === "date" && convertibleOpens !== "";
    const opening = byDate ? dayOf(scenario.window.start, convertibleOpens) : Infinity;
    if (opening < 0) this.convertible.openAtOnce();
    this.#changes.start();
    this.staffing?.start();
    this.hospitalPlans?.start();
    this.apply();
    const { levels } = this.#world.epidemic;
    for (let day = 0; day < levels.days; day++) {
      if (day === opening) executive.at(day * MINUTES_PER_DAY, this.#change, -1 - day);
      else if (day > 0 && levels.mayChange(day)) {
        executive.at(day * MINUTES_PER_DAY, this.#change, day);
      }
    }
  }

  /** The changes of a day; −1 − day where convertible beds open by date too. */
  #day(coded: number): void {
    const day = coded < 0 ? -1 - coded : coded;
    const { epidemic: { levels }, executive } = this.#world;
    this.#today = day;
    this.#level.forEach((_, district) => {
      const level = this.#level[district] = levels.on(district, day);
      this.#spacing.set(district, { day, level });
    });
    const next = day + 1;
    const isStep = this.#spacing.isComingIn(day) && this.#stepOn < next && next < levels.days;
    if (isStep && !levels.mayChange(next)) {
      this.#stepOn = next;
      executive.at(next * MINUTES_PER_DAY, this.#change, next);
    }
    if (coded < 0) this.convertible.openAtOnce();
    this.apply();
  }

  apply(): void {
    const { wards } = this.#world;
    for (let w = 0; w < wards.usable.length; w++) this.update(w);
    this.staffing?.applied();
  }

  update(w: number): void {
    const { wards, executive, flows } = this.#world;
    const beds = wards.usableUnder(w, this.spacingOf(w));
    const sameBuffer = wards.buffers.target(w, beds) === wards.buffers.beds[w];
    if (beds === wards.usable[w] && sameBuffer) return;
    wards.setUsable(executive.now, w, beds);
    if (wards.free(w) > 0 && executive.now >= 0) flows.referral.serve(w);
  }

  changed(): void {
    this.staffing?.present();
    this.apply();
  }
}
