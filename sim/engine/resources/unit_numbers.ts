/** Numbers of units with identity, such as beds: the lowest free one is taken. */

/** Which unit numbers are in use. */
export class UnitNumbers {
  readonly #inUse: boolean[] = [];
  #lowest = 0;

  /**
   * Takes the lowest free number.
   * @returns Unit [-], from 0.
   */
  take(): number {
    while (this.#inUse[this.#lowest]) this.#lowest++;
    this.#inUse[this.#lowest] = true;
    return this.#lowest++;
  }

  /**
   * Gives a number back.
   * @param unit Unit in use [-].
   */
  giveBack(unit: number): void {
    this.#inUse[unit] = false;
    if (unit < this.#lowest) this.#lowest = unit;
  }
}
