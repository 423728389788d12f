/** At which value of a number a conclusion about two scenarios turns. */
import { tInterval } from "../../engine/mod.ts";
import type { StudyPoint, ThresholdStudy } from "../../report/mod.ts";
import {
  parameterAt,
  type ParameterPlace,
  type Scenario,
  setParameters,
} from "../../scenario/mod.ts";
import {
  headOf,
  measureProblems,
  pairedValues,
  readAll,
  refuse,
  replicationProblems,
  samplesOf,
  type StudyMeasure,
  type StudyRuns,
} from "../measured/mod.ts";
import { meansOf, resample } from "./_bootstrap.ts";
import { crossingOf, type Direction, directionOf, isotonic } from "./_monotone.ts";

/** Fewest replications [-]: drawn again, fewer give only a handful of different samples. */
const FEWEST = 5;
const RESAMPLES = 2000;

/** What a threshold study is asked for. */
export interface ThresholdOptions extends StudyMeasure, StudyRuns {
  /** Scenarios; the second minus the first is studied. */
  readonly scenarios: readonly [Scenario, Scenario];
  /** Path of the number, e.g. `care.lowerBed`. */
  readonly path: string;
  /** First value: plain in the unit inside, or as a file writes it. */
  readonly from: number | string;
  /** Last value, above the first. */
  readonly to: number | string;
  /** Values tried, at equal distances, both ends included [-], at least 2. */
  readonly points: number;
  /** Which scenarios take the value: both, as an assumption (left out), or one, as a choice. */
  readonly of?: "both" | "first" | "second";
  /** Samples drawn again for the interval of the crossing [-]; 2,000 when left out. */
  readonly resamples?: number;
}

/** A difference of two scenarios over the values of one number, and how sure its crossing is. */
export interface FoundThreshold extends ThresholdStudy {
  /** Which scenarios took the values. */
  readonly of: "both" | "first" | "second";
  /** Share of samples drawn again in which the sign changes between the values [-]. */
  readonly crossed: number;
  /**
   * Whether the means rise or fall throughout as far as chance allows; when not, the sign may change
   * more than once, which the crossing does not say.
   */
  readonly monotone: boolean;
}

function problemsOf(options: ThresholdOptions): { place?: ParameterPlace; problems: string[] } {
  const { points, from, to, resamples = RESAMPLES } = options;
  const problems = [...measureProblems(options), ...replicationProblems(options, FEWEST)];
  const must = (holds: boolean, rule: string, current: unknown) => {
    if (!holds) problems.push(`${rule}: current number is ${current}`);
  };
  must(Number.isInteger(points) && points >= 2, "points must be a whole number >= 2", points);
  must(
    Number.isInteger(resamples) && resamples >= 100,
    "resamples must be a whole number >= 100",
    resamples,
  );
  try {
    const [place] = movedScenarios(options).map((one) => parameterAt(one, options.path));
    const { values, problems: unread } = readAll(place, [from, to]);
    problems.push(...unread);
    const [low, high] = values;
    if (low >= high) problems.push(`values must go up: current values are ${from} to ${to}`);
    return { place, problems };
  } catch (error) {
    return { problems: [...problems, (error as Error).message] };
  }
}

function movedScenarios({ scenarios, of = "both" }: ThresholdOptions): readonly Scenario[] {
  return of === "both" ? scenarios : [scenarios[of === "first" ? 0 : 1]];
}

/** Values at equal distances, without the dust of floating point, in the unit inside. */
function valuesOf({ from, to, points }: ThresholdOptions, place: ParameterPlace): number[] {
  const [low, high] = [place.read(from), place.read(to)];
  return Array.from({ length: points }, (_, i) => {
    const value = low + i * (high - low) / (points - 1);
    return Number(value.toPrecision(12));
  });
}

/** Whether means differ from monotone ones by no more than chance. */
function isMonotone(points: readonly StudyPoint[], direction: Direction): boolean {
  const fitted = isotonic(points.map(({ mean }) => mean), direction);
  return points.every(({ meanLow, meanHigh }, i) =>
    fitted[i] >= meanLow - 1e-9 && fitted[i] <= meanHigh + 1e-9
  );
}

/** Scenarios by name, and the names of the pair at each value. */
function pairsOf(options: ThresholdOptions, values: readonly number[]) {
  const moved = movedScenarios(options);
  const all = new Map<string, Scenario>();
  const names = values.map((value) =>
    options.scenarios.map((scenario) => {
      const there = moved.includes(scenario)
        ? setParameters(scenario, { [options.path]: value })
        : scenario;
      all.set(there.name, there);
      return there.name;
    })
  );
  return { all: [...all.values()], names };
}

/** Where the differences cross zero, and how sure that is. */
function foundIn(
  points: readonly StudyPoint[],
  rows: readonly (readonly number[])[],
  { seed, resamples = RESAMPLES }: ThresholdOptions,
): Pick<FoundThreshold, "crossing" | "crossed" | "monotone"> {
  if (!rows.every((row) => row.every(Number.isFinite))) {
    return { crossing: null, crossed: NaN, monotone: false };
  }
  const at = points.map(({ value }) => value);
  const means = meansOf(rows);
  const direction = directionOf(means);
  const value = crossingOf(at, isotonic(means, direction), direction);
  const { low, high, crossed } = resample({ at, rows }, { direction, seed, resamples });
  const end = (bound: number) => Number.isFinite(bound) ? bound : NaN;
  return {
    crossing: Number.isFinite(value) ? { value, low: end(low), high: end(high) } : null,
    crossed,
    monotone: isMonotone(points, direction),
  };
}

/**
 * Finds the value of a number at which two scenarios change places.
 *
 * Both scenarios take each value in turn, on the same people; of the differences, second minus first,
 * monotone ones are fitted, and where they cross zero, by straight lines between the values, is the
 * threshold. Its interval draws whole replications again with replacement; an end of it that lies
 * beyond the values is NaN. Without a change of sign there is no crossing; whether that shows that no
 * value reverses the conclusion, `thresholdText` says. A difference that only reaches 0 does not reverse it. When a replication
 * has no value of the measure, its mean is NaN and no crossing is looked for.
 *
 * Source: Briggs, Claxton and Sculpher (2006), "Decision Modelling for Health Economic Evaluation",
 * Oxford University Press, chapter 4 (threshold analysis); Efron and Tibshirani (1993), "An
 * Introduction to the Bootstrap", Chapman and Hall, chapter 13 (the interval).
 *
 * @param options Scenarios, number and its values, measure, runs.
 * @returns Differences at every value with their 95 % intervals, and the crossing, null for none.
 * @throws {RangeError} When the question is wrong, with all problems.
 * @throws {ScenarioError} When a value is out of the number's range or does not fit the scenario.
 *
 * @example Two rule sets, by what is assumed of a lower bed
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario, setParameters } from "../../scenario/mod.ts";
 * import { thresholdOf } from "./mod.ts";
 *
 * const files = ["scenarios/training.yaml", "scenarios/training_no_tiers.yaml"];
 * const [plan, without] = (await Promise.all(files.map((file) => loadScenario(file))))
 *   .map((scenario) => setParameters(scenario, { "wave.scale": 0.05 }));
 * const { points } = await thresholdOf({
 *   scenarios: [plan, without],
 *   path: "care.lowerBed",
 *   from: "30 %",
 *   to: "60 %",
 *   points: 2,
 *   measure: "deaths",
 *   replications: 5,
 *   seed: "example",
 * });
 * assertEquals(points.map(({ value }) => value), [0.3, 0.6]);
 * ```
 */
export async function thresholdOf(options: ThresholdOptions): Promise<FoundThreshold> {
  const { place, problems } = problemsOf(options);
  refuse("find a threshold", problems);
  const { unit, scale } = place!;
  const values = valuesOf(options, place!);
  const { all, names } = pairsOf(options, values);
  const samples = await samplesOf(all, options);
  const rows = names.map((pair) => pairedValues(samples, pair));
  const points = rows.map((row, i): StudyPoint => {
    const { mean, low: meanLow, high: meanHigh } = tInterval(row);
    return { value: Number((values[i] / scale).toPrecision(12)), mean, meanLow, meanHigh };
  });
  const { unit: measureUnit, ...head } = headOf(options.scenarios, options);
  const { path, of = "both" } = options;
  return { ...head, path, unit, measureUnit, points, of, ...foundIn(points, rows, options) };
}
