/** The source tables of the clinical data, read and interpolated to the age bands of the model. */
import { AGE_BANDS, AGE_FROM } from "../../sim/domain/terms/mod.ts";
import { quantities, readTable, type Row } from "../_table.ts";

/** Middle of each age band [years]; 85 stands for 80 and above. */
export const MIDPOINTS = [1.5, 7.5, 16, 25, 35, 45, 55, 62.5, 67.5, 75, 85] as const;

/** Attributes of the residents of one age band, as in `people.csv`, numbers. */
export type PeopleNumbers = Record<
  | "immobile" | "stable" | "unstable" | "severe_of_stable" | "severe_of_unstable"
  | "full" | "partial" | "contract",
  number
>;

/** Everything the severity table is derived from; each list is by age band. */
export interface ClinicalSources {
  /** Residents of Beijing by age band [-]. */
  readonly shares: readonly number[];
  /** Residents by attribute [-]. */
  readonly people: readonly PeopleNumbers[];
  /** Shape of P(ever severe | infected, not vaccinated) [-], up to a factor. */
  readonly severeShape: readonly number[];
  /** Shape of P(hospital | infected) [-], up to a factor. */
  readonly moderateShape: readonly number[];
  /** Shape of P(death while severe) [-], up to a factor. */
  readonly deathSevereShape: readonly number[];
  /** Shape of P(death while critical) [-], up to a factor. */
  readonly deathCriticalShape: readonly number[];
  /** Relative risk of one dose against none [-]. */
  readonly oneDose: readonly number[];
  /** Births in a year per resident of the band, up to a factor. */
  readonly birthShape: readonly number[];
  /** Targets by name. */
  readonly target: (name: string) => number;
}

/**
 * Interpolates the logarithm of a positive column linearly over age; flat beyond both ends.
 *
 * @param rows Rows with `midpoint_age` [years], ascending, and the column.
 * @param column Column to interpolate.
 * @param age Age [years].
 * @returns Value at the age, in the unit of the column.
 */
export function logLinear(rows: readonly Row[], column: string, age: number): number {
  const at = (index: number): [number, number] => [
    Number(rows[index].midpoint_age),
    Math.log(Number(rows[index][column])),
  ];
  const after = rows.findIndex((row) => Number(row.midpoint_age) >= age);
  if (after === 0) return Math.exp(at(0)[1]);
  if (after < 0) return Math.exp(at(rows.length - 1)[1]);
  const [x0, y0] = at(after - 1);
  const [x1, y1] = at(after);
  return Math.exp(y0 + ((y1 - y0) * (age - x0)) / (x1 - x0));
}

/** Births of a year over women, by band, times the part of the band's years that are counted. */
function birthShape(rows: readonly Row[]): number[] {
  return AGE_BANDS.map((band, age) => {
    const own = rows.filter((row) => row.age_band === band);
    if (own.length === 0) return 0;
    const sum = (column: string) => own.reduce((total, row) => total + Number(row[column]), 0);
    const years = own.reduce((n, row) => n + Number(row.age_to) - Number(row.age_from) + 1, 0);
    return sum("births") / sum("women") * years / (AGE_FROM[age + 1] - AGE_FROM[age]);
  });
}

/**
 * Reads the source tables.
 *
 * The shape of ever-severe disease is Hong Kong's fatality of the unvaccinated divided by England's
 * probability of death once treated in hospital, so that the oldest, who are seldom given critical
 * care but often die, are not counted as rarely ill.
 */
export async function readClinicalSources(): Promise<ClinicalSources> {
  const table = (name: string) => readTable(new URL(`sources/${name}.csv`, import.meta.url));
  const [hongKong, england, people, targets, births, ages] = await Promise.all([
    table("hong_kong_fifth_wave"),
    table("england_wild_type"),
    table("people_assumed"),
    table("targets"),
    table("births_by_age"),
    readTable(new URL("../beijing/sources/ages.csv", import.meta.url)),
  ]);
  const englandAt = (column: string) => MIDPOINTS.map((age) => logLinear(england, column, age));
  const icu = englandAt("hospital_to_critical_care");
  const deathWard = englandAt("death_not_critical_treated");
  const deathIcu = englandAt("death_critical_treated");
  const fatality = MIDPOINTS.map((age) => logLinear(hongKong, "case_fatality_unvaccinated", age));
  const withDose = hongKong.filter((row) => Number(row.midpoint_age) >= 55).map((row) => ({
    midpoint_age: row.midpoint_age,
    ratio: String(Number(row.case_fatality_one_dose) / Number(row.case_fatality_unvaccinated)),
  }));
  return {
    shares: AGE_BANDS.map((band) => Number(ages.find((row) => row.age_band === band)?.share)),
    people: AGE_BANDS.map((band) => {
      const { age_band: _, ...rest } = people.find((row) => row.age_band === band) as Row;
      return Object.fromEntries(
        Object.entries(rest).map(([key, text]) => [key, Number(text)]),
      ) as PeopleNumbers;
    }),
    severeShape: fatality.map((value, band) =>
      value / (icu[band] * deathIcu[band] + (1 - icu[band]) * deathWard[band])
    ),
    moderateShape: englandAt("infection_to_hospital"),
    deathSevereShape: deathWard,
    deathCriticalShape: deathIcu,
    birthShape: birthShape(births),
    oneDose: MIDPOINTS.map((age) => logLinear(withDose, "ratio", age)),
    target: quantities(targets),
  };
}
