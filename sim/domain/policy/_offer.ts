/** What a city offers to the destinations of rules. */
import type { City } from "../city/mod.ts";
import { Destinations } from "./destinations.ts";
import { destinationText } from "./finding.ts";
import type { BedDestination, ReferralRule } from "./rule.ts";

/** Facilities, wards and beds behind destinations. */
export class Offer {
  /** The city. */
  readonly city: City;
  readonly #destinations: Destinations;
  /** Capabilities that the primary and sub-designated facilities of each grid have. */
  readonly lower: readonly ReadonlySet<string>[];
  readonly #wards = new Map<string, number[]>();
  readonly #meant = new Map<string, readonly number[]>();
  readonly #listed = new Map<ReferralRule, readonly number[][]>();

  /** Reads the wards of a city that take COVID cases. */
  constructor(city: City) {
    this.city = city;
    this.#destinations = new Destinations(city);
    city.wards.forEach(({ facility, type, use, beds, convertibleBeds }, ward) => {
      if (use === "ordinary" || beds + convertibleBeds === 0) return;
      const key = `${facility}/${type}`;
      this.#wards.set(key, [...this.#wards.get(key) ?? [], ward]);
    });
    this.lower = lowerLevels(city);
  }

  /** Facilities that a destination means in a grid. */
  facilities(to: BedDestination, grid: number): readonly number[] {
    return this.#destinations.facilitiesOf(to, grid);
  }

  /** Whether the district of a grid has other grids. */
  hasNeighbours(grid: number): boolean {
    const { grids } = this.city;
    return grids.some(({ district }, g) => g !== grid && district === grids[grid].district);
  }

  /** Wards that a destination means in a grid. */
  wards(to: BedDestination, grid: number): readonly number[] {
    const key = `${grid} ${destinationText(to)}`;
    let wards = this.#meant.get(key);
    if (wards === undefined) {
      wards = this.facilities(to, grid).flatMap((i) =>
        this.#wards.get(`${this.city.facilities[i].id}/${to.ward}`) ?? []
      );
      this.#meant.set(key, wards);
    }
    return wards;
  }

  /** Wards on the list of a rule in a grid, each once. */
  listed(rule: ReferralRule, grid: number): readonly number[] {
    let lists = this.#listed.get(rule);
    if (lists === undefined) {
      const beds = [rule.to, ...rule.overflow].filter((to) => "role" in to);
      lists = this.city.grids.map((_, g) => [...new Set(beds.flatMap((to) => this.wards(to, g)))]);
      this.#listed.set(rule, lists);
    }
    return lists[grid];
  }

  /** Wards that take nobody but COVID cases. */
  covidOnly(): number[] {
    return this.city.wards.flatMap(({ use, beds, convertibleBeds }, ward) =>
      use === "covid" && beds + convertibleBeds > 0 ? [ward] : []
    );
  }

  /** Findings by text of what is wrong in some grids: the first grid, and in how many. */
  inGrids(
    wrong: (grid: number) => string | undefined,
  ): { readonly message: string; readonly example: string }[] {
    const { grids } = this.city;
    const found = new Map<string, string[]>();
    grids.forEach(({ id }, grid) => {
      const what = wrong(grid);
      if (what !== undefined) found.set(what, [...found.get(what) ?? [], id]);
    });
    return [...found].map(([what, ids]) => ({
      message: `${what} in ${ids.length} of ${grids.length} grids`,
      example: `grid "${ids[0]}"`,
    }));
  }
}

function lowerLevels({ facilities, grids, links }: City): ReadonlySet<string>[] {
  const capabilities = new Map(facilities.map((f) => [f.id, f.capabilities]));
  const lower = new Map(grids.map(({ id }) => [id, new Set<string>()]));
  for (const { grid, role, facility } of links) {
    if (role !== "primary" && role !== "sub_designated") continue;
    for (const capability of capabilities.get(facility) ?? []) lower.get(grid)?.add(capability);
  }
  return [...lower.values()];
}
