/**
 * Rows as danfojs frames, and how a frame is shown. The only file that imports danfojs.
 *
 * Methods of a frame return other classes than the one that was made, so the display is given to
 * the class that all of them extend.
 */
import * as danfojs from "danfojs";
import { DISPLAY, type MediaBundle } from "./display.ts";
import { escapeHtml } from "./escape.ts";

/** A table of named columns. */
export type Frame = danfojs.DataFrame;

/** As much of a frame or series as is needed to show it. */
interface Shown {
  readonly columns: readonly string[];
  readonly index: readonly (string | number)[];
  readonly values: readonly unknown[];
  readonly $isSeries: boolean;
  toString(): string;
}

const ROWS_SHOWN = 30;

function cellText(value: unknown): string {
  if (typeof value !== "number") return String(value ?? "");
  if (Number.isNaN(value)) return "–";
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
}

/** Texts to the left, numbers to the right. */
function alignOf(value: unknown): string {
  return ` style="text-align:${typeof value === "number" ? "right" : "left"}"`;
}

/** A row of a table; `like` are the cells below a header, which is aligned as they are. */
function htmlRow(
  head: string,
  cells: readonly unknown[],
  like: readonly unknown[] | undefined = undefined,
): string {
  const tag = like === undefined ? "td" : "th";
  const written = cells.map((cell, at) =>
    `<${tag}${alignOf((like ?? cells)[at])}>${escapeHtml(cellText(cell))}</${tag}>`
  );
  return `<tr><th>${escapeHtml(head)}</th>${written.join("")}</tr>`;
}

/**
 * What a notebook shows of a frame or a column of it: its first thirty rows.
 *
 * @param frame Frame or column.
 * @returns The same table as HTML, with all text escaped, and as text.
 *
 * @example Text from a file stays text
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { frameBundle, frameOf } from "./frames.ts";
 *
 * const bundle = frameBundle(frameOf([{ ward: "<b>", beds: 4 }]));
 * assertStringIncludes(String(bundle["text/html"]), "&lt;b&gt;");
 * ```
 */
export function frameBundle(frame: Shown): MediaBundle {
  const rows = frame.values.slice(0, ROWS_SHOWN).map((row) => frame.$isSeries ? [row] : row);
  const body = rows.map((row, i) => htmlRow(String(frame.index[i]), row as unknown[]));
  const hidden = frame.values.length - rows.length;
  const more = hidden > 0 ? `<p>${hidden} more rows</p>` : "";
  const head = htmlRow("", frame.columns, (rows[0] ?? frame.columns) as unknown[]);
  const lines = [frame.columns, ...(rows as unknown[][])].map((row) =>
    row.map(cellText).join(" | ")
  );
  return {
    "text/html": `<table><thead>${head}</thead><tbody>${body.join("")}</tbody></table>${more}`,
    "text/plain": lines.join("\n") + (hidden > 0 ? `\n${hidden} more rows` : ""),
  };
}

Object.defineProperty(
  (danfojs as unknown as { NDframe: { prototype: object } }).NDframe.prototype,
  DISPLAY,
  {
    configurable: true,
    value(this: Shown) {
      return frameBundle(this);
    },
  },
);

/** Methods that in Deno fail, or write nothing and say nothing, with what to use instead. */
const INSTEAD = {
  toCSV: "writeCsv(frame, path)",
  toExcel: "writeExcel(frame, path)",
  plot: "showFigure(figure)",
} as const;

/** Refuses those methods. */
function guardMethods(prototype: object): void {
  for (const [name, instead] of Object.entries(INSTEAD)) {
    if (!Object.hasOwn(prototype, name)) continue;
    const value = () => {
      throw new RangeError(`Cannot use ${name} as it does not work here: write ${instead}`);
    };
    Object.defineProperty(prototype, name, { configurable: true, writable: true, value });
  }
}

for (const table of [danfojs.DataFrame, danfojs.Series]) {
  let prototype: object = table.prototype;
  while (prototype !== Object.prototype) {
    guardMethods(prototype);
    prototype = Object.getPrototypeOf(prototype);
  }
}

/**
 * Makes a frame of rows that have the same fields.
 *
 * @param rows Rows; the fields of the first one become the columns, in their order.
 * @returns One row per row.
 * @throws {RangeError} When there is no row.
 *
 * @example Two rows, two columns
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { frameOf } from "./frames.ts";
 *
 * const frame = frameOf([{ ward: "general", beds: 4 }, { ward: "icu", beds: 1 }]);
 * assertEquals(frame.shape, [2, 2]);
 * ```
 */
export function frameOf(rows: readonly object[]): Frame {
  const first = rows[0];
  if (first === undefined) {
    throw new RangeError("Cannot make a frame as it needs at least one row: current rows are 0");
  }
  const columns = Object.keys(first);
  const values = rows.map((row) =>
    columns.map((column) => (row as Record<string, unknown>)[column])
  );
  return new danfojs.DataFrame(values as unknown[][], { columns });
}

/**
 * Headers of a frame.
 *
 * @param frame Frame.
 * @returns Names, in order.
 */
export function columnsOf(frame: Frame): string[] {
  return [...(frame as unknown as { columns: string[] }).columns];
}

/**
 * Rows of a frame, as plain objects.
 *
 * @param frame Frame.
 * @returns One object per row, fields in the order of the columns.
 *
 * @example There and back
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { frameOf, rowsOf } from "./frames.ts";
 *
 * assertEquals(rowsOf(frameOf([{ ward: "icu", beds: 4 }])), [{ ward: "icu", beds: 4 }]);
 * ```
 */
export function rowsOf(frame: Frame): Record<string, unknown>[] {
  const columns = columnsOf(frame);
  return (frame.values as unknown[][]).map((row) =>
    Object.fromEntries(columns.map((column, at) => [column, row[at]]))
  );
}
