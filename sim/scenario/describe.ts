/** The totals of a city beside the published ones. */
import type { City, FacilitySpec, WardSpec } from "../domain/city/mod.ts";
import type { FigureGrade } from "../domain/terms/mod.ts";

/** One total of a city, beside one figure of its table `published`. */
export interface CityTotal {
  /** What is counted. */
  readonly quantity: string;
  /** Total of the tables, in `unit`; null when the tables do not hold it. */
  readonly ours: number | null;
  /** The figure, in `unit`; null when the city's folder has none. */
  readonly published: number | null;
  /** How the figure came about; empty without one. */
  readonly grade: FigureGrade | "";
  /**
   * How far the total is from the figure [-], 0 when they are equal; null without either, and where the
   * figure is assumed or synthetic, so that it tells nothing.
   */
  readonly difference: number | null;
  /** Year or date of the figure; empty without one. */
  readonly year: string;
  /** Unit. */
  readonly unit: string;
  /** Why the figure was used, or why not. */
  readonly note: string;
}

/**
 * Compares the totals of a city with every published figure of its folder.
 *
 * Beds are physical beds of hospitals and primary facilities, ICU included, shelters and
 * convertible beds apart (convertible beds are counted where they stand, in general wards).
 * Physicians and nurses are those assigned to wards.
 *
 * @param city City.
 * @returns One row for each figure in the order of its table, several for a quantity that has more
 * than one; then the totals without a figure.
 *
 * @example The training grid
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { describeCity, loadCity } from "./mod.ts";
 *
 * const totals = describeCity(await loadCity("data/training_grid"));
 * assertEquals(totals.find(({ quantity }) => quantity === "population")?.ours, 100_000);
 * ```
 */
export function describeCity(city: City): CityTotal[] {
  const totals = totalsOf(city);
  const named = new Set(city.published.map(({ quantity }) => quantity));
  const compared = city.published.map(({ quantity, value, grade, year, unit, note }) => {
    const ours = totals.get(quantity)?.value ?? null;
    const tells = ours !== null && value !== 0 && (grade === "observed" || grade === "derived");
    const difference = tells ? ours / value - 1 : null;
    return { quantity, ours, published: value, grade, difference, year, unit, note };
  });
  const alone = [...totals].filter(([quantity]) => !named.has(quantity)).map(
    ([quantity, { value, unit }]) => {
      const none = { published: null, grade: "", difference: null, year: "", note: "" } as const;
      return { quantity, ours: value, unit, ...none };
    },
  );
  return [...compared, ...alone];
}

type Totals = [quantity: string, value: number, unit: string][];

function totalsOf(city: City): Map<string, { value: number; unit: string }> {
  const rows = [...placeTotals(city), ...bedTotals(city), ...siteTotals(city)];
  return new Map(rows.map(([quantity, value, unit]) => [quantity, { value, unit }]));
}

function sumOf<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}

function isHospital({ kind }: FacilitySpec): boolean {
  return kind === "hospital";
}

function placeTotals({ communities, grids, fleets, wards }: City): Totals {
  return [
    ["population", sumOf(communities, (community) => community.population), "persons"],
    ["communities", communities.length, "communities"],
    ["grids", grids.length, "alliances"],
    ["ambulance_crews", sumOf(fleets, (fleet) => fleet.vehicles), "crews"],
    ["physicians", sumOf(wards, (ward) => ward.physicians), "persons"],
    ["nurses", sumOf(wards, (ward) => ward.nurses), "persons"],
  ];
}

function bedTotals({ facilities, wards, communities }: City): Totals {
  const specs = new Map(facilities.map((facility) => [facility.id, facility]));
  const beds = (fits: (facility: FacilitySpec, ward: WardSpec) => boolean) =>
    sumOf(wards, (ward) => {
      const facility = specs.get(ward.facility);
      return facility !== undefined && fits(facility, ward) ? ward.beds : 0;
    });
  const thousands = sumOf(communities, (community) => community.population) / 1000;
  const shelterBeds = beds(({ kind }) => kind === "shelter");
  const ofType = (type: string) =>
    beds(({ kind }, ward) => kind !== "shelter" && ward.type === type);
  return [
    ["beds", beds(({ kind }) => kind !== "shelter"), "beds"],
    ["beds_tertiary", beds((f) => isHospital(f) && f.tier === 3), "beds"],
    ["beds_secondary", beds((f) => isHospital(f) && f.tier === 2), "beds"],
    ["beds_first_level", beds((f) => isHospital(f) && f.tier === 1), "beds"],
    ["beds_primary", beds(({ kind }) => kind === "primary"), "beds"],
    ["icu_beds", ofType("icu"), "beds"],
    ["sub_icu_beds", ofType("sub_icu"), "beds"],
    ["convertible_icu_beds", sumOf(wards, (ward) => ward.convertibleBeds), "beds"],
    ["shelter_beds", shelterBeds, "beds"],
    ["beds_per_1000", sumOf(wards, (ward) => ward.beds) / thousands, "beds/1000"],
    ["fangcang_beds_per_1000", shelterBeds / thousands, "beds/1000"],
  ];
}

function siteTotals({ facilities }: City): Totals {
  const sites = (fits: (facility: FacilitySpec) => boolean) => facilities.filter(fits).length;
  const hasClinic = (facility: FacilitySpec) => facility.feverPhysicians > 0;
  return [
    ["shelters", sites(({ kind }) => kind === "shelter"), "sites"],
    ["tertiary_hospitals", sites((f) => isHospital(f) && f.tier === 3), "sites"],
    ["secondary_hospitals", sites((f) => isHospital(f) && f.tier === 2), "sites"],
    ["community_health_centres", sites(({ kind }) => kind === "primary"), "sites"],
    ["fever_clinics_hospital", sites((f) => isHospital(f) && hasClinic(f)), "sites"],
    ["fever_clinics_primary", sites((f) => f.kind === "primary" && hasClinic(f)), "sites"],
  ];
}
