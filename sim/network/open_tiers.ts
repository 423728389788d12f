/**
 * How much of each tier is open to the residents of a grid while facilities are closed to everybody.
 *
 * The primary level of a grid is open for the residents whose own primary facility is. For a higher
 * tier count its hospitals in the district of the grid, or those of the city where the district has
 * none, by their beds: no table says how many physicians of clinics each has, and who is turned away
 * at one goes to the others. A facility closed to COVID cases alone is open.
 */
import { TIERS } from "../domain/mod.ts";
import type { World } from "./world.ts";

const TIER_COUNT = TIERS.length;

/** A facility and how much of a tier it is. */
interface Part {
  readonly facility: number;
  /** Beds, or residents of the primary level [-]. */
  readonly weight: number;
}

/** Shares of all grids and tiers. */
export class OpenTiers {
  readonly #world: World;
  /** Facilities of a tier of a grid, by `grid * 3 + tier`. */
  readonly #parts: readonly (readonly Part[])[];
  /** Share open by `grid * 3 + tier` [-] -- state. */
  readonly #shares: Float64Array;
  /** Whether some share may be below 1 -- state. */
  isAnyShut = false;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    const { scenario: { interventions }, layout } = world;
    const closes = interventions?.some(({ close }) => close?.to === "all") === true;
    this.#parts = closes ? partsOf(world) : [];
    this.#shares = new Float64Array(layout.grids.ids.length * TIER_COUNT).fill(1);
  }

  /** Looks at what is closed now; once a day. */
  look(): void {
    const { flows: { closures }, layout } = this.#world;
    if (closures === undefined || this.#parts.length === 0) return;
    const shut = layout.facilities.ids.map((_, f) => closures.isShut(f));
    const before = this.isAnyShut;
    this.isAnyShut = shut.includes(true);
    if (!this.isAnyShut && !before) return;
    this.#parts.forEach((parts, i) => {
      const all = parts.reduce((sum, { weight }) => sum + weight, 0);
      const closed = parts.reduce(
        (sum, { facility, weight }) => sum + (shut[facility] ? weight : 0),
        0,
      );
      this.#shares[i] = all > 0 ? 1 - closed / all : 1;
    });
  }

  /**
   * Share of a tier that is open.
   *
   * @param grid Grid [-].
   * @param tier Tier from 0 [-].
   * @returns Share [-]; 1 where the city has no facility of the tier.
   */
  share(grid: number, tier: number): number {
    return this.#shares[grid * TIER_COUNT + tier];
  }
}

/** Facilities of every tier of every grid. */
function partsOf({ scenario: { city }, layout }: World): Part[][] {
  const beds = new Float64Array(city.facilities.length);
  city.wards.forEach((spec, w) => beds[layout.wardFacility[w]] += spec.beds);
  const isHospital = (f: number, tier: number) =>
    city.facilities[f].kind === "hospital" && layout.facilities.tier[f] === tier;
  return city.grids.flatMap(({ district }, grid) =>
    TIERS.map((_, tier) => {
      if (tier === 0) return primaryOf(city, layout, grid);
      const all = [...city.facilities.keys()].filter((f) => isHospital(f, tier));
      const here = all.filter((f) => city.facilities[f].district === district);
      const some = here.length > 0 ? here : all;
      const without = some.every((f) => beds[f] === 0);
      return some.map((facility) => ({ facility, weight: without ? 1 : beds[facility] }));
    })
  );
}

/** Primary facilities of a grid, each with its residents. */
function primaryOf(
  city: World["scenario"]["city"],
  { communities }: World["layout"],
  grid: number,
): Part[] {
  return [...city.communities.keys()].filter((c) => communities.grid[c] === grid)
    .map((c) => ({ facility: communities.primary[c], weight: city.communities[c].population }));
}
