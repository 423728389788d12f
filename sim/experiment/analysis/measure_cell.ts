/** One measure with its groups, as it is written, read and checked: `bed_occupancy_peak[ward=icu]`. */
import { CATALOGUE } from "../../domain/mod.ts";
import type { RowGroups } from "../results/mod.ts";
import { CELL, cellText, nameProblems, readGroups } from "./_cell_text.ts";

/** A measure of a certain group; groups that are not named are all together. */
export interface MeasureCell {
  /** Measure, by its name in the catalogue. */
  readonly measure: string;
  /** Groups, e.g. `{ ward: "icu" }`. */
  readonly groups: Partial<RowGroups>;
}

const WRITTEN = new RegExp(String.raw`^\s*${CELL}\s*$`);

/**
 * Reads a measure with its groups. Names are checked by {@link measureCellProblems}.
 *
 * @param text `deaths`, `bed_occupancy_peak[ward=icu]`.
 * @returns Measure and groups.
 * @throws {SyntaxError} When it is not written so.
 *
 * @example Intensive care
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parseMeasureCell } from "./mod.ts";
 *
 * const cell = parseMeasureCell("bed_occupancy_peak[ward=icu]");
 * assertEquals(cell, { measure: "bed_occupancy_peak", groups: { ward: "icu" } });
 * ```
 */
export function parseMeasureCell(text: string): MeasureCell {
  const [, measure, inside] = WRITTEN.exec(text) ?? [];
  const groups = readGroups(inside);
  if (measure === undefined || groups === undefined) {
    throw new SyntaxError(
      `Cannot read measure "${text}": expected a form like "deaths" or ` +
        `"bed_occupancy_peak[ward=icu]"`,
    );
  }
  return { measure, groups };
}

/**
 * Writes a measure with its groups as {@link parseMeasureCell} reads it.
 *
 * @param cell Measure and groups.
 * @returns Text; groups in the order of the columns of tables.
 *
 * @example Intensive care
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { formatMeasureCell } from "./mod.ts";
 *
 * assertEquals(formatMeasureCell({ measure: "deaths", groups: { colour: "red" } }), "deaths[colour=red]");
 * ```
 */
export function formatMeasureCell(cell: MeasureCell): string {
  return cellText(cell);
}

/**
 * What is wrong with the names of a measure and its groups.
 *
 * @param cell Measure and groups.
 * @returns One clause per problem, with the nearest valid name; empty without any.
 *
 * @example A slip of the pen
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { measureCellProblems } from "./mod.ts";
 *
 * assertEquals(measureCellProblems({ measure: "deats", groups: {} }), [
 *   'the measure must be in the catalogue: current measure is "deats"; nearest is "deaths"',
 * ]);
 * ```
 */
export function measureCellProblems(cell: MeasureCell): string[] {
  return nameProblems(cell, { kind: "measure", catalogue: CATALOGUE });
}
