/** Tables: header checked once, each cell by its column's schema, problems with their line. */
import * as z from "zod";
import type { Cells } from "./_cells.ts";
import { csvCells } from "./_cells_csv.ts";
import { nearestName, quoted } from "./error.ts";
import type { Reading } from "./_files.ts";
import { pathName } from "./_locator.ts";
import { check, choice } from "./_schema_kit.ts";

/** The columns of a table, `feverOpens` for `fever_opens`, and what their cells hold. */
export type Columns = Readonly<Record<string, z.ZodType>>;
/** One row, checked. */
export type RowOf<C extends Columns> = { readonly [K in keyof C]: z.output<C[K]> };

/** A row as it was written and its line. */
export interface WrittenRow<C extends Columns> {
  readonly row: RowOf<C>;
  readonly line: number;
  /** Rank among the rows of the file, from 0 [-]. */
  readonly rank: number;
  /** Whether nothing is wrong with it; its cells are text otherwise. */
  readonly isRight: boolean;
}

/** A table as read: its rows in order, and where each stands. */
export interface Table<C extends Columns> {
  readonly file: string;
  readonly name: string;
  readonly rows: readonly RowOf<C>[];
  /** Whether every row of the file is there. */
  readonly complete: boolean;
  /** Rows with a cell for each column, those with a wrong one too. */
  readonly written: readonly WrittenRow<C>[];
  /** Whether the written rows are all there are. */
  readonly legible: boolean;
  /** Line of a row in the file, from 1; 0 when lines and rows do not match one to one. */
  lineOf(index: number): number;
  /** Rank of a row among all rows of the file, from 0 [-]. */
  rankOf(index: number): number;
}

/** What a column may hold, as its schema checks it. */
export type Allowed =
  | { readonly kind: "text" }
  | {
    readonly kind: "number";
    readonly min: number;
    readonly max: number;
    readonly integer: boolean;
  }
  | { readonly kind: "names"; readonly names: readonly string[]; readonly several: boolean };

/** What was said of schemas that do not show it themselves. */
const ALLOWED = new WeakMap<z.ZodType, Allowed>();

function saying<T>(schema: z.ZodType<T>, allowed: Allowed): z.ZodType<T> {
  ALLOWED.set(schema, allowed);
  return schema;
}

/** What stands in each cell of a column that a table lacks, where one may. */
const WITHOUT = new WeakMap<z.ZodType, string>();

/** A column that a table may lack: its cells are then taken to hold a text. */
export function orWithout<T>(schema: z.ZodType<T>, text: string): z.ZodType<T> {
  WITHOUT.set(schema, text);
  return schema;
}

/** What a column with a schema may hold. */
export function allowedBy(schema: z.ZodType): Allowed {
  if (schema instanceof z.ZodEnum) {
    return { kind: "names", names: schema.options.map(String), several: false };
  }
  return ALLOWED.get(schema) ?? { kind: "text" };
}

/** Text that says something. */
export function word(): z.ZodType<string> {
  return z.string().min(1, { error: () => "Expected text" });
}
/** Any text, also none. */
export function anyText(): z.ZodType<string> {
  return z.string();
}
/** A number within bounds, both included. */
export function cell(min: number, max: number, integer = false): z.ZodType<number> {
  const kind = integer ? "a whole number" : "a number";
  const upper = max === Infinity ? "" : ` and at most ${max}`;
  const message = `Expected ${kind} of at least ${min}${upper}`;
  const schema = z.string().transform((written, context) => {
    const value = written.trim() === "" ? NaN : Number(written);
    const fits = value >= min && value <= max && Number.isFinite(value) &&
      (!integer || Number.isInteger(value));
    if (fits) return value;
    context.issues.push({ code: "custom", message, input: written });
    return NaN;
  });
  return saying(schema, { kind: "number", min, max, integer });
}
/** `true` or `false`, in letters of either case, as spreadsheets write TRUE. */
export function yesNo(): z.ZodType<boolean> {
  const names = ["true", "false"] as const;
  const schema = z.string().transform((written) => written.toLowerCase())
    .pipe(choice(names) as unknown as z.ZodType<string, string>)
    .transform((written) => written === "true");
  return saying(schema, { kind: "names", names, several: false });
}
/** Names of a closed list with `;` between them; none when empty. */
export function several<const T extends readonly string[]>(names: T): z.ZodType<T[number][]> {
  const schema = z.string().transform((written) =>
    written === "" ? [] : written.split(";").map((name) => name.trim())
  ).pipe(z.array(choice(names)) as unknown as z.ZodType<T[number][], string[]>);
  return saying(schema, { kind: "names", names, several: true });
}

/** What a table is called, its columns, and whether it may have no rows. */
export interface TableShape<C extends Columns> {
  readonly name: string;
  readonly columns: C;
  readonly mayBeEmpty?: boolean;
}

/** Reads a table from a CSV file; what is wrong becomes issues, and the rows that are right stay. */
export async function readTable<C extends Columns>(
  file: string,
  name: string,
  columns: C,
  reading: Reading,
): Promise<Table<C> | undefined> {
  const cells = await csvCells(file, reading);
  return cells === undefined ? undefined : tableOf(cells, { name, columns }, reading);
}

/** Checks the cells of a table; what is wrong becomes issues, and the rows that are right stay. */
export function tableOf<C extends Columns>(
  cells: Cells,
  { name, columns, mayBeEmpty = false }: TableShape<C>,
  reading: Reading,
): Table<C> | undefined {
  const { file, header } = cells;
  reading.headers?.set(file, header);
  const expected = Object.keys(columns).map(columnOf)
    .filter((column) => lackingIn(header, columns)[keyOf(column)] === undefined);
  if (!checkHeader(cells, expected, reading)) return undefined;
  if (cells.rows.length === 0 && !mayBeEmpty) {
    reading.issues.add({ file, line: 1, path: name, rule: "Expected at least one row", value: "" });
  }
  const written = writtenRows(cells, { name, columns }, reading);
  const right = written.filter(({ isRight }) => isRight);
  return {
    file,
    name,
    rows: right.map(({ row }) => row),
    complete: right.length === cells.rows.length,
    written,
    legible: written.length === cells.rows.length,
    lineOf: (index) => right[index]?.line ?? 0,
    rankOf: (index) => right[index]?.rank ?? 0,
  };
}

/** What stands in the cells of columns that a table lacks and may lack, by key. */
function lackingIn(header: readonly string[], columns: Columns): Record<string, string> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([key, schema]) => {
      const text = WITHOUT.get(schema);
      return text === undefined || header.includes(columnOf(key)) ? [] : [[key, text]];
    }),
  );
}

/** The rows that have a cell for each column, checked. */
function writtenRows<C extends Columns>(
  { file, header, rows }: Cells,
  { name, columns }: TableShape<C>,
  { issues }: Reading,
): WrittenRow<C>[] {
  const schema = z.object(columns);
  const lacking = lackingIn(header, columns);
  return rows.flatMap(({ texts, line, spoiled }, rank) => {
    if (spoiled) return [];
    if (texts.length !== header.length) {
      const rule = `Expected ${header.length} cells`;
      issues.add({ file, line, path: `${name}[${rank}]`, rule, value: String(texts.length) });
      return [];
    }
    const own = Object.fromEntries(header.map((column, at) => [keyOf(column), texts[at]]));
    const row: Record<string, string> = { ...own, ...lacking };
    const at = {
      place: () => ({ file, line }),
      written: (path: readonly PropertyKey[]) => quoted(pieceOf(row, path)),
      name: (path: readonly PropertyKey[]) => `${name}[${rank}].${columnOf(pathName(path))}`,
    };
    const checked = check(schema, row, at, issues);
    return [{ row: (checked ?? row) as RowOf<C>, line, rank, isRight: checked !== undefined }];
  });
}

/** The key of a column: `feverOpens` for `fever_opens`. */
function keyOf(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The name in the header: `fever_opens` for `feverOpens`. */
export function columnOf(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A cell, or one of the names in it. */
function pieceOf(row: Readonly<Record<string, string>>, path: readonly PropertyKey[]): string {
  const cell = row[String(path[0])] ?? "";
  return typeof path[1] === "number" ? cell.split(";")[path[1]].trim() : cell;
}

function checkHeader(
  { file, header, rows }: Cells,
  columns: readonly string[],
  { issues }: Reading,
): boolean {
  const before = issues.size;
  const missing = columns.filter((column) => !header.includes(column));
  header.forEach((column, index) => {
    const known = columns.includes(column) && header.indexOf(column) === index;
    const blank = column === "" && rows.every(({ texts }) => (texts[index] ?? "").trim() === "");
    if (known || blank) return;
    const nearest = nearestName(column, missing);
    const found = nearest === undefined ? {} : { nearest };
    const rule = `Expected the columns ${columns.join(", ")}, each once`;
    issues.add({ file, line: 1, path: column, rule, value: quoted(column), ...found });
  });
  for (const column of missing) {
    issues.add({ file, line: 1, path: column, rule: "Expected this column", value: "none" });
  }
  return issues.size === before;
}
