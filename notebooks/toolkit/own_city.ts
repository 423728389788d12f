/** A planner's own city: its tables checked, opened, copied to be changed. */
import { join } from "@std/path";
import type { City } from "gridcare/domain/mod.ts";
import {
  cityDictionary,
  type CityInspection,
  cityRows,
  csvOf,
  describeCity,
  inspectCity,
  loadCity,
  outlinesText,
  type PlannerLanguage,
} from "gridcare/scenario/mod.ts";
import { checkShown } from "./city_problems.ts";
import { type Kernel, show } from "./display.ts";
import { type Frame, frameOf } from "./frames.ts";
import { CellStop } from "./plain_errors.ts";

/** What may be said about showing a check. */
export interface CheckOptions {
  /** Language; English when left out. */
  readonly language?: PlannerLanguage;
  /** Where it is shown; the notebook's own when left out. */
  readonly kernel?: Kernel;
}

/**
 * Checks the tables of a city and shows every problem by sheet, row and column, then what is unusual.
 *
 * @param path Folder with the tables, or workbook (`.xlsx`).
 * @param options Language, and where it is shown.
 * @returns What was found; `city` is null when something must be corrected.
 *
 * @example A city that is ready
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkCity } from "./own_city.ts";
 *
 * const kernel = { broadcast: () => Promise.resolve() };
 * const { problems } = await checkCity("../data/training_city", { kernel });
 * assertEquals(problems, []);
 * ```
 */
export async function checkCity(
  path: string,
  { language = "en", kernel }: CheckOptions = {},
): Promise<CityInspection> {
  const inspection = await inspectCity(path);
  for (const part of checkShown(inspection, language)) await show(part, kernel);
  return inspection;
}

/**
 * Opens a city; problems are shown as {@link checkCity} does, and the cell ends with one line.
 *
 * @param path Folder with the tables, or workbook (`.xlsx`).
 * @param options Language, and where problems are shown.
 * @returns The city.
 * @throws {CellStop} When something must be corrected.
 */
export async function openCity(path: string, options: CheckOptions = {}): Promise<City> {
  const inspection = await inspectCity(path);
  if (inspection.city !== null) return inspection.city;
  const { language = "en", kernel } = options;
  for (const part of checkShown(inspection, language)) await show(part, kernel);
  const count = inspection.problems.length;
  throw new CellStop(
    "CityError",
    `Cannot open city "${path}" as nothing may be left to correct: ${count} ` +
      `${count === 1 ? "place" : "places"}, in the table above`,
  );
}

/**
 * Copies the tables of a city into a folder, to be changed there, with the outlines of its districts;
 * files of the same names are replaced.
 *
 * @param from Folder or workbook of the city.
 * @param to Folder; made when it is not there.
 *
 * @example The copy is a city too
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { copyCity, openCity } from "./own_city.ts";
 *
 * const folder = await Deno.makeTempDir();
 * await copyCity("../data/training_grid", folder);
 * const { grids, outlines } = await openCity(folder);
 * assertEquals([grids.length, outlines.length], [1, 1]);
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export async function copyCity(from: string, to: string): Promise<void> {
  const city = await loadCity(from);
  await Deno.mkdir(to, { recursive: true });
  for (const table of cityRows(city)) {
    await Deno.writeTextFile(join(to, `${table.name}.csv`), csvOf(table));
  }
  const outlines = outlinesText(city.outlines);
  if (outlines !== "") await Deno.writeTextFile(join(to, "outlines.geojson"), outlines);
}

/**
 * What the tables of a city are to hold.
 *
 * @param language Language of the texts.
 * @param table Table, e.g. `wards`; all of them when left out.
 * @returns One row per column of a table, columns table, column, meaning, unit, allowed, required and
 * example.
 * @throws {RangeError} When there is no such table.
 *
 * @example Beds of a ward
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { rowsOf } from "./frames.ts";
 * import { dictionaryFrame } from "./own_city.ts";
 *
 * const beds = rowsOf(dictionaryFrame("en", "wards")).find(({ column }) => column === "beds");
 * assertEquals(beds?.required, "yes");
 * ```
 */
export function dictionaryFrame(language: PlannerLanguage, table?: string): Frame {
  const [yes, no] = language === "zh" ? ["是", "否"] : ["yes", "no"];
  const known = cityDictionary();
  const wanted = known.filter(({ name }) => table === undefined || name === table);
  if (wanted.length === 0) {
    throw new RangeError(
      `Cannot explain table "${table}" as it must be one of ` +
        `${known.map(({ name }) => name).join(", ")}`,
    );
  }
  return frameOf(wanted.flatMap(({ name, columns }) =>
    columns.map((column) => ({
      table: name,
      column: column.name,
      meaning: column.meaning[language],
      unit: column.unit,
      allowed: column.allowed[language],
      required: column.required ? yes : no,
      example: column.example,
    }))
  ));
}

/**
 * The totals of a city, beside published figures where its tables have them.
 *
 * @param city City.
 * @returns One row per total, columns quantity, unit, tables, published, year and note.
 *
 * @example The residents of the training grid
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { rowsOf } from "./frames.ts";
 * import { cityTotalsFrame, openCity } from "./own_city.ts";
 *
 * const rows = rowsOf(cityTotalsFrame(await openCity("../data/training_grid")));
 * assertEquals(rows.find(({ quantity }) => quantity === "population")?.tables, 100_000);
 * ```
 */
export function cityTotalsFrame(city: City): Frame {
  return frameOf(
    describeCity(city).map(({ quantity, unit, ours, published, year, note }) => ({
      quantity,
      unit,
      tables: ours ?? NaN,
      published: published ?? NaN,
      year,
      note,
    })),
  );
}
