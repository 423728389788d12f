/**
 * The city turned into indices: places, facilities, wards, links and candidate lists.
 *
 * Built once per replication from checked data; all of it is constant during the run but what
 * closures and changes of links write (`closures.ts`, `phases.ts`).
 */
import { CAPABILITIES, type City, Travel, WARD_TYPES } from "../domain/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { usesOf } from "./ward_uses.ts";

/** Facilities by index. */
export interface FacilityTable {
  /** Identifiers. */
  readonly ids: readonly string[];
  /** Tier − 1 [-]. */
  readonly tier: Uint8Array;
  /** Bit set of capabilities [-]. */
  readonly capabilities: Uint8Array;
  /** Node for travel times [-]. */
  readonly node: Int32Array;
  /** Physicians of the fever clinic [persons]; 0 while the facility is closed -- state. */
  readonly feverPhysicians: Uint16Array;
  /** Opening time of the fever clinic [min of the day]. */
  readonly opens: Uint16Array;
  /** Closing time of the fever clinic [min of the day]. */
  readonly closes: Uint16Array;
  /** 1 where some grid links it as designated or sub-designated -- state. */
  readonly designated: Uint8Array;
}

/** Communities by index. */
export interface CommunityTable {
  /** Grid. */
  readonly grid: Int32Array;
  /** Node for travel times [-]. */
  readonly node: Int32Array;
  /** Own primary facility. */
  readonly primary: Int32Array;
  /** Nearest hospital with a fever clinic open day and night, or the nearest of all -- state. */
  readonly hospital: Int32Array;
}

/** Grids by index. */
export interface GridTable {
  /** Identifiers. */
  readonly ids: readonly string[];
  /** Residents [persons]. */
  readonly population: Float64Array;
  /** First community of each grid in `order`, and one past the last of the last [-]. */
  readonly first: Int32Array;
  /** Communities sorted by grid. */
  readonly order: Int32Array;
  /** Cumulative share of the grid's residents up to and with each community of `order` [-]. */
  readonly cumulative: Float64Array;
}

/** The whole layout. */
export interface Layout {
  /** Grids. */
  readonly grids: GridTable;
  /** Communities. */
  readonly communities: CommunityTable;
  /** Facilities. */
  readonly facilities: FacilityTable;
  /** Facility of each ward. */
  readonly wardFacility: Int32Array;
  /** Ward type of each ward [-]. */
  readonly wardType: Uint8Array;
  /** Wards of a facility that take COVID cases now or later, by `facility * 3 + ward type`. */
  readonly covidWards: readonly (readonly number[])[];
  /** Travel times between nodes. */
  readonly travel: Travel;
  /** Nodes of fleet bases. */
  readonly fleetNode: Int32Array;
}

/**
 * Index by identifier.
 *
 * @param ids Identifiers.
 * @returns Index of each [-].
 */
export const indexOf = (ids: readonly string[]): Map<string, number> =>
  new Map(ids.map((id, i) => [id, i]));

/** Bit of a capability, by its place in `CAPABILITIES` [-]. */
export const capabilityBit = (code: number): number => 1 << code;

/**
 * Home community of a resident of a grid, by residents.
 *
 * @param grids Grids.
 * @param grid Grid [-].
 * @param u Uniform [-].
 * @returns Community [-].
 */
export function communityAt(grids: GridTable, grid: number, u: number): number {
  const { first, order, cumulative } = grids;
  let i = first[grid];
  while (i < first[grid + 1] - 1 && u >= cumulative[i]) i++;
  return order[i];
}

/**
 * Which facilities some grid links as designated or sub-designated.
 *
 * @param city The city, with the links that hold.
 * @returns 1 for those [-], by facility.
 */
export function designatedIn({ facilities, links }: City): Uint8Array {
  const designated = new Set(
    links.filter((l) => l.role === "designated" || l.role === "sub_designated").map((l) =>
      l.facility
    ),
  );
  return Uint8Array.from(facilities, (f) => designated.has(f.id) ? 1 : 0);
}

function facilityTable(city: City, firstNode: number): FacilityTable {
  const list = city.facilities;
  const bits = (names: readonly string[]) =>
    names.reduce((sum, name) => sum | capabilityBit(CAPABILITIES.indexOf(name as never)), 0);
  return {
    ids: list.map((f) => f.id),
    tier: Uint8Array.from(list, (f) => f.tier - 1),
    capabilities: Uint8Array.from(list, (f) => bits(f.capabilities)),
    node: Int32Array.from(list, (_, i) => firstNode + i),
    feverPhysicians: Uint16Array.from(list, (f) => f.feverPhysicians),
    opens: Uint16Array.from(list, (f) => f.feverOpens * 60),
    closes: Uint16Array.from(list, (f) => f.feverCloses * 60),
    designated: designatedIn(city),
  };
}

function gridTable(city: City): GridTable {
  const grids = indexOf(city.grids.map((g) => g.id));
  const gridOf = city.communities.map((c) => grids.get(c.grid)!);
  const order = Int32Array.from(gridOf.keys()).sort((a, b) => gridOf[a] - gridOf[b] || a - b);
  const population = new Float64Array(city.grids.length);
  city.communities.forEach((c, i) => population[gridOf[i]] += c.population);
  const first = new Int32Array(city.grids.length + 1).fill(order.length);
  const cumulative = new Float64Array(order.length);
  let before = 0;
  order.forEach((community, i) => {
    const grid = gridOf[community];
    if (i === 0 || gridOf[order[i - 1]] !== grid) {
      first[grid] = i;
      before = 0;
    }
    before += city.communities[community].population;
    cumulative[i] = before / population[grid];
  });
  return { ids: city.grids.map((g) => g.id), population, first, order, cumulative };
}

/**
 * The hospital that receives the sick of each community: the nearest with a fever clinic open day and
 * night, or where there is none of those the nearest with a fever clinic. Where all are closed they
 * receive the sick none the less (N162-4d).
 *
 * @param city The city.
 * @param layout Facilities, of which those without physicians of a fever clinic now are passed over.
 * @returns Facility by community [-]; −1 for none.
 */
export function nearestReceptions(
  city: City,
  { facilities: f, travel }: Pick<Layout, "facilities" | "travel">,
): Int32Array {
  const all = city.facilities.map((spec, i) => ({ spec, i })).filter(({ spec }) =>
    spec.kind === "hospital" && spec.tier >= 2 && spec.feverPhysicians > 0
  );
  const open = all.filter(({ i }) => f.feverPhysicians[i] > 0);
  const hospitals = open.length > 0 ? open : all;
  const always = hospitals.filter(({ spec }) => spec.feverOpens === 0 && spec.feverCloses === 24);
  const choice = (always.length > 0 ? always : hospitals).map(({ i }) => i);
  return Int32Array.from(city.communities, (_, node) =>
    choice.reduce(
      (best, i) =>
        best < 0 || travel.km(node, f.node[i]) < travel.km(node, f.node[best]) ? i : best,
      -1,
    ));
}

function communityTable(
  city: City,
  grids: GridTable,
  f: FacilityTable,
  travel: Travel,
): CommunityTable {
  const grid = indexOf(grids.ids);
  const facility = indexOf(f.ids);
  return {
    grid: Int32Array.from(city.communities, (c) => grid.get(c.grid)!),
    node: Int32Array.from(city.communities, (_, i) => i),
    primary: Int32Array.from(city.communities, (c) => facility.get(c.primaryFacility)!),
    hospital: nearestReceptions(city, { facilities: f, travel }),
  };
}

function covidWards(
  scenario: Scenario,
  wardFacility: Int32Array,
  wardType: Uint8Array,
): number[][] {
  const { city } = scenario;
  const wards: number[][] = Array.from(
    { length: city.facilities.length * WARD_TYPES.length },
    () => [],
  );
  for (const use of ["covid", "shared"]) {
    city.wards.forEach((w, i) => {
      if (w.use === use) wards[wardFacility[i] * WARD_TYPES.length + wardType[i]].push(i);
    });
  }
  city.wards.forEach((w, i) => {
    const takesLater = w.use === "ordinary" && usesOf(scenario, w).size > 1;
    if (takesLater) wards[wardFacility[i] * WARD_TYPES.length + wardType[i]].push(i);
  });
  return wards;
}

/** Lets the fever clinics of primary facilities close later, at most at midnight. */
function extendHours({ city, clinics: { support } }: Scenario, { closes }: FacilityTable): void {
  city.facilities.forEach(({ kind, feverPhysicians }, i) => {
    if (kind !== "primary" || feverPhysicians === 0) return;
    closes[i] = Math.max(closes[i], Math.min(24 * 60, closes[i] + support.longerHours));
  });
}

/**
 * Turns the city of a scenario into indices.
 *
 * @param scenario A checked scenario.
 * @returns The layout.
 */
export function layoutOf(scenario: Scenario): Layout {
  const { city, transfer } = scenario;
  const places = [...city.communities, ...city.facilities, ...city.fleets];
  const travel = new Travel({
    nodes: places.map(({ lon, lat }) => ({ lon, lat })),
    detour: transfer.detour,
    speed: transfer.speed,
  });
  const facilities = facilityTable(city, city.communities.length);
  extendHours(scenario, facilities);
  const grids = gridTable(city);
  const facility = indexOf(facilities.ids);
  const wardFacility = Int32Array.from(city.wards, (w) => facility.get(w.facility)!);
  const wardType = Uint8Array.from(city.wards, (w) => WARD_TYPES.indexOf(w.type));
  const firstFleet = city.communities.length + city.facilities.length;
  return {
    grids,
    communities: communityTable(city, grids, facilities, travel),
    facilities,
    wardFacility,
    wardType,
    covidWards: covidWards(scenario, wardFacility, wardType),
    travel,
    fleetNode: Int32Array.from(city.fleets, (_, i) => firstFleet + i),
  };
}
