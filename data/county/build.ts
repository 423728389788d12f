/**
 * A synthetic county of national averages: township health centres, two county hospitals, and its
 * residents' share of the hospitals of the city outside. Places are by rule: the county seat in the
 * middle, the other townships on two rings about it.
 */
import { quantities, readTable, tableText } from "../_table.ts";
import { COLUMNS } from "../placing/city.ts";
import { Plane, type Point, rounded, shared } from "../placing/geometry.ts";
import type { Cells } from "../placing/tables.ts";
import { publishedRows } from "./_published.ts";
import { countyFacilities, type CountyFacility, wardsOf } from "./_facilities.ts";

const SEAT: Point = [113, 33];
const PLANE = new Plane(33);

/** A township. */
interface Township {
  readonly number: number;
  readonly grid: string;
  readonly at: Point;
  readonly residents: number;
}

type Average = (quantity: string) => number;

/** Townships: the county seat, then an inner and an outer ring; grids are sectors. */
function townshipsOf(average: Average): Township[] {
  const count = average("townships");
  const others = count - 1;
  const inner = Math.floor(others / 3);
  const seat = average("seat_share");
  const residents = shared(average("residents"), [
    seat,
    ...Array.from({ length: others }, () => (1 - seat) / others),
  ]);
  const directions = [
    ...Array.from({ length: inner }, (_, i) => i / inner),
    ...Array.from({ length: others - inner }, (_, i) => (i + 0.5) / (others - inner)),
  ];
  return residents.map((people, index): Township => {
    if (index === 0) return { number: 1, grid: "county-g1", at: SEAT, residents: people };
    const turn = directions[index - 1];
    const distance = average("radius") * (index <= inner ? 0.45 : 0.85);
    return {
      number: index + 1,
      grid: `county-g${1 + Math.floor(turn * average("grids"))}`,
      at: PLANE.offset(SEAT, { distance, direction: 2 * Math.PI * turn }),
      residents: people,
    };
  });
}

/** Groups of villages about the seat of each township. */
function communityRows(townships: readonly Township[], average: Average): Cells[] {
  const parts = average("communities_per_township");
  return townships.flatMap(({ number, grid, at, residents }) =>
    shared(residents, Array.from({ length: parts }, () => 1)).map((population, i): Cells => {
      const direction = (2 * Math.PI * (i - 1)) / Math.max(1, parts - 1);
      const [lon, lat] = i === 0 ? at : PLANE.offset(at, { distance: 3, direction });
      return {
        community: `township-${number}-c${i + 1}`,
        name_en: i === 0 ? `Seat of township ${number}` : `Villages ${i} of township ${number}`,
        name_zh: i === 0 ? `第${number}乡镇驻地` : `第${number}乡镇第${i}片村`,
        grid,
        population,
        lon,
        lat,
        primary_facility: `township-centre-${number}`,
        synthetic: true,
      };
    })
  );
}

/** Roles of the county's facilities in a grid; township centres by distance from the county seat. */
function linkRows(grids: readonly string[], townships: readonly Township[]): Cells[] {
  const far = ({ at }: Township) => PLANE.km(at, SEAT);
  return grids.flatMap((grid) => {
    const centres = townships.filter((township) => township.grid === grid)
      .sort((a, b) => far(a) - far(b)).map(({ number }) => `township-centre-${number}`);
    const roles: [string, string[]][] = [
      ["primary", centres],
      ["sub_designated", ["county-tcm-hospital"]],
      ["designated", ["county-hospital"]],
      ["lead", ["county-hospital"]],
      ["partner", ["hospital-outside"]],
    ];
    return roles.flatMap(([role, list]) =>
      list.map((facility, index): Cells => ({ grid, role, order: index + 1, facility }))
    );
  });
}

/** Ambulances: by residents at the first township of each grid, the pool at the county hospital. */
function fleetRows(
  grids: readonly string[],
  townships: readonly Township[],
  average: Average,
): Cells[] {
  const all = Math.round(average("residents") / average("residents_per_ambulance"));
  const pool = average("ambulances_in_pool");
  const of = (grid: string) => townships.filter((township) => township.grid === grid);
  const people = grids.map((grid) => of(grid).reduce((sum, { residents }) => sum + residents, 0));
  const vehicles = shared(all - pool, people, grids.map(() => 1));
  return [
    ...grids.map((grid, i): Cells => {
      const [lon, lat] = of(grid)[0].at;
      return { fleet: `ambulances-${grid}`, grid, vehicles: vehicles[i], lon, lat };
    }),
    { fleet: "ambulances-pool", grid: "", vehicles: pool, lon: SEAT[0], lat: SEAT[1] },
  ];
}

/** A square about a point, for maps. */
function square(district: string, [lon, lat]: Point, half: number): string {
  const ring = [[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]]
    .map(([x, y]) => rounded([lon + x * half, lat + y * half]));
  return JSON.stringify({
    type: "Feature",
    properties: { district },
    geometry: { type: "MultiPolygon", coordinates: [[ring]] },
  });
}

function facilityRow(
  { id, en, zh, kind, tier, general, district, at, clinic, can }: CountyFacility,
) {
  return {
    facility: id,
    name_en: en,
    name_zh: zh,
    kind,
    tier,
    tertiary_general: general,
    district,
    lon: at[0],
    lat: at[1],
    capabilities: can.join(";"),
    fever_physicians: clinic[0],
    fever_opens: clinic[1],
    fever_closes: clinic[2],
    synthetic: true,
  };
}

/** Builds all tables of the county in memory: file name to text. */
export async function buildCounty(): Promise<Record<string, string>> {
  const source = (name: string) => readTable(new URL(`sources/${name}.csv`, import.meta.url));
  const [averages, ages, columns] = await Promise.all(["averages", "ages", "columns"].map(source));
  const average = quantities(averages);
  const townships = townshipsOf(average);
  const grids = [...new Set(townships.map(({ grid }) => grid))].sort();
  const away = average("partner_distance");
  const outside = PLANE.offset(SEAT, { distance: away, direction: 0 });
  const facilities = countyFacilities(average, { townships, seat: SEAT, outside });
  const rows: Record<string, Cells[]> = {
    city: [
      { key: "name_en", value: "County (synthetic, national averages)" },
      { key: "name_zh", value: "某县（虚构，全国平均）" },
    ],
    districts: [
      { district: "county", name_en: "County (synthetic)", name_zh: "某县（虚构）" },
      { district: "outside", name_en: "City outside (synthetic)", name_zh: "县外市区（虚构）" },
    ],
    grids: grids.map((grid, i) => ({
      grid,
      name_en: `Grid ${i + 1} of the county (synthetic)`,
      name_zh: `某县第${i + 1}网格（虚构）`,
      district: "county",
    })),
    communities: communityRows(townships, average),
    facilities: facilities.map(facilityRow),
    wards: facilities.flatMap((facility) => wardsOf(facility, average)),
    links: linkRows(grids, townships),
    fleets: fleetRows(grids, townships, average),
    ages: [...ages],
    columns: [...columns],
    published: publishedRows(averages),
  };
  const files = Object.entries(COLUMNS).map(([table, names]) =>
    [`${table}.csv`, tableText(names, rows[table])] as const
  );
  const outlines = [square("county", SEAT, 0.22), square("outside", outside, 0.05)];
  return {
    ...Object.fromEntries(files),
    "outlines.geojson": `{"type":"FeatureCollection","features":[\n${outlines.join(",\n")}\n]}\n`,
  };
}
