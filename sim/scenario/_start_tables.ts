/** The tables of a run that starts from given patients: who is in which beds, and who waits. */
import type { City } from "../domain/city/mod.ts";
import { WARD_TYPES } from "../domain/terms/mod.ts";
import type { Reading } from "./_files.ts";
import type { Locator } from "./_schema_kit.ts";
import { choice } from "./_schema_kit.ts";
import type { ScenarioFile } from "./_schema.ts";
import { cell, type Columns, readTable, type RowOf, type Table, word } from "./_table.ts";
import { type IssueList, nearestName, quoted } from "./error.ts";
import { START_STATES, type StartSpec } from "./start_spec.ts";

const patients = cell(0, Infinity, true);
const CENSUS = {
  facility: word(),
  ward: choice(WARD_TYPES),
  ordinary: patients,
  moderate: patients,
  severe: patients,
  critical: patients,
};
const WAITING = { grid: word(), state: choice(START_STATES), place: word(), patients };

/** What a place of the waiting list is called that is no facility. */
const HOME = "home";
/** Most residents of a grid and half as many cases at the start, so that no two persons share a key. */
const MOST = 2 ** 23;

type Census = Table<typeof CENSUS>;
type Waiting = Table<typeof WAITING>;

/** Tables as read; undefined when not given, or when they cannot be read. */
export interface StartTables {
  readonly census: Census | undefined;
  readonly waiting: Waiting | undefined;
}

/** Patients in beds. */
export function readCensus(file: string, reading: Reading): Promise<Census | undefined> {
  return readTable(file, "census", CENSUS, reading);
}

/** Patients waiting for beds. */
export function readWaiting(file: string, reading: Reading): Promise<Waiting | undefined> {
  return readTable(file, "waiting", WAITING, reading);
}

/** The tables as they stand in a scenario. */
export function startOf({ census, waiting }: StartTables): StartSpec {
  return { census: [...census?.rows ?? []], waiting: [...waiting?.rows ?? []] };
}

/** A run from a census has nothing to warm up. */
export function checkWarmUp(
  { start, window }: Partial<ScenarioFile>,
  at: Locator,
  issues: IssueList,
): void {
  if (start === undefined || window === undefined || window.warmUpDays === 0) return;
  const path = ["window", "warmUpDays"];
  const rule = "Expected 0 d, since a run that starts from a census has no warm-up";
  issues.add({ ...at.place(path), path: at.name(path), rule, value: `${window.warmUpDays} d` });
}

/** What the tables are checked against. */
interface Ground {
  readonly city: City;
  /** First day; undefined when it could not be read. */
  readonly window: ScenarioFile["window"] | undefined;
  /** When convertible beds open; undefined when it could not be read. */
  readonly wards: ScenarioFile["wards"] | undefined;
}

type Add = (index: number, column: string, rule: string, value: string, nearest?: string) => void;

function adderOf<C extends Columns>({ file, name, lineOf }: Table<C>, issues: IssueList): Add {
  return (index, column, rule, value, nearest) => {
    // Rows that were refused are not counted by the index, but by the line.
    const line = lineOf(index);
    const path = `${name}[${line > 0 ? line - 2 : index}].${column}`;
    const found = nearest === undefined ? {} : { nearest };
    issues.add({ file, line, path, rule, value, ...found });
  };
}

/** Refuses a row whose key was there before. */
function once<C extends Columns>(
  { rows }: Table<C>,
  keyOf: (row: RowOf<C>) => string,
  refuse: (index: number, key: string) => void,
): void {
  const seen = new Set<string>();
  rows.forEach((row, index) => {
    const key = keyOf(row);
    if (seen.has(key)) refuse(index, key);
    seen.add(key);
  });
}

/** Checks both tables against the city that is simulated. */
export function checkStart(tables: StartTables, ground: Ground, issues: IssueList): void {
  const { census, waiting } = tables;
  if (census === undefined && waiting === undefined) return;
  if (census !== undefined) checkCensus(census, ground, adderOf(census, issues));
  if (waiting !== undefined) checkWaiting(waiting, ground.city, adderOf(waiting, issues));
  checkNumbers(tables, ground.city, issues);
}

function checkCensus(census: Census, ground: Ground, add: Add): void {
  const facilities = new Set(ground.city.facilities.map(({ id }) => id));
  once(
    census,
    (row) => `${row.facility}/${row.ward}`,
    (index, key) => add(index, "ward", "Expected every ward of a facility once", quoted(key)),
  );
  census.rows.forEach((row, index) => {
    const { facility } = row;
    if (!facilities.has(facility)) {
      const nearest = nearestName(facility, facilities);
      add(index, "facility", "Expected the name of a facility", quoted(facility), nearest);
    } else checkBeds(row, ground, (column, rule, value) => add(index, column, rule, value));
  });
}

/** Whether the wards of a facility and type have beds for the patients of a row. */
function checkBeds(
  row: Census["rows"][number],
  { city, window, wards }: Ground,
  add: (column: string, rule: string, value: string) => void,
): void {
  const { facility, ward, ordinary } = row;
  const own = city.wards.filter((spec) => spec.facility === facility);
  const fit = own.filter(({ type }) => type === ward);
  if (fit.length === 0) {
    const has = [...new Set(own.map(({ type }) => type))].join(", ") || "none";
    add("ward", `Expected a ward that ${quoted(facility)} has (${has})`, quoted(ward));
    return;
  }
  const opens = wards?.convertible.trigger === "date" ? wards.convertibleOpens : "";
  const open = opens !== "" && window !== undefined && opens < window.start;
  // Convertible beds open for COVID; the reference run, which has none, starts with the ordinary.
  const bedsOf = (uses: readonly string[], converted: boolean) =>
    fit.filter(({ use }) => uses.includes(use))
      .reduce((sum, spec) => sum + spec.beds + (converted ? spec.convertibleBeds : 0), 0);
  const covid = row.moderate + row.severe + row.critical;
  const limits = [
    ["ordinary", ordinary, bedsOf(["ordinary", "shared"], false), "beds for ordinary patients"],
    ["moderate", covid, bedsOf(["covid", "shared"], open), "beds for COVID patients"],
    ["ward", ordinary + covid, bedsOf(["ordinary", "covid", "shared"], open), "physical beds"],
  ] as const;
  const exceeded = limits.find(([, found, beds]) => found > beds);
  if (exceeded === undefined) return;
  const [column, found, beds, of] = exceeded;
  add(column, `Expected at most as many patients as the ${beds} ${of}`, String(found));
}

function checkWaiting(waiting: Waiting, city: City, add: Add): void {
  const grids = new Set(city.grids.map(({ id }) => id));
  const places = new Set([HOME, ...city.facilities.map(({ id }) => id)]);
  once(
    waiting,
    ({ grid, state, place }) => `${grid}/${state}/${place}`,
    (index, key) => add(index, "place", "Expected every grid, state and place once", quoted(key)),
  );
  waiting.rows.forEach(({ grid, place }, index) => {
    if (!grids.has(grid)) {
      const nearest = nearestName(grid, grids);
      add(index, "grid", "Expected the name of a grid", quoted(grid), nearest);
    }
    if (!places.has(place)) {
      const nearest = nearestName(place, places);
      add(index, "place", "Expected home or the name of a facility", quoted(place), nearest);
    }
  });
}

/** Persons of the start and residents have numbers of their own; both must fit. */
function checkNumbers({ census, waiting }: StartTables, city: City, issues: IssueList): void {
  const table = census ?? waiting;
  if (table === undefined) return;
  const add = (rule: string, value: string) =>
    issues.add({ file: table.file, line: 0, path: table.name, rule, value });
  const inBeds = census?.rows.reduce((n, r) => n + r.moderate + r.severe + r.critical, 0) ?? 0;
  const cases = waiting?.rows.reduce((n, row) => n + row.patients, inBeds) ?? inBeds;
  if (cases > MOST / 2) add(`Expected at most ${MOST / 2} COVID patients`, String(cases));
  const residents = new Map<string, number>();
  for (const { grid, population } of city.communities) {
    residents.set(grid, (residents.get(grid) ?? 0) + population);
  }
  for (const [grid, persons] of residents) {
    if (persons <= MOST) continue;
    add(`Expected grids of at most ${MOST} residents`, `${persons} in ${grid}`);
  }
}
