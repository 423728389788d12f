/**
 * The kinds of resident that there are, with their shares, so that one uniform tells who someone is.
 *
 * A resident's attributes are finite, so they are drawn together: a few hundred cells in the order
 * in which the attributes depend on one another, inverted at once. Drawing one attribute after the
 * other would take eight uniforms a person for the same law.
 */
import {
  AGE_BANDS,
  AGE_FROM,
  type AgeBand,
  COLOURS,
  type Disease,
  DISEASES,
  type Vaccination,
  VACCINATIONS,
} from "../terms/mod.ts";
import { allCells, type Cell } from "./_cells.ts";
import { gradeOf } from "./grading.ts";
import type { ContractCoverage, PeopleRow } from "./people.ts";

/** What a row of risks is looked up by. */
export interface RiskKey {
  /** Age band. */
  readonly ageBand: AgeBand;
  /** Vaccination. */
  readonly vaccination: Vaccination;
  /** Underlying disease. */
  readonly disease: Disease;
}

/** What profiles are built from. */
export interface ProfilesSpec {
  /** Residents by age band, each band once. */
  readonly people: readonly PeopleRow[];
  /** Share of residents by age band [-], in the order of the age bands; sums to 1. */
  readonly ageShares: readonly number[];
  /** Risks; only what they are looked up by is read. */
  readonly severity: readonly RiskKey[];
  /** Age from which a person counts as very old [years]; the youngest age of a band. */
  readonly veryOldAge: number;
  /** Least shares with a contract by group; none when left out. */
  readonly coverage?: ContractCoverage;
}

/** Kinds of resident that pregnancy does not tell apart; what averages are taken over. */
export interface WholeKinds {
  /** Kinds [-] -- constant. */
  readonly count: number;
  /** Share of residents by kind [-]; sums to 1. */
  readonly weight: Float64Array;
  /** Index of the row of risks by kind [-]. */
  readonly severityRow: Uint16Array;
}

/**
 * Kinds of resident with a positive share, one cell each, ordered by age band, mobility, disease,
 * its severity, dialysis, vaccination, contract. Arrays are by cell, from 0. The pregnant are the
 * last part of each kind, in cells of their own: without them all others are the same for every u.
 */
export interface Profiles {
  /** Cells [-] -- constant. */
  readonly count: number;
  /** Code of the age band [-]. */
  readonly ageBand: Uint8Array;
  /** 1 for very old [-]. */
  readonly veryOld: Uint8Array;
  /** 1 for hardly able to move [-]. */
  readonly immobile: Uint8Array;
  /** Code of the underlying disease [-]. */
  readonly disease: Uint8Array;
  /** 1 for severe underlying disease [-]. */
  readonly diseaseSevere: Uint8Array;
  /** 1 for in need of haemodialysis [-]; only with severe disease. */
  readonly dialysis: Uint8Array;
  /** Code of the vaccination [-]. */
  readonly vaccination: Uint8Array;
  /** 1 with a family-doctor contract [-]. */
  readonly contract: Uint8Array;
  /** 1 for pregnant [-]. */
  readonly pregnant: Uint8Array;
  /** Code of the health colour [-]. */
  readonly colour: Uint8Array;
  /** Index of the row of risks [-]. */
  readonly severityRow: Uint16Array;
  /** Share of residents [-]; sums to 1. */
  readonly weight: Float64Array;
  /** The kinds before pregnancy sets some of them apart. */
  readonly whole: WholeKinds;
  /** Kind among these [-]. */
  readonly wholeOf: Uint16Array;
  /** Share of that kind in this cell and those before it [-]; 1 for its last cell. */
  readonly upTo: Float64Array;
  /**
   * Cell of a uniform: the first whose cumulative share exceeds it, so that it never falls as u rises.
   * @param u Uniform [-], 0 ≤ u < 1.
   * @returns Cell [-].
   */
  index(u: number): number;
}

const GUIDE_SIZE = 4096;

/**
 * Inversion of cumulative shares through a table of first guesses. A whole kind ends at the same
 * number whether it is divided or not.
 */
function inversionOf(cells: readonly Cell[]): (u: number) => number {
  const last = cells.length - 1;
  const cumulative = new Float64Array(cells.length);
  let sum = 0;
  cells.forEach(({ weight, upTo }, i) => {
    cumulative[i] = upTo === 1 ? sum += weight : sum + weight * upTo;
  });
  cumulative[last] = Infinity;
  const guide = new Uint16Array(GUIDE_SIZE);
  let i = 0;
  for (let k = 0; k < GUIDE_SIZE; k++) {
    while (cumulative[i] <= k / GUIDE_SIZE) i++;
    guide[k] = i;
  }
  return (u) => {
    let cell = guide[Math.floor(u * GUIDE_SIZE)];
    while (cumulative[cell] <= u) cell++;
    return cell;
  };
}

/** Row of risks by age band, disease and vaccination; refuses cells without one. */
function riskRowsOf(severity: readonly RiskKey[], cells: readonly Cell[]): Uint16Array {
  const rows = new Map(severity.map((r, i) => [`${r.ageBand}/${r.disease}/${r.vaccination}`, i]));
  const keys = cells.map(({ codes }) =>
    `${AGE_BANDS[codes[0]]}/${DISEASES[codes[2]]}/${VACCINATIONS[codes[5]]}`
  );
  const missing = [...new Set(keys.filter((key) => !rows.has(key)))];
  if (missing.length > 0) {
    throw new RangeError(
      `Cannot build profiles as every kind of resident must have a row of risks: none for ${
        missing.join(", ")
      }`,
    );
  }
  return Uint16Array.from(keys, (key) => rows.get(key)!);
}

/** The whole kinds, each from its last cell. */
function wholeKindsOf(cells: readonly Cell[], rows: Uint16Array): WholeKinds {
  const last = [...cells.keys()].filter((i) => cells[i].upTo === 1);
  return {
    count: last.length,
    weight: Float64Array.from(last, (i) => cells[i].weight),
    severityRow: Uint16Array.from(last, (i) => rows[i]),
  };
}

/**
 * Builds the kinds of resident of a city with their shares.
 *
 * @param spec Residents by age band, shares of the bands [-], keys of the risks, age of the very
 *   old [years], least shares with a contract [-].
 * @returns Kinds with a positive share, in the order of drawing.
 * @throws {RangeError} When a band has not exactly one row, a share is out of range, a kind has no
 *   row of risks, or `veryOldAge` is not the youngest age of a band.
 *
 * @example Half of the oldest are immobile, everyone else is healthy
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { AGE_BANDS } from "../terms/mod.ts";
 * import { buildProfiles } from "./mod.ts";
 *
 * const people = AGE_BANDS.map((ageBand) => ({
 *   ageBand, immobile: ageBand === "80+" ? 0.5 : 0, stable: 0, unstable: 0, severeOfStable: 0,
 *   severeOfUnstable: 0, dialysisOfSevere: 0, full: 1, partial: 0, pregnant: 0, contract: 0,
 * }));
 * const severity = AGE_BANDS.map((ageBand) =>
 *   ({ ageBand, disease: "none", vaccination: "full" }) as const);
 * const ageShares = AGE_BANDS.map((_, band) => band >= 9 ? 0.5 : 0);
 * const profiles = buildProfiles({ people, ageShares, severity, veryOldAge: 80 });
 * assertEquals([...profiles.weight], [0.5, 0.25, 0.25]);
 * assertEquals(profiles.immobile[profiles.index(0.8)], 1);
 * ```
 */
export function buildProfiles(spec: ProfilesSpec): Profiles {
  const oldest = AGE_FROM.indexOf(spec.veryOldAge);
  if (oldest < 0) {
    throw new RangeError(
      `Cannot build profiles as veryOldAge must be the youngest age of a band: current veryOldAge is ${spec.veryOldAge}`,
    );
  }
  const cells = allCells(spec);
  const column = (at: number): Uint8Array => Uint8Array.from(cells, (cell) => cell.codes[at]);
  const weight = Float64Array.from(
    cells,
    ({ weight, from, upTo }) => upTo - from === 1 ? weight : weight * (upTo - from),
  );
  const severityRow = riskRowsOf(spec.severity, cells);
  return {
    count: cells.length,
    ageBand: column(0),
    veryOld: Uint8Array.from(cells, ({ codes }) => codes[0] >= oldest ? 1 : 0),
    immobile: column(1),
    disease: column(2),
    diseaseSevere: column(3),
    dialysis: column(4),
    vaccination: column(5),
    contract: column(6),
    pregnant: column(7),
    colour: Uint8Array.from(cells, ({ codes }) =>
      COLOURS.indexOf(
        gradeOf({
          ageBand: AGE_BANDS[codes[0]],
          disease: DISEASES[codes[2]],
          vaccination: VACCINATIONS[codes[5]],
        }).colour,
      )),
    severityRow,
    weight,
    whole: wholeKindsOf(cells, severityRow),
    wholeOf: Uint16Array.from(cells, (cell) => cell.whole),
    upTo: Float64Array.from(cells, (cell) => cell.upTo),
    index: inversionOf(cells),
  };
}
