/** Tables of numbers that are kept in the project and compared with what is found anew. */

import * as csv from "@std/csv";

// The library comes without types.
const { parse, stringify } = csv as unknown as {
  parse(text: string, options: { skipFirstRow: true }): Record<string, string>[];
  stringify(rows: readonly (readonly string[])[], options: { headers: boolean }): string;
};

/** A row, every cell as text. */
type Cells<C extends string> = Readonly<Record<C, string>>;

/** A number to six significant digits; nothing for no number. */
export function sixDigits(value: number): string {
  return Number.isNaN(value) ? "" : String(Number(value.toPrecision(6)) + 0);
}

/** A kind of table: its columns, and which of them name a row. */
export class KeptTable<C extends string> {
  readonly #columns: readonly C[];
  readonly #keys: readonly C[];

  /**
   * @param columns Columns in order.
   * @param keys Those that name a row.
   */
  constructor(columns: readonly C[], keys: readonly C[]) {
    this.#columns = columns;
    this.#keys = keys;
  }

  /** A table as comma-separated values, with a header. */
  toCsv(rows: readonly Cells<C>[]): string {
    const lines = [this.#columns, ...rows.map((row) => this.#columns.map((c) => row[c]))];
    return stringify(lines, { headers: false }).replaceAll("\r\n", "\n");
  }

  /** A table from comma-separated values. */
  fromCsv(text: string): Cells<C>[] {
    return parse(text, { skipFirstRow: true }) as unknown as Cells<C>[];
  }

  /** Name of a row. */
  keyOf(row: Cells<C>): string {
    return this.#keys.map((key) => row[key]).join(" | ");
  }

  /**
   * What differs between a kept table and a fresh one.
   *
   * @param kept The kept table.
   * @param fresh The fresh one.
   * @returns A line for each cell that differs and each row that one of them lacks; else, when the
   * order differs, one that says so.
   */
  driftOf(kept: readonly Cells<C>[], fresh: readonly Cells<C>[]): string[] {
    const [before, after] = [kept, fresh].map((rows) =>
      new Map(rows.map((row) => [this.keyOf(row), row]))
    );
    const changed = fresh.flatMap((row) => {
      const key = this.keyOf(row);
      const old = before.get(key);
      if (old === undefined) return [`${key}: not in the kept table`];
      return this.#columns.filter((column) => old[column] !== row[column]).map((column) =>
        `${key}: ${column} was ${old[column] || "nothing"}, is ${row[column] || "nothing"}`
      );
    });
    const gone = kept.map((row) => this.keyOf(row)).filter((key) => !after.has(key))
      .map((key) => `${key}: in the kept table alone`);
    const lines = [...changed, ...gone];
    const order = [kept, fresh].map((rows) => rows.map((row) => this.keyOf(row)).join("\n"));
    return lines.length > 0 || order[0] === order[1] ? lines : ["the order of the rows differs"];
  }
}
