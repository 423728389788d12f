/**
 * The patients of one line of treatment in sessions: cohorts enumerated at the start, each member
 * with a place of treatment, a phase and the day on which a session is due.
 *
 * The number under treatment is that of ordinary times throughout: a course that ends is followed
 * by that of another patient in the same place.
 */
import { daysToNext, isSessionDay, sessionsPerWeek } from "../domain/mod.ts";
import type { SessionSpec } from "../scenario/mod.ts";
import { weekdayOf } from "./calendar_days.ts";
import { KIND } from "./decisions.ts";
import type { World } from "./world.ts";

/** Spreads members evenly over the days of their schedule, as a centre's list does [-]. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** Nobody is infected [d]. */
const NEVER = 1e9;

/** Members of one line. */
export class CourseMembers {
  /** Number of members [patients] -- constant. */
  readonly count: number;
  /** Home grid by member [-] -- constant. */
  readonly grid: Int32Array;
  /** Centre by member [-] -- state. */
  readonly centre: Int32Array;
  /** Phase of the week by member [-] -- constant. */
  readonly phase: Uint8Array;
  /** Day on which the open session is due [d] -- state. */
  readonly due: Int32Array;
  /** Sessions left of the course [sessions]; for life when the spec has none -- state. */
  readonly left: Int32Array;
  /** Day of infection with COVID-19 [d]; that of nobody until it is known -- state. */
  readonly infected: Float64Array;
  /** Share of residents infected when a member is [-] -- constant. */
  readonly #share: Float64Array;
  readonly #infectionDay: (share: number, on: { grid: number; day: number }) => number;
  readonly #spec: SessionSpec;
  readonly #start: string;

  /**
   * @param world The replication.
   * @param line Number of the line among those of courses [-], and its spec.
   * @param infectionDay Day on which a share of the residents of a grid was infected [d], from the
   *   share [-]; Infinity for one not reached by a day.
   * @param centreOf Centre of a grid [-].
   */
  constructor(
    world: World,
    { number, spec }: { readonly number: number; readonly spec: SessionSpec },
    { infectionDay, centreOf }: {
      readonly infectionDay: (share: number, on: { grid: number; day: number }) => number;
      readonly centreOf: (grid: number) => number;
    },
  ) {
    const { layout: { grids }, draws, scenario } = world;
    this.#spec = spec;
    this.#start = scenario.window.start;
    const sizes = Array.from(grids.population, (n) => Math.round(n * spec.patients));
    this.count = sizes.reduce((sum, n) => sum + n, 0);
    this.grid = new Int32Array(this.count);
    this.centre = new Int32Array(this.count);
    this.phase = new Uint8Array(this.count);
    this.due = new Int32Array(this.count);
    this.left = new Int32Array(this.count);
    this.infected = new Float64Array(this.count).fill(NEVER);
    this.#share = new Float64Array(this.count);
    this.#infectionDay = infectionDay;
    let m = 0;
    sizes.forEach((size, grid) => {
      for (let n = 0; n < size; n++, m++) {
        draws.block(n, KIND.COURSE | grid, number, 0);
        this.grid[m] = grid;
        this.centre[m] = centreOf(grid);
        this.phase[m] = n % 2;
        this.left[m] = spec.sessions === 0 ? 0 : 1 + Math.floor(draws.u0 * spec.sessions);
        this.due[m] = this.#firstDue((n * GOLDEN) % 1, this.phase[m]);
        this.#share[m] = draws.u1;
      }
    });
  }

  /**
   * First session of a member: some day of the week for those of every week. Those of every so many
   * days are spread over the days with sessions, else all of a weekend would come on the Monday.
   */
  #firstDue(share: number, phase: number): number {
    const { pattern, interval } = this.#spec;
    const isDay = (day: number) => isSessionDay(pattern, weekdayOf(this.#start, day), phase);
    const span = pattern === "interval" ? interval : 7;
    const days = [...Array(span).keys()].filter((day) => pattern !== "interval" || isDay(day));
    let day = days[Math.floor(share * days.length)] ?? 0;
    while (!isDay(day)) day++;
    return day;
  }

  /**
   * Ends the open session of a member, held or not, and sets the next: later ones follow the day on
   * which it was held or given up.
   *
   * @param m Member [-].
   * @param day Today [d].
   */
  next(m: number, day: number): void {
    const from = { weekday: weekdayOf(this.#start, day), phase: this.phase[m] };
    this.due[m] = day + daysToNext(this.#spec, from);
    if (this.#spec.sessions === 0) return;
    if (--this.left[m] === 0) this.left[m] = this.#spec.sessions;
  }

  /**
   * Whether a member is infectious on a day.
   *
   * @param m Member [-].
   * @param day Today [d].
   * @returns True from a day after infection for the time of isolation.
   */
  isInfectious(m: number, day: number): boolean {
    if (this.infected[m] === NEVER) {
      const infected = this.#infectionDay(this.#share[m], { grid: this.grid[m], day });
      this.infected[m] = Math.min(NEVER, infected);
    }
    const since = day - this.infected[m];
    return since >= 1 && since < 1 + this.#spec.isolationDays;
  }

  /** Sessions of an ordinary day on which there are any, by centre [1/d]. */
  meanPerDay(centres: number): Float64Array {
    const days = this.#spec.pattern === "thrice_weekly" ? 6 : 5;
    const each = sessionsPerWeek(this.#spec) / days;
    const mean = new Float64Array(centres);
    for (const centre of this.centre) mean[centre] += each;
    return mean;
  }
}
