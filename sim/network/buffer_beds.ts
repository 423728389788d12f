/** Beds of wards that are set aside as buffer beds, and how many of them are used. */
import { WARD_TYPES } from "../domain/mod.ts";
import { DailyLevel } from "../engine/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import type { WardUses } from "./ward_uses.ts";

const GENERAL = WARD_TYPES[0];

/** Buffer beds of all wards. */
export class BufferBeds {
  /** Beds set aside by ward [beds] -- state. */
  readonly beds: Int32Array;
  /** Patients in them by ward [patients] -- state; above `beds` for a while when those fall. */
  readonly used: Int32Array;
  /** Daily buffer beds of all wards [beds] -- statistic. */
  readonly dailyBeds: DailyLevel;
  /** Daily patients in them [patients] -- statistic. */
  readonly dailyUsed: DailyLevel;

  readonly #share: number;
  readonly #general: Uint8Array;
  readonly #uses: WardUses;

  /**
   * @param scenario A checked scenario.
   * @param uses Whom wards take.
   * @param days Days observed [d].
   */
  constructor({ city, hospital }: Scenario, uses: WardUses, days: number) {
    this.#share = hospital.buffer.share;
    this.#general = Uint8Array.from(city.wards, ({ type }) => type === GENERAL ? 1 : 0);
    this.#uses = uses;
    this.beds = new Int32Array(city.wards.length);
    this.used = new Int32Array(city.wards.length);
    this.dailyBeds = new DailyLevel({ days });
    this.dailyUsed = new DailyLevel({ days });
  }

  /**
   * Buffer beds that a general ward with ordinary patients should have: the share of its usable ones,
   * rounded, one at least of two or more.
   *
   * @param w Ward.
   * @param usable Usable beds [beds].
   * @returns Beds [beds].
   */
  target(w: number, usable: number): number {
    if (this.#share === 0 || this.#general[w] === 0 || this.#uses.ordinary[w] === 0) return 0;
    return usable >= 2 ? Math.max(1, Math.round(usable * this.#share)) : 0;
  }

  /**
   * Beds that nobody but those in the buffer can have.
   *
   * @param w Ward.
   * @returns Beds [beds].
   */
  aside(w: number): number {
    return Math.max(this.beds[w], this.used[w]);
  }

  /**
   * Sets aside what `target` says.
   *
   * @param now Clock [min].
   * @param w Ward.
   * @param usable Usable beds [beds].
   * @returns Change of `aside` [beds].
   */
  resize(now: number, w: number, usable: number): number {
    const before = this.aside(w);
    const beds = this.target(w, usable);
    this.dailyBeds.add(now, beds - this.beds[w]);
    this.beds[w] = beds;
    return this.aside(w) - before;
  }

  /**
   * Puts a patient into a buffer bed, or takes one out.
   *
   * @param now Clock [min].
   * @param w Ward.
   * @param change 1 or −1 [patients].
   * @returns Change of `aside` [beds].
   */
  use(now: number, w: number, change: 1 | -1): number {
    const before = this.aside(w);
    this.used[w] += change;
    this.dailyUsed.add(now, change);
    return this.aside(w) - before;
  }
}
