/** The tables that a result folder holds, opened to be exported. */
import { join } from "@std/path";
import type { Manifest } from "../../experiment/results/mod.ts";
import {
  BANDS_TABLE,
  COMPARISON_TABLE,
  CsvTable,
  CURVES_TABLE,
  EXCEEDANCE_TABLE,
  FACILITY_DAYS_TABLE,
  FLOWS_TABLE,
  loggedEvents,
  MEASURES_TABLE,
  MONITORING_TABLE,
  type MovesRow,
  PAIRS_TABLE,
  PARAMETERS_TABLE,
  PRECISION_TABLE,
  RESTORATION_TABLE,
  SERIES_TABLE,
  START_TABLE,
} from "../tables/mod.ts";
import { type Column, columnsOf, type ExportTable, type Row } from "./_export_table.ts";
import { unitOf } from "./_units.ts";

/** Any table, its rows read as plain rows. */
type AnyTable = CsvTable<Row>;

const any = <R extends object>(table: CsvTable<R>): AnyTable => table as unknown as AnyTable;

/** Tables of a result folder, in the order in which they are exported. */
const TABLES: readonly AnyTable[] = [
  any(MEASURES_TABLE),
  any(SERIES_TABLE),
  any(BANDS_TABLE),
  any(COMPARISON_TABLE),
  any(PAIRS_TABLE),
  any(EXCEEDANCE_TABLE),
  any(PRECISION_TABLE),
  any(PARAMETERS_TABLE),
  any(START_TABLE),
  any(RESTORATION_TABLE),
  any(MONITORING_TABLE),
  any(FACILITY_DAYS_TABLE),
  any(CURVES_TABLE),
  any(FLOWS_TABLE),
];

/** `moves_<scenario>.csv`. */
const MOVES = any(
  new CsvTable<MovesRow>("moves.csv", [
    ...(["date", "grid", "from", "to", "ward"] as const).map((field) => ({
      heading: field,
      field,
      holds: "text" as const,
    })),
    { heading: "patients", field: "patients", holds: "numbers" },
  ]),
);

const EVENTS: readonly Column[] = ([
  ["replication", "replication", "whole number"],
  ["patient_id", "patient", "text"],
  ["patient_class", "colour", "text"],
  ["event_type", "type", "text"],
  ["event", "event", "text"],
  ["time_min", "time", "number"],
  ["facility", "facility", "text"],
  ["ward", "ward", "text"],
  ["resource_id", "vehicle", "text"],
  ["grid", "grid", "text"],
  ["rule", "rule", "text"],
  ["value", "value", "number"],
] as const).map(([heading, field, kind]) => ({
  heading,
  field,
  kind,
  unit: kind === "text" ? "" : unitOf("events", heading),
}));

/** A table and the file it stands in. */
export interface FoundTable extends ExportTable {
  /** Size of its file [B]. */
  readonly bytes: number;
}

/** A scenario's event log. */
export interface FoundLog {
  readonly scenario: Manifest["scenarios"][number];
  readonly path: string;
  /** Size of its file [B]. */
  readonly bytes: number;
}

function sizeOf(path: string): number | undefined {
  try {
    return Deno.statSync(path).size;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/**
 * The event logs of a folder, one for each scenario that has one, in the order of the scenarios. A name
 * that cannot be part of a file's name has none.
 */
export function logsIn(folder: string, { scenarios }: Manifest): FoundLog[] {
  return scenarios.filter(({ name }) => isPlain(name)).flatMap((scenario) => {
    const path = join(folder, `events_${scenario.name}.csv`);
    const bytes = sizeOf(path);
    return bytes === undefined ? [] : [{ scenario, path, bytes }];
  });
}

/** Ids of the grids of a city. */
export function gridIds({ city }: Manifest): Set<string> {
  return new Set(city.grids.map(({ id }) => id));
}

/** All tables that a folder has, event logs and moves too. */
export function tablesIn(folder: string, manifest: Manifest): FoundTable[] {
  const found = (table: AnyTable, name: string): FoundTable[] => {
    const path = join(folder, `${name}.csv`);
    const bytes = sizeOf(path);
    if (bytes === undefined) return [];
    return [{ name, columns: columnsOf(table), rows: table.read(path), bytes }];
  };
  return [
    ...TABLES.flatMap((table) => found(table, table.file.replace(/\.csv$/, ""))),
    ...logsIn(folder, manifest).map(({ scenario: { name }, path, bytes }) => ({
      name: `events_${name}`,
      columns: EVENTS,
      rows: loggedEvents(path, gridIds(manifest)) as unknown as Iterable<Row>,
      bytes,
    })),
    ...manifest.scenarios.filter(({ name }) => isPlain(name))
      .flatMap(({ name }) => found(MOVES, `moves_${name}`)),
  ];
}

function isPlain(name: string): boolean {
  return /^[^/\\\p{Cc}]+$/u.test(name);
}

/** The name of a scenario, which is to be part of the name of a file. */
export function plainName(name: string): string {
  if (isPlain(name)) return name;
  throw new SyntaxError(
    `Cannot export as the name of a scenario must be part of a file's name: current name is ` +
      JSON.stringify(name),
  );
}
