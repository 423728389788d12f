/** Writes the tables of a city as one workbook with instructions and a dictionary. */
import { tableSheet, textSheet } from "./_workbook_sheets.ts";
import type { PlannerLanguage } from "./planner_language.ts";
import type { TableRows } from "./city_rows.ts";
import { cityDictionary, type DictionaryTable } from "./dictionary.ts";

/** When every workbook says that it was made, so that equal tables give equal bytes. */
const MADE = new Date(Date.UTC(2000, 0, 1));

/** What a workbook is to say beside its tables. */
export interface WorkbookOptions {
  /** Language of sheets' names, instructions and prompts; headers are the same in both. */
  readonly language: PlannerLanguage;
  /** Lines of the first sheet. */
  readonly instructions: readonly string[];
}

/**
 * A workbook (`.xlsx`) with a first sheet of instructions, a sheet for each table and the dictionary.
 *
 * Cells offer the names of closed lists and of other sheets, and say what their column means. Text
 * columns are formatted as text, so that a spreadsheet keeps `001` and `3-11` as they are typed.
 *
 * @param tables Tables.
 * @param options Language and instructions.
 * @returns Bytes of the file, the same for the same input.
 *
 * @example A workbook is a ZIP archive
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { blankRows, workbookOf } from "./mod.ts";
 *
 * const bytes = await workbookOf(blankRows(), { language: "en", instructions: ["Fill in."] });
 * assertEquals([...bytes.slice(0, 2)], [0x50, 0x4b]);
 * ```
 */
export async function workbookOf(
  tables: readonly TableRows[],
  { language, instructions }: WorkbookOptions,
): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx");
  const dictionary = cityDictionary();
  const entryOf = (name: string) => dictionary.find((table) => table.name === name)!;
  const sheetOf = (name: string) => language === "zh" ? entryOf(name).sheetZh : name;
  const lines = instructions.map((line) => [line]);
  const zh = language === "zh";
  const sheets = [
    textSheet(zh ? "说明" : "Read me", lines, { widths: [100], head: false }),
    ...tables.map((table) => {
      return tableSheet(table, { table: entryOf(table.name), language, sheetOf });
    }),
    textSheet(zh ? "字典" : "Dictionary", dictionaryLines(dictionary), {
      widths: [14, 18, 44, 44, 10, 40, 30, 10, 24],
      head: true,
    }),
  ];
  return await writeXlsx({ sheets, properties: { created: MADE, modified: MADE } });
}

/** The dictionary in both languages, one line for each column. */
function dictionaryLines(dictionary: readonly DictionaryTable[]): string[][] {
  const head = "table,column,meaning,含义,unit 单位,allowed,可填内容,required 必填,example 示例";
  return [
    head.split(","),
    ...dictionary.flatMap((table) =>
      table.columns.map(({ name, meaning, unit, allowed, required, example }) => [
        table.name,
        name,
        meaning.en,
        meaning.zh,
        unit,
        allowed.en,
        allowed.zh,
        required ? "yes 是" : "no 否",
        example,
      ])
    ),
  ];
}
