/** A part of a city that can be simulated by itself. */
import type { City, FacilitySpec, FleetSpec, WardSpec } from "../domain/city/mod.ts";

/**
 * Cuts some districts out of a city.
 *
 * Kept are the grids and communities of the districts, the facilities that stand there, and those
 * elsewhere that a kept grid or community is linked to. A facility that stands elsewhere serves
 * others too, so it keeps only the share of its beds, staff and fever-clinic physicians that the
 * kept residents are of all residents linked to it (beds rounded down, physicians of a clinic to
 * the nearest). It notes the share, by which it then has laboratory machines, scanners, places and
 * physicians of its emergency department, nurses of triage and idle wards. Theatres go by its beds.
 * Facilities inside keep everything, also when other districts are linked to them.
 * Fleets of kept grids stay whole; the pool keeps the share of its vehicles that the kept
 * residents are of all residents, by largest remainder. Published totals are those of the whole
 * city and are left out.
 *
 * @param city Whole city.
 * @param districts Identifiers of the districts to keep, all known.
 * @returns The part, with the shares of residents by age of the whole.
 *
 * @example One of one district is the same city
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadCity, restrictCity } from "./mod.ts";
 *
 * const city = await loadCity("data/training_grid");
 * assertEquals(restrictCity(city, ["training"]).communities, city.communities);
 * ```
 */
export function restrictCity(city: City, districts: readonly string[]): City {
  const kept = new Set(districts);
  const grids = city.grids.filter((grid) => kept.has(grid.district));
  const gridIds = new Set(grids.map((grid) => grid.id));
  const communities = city.communities.filter((community) => gridIds.has(community.grid));
  const links = city.links.filter((link) => gridIds.has(link.grid));
  const linked = new Set([
    ...links.map((link) => link.facility),
    ...communities.map((community) => community.primaryFacility),
  ]);
  const shares = sharesOf(city, gridIds);
  const shareOf = (facility: FacilitySpec) =>
    kept.has(facility.district) ? 1 : shares.get(facility.id) ?? 0;
  const facilities = city.facilities
    .filter((facility) => kept.has(facility.district) || linked.has(facility.id))
    .map((facility) => ({
      ...facility,
      feverPhysicians: Math.round(facility.feverPhysicians * shareOf(facility)),
      ...(shareOf(facility) < 1 && { share: (facility.share ?? 1) * shareOf(facility) }),
    }));
  const share = new Map(facilities.map((facility) => [facility.id, shareOf(facility)]));
  const standing = new Set(facilities.map((facility) => facility.district));
  const names = city.districts.filter(({ id }) => kept.has(id)).map(({ name }) => name);
  return {
    ...city,
    name: {
      en: `${city.name.en}: ${names.map((name) => name.en).join(", ")}`,
      zh: `${city.name.zh}：${names.map((name) => name.zh).join("、")}`,
    },
    districts: city.districts.filter(({ id }) => kept.has(id) || standing.has(id)),
    grids,
    communities,
    facilities,
    wards: city.wards
      .filter((ward) => share.has(ward.facility))
      .map((ward) => scaledWard(ward, share.get(ward.facility) ?? 1)),
    links,
    fleets: fleetsOf(city, gridIds),
    published: [],
    outlines: city.outlines.filter(({ district }) => kept.has(district)),
  };
}

/** Residents by grid [persons]. */
function residentsByGrid(city: City): Map<string, number> {
  const residents = new Map<string, number>();
  for (const { grid, population } of city.communities) {
    residents.set(grid, (residents.get(grid) ?? 0) + population);
  }
  return residents;
}

/** By facility: the share of the residents linked to it that live in the kept grids [-]. */
function sharesOf(city: City, kept: ReadonlySet<string>): Map<string, number> {
  const residents = residentsByGrid(city);
  const gridsOf = new Map<string, Set<string>>();
  const link = (facility: string, grid: string) => {
    const grids = gridsOf.get(facility) ?? new Set();
    gridsOf.set(facility, grids.add(grid));
  };
  for (const { facility, grid } of city.links) link(facility, grid);
  for (const { primaryFacility, grid } of city.communities) link(primaryFacility, grid);
  const sum = (grids: readonly string[]) =>
    grids.reduce((total, grid) => total + (residents.get(grid) ?? 0), 0);
  return new Map([...gridsOf].map(([facility, grids]) => {
    const all = [...grids];
    return [facility, sum(all.filter((grid) => kept.has(grid))) / sum(all)];
  }));
}

function scaledWard(ward: WardSpec, share: number): WardSpec {
  if (share === 1) return ward;
  return {
    ...ward,
    beds: Math.floor(ward.beds * share),
    convertibleBeds: Math.floor(ward.convertibleBeds * share),
    physicians: ward.physicians * share,
    nurses: ward.nurses * share,
  };
}

function fleetsOf(city: City, kept: ReadonlySet<string>): FleetSpec[] {
  const residents = residentsByGrid(city);
  const total = [...residents.values()].reduce((a, b) => a + b, 0);
  const here = [...kept].reduce((sum, grid) => sum + (residents.get(grid) ?? 0), 0);
  const pool = city.fleets.filter((fleet) => fleet.grid === "");
  const exact = pool.map((fleet) => fleet.vehicles * here / total);
  const whole = exact.map(Math.floor);
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const missing = Math.round(sum(exact)) - sum(whole);
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value - whole[index] }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) whole[index]++;
  const scaled = pool.map((fleet, index) => ({ ...fleet, vehicles: whole[index] }));
  return [...city.fleets.filter((fleet) => kept.has(fleet.grid)), ...scaled];
}
