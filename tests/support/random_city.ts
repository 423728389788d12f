/**
 * Small random cities as a person would write them: rows of the tables of a city folder.
 *
 * A name that must exist is a number taken modulo how many there are, so that whatever fast-check takes
 * away while it shrinks, what is left is still a city.
 */
import { parse } from "@std/csv";
import fc from "fast-check";
import { CAPABILITIES, ROLES, WARD_TYPES, WARD_USES } from "../../sim/domain/mod.ts";

const TEMPLATE = new URL("../../data/training_grid/", import.meta.url);
/** Tables of a city. */
export const CITY_TABLES = [
  "city",
  "districts",
  "grids",
  "communities",
  "facilities",
  "wards",
  "links",
  "fleets",
  "ages",
  "columns",
  "published",
] as const;
/** Name of a table. */
export type CityTable = (typeof CITY_TABLES)[number];

/** What stands in some columns of a row; the others are as in the training city. */
export type Row = Readonly<Record<string, string | number | boolean>>;
/** A city as rows. */
export type CityRows = { readonly [T in CityTable]: readonly Row[] };
// A number stays as it is while a city is made smaller; it is rows that go.
const few = (max: number) => fc.noShrink(fc.nat(max));
const some = { size: "max" } as const;
const fleetSizes = { maxLength: 3, ...some };
const point = fc.record({ east: few(20), north: few(20) });
const population = fc.noShrink(fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 12 }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 400 }) },
));

const ward = fc.record({
  type: few(2),
  use: fc.constantFrom<number>(0, 0, 1, 2, 2),
  beds: few(8),
  convertible: few(3),
  /** Staff ÷ what all beds need, in quarters. */
  staffed: fc.constantFrom<number>(5, 5, 4, 2, 0),
});

const hospital = fc.record({
  shelter: fc.boolean(),
  tertiary: fc.boolean(),
  at: point,
  capabilities: few(2 ** CAPABILITIES.length - 1),
  physicians: few(3),
  opens: fc.constantFrom(0, 0, 8),
  wards: fc.array(ward, { minLength: 1, maxLength: 6, ...some }),
});

const primary = fc.record({
  at: point,
  capabilities: few(2 ** CAPABILITIES.length - 1),
  physicians: few(2),
  hours: fc.constantFrom([8, 20], [0, 24], [9, 12]),
  beds: few(4),
});

const community = fc.record({ population, at: point, primary: few(7) });

/** What a random city is made from; numbers that name something are taken modulo how many there are. */
export const cityPlans = fc.record({
  twoDistricts: fc.boolean(),
  grids: fc.array(
    fc.record({
      district: few(1),
      communities: fc.array(community, { minLength: 1, maxLength: 6 }),
      /** Facilities by role; none where it is empty. */
      links: fc.array(fc.array(few(7), { maxLength: 2 }), {
        minLength: ROLES.length,
        maxLength: ROLES.length,
      }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  /** Whether every grid has a facility for every role. */
  everyRole: fc.constantFrom(true, true, true, false),
  primaries: fc.array(primary, { minLength: 1, maxLength: 3 }),
  hospitals: fc.array(hospital, { maxLength: 4, ...some }),
  fleets: fc.array(fc.record({ grid: few(7), vehicles: few(3), at: point }), fleetSizes),
  ages: fc.constantFrom("old", "all", "young"),
});
/** A plan of a city. */
export type CityPlan = typeof cityPlans extends fc.Arbitrary<infer T> ? T : never;

/** Degrees of a kilometre east or north, near the equator. */
const degrees = (km: number) => Number((km / 111.195).toFixed(6));
const lonLat = ({ east, north }: { east: number; north: number }) => ({
  lon: degrees(east),
  lat: degrees(north),
});
const named = (id: string) => ({ name_en: id, name_zh: id });
const capabilitiesOf = (bits: number) =>
  CAPABILITIES.filter((_, code) => (bits & (1 << code)) !== 0).join(";");
/** Physicians and nurses for each bed. */
const STAFF = { general: [0.1, 0.4], sub_icu: [0.5, 1.5], icu: [1, 2.5] } as const;

function hospitalsOf(plan: CityPlan): { facilities: Row[]; wards: Row[] } {
  const facilities: Row[] = plan.hospitals.map((spec, i) => ({
    facility: `h${i + 1}`,
    ...named(`h${i + 1}`),
    kind: spec.shelter ? "shelter" : "hospital",
    tier: spec.tertiary ? 3 : 2,
    tertiary_general: spec.tertiary && !spec.shelter,
    district: "d1",
    ...lonLat(spec.at),
    capabilities: capabilitiesOf(spec.capabilities),
    fever_physicians: spec.physicians,
    fever_opens: spec.opens,
    fever_closes: 24,
    synthetic: true,
  }));
  const wards = plan.hospitals.flatMap((spec, i) => wardsOf(spec.wards, `h${i + 1}`));
  const receives = plan.hospitals.some(({ shelter, physicians }) => !shelter && physicians > 0);
  // A city must have a hospital that receives everybody at any time.
  if (!receives) facilities.push({ ...DOOR, capabilities: "" });
  return { facilities, wards };
}

const DOOR: Row = {
  facility: "door",
  ...named("door"),
  kind: "hospital",
  tier: 2,
  tertiary_general: false,
  district: "d1",
  lon: 0,
  lat: 0,
  fever_physicians: 1,
  fever_opens: 0,
  fever_closes: 24,
  synthetic: true,
};

/** Wards of a hospital, each type and use once; only so many convertible beds as the city may have. */
function wardsOf(specs: CityPlan["hospitals"][number]["wards"], facility: string): Row[] {
  const rows = specs.map(({ type, use, beds, convertible, staffed }) => {
    const [physicians, nurses] = STAFF[WARD_TYPES[type]];
    const all = beds + (WARD_TYPES[type] === "icu" ? convertible : 0);
    return {
      facility,
      type: WARD_TYPES[type],
      use: WARD_USES[use],
      beds,
      convertible_beds: convertible,
      physicians: Number((all * physicians * staffed / 4).toFixed(3)),
      nurses: Number((all * nurses * staffed / 4).toFixed(3)),
    };
  });
  const seen = new Set<string>();
  const once = rows.filter(({ type, use }) => {
    const isNew = !seen.has(`${type}/${use}`);
    seen.add(`${type}/${use}`);
    return isNew;
  });
  let left = once.reduce((sum, { type, beds }) => type === "general" ? sum + beds : sum, 0);
  return once.map((row) => {
    const convertible = row.type === "icu" ? Math.min(row.convertible_beds, left) : 0;
    left -= convertible;
    return { ...row, convertible_beds: convertible };
  });
}

function primariesOf(plan: CityPlan): { facilities: Row[]; wards: Row[] } {
  const facilities = plan.primaries.map(({ at, capabilities, physicians, hours }, i) => ({
    facility: `p${i + 1}`,
    ...named(`p${i + 1}`),
    kind: "primary",
    tier: 1,
    tertiary_general: false,
    district: "d1",
    ...lonLat(at),
    capabilities: capabilitiesOf(capabilities),
    fever_physicians: physicians,
    fever_opens: hours[0],
    fever_closes: hours[1],
    synthetic: true,
  }));
  const wards = plan.primaries.flatMap(({ beds }, i) =>
    beds === 0 ? [] : wardsOf(
      [{ type: 0, use: WARD_USES.indexOf("ordinary"), beds, convertible: 0, staffed: 5 }],
      `p${i + 1}`,
    )
  );
  return { facilities, wards };
}

function placesOf(plan: CityPlan): Pick<CityRows, "districts" | "grids" | "communities"> {
  const districts = plan.twoDistricts ? ["d1", "d2"] : ["d1"];
  return {
    districts: districts.map((district) => ({ district, ...named(district) })),
    grids: plan.grids.map(({ district }, g) => ({
      grid: `g${g + 1}`,
      ...named(`g${g + 1}`),
      district: districts[district % districts.length],
    })),
    communities: plan.grids.flatMap(({ communities }, g) =>
      communities.map(({ population, at, primary }, c) => ({
        community: `g${g + 1}c${c + 1}`,
        ...named(`g${g + 1}c${c + 1}`),
        grid: `g${g + 1}`,
        population,
        ...lonLat(at),
        primary_facility: `p${primary % plan.primaries.length + 1}`,
        synthetic: true,
      }))
    ),
  };
}

/** Links of every grid; each facility once for a role, the nearest number first. */
function linksOf(plan: CityPlan, facilities: readonly Row[]): Row[] {
  return plan.grids.flatMap(({ links }, g) =>
    ROLES.flatMap((role, r) => {
      const picks = links[r].length === 0 && plan.everyRole ? [r] : links[r];
      const fit = facilities.filter(({ kind }) => (kind === "primary") === (role === "primary"));
      const found = [...new Set(picks.map((pick) => fit[pick % fit.length]?.facility))];
      return found.filter((id) => id !== undefined).map((facility, i) => ({
        grid: `g${g + 1}`,
        role,
        order: i + 1,
        facility,
      }));
    })
  );
}

const AGES: { readonly [A in CityPlan["ages"]]: (i: number, last: number) => number } = {
  old: (i, last) => i === last ? 0.6 : i === last - 1 ? 0.4 : 0,
  all: (_, last) => 1 / (last + 1),
  young: (i) => i === 4 ? 1 : 0,
};

/** The rows of a plan. */
export function cityOf(plan: CityPlan): CityRows {
  const primary = primariesOf(plan);
  const hospital = hospitalsOf(plan);
  const facilities = [...primary.facilities, ...hospital.facilities];
  const wards = [...primary.wards, ...hospital.wards];
  const links = linksOf(plan, facilities);
  const grids = plan.grids.length;
  const bands = templateOf("ages");
  const none = { facility: "p1", type: "general", use: "ordinary", beds: 0, convertible_beds: 0 };
  return {
    ...placesOf(plan),
    city: [{ key: "name_en", value: "Random" }, { key: "name_zh", value: "随机" }],
    facilities,
    wards: wards.length > 0 ? wards : [{ ...none, physicians: 0, nurses: 0 }],
    links: links.length > 0 ? links : [{ grid: "g1", role: "primary", order: 1, facility: "p1" }],
    fleets: [...plan.fleets, poolOf(plan, grids)].map(
      ({ grid, vehicles, at }, i) => ({
        fleet: `f${i + 1}`,
        grid: grid % (grids + 1) === grids ? "" : `g${grid % (grids + 1) + 1}`,
        vehicles,
        ...lonLat(at),
      }),
    ),
    ages: bands.map(({ age_band }, i) => ({
      age_band,
      share: AGES[plan.ages](i, bands.length - 1),
    })),
    columns: templateOf("columns").slice(0, 1),
    published: templateOf("published").slice(0, 1),
  };
}

/** A pool of the city: empty where there is a vehicle already, as no city may be without one. */
function poolOf({ fleets }: CityPlan, grids: number): CityPlan["fleets"][number] {
  const vehicles = fleets.some((fleet) => fleet.vehicles > 0) ? 0 : 1;
  return { grid: grids, vehicles, at: { east: 0, north: 0 } };
}

const templates = new Map<CityTable, Record<string, string>[]>();

/** Rows of a table of the training city. */
function templateOf(table: CityTable): Record<string, string>[] {
  const known = templates.get(table);
  if (known !== undefined) return known;
  const text = Deno.readTextFileSync(new URL(`${table}.csv`, TEMPLATE));
  const rows = parse(text, { skipFirstRow: true }) as Record<string, string>[];
  templates.set(table, rows);
  return rows;
}

/** A table as text; columns that a row does not say stand as in the training city. */
export function csvOf(table: CityTable, rows: readonly Row[]): string {
  const [first] = templateOf(table);
  const cell = (value: unknown) =>
    /[",\n]/.test(String(value)) ? JSON.stringify(String(value)).replaceAll('\\"', '""') : value;
  const lines = rows.map((row) =>
    Object.keys(first).map((c) => cell(row[c] ?? first[c])).join(",")
  );
  return [Object.keys(first).join(","), ...lines, ""].join("\n");
}
