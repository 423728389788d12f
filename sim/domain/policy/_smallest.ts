/** The smallest case of something: the fewest conditions that leave no way out of it. */
import { ATTRIBUTES, inWords } from "./_attributes.ts";
import type { Space } from "./_space.ts";

/** Cells read at most in the search for the fewest conditions; beyond it all are given. */
const BUDGET = 1e7;

/** Sets of so many members of a list, in order. */
function* subsets(list: readonly number[], size: number, from = 0): Generator<number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i <= list.length - size; i++) {
    for (const rest of subsets(list, size - 1, i + 1)) yield [list[i], ...rest];
  }
}

/** Cells that can occur, with their codes. */
export class Occurring {
  /** Cells. */
  readonly cells: readonly number[];
  /** Codes by cell. */
  readonly codes: readonly (readonly number[])[];
  readonly #space: Space;

  /** Keeps the cells of a space that pass. */
  constructor(space: Space, passes: (codes: readonly number[]) => boolean) {
    this.#space = space;
    const cells: number[] = [];
    const codes: number[][] = [];
    for (let cell = 0; cell < space.size; cell++) {
      const own = space.codesOf(cell);
      if (!passes(own)) continue;
      cells.push(cell);
      codes.push(own);
    }
    this.cells = cells;
    this.codes = codes;
  }

  /**
   * The fewest conditions such that whatever occurs under them is affected, in words; of several the
   * first in the order of attributes and codes. "any case" when nothing need be asked; empty when
   * nothing is affected.
   */
  smallest(affected: (cell: number) => boolean): string {
    const hit = this.cells.map(affected);
    const first = hit.indexOf(true);
    if (first < 0) return "";
    let read = 0;
    for (let size = 0; size <= this.#space.attributes.length; size++) {
      for (const asked of subsets(this.#space.attributes, size)) {
        read += this.cells.length;
        if (read > BUDGET) return inWords(this.codes[first]);
        const found = this.#closed(asked, hit);
        if (found === undefined) continue;
        const codes = ATTRIBUTES.map((_, a) => asked.includes(a) ? found[a] : -1);
        return inWords(codes) || "any case";
      }
    }
    return inWords(this.codes[first]);
  }

  /** Codes of the first values of some attributes under which all cells are hit. */
  #closed(asked: readonly number[], hit: readonly boolean[]): readonly number[] | undefined {
    const size = asked.reduce((n, a) => n * ATTRIBUTES[a].values.length, 1);
    const some = new Uint8Array(size);
    const open = new Uint8Array(size);
    const keys = this.codes.map((codes) =>
      asked.reduce((key, a) => key * ATTRIBUTES[a].values.length + codes[a], 0)
    );
    keys.forEach((key, i) => hit[i] ? some[key] = 1 : open[key] = 1);
    const key = some.findIndex((yes, i) => yes === 1 && open[i] === 0);
    return key < 0 ? undefined : this.codes[keys.indexOf(key)];
  }
}
