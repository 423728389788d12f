/** `export`: a result folder → files for other programs. */
import { basename, resolve } from "@std/path";
import { Command, Option } from "commander";
import { EXPORT_FORMATS, exportFolder, type ExportFormat, readManifest } from "../report/mod.ts";
import { InputError, Interrupted } from "./exit.ts";
import { onInterrupt } from "./on_interrupt.ts";
import { Progress } from "./progress.ts";

interface Asked {
  readonly as: readonly ExportFormat[];
  readonly out?: string;
  readonly replace: boolean;
}

const FORMATS = `
Formats:
  parquet  every table with typed columns, the event logs too: pandas, R, DuckDB
  excel    one workbook (results.xlsx) of the summary tables, units in the headers
  xes      event logs, a trace for each patient (IEEE 1849-2016): ProM, pm4py
  ocel     event logs by patient, facility, ward, vehicle and grid (OCEL 2.0, JSON)
  geojson  maps of grids with the measures by grid, and of districts: QGIS, geopandas

Event logs are there when the run had --log. Times of events are those of China, UTC+8.`;

/**
 * The command `export`.
 *
 * @returns The command.
 */
export function exportCommand(): Command {
  return new Command("export")
    .description(
      "Writes a result folder as files for other programs, all whole or none; reads the folder and runs " +
        "nothing.",
    )
    .argument("<folder>", "result folder made by `run` or `compare`")
    .addOption(
      new Option("--as <format...>", "formats, one or several").choices(EXPORT_FORMATS)
        .makeOptionMandatory(),
    )
    .option(
      "-o, --out <folder>",
      "folder for the files (default: the result folder's name, _export)",
    )
    .option("--replace", "replace files of the same names", false)
    .addHelpText("after", FORMATS)
    .action(exportResults);
}

async function exportResults(folder: string, { as, out, replace }: Asked): Promise<void> {
  orBadInput(() => readManifest(folder));
  const stop = new AbortController();
  const interrupted = new Interrupted("Interrupted: nothing was exported");
  const release = onInterrupt(() => stop.abort(interrupted));
  const progress = new Progress("Exporting");
  progress.show(0);
  try {
    const files = await exportFolder(folder, {
      formats: EXPORT_FORMATS.filter((format) => as.includes(format)),
      out: out ?? besideOf(folder),
      replace,
      signal: stop.signal,
      onProgress: (share) => progress.show(share),
    });
    progress.end();
    for (const { path, bytes } of files) console.log(`${path}  ${sizeText(bytes)}`);
  } catch (error) {
    progress.end();
    throw asBadInput(error);
  } finally {
    release();
  }
}

/** Where files go when nothing is said: beside the result folder, under its name. */
function besideOf(folder: string): string {
  const bare = /^\.{1,2}$/.test(basename(folder)) ? resolve(folder) : folder;
  return `${bare.replace(/[/\\]+$/, "")}_export`;
}

function sizeText(bytes: number): string {
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, "kB"] : [bytes / 1e6, "MB"];
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`;
}

/** What cannot be read, or may not be written, is bad input. */
function asBadInput(error: unknown): unknown {
  if (error instanceof SyntaxError) return new InputError(error.message);
  const isOurs = error instanceof RangeError && error.message.startsWith("Cannot export");
  return isOurs ? new InputError(error.message) : error;
}

function orBadInput<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}
