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

function htmlRow(head: string, cells: readonly unknown[], tag: "th" | "td"): string {
  const written = cells.map((cell) => {
    const align = typeof cell === "number"
      ? ' style="text-align:right"'
      : ' style="text-align:left"';
    return `<${tag}${align}>${escapeHtml(cellText(cell))}</${tag}>`;
  });
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
  const body = rows.map((row, i) => htmlRow(String(frame.index[i]), row as unknown[], "td"));
  const hidden = frame.values.length - rows.length;
  const more = hidden > 0 ? `<p>${hidden} more rows</p>` : "";
  const head = htmlRow("", frame.columns, "th");
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
