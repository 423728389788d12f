/** Numbers for entities: those that the model gives, and free ones for the others. */

/** Numbers in use. One that is given back is given out again. */
export class EntityNumbers {
  readonly #free: number[] = [];
  #fresh = 0;
  /** Numbers the model gave, and whether each is to be free for others when it is given back. */
  readonly #given = new Map<number, boolean>();

  /** A number that is not in use. */
  take(): number {
    for (;;) {
      const entity = this.#free.length > 0 ? this.#free.pop()! : this.#fresh++;
      if (this.#given.size === 0 || !this.#given.has(entity)) return entity;
      this.#given.set(entity, true);
    }
  }

  /** Takes the number the model gives, which is not in use. */
  give(entity: number): void {
    this.#given.set(entity, false);
  }

  giveBack(entity: number): void {
    if (this.#given.size === 0 || (this.#given.get(entity) ?? true)) this.#free.push(entity);
    if (this.#given.size > 0) this.#given.delete(entity);
  }
}
