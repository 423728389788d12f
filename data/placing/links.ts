/** Rows of the tables of links and fleets. */
import type { PlacedGrid } from "./communities.ts";
import type { Facts } from "./facts.ts";
import { type Point, shared } from "./geometry.ts";
import type { PlacedFacility } from "./placed.ts";
import type { Cells } from "./tables.ts";

/** Orders things by their distance from a point. */
function nearestBy({ plane }: Facts) {
  return <T extends { readonly at: Point }>(items: readonly T[], from: Point): T[] =>
    [...items].sort((a, b) => plane.km(a.at, from) - plane.km(b.at, from));
}

/**
 * Lead hospital of each grid: pairs by distance, each hospital once; but a grid whose hospital would
 * then be over 10 km farther than the nearest one shares the nearest.
 */
function leads(
  { plane }: Facts,
  grids: readonly PlacedGrid[],
  general: readonly PlacedFacility[],
) {
  const pairs = grids.flatMap((grid) =>
    general.map((facility) => ({ grid, facility, distance: plane.km(grid.middle, facility.at) }))
  ).sort((a, b) => a.distance - b.distance);
  const lead = new Map<string, PlacedFacility>();
  const closest = new Map<string, (typeof pairs)[number]>();
  const used = new Set<string>();
  for (const pair of pairs) {
    const { grid, facility, distance } = pair;
    const first = closest.get(grid.id);
    if (!first) closest.set(grid.id, pair);
    if (lead.has(grid.id)) continue;
    if (first && distance > first.distance + 10) {
      lead.set(grid.id, first.facility);
    } else if (!used.has(facility.id)) {
      lead.set(grid.id, facility);
      used.add(facility.id);
    }
  }
  return lead;
}

/** Rows of `links.csv`. */
export function linkRows(
  grids: readonly PlacedGrid[],
  facilities: readonly PlacedFacility[],
  facts: Facts,
): Cells[] {
  const nearest = nearestBy(facts);
  const of = (kind: string) => facilities.filter((facility) => facility.class === kind);
  const general = facilities.filter((facility) => facility.general);
  const lead = leads(facts, grids, general);
  const centres = new Map(of("centre").map((facility) => [facility.id, facility]));
  return grids.flatMap((grid) => {
    const near = (kind: string) => nearest(of(kind), grid.middle);
    const first = lead.get(grid.id) as PlacedFacility;
    const own = near("designated_district").filter(({ district }) => district === grid.district);
    const sheltersNear = near("shelter");
    const subDesignated = [
      ...sheltersNear.slice(0, facts.assumed("sub_designated_shelters_per_grid")),
      ...near("secondary").slice(0, facts.assumed("sub_designated_secondary_per_grid")),
    ];
    const partner = nearest(general, grid.middle).find(({ id }) => id !== first.id);
    const centresHere = grid.communities.map(({ centre }) => centres.get(centre) as PlacedFacility);
    const roles: [string, readonly PlacedFacility[]][] = [
      ["primary", nearest(centresHere, grid.middle)],
      ["sub_designated", subDesignated],
      ["designated", [...own, ...near("designated_municipal")]],
      ["lead", [first]],
      ["partner", [partner as PlacedFacility]],
      ["shelter", sheltersNear],
    ];
    return roles.flatMap(([role, list]) =>
      list.map(({ id }, index) => ({ grid: grid.id, role, order: index + 1, facility: id }))
    );
  });
}

/** Rows of `fleets.csv`. */
export function fleetRows(grids: readonly PlacedGrid[], facts: Facts): Cells[] {
  const nearest = nearestBy(facts);
  const inGrids = facts.assumed("ambulance_crews_in_grids");
  const vehicles = shared(inGrids, grids.map((grid) => grid.population), grids.map(() => 1));
  const bases = facts.assumed("ambulance_pool_bases");
  const pool = facts.used("crews") - inGrids;
  const populous = [...facts.districts].sort((a, b) => b.population - a.population)
    .slice(0, bases);
  return [
    ...grids.map((grid, index) => {
      const [base] = nearest(grid.communities, grid.middle);
      return {
        fleet: `ambulances-${grid.id}`,
        grid: grid.id,
        vehicles: vehicles[index],
        lon: base.at[0],
        lat: base.at[1],
      };
    }),
    ...shared(pool, populous.map(() => 1)).map((count, index) => ({
      fleet: `ambulances-pool-${populous[index].id}`,
      grid: "",
      vehicles: count,
      lon: populous[index].label[0],
      lat: populous[index].label[1],
    })),
  ];
}
