/**
 * Wards: beds in use, held and usable, with the daily occupancy of every class of ward.
 *
 * A bed is held from the decision to the arrival: held beds count against capacity, not in
 * occupancy. When usable beds fall below those in use nobody is moved out and no one comes in.
 */
import { WARD_TYPES } from "../domain/mod.ts";
import { DailyLevel, SimulationError } from "../engine/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import type { Layout } from "./layout.ts";

/** Classes of ward: ward type × tier. */
export const WARD_CLASSES = WARD_TYPES.length * 3;

/** All wards of the network. */
export class Wards {
  /** Usable beds [beds] -- state. */
  readonly usable: Int32Array;
  /** COVID patients in beds [patients] -- state. */
  readonly covid: Int32Array;
  /** Ordinary patients in beds [patients] -- state. */
  readonly ordinary: Int32Array;
  /** Held beds [beds] -- state. */
  readonly held: Int32Array;
  /** Usable beds that are neither in use nor held [beds] -- state; negative after a loss of beds. */
  readonly vacant: Int32Array;
  /** Open physical beds [beds] -- state. */
  readonly physical: Int32Array;
  /** Beds gained (ICU) or given away (general) by conversion [beds] -- state. */
  readonly converted: Int32Array;
  /** Whether spacing applies: the ward takes ordinary patients. */
  readonly spaced: Uint8Array;
  /** Daily usable beds by class [beds] -- statistic. */
  readonly dailyUsable: readonly DailyLevel[];
  /** Daily COVID census by class [patients] -- statistic. */
  readonly dailyCovid: readonly DailyLevel[];
  /** Daily ordinary census by class [patients] -- statistic. */
  readonly dailyOrdinary: readonly DailyLevel[];
  /** Ordinary census by ward type on the days of the warm-up alone [patients] -- statistic. */
  readonly warmUpOrdinary: readonly DailyLevel[];

  readonly #scenario: Scenario;
  readonly #classOf: Uint8Array;

  /**
   * @param scenario A checked scenario.
   * @param layout Its layout.
   * @param days Days observed [d].
   */
  constructor(scenario: Scenario, layout: Layout, days: number) {
    const specs = scenario.city.wards;
    this.#scenario = scenario;
    this.#classOf = Uint8Array.from(
      specs,
      (_, w) => layout.wardType[w] * 3 + layout.facilities.tier[layout.wardFacility[w]],
    );
    this.physical = Int32Array.from(specs, (s) => s.beds);
    this.converted = new Int32Array(specs.length);
    this.spaced = Uint8Array.from(specs, (s) => s.use === "covid" ? 0 : 1);
    this.usable = new Int32Array(specs.length);
    this.vacant = new Int32Array(specs.length);
    this.covid = new Int32Array(specs.length);
    this.ordinary = new Int32Array(specs.length);
    this.held = new Int32Array(specs.length);
    const levels = () => Array.from({ length: WARD_CLASSES }, () => new DailyLevel({ days }));
    this.dailyUsable = levels();
    this.dailyCovid = levels();
    this.dailyOrdinary = levels();
    const { warmUpDays } = scenario.window;
    const start = -warmUpDays * MINUTES_PER_DAY;
    this.warmUpOrdinary = WARD_TYPES.map(() => new DailyLevel({ days: warmUpDays, start }));
  }

  /**
   * Usable beds of a ward under a spacing: the smallest of the spaced open beds and what its
   * physicians and nurses can staff, rounded down. Converted ICU beds come with a trained reserve
   * of their own and are added; a general ward that gave beds away has so many fewer.
   *
   * Source: National Health Commission, briefing of 9 December 2022 (convertible ICU beds, and the
   * physicians and nurses trained for them).
   *
   * @param w Ward.
   * @param spacing Share of open physical beds that spacing leaves usable [-].
   * @returns Beds [beds].
   */
  usableUnder(w: number, spacing: number): number {
    const staffed = this.#staffed(w);
    const converted = this.converted[w];
    const open = this.open(w) * (this.spaced[w] === 1 ? spacing : 1);
    return Math.floor(Math.min(open, staffed) + 1e-9) + Math.max(0, converted);
  }

  /** Beds that the ward's own physicians and nurses can staff [beds], not rounded. */
  #staffed(w: number): number {
    const { type, physicians, nurses } = this.#scenario.city.wards[w];
    const ratio = this.#scenario.wards.staff[type];
    const most = (staff: number, perBed: number) => perBed > 0 ? staff / perBed : Infinity;
    return Math.min(most(physicians, ratio.physicians), most(nurses, ratio.nurses));
  }

  /**
   * Physical beds of a ward that were not given away for conversion.
   *
   * @param w Ward.
   * @returns Beds [beds].
   */
  open(w: number): number {
    return this.physical[w] + Math.min(0, this.converted[w]);
  }

  /**
   * Whether staff, not spacing, keeps open beds of a ward unusable.
   *
   * @param w Ward.
   * @returns True when fewer beds are staffed than are open.
   */
  isShortOfStaff(w: number): boolean {
    return Math.floor(this.#staffed(w) + 1e-9) < this.open(w);
  }

  /**
   * Sets the usable beds of a ward.
   *
   * @param now Clock [min].
   * @param w Ward.
   * @param beds Usable beds [beds].
   */
  setUsable(now: number, w: number, beds: number): void {
    this.dailyUsable[this.#classOf[w]].add(now, beds - this.usable[w]);
    this.vacant[w] += beds - this.usable[w];
    this.usable[w] = beds;
  }

  /**
   * Free beds of a ward: usable, not in use, not held.
   *
   * @param w Ward.
   * @returns Beds [beds]; negative when usable beds have fallen below those in use.
   */
  free(w: number): number {
    return this.vacant[w];
  }

  /**
   * Holds a bed, or gives up one that was held.
   *
   * @param now Clock [min].
   * @param w Ward.
   * @param change 1 or −1 [beds].
   */
  hold(now: number, w: number, change: 1 | -1): void {
    this.held[w] += change;
    this.vacant[w] -= change;
    if (change === 1 && this.vacant[w] < 0) this.#refuse(now, w, "be vacant before it is held");
  }

  /**
   * Puts a COVID patient into a held bed.
   *
   * @param now Clock [min].
   * @param w Ward.
   */
  occupyHeld(now: number, w: number): void {
    this.held[w]--;
    this.covid[w]++;
    this.dailyCovid[this.#classOf[w]].add(now, 1);
    this.#check(now, w);
  }

  /**
   * Takes a COVID patient out of a bed.
   *
   * @param now Clock [min].
   * @param w Ward.
   */
  leave(now: number, w: number): void {
    this.covid[w]--;
    this.vacant[w]++;
    this.dailyCovid[this.#classOf[w]].add(now, -1);
    this.#check(now, w);
  }

  /**
   * Puts an ordinary patient into a free bed, or takes one out.
   *
   * @param now Clock [min].
   * @param w Ward.
   * @param change 1 or −1 [patients].
   */
  ordinaryChange(now: number, w: number, change: 1 | -1): void {
    this.ordinary[w] += change;
    this.vacant[w] -= change;
    this.dailyOrdinary[this.#classOf[w]].add(now, change);
    if (now < 0) this.warmUpOrdinary[this.#typeOf(w)].add(now, change);
    if (change === 1 && this.vacant[w] < 0) this.#refuse(now, w, "be vacant before it is taken");
    this.#check(now, w);
  }

  #typeOf(w: number): number {
    return Math.floor(this.#classOf[w] / 3);
  }

  /**
   * Puts somebody who is present at the start into a bed, which need not be a usable one: whoever is
   * there when usable beds are too few is not moved out.
   *
   * @param now Clock [min].
   * @param w Ward.
   * @param line Whether the patient is a COVID case or an ordinary one.
   */
  foundIn(now: number, w: number, line: "covid" | "ordinary"): void {
    this[line][w]++;
    this.vacant[w]--;
    const levels = line === "covid" ? this.dailyCovid : this.dailyOrdinary;
    levels[this.#classOf[w]].add(now, 1);
    this.#check(now, w);
  }

  #check(now: number, w: number): void {
    const taken = this.covid[w] + this.ordinary[w] + this.held[w];
    if (this.vacant[w] !== this.usable[w] - taken) this.#refuse(now, w, "be counted once");
    if ((this.covid[w] | this.ordinary[w] | this.held[w]) < 0) {
      this.#refuse(now, w, "be in use before it is left");
    }
    if (taken > this.physical[w] + Math.max(0, this.converted[w])) {
      this.#refuse(now, w, "be a physical one");
    }
  }

  #refuse(now: number, w: number, rule: string): never {
    const { facility, type } = this.#scenario.city.wards[w];
    throw new SimulationError(
      `Cannot use a bed of ward "${facility}/${type}" as it must ${rule}: physical ` +
        `${this.physical[w]}, usable ${this.usable[w]}, COVID ${this.covid[w]}, ` +
        `ordinary ${this.ordinary[w]}, held ${this.held[w]}`,
      { clock: now, entity: w },
    );
  }
}
