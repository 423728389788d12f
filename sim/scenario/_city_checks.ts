/** What must hold between the tables of a city, found all at once. */
import { AGE_BANDS } from "../domain/terms/mod.ts";
import type { CityTables } from "./_city_tables.ts";
import { type IssueList, quoted } from "./error.ts";
import type { Columns, RowOf, Table } from "./_table.ts";
import { TableCheck } from "./_table_check.ts";

/** Checks ids, references, ages, links and beds. */
export function checkCity(tables: CityTables, issues: IssueList): void {
  const on = <C extends Columns>(table: Table<C> | undefined) =>
    table === undefined ? undefined : new TableCheck(table, issues);
  checkPlaces(tables, on, issues);
  checkCare(tables, on);
  checkAges(on(tables.ages));
}

type On = <C extends Columns>(table: Table<C> | undefined) => TableCheck<C> | undefined;

/** Districts, grids and communities. */
function checkPlaces(tables: CityTables, on: On, issues: IssueList): void {
  const districts = idsOf(tables.districts, (row) => row.district);
  const grids = idsOf(tables.grids, (row) => row.grid);
  const facilities = idsOf(tables.facilities, (row) => row.facility);
  checkTitles(on(tables.city));
  on(tables.districts)?.unique("district", (row) => row.district);
  const grid = on(tables.grids);
  grid?.unique("grid", (row) => row.grid);
  grid?.known(
    "district",
    (row) => row.district,
    districts,
    () => "Expected the name of a district",
  );
  checkGridsCovered(grid, tables, issues);
  const community = on(tables.communities);
  community?.unique("community", (row) => row.community);
  community?.known(
    "grid",
    (row) => row.grid,
    grids,
    ({ population }) =>
      typeof population === "number"
        ? `Expected the name of a grid, so that its ${population} residents have one`
        : "Expected the name of a grid",
  );
  community?.known(
    "primary_facility",
    (row) => row.primaryFacility,
    facilities,
    () => "Expected the name of a facility",
  );
  checkPrimaries(community, tables);
}

/** Facilities, wards, links and fleets. */
function checkCare(tables: CityTables, on: On): void {
  const districts = idsOf(tables.districts, (row) => row.district);
  const grids = idsOf(tables.grids, (row) => row.grid);
  const facilities = idsOf(tables.facilities, (row) => row.facility);
  const aFacility = () => "Expected the name of a facility";
  const facility = on(tables.facilities);
  facility?.unique("facility", (row) => row.facility);
  facility?.known(
    "district",
    (row) => row.district,
    districts,
    () => "Expected the name of a district",
  );
  checkFeverClinics(facility);
  const ward = on(tables.wards);
  ward?.unique("ward", (row) => `${row.facility}/${row.type}/${row.use}`);
  ward?.known("facility", (row) => row.facility, facilities, aFacility);
  checkConvertible(ward);
  const link = on(tables.links);
  link?.unique("facility", (row) => `${row.grid}/${row.role}/${row.facility}`);
  link?.unique("order", (row) => `${row.grid}/${row.role}/${row.order}`);
  link?.known("grid", (row) => row.grid, grids, () => "Expected the name of a grid");
  link?.known("facility", (row) => row.facility, facilities, aFacility);
  const fleet = on(tables.fleets);
  fleet?.unique("fleet", (row) => row.fleet);
  const served = grids && new Set([...grids, ""]);
  fleet?.known(
    "grid",
    (row) => row.grid,
    served,
    () => "Expected the name of a grid, or nothing for the pool",
  );
}

function checkTitles(city: CheckOf<"city">): void {
  city?.unique("key", (row) => row.key);
  for (const key of ["name_en", "name_zh"]) {
    if (!city?.table.complete || city.table.rows.some((row) => row.key === key)) continue;
    city.add(-1, "key", `Expected a row with key ${key}`, "none");
  }
}

/** Ids of a table; undefined when some cannot be read, since names of theirs are no mistakes. */
export function idsOf<C extends Columns>(
  table: Table<C> | undefined,
  idOf: (row: RowOf<C>) => string,
): ReadonlySet<string> | undefined {
  const ids = new Set(table?.written.map(({ row }) => idOf(row)));
  return table?.legible && !ids.has("") ? ids : undefined;
}

type CheckOf<K extends keyof CityTables> = NonNullable<CityTables[K]> extends Table<infer C>
  ? TableCheck<C> | undefined
  : never;

function checkGridsCovered(
  grid: CheckOf<"grids">,
  { communities }: CityTables,
  issues: IssueList,
): void {
  if (grid === undefined || !communities?.complete || issues.size > 0) return;
  const covered = new Set(communities.rows.map((row) => row.grid));
  grid.table.rows.forEach((row, index) => {
    if (covered.has(row.grid)) return;
    grid.add(index, "grid", "Expected a grid with at least one community", quoted(row.grid));
  });
}

function checkPrimaries(community: CheckOf<"communities">, { facilities }: CityTables): void {
  const kinds = new Map(facilities?.rows.map((row) => [row.facility, row.kind]));
  community?.table.rows.forEach((row, index) => {
    const kind = kinds.get(row.primaryFacility);
    if (kind === undefined || kind === "primary") return;
    community.add(index, "primary_facility", "Expected a facility of kind primary", quoted(kind));
  });
}

function checkFeverClinics(facility: CheckOf<"facilities">): void {
  const receives = (row: { kind: string; tier: number; feverPhysicians: number }) =>
    row.kind === "hospital" && row.tier >= 2 && row.feverPhysicians > 0;
  const { complete = false, rows = [] } = facility?.table ?? {};
  if (facility && complete && rows.length > 0 && !rows.some(receives)) {
    const rule = "Expected a hospital of tier 2 or 3 with physicians in its fever clinic";
    facility.add(-1, "fever_physicians", rule, "none");
  }
  facility?.table.rows.forEach((row, index) => {
    if (row.feverPhysicians === 0 || row.feverOpens < row.feverCloses) return;
    const hours = `${row.feverOpens} to ${row.feverCloses}`;
    const rule = "Expected a fever clinic with physicians to open before it closes";
    facility.add(index, "fever_opens", rule, hours);
  });
}

function checkConvertible(ward: CheckOf<"wards">): void {
  if (!ward?.table.complete) return;
  const general = new Map<string, number>();
  for (const row of ward.table.rows) {
    if (row.type !== "general") continue;
    general.set(row.facility, (general.get(row.facility) ?? 0) + row.beds);
  }
  ward.table.rows.forEach((row, index) => {
    if (row.convertibleBeds === 0) return;
    const available = row.type === "icu" ? general.get(row.facility) ?? 0 : 0;
    if (row.convertibleBeds <= available) return;
    const rule = row.type === "icu"
      ? `Expected at most the ${available} beds of the facility's general wards`
      : "Expected 0, since only an ICU has convertible beds";
    ward.add(index, "convertible_beds", rule, String(row.convertibleBeds));
  });
}

function checkAges(ages: CheckOf<"ages">): void {
  if (!ages?.table.complete) return;
  const bands = ages.table.rows.map((row) => row.ageBand);
  if (bands.join() !== AGE_BANDS.join()) {
    ages.add(-1, "age_band", `Expected the age bands ${AGE_BANDS.join(", ")}`, bands.join(", "));
  }
  const sum = ages.table.rows.reduce((total, row) => total + row.share, 0);
  if (Math.abs(sum - 1) > 1e-6) {
    ages.add(-1, "share", "Expected shares that sum to 1", String(Number(sum.toFixed(6))));
  }
}
