/**
 * How many elective patients are taken in: by the plan of the day, and growing step by step after a
 * level has fallen; and, where hospitals keep one, the list of those who wait to be called.
 *
 * Every day at 08:00 each ward calls patients from its list, the priority class first, then by time of
 * arrival, while it has a bed and the quota of the day and of the last week lasts. The priority class
 * is called whatever the quota. Who has waited too long has gone elsewhere.
 */
import { openShare } from "../domain/mod.ts";
import { RUNGS } from "../engine/mod.ts";
import type { LevelPlan } from "../scenario/mod.ts";
import { MINUTES_PER_DAY, weekdayOf } from "./calendar_days.ts";
import { Holidays } from "./holidays.ts";
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
  /** Growth [1/week] instead of that of the plan; 0 for that of the plan. */
  readonly growthPerWeek: number;
  /** Share taken in when everything is open [-]. */
  readonly most: number;
}

/** What a district aims at, and since when. */
interface Aim {
  /** Share taken in on the day before [-]. */
  before: number;
  /** Share aimed at [-]. */
  share: number;
  /** Growth [1/week]; 0 for at once. */
  perWeek: number;
  /** First day [d]. */
  since: number;
}

/**
 * Elective share of 2019's demand that is taken in, by district and day: that of the plan, but after a
 * level has fallen no more than so much more each week, as other lines (`zone_plans.ts`). A day is
 * worked out when it is first asked for.
 */
export class IntakeShares {
  readonly #spec: IntakeSpec;
  readonly #shares: readonly number[][];
  readonly #aims: (Aim | undefined)[] = [];

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
    const day = shares.length;
    const { open, rampPerWeek } = planOn(district, day);
    const share = open.inpatient_elective === 1 ? most : open.inpatient_elective;
    const perWeek = growthPerWeek > 0 ? growthPerWeek : rampPerWeek.inpatient_elective;
    let aim = this.#aims[district];
    if (aim === undefined || aim.share !== share || aim.perWeek !== perWeek) {
      aim = { before: day === 0 ? share : shares[day - 1], share, perWeek, since: day };
      this.#aims[district] = aim;
    }
    return openShare(aim.before, share, { days: day - aim.since, perWeek });
  }
}

/**
 * The elective share taken in in a replication.
 *
 * @param world The replication.
 * @returns Shares by district and day.
 */
export function intakeSharesOf({ scenario, epidemic: { levels, districts } }: World): IntakeShares {
  const { growthPerWeek, list, most } = scenario.hospital.admission;
  return new IntakeShares({
    planOn: (district, day) => levels.planOn(district, day),
    districts: districts.ids.length,
    growthPerWeek,
    most: list ? most : 1,
  });
}

/**
 * Share of elective demand that a ward takes in now.
 *
 * @param world The replication.
 * @param shares Shares by district and day.
 * @param w Ward.
 * @returns Share [-].
 */
export function intakeNow(
  { executive, epidemic: { districts, levels } }: World,
  shares: IntakeShares,
  w: number,
): number {
  const day = Math.min(levels.days - 1, Math.floor(executive.now / MINUTES_PER_DAY));
  return shares.on(districts.ofWard[w], day);
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
  readonly #holidays: Holidays;

  /**
   * @param world The replication.
   * @param shares Share taken in by district and day.
   * @param intake What it asks of the flow.
   */
  constructor(world: World, shares: IntakeShares, intake: Intake) {
    this.#world = world;
    this.#intake = intake;
    this.#shares = shares;
    this.#holidays = new Holidays(world.scenario);
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
    const weekday = services.weekProfile[weekdayOf(window.start, day)] * this.#holidays.on(day);
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
