/** Every kind of resident with its share, in the order in which attributes are drawn. */
import { AGE_BANDS } from "../terms/mod.ts";
import type { PeopleRow } from "./people.ts";

/** Codes of a cell in the order of drawing, and its share. */
export interface Cell {
  readonly codes: readonly [number, number, number, number, number, number, number];
  readonly weight: number;
}

/** What cells are made from. */
interface CellsSpec {
  readonly people: readonly PeopleRow[];
  readonly ageShares: readonly number[];
}

/** A choice of one attribute: its code and its share given the attributes before. */
type Choice = readonly [code: number, share: number];

const TOLERANCE = 1e-9;
/** The two choices of a flag that holds with a given share. */
function flag(share: number): readonly Choice[] {
  return [[0, 1 - share], [1, share]];
}

/** Refuses shares outside 0 to 1 and parts that exceed the whole. */
function checkPeople(row: PeopleRow): void {
  for (const [name, value] of Object.entries(row)) {
    if (name === "ageBand") continue;
    if (!(value >= 0 && value <= 1)) {
      throw new RangeError(
        `Cannot build profiles as a share must be 0 to 1: ${name} of ages ${row.ageBand} is ${value}`,
      );
    }
  }
  for (const [a, b] of [["stable", "unstable"], ["full", "partial"]] as const) {
    if (row[a] + row[b] > 1 + TOLERANCE) {
      throw new RangeError(
        `Cannot build profiles as ${a} + ${b} must be <= 1: sum of ages ${row.ageBand} is ${
          row[a] + row[b]
        }`,
      );
    }
  }
}

/** Cells of one age band, in the order of drawing. */
function* cellsOf(row: PeopleRow, band: number, share: number): Generator<Cell> {
  const none = Math.max(0, 1 - row.stable - row.unstable);
  const unvaccinated = Math.max(0, 1 - row.full - row.partial);
  const diseases: Choice[] = [[0, none], [1, row.stable], [2, row.unstable]];
  const severeOf = [0, row.severeOfStable, row.severeOfUnstable];
  const vaccinations: Choice[] = [[0, row.full], [1, row.partial], [2, unvaccinated]];
  for (const [immobile, a] of flag(row.immobile)) {
    for (const [disease, b] of diseases) {
      for (const [severe, c] of flag(severeOf[disease])) {
        for (const [dialysis, d] of flag(severe === 1 ? row.dialysisOfSevere : 0)) {
          for (const [vaccination, e] of vaccinations) {
            for (const [contract, f] of flag(row.contract)) {
              const weight = share * a * b * c * d * e * f;
              if (weight === 0) continue;
              yield {
                codes: [band, immobile, disease, severe, dialysis, vaccination, contract],
                weight,
              };
            }
          }
        }
      }
    }
  }
}

/** All cells of a city, in the order of drawing. */
export function allCells({ people, ageShares }: CellsSpec): Cell[] {
  const total = ageShares.reduce((sum, share) => sum + share, 0);
  const proper = ageShares.length === AGE_BANDS.length && ageShares.every((share) => share >= 0);
  if (!proper || !(Math.abs(total - 1) <= 1e-6)) {
    throw new RangeError(
      `Cannot build profiles as there must be ${AGE_BANDS.length} age shares >= 0 that sum to 1: current number is ${ageShares.length}, sum is ${total}`,
    );
  }
  return AGE_BANDS.flatMap((ageBand, band) => {
    const rows = people.filter((row) => row.ageBand === ageBand);
    if (rows.length !== 1) {
      throw new RangeError(
        `Cannot build profiles as each age band must have one row of people: ages ${ageBand} have ${rows.length}`,
      );
    }
    checkPeople(rows[0]);
    return [...cellsOf(rows[0], band, ageShares[band] / total)];
  });
}
