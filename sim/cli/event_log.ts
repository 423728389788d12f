/**
 * The event log of a replication as a CSV file, written in pieces and renamed when whole.
 *
 * Columns as users of vidigi expect them, then our own. `patient_class` is the health colour.
 * `event_type` is explained in `LOG_EVENTS`. `resource_id` stands where it is known, for vehicles
 * alone: beds of a ward and physicians of a clinic are counted and have no identity. `rule` is the
 * name of a referral rule; `value` is what the event is about, see `LOG_EVENTS`.
 */
import type { EventLog } from "../experiment/mod.ts";
import { eventTypeOf, PERSONS_PER_GRID, seenOf, vehicleNames } from "../network/mod.ts";
import { csvCell, EVENT_COLUMNS, movesCsv, movesOf } from "../report/mod.ts";
import { numberedRules } from "../scenario/mod.ts";
import type { Scenario } from "../scenario/mod.ts";

const HEADER = EVENT_COLUMNS.join(",");
const ROWS_PER_PIECE = 20_000;
/** Events whose value is a vehicle. */
const OF_VEHICLES = ["vehicle assigned", "picked up", "vehicle arrived", "vehicle free"];

/**
 * Writes `moves_<scenario>.csv` into a result folder: who went from which bed to which, by day, in
 * replication 0.
 *
 * @param folder Result folder.
 * @param scenario The scenario.
 * @param log Its log.
 */
export function writeMoves(folder: string, scenario: Scenario, log: EventLog): void {
  const target = `${folder}/moves_${scenario.name}.csv`;
  Deno.writeTextFileSync(`${target}.part`, movesCsv(movesOf(scenario, log)));
  Deno.renameSync(`${target}.part`, target);
}

/**
 * Writes `events_<scenario>.csv` into a result folder: the events of replication 0, in order.
 *
 * Patients are numbered by grid and order of infection, the same person in every scenario.
 *
 * @param folder Result folder.
 * @param scenario The scenario.
 * @param log Its log.
 */
export function writeEventLog(folder: string, scenario: Scenario, log: EventLog): void {
  const target = `${folder}/events_${scenario.name}.csv`;
  const file = Deno.openSync(`${target}.part`, { write: true, create: true, truncate: true });
  const encoder = new TextEncoder();
  const row = rowWriter(scenario, log);
  const rows = log.columns[0]?.length ?? 0;
  try {
    file.writeSync(encoder.encode(`${HEADER}\n`));
    for (let from = 0; from < rows; from += ROWS_PER_PIECE) {
      const piece: string[] = [];
      for (let i = from; i < Math.min(rows, from + ROWS_PER_PIECE); i++) piece.push(row(i));
      writeAll(file, encoder.encode(piece.join("")));
    }
  } finally {
    file.close();
  }
  Deno.renameSync(`${target}.part`, target);
}

function writeAll(file: Deno.FsFile, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += file.writeSync(bytes.subarray(done));
}

/** Health colour of everybody in a log, by key. */
function classesOf({ words, columns }: EventLog): Map<number, string> {
  const [, patient, event, , , , , value] = columns;
  const arrival = words.indexOf("arrival");
  const classes = new Map<number, string>();
  event?.forEach((code, i) => {
    if (code === arrival) classes.set(patient[i], seenOf(value[i]).colour);
  });
  return classes;
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** Text of row i of a log. */
function rowWriter(scenario: Scenario, log: EventLog): (i: number) => string {
  const { city } = scenario;
  const [time, patient, event, facility, ward, ruleSet, rule, value] = log.columns;
  const grids = city.grids.map(({ id }) => csvCell(id));
  const facilities = city.facilities.map(({ id }) => csvCell(id));
  const sets = numberedRules(scenario).map((rules) => rules.map(({ name }) => csvCell(name)));
  const classes = classesOf(log);
  const vehicles = vehicleNames(scenario).map(csvCell);
  const types = log.words.map(eventTypeOf);
  const drives = log.words.map((word) => OF_VEHICLES.includes(word));
  return (i) => {
    // Events of wards and of empty vehicles have no patient.
    const grid = patient[i] < 0 ? -1 : Math.floor(patient[i] / PERSONS_PER_GRID);
    const cells = [
      0,
      grid < 0 ? "" : csvCell(`${city.grids[grid].id}-${patient[i] % PERSONS_PER_GRID}`),
      classes.get(patient[i]) ?? "",
      types[event[i]],
      log.words[event[i]],
      hundredths(time[i]),
      facility[i] >= 0 ? facilities[facility[i]] : "",
      ward[i] >= 0 ? city.wards[ward[i]].type : "",
      drives[event[i]] ? vehicles[value[i]] ?? "" : "",
      grid < 0 ? "" : grids[grid],
      rule[i] >= 0 ? sets[ruleSet[i]][rule[i]] : "",
      hundredths(value[i]),
    ];
    return `${cells.join(",")}\n`;
  };
}
