/** Who is told when beds of a ward are taken, freed, gained or lost; costs nothing without watchers. */
import type { Wards } from "./wards.ts";

/** Watchers of wards. */
export class BedWatch {
  readonly #wards: Wards;
  readonly #watchers: ((w: number) => void)[][];

  /** @param wards The wards. */
  constructor(wards: Wards) {
    this.#wards = wards;
    this.#watchers = Array.from(wards.usable, () => []);
  }

  /**
   * Watches a ward. The watcher is called in the middle of a change: it may look and schedule, and
   * must change no ward itself.
   *
   * @param w Ward.
   * @param watcher Is told of every change.
   */
  on(w: number, watcher: (w: number) => void): void {
    this.#watchers[w].push(watcher);
    this.#wards.watcher = (ward) => {
      for (const tell of this.#watchers[ward]) tell(ward);
    };
  }
}
