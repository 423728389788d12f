/** The check of a planner's tables: every problem with its place, then what is unusual. */
import type { BilingualName, City } from "../domain/city/mod.ts";
import { baseNeeds } from "./_base_needs.ts";
import type { ReadTables } from "./_city_tables.ts";
import { MAX_BYTES, type Reading } from "./_files.ts";
import { hintOf } from "./_problem_hint.ts";
import { ruleZh, valueEn, valueZh } from "./_rules_zh.ts";
import { letters } from "./_sheet_cells.ts";
import { unusualIn } from "./_unusual.ts";
import type { Found } from "./_unusual_form.ts";
import { readCityAndTables } from "./city_folder.ts";
import type { LoadOptions } from "./city_folder.ts";
import { cityDictionary, type DictionaryTable } from "./dictionary.ts";
import { type Issue, IssueList } from "./error.ts";

/** Where a problem stands, as a planner sees it. */
export interface PlannerPlace {
  /** File. */
  readonly file: string;
  /** Sheet of a workbook; empty for other files. */
  readonly sheet: string;
  /** Row of the sheet or line of the file [-], from 1; 0 for the whole. */
  readonly row: number;
  /** Letters of the column; empty when it is no single one. */
  readonly letter: string;
  /** Name of the column; empty when it is no single one. */
  readonly column: string;
  /** What the column means; empty when it is not known. */
  readonly meaning: BilingualName;
}

/** Something that must be corrected. */
export interface CityProblem extends PlannerPlace {
  /** What is expected. */
  readonly rule: BilingualName;
  /** What was found; empty when there is nothing to show. */
  readonly found: BilingualName;
  /** Nearest valid name; empty without one. */
  readonly nearest: string;
  /** What may have happened; empty when it is not known. */
  readonly hint: BilingualName;
}

/** Something to look at once more. */
export interface UnusualValue {
  /** Where it stands. */
  readonly place: PlannerPlace;
  /** What is unusual. */
  readonly message: BilingualName;
}

/** What a check found. */
export interface CityInspection {
  /** Problems, in the order of the tables and rows. */
  readonly problems: readonly CityProblem[];
  /** Unusual values; only looked for without problems. */
  readonly unusual: readonly UnusualValue[];
  /** Sheets that are no tables. */
  readonly ignored: readonly string[];
  /** The city; null with problems. */
  readonly city: City | null;
}

const NOTHING: BilingualName = { en: "", zh: "" };

/**
 * Checks the tables of a city, in a folder or a workbook, for the one who fills them.
 *
 * @param path Folder with the tables, or workbook.
 * @param options Largest size of a file.
 * @returns Every problem at once; without any, what is unusual.
 *
 * @example A city without problems
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { inspectCity } from "./mod.ts";
 *
 * const { problems, city } = await inspectCity("data/training_city");
 * assertEquals([problems.length, city?.grids.length], [0, 3]);
 * ```
 */
export async function inspectCity(
  path: string,
  options: LoadOptions = {},
): Promise<CityInspection> {
  const headers = new Map<string, readonly string[]>();
  const ignored: string[] = [];
  const issues = new IssueList();
  const reading: Reading = { issues, maxBytes: options.maxBytes ?? MAX_BYTES, headers, ignored };
  const read = await readCityAndTables(path, reading);
  const dictionary = cityDictionary();
  const problems = issues.inOrder().map((issue) => problemOf(issue, { headers, dictionary }));
  if (read === undefined) return { problems, unusual: [], ignored, city: null };
  const known = { headers, dictionary };
  const unusual = unusualIn(read.city, await baseNeeds()).map((found) => ({
    place: placeOf(read.tables, found, known),
    message: { en: found.en, zh: found.zh },
  }));
  return { problems, unusual, ignored, city: read.city };
}

interface Known {
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly dictionary: readonly DictionaryTable[];
}

function problemOf(issue: Issue, { headers, dictionary }: Known): CityProblem {
  const [, table = "", named = ""] = /^(\w+)\[\d+\](?:\.(\w+))?/.exec(issue.path) ?? [];
  const header = headers.get(issue.file);
  const column = named !== "" || header === undefined ? named : headerColumn(issue, header);
  const at = header?.indexOf(column) ?? -1;
  const wanted = table || tableIn(issue.file);
  const entry = dictionary.find(({ name, sheetZh }) => name === wanted || sheetZh === wanted);
  const known = entry?.columns.find(({ name }) => name === column);
  return {
    ...split(issue.file),
    row: issue.line,
    letter: at < 0 ? "" : letters(at),
    column: at < 0 && known === undefined ? "" : column,
    meaning: known?.meaning ?? NOTHING,
    rule: { en: issue.rule, zh: ruleZh(issue.rule) },
    found: { en: valueEn(issue.value), zh: valueZh(issue.value) },
    nearest: issue.nearest ?? "",
    hint: hintOf(issue, column),
  };
}

/** The column that an issue about a header is about. */
function headerColumn({ line, path }: Issue, header: readonly string[]): string {
  return line === 1 || header.includes(path) ? path : "";
}

/** Sheet and file of `city.xlsx#grids`. */
function split(file: string): { file: string; sheet: string } {
  const [, book = file, sheet = ""] = /^(.*\.xls[xm])#(.*)$/i.exec(file) ?? [];
  return { file: book, sheet };
}

/** The table that a file or sheet is named after. */
function tableIn(file: string): string {
  return /([^/\\#]+?)(?:\.csv)?$/.exec(file)?.[1] ?? "";
}

function placeOf(
  tables: ReadTables,
  { table, rows, column = "" }: Found,
  { headers, dictionary }: Known,
): PlannerPlace {
  const { file, lineOf } = tables[table];
  const row = rows.length === 0 ? 0 : lineOf(rows[0]);
  const at = headers.get(file)?.indexOf(column) ?? -1;
  const entry = dictionary.find(({ name }) => name === table);
  const meaning = entry?.columns.find(({ name }) => name === column)?.meaning ?? NOTHING;
  return { ...split(file), row, letter: at < 0 ? "" : letters(at), column, meaning };
}
