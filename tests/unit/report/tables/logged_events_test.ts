import { assert, assertEquals, assertThrows } from "@std/assert";
import { EVENT_COLUMNS, loggedEvents } from "../../../../sim/report/tables/mod.ts";
import { LOG_EVENTS } from "../../../../sim/network/mod.ts";
import { LOG_ROWS } from "../../../support/logged_folder.ts";
import { inTemporaryFolder } from "../../../support/temporary_folder.ts";

const HEADER = EVENT_COLUMNS.join(",");
const GRIDS = new Set(["g1", "g,2"]);

/** Reads a log of some lines. */
function read(lines: readonly string[], header = HEADER) {
  let events: ReturnType<typeof all> = [];
  inTemporaryFolder((folder) => {
    const path = `${folder}/events_x.csv`;
    Deno.writeTextFileSync(path, [header, ...lines].map((line) => `${line}\n`).join(""));
    events = all(path);
  });
  return events;
}

const all = (path: string) => [...loggedEvents(path, GRIDS)];

/** What is said of a row, after a good one; the file without its folder. */
function saidOf(row: string): string {
  const error = assertThrows(() => read([LOG_ROWS[2], row]), SyntaxError);
  return error.message.replace(/^Cannot read ".*\/events_x\.csv" as /, "");
}

Deno.test("loggedEvents() gives every cell of a row under its name", () => {
  const [event] = read(['0,"g,2-7",red,queue,waits,61.5,\'=h,icu,v-1,"g,2",severe,-2']);
  assertEquals(event, {
    replication: 0,
    patient: "g,2-7",
    colour: "red",
    type: "queue",
    event: "waits",
    time: 61.5,
    facility: "=h",
    ward: "icu",
    vehicle: "v-1",
    grid: "g,2",
    rule: "severe",
    value: -2,
  });
});

Deno.test("loggedEvents() takes every word of the log, and a log without rows", () => {
  const rows = LOG_EVENTS.map(({ event, type }) => `0,g1-1,red,${type},${event},1,,,,g1,,0`);
  assertEquals(read(rows).map(({ event }) => event), LOG_EVENTS.map(({ event }) => event));
  assertEquals(read([]), []);
});

Deno.test("loggedEvents() reads anew each time and leaves the file closed when stopped", () => {
  inTemporaryFolder((folder) => {
    const path = `${folder}/events_x.csv`;
    Deno.writeTextFileSync(path, [HEADER, ...LOG_ROWS].join("\n"));
    const events = loggedEvents(path, GRIDS);
    for (const _ of events) break;
    assertEquals([...events].length, LOG_ROWS.length);
  });
});

Deno.test("loggedEvents() refuses other columns before a row is asked for", () => {
  for (const header of ["a,b", "", HEADER.replace("grid", "Grid"), `${HEADER},more`]) {
    const error = assertThrows(() => read([], header), SyntaxError);
    assert(error.message.includes(`as its columns must be ${HEADER}: current columns are `));
  }
});

// Planted: any one of the checks left out: its line is red.
for (
  const [row, said] of [
    ["0,g1-7,red,queue,waits,61", "each row must have 12 cells: current line 3 has 6"],
    [
      "1,g1-7,red,queue,waits,61,,,,g1,,0",
      'column "replication" must hold 0, the one that is logged: current line 3 holds "1"',
    ],
    [
      "0,g1-7,blue,queue,waits,61,,,,g1,,0",
      'column "patient_class" must hold green, yellow, red or nothing: current line 3 holds "blue"',
    ],
    [
      "0,g1-7,red,queue,wait,61,,,,g1,,0",
      'column "event" must hold a word of the event log: current line 3 holds "wait"; nearest is "waits"',
    ],
    [
      "0,g1-7,red,step,waits,61,,,,g1,,0",
      'column "event_type" must hold queue, the kind of "waits": current line 3 holds "step"',
    ],
    [
      "0,g1-7,red,queue,waits,soon,,,,g1,,0",
      'column "time_min" must hold a number of minutes: current line 3 holds "soon"',
    ],
    [
      "0,g1-7,red,queue,waits,60,,,,g1,,0",
      'column "time_min" must hold at least 61, as in the row above: current line 3 holds "60"',
    ],
    [
      "0,g1-7,red,queue,waits,61,h1,ICU,,g1,,0",
      'column "ward" must hold general, sub_icu, icu or nothing: current line 3 holds "ICU"',
    ],
    [
      "0,g1-7,red,queue,waits,61,,icu,,g1,,0",
      'column "facility" must hold the place of the ward: current line 3 holds ""',
    ],
    [
      "0,g9-7,red,queue,waits,61,,,,g9,,0",
      'column "grid" must hold a grid of the city: current line 3 holds "g9"',
    ],
    [
      "0,g1-,red,queue,waits,61,,,,g1,,0",
      'column "patient_id" must hold the grid of the row, a dash and a number below 16777216: current line 3 holds "g1-"',
    ],
    [
      "0,g1-7,red,queue,waits,61,,,,g1,,",
      'column "value" must hold a number: current line 3 holds ""',
    ],
  ]
) {
  Deno.test(`loggedEvents() refuses ${row}`, () => assertEquals(saidOf(row), said));
}

for (const patient of ["g1-16777216", "g2-7", "g1-7x", "", "7", "g1--7"]) {
  Deno.test(`loggedEvents() refuses patient "${patient}" of grid g1`, () => {
    const said = saidOf(`0,${patient},red,queue,waits,61,,,,g1,,0`);
    assert(said.startsWith('column "patient_id" must hold'), said);
  });
}
