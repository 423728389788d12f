/**
 * Ordinary urgent patients who wait for a bed of one ward: those of the green channels, then others.
 *
 * Within each group first come, first served. Who loses patience is passed over when the line
 * reaches them.
 */

/** One who waits. */
export interface UrgentPatient {
  /** Number of the patient in the ward [-]. */
  readonly who: number;
  /** Came [min]. */
  readonly since: number;
  /** Goes elsewhere [min]. */
  readonly until: number;
  /** Whether chest pain, stroke, trauma or childbirth brings them. */
  readonly green: boolean;
}

/**
 * The line of a ward.
 *
 * @example A stroke goes before an earlier pneumonia
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { UrgentLine } from "./urgent_line.ts";
 *
 * const line = new UrgentLine();
 * line.join({ who: 1, since: 0, until: 600, green: false }, false);
 * line.join({ who: 2, since: 5, until: 600, green: true }, true);
 * assertEquals(line.first(10)?.who, 2);
 * ```
 */
export class UrgentLine {
  /** Those who go first, then the others. */
  readonly #lines: readonly UrgentPatient[][] = [[], []];
  readonly #heads = [0, 0];

  /**
   * Puts a patient at the end of the line.
   *
   * @param patient The patient.
   * @param first Whether they go before those who do not.
   */
  join(patient: UrgentPatient, first: boolean): void {
    this.#lines[first ? 0 : 1].push(patient);
  }

  /**
   * The first who is still there.
   *
   * @param now Time [min].
   * @param gone Takes each of those who have left and are found out now.
   * @returns The patient, who stays in line; undefined when nobody waits.
   */
  first(now: number, gone?: (patient: UrgentPatient) => void): UrgentPatient | undefined {
    for (let k = 0; k < 2; k++) {
      const line = this.#lines[k];
      for (; this.#heads[k] < line.length; this.#heads[k]++) {
        const patient = line[this.#heads[k]];
        if (now <= patient.until) return patient;
        gone?.(patient);
      }
      line.length = this.#heads[k] = 0;
    }
    return undefined;
  }

  /**
   * Whether the one whom `first` gave goes before those of the other group.
   *
   * @returns True when somebody of the first group is at the head.
   */
  get firstGoesFirst(): boolean {
    return this.#heads[0] < this.#lines[0].length;
  }

  /** Takes the one whom `first` gave out of the line. */
  take(): void {
    this.#heads[this.firstGoesFirst ? 0 : 1]++;
  }
}
