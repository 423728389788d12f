/**
 * Event logs as OCEL 2.0 in JSON: an event is of a patient, and also of a facility, a ward, a vehicle.
 *
 * A log is read twice: the first time for its objects, which stand before the events, the second time
 * for the events.
 *
 * Source: Berti et al. (2024), "OCEL (object-centric event log) 2.0 specification", arXiv:2403.01975,
 * section 8. Values of attributes are texts, as its JSON schema wants them; their types are declared.
 */
import type { Manifest } from "../../experiment/results/mod.ts";
import { loggedEvents } from "../tables/mod.ts";
import { clockOf } from "./_event_time.ts";
import type { ExportedFile } from "./exported_file.ts";
import { eventText, eventTypes } from "./_ocel_events.ts";
import { gridObjects, OBJECT_TYPES, patientObject, PlacesMet } from "./_ocel_objects.ts";
import { PatientSet } from "./_patient_set.ts";
import { type FoundLog, gridIds, logsIn } from "./_result_tables.ts";

/** A piece is handed on when this much is there [characters]. */
const CHUNK = 1 << 18;
/** Rows read between signs that work goes on [rows]. */
const BREATH = 20_000;
/** About how much larger a log is as OCEL [-]. */
const SHARE = 4.5;

/**
 * The event logs of a result folder as OCEL 2.0 documents, `events_<scenario>.ocel.json`.
 *
 * @param folder Result folder.
 * @param manifest Its manifest.
 * @returns Files, none of them made yet; none when the folder has no event log.
 *
 * @example A folder without event logs
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { ocelFiles } from "./mod.ts";
 * assertEquals(ocelFiles("/nowhere", TINY_RESULT_SET.manifest), []);
 * ```
 */
export function ocelFiles(folder: string, manifest: Manifest): ExportedFile[] {
  return logsIn(folder, manifest).map((log) => ({
    name: `events_${log.scenario.name}.ocel.json`,
    expected: SHARE * log.bytes,
    pieces: () => inChunks(pieces(log, manifest)),
  }));
}

function* pieces({ path }: FoundLog, manifest: Manifest): Generator<string> {
  const clock = clockOf(manifest.window.start);
  const events = loggedEvents(path, gridIds(manifest));
  const types = OBJECT_TYPES.map(({ name, attributes }) =>
    JSON.stringify({
      name,
      attributes: Object.entries(attributes).map(([name, type]) => ({ name, type })),
    })
  );
  const met = new Set<string>();
  yield '{\n"objectTypes":[';
  yield* list(types);
  yield '],\n"objects":[';
  yield* list(objectsOf(events, { manifest, met }));
  yield '],\n"eventTypes":[';
  yield* list(eventTypes(met));
  yield '],\n"events":[';
  yield* list(eventsOf(events, clock));
  yield "]\n}\n";
}

type Events = ReturnType<typeof loggedEvents>;

/** Objects of a log; notes the words that are met. An empty text says that work goes on. */
function* objectsOf(
  events: Events,
  { manifest: { city }, met }: { readonly manifest: Manifest; readonly met: Set<string> },
): Generator<string> {
  const patients = new PatientSet();
  const places = new PlacesMet(city);
  let rows = 0;
  yield* gridObjects(city);
  for (const event of events) {
    met.add(event.event);
    places.add(event);
    if (event.patient !== "" && patients.add(event)) yield patientObject(event);
    if (++rows % BREATH === 0) yield "";
  }
  yield* places.objects();
}

function* eventsOf(events: Events, clock: (minutes: number) => string): Generator<string> {
  let row = 0;
  for (const event of events) yield eventText(event, { row: ++row, time: clock(event.time) });
}

/** Items of a JSON list, one a line. */
function* list(items: Iterable<string>): Generator<string> {
  let before = "\n";
  for (const item of items) {
    yield item === "" ? "" : before + item;
    if (item !== "") before = ",\n";
  }
}

/** Gathers short pieces; empty ones pass. */
function* inChunks(pieces: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const piece of pieces) {
    chunk += piece;
    if (piece !== "" && chunk.length < CHUNK) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
}
