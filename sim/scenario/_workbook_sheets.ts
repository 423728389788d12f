/** The sheets of a workbook of tables: header, widths, lists to choose from, bounds, prompts. */
import type { DataValidation, WriteSheet } from "hucre/xlsx";
import type { PlannerLanguage } from "./planner_language.ts";
import { letters } from "./_sheet_cells.ts";
import type { TableRows } from "./city_rows.ts";
import type { DictionaryColumn, DictionaryTable } from "./dictionary.ts";

/** Rows that a blank sheet prepares, so that text is kept as it is typed [rows]. */
const PREPARED = 200;
/** Last row that lists and bounds apply to [-]. */
const LAST = 5000;
/** Longest title and text of a prompt that spreadsheets take [characters]. */
const TITLE = 32;
const PROMPT = 255;
const HEAD = {
  font: { bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "DDEBF7" } },
} as const;
const WRAPPED = { alignment: { wrapText: true, vertical: "top" } } as const;

/** A sheet with text: the first row is the head when it is a table. */
export function textSheet(
  name: string,
  rows: readonly (readonly string[])[],
  { widths, head }: { widths: readonly number[]; head: boolean },
): WriteSheet {
  const bold = { style: HEAD };
  return {
    name,
    rows: rows.map((row) => [...row]),
    columns: widths.map((width) => ({ width, style: WRAPPED })),
    cells: new Map(rows[0].map((_, column) => [`0,${column}`, head ? bold : { style: WRAPPED }])),
    ...(head && { freezePane: { rows: 1 } }),
  };
}

/** A sheet to be filled with the rows of a table. */
export function tableSheet(
  { header, rows }: TableRows,
  { table, language, sheetOf }: {
    table: DictionaryTable;
    language: PlannerLanguage;
    sheetOf: (table: string) => string;
  },
): WriteSheet {
  const blank = Array.from(
    { length: Math.max(0, PREPARED - rows.length) },
    () => header.map(() => null),
  );
  return {
    name: sheetOf(table.name),
    rows: [
      [...header],
      ...rows.map((row) => row.map((cell) => cell === "" ? null : cell)),
      ...blank,
    ],
    columns: table.columns.map((column) => ({
      width: Math.max(12, column.name.length + 2),
      ...(column.bounds === null && { style: { numFmt: "@" } }),
    })),
    cells: new Map(header.map((_, column) => [`0,${column}`, { style: HEAD }])),
    freezePane: { rows: 1 },
    dataValidations: table.columns.map((column, index) =>
      validationOf(column, { index, language, sheetOf })
    ),
  };
}

/** What a spreadsheet offers, refuses and says at a cell of a column. */
function validationOf(
  column: DictionaryColumn,
  { index, language, sheetOf }: {
    index: number;
    language: PlannerLanguage;
    sheetOf: (table: string) => string;
  },
): DataValidation {
  const letter = letters(index);
  const unit = /^-?$/.test(column.unit) ? "" : ` [${column.unit}]`;
  const prompt = `${column.meaning[language]}${unit}\n${column.allowed[language]}`;
  return {
    ...limitsOf(column, sheetOf),
    range: `${letter}2:${letter}${LAST}`,
    allowBlank: true,
    showInputMessage: true,
    inputTitle: column.name.slice(0, TITLE),
    inputMessage: prompt.slice(0, PROMPT),
    showErrorMessage: column.bounds !== null || (column.names.length > 0 && !column.several),
    errorTitle: column.name.slice(0, TITLE),
    errorMessage: column.allowed[language].slice(0, PROMPT),
  };
}

type Limits = Pick<DataValidation, "type" | "operator" | "formula1" | "formula2" | "values">;

function limitsOf(column: DictionaryColumn, sheetOf: (table: string) => string): Limits {
  const { names, several, bounds, refersTo } = column;
  if (refersTo !== "") return { type: "list", formula1: `'${sheetOf(refersTo)}'!$A$2:$A$${LAST}` };
  if (names.length > 0 && !several) return { type: "list", values: [...names] };
  if (bounds === null || bounds.min === -Infinity) {
    return { type: "textLength", operator: "lessThanOrEqual", formula1: "1000" };
  }
  const type = bounds.integer ? "whole" : "decimal";
  return bounds.max === Infinity
    ? { type, operator: "greaterThanOrEqual", formula1: String(bounds.min) }
    : {
      type,
      operator: "between",
      formula1: String(bounds.min),
      formula2: String(bounds.max),
    };
}
