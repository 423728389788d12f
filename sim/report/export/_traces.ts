/**
 * The events of a log, patient by patient, in bounded memory.
 *
 * A log is in order of time, a trace is all events of one patient: with millions of rows they cannot be
 * gathered in memory. So rows are laid down in scratch files, one for each stretch of the residents of a
 * grid, and one file after the other is read back and parted by patient.
 */
import { join } from "@std/path";
import type { LoggedEvent } from "../tables/mod.ts";

/** Residents of one scratch file, by their number in the grid [persons]. */
const STRETCH = 65_536;
/** Rows held before they are laid down [rows]. */
const HELD = 100_000;

const FIELDS = [
  "replication",
  "patient",
  "colour",
  "type",
  "event",
  "time",
  "facility",
  "ward",
  "vehicle",
  "grid",
  "rule",
  "value",
] as const satisfies readonly (keyof LoggedEvent)[];

interface Shelf {
  readonly grid: string;
  readonly stretch: number;
  readonly path: string;
  rows: string[];
}

/** Lays events down and gives them back by patient. */
export class Traces {
  /** Events of patients taken so far [events]. */
  events = 0;
  readonly #folder: string;
  readonly #grids: ReadonlyMap<string, number>;
  readonly #shelves = new Map<string, Shelf>();
  #held = 0;

  /**
   * @param folder Folder for scratch files.
   * @param grids Grids in the order of their traces.
   */
  constructor(folder: string, grids: Iterable<string>) {
    this.#folder = folder;
    this.#grids = new Map([...grids].map((grid, at) => [grid, at]));
  }

  /**
   * Takes an event of a patient.
   *
   * @param event The event; those of one patient in order.
   */
  add(event: LoggedEvent): void {
    const stretch = Math.floor(numberOf(event) / STRETCH);
    const key = `${this.#grids.get(event.grid)} ${stretch}`;
    let shelf = this.#shelves.get(key);
    if (shelf === undefined) {
      const path = join(this.#folder, `traces_${this.#shelves.size}`);
      shelf = { grid: event.grid, stretch, path, rows: [] };
      this.#shelves.set(key, shelf);
    }
    shelf.rows.push(JSON.stringify(FIELDS.map((field) => event[field])));
    this.events++;
    if (++this.#held === HELD) this.#layDown();
  }

  #layDown(): void {
    for (const shelf of this.#shelves.values()) {
      if (shelf.rows.length === 0) continue;
      Deno.writeTextFileSync(shelf.path, shelf.rows.join("\n") + "\n", { append: true });
      shelf.rows = [];
    }
    this.#held = 0;
  }

  /**
   * Gives back all events, and the scratch files free.
   *
   * @returns Traces by grid and number of the patient.
   */
  *byPatient(): Generator<readonly LoggedEvent[]> {
    this.#layDown();
    const place = ({ grid }: Shelf): number => this.#grids.get(grid) ?? 0;
    const shelves = [...this.#shelves.values()]
      .sort((a, b) => place(a) - place(b) || a.stretch - b.stretch);
    for (const { path } of shelves) {
      const rows = Deno.readTextFileSync(path).trimEnd().split("\n");
      Deno.removeSync(path);
      const events = rows.map(eventOf);
      const patients = [...Map.groupBy(events, ({ patient }) => patient).values()];
      yield* patients.sort(([a], [b]) => numberOf(a) - numberOf(b));
    }
  }
}

function eventOf(row: string): LoggedEvent {
  const values = JSON.parse(row);
  return Object.fromEntries(
    FIELDS.map((field, at) => [field, values[at]]),
  ) as unknown as LoggedEvent;
}

/** Number of a patient in the home grid [-]. */
export function numberOf({ patient, grid }: LoggedEvent): number {
  return Number(patient.slice(grid.length + 1));
}
