/** Who serves a new grid: links and fleets by where facilities stand. */
import {
  type City,
  type Community,
  distanceKm,
  type FacilitySpec,
  type Link,
  type Place,
} from "../domain/city/mod.ts";
import { type Role, ROLES } from "../domain/terms/mod.ts";

/** A new grid, its communities and their middle. */
export interface NewGrid extends Place {
  readonly id: string;
  readonly communities: readonly Community[];
}

/** Middle of communities by residents [deg]. */
export function middleOf(communities: readonly Community[]): Place {
  const total = communities.reduce((sum, { population }) => sum + population, 0);
  const mean = (of: (community: Community) => number) =>
    communities.reduce((sum, one) => sum + of(one) * one.population, 0) / total;
  return { lon: mean(({ lon }) => lon), lat: mean(({ lat }) => lat) };
}

const km = (a: Place, b: Place) => distanceKm(a.lon, a.lat, b.lon, b.lat);

function nearestFirst<T extends Place>(places: readonly T[], from: Place): T[] {
  return places.map((place) => ({ place, away: km(place, from) }))
    .sort((a, b) => a.away - b.away).map(({ place }) => place);
}

/** The grid of the community that is nearest to a place. */
export function gridAt(place: Place, grids: readonly NewGrid[]): string {
  let [least, found] = [Infinity, ""];
  for (const { id, communities } of grids) {
    for (const community of communities) {
      const away = km(place, community);
      if (away < least) [least, found] = [away, id];
    }
  }
  return found;
}

/** A role in the layout as it is. */
interface OldRole {
  /** Facilities with the role in any grid. */
  readonly all: readonly FacilitySpec[];
  /** Those that have it in every grid of several. */
  readonly everywhere: ReadonlySet<FacilitySpec>;
  /** Fewest facilities with the role in a grid, those of every grid apart [-]. */
  readonly fewest: number;
}

function oldRole({ links, grids, facilities }: City, role: Role): OldRole {
  const own = links.filter((link) => link.role === role);
  const count = Map.groupBy(own, ({ facility }) => facility);
  const all = facilities.filter(({ id }) => count.has(id));
  const everywhere = new Set(
    all.filter(({ id }) => grids.length > 1 && count.get(id)!.length === grids.length),
  );
  const local = grids.map(({ id }) => own.filter(({ grid }) => grid === id).length);
  return { all, everywhere, fewest: Math.max(1, Math.min(...local) - everywhere.size) };
}

/** Facilities of a role for a grid, in the order in which they are tried. */
function servingBy(
  grid: NewGrid,
  { all, everywhere, fewest }: OldRole,
  standing: ReadonlyMap<FacilitySpec, string>,
): FacilitySpec[] {
  const local = nearestFirst(all.filter((facility) => !everywhere.has(facility)), grid);
  const here = local.filter((facility) => standing.get(facility) === grid.id);
  const others = local.filter((facility) => !here.includes(facility));
  const more = others.slice(0, Math.max(0, fewest - here.length));
  return [...here, ...more, ...nearestFirst([...everywhere], grid)];
}

/**
 * Links of new grids; {@link regrid} states the rule.
 */
export function newLinks(city: City, grids: readonly NewGrid[]): Link[] {
  const standing = new Map(city.facilities.map((place) => [place, gridAt(place, grids)]));
  const roles = new Map(ROLES.map((role) => [role, oldRole(city, role)]));
  const known = new Map(city.facilities.map((facility) => [facility.id, facility]));
  return grids.flatMap((grid) => {
    const leads = servingBy(grid, roles.get("lead")!, standing);
    const serving = (role: Role): FacilitySpec[] => {
      if (role === "lead") return leads.slice(0, 1);
      if (role === "primary") {
        const centres = new Set(grid.communities.map((one) => known.get(one.primaryFacility)!));
        return nearestFirst([...centres], grid);
      }
      const found = roles.get(role)!;
      return role === "partner"
        ? partners(grid, leads, found, standing)
        : servingBy(grid, found, standing);
    };
    const linked = ROLES.filter((role) => roles.get(role)!.all.length > 0);
    return linked.flatMap((role) =>
      serving(role).map(({ id }, index) => ({
        grid: grid.id,
        role,
        order: index + 1,
        facility: id,
      }))
    );
  });
}

/** Leads of old grids that stand here and lead no more, then partners as any role. */
function partners(
  grid: NewGrid,
  [lead, ...leads]: readonly FacilitySpec[],
  role: OldRole,
  standing: ReadonlyMap<FacilitySpec, string>,
): FacilitySpec[] {
  const former = leads.filter((facility) => standing.get(facility) === grid.id);
  const without = (list: readonly FacilitySpec[]) => list.filter((facility) => facility !== lead);
  const all = without([...new Set([...role.all, ...former])]);
  if (all.length === 0) return role.all.slice(0, 1);
  const everywhere = new Set(without([...role.everywhere]));
  return servingBy(grid, { ...role, all, everywhere }, standing);
}
