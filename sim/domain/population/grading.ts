/**
 * The health colour of a resident.
 *
 * The attachment has a table of rows and, for people whom no row fits, a score. The table is not
 * total (5 of 27 cells are open) and the score contradicts it in 7 others, so the order matters:
 * table first, score only where no row matches.
 *
 * Source: 新冠肺炎相关健康风险评估标准 (health-risk grading, 2022), attachment to the plan
 * 以医联体为载体做好新冠肺炎分级诊疗工作方案 of 7 December 2022. Readings of it: "65-80" is 65 to
 * below 80, since 80 belongs to "≥ 80"; 未全程接种 (not full course) in a row includes people
 * without any dose, whom the score alone tells apart.
 */
import {
  AGE_BANDS,
  AGE_FROM,
  type AgeBand,
  type Colour,
  COLOURS,
  type Disease,
  DISEASES,
  type Vaccination,
  VACCINATIONS,
} from "../terms/mod.ts";

/** What the grading looks at: an age band or an age, underlying disease, vaccination. */
export type GradingInput =
  & {
    /** Underlying disease. */
    readonly disease: Disease;
    /** Vaccination. */
    readonly vaccination: Vaccination;
  }
  & ({
    /** Age band. */
    readonly ageBand: AgeBand;
  } | {
    /** Age [years]. */
    readonly age: number;
  });

/** A health colour and what gave it. */
export interface Grading {
  /** Colour. */
  readonly colour: Colour;
  /** Whether a row of the table or the score decided. */
  readonly by: "table" | "score";
  /** Row of the table, `G1` to `R3`; with the score `score 0` to `score 6`. */
  readonly row: string;
}

/** Age groups of the attachment: below 65, 65 to below 80, 80 and more. */
const AGE_GROUP_FROM = [0, 65, 80];

/** A row of the table; conditions hold together, values of one condition are alternatives. */
interface Row {
  readonly row: string;
  readonly colour: Colour;
  readonly ageGroups: readonly number[];
  readonly diseases: readonly Disease[];
  readonly fullCourse?: boolean;
}

/** Rows of the table; no two fit the same person. */
const TABLE: readonly Row[] = [
  { row: "G1", colour: "green", ageGroups: [0, 1], diseases: ["none"] },
  { row: "G2", colour: "green", ageGroups: [0, 1], diseases: ["stable"], fullCourse: true },
  { row: "Y1", colour: "yellow", ageGroups: [0], diseases: ["unstable"], fullCourse: true },
  { row: "Y2", colour: "yellow", ageGroups: [1], diseases: ["stable"], fullCourse: false },
  { row: "Y3", colour: "yellow", ageGroups: [2], diseases: ["none", "stable"], fullCourse: true },
  { row: "R1", colour: "red", ageGroups: [0], diseases: ["unstable"], fullCourse: false },
  { row: "R2", colour: "red", ageGroups: [1], diseases: ["unstable"] },
  { row: "R3", colour: "red", ageGroups: [2], diseases: ["stable", "unstable"], fullCourse: false },
];

/** Colour code by sum of the score: 0-1 green, 2-3 yellow, 4-6 red. */
const COLOUR_OF_SCORE = [0, 0, 1, 1, 2, 2, 2];

/** Age of a resident, or the youngest of the band [years]. */
function ageOf(input: GradingInput): number {
  if ("ageBand" in input) return AGE_FROM[AGE_BANDS.indexOf(input.ageBand)] ?? NaN;
  return input.age;
}

/**
 * Health colour of a resident by the attachment: table first, score only where no row matches.
 *
 * @param input Age band or age [years], underlying disease, vaccination.
 * @returns Colour, and the row or score that gave it.
 * @throws {RangeError} When the age is not a number of 0 or more, or a value is not in its vocabulary.
 *
 * @example The table wins where the score would say yellow
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { gradeOf } from "./mod.ts";
 *
 * const healthy = gradeOf({ age: 70, disease: "none", vaccination: "none" });
 * assertEquals(healthy, { colour: "green", by: "table", row: "G1" });
 * const open = gradeOf({ ageBand: "80+", disease: "none", vaccination: "partial" });
 * assertEquals(open, { colour: "yellow", by: "score", row: "score 3" });
 * ```
 */
export function gradeOf(input: GradingInput): Grading {
  const age = ageOf(input);
  const disease = DISEASES.indexOf(input.disease);
  const vaccination = VACCINATIONS.indexOf(input.vaccination);
  if (!(age >= 0 && age < Infinity) || disease < 0 || vaccination < 0) {
    throw new RangeError(
      `Cannot grade a resident as age, disease and vaccination must be known: current values are ${
        JSON.stringify(input)
      }`,
    );
  }
  const ageGroup = AGE_GROUP_FROM.findLastIndex((from) => age >= from);
  const full = input.vaccination === "full";
  const match = TABLE.find((row) =>
    row.ageGroups.includes(ageGroup) && row.diseases.includes(input.disease) &&
    (row.fullCourse === undefined || row.fullCourse === full)
  );
  if (match) return { colour: match.colour, by: "table", row: match.row };
  const score = ageGroup + disease + vaccination;
  return { colour: COLOURS[COLOUR_OF_SCORE[score]], by: "score", row: `score ${score}` };
}
