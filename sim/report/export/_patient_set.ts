/** Patients seen so far, in a bit for each resident of a grid. */
import type { LoggedEvent } from "../tables/mod.ts";
import { numberOf } from "./_traces.ts";

const FIRST_BYTES = 1 << 12;

/** A set of patients that needs two megabytes for a grid of the largest size. */
export class PatientSet {
  readonly #grids = new Map<string, Uint8Array>();

  /**
   * Takes the patient of an event.
   *
   * @param event An event of a patient.
   * @returns Whether the patient was not in the set before.
   */
  add(event: LoggedEvent): boolean {
    const number = numberOf(event);
    const [byte, bit] = [number >>> 3, 1 << (number & 7)];
    let bits = this.#grids.get(event.grid) ?? new Uint8Array(FIRST_BYTES);
    if (byte >= bits.length) {
      const larger = new Uint8Array(Math.max(byte + 1, bits.length * 2));
      larger.set(bits);
      bits = larger;
    }
    this.#grids.set(event.grid, bits);
    if ((bits[byte] & bit) !== 0) return false;
    bits[byte] |= bit;
    return true;
  }
}
