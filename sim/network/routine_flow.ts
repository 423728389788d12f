/**
 * Ordinary inpatients: they arrive, wait, stay and leave in the beds that COVID cases want too.
 *
 * Demand per ward is what fills the published share of its beds when everything is open. Each ward
 * numbers its patients; everything about one is keyed by that number, so a closed ward or a stricter
 * plan changes nobody else's stay. Urgent patients wait up to their patience; elective ones who are
 * not served come back, a stated share of them, up to seven times.
 */
import { LINES } from "../domain/mod.ts";
import {
  distributionOf,
  poissonQuantile,
  residualLifeOf,
  RUNGS,
  tabulated,
} from "../engine/mod.ts";
import type { Distribution } from "../engine/mod.ts";
import { MINUTES_PER_DAY, weekdayOf } from "./calendar_days.ts";
import type { Capacity } from "./capacity.ts";
import { KIND } from "./decisions.ts";
import { startWards } from "./start_wards.ts";
import type { RoutineFace, World } from "./world.ts";

const URGENT = LINES.indexOf("inpatient_urgent");
const ELECTIVE = LINES.indexOf("inpatient_elective");
/** Most attempts of an elective patient, so that number and attempt fit one stamp [-]. */
const ATTEMPTS = 8;

/** Ordinary urgent patients waiting for one ward, first come first served. */
interface Line {
  head: number;
  /** Came [min]. */
  readonly since: number[];
  /** Goes elsewhere [min]. */
  readonly until: number[];
  /** Number of the patient. */
  readonly who: number[];
}

/** Ordinary inpatients of all wards. */
export class RoutineFlow implements RoutineFace {
  readonly #world: World;
  readonly #capacity: Capacity;
  readonly #stay: readonly Distribution[];
  readonly #returnDelay: Distribution;
  readonly #patience: Distribution;
  readonly #rate: Float64Array;
  readonly #next: Int32Array;
  readonly #firstWeekday: number;
  readonly #lines: readonly Line[];
  /** 1 where somebody may be in the line of a ward. */
  readonly #waiting: Uint8Array;
  readonly #arrives: number;
  readonly #ends: number;
  readonly #returns: number;

  /**
   * @param world The replication.
   * @param capacity Levels and plans by day.
   */
  constructor(world: World, capacity: Capacity) {
    this.#world = world;
    this.#capacity = capacity;
    const { scenario, executive, wards } = world;
    const { services, city } = scenario;
    this.#stay = [services.stay.general, services.stay.sub_icu, services.stay.icu]
      .map((spec) => tabulated(distributionOf(spec)));
    this.#returnDelay = distributionOf(services.electiveReturnDelay);
    this.#patience = distributionOf(services.urgentPatience);
    this.#rate = Float64Array.from(
      city.wards,
      (spec, w) =>
        spec.use === "covid"
          ? 0
          : wards.usableUnder(w, 1) * services.occupancy / this.#stayOf(w).mean,
    );
    this.#next = new Int32Array(city.wards.length);
    this.#firstWeekday = weekdayOf(scenario.window.start, 0);
    this.#waiting = new Uint8Array(city.wards.length);
    this.#lines = city.wards.map(() => ({ head: 0, since: [], until: [], who: [] }));
    this.#arrives = executive.on("ordinary arrival", RUNGS.seize, (w) => this.#arrive(w));
    this.#ends = executive.on("ordinary end of stay", RUNGS.release, (w) => this.#end(w));
    this.#returns = executive.on(
      "ordinary return",
      RUNGS.seize,
      (w, stamp) => this.#elective(w, Math.floor(stamp / ATTEMPTS), stamp % ATTEMPTS),
    );
  }

  #stayOf(w: number): Distribution {
    return this.#stay[this.#world.layout.wardType[w]];
  }

  /** Fills wards, by the census where one is given, and schedules the first arrivals; call once. */
  start(): void {
    const { executive, draws, wards, scenario, layout } = this.#world;
    const residual = this.#stay.map((law) => tabulated(residualLifeOf(law)));
    const given = scenario.start && startWards(scenario, layout, wards).ordinary;
    for (let w = 0; w < this.#rate.length; w++) {
      const present = given === undefined ? this.#equilibrium(w) : given[w];
      for (let i = 0; i < present; i++) {
        draws.block(i, KIND.PRESENT | w, 0, 0);
        if (given === undefined) wards.ordinaryChange(executive.now, w, 1);
        else wards.foundIn(executive.now, w, "ordinary");
        executive.after(residual[layout.wardType[w]].quantile(draws.u0), this.#ends, w);
      }
      if (this.#rate[w] > 0) this.#scheduleNext(w);
    }
  }

  /** Ordinary patients in a ward when nothing is given [patients]. */
  #equilibrium(w: number): number {
    if (this.#rate[w] === 0) return 0;
    const { draws, wards } = this.#world;
    draws.block(0, KIND.PRESENT | w, 1, 0);
    const mean = this.#rate[w] * this.#stayOf(w).mean;
    return Math.min(wards.free(w), poissonQuantile(mean, draws.u0));
  }

  /** Schedules the next arrival where its gap ends on the clock of expected arrivals. */
  #scheduleNext(w: number): void {
    const { executive, draws, scenario } = this.#world;
    draws.block(this.#next[w], KIND.INPATIENT | w, 0, 0);
    let left = -Math.log(draws.u0);
    let at = executive.now;
    for (let day = Math.floor(at / MINUTES_PER_DAY);; day++) {
      const weekday = (((this.#firstWeekday + day) % 7) + 7) % 7;
      const rate = this.#rate[w] * scenario.services.weekProfile[weekday];
      const end = (day + 1) * MINUTES_PER_DAY;
      const expected = (end - at) * rate;
      if (left < expected) {
        executive.at(at + left / rate, this.#arrives, w);
        return;
      }
      if (end > executive.end) return;
      left -= expected;
      at = end;
    }
  }

  #arrive(w: number): void {
    const { draws, scenario, wards, executive } = this.#world;
    const who = this.#next[w]++;
    draws.block(who, KIND.INPATIENT | w, 0, 0);
    const urgent = draws.u2 < scenario.services.urgentShare;
    if (!urgent) this.#elective(w, who, 0);
    else if (draws.u3 < this.#capacity.plan.open.inpatient_urgent) {
      if (wards.free(w) > 0) this.#admit(w, who, URGENT);
      else {
        draws.block(who, KIND.INPATIENT | w, 0, 1);
        this.#lines[w].since.push(executive.now);
        this.#lines[w].until.push(executive.now + this.#patience.quantile(draws.u2));
        this.#lines[w].who.push(who);
        this.#waiting[w] = 1;
      }
    }
    this.#scheduleNext(w);
  }

  #elective(w: number, who: number, attempt: number): void {
    const { draws, wards, scenario, executive } = this.#world;
    draws.block(who, KIND.INPATIENT | w, 0, attempt);
    if (draws.u3 < this.#capacity.plan.open.inpatient_elective && wards.free(w) > 0) {
      this.#admit(w, who, ELECTIVE);
      return;
    }
    if (attempt + 1 >= ATTEMPTS) return;
    draws.block(who, KIND.INPATIENT | w, 0, attempt + 1);
    if (draws.u0 >= scenario.services.electiveReturns) return;
    const delay = this.#returnDelay.quantile(draws.u1);
    executive.after(delay, this.#returns, w, who * ATTEMPTS + attempt + 1);
  }

  #admit(w: number, who: number, line: number): void {
    const { wards, executive, draws, collect, layout } = this.#world;
    wards.ordinaryChange(executive.now, w, 1);
    draws.block(who, KIND.INPATIENT | w, 0, 0);
    executive.after(this.#stayOf(w).quantile(draws.u1), this.#ends, w);
    collect.served(line, layout.facilities.tier[layout.wardFacility[w]], executive.now, 1);
  }

  #end(w: number): void {
    const { wards, executive, flows } = this.#world;
    wards.ordinaryChange(executive.now, w, -1);
    flows.referral.serve(w);
  }

  waitingSince(w: number): number {
    if (this.#waiting[w] === 0) return Infinity;
    const line = this.#lines[w];
    const { now } = this.#world.executive;
    while (line.head < line.who.length) {
      if (now <= line.until[line.head]) return line.since[line.head];
      line.head++;
    }
    this.#waiting[w] = 0;
    line.head =
      line.who.length =
      line.since.length =
      line.until.length =
        0;
    return Infinity;
  }

  admitWaiting(w: number): void {
    const line = this.#lines[w];
    this.#admit(w, line.who[line.head++], URGENT);
  }
}
