/**
 * Event logs as XES (IEEE 1849-2016): a trace for each patient.
 *
 * An event is named by the word of the log. Its attribute `activity` is what a wait, a beginning and an
 * end have in common, so that with `lifecycle:transition` (schedule, start, complete) tools find how long
 * activities last; the classifier `ActivityAndTransition` is made of the two. `org:resource` is the
 * vehicle where it is known, `org:group` the facility.
 *
 * Events of wards and of empty vehicles have no patient and so no trace: the log says how many there
 * are. OCEL has them too.
 *
 * Source: IEEE Std 1849-2016, "IEEE standard for eXtensible event stream (XES) for achieving
 * interoperability in event logs and event streams", clauses 4, 5 and 7.
 */
import type { Manifest } from "../../experiment/results/mod.ts";
import { loggedEvents } from "../tables/mod.ts";
import { clockOf } from "./_event_time.ts";
import type { ExportedFile } from "./exported_file.ts";
import { type FoundLog, gridIds, logsIn } from "./_result_tables.ts";
import { Traces } from "./_traces.ts";
import { XES_FOOT, type XesAttribute, xesHead, xesTrace } from "./_xes_parts.ts";

/** A trace is handed on when this much is there [characters]. */
const CHUNK = 1 << 18;
/** Rows read between signs that work goes on [rows]. */
const BREATH = 20_000;
/** About how much larger a log is as XES [-]. */
const SHARE = 4;

/**
 * The event logs of a result folder as XES documents, `events_<scenario>.xes`.
 *
 * @param folder Result folder.
 * @param manifest Its manifest.
 * @returns Files, none of them made yet; none when the folder has no event log.
 *
 * @example A folder without event logs
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { xesFiles } from "./mod.ts";
 * assertEquals(xesFiles("/nowhere", TINY_RESULT_SET.manifest), []);
 * ```
 */
export function xesFiles(folder: string, manifest: Manifest): ExportedFile[] {
  return logsIn(folder, manifest).map((log) => ({
    name: `events_${log.scenario.name}.xes`,
    expected: SHARE * log.bytes,
    pieces: (scratch) => pieces(log, manifest, scratch),
  }));
}

function* pieces(log: FoundLog, manifest: Manifest, scratch: string): Generator<string> {
  const grids = gridIds(manifest);
  const clock = clockOf(manifest.window.start);
  const traces = new Traces(scratch, grids);
  let rows = 0;
  for (const event of loggedEvents(log.path, grids)) {
    if (event.patient !== "") traces.add(event);
    if (++rows % BREATH === 0) yield "";
  }
  let chunk = xesHead(attributesOf(log, manifest, rows - traces.events));
  for (const trace of traces.byPatient()) {
    chunk += xesTrace(trace, clock);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk + XES_FOOT;
}

function attributesOf(
  { scenario: { name, title, hash } }: FoundLog,
  { program, seed, city, window }: Manifest,
  apart: number,
): XesAttribute[] {
  return [
    ["string", "concept:name", name],
    ["string", "lifecycle:model", "standard"],
    ["string", "title", title.en],
    ["string", "title_zh", title.zh],
    ["string", "city", city.id],
    ["string", "program", program],
    ["string", "seed", seed],
    ["int", "replication", "0"],
    ["string", "scenario_hash", hash],
    ["string", "window_start", window.start],
    ["int", "events_without_patient", `${apart}`],
  ];
}
