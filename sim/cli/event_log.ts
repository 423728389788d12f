/** The event log of a replication as a CSV file, written in pieces and renamed when whole. */
import type { EventLog } from "../experiment/mod.ts";
import { PERSONS_PER_GRID } from "../network/mod.ts";
import { csvCell } from "../report/mod.ts";
import type { Scenario } from "../scenario/mod.ts";

const HEADER = "replication,patient_id,event,time_min,grid,facility,ward,rule,value";
const ROWS_PER_PIECE = 20_000;

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

/** Text of row i of a log. */
function rowWriter({ city, referral }: Scenario, log: EventLog): (i: number) => string {
  const [time, patient, event, facility, ward, ruleSet, rule, value] = log.columns;
  const grids = city.grids.map(({ id }) => csvCell(id));
  const facilities = city.facilities.map(({ id }) => csvCell(id));
  const sets = [referral.rules, referral.otherwise]
    .map(({ rules }) => rules.map(({ name }) => csvCell(name)));
  return (i) => {
    // Events of wards have no patient.
    const grid = patient[i] < 0 ? -1 : Math.floor(patient[i] / PERSONS_PER_GRID);
    const cells = [
      0,
      grid < 0 ? "" : csvCell(`${city.grids[grid].id}-${patient[i] % PERSONS_PER_GRID}`),
      log.words[event[i]],
      Math.round(time[i] * 100) / 100,
      grid < 0 ? "" : grids[grid],
      facility[i] >= 0 ? facilities[facility[i]] : "",
      ward[i] >= 0 ? city.wards[ward[i]].type : "",
      rule[i] >= 0 ? sets[ruleSet[i]][rule[i]] : "",
      value[i],
    ];
    return `${cells.join(",")}\n`;
  };
}
