/**
 * A table of the result folder: rows to comma-separated values and back.
 *
 * Both ways go through generators, so that a table of many millions of rows is written and read with
 * a few kilobytes held at a time.
 */
import { csvCell, numberCell, readNumber, readText } from "./_csv.ts";
import { blocksOf, type CsvRecord, recordsOf } from "./_records.ts";

/** A column of a table. */
export interface CsvColumn<Row> {
  /** Heading in the file. */
  readonly heading: string;
  /** Field of the row. */
  readonly field: keyof Row & string;
  /** What its cells hold; a list of words allows these alone. */
  readonly holds: "text" | "numbers" | "true or false" | readonly string[];
}

/** A piece of text is handed on when it is this long [characters]. */
const CHUNK = 1 << 16;

type Cell = string | number | boolean;

/**
 * One table: its file and its columns, in order.
 *
 * Text as RFC 4180 defines it, header first, lines ended by CR LF. Numbers have at most ten
 * significant digits; NaN is an empty cell; a text that begins as a formula would gets a leading
 * apostrophe, which is taken off again when it is read.
 *
 * @example There and back
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { CsvTable } from "./mod.ts";
 * const table = new CsvTable<{ ward: string; beds: number }>("beds.csv", [
 *   { heading: "ward", field: "ward", holds: "text" },
 *   { heading: "beds", field: "beds", holds: "numbers" },
 * ]);
 * assertEquals(table.text([{ ward: "icu", beds: 4 }]), "ward,beds\r\nicu,4\r\n");
 * assertEquals(table.parse("ward,beds\r\nicu,4\r\n"), [{ ward: "icu", beds: 4 }]);
 * ```
 */
export class CsvTable<Row extends object> {
  /** Name of its file in a result folder. */
  readonly file: string;
  /** Columns, in order. */
  readonly columns: readonly CsvColumn<Row>[];

  /**
   * Names a table.
   *
   * @param file Name of its file.
   * @param columns Columns, in order.
   */
  constructor(file: string, columns: readonly CsvColumn<Row>[]) {
    this.file = file;
    this.columns = columns;
  }

  /**
   * Writes rows in the order given, piece by piece; rows are asked for as pieces are.
   *
   * @param rows Rows.
   * @returns Pieces of the text, the header in the first.
   */
  *chunks(rows: Iterable<Row>): Generator<string> {
    let chunk = `${this.columns.map(({ heading }) => heading).join(",")}\r\n`;
    for (const row of rows) {
      chunk += this.columns.map(({ field }) => cellOf(row[field] as Cell)).join(",") + "\r\n";
      if (chunk.length >= CHUNK) {
        yield chunk;
        chunk = "";
      }
    }
    if (chunk !== "") yield chunk;
  }

  /**
   * Writes rows in the order given, as one text.
   *
   * @param rows Rows.
   * @returns The text.
   */
  text(rows: Iterable<Row>): string {
    return [...this.chunks(rows)].join("");
  }

  /**
   * Reads back what was written.
   *
   * @param content Text of the file.
   * @param file Name of the file, for messages.
   * @returns Rows.
   * @throws {SyntaxError} If the columns differ or a cell does not hold what its column must.
   */
  parse(content: string, file: string = this.file): Row[] {
    return [...this.#rows([content], file)];
  }

  /**
   * Opens a file whose rows are read as they are asked for, each time anew. Its header is read at
   * once; what is wrong further down throws a SyntaxError when it is reached.
   *
   * @param path Path of the file.
   * @returns Rows, to be gone through as often as wanted.
   * @throws {SyntaxError} If the columns differ.
   */
  read(path: string): Iterable<Row> {
    this.#checkHeader(recordsOf(blocksOf(path), path), path);
    return { [Symbol.iterator]: () => this.#rows(blocksOf(path), path) };
  }

  #checkHeader(records: Iterable<CsvRecord>, file: string): void {
    const wanted = this.columns.map(({ heading }) => heading).join(",");
    let found = "none";
    for (const { cells } of records) {
      if (cells.join(",") === wanted) return;
      found = cells.join(",");
      break;
    }
    throw new SyntaxError(
      `Cannot read "${file}" as its columns must be ${wanted}: current columns are ${found}`,
    );
  }

  *#rows(blocks: Iterable<string>, file: string): Generator<Row> {
    let isHeader = true;
    for (const record of recordsOf(blocks, file)) {
      if (isHeader) this.#checkHeader([record], file);
      else yield this.#row(record, file);
      isHeader = false;
    }
    if (isHeader) this.#checkHeader([], file);
  }

  #row({ line, cells }: CsvRecord, file: string): Row {
    if (cells.length !== this.columns.length) {
      throw new SyntaxError(
        `Cannot read "${file}" as each row must have ${this.columns.length} cells: current line ` +
          `${line} has ${cells.length}`,
      );
    }
    const row: { [field: string]: Cell } = {};
    this.columns.forEach(({ field, heading, holds }, at) => {
      const value = valueOf(cells[at], holds);
      if (value === undefined) {
        const what = typeof holds === "string" ? holds : holds.join(" or ");
        throw new SyntaxError(
          `Cannot read "${file}" as column "${heading}" must hold ${what}: current line ${line} ` +
            `holds "${cells[at]}"`,
        );
      }
      row[field] = value;
    });
    return row as Row;
  }
}

function cellOf(value: Cell): string {
  if (typeof value === "number") return numberCell(value);
  return typeof value === "string" ? csvCell(value) : String(value);
}

function valueOf(cell: string, holds: CsvColumn<object>["holds"]): Cell | undefined {
  if (holds === "text") return readText(cell);
  if (holds === "numbers") return readNumber(cell);
  if (holds === "true or false") {
    return cell === "true" ? true : cell === "false" ? false : undefined;
  }
  return holds.includes(cell) ? cell : undefined;
}
