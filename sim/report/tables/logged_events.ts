/** The event log of a result folder, read back row by row and checked. */
import { type EventType, LOG_EVENTS, PERSONS_PER_GRID } from "../../network/mod.ts";
import { COLOURS, WARD_TYPES } from "../../domain/mod.ts";
import { nearestName } from "../../scenario/mod.ts";
import { readNumber, readText } from "./_csv.ts";
import { blocksOf, type CsvRecord, recordsOf } from "./_records.ts";

/** Columns of `events_<scenario>.csv`, in order. */
export const EVENT_COLUMNS = [
  "replication",
  "patient_id",
  "patient_class",
  "event_type",
  "event",
  "time_min",
  "facility",
  "ward",
  "resource_id",
  "grid",
  "rule",
  "value",
] as const;

/** One row of an event log; what a row does not have is the empty text. */
export interface LoggedEvent {
  /** Replication: 0, the one that is logged [-]. */
  readonly replication: number;
  /** Patient: home grid and number in it; empty for events of wards and of empty vehicles. */
  readonly patient: string;
  /** Health colour of the patient. */
  readonly colour: string;
  /** Kind of event. */
  readonly type: EventType;
  /** Word for the event. */
  readonly event: string;
  /** Time [min since the window began]. */
  readonly time: number;
  /** Facility. */
  readonly facility: string;
  /** Ward type. */
  readonly ward: string;
  /** Vehicle, where it is known. */
  readonly vehicle: string;
  /** Home grid of the patient. */
  readonly grid: string;
  /** Referral rule. */
  readonly rule: string;
  /** What the event is about [as `LOG_EVENTS` says]. */
  readonly value: number;
}

/** What a cell breaks; undefined when nothing. */
type Broken = readonly [column: string, rule: string, value: string];

const TYPES: ReadonlyMap<string, EventType> = new Map(
  LOG_EVENTS.map(({ event, type }) => [event, type]),
);
const CLASSES: ReadonlySet<string> = new Set(["", ...COLOURS]);
const WARDS: ReadonlySet<string> = new Set(["", ...WARD_TYPES]);

/**
 * Opens an event log whose rows are read as they are asked for, each time anew, with a few kilobytes
 * held at a time. Its header is read at once; what is wrong further down throws when it is reached.
 *
 * @param path Path of `events_<scenario>.csv`.
 * @param grids Grids that the city has, by id.
 * @returns Rows in order of time.
 * @throws {SyntaxError} If the columns differ; when a row is reached that is none of a log, with its line,
 * the rule and the value.
 *
 * @example The first event of a log
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { EVENT_COLUMNS, loggedEvents } from "./mod.ts";
 *
 * const path = await Deno.makeTempFile();
 * const row = "0,g1-7,red,queue,waits,61.5,hospital,icu,,g1,,0";
 * await Deno.writeTextFile(path, `${EVENT_COLUMNS.join(",")}\n${row}\n`);
 * const [first] = loggedEvents(path, new Set(["g1"]));
 * assertEquals([first.patient, first.event, first.time], ["g1-7", "waits", 61.5]);
 * await Deno.remove(path);
 * ```
 */
export function loggedEvents(
  path: string,
  grids: ReadonlySet<string>,
): Iterable<LoggedEvent> {
  checkHeader(recordsOf(blocksOf(path), path), path);
  return { [Symbol.iterator]: () => rowsOf(path, grids) };
}

function* rowsOf(path: string, grids: ReadonlySet<string>): Generator<LoggedEvent> {
  let last = -Infinity;
  let isHeader = true;
  for (const record of recordsOf(blocksOf(path), path)) {
    if (isHeader) {
      checkHeader([record], path);
      isHeader = false;
      continue;
    }
    const event = eventOf(record, path);
    const broken = brokenIn(event, record.cells, grids) ?? orderBroken(event, last);
    if (broken !== undefined) throw damaged(path, record.line, broken);
    last = event.time;
    yield event;
  }
  if (isHeader) checkHeader([], path);
}

function checkHeader(records: Iterable<CsvRecord>, file: string): void {
  const wanted = EVENT_COLUMNS.join(",");
  let found = "none";
  for (const { cells } of records) {
    found = cells.join(",");
    break;
  }
  if (found === wanted) return;
  throw new SyntaxError(
    `Cannot read "${file}" as its columns must be ${wanted}: current columns are ${found}`,
  );
}

function eventOf({ line, cells }: CsvRecord, file: string): LoggedEvent {
  if (cells.length !== EVENT_COLUMNS.length) {
    throw new SyntaxError(
      `Cannot read "${file}" as each row must have ${EVENT_COLUMNS.length} cells: current line ` +
        `${line} has ${cells.length}`,
    );
  }
  return {
    replication: numberOf(cells[0]),
    patient: readText(cells[1]),
    colour: cells[2],
    type: cells[3] as EventType,
    event: cells[4],
    time: numberOf(cells[5]),
    facility: readText(cells[6]),
    ward: cells[7],
    vehicle: readText(cells[8]),
    grid: readText(cells[9]),
    rule: readText(cells[10]),
    value: numberOf(cells[11]),
  };
}

/** A number; NaN when the cell is empty or holds none. */
function numberOf(cell: string): number {
  return readNumber(cell) ?? NaN;
}

function brokenIn(
  event: LoggedEvent,
  cells: readonly string[],
  grids: ReadonlySet<string>,
): Broken | undefined {
  const { replication, type, time, ward, colour, value } = event;
  const known = TYPES.get(event.event);
  if (replication !== 0) return ["replication", "0, the one that is logged", cells[0]];
  if (!CLASSES.has(colour)) return ["patient_class", `${COLOURS.join(", ")} or nothing`, colour];
  if (known === undefined) return ["event", "a word of the event log", event.event];
  if (known !== type) return ["event_type", `${known}, the kind of "${event.event}"`, type];
  if (!Number.isFinite(time)) return ["time_min", "a number of minutes", cells[5]];
  if (!WARDS.has(ward)) return ["ward", `${WARD_TYPES.join(", ")} or nothing`, ward];
  if (ward !== "" && event.facility === "") return ["facility", "the place of the ward", ""];
  if (!Number.isFinite(value)) return ["value", "a number", cells[11]];
  return patientBroken(event, grids);
}

function patientBroken(
  { patient, grid }: LoggedEvent,
  grids: ReadonlySet<string>,
): Broken | undefined {
  if (grid !== "" && !grids.has(grid)) return ["grid", "a grid of the city", grid];
  if (patient === "" && grid === "") return undefined;
  const number = patient.slice(grid.length + 1);
  const isNumber = /^\d{1,8}$/.test(number) && Number(number) < PERSONS_PER_GRID;
  if (isNumber && grid !== "" && patient.startsWith(`${grid}-`)) return undefined;
  const rule = `the grid of the row, a dash and a number below ${PERSONS_PER_GRID}`;
  return ["patient_id", rule, patient];
}

function orderBroken({ time }: LoggedEvent, last: number): Broken | undefined {
  return time >= last
    ? undefined
    : ["time_min", `at least ${last}, as in the row above`, `${time}`];
}

function damaged(file: string, line: number, [column, rule, value]: Broken): SyntaxError {
  const nearest = column === "event" ? nearestName(value, TYPES.keys()) : undefined;
  return new SyntaxError(
    `Cannot read "${file}" as column "${column}" must hold ${rule}: current line ${line} holds ` +
      `"${value}"${nearest === undefined ? "" : `; nearest is "${nearest}"`}`,
  );
}
