/** A city divided in other grids. */
import type { BilingualName, City, Community, Grid } from "../domain/city/mod.ts";
import { gridAt, middleOf, type NewGrid, newLinks } from "./_layout_links.ts";
import { type Issue, nearestName, quoted, ScenarioError } from "./error.ts";

/**
 * The grid to which each community belongs: a table by identifiers, or a function of the community
 * and its district.
 */
export type GridAssignment =
  | Readonly<Record<string, string>>
  | ((community: Community, district: string) => string);

/** What may be said about new grids. */
export interface RegridOptions {
  /** Names of grids; that of the grid or district with the same identifier when left out, else it. */
  readonly names?: Readonly<Record<string, BilingualName>>;
}

/**
 * Divides a city in other grids: the same residents, facilities, beds and vehicles, other borders.
 *
 * Links follow where facilities stand, which is in the grid of the nearest community:
 * - `primary`: the primary facilities of the grid's communities.
 * - `lead`: the nearest of those that lead a grid now and stand in the grid, else the nearest of all.
 * - `partner`: others that lead a grid now and stand in the grid, and those of the next rule.
 * - other roles: facilities that have the role in some grid now and stand in the grid; when these are
 *   fewer than the grid with fewest has now, the nearest others too; then those that have the role in
 *   every grid now.
 *
 * Each of these goes by the distance from the middle of the grid's residents. So the grids as they
 * are keep the links of the city for training. A fleet serves the grid in which its base stands; the
 * pool stays. A grid belongs to the district of most of its residents. Grids are in the order in
 * which their communities first come.
 *
 * @param city City.
 * @param assignment Grid of every community.
 * @param options Names of grids.
 * @returns The city, with the same identifier and name.
 * @throws {ScenarioError} When a community has no grid or a name in the table is no community, all
 * at once.
 *
 * @example The whole city as one grid
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadCity, regrid } from "./mod.ts";
 *
 * const city = await loadCity("data/training_city");
 * const whole = regrid(city, () => "whole");
 * assertEquals(whole.grids.map(({ id }) => id), ["whole"]);
 * const byDistrict = regrid(city, (_, district) => district);
 * assertEquals(byDistrict.grids.map(({ name }) => name.en), ["Town district", "County"]);
 * ```
 */
export function regrid(
  city: City,
  assignment: GridAssignment,
  options: RegridOptions = {},
): City {
  const districtOf = new Map(city.grids.map(({ id, district }) => [id, district]));
  const issues = typeof assignment === "function" ? [] : unknownNames(city, assignment);
  const gridOf = (community: Community): string => {
    const id = typeof assignment === "function"
      ? assignment(community, districtOf.get(community.grid)!)
      : Object.hasOwn(assignment, community.id)
      ? assignment[community.id]
      : "";
    if (typeof id === "string" && id.trim() !== "") return id;
    const rule = `Expected a grid, so that its ${community.population} residents have one`;
    issues.push(issueAt(city, { path: `communities.${community.id}`, rule, value: "none" }));
    return "";
  };
  const communities = city.communities.map((one) => ({ ...one, grid: gridOf(one) }));
  if (issues.length > 0) throw new ScenarioError("city", city.id, issues);
  const grids = [...Map.groupBy(communities, ({ grid }) => grid)].map(([id, own]): NewGrid => ({
    id,
    communities: own,
    ...middleOf(own),
  }));
  return {
    ...city,
    grids: grids.map((grid) => gridRow(grid, city, options)),
    communities,
    links: newLinks(city, grids),
    fleets: city.fleets.map((fleet) =>
      fleet.grid === "" ? fleet : { ...fleet, grid: gridAt(fleet, grids) }
    ),
  };
}

function issueAt({ id }: City, found: Pick<Issue, "path" | "rule" | "value">): Issue {
  return { file: id, line: 0, ...found };
}

/** Names in a table that are no communities. */
function unknownNames(city: City, table: Readonly<Record<string, string>>): Issue[] {
  const known = new Set(city.communities.map(({ id }) => id));
  return Object.keys(table).filter((id) => !known.has(id)).map((id) => {
    const nearest = nearestName(id, known);
    const rule = "Expected the name of a community";
    const issue = issueAt(city, { path: `communities.${id}`, rule, value: quoted(id) });
    return nearest === undefined ? issue : { ...issue, nearest };
  });
}

/** Row of a new grid: its name, and the district of most of its residents. */
function gridRow({ id, communities }: NewGrid, city: City, { names }: RegridOptions): Grid {
  const old = new Map(city.communities.map((one) => [one.id, one.grid]));
  const districtOf = new Map(city.grids.map((grid) => [grid.id, grid.district]));
  const residents = new Map<string, number>();
  for (const { id: community, population } of communities) {
    const district = districtOf.get(old.get(community)!)!;
    residents.set(district, (residents.get(district) ?? 0) + population);
  }
  const [[district]] = [...residents].sort((a, b) => b[1] - a[1]);
  const same = [...city.grids, ...city.districts].find((one) => one.id === id);
  return { id, name: names?.[id] ?? same?.name ?? { en: id, zh: id }, district };
}
