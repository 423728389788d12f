/**
 * Where patients went, day by day: the table of moves of an event log.
 *
 * A move is an admission to a bed of another facility than before; who comes from home or a clinic has
 * no facility before. Moves inside a facility are left out.
 */
import type { EventLog } from "../../experiment/mod.ts";
import { PERSONS_PER_GRID } from "../../network/mod.ts";
import type { Scenario } from "../../scenario/mod.ts";
import { csvCell } from "./_csv.ts";

const DAY = 1440;

/** Moves of one day that are alike. */
export interface MovesRow {
  /** Day of admission, ISO date. */
  readonly date: string;
  /** Home grid. */
  readonly grid: string;
  /** Facility whose bed they left; empty for those who had none. */
  readonly from: string;
  /** Facility that admitted them. */
  readonly to: string;
  /** Type of the ward there. */
  readonly ward: string;
  /** Patients [patients]. */
  readonly patients: number;
}

/** Place in a log of a column. */
const columnOf = ({ columns, names }: EventLog, name: string) => columns[names.indexOf(name)];

/**
 * Counts moves.
 *
 * @param scenario The scenario that was run.
 * @param log Its event log.
 * @returns Rows in order of time and of first appearance, admissions from home too.
 *
 * @example Nobody was in a bed before the first admission
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { runReplication } from "../../network/mod.ts";
 * import { loadScenario } from "../../scenario/mod.ts";
 * import { movesOf } from "./mod.ts";
 *
 * const scenario = await loadScenario("scenarios/training.yaml");
 * const { log } = runReplication(scenario, { seed: "1", replication: 0, log: true });
 * const names = ["time_min", "patient", "event", "facility", "ward", "rule_set", "rule", "value"];
 * const columns = names.map((name) => log!.rows.column(name));
 * const [first] = movesOf(scenario, { names, columns, words: log!.events.texts });
 * assertEquals(first.from, "");
 * ```
 */
export function movesOf(scenario: Scenario, log: EventLog): MovesRow[] {
  const { city, window } = scenario;
  const [time, patient, event, facility, ward] = [
    "time_min",
    "patient",
    "event",
    "facility",
    "ward",
  ]
    .map((name) => columnOf(log, name));
  const wordOf = (i: number) => log.words[event[i]];
  const bed = new Map<number, number>();
  const counts = new Map<string, number>();
  for (let i = 0; i < event.length; i++) {
    const who = patient[i];
    const word = wordOf(i);
    if (word === "discharged" || word === "died") bed.delete(who);
    if ((word !== "admitted" && word !== "present") || ward[i] < 0) continue;
    const before = bed.get(who) ?? -1;
    bed.set(who, facility[i]);
    if (word === "present" || before === facility[i]) continue;
    const day = Math.floor(time[i] / DAY);
    const grid = Math.floor(who / PERSONS_PER_GRID);
    const key = [day, grid, before, facility[i], ward[i]].join(" ");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, patients]) => {
    const [day, grid, from, to, w] = key.split(" ").map(Number);
    return {
      date: Temporal.PlainDate.from(window.start).add({ days: day }).toString(),
      grid: city.grids[grid].id,
      from: from < 0 ? "" : city.facilities[from].id,
      to: city.facilities[to].id,
      ward: city.wards[w].type,
      patients,
    };
  });
}

const HEADER = ["date", "grid", "from", "to", "ward", "patients"] as const;

/**
 * Writes the table of moves as comma-separated values.
 *
 * @param rows Moves.
 * @returns Text with a header, one line per row.
 *
 * @example One move
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { movesCsv } from "./mod.ts";
 *
 * const row = { date: "2020-03-21", grid: "g", from: "a", to: "b", ward: "icu", patients: 2 };
 * assertEquals(movesCsv([row]), "date,grid,from,to,ward,patients\n2020-03-21,g,a,b,icu,2\n");
 * ```
 */
export function movesCsv(rows: readonly MovesRow[]): string {
  const line = (row: MovesRow) =>
    HEADER.map((name) => name === "patients" ? String(row[name]) : csvCell(row[name])).join(",");
  return [HEADER.join(","), ...rows.map(line)].map((text) => `${text}\n`).join("");
}
