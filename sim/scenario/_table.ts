/** CSV tables: header checked once, each cell by its column's schema, problems with their line. */
import { parse } from "@std/csv";
import * as z from "zod";
import { nearestName, quoted } from "./error.ts";
import { type Reading, readText } from "./_files.ts";
import { pathName } from "./_locator.ts";
import { check, choice } from "./_schema_kit.ts";

/** The columns of a table, `feverOpens` for `fever_opens`, and what their cells hold. */
export type Columns = Readonly<Record<string, z.ZodType>>;
/** One row, checked. */
export type RowOf<C extends Columns> = { readonly [K in keyof C]: z.output<C[K]> };

/** A table as read: its rows in order, and where each stands. */
export interface Table<C extends Columns> {
  readonly file: string;
  readonly name: string;
  readonly rows: readonly RowOf<C>[];
  /** Whether every row of the file is there. */
  readonly complete: boolean;
  /** Line of a row in the file, from 1; 0 when lines and rows do not match one to one. */
  lineOf(index: number): number;
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
  return z.string().transform((written, context) => {
    const value = written.trim() === "" ? NaN : Number(written);
    const fits = value >= min && value <= max && Number.isFinite(value) &&
      (!integer || Number.isInteger(value));
    if (fits) return value;
    context.issues.push({ code: "custom", message, input: written });
    return NaN;
  });
}
/** `true` or `false`. */
export function yesNo(): z.ZodType<boolean> {
  return choice(["true", "false"]).transform((written) => written === "true");
}
/** Names of a closed list with `;` between them; none when empty. */
export function several<const T extends readonly string[]>(names: T): z.ZodType<T[number][]> {
  return z.string().transform((written) =>
    written === "" ? [] : written.split(";").map((name) => name.trim())
  ).pipe(z.array(choice(names)) as unknown as z.ZodType<T[number][], string[]>);
}

/** Reads a table; what is wrong becomes issues, and the rows that are right stay. */
export async function readTable<C extends Columns>(
  file: string,
  name: string,
  columns: C,
  reading: Reading,
): Promise<Table<C> | undefined> {
  const text = await readText(file, reading);
  if (text === undefined) return undefined;
  const records = recordsOf(text, file, reading);
  if (records === undefined) return undefined;
  const [header, ...body] = records;
  const simple = text.trimEnd().split(/\r?\n/).length === records.length;
  const lineOf = (index: number) => simple ? index + 2 : 0;
  const keys = new Map(Object.keys(columns).map((key) => [columnOf(key), key]));
  const fits = checkHeader(header, [...keys.keys()], file, reading);
  if (!fits) return undefined;
  if (body.length === 0) {
    reading.issues.add({ file, line: 1, path: name, rule: "Expected at least one row", value: "" });
  }
  const schema = z.object(columns);
  const rows: RowOf<C>[] = [];
  const lines: number[] = [];
  body.forEach((cells, index) => {
    const line = lineOf(index);
    if (cells.length !== header.length) {
      const rule = `Expected ${header.length} cells`;
      const path = `${name}[${index}]`;
      reading.issues.add({ file, line, path, rule, value: String(cells.length) });
      return;
    }
    const row = Object.fromEntries(header.map((column, at) => [keys.get(column), cells[at]]));
    const at = {
      place: () => ({ file, line }),
      written: (path: readonly PropertyKey[]) => quoted(pieceOf(row, path)),
      name: (path: readonly PropertyKey[]) => `${name}[${index}].${columnOf(pathName(path))}`,
    };
    const checked = check(schema, row, at, reading.issues);
    if (checked === undefined) return;
    rows.push(checked as RowOf<C>);
    lines.push(line);
  });
  const complete = rows.length === body.length;
  return { file, name, rows, complete, lineOf: (index) => lines[index] ?? 0 };
}

/** The name in the header: `fever_opens` for `feverOpens`. */
function columnOf(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A cell, or one of the names in it. */
function pieceOf(row: Readonly<Record<string, string>>, path: readonly PropertyKey[]): string {
  const cell = row[String(path[0])] ?? "";
  return typeof path[1] === "number" ? cell.split(";")[path[1]].trim() : cell;
}

function recordsOf(text: string, file: string, { issues }: Reading): string[][] | undefined {
  try {
    return parse(text) as string[][];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/line (\d+)/.exec(message)?.[1] ?? 0);
    const value = message.replace(/^.*column \d+: /, "");
    issues.add({ file, line, path: "", rule: "Expected valid CSV", value });
    return undefined;
  }
}

function checkHeader(
  header: readonly string[],
  columns: readonly string[],
  file: string,
  { issues }: Reading,
): boolean {
  const before = issues.size;
  const missing = columns.filter((column) => !header.includes(column));
  header.forEach((column, index) => {
    const known = columns.includes(column) && header.indexOf(column) === index;
    if (known) return;
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
