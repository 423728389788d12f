/**
 * Columns of a table side by side in memory, so that a row lies together.
 *
 * An event reads and writes a dozen columns of one patient. With an array for each column every one of
 * them is in another place of memory, and a run of a city waits for memory most of its time: a fifth of
 * its time less is taken where they lie together. So the columns of one width share an array: a column
 * begins at its own place in it, and a handle counts in steps of {@link STRIDE}, the length of a row.
 */

/** Handles of two neighbouring rows differ by so much: columns of one width that lie together. */
export const STRIDE = 11;

/** An array of numbers. */
export type Column =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Float64Array;

/** Columns that share memory. */
interface Bank {
  readonly width: number;
  readonly buffer: ArrayBuffer;
  columns: number;
}

type Maker = new (buffer: ArrayBuffer, offset: number, length: number) => Column;

/**
 * Gives a table room for more rows; what its columns hold is kept.
 *
 * @param table Table, all of whose fields that are arrays of numbers are columns; they are replaced.
 * @param rows Rows that it is to have [rows].
 * @param laid Rows for which it was laid out before [rows]; 0 the first time, when nothing is kept.
 *
 * @example Two columns, three rows
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { layOut, STRIDE } from "./interleaved.ts";
 *
 * const table = { age: new Int32Array(1), weight: new Int32Array(1) };
 * layOut(table, 2, 0);
 * table.age[STRIDE] = 40;
 * table.weight[STRIDE] = 70;
 * layOut(table, 3, 2);
 * assertEquals([table.age[STRIDE], table.weight[STRIDE], table.age[2 * STRIDE]], [40, 70, 0]);
 * ```
 */
export function layOut(table: object, rows: number, laid: number): void {
  const fields = table as Record<string, Column>;
  const banks: Bank[] = [];
  for (const [name, column] of Object.entries(fields)) {
    if (!ArrayBuffer.isView(column)) continue;
    const width = column.BYTES_PER_ELEMENT;
    let bank = banks.find((b) => b.width === width && b.columns < STRIDE);
    if (bank === undefined) {
      bank = { width, buffer: new ArrayBuffer(rows * STRIDE * width), columns: 0 };
      if (laid > 0) new Uint8Array(bank.buffer).set(new Uint8Array(column.buffer));
      banks.push(bank);
    }
    const place = bank.columns++;
    const make = column.constructor as Maker;
    fields[name] = new make(bank.buffer, place * width, rows * STRIDE - place);
  }
}
