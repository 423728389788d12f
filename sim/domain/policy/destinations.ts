/** Which facilities a destination means in a grid, in the order in which they are tried. */
import { type City, type Community, distanceKm } from "../city/mod.ts";
import type { BedDestination, Reach } from "./rule.ts";

/** What a city does not say about destinations. */
export interface DestinationsOptions {
  /**
   * Hospitals for `nearest`, nearest first.
   * @param grid Grid [-].
   * @returns Indices of facilities [-].
   */
  readonly nearest?: (grid: number) => readonly number[];
}

/**
 * The facilities that destinations mean.
 *
 * @example The designated hospital of the training grid
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadCity } from "../../scenario/mod.ts";
 * import { Destinations } from "./mod.ts";
 *
 * const city = await loadCity("data/training_grid");
 * const [first] = new Destinations(city).facilitiesOf({ role: "designated", ward: "icu" }, 0);
 * assertEquals(city.facilities[first].id, "training-designated-1");
 * ```
 */
export class Destinations {
  readonly #city: City;
  readonly #linked = new Map<string, number[]>();
  readonly #nearest: (grid: number) => readonly number[];
  readonly #others = new Map<number, readonly number[]>();
  /** Most populous community of each grid; the first of several. */
  readonly #main: readonly (Community | undefined)[];

  /**
   * Reads the links of a city.
   *
   * @param city City.
   * @param options Hospitals for `nearest`; all in the order of the table when left out.
   */
  constructor(city: City, { nearest }: DestinationsOptions = {}) {
    this.#city = city;
    const facility = new Map(city.facilities.map(({ id }, i) => [id, i]));
    for (const link of [...city.links].sort((a, b) => a.order - b.order)) {
      const found = facility.get(link.facility);
      if (found === undefined) continue;
      const key = `${link.grid} ${link.role}`;
      const facilities = this.#linked.get(key);
      if (facilities === undefined) this.#linked.set(key, [found]);
      else facilities.push(found);
    }
    const hospitals = city.facilities.flatMap(({ kind }, i) => kind === "hospital" ? [i] : []);
    this.#nearest = nearest ?? (() => hospitals);
    const main = new Map<string, Community>();
    for (const community of city.communities) {
      const most = main.get(community.grid)?.population ?? -1;
      if (community.population > most) main.set(community.grid, community);
    }
    this.#main = city.grids.map(({ id }) => main.get(id));
  }

  /**
   * Facilities that a destination means, each once.
   *
   * @param to Destination.
   * @param grid Home grid of the patient [-].
   * @returns Indices of facilities [-], in the order in which they are tried.
   */
  facilitiesOf(to: BedDestination, grid: number): readonly number[] {
    const { facilities, grids } = this.#city;
    const found = to.role === "nearest"
      ? this.#nearest(grid)
      : this.gridsOf(to.grid ?? "own", grid).flatMap((g) =>
        this.#linked.get(`${grids[g].id} ${to.role}`) ?? []
      );
    const wanted = found.filter((i) => to.tier === undefined || facilities[i].tier === to.tier);
    return [...new Set(wanted)];
  }

  /**
   * Grids that a reach means.
   *
   * @param reach Reach.
   * @param grid Home grid [-].
   * @returns Grids [-]: the home grid, or others by travel time from its most populous community.
   */
  gridsOf(reach: Reach, grid: number): readonly number[] {
    if (reach === "own") return [grid];
    const { grids } = this.#city;
    const others = this.#othersOf(grid);
    if (reach === "city") return [grid, ...others];
    return others.filter((g) => grids[g].district === grids[grid].district);
  }

  /** All other grids; by distance, which travel time at one speed follows; ties by the table. */
  #othersOf(grid: number): readonly number[] {
    const known = this.#others.get(grid);
    if (known !== undefined) return known;
    const home = this.#main[grid];
    const far = this.#main.map((place) => {
      if (home === undefined || place === undefined) return 0;
      return distanceKm(home.lon, home.lat, place.lon, place.lat);
    });
    const others = [...far.keys()].filter((g) => g !== grid)
      .sort((a, b) => far[a] - far[b] || a - b);
    this.#others.set(grid, others);
    return others;
  }
}
