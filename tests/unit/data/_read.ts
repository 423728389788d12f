/** Tables of `data/` for the tests. */
import { readTable, type Row } from "../../../data/_table.ts";

/** Folder `data/`. */
export const DATA = new URL("../../../data/", import.meta.url);

/** Reads a table of a folder of `data/`. */
export function read(folder: string, table: string): Promise<Row[]> {
  return readTable(new URL(`${folder}/${table}.csv`, DATA));
}

/** Sum of a numeric column. */
export function sum(rows: readonly Row[], column: string): number {
  return rows.reduce((total, row) => total + Number(row[column]), 0);
}

/** Names in `names` that are not in `known`. */
export function unknown(names: readonly string[], known: readonly Row[], column: string): string[] {
  const all = new Set(known.map((row) => row[column]));
  return names.filter((name) => !all.has(name));
}

/** Tables that a city folder has, without those of sources. */
export const CITY_TABLES = [
  "city",
  "districts",
  "grids",
  "communities",
  "facilities",
  "wards",
  "links",
  "fleets",
  "ages",
] as const;
