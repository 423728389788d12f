/**
 * The summary tables of a result folder as one workbook: a sheet for each table, the first row frozen,
 * units in the headers. Text is text whatever it begins with: no cell is a formula.
 */
import type { Manifest } from "../../experiment/results/mod.ts";
import { sheetWorkbook } from "../../scenario/mod.ts";
import type { ExportedFile } from "./exported_file.ts";
import { changesTable, factsTable, provenanceTable, scenariosTable } from "./_manifest_tables.ts";
import { tablesIn } from "./_result_tables.ts";
import { sheetOf } from "./_sheets.ts";

/** Tables of the folder that are sheets, where the folder has them. */
const SUMMARIES: ReadonlySet<string> = new Set([
  "comparison",
  "pairs",
  "restoration",
  "monitoring",
  "exceedance",
  "precision",
  "curves",
  "flows",
]);
/** About how much smaller tables are in a workbook [-], and about what its other sheets need [B]. */
const SHARE = 0.3;
const OTHERS = 60_000;

/**
 * The workbook `results.xlsx` of a result folder: what was run (`about`, `scenarios`, `changes`), the
 * summary tables that the folder has, and the provenance of every number.
 *
 * @param folder Result folder.
 * @param manifest Its manifest.
 * @returns The file, not made yet.
 *
 * @example One workbook
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { excelFiles } from "./mod.ts";
 * const [{ name }] = excelFiles("/nowhere", TINY_RESULT_SET.manifest);
 * assertEquals(name, "results.xlsx");
 * ```
 */
export function excelFiles(folder: string, manifest: Manifest): ExportedFile[] {
  const summaries = tablesIn(folder, manifest).filter(({ name }) => SUMMARIES.has(name));
  const bytes = summaries.reduce((sum, table) => sum + table.bytes, 0);
  return [{
    name: "results.xlsx",
    expected: OTHERS + SHARE * bytes,
    pieces: async function* () {
      const tables = [
        factsTable(manifest),
        scenariosTable(manifest),
        changesTable(manifest),
        ...summaries,
        provenanceTable(manifest),
      ];
      const sheets = tables.map(sheetOf).filter(({ rows }) => rows.length > 0);
      yield await sheetWorkbook(sheets);
    },
  }];
}
