/**
 * How many elective patients are taken in: by the plan of the day, and growing step by step after a
 * level has fallen; and, where hospitals keep one, the list of those who wait to be called.
 *
 * Every day at 08:00 each ward calls patients from its list, the priority class first, then by time of
 * arrival, while it has a bed and the quota of the day and of the last week lasts. The priority class
 * is called whatever the quota. Who has waited too long has gone elsewhere.
 */
import { RUNGS } from "../engine/mod.ts";
import type { LevelPlan } from "../scenario/mod.ts";
import { MINUTES_PER_DAY, weekdayOf } from "./calendar_days.ts";
import type { World } from "./world.ts";

const CALLS_AT = 8 * 60;
const WEEK = 7;

/** Somebody on a list. */
export interface Listed {
  /** Number of the patient in the ward [-]. */
  readonly who: number;
  /** Came [min]. */
  readonly since: number;
  /** Goes elsewhere [min]. */
  readonly until: number;
  /** Whether of the priority class. */
  readonly priority: boolean;
}

/** What the list asks of the flow of ordinary inpatients. */
export interface Intake {
  /** Mean elective arrivals of a ward in a day [patients/d]. */
  readonly demand: (w: number) => number;
  /** Whether a ward can take a patient of its list now. */
  readonly canTake: (w: number, who: Listed) => boolean;
  /** Admits a patient of the list. */
  readonly admit: (w: number, who: Listed) => void;
  /** Somebody has gone elsewhere. */
  readonly gone: (w: number, who: Listed) => void;
}

/** What the intake follows. */
export interface IntakeSpec {
  /** Plan of a district on a day. */
  readonly planOn: (district: number, day: number) => LevelPlan;
  /** Districts [-]. */
  readonly districts: number;
  /** Growth [1/week]; 0 for at once. */
  readonly growthPerWeek: number;
  /** Share taken in when everything is open [-]. */
  readonly most: number;
}

/**
 * Elective share of 2019's demand that is taken in, by district and day: that of the plan, but after
 * it has risen no more than so much more each week. A day is worked out when it is first asked for.
 */
export class IntakeShares {
  readonly #spec: IntakeSpec;
  readonly #shares: readonly number[][];

  /** @param spec What it follows. */
  constructor(spec: IntakeSpec) {
    this.#spec = spec;
    this.#shares = Array.from({ length: spec.districts }, () => []);
  }

  /**
   * Share taken in.
   *
   * @param district District [-].
   * @param day Day [d], at most today; before the first day the first.
   * @returns Share [-].
   */
  on(district: number, day: number): number {
    const shares = this.#shares[district];
    const at = Math.max(0, day);
    while (shares.length <= at) shares.push(this.#next(district, shares));
    return shares[at];
  }

  #next(district: number, shares: readonly number[]): number {
    const { planOn, growthPerWeek, most } = this.#spec;
    const open = planOn(district, shares.length).open.inpatient_elective;
    const target = open === 1 ? most : open;
    const before = shares.length === 0 ? target : shares[shares.length - 1];
    const grown = growthPerWeek > 0 ? before + growthPerWeek / WEEK : target;
    return Math.min(target, grown);
  }
}

/** The lists of all wards. */
export class ElectiveList {
  readonly #world: World;
  readonly #intake: Intake;
  readonly #shares: IntakeShares;
  readonly #lists: readonly (readonly [Listed[], Listed[]])[];
  /** Patients that may still be called, by ward [patients]. */
  readonly #quota: Float64Array;
  readonly #calls: number;

  /**
   * @param world The replication.
   * @param shares Share taken in by district and day.
   * @param intake What it asks of the flow.
   */
  constructor(world: World, shares: IntakeShares, intake: Intake) {
    this.#world = world;
    this.#intake = intake;
    this.#shares = shares;
    this.#lists = world.scenario.city.wards.map(() => [[], []] as const);
    this.#quota = new Float64Array(this.#lists.length);
    this.#calls = world.executive.on("elective patients called", RUNGS.decision, (day) => {
      this.#day(day);
    });
  }

  /** Schedules the first day; call once. */
  start(): void {
    const { executive } = this.#world;
    const day = Math.ceil((executive.now - CALLS_AT) / MINUTES_PER_DAY);
    executive.at(day * MINUTES_PER_DAY + CALLS_AT, this.#calls, day);
  }

  /**
   * Puts a patient on the list of a ward.
   *
   * @param w Ward.
   * @param who Who, since when and until when.
   */
  join(w: number, who: Listed): void {
    this.#lists[w][who.priority ? 0 : 1].push(who);
  }

  #day(day: number): void {
    const { executive, scenario: { services, window }, epidemic: { districts } } = this.#world;
    const weekday = services.weekProfile[weekdayOf(window.start, day)];
    for (let w = 0; w < this.#lists.length; w++) {
      const demand = this.#intake.demand(w);
      if (demand === 0) continue;
      const share = this.#shares.on(districts.ofWard[w], day);
      const most = Math.max(1, share * demand * WEEK);
      this.#quota[w] = Math.min(most, this.#quota[w] + share * demand * weekday);
      for (const list of this.#lists[w]) this.#call(w, list);
    }
    const next = (day + 1) * MINUTES_PER_DAY + CALLS_AT;
    if (next <= executive.end) executive.at(next, this.#calls, day + 1);
  }

  #call(w: number, list: Listed[]): void {
    const { now } = this.#world.executive;
    let kept = 0;
    for (const who of list) {
      if (who.until < now) this.#intake.gone(w, who);
      else if ((who.priority || this.#quota[w] >= 1) && this.#intake.canTake(w, who)) {
        this.#quota[w]--;
        this.#intake.admit(w, who);
      } else list[kept++] = who;
    }
    list.length = kept;
  }
}
