/** Any rows of results: those that are wanted, as the columns that are wanted. */
import { type Frame, frameOf } from "./frames.ts";
import { insteadOf } from "./names.ts";

/** What a field must be: a value, or one of several. */
type Wanted<Value> = Value | readonly Value[];

/** What the fields of a row must be; a field that is not named may be anything. */
export type RowFilter<Row> = { readonly [Field in keyof Row]?: Wanted<Row[Field]> };

/** Where the cells of columns come from: a field of the row, or a function of it. */
export type ColumnSources<Row> = {
  readonly [header: string]: (keyof Row & string) | ((row: Row) => unknown);
};

/** What stands in the way when no row fits: the first field whose value no row has. */
function reasonOf<Row extends object>(rows: readonly Row[], where: RowFilter<Row>): string {
  if (rows.length === 0) return "there is no row at all";
  for (const [field, wanted] of Object.entries(where)) {
    const there = new Set(rows.map((row) => (row as Record<string, unknown>)[field]));
    const asked = [wanted].flat();
    if (asked.some((value) => there.has(value))) continue;
    const texts = [...there].map((value) => String(value === "" ? '""' : value));
    return `no row has ${field} ${JSON.stringify(asked[0])}; ${insteadOf(String(asked[0]), texts)}`;
  }
  return "no row has all of these together";
}

/**
 * Rows that results may lack since an older version made them.
 *
 * @param rows Rows.
 * @returns The same rows.
 * @throws {RangeError} When there is none.
 */
export function rowsKept<Row>(rows: readonly Row[]): readonly Row[] {
  if (rows.length > 0) return rows;
  throw new RangeError(
    "Cannot show these rows as the results must hold some: there are none; results of an older " +
      "version do not have them, run the experiment again",
  );
}

/**
 * Rows whose fields are as asked.
 *
 * Rows of single replications come from a file or a store as they are gone through; only those that
 * fit are held.
 *
 * @param rows Rows of results, e.g. `results.measures`.
 * @param where Fields with the value, or the list of values, that they must have. Of a row for the
 * whole network all groups are empty: `{ measure: "deaths", ...NO_GROUPS }`.
 * @returns The rows that fit, in their order, at least one.
 * @throws {RangeError} When no row fits; the nearest value is named.
 *
 * @example Deaths of one scenario
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { gather } from "./gather.ts";
 *
 * const rows = [{ measure: "deaths", value: 3 }, { measure: "infected", value: 90 }];
 * assertEquals(gather(rows, { measure: "deaths" }), [{ measure: "deaths", value: 3 }]);
 * ```
 */
export function gather<Row extends object>(rows: Iterable<Row>, where: RowFilter<Row>): Row[] {
  const wanted = Object.entries(where).map(([field, value]) =>
    [field, new Set([value].flat())] as const
  );
  const fits = (row: Row) =>
    wanted.every(([field, values]) => values.has((row as Record<string, unknown>)[field]));
  const found: Row[] = [];
  for (const row of rows) if (fits(row)) found.push(row);
  if (found.length > 0) return found;
  throw new RangeError(
    `Cannot gather rows as at least one must fit: ${reasonOf([...rows], where)}`,
  );
}

/**
 * Makes a frame of rows, with the columns named.
 *
 * @param rows Rows, at least one.
 * @param columns Headers, best with their units, each with the field or the function that fills it;
 * all fields of the first row when left out.
 * @returns One row per row.
 * @throws {RangeError} When there is no row, or a field is not there.
 *
 * @example A header with a unit
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { columnsOf } from "./frames.ts";
 * import { tableOf } from "./gather.ts";
 *
 * const frame = tableOf([{ ward: "icu", share: 0.5 }], {
 *   ward: "ward",
 *   "occupancy [%]": ({ share }) => 100 * share,
 * });
 * assertEquals(columnsOf(frame), ["ward", "occupancy [%]"]);
 * ```
 */
export function tableOf<Row extends object>(
  rows: Iterable<Row>,
  columns?: ColumnSources<Row>,
): Frame {
  const held = [...rows];
  const [first] = held;
  if (first === undefined || columns === undefined) return frameOf(held);
  for (const source of Object.values(columns)) {
    if (typeof source === "function" || source in first) continue;
    throw new RangeError(
      `Cannot make a table as the rows must have the field "${source}": ` +
        insteadOf(source, Object.keys(first)),
    );
  }
  return frameOf(held.map((row) =>
    Object.fromEntries(
      Object.entries(columns).map(([header, source]) => [
        header,
        typeof source === "function" ? source(row) : row[source as keyof Row],
      ]),
    )
  ));
}
