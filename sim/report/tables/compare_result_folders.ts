/** Whether two result folders hold the same, and where they differ. */
import { join } from "@std/path";
import { firstOtherByte, manifestDifference, tableDifference } from "./_differences.ts";
import {
  BANDS_TABLE,
  COMPARISON_TABLE,
  CURVES_TABLE,
  EXCEEDANCE_TABLE,
  FACILITY_DAYS_TABLE,
  FLOWS_TABLE,
  MEASURES_TABLE,
  MONITORING_TABLE,
  PAIRS_TABLE,
  PARAMETERS_TABLE,
  PRECISION_TABLE,
  RESTORATION_TABLE,
  SERIES_TABLE,
  START_TABLE,
} from "./result_tables.ts";

const TABLES = [
  MEASURES_TABLE,
  SERIES_TABLE,
  BANDS_TABLE,
  COMPARISON_TABLE,
  PAIRS_TABLE,
  EXCEEDANCE_TABLE,
  PRECISION_TABLE,
  PARAMETERS_TABLE,
  START_TABLE,
  RESTORATION_TABLE,
  MONITORING_TABLE,
  FACILITY_DAYS_TABLE,
  CURVES_TABLE,
  FLOWS_TABLE,
];

/**
 * Compares two result folders file by file, with little memory.
 *
 * Files are compared byte by byte. Of a table that differs, rows are then compared in their order:
 * how many differ, where the first does, and the largest relative difference of two numbers,
 * |x − y| ÷ max(|x|, |y|). Of the manifest `clock` is left out. Hidden files, which file managers
 * leave behind, are passed over; so is what stands in folders within.
 *
 * @param a Path of a folder.
 * @param b Path of another.
 * @returns One line per file that differs, by name; none when the folders hold the same.
 * @throws {Error} If one is no folder.
 *
 * @example The same, and another seed
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { compareResultFolders, TINY_RESULT_SET, writeResultFolder } from "./mod.ts";
 * const folder = Deno.makeTempDirSync();
 * const { manifest } = TINY_RESULT_SET;
 * writeResultFolder(TINY_RESULT_SET, `${folder}/a`);
 * writeResultFolder({ ...TINY_RESULT_SET, manifest: { ...manifest, seed: "2" } }, `${folder}/b`);
 * assertEquals(compareResultFolders(`${folder}/a`, `${folder}/a`), []);
 * assertEquals(compareResultFolders(`${folder}/a`, `${folder}/b`), [
 *   'manifest.json: 1 value differs: seed is "1" and "2"',
 * ]);
 * Deno.removeSync(folder, { recursive: true });
 * ```
 */
export function compareResultFolders(a: string, b: string): string[] {
  const [inA, inB] = [a, b].map(filesIn);
  return [...new Set([...inA, ...inB])].sort().flatMap((name) => {
    if (!inA.has(name)) return [`${name}: only in "${b}"`];
    if (!inB.has(name)) return [`${name}: only in "${a}"`];
    const difference = differenceOf(name, join(a, name), join(b, name));
    return difference === "" ? [] : [`${name}: ${difference}`];
  });
}

function differenceOf(name: string, a: string, b: string): string {
  if (name === "manifest.json") return manifestDifference(a, b);
  const byte = firstOtherByte(a, b);
  if (byte === undefined) return "";
  const table = TABLES.find(({ file }) => file === name);
  if (table === undefined) {
    const [here, there] = [a, b].map((path) => Deno.statSync(path).size);
    return `${here} and ${there} bytes, the first that differs is byte ${byte}`;
  }
  const numeric = table.columns.filter(({ holds }) => holds === "numbers");
  return tableDifference([a, b], new Set(numeric.map(({ heading }) => heading)));
}

function filesIn(folder: string): ReadonlySet<string> {
  try {
    const names = [...Deno.readDirSync(folder)].map(({ name }) => name);
    return new Set(
      names.filter((name) => !name.startsWith(".") && Deno.statSync(join(folder, name)).isFile),
    );
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Cannot compare result folder "${folder}": ${why}`, { cause });
  }
}
