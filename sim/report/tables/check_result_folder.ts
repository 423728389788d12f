/** Whether results may take the place of what stands at a path. */
import { join, resolve } from "@std/path";
import { unlessGone } from "./_whole_folder.ts";
import { isManifest } from "./manifest_json.ts";
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

/** Files that the program writes into a result folder. */
const OURS: ReadonlySet<string> = new Set([
  "manifest.json",
  MEASURES_TABLE.file,
  SERIES_TABLE.file,
  BANDS_TABLE.file,
  COMPARISON_TABLE.file,
  PAIRS_TABLE.file,
  EXCEEDANCE_TABLE.file,
  PRECISION_TABLE.file,
  PARAMETERS_TABLE.file,
  START_TABLE.file,
  RESTORATION_TABLE.file,
  MONITORING_TABLE.file,
  FACILITY_DAYS_TABLE.file,
  CURVES_TABLE.file,
  FLOWS_TABLE.file,
  "report.html",
  "method.md",
  "method.zh.md",
  "CITATION.cff",
  // Left by the file managers of three systems, unasked.
  ".DS_Store",
  "Thumbs.db",
  "desktop.ini",
]);
/** Event logs and tables of moves, one for each scenario; one that was interrupted ends in `.part`. */
const EVENT_LOG = /^(events|moves)_.+\.csv(\.part)?$/;
/** So many foreign files are named; of the rest, the number. */
const NAMED = 3;

/**
 * Checks that results may be written to a folder: it is not there, is empty, or holds results and
 * nothing else, since all that is in it is replaced. A folder inside it, or a link, is something else.
 *
 * @param folder Path of the folder.
 * @param further Names of further files that are about to be written, and may be replaced.
 * @throws {Error} If something else than a result folder stands there, or it holds files that no
 * result folder has, such as notes or a store; the first few are named.
 *
 * @example A folder that is not there yet
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkResultFolder } from "./mod.ts";
 * assertEquals(checkResultFolder("/nowhere/yet"), undefined);
 * ```
 */
export function checkResultFolder(folder: string, further: readonly string[] = []): void {
  const target = resolve(folder);
  for (;;) {
    const before = identityOf(target);
    const problem = problemOf(target, further);
    if (problem === "") return;
    // Seen while another writer's results took this place: what stands there now is another folder.
    if (identityOf(target) !== before) continue;
    throw new Error(`Cannot write results to "${folder}" as ${problem}`);
  }
}

function identityOf(target: string): string {
  const found = unlessGone(() => Deno.lstatSync(target));
  return found === undefined ? "" : `${found.ino} ${found.mtime?.getTime()}`;
}

/** Why nothing may be written to a path; empty when it may. */
function problemOf(target: string, further: readonly string[]): string {
  const found = unlessGone(() => Deno.lstatSync(target));
  if (found === undefined) return "";
  if (!found.isDirectory) return "it must be a folder: current path is a file or link";
  const entries = unlessGone(() => [...Deno.readDirSync(target)]) ?? [];
  if (entries.length === 0) return "";
  if (!isResultFolder(target, entries)) {
    return "only an empty or a result folder is replaced: " +
      `current folder holds ${entries.length} entries, no manifest of results among them`;
  }
  const foreign = entries.filter(({ name, isFile }) =>
    !isFile || !(OURS.has(name) || EVENT_LOG.test(name) || further.includes(name))
  ).map(({ name }) => `"${name}"`).sort();
  if (foreign.length === 0) return "";
  const more = foreign.length > NAMED ? ` and ${foreign.length - NAMED} more` : "";
  return "all that is in a result folder is replaced, and other files would be lost: " +
    `current folder also holds ${foreign.slice(0, NAMED).join(", ")}${more}`;
}

function isResultFolder(target: string, entries: readonly Deno.DirEntry[]): boolean {
  if (!entries.some(({ name, isFile }) => isFile && name === "manifest.json")) return false;
  return isManifest(unlessGone(() => Deno.readTextFileSync(join(target, "manifest.json"))) ?? "");
}
