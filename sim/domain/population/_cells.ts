/**
 * Every kind of resident with its share, in the order in which attributes are drawn.
 *
 * The pregnant are a part of each kind that is set apart within it, and so are those of them whom
 * the coverage of the pregnant gives a contract: nobody else becomes somebody else by it.
 */
import { AGE_BANDS, AGE_FROM } from "../terms/mod.ts";
import { type ContractCoverage, type PeopleRow, PREGNANT_BANDS } from "./people.ts";

/** Codes in the order of drawing: age band to contract, whether pregnant. */
type Codes = readonly [number, number, number, number, number, number, number, number];

/** A cell: its codes, and which part of a whole kind it is. */
export interface Cell {
  readonly codes: Codes;
  /** Number of the whole kind, from 0 [-]. */
  readonly whole: number;
  /** Share of residents of the whole kind [-]. */
  readonly weight: number;
  /** Shares of the whole kind before this cell, and with it [-]; 0 and 1 when it is all of it. */
  readonly from: number;
  readonly upTo: number;
}

/** What cells are made from. */
interface CellsSpec {
  readonly people: readonly PeopleRow[];
  readonly ageShares: readonly number[];
  readonly coverage?: ContractCoverage;
}

/** A choice of one attribute: its code and its share given the attributes before. */
type Choice = readonly [code: number, share: number];

const TOLERANCE = 1e-9;
const NO_COVERAGE: ContractCoverage = { under7: 0, from65: 0, chronic: 0, pregnant: 0 };
/** Share of an age band that is younger than 7 years, ages taken as evenly spread [-]. */
const UNDER_7 = AGE_BANDS.map((_, band) =>
  Math.min(1, Math.max(0, (7 - AGE_FROM[band]) / ((AGE_FROM[band + 1] ?? 100) - AGE_FROM[band])))
);

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
  if (row.pregnant > 0 && !PREGNANT_BANDS.includes(row.ageBand)) {
    throw new RangeError(
      `Cannot build profiles as nobody outside ages ${
        PREGNANT_BANDS.join(", ")
      } can be pregnant: share of ages ${row.ageBand} is ${row.pregnant}`,
    );
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

/** Share of one kind with a contract before pregnancy is asked about [-]. */
function contractOf(row: PeopleRow, disease: number, coverage: ContractCoverage): number {
  const band = AGE_BANDS.indexOf(row.ageBand);
  const old = AGE_FROM[band] >= 65 ? coverage.from65 : 0;
  const others = Math.max(row.contract, old, disease > 0 ? coverage.chronic : 0);
  const young = UNDER_7[band];
  return young === 0 ? others : young * Math.max(others, coverage.under7) + (1 - young) * others;
}

/** One part of a whole kind: pregnant or not, with or without a contract, its share of it. */
type Part = readonly [pregnant: 0 | 1, contract: number, share: number];

/** Parts of a kind with or without a contract, of which a share has one, in the order of drawing. */
function partsOf(row: PeopleRow, contract: number, share: number, pregnant: number): Part[] {
  const q = row.pregnant;
  if (q === 0) return [[0, contract, 1]];
  if (contract === 1 || pregnant <= share) return [[0, contract, 1 - q], [1, contract, q]];
  const gain = (pregnant - share) / (1 - share);
  return [[0, 0, 1 - q], [1, 0, q * (1 - gain)], [1, 1, q * gain]];
}

/** Cells of one age band, in the order of drawing; whole kinds numbered from `first` on. */
function* cellsOf(
  row: PeopleRow,
  share: number,
  { first, coverage }: { readonly first: number; readonly coverage: ContractCoverage },
): Generator<Cell> {
  let whole = first;
  for (const { codes, weight, contract } of kindsOf(row, share, coverage)) {
    if (weight === 0) continue;
    const parts = partsOf(row, codes[6], contract, coverage.pregnant).filter(([, , s]) => s > 0);
    let from = 0;
    for (const [i, [pregnant, own, s]] of parts.entries()) {
      const upTo = i === parts.length - 1 ? 1 : from + s;
      const [band, immobile, disease, severe, dialysis, vaccination] = codes;
      yield {
        codes: [band, immobile, disease, severe, dialysis, vaccination, own, pregnant],
        ...{ whole, weight, from, upTo },
      };
      from = upTo;
    }
    whole++;
  }
}

/** A kind before pregnancy is asked about. */
interface WholeKind {
  readonly codes: readonly [number, number, number, number, number, number, number];
  readonly weight: number;
  readonly contract: number;
}

/** Kinds of one age band, in the order of drawing. */
function* kindsOf(
  row: PeopleRow,
  share: number,
  coverage: ContractCoverage,
): Generator<WholeKind> {
  const band = AGE_BANDS.indexOf(row.ageBand);
  const none = Math.max(0, 1 - row.stable - row.unstable);
  const unvaccinated = Math.max(0, 1 - row.full - row.partial);
  const diseases: Choice[] = [[0, none], [1, row.stable], [2, row.unstable]];
  const severeOf = [0, row.severeOfStable, row.severeOfUnstable];
  const vaccinations: Choice[] = [[0, row.full], [1, row.partial], [2, unvaccinated]];
  for (const [immobile, a] of flag(row.immobile)) {
    for (const [disease, b] of diseases) {
      const covered = contractOf(row, disease, coverage);
      for (const [severe, c] of flag(severeOf[disease])) {
        for (const [dialysis, d] of flag(severe === 1 ? row.dialysisOfSevere : 0)) {
          for (const [vaccination, e] of vaccinations) {
            for (const [contract, f] of flag(covered)) {
              yield {
                codes: [band, immobile, disease, severe, dialysis, vaccination, contract],
                weight: share * a * b * c * d * e * f,
                contract: covered,
              };
            }
          }
        }
      }
    }
  }
}

/** All cells of a city, in the order of drawing. */
export function allCells({ people, ageShares, coverage = NO_COVERAGE }: CellsSpec): Cell[] {
  const total = ageShares.reduce((sum, share) => sum + share, 0);
  const proper = ageShares.length === AGE_BANDS.length && ageShares.every((share) => share >= 0);
  if (!proper || !(Math.abs(total - 1) <= 1e-6)) {
    throw new RangeError(
      `Cannot build profiles as there must be ${AGE_BANDS.length} age shares >= 0 that sum to 1: current number is ${ageShares.length}, sum is ${total}`,
    );
  }
  let first = 0;
  return AGE_BANDS.flatMap((ageBand, band) => {
    const rows = people.filter((row) => row.ageBand === ageBand);
    if (rows.length !== 1) {
      throw new RangeError(
        `Cannot build profiles as each age band must have one row of people: ages ${ageBand} have ${rows.length}`,
      );
    }
    checkPeople(rows[0]);
    const cells = [...cellsOf(rows[0], ageShares[band] / total, { first, coverage })];
    first = cells.length > 0 ? cells[cells.length - 1].whole + 1 : first;
    return cells;
  });
}
