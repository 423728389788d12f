/** What each hospital sees of COVID cases, by ward type: who came and who left over the time it looks back. */
import type { SeenDemand } from "../domain/mod.ts";

/** Times of one kind of change, as far back as anybody looks. */
class Times {
  #times: number[] = [];
  #head = 0;

  note(now: number): void {
    this.#times.push(now);
  }

  /** Forgets those before a time, which are nobody's any more. */
  forget(before: number): void {
    while (this.#head < this.#times.length && this.#times[this.#head] < before) this.#head++;
    if (this.#head * 2 <= this.#times.length) return;
    this.#times = this.#times.slice(this.#head);
    this.#head = 0;
  }

  /** Calls with each time, in order. */
  each(take: (time: number) => void): void {
    for (let i = this.#head; i < this.#times.length; i++) take(this.#times[i]);
  }
}

/**
 * Comings and goings of cases in places, each a hospital's wards of a type.
 *
 * @example One who came a day ago and one who left now, of two
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { SeenDemands } from "./seen_demand.ts";
 *
 * const seen = new SeenDemands(1, 2 * 1440);
 * seen.note(1440, 0, 1);
 * seen.note(2880, 0, -1);
 * assertEquals(seen.at(0, 2880, 1), {
 *   census: 1,
 *   arrivals: [0, 1],
 *   departures: 1,
 *   patientTime: 1440 + 2880,
 * });
 * ```
 */
export class SeenDemands {
  readonly #came: readonly Times[];
  readonly #left: readonly Times[];
  readonly #look: number;

  /**
   * @param places Number of places [-].
   * @param look How far back one looks [min].
   */
  constructor(places: number, look: number) {
    this.#came = Array.from({ length: places }, () => new Times());
    this.#left = Array.from({ length: places }, () => new Times());
    this.#look = look;
  }

  /**
   * A case has taken a bed of a place, or left one.
   *
   * @param now Clock [min], not before the last change.
   * @param place Place [-].
   * @param change 1 or −1 [patients].
   */
  note(now: number, place: number, change: 1 | -1): void {
    (change === 1 ? this.#came : this.#left)[place].note(now);
  }

  /**
   * What was seen of a place; who came at the middle is of the second half.
   *
   * @param place Place [-].
   * @param now Clock [min].
   * @param census Cases there now [patients].
   * @returns Arrivals by half, departures, time of cases; those of the time looked back alone.
   */
  at(place: number, now: number, census: number): SeenDemand {
    const since = now - this.#look;
    const middle = now - this.#look / 2;
    const arrivals: [number, number] = [0, 0];
    let departures = 0;
    let patientTime = census * this.#look;
    this.#came[place].forget(since);
    this.#left[place].forget(since);
    this.#came[place].each((time) => {
      arrivals[time < middle ? 0 : 1]++;
      patientTime -= time - since;
    });
    this.#left[place].each((time) => {
      departures++;
      patientTime += time - since;
    });
    return { census, arrivals, departures, patientTime };
  }
}
