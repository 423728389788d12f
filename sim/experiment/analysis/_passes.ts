/**
 * Goes through rows as often as memory asks for, each time keeping whole cells.
 *
 * How many rows there are is not known before they have been gone through. So a pass keeps cells from
 * the first on; when more values stand than may, the last cell is dropped and left, with all that
 * come after it, to the next pass. What fits takes one pass, and no cell is ever cut in two.
 */

/** Values that may stand in memory at once [values]: 32 MB as numbers. */
export const VALUES_AT_ONCE = 4_000_000;

/** How items go into cells. */
export interface Cells<Item, Cell> {
  /** Key of the cell of an item. */
  keyOf(item: Item): string;
  /** A cell without values. */
  empty(): Cell;
  /** Adds an item with its place among all items; gives the number of values added [values]. */
  add(cell: Cell, item: Item, place: number): number;
  /** Values that may stand at once [values]; one cell is kept even when it alone has more. */
  readonly most: number;
}

/** What a pass keeps, and whether it left cells to the next. */
interface Pass<Cell> {
  readonly kept: ReadonlyMap<string, { readonly cell: Cell }>;
  readonly left: boolean;
}

function passOver<Item, Cell>(
  items: Iterable<Item>,
  { keyOf, empty, add, most }: Cells<Item, Cell>,
  done: ReadonlySet<string>,
): Pass<Cell> {
  const kept = new Map<string, { cell: Cell; values: number }>();
  const order: string[] = [];
  let [values, place, left] = [0, -1, false];
  for (const item of items) {
    place++;
    const key = keyOf(item);
    let slot = kept.get(key);
    if (slot === undefined) {
      if (left || done.has(key)) continue;
      kept.set(key, slot = { cell: empty(), values: 0 });
      order.push(key);
    }
    const more = add(slot.cell, item, place);
    slot.values += more;
    values += more;
    while (values > most && order.length > 1) {
      const last = order.pop()!;
      values -= kept.get(last)!.values;
      kept.delete(last);
      left = true;
    }
  }
  return { kept, left };
}

/** Cells in the order in which they first come, each whole. */
export function* cellsInPasses<Item, Cell>(
  items: Iterable<Item>,
  cells: Cells<Item, Cell>,
): Generator<Cell> {
  const done = new Set<string>();
  for (;;) {
    const { kept, left } = passOver(items, cells, done);
    if (kept.size === 0 && done.size > 0) {
      throw new TypeError(
        `Cannot go through rows in passes as they must be iterable again and again: ` +
          `current pass finds none of the cells left after ${done.size}`,
      );
    }
    for (const [key, { cell }] of kept) {
      done.add(key);
      yield cell;
    }
    if (!left) return;
  }
}
