/** Exports a result folder: which files, where to, and what is refused. */
import { basename, dirname, isAbsolute, join, relative, resolve } from "@std/path";
import type { Manifest } from "../../experiment/results/mod.ts";
import { COMPARISON_TABLE, readManifest } from "../tables/mod.ts";
import { excelFiles } from "./excel.ts";
import type { ExportedFile } from "./exported_file.ts";
import { geojsonFiles } from "./geojson.ts";
import { ocelFiles } from "./ocel.ts";
import { parquetFiles } from "./parquet.ts";
import { exists, writeStaged } from "./_staging.ts";
import { xesFiles } from "./xes.ts";

/** Formats of exports. */
export const EXPORT_FORMATS = ["parquet", "excel", "xes", "ocel", "geojson"] as const;
/** Name of a format. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What is exported, and where to. */
export interface ExportOptions {
  /** Formats, each once. */
  readonly formats: readonly ExportFormat[];
  /** Folder for the files; made when it is not there. */
  readonly out: string;
  /** Whether files of the same names are replaced; refused when left out. */
  readonly replace?: boolean;
  /** Stops the export; nothing is left. */
  readonly signal?: AbortSignal;
  /**
   * Told how far it has come.
   *
   * @param share Share done, about [-].
   */
  readonly onProgress?: (share: number) => void;
}

/** A file that was exported. */
export interface Exported {
  /** Path. */
  readonly path: string;
  /** Size [B]. */
  readonly bytes: number;
}

/** What the formats make of a folder. */
const MAKERS: Readonly<
  Record<ExportFormat, (folder: string, manifest: Manifest) => readonly ExportedFile[]>
> = {
  parquet: parquetFiles,
  excel: excelFiles,
  xes: xesFiles,
  ocel: ocelFiles,
  geojson: (folder, manifest) => {
    const path = join(folder, COMPARISON_TABLE.file);
    return exists(path) ? geojsonFiles(manifest, COMPARISON_TABLE.read(path)) : [];
  },
};

/** What a folder lacks when a format makes nothing of it. */
const LACKS: Readonly<Record<ExportFormat, string>> = {
  parquet: "tables of results",
  excel: "tables of results",
  xes: "an event log: there is no events_<scenario>.csv, which a run with --log makes",
  ocel: "an event log: there is no events_<scenario>.csv, which a run with --log makes",
  geojson: `${COMPARISON_TABLE.file}: there is none`,
};

/**
 * Exports a result folder into files for other programs. All of them appear when the last one is
 * whole; when anything fails, none does. The same results give the same bytes.
 *
 * Tables and logs are read as files are written, so that results of any size need little memory, but
 * for a workbook, which is held whole.
 *
 * @param folder Result folder.
 * @param options Formats and where to.
 * @returns Files in the order of the formats.
 * @throws {RangeError} If the folder lacks what a format needs, or a file would be replaced or would lie in
 * the result folder.
 * @throws {SyntaxError} If a table or a log is not what it should be, with file, line, rule and value.
 * @throws {Error} If the folder holds no results, or the disk refuses.
 *
 * @example Parquet
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET, writeResultFolder } from "../tables/mod.ts";
 * import { exportFolder } from "./mod.ts";
 * const folder = Deno.makeTempDirSync();
 * writeResultFolder(TINY_RESULT_SET, `${folder}/results`);
 * const options = { formats: ["geojson"], out: `${folder}/maps` } as const;
 * const [{ path }] = await exportFolder(`${folder}/results`, options);
 * assertEquals(path, `${folder}/maps/grids_plan.geojson`);
 * Deno.removeSync(folder, { recursive: true });
 * ```
 */
export async function exportFolder(
  folder: string,
  { formats, out, replace = false, signal, onProgress = () => {} }: ExportOptions,
): Promise<Exported[]> {
  const manifest = readManifest(folder);
  const files = formats.flatMap((format) => filesOf(format, folder, manifest));
  checkPlace(folder, out);
  checkNames(files, out, replace);
  const sizes = new Map<ExportedFile, number>();
  const sum = (some: readonly ExportedFile[]) => some.reduce((all, file) => all + file.expected, 0);
  await writeStaged(resolve(out), files, {
    ...(signal !== undefined && { signal }),
    onWritten: (file, bytes) => {
      const size = (sizes.get(file) ?? 0) + bytes;
      sizes.set(file, size);
      const before = sum(files.slice(0, files.indexOf(file)));
      onProgress((before + Math.min(file.expected, size)) / sum(files));
    },
  });
  return files.map((file) => ({ path: join(out, file.name), bytes: sizes.get(file) ?? 0 }));
}

function filesOf(
  format: ExportFormat,
  folder: string,
  manifest: Manifest,
): readonly ExportedFile[] {
  const files = MAKERS[format](folder, manifest);
  if (files.length > 0) return files;
  throw new RangeError(`Cannot export "${folder}" as ${format} as it must hold ${LACKS[format]}`);
}

/** A result folder is replaced whole, so nothing that is to stay may lie in it. */
function checkPlace(folder: string, out: string): void {
  const real = (path: string): string =>
    exists(path) ? Deno.realPathSync(path) : join(real(dirname(path)), basename(path));
  const way = relative(real(resolve(folder)), real(resolve(out)));
  if (/^\.\.(?:[/\\]|$)/.test(way) || isAbsolute(way)) return;
  throw new RangeError(
    `Cannot export to "${out}" as it must lie outside the result folder, which runs replace: current ` +
      `result folder is "${folder}"`,
  );
}

function checkNames(files: readonly ExportedFile[], out: string, replace: boolean): void {
  if (exists(out) && !Deno.statSync(out).isDirectory) {
    throw new RangeError(
      `Cannot export to "${out}" as it must be a folder: current path is a file`,
    );
  }
  const there = files.map(({ name }) => name).filter((name) => {
    const path = join(out, name);
    return exists(path) && !(replace && Deno.lstatSync(path).isFile);
  });
  if (there.length === 0) return;
  const names = there.map((name) => `"${name}"`).join(", ");
  const rule = replace
    ? "only files are replaced, no folder and no link"
    : "files are replaced only when asked to";
  throw new RangeError(`Cannot export to "${out}" as ${rule}: already there is ${names}`);
}
