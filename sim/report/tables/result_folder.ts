/**
 * The result folder on disk.
 *
 * All files are written to a hidden folder beside the target, which then takes the target's name in
 * one rename: a reader sees the old results or the new, never a half. What an interrupted writer
 * leaves behind is the hidden folder, which the next one clears.
 */
import { basename, dirname, join, resolve } from "@std/path";
import type { ResultSet } from "../../experiment/mod.ts";
import { comparisonToCsv, parseComparison } from "./comparison_csv.ts";
import { manifestToJson, parseManifest } from "./manifest_json.ts";
import { measuresToCsv, parseMeasures } from "./measures_csv.ts";
import { parseSeries, seriesToCsv } from "./series_csv.ts";

/** What goes into a result folder beside its tables. */
export interface WriteOptions {
  /** Further files by name, such as `report.html`. */
  readonly extra?: { readonly [name: string]: string };
}

/**
 * Writes a result folder, whole or not at all. A result folder that stands there is replaced; an
 * empty folder too; nothing else is.
 *
 * Needs permission to read and write the folder that holds `folder`.
 *
 * @param set Results.
 * @param folder Path of the folder; folders above it are made.
 * @param options Further files.
 * @throws {Error} If something else than a result folder stands there.
 *
 * @example Written and read
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readResultFolder, TINY_RESULT_SET, writeResultFolder } from "./mod.ts";
 * const folder = Deno.makeTempDirSync();
 * writeResultFolder(TINY_RESULT_SET, folder);
 * assertEquals(readResultFolder(folder), TINY_RESULT_SET);
 * Deno.removeSync(folder, { recursive: true });
 * ```
 */
export function writeResultFolder(
  set: ResultSet,
  folder: string,
  { extra = {} }: WriteOptions = {},
): void {
  const target = resolve(folder);
  refuseForeign(target, folder);
  const partial = join(dirname(target), `.${basename(target)}.gridcare-partial`);
  const former = join(dirname(target), `.${basename(target)}.gridcare-former`);
  Deno.mkdirSync(dirname(target), { recursive: true });
  remove(partial);
  try {
    Deno.mkdirSync(partial);
    for (const [name, content] of Object.entries({ ...extra, ...filesOf(set) })) {
      Deno.writeTextFileSync(join(partial, name), content);
    }
    remove(former);
    if (exists(target)) Deno.renameSync(target, former);
    Deno.renameSync(partial, target);
  } catch (error) {
    if (!exists(target) && exists(former)) Deno.renameSync(former, target);
    remove(partial);
    throw error;
  }
  remove(former);
}

/**
 * Reads a result folder.
 *
 * @param folder Path of the folder.
 * @returns Results, numbers at ten significant digits.
 * @throws {Error} If a file is missing.
 * @throws {SyntaxError} If a file is not what it should be.
 *
 * @example A folder that is none
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { readResultFolder } from "./mod.ts";
 * assertThrows(() => readResultFolder("/nowhere"), Error, "Cannot read result folder");
 * ```
 */
export function readResultFolder(folder: string): ResultSet {
  const names = ["manifest.json", "measures.csv", "series.csv", "comparison.csv"];
  const missing = names.filter((name) => !exists(join(folder, name)));
  if (missing.length > 0) {
    throw new Error(
      `Cannot read result folder "${folder}" as it must hold ${names.join(", ")}: missing are ${
        missing.join(", ")
      }`,
    );
  }
  const [manifest, measures, series, comparison] = names.map((name) => {
    const file = join(folder, name);
    return { file, content: Deno.readTextFileSync(file) };
  });
  return {
    manifest: parseManifest(manifest.content, manifest.file),
    measures: parseMeasures(measures.content, measures.file),
    series: parseSeries(series.content, series.file),
    comparison: parseComparison(comparison.content, comparison.file),
  };
}

function filesOf(set: ResultSet): { [name: string]: string } {
  return {
    "manifest.json": manifestToJson(set.manifest),
    "measures.csv": measuresToCsv(set.measures),
    "series.csv": seriesToCsv(set.series),
    "comparison.csv": comparisonToCsv(set.comparison),
  };
}

/**
 * Checks that results may be written to a folder: it is not there, is empty, or holds results.
 *
 * @param folder Path of the folder.
 * @throws {Error} If something else than a result folder stands there.
 *
 * @example A folder that is not there yet
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkResultFolder } from "./mod.ts";
 * assertEquals(checkResultFolder("/nowhere/yet"), undefined);
 * ```
 */
export function checkResultFolder(folder: string): void {
  refuseForeign(resolve(folder), folder);
}

function refuseForeign(target: string, folder: string): void {
  if (!exists(target)) return;
  if (!Deno.lstatSync(target).isDirectory) {
    throw new Error(
      `Cannot write results to "${folder}" as it must be a folder: current path is a file or link`,
    );
  }
  const entries = [...Deno.readDirSync(target)].map((entry) => entry.name);
  if (entries.length === 0 || isResultFolder(target)) return;
  throw new Error(
    `Cannot write results to "${folder}" as only an empty or a result folder is replaced: ` +
      `current folder holds ${entries.length} entries, no manifest of results among them`,
  );
}

function isResultFolder(target: string): boolean {
  const file = join(target, "manifest.json");
  if (!exists(file)) return false;
  try {
    parseManifest(Deno.readTextFileSync(file), file);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function exists(path: string): boolean {
  try {
    Deno.lstatSync(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

function remove(path: string): void {
  if (exists(path)) Deno.removeSync(path, { recursive: true });
}
