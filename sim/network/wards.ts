/**
 * Wards: beds in use, held and usable, with the daily occupancy of every class of ward.
 *
 * A bed is held from the decision to the arrival: held beds count against capacity, not in
 * occupancy. When usable beds fall below those in use nobody is moved out and no one comes in.
 */
import { spacedShare, WARD_TYPES, wholeBeds } from "../domain/mod.ts";
import { DailyLevel, SimulationError } from "../engine/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { BufferBeds } from "./buffer_beds.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import type { Layout } from "./layout.ts";
import { WardStaff } from "./ward_staff.ts";
import { WardUses } from "./ward_uses.ts";

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
  /** Usable beds but buffer beds, neither in use nor held [beds] -- state; negative after a loss of beds. */
  readonly vacant: Int32Array;
  /** Open physical beds [beds] -- state. */
  readonly physical: Int32Array;
  /** Beds gained (ICU) or given away (general) by conversion [beds] -- state. */
  readonly converted: Int32Array;
  /** Staff of the wards. */
  readonly staff: WardStaff;
  /** Whom they take. */
  readonly uses: WardUses;
  /** Beds set aside for the newly admitted; they are not vacant. */
  readonly buffers: BufferBeds;
  /** Called when beds of a ward are taken, freed, gained or lost; null when nobody watches. */
  watcher: ((w: number) => void) | null = null;
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
    this.staff = new WardStaff(scenario);
    this.uses = new WardUses(scenario);
    this.buffers = new BufferBeds(scenario, this.uses, days);
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
   * Usable beds of a ward under a spacing: the smallest of the spaced open beds, converted ones
   * included, and what its physicians and nurses can staff, rounded down. Staff for convertible ICU
   * beds are among those of the ward; a general ward that gave beds away has so many fewer.
   *
   * Source: National Health Commission, briefing of 9 December 2022 (convertible ICU beds, and the
   * physicians and nurses trained for them).
   *
   * @param w Ward.
   * @param spacing Share of open physical beds that the plan's spacing leaves usable [-].
   * @returns Beds [beds].
   */
  usableUnder(w: number, spacing: number): number {
    return wholeBeds(Math.min(this.spacedBeds(w, spacing), this.staff.beds(w)));
  }

  /**
   * Open beds of a ward that spacing leaves, whatever the staff; none while it is closed to all.
   *
   * @param w Ward.
   * @param spacing Share of open physical beds that the plan's spacing leaves usable [-].
   * @returns Beds [beds], not rounded.
   */
  spacedBeds(w: number, spacing: number): number {
    const converted = this.converted[w];
    if (this.uses.closed[w] === 2) return 0;
    const { wards, city } = this.#scenario;
    const share = this.uses.ordinary[w] === 1
      ? spacedShare(spacing, wards.spacing[city.wards[w].type])
      : 1;
    const own = Math.max(0, this.physical[w] - this.uses.lost[w] + Math.min(0, converted));
    return own * share + Math.max(0, converted);
  }

  /**
   * Physical beds of a ward now, without those lost or given away for conversion, with converted ones.
   *
   * @param w Ward.
   * @returns Beds [beds].
   */
  open(w: number): number {
    return this.physical[w] - this.uses.lost[w] + this.converted[w];
  }

  /**
   * Whether staff, not spacing, keeps open beds of a ward unusable.
   *
   * @param w Ward.
   * @returns True when fewer beds are staffed than are open.
   */
  isShortOfStaff(w: number): boolean {
    return this.uses.closed[w] < 2 && wholeBeds(this.staff.beds(w)) < this.open(w);
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
    this.vacant[w] += beds - this.usable[w] - this.buffers.resize(now, w, beds);
    this.usable[w] = beds;
    this.watcher?.(w);
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
   * The same for an ordinary patient: none where the ward takes no such patients now.
   *
   * @param w Ward.
   * @returns Beds [beds]; 0 or less for none.
   */
  freeForOrdinary(w: number): number {
    return this.uses.ordinary[w] === 1 ? this.vacant[w] : 0;
  }

  /**
   * Beds of a ward in use or held.
   *
   * @param w Ward.
   * @returns Beds [beds].
   */
  taken(w: number): number {
    return this.covid[w] + this.ordinary[w] + this.held[w];
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
    this.watcher?.(w);
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
    this.watcher?.(w);
  }

  /**
   * Puts an ordinary patient into a free bed, or takes one out.
   *
   * @param now Clock [min].
   * @param w Ward.
   * @param change 1 or −1 [patients].
   */
  ordinaryChange(now: number, w: number, change: 1 | -1): void {
    this.vacant[w] -= change;
    if (change === 1 && this.vacant[w] < 0) this.#refuse(now, w, "be vacant before it is taken");
    this.#ordinaryBy(now, w, change);
  }

  #ordinaryBy(now: number, w: number, change: 1 | -1): void {
    this.ordinary[w] += change;
    this.dailyOrdinary[this.#classOf[w]].add(now, change);
    if (now < 0) this.warmUpOrdinary[Math.floor(this.#classOf[w] / 3)].add(now, change);
    this.#check(now, w);
    this.watcher?.(w);
  }

  /** Puts a newly admitted ordinary patient into a buffer bed, or takes one out who leaves. */
  bufferChange(now: number, w: number, change: 1 | -1): void {
    this.vacant[w] -= this.buffers.use(now, w, change);
    this.#ordinaryBy(now, w, change);
  }

  /** Moves an ordinary patient from a buffer bed of a ward into another bed of it. */
  leaveBuffer(now: number, w: number): void {
    this.vacant[w] -= 1 + this.buffers.use(now, w, -1);
    if (this.vacant[w] < 0) this.#refuse(now, w, "be vacant before a patient moves in");
    this.#check(now, w);
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
    const { used } = this.buffers;
    const vacant = this.usable[w] - this.buffers.aside(w) - (taken - used[w]);
    if (this.vacant[w] !== vacant) this.#refuse(now, w, "be counted once");
    if ((this.covid[w] | this.ordinary[w] | this.held[w] | used[w]) < 0) {
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
