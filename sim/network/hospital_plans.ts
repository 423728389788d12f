/**
 * One hospital, one plan: every hospital forecasts its COVID cases and keeps beds and staff for them.
 *
 * Once in an interval each hospital forecasts, by ward type, from the cases that came to it and left
 * it; those who wait for its wards by rule come on top. Wards set apart for COVID take the cases
 * first; what is left is reserved in the shared wards of the type, in order. A reserve counts the
 * cases in the ward and on the way to it: it keeps so many beds empty that, with them, it is full. It
 * moves nobody out, is taken from beds that spacing, conversion and buffer wards leave usable, and
 * means nothing while a ward is set apart. Beds and staff change the stated delay after the forecast.
 *
 * Source: Joint Prevention and Control Mechanism of the State Council, 联防联控机制发〔2020〕35号, 20
 * March 2020: one hospital, one plan, demand forecast and rooms, staff and supplies adjusted to it
 * (N35-3.1); places and staff moved to where they are needed (N35-4.3). How one forecasts is not in
 * the text.
 */
import { forecastCensus, reserveOf, WARD_TYPES } from "../domain/mod.ts";
import { DailyLevel, RUNGS, SimulationError } from "../engine/mod.ts";
import type { HospitalPlanSpec } from "../scenario/mod.ts";
import type { BedWatch } from "./bed_watch.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import type { HospitalPlansFace } from "./capacity_face.ts";
import { SeenDemands } from "./seen_demand.ts";
import { SharedStaff } from "./shared_staff.ts";
import type { World } from "./world.ts";

/** A plan of all hospitals that is not yet carried out. */
interface Plan {
  /** Beds to be reserved, by ward [beds]. */
  readonly reserves: Int32Array;
  /** Cases to be expected, by ward [patients]; no more than the ward has beds. */
  readonly cases: Float64Array;
}

/** Plans of all hospitals. */
export class HospitalPlans implements HospitalPlansFace {
  readonly #world: World;
  readonly #spec: HospitalPlanSpec;
  readonly #seen: SeenDemands;
  /** Cases in a ward and on the way to it, as last seen [patients]. */
  readonly #known: Int32Array;
  /** Beds reserved, by ward, cases in them included [beds] -- state. */
  readonly #reserves: Int32Array;
  readonly #pending: Plan[] = [];
  readonly #staff: SharedStaff | null;
  /** Elective patients put off by a reserve, by ward. */
  readonly #putOff: readonly Set<number>[];
  readonly #plans: number;
  readonly #carriesOut: number;
  #begun = false;
  readonly reserved: readonly DailyLevel[];

  /**
   * @param world The replication.
   * @param watch Tells when beds change.
   */
  constructor(world: World, watch: BedWatch) {
    this.#world = world;
    const { scenario: { wards: { hospitalPlan: spec }, city, window }, executive } = world;
    this.#spec = spec;
    this.#seen = new SeenDemands(city.facilities.length * WARD_TYPES.length, spec.look);
    this.#known = new Int32Array(city.wards.length);
    this.#reserves = new Int32Array(city.wards.length);
    this.#putOff = city.wards.map(() => new Set());
    this.#staff = spec.staff ? new SharedStaff(world) : null;
    const days = window.days + window.runOnDays;
    this.reserved = WARD_TYPES.map(() => new DailyLevel({ days }));
    this.#plans = executive.on("hospitals plan", RUNGS.capacity, (first) => this.#tick(first));
    this.#carriesOut = executive.on("plans carried out", RUNGS.capacity, () => this.#carryOut());
    city.wards.forEach((_, w) => watch.on(w, () => this.#note(w)));
  }

  get moved(): HospitalPlansFace["moved"] {
    return this.#staff?.moved;
  }

  get putOff(): number {
    return this.#putOff.reduce((sum, { size }) => sum + size, 0);
  }

  /** Schedules the first look; call once. */
  start(): void {
    const { executive } = this.#world;
    executive.at(Math.max(0, executive.now), this.#plans, 1);
  }

  #place(w: number): number {
    const { wardFacility, wardType } = this.#world.layout;
    return wardFacility[w] * WARD_TYPES.length + wardType[w];
  }

  /** Sees whether a case has taken a bed of a ward or left one; changes nothing. */
  #note(w: number): void {
    if (!this.#begun) return;
    const { wards: { covid, held }, executive } = this.#world;
    const change = covid[w] + held[w] - this.#known[w];
    if (change !== 1 && change !== -1) return;
    this.#known[w] += change;
    this.#seen.note(executive.now, this.#place(w), change);
  }

  /** Begins to look, or plans; then schedules the next time. */
  #tick(first: number): void {
    const { executive, wards } = this.#world;
    if (first === 1) {
      this.#known.forEach((_, w) => this.#known[w] = wards.covid[w] + wards.held[w]);
      this.#begun = true;
    } else this.#plan();
    const next = executive.now + (first === 1 ? this.#spec.look : this.#spec.every);
    if (next < executive.end) executive.at(next, this.#plans, 0);
  }

  #plan(): void {
    const { executive, wards, layout } = this.#world;
    const count = layout.wardType.length;
    const plan = { reserves: new Int32Array(count), cases: new Float64Array(count) };
    const places = new Map<number, number[]>();
    for (let w = 0; w < count; w++) {
      if (wards.uses.covid[w] === 0) continue;
      const place = this.#place(w);
      places.set(place, [...places.get(place) ?? [], w]);
    }
    for (const [place, own] of places) this.#share(plan, own, this.#expected(place, own));
    this.#pending.push(plan);
    if (this.#spec.delay === 0) this.#carryOut();
    else executive.after(this.#spec.delay, this.#carriesOut, 0);
  }

  /** Cases that a hospital expects in its wards of a type, with the margin [patients]. */
  #expected(place: number, own: readonly number[]): number {
    const { wards, executive, flows } = this.#world;
    const census = own.reduce((sum, w) => sum + wards.covid[w] + wards.held[w], 0);
    const seen = this.#seen.at(place, executive.now, census);
    const waiting = Math.max(...own.map((w) => flows.referral.waitingFor(w)));
    return (forecastCensus(seen, this.#spec) + waiting) * (1 + this.#spec.safety);
  }

  /** Lays cases out on wards: those set apart first, then the shared ones. */
  #share({ reserves, cases }: Plan, own: readonly number[], expected: number): void {
    const { wards } = this.#world;
    const isShared = (w: number) => wards.uses.ordinary[w] === 1;
    let left = expected;
    for (const w of own) {
      if (isShared(w)) continue;
      cases[w] = Math.min(left, wards.open(w));
      left -= Math.min(left, wards.usable[w]);
    }
    for (const w of own) {
      if (!isShared(w)) continue;
      reserves[w] = reserveOf(left, wards.open(w), this.#spec);
      cases[w] = Math.min(left, wards.open(w));
      left -= Math.min(left, reserves[w]);
    }
  }

  #carryOut(): void {
    const { executive, layout, wards, log } = this.#world;
    const { reserves, cases } = this.#pending.shift()!;
    for (let w = 0; w < reserves.length; w++) {
      const beds = wards.uses.ordinary[w] === 1 ? Math.min(reserves[w], wards.usable[w]) : 0;
      const change = beds - this.#reserves[w];
      if (change === 0) continue;
      this.#check(w, beds);
      this.#reserves[w] = beds;
      this.reserved[layout.wardType[w]].add(executive.now, change);
      log?.ward("beds reserved", w, beds);
    }
    this.#staff?.share(cases);
    if (this.#spec.against === "ordinary") this.#serve();
  }

  /** Ordinary patients in line may have beds that are no longer reserved. */
  #serve(): void {
    const { wards, flows } = this.#world;
    for (let w = 0; w < this.#reserves.length; w++) if (wards.free(w) > 0) flows.referral.serve(w);
  }

  #check(w: number, beds: number): void {
    const { wards, executive } = this.#world;
    if (beds >= 0 && beds <= wards.open(w)) return;
    throw new SimulationError(
      `Cannot reserve beds of a ward as it must have them: reserved ${beds}, physical ` +
        `${wards.open(w)}`,
      { clock: executive.now, entity: w },
    );
  }

  /** Whether every free bed of a ward is reserved. */
  #isFull(w: number): boolean {
    const { covid, held, vacant, uses } = this.#world.wards;
    const kept = this.#reserves[w] - covid[w] - held[w];
    return kept > 0 && vacant[w] <= kept && uses.covid[w] === 1;
  }

  keepsOut(w: number): boolean {
    return this.#spec.against === "ordinary" && this.#isFull(w);
  }

  keepsOutElective(w: number, who: number): boolean {
    if (!this.#isFull(w)) return false;
    const { executive: { now }, scenario: { window } } = this.#world;
    if (now < window.days * MINUTES_PER_DAY) this.#putOff[w].add(who);
    return true;
  }

  staffChanged(): void {
    this.#staff?.staffChanged();
  }
}
