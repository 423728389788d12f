/**
 * A log in columns of numbers, and the dictionary that turns its texts into numbers.
 *
 * Rows are written one behind the other into large arrays and parted into columns when they are
 * read; so that a row costs a few stores and no object.
 */

/** Columns that `row` can take. */
const MOST_COLUMNS = 8;

/**
 * Rows of up to eight numbers.
 *
 * @example Two rows, read by column
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { ColumnLog } from "./mod.ts";
 *
 * const log = new ColumnLog(["time_min", "entity"]);
 * log.row(5, 1);
 * log.row(9, 2);
 * assertEquals([...log.column("time_min")], [5, 9]);
 * ```
 */
export class ColumnLog {
  /** Names of the columns, in order. */
  readonly columns: readonly string[];
  /** Rows written [rows] -- state. */
  rows = 0;
  readonly #chunkRows: number;
  readonly #chunks: Float64Array[] = [];
  #chunk = new Float64Array(0);
  #at = 0;

  /**
   * Makes an empty log.
   * @param columns Names of the columns; one to eight, each once.
   * @param chunkRows Rows for which memory is taken at a time [rows].
   * @throws {RangeError} If there is no column or more than eight.
   * @throws {TypeError} If two columns have one name.
   */
  constructor(columns: readonly string[], chunkRows = 65536) {
    if (columns.length < 1 || columns.length > MOST_COLUMNS) {
      throw new RangeError(
        `Cannot make a log as it takes 1 to ${MOST_COLUMNS} columns: current number is ${columns.length}`,
      );
    }
    const twice = columns.find((name, i) => columns.indexOf(name) !== i);
    if (twice !== undefined) {
      throw new TypeError(
        `Cannot make a log as each column must have its own name: "${twice}" stands twice`,
      );
    }
    this.columns = [...columns];
    this.#chunkRows = chunkRows;
  }

  /**
   * Writes a row, the values in order of the columns; those past the last column are not kept.
   * @param a Value of the first column [its unit].
   * @param b Value of the second [its unit].
   * @param c Value of the third [its unit].
   * @param d Value of the fourth [its unit].
   * @param e Value of the fifth [its unit].
   * @param f Value of the sixth [its unit].
   * @param g Value of the seventh [its unit].
   * @param h Value of the eighth [its unit].
   */
  row(a: number, b = NaN, c = NaN, d = NaN, e = NaN, f = NaN, g = NaN, h = NaN): void {
    if (this.#at === this.#chunk.length) this.#open();
    const width = this.columns.length;
    const chunk = this.#chunk;
    const at = this.#at;
    chunk[at] = a;
    if (width > 1) chunk[at + 1] = b;
    if (width > 2) chunk[at + 2] = c;
    if (width > 3) chunk[at + 3] = d;
    if (width > 4) chunk[at + 4] = e;
    if (width > 5) chunk[at + 5] = f;
    if (width > 6) chunk[at + 6] = g;
    if (width > 7) chunk[at + 7] = h;
    this.#at = at + width;
    this.rows++;
  }

  /**
   * Reads a column.
   * @param name Its name.
   * @returns A fresh array, one value per row in order of writing.
   * @throws {RangeError} If there is no such column.
   */
  column(name: string): Float64Array {
    const width = this.columns.length;
    const offset = this.columns.indexOf(name);
    if (offset < 0) {
      throw new RangeError(
        `Cannot read a column as the log must have it: current name is "${name}", columns are ${
          this.columns.map((known) => `"${known}"`).join(", ")
        }`,
      );
    }
    const values = new Float64Array(this.rows);
    let row = 0;
    for (const chunk of this.#chunks) {
      for (let i = offset; i < chunk.length && row < this.rows; i += width) {
        values[row++] = chunk[i];
      }
    }
    return values;
  }

  #open(): void {
    this.#chunk = new Float64Array(this.#chunkRows * this.columns.length);
    this.#chunks.push(this.#chunk);
    this.#at = 0;
  }
}

/**
 * Texts by number, numbered as they come.
 *
 * @example A text keeps its number
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { Dictionary } from "./mod.ts";
 *
 * const events = new Dictionary();
 * assertEquals([events.code("admit"), events.code("leave"), events.code("admit")], [0, 1, 0]);
 * assertEquals(events.text(1), "leave");
 * ```
 */
export class Dictionary {
  readonly #codes = new Map<string, number>();
  readonly #texts: string[] = [];

  /** Texts known [texts]. */
  get size(): number {
    return this.#texts.length;
  }

  /** All texts, in order of their numbers from 0. */
  get texts(): readonly string[] {
    return this.#texts;
  }

  /**
   * Number of a text; a new text gets the next one.
   * @param text Any text.
   * @returns Number [-], from 0.
   */
  code(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    this.#codes.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  /**
   * Text of a number.
   * @param code Number that `code` gave [-].
   * @returns The text.
   * @throws {RangeError} If no text has the number.
   */
  text(code: number): string {
    const text = this.#texts[code];
    if (text === undefined) {
      throw new RangeError(
        `Cannot read a text as its number must be known: current number is ${code}, numbers are 0 to ${
          this.#texts.length - 1
        }`,
      );
    }
    return text;
  }
}
