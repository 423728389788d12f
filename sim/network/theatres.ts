/**
 * Operations by list: every operating day each hospital puts its waiting inpatients on theatres.
 *
 * When the day begins, the list is gone through by class, then by time of admission; each patient is
 * put on the theatre that is free first, if the operation ends within its hours. One too long for
 * them takes a theatre of its own. Who does not fit waits in bed for the next operating day. A
 * hospital with work for many days on its list admits no more elective patients for an operation,
 * and none above the highest grade of the level.
 */
import { RISK_LEVELS, WARD_TYPES } from "../domain/mod.ts";
import type { RiskLevel } from "../domain/mod.ts";
import { RUNGS } from "../engine/mod.ts";
import type { Breach } from "./audits.ts";
import { MINUTES_PER_DAY, weekdayOf } from "./calendar_days.ts";
import type { Candidate, Fixed, Need } from "./operations.ts";
import type { World } from "./world.ts";

const GENERAL = WARD_TYPES.indexOf("general");

/** Listed operations of all hospitals. */
export class Theatres {
  readonly #world: World;
  readonly #fixed: Fixed;
  /** Theatres by facility [theatres]. */
  readonly #theatres: Int32Array;
  /** Waiting by facility, priority apart. */
  readonly #lists: readonly (readonly [Candidate[], Candidate[]])[];
  /** Work on the list by facility [min]. */
  readonly #work: Float64Array;
  readonly #planned: Uint8Array;
  readonly #begins: number;

  /**
   * @param world The replication.
   * @param fixed Called for every operation when its time is set.
   */
  constructor(world: World, fixed: Fixed) {
    this.#world = world;
    this.#fixed = fixed;
    const { city, hospital: { surgery } } = world.scenario;
    const beds = new Float64Array(city.facilities.length);
    city.wards.forEach((spec, w) => {
      if (world.layout.wardType[w] !== GENERAL || world.wards.uses.everOrdinary[w] === 0) return;
      beds[world.layout.wardFacility[w]] += spec.beds;
    });
    this.#theatres = Int32Array.from(
      beds,
      (n) => Math.max(1, Math.round(n * surgery.theatresPer100Beds / 100)),
    );
    this.#lists = city.facilities.map(() => [[], []] as const);
    this.#work = new Float64Array(city.facilities.length);
    this.#planned = new Uint8Array(city.facilities.length);
    world.audits.push((breach) => this.#audit(breach));
    this.#begins = world.executive.on("operating day", RUNGS.decision, (f) => this.#operate(f));
  }

  /**
   * Whether an elective patient may be admitted for an operation.
   *
   * @param w Ward.
   * @param need The operation.
   * @param level Risk level of the day [-].
   * @returns False when the list is long or the grade has to wait.
   */
  admits(w: number, need: Need, level: number): boolean {
    const { layout, scenario: { hospital: { surgery } } } = this.#world;
    const f = layout.wardFacility[w];
    const name: RiskLevel = RISK_LEVELS[level];
    const most = surgery.longestList * this.#theatres[f] * surgery.length;
    return need.grade <= surgery.highestGrade[name] && this.#work[f] < most;
  }

  /**
   * Puts an inpatient on the list of the hospital.
   *
   * @param candidate Who, for which operation.
   */
  join(candidate: Candidate): void {
    const f = this.#world.layout.wardFacility[candidate.w];
    this.#lists[f][candidate.priority ? 0 : 1].push(candidate);
    this.#work[f] += candidate.minutes;
    this.#plan(f, 0);
  }

  /** Work on a list is that of the patients on it, and a day is planned for whoever waits. */
  #audit(breach: Breach): void {
    this.#lists.forEach((classes, f) => {
      const list = classes.flat();
      const work = list.reduce((sum, { minutes }) => sum + minutes, 0);
      const state = `${list.length} patients with ${work} min, counted ${this.#work[f]} min`;
      if (Math.abs(work - this.#work[f]) > 1e-6 * Math.max(1, work)) {
        breach("the work on a list must be that of its patients", state, f);
      }
      if (list.length > 0 && this.#planned[f] === 0) {
        breach("an operating day must be planned for whoever waits", state, f);
      }
    });
  }

  /** Schedules the next operating day of a hospital, from so many days ahead on. */
  #plan(f: number, ahead: 0 | 1): void {
    if (this.#planned[f] === 1) return;
    const { executive, scenario: { hospital: { surgery }, window } } = this.#world;
    let day = Math.floor(executive.now / MINUTES_PER_DAY) + ahead;
    while (
      weekdayOf(window.start, day) >= surgery.daysPerWeek ||
      day * MINUTES_PER_DAY + surgery.opens < executive.now
    ) day++;
    this.#planned[f] = 1;
    executive.at(day * MINUTES_PER_DAY + surgery.opens, this.#begins, f);
  }

  #operate(f: number): void {
    this.#planned[f] = 0;
    const { executive, scenario: { hospital: { surgery } } } = this.#world;
    const used = new Float64Array(this.#theatres[f]);
    for (const list of this.#lists[f]) {
      const left: Candidate[] = [];
      for (const candidate of list) {
        const t = used.indexOf(Math.min(...used));
        const fits = used[t] === 0 || used[t] + candidate.minutes <= surgery.length;
        if (!fits) {
          left.push(candidate);
          continue;
        }
        this.#work[f] -= candidate.minutes;
        this.#fixed(candidate, executive.now + used[t]);
        used[t] += candidate.minutes;
      }
      list.length = 0;
      list.push(...left);
    }
    if (this.#lists[f].some((list) => list.length > 0)) this.#plan(f, 1);
  }
}
