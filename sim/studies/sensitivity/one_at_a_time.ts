/**
 * Which uncertain numbers matter: each by itself from one end of its law to the other.
 *
 * All scenarios of a study make one experiment, so that one pool of workers runs them and every
 * change is paired: the same people, with one number moved.
 */
import { pairedInterval, tInterval } from "../../engine/mod.ts";
import type { InfluenceEnd, InfluenceRow, InfluenceStudy } from "../../report/mod.ts";
import { parameterAt, type Scenario, setParameters } from "../../scenario/mod.ts";
import {
  headOf,
  measureProblems,
  pairedValues,
  refuse,
  replicationProblems,
  type Samples,
  samplesOf,
  type StudyMeasure,
  type StudyRuns,
} from "../measured/mod.ts";
import { askedPaths, uncertainNumber } from "./uncertain_numbers.ts";

/** What a study of influence is asked for. */
export interface InfluenceOptions extends StudyMeasure, Omit<StudyRuns, "uncertainty"> {
  /** One scenario, whose measure is studied; or two, of which the second minus the first is. */
  readonly scenarios: readonly [Scenario] | readonly [Scenario, Scenario];
  /** Numbers to move: those at or within these paths; all that are uncertain when left out. */
  readonly paths?: readonly string[];
  /** Probabilities at which the laws are read [-], 0 to 1, ascending; 0.05 and 0.95 when left out. */
  readonly shares?: readonly [low: number, high: number];
}

const SHARES = [0.05, 0.95] as const;

function problemsOf(options: InfluenceOptions): { paths: string[]; problems: string[] } {
  const { shares = SHARES, scenarios } = options;
  const { paths, problems } = askedPaths(scenarios, options.paths);
  const [low, high] = shares;
  if (!(low >= 0 && low < high && high <= 1)) {
    const current = `current shares are ${low} and ${high}`;
    problems.push(`shares must be probabilities, the lower first: ${current}`);
  }
  return {
    paths,
    problems: [...problems, ...measureProblems(options), ...replicationProblems(options, 2)],
  };
}

/** A number at one end of its law. */
interface End {
  /** Names of the scenarios there. */
  readonly names: readonly string[];
  /** Value, in the unit as written. */
  readonly value: number;
  /** Unit as written. */
  readonly unit: string;
}

/** A number at both ends of its law. */
interface Ends {
  readonly path: string;
  readonly written: string;
  readonly low: End;
  readonly high: End;
}

/** Takes a number to both ends; a scenario in which it is certain stays as it is. */
function endsOf(options: InfluenceOptions, path: string, add: (scenario: Scenario) => void): Ends {
  const { scenarios, shares = SHARES } = options;
  const laws = scenarios.map((scenario) => uncertainNumber(scenario, path));
  const first = laws.findIndex((law) => law !== undefined);
  const { unit, scale } = parameterAt(scenarios[first], path);
  const [low, high] = shares.map((share): End => {
    const names = scenarios.map((scenario, i) => {
      if (laws[i] === undefined) return scenario.name;
      const moved = setParameters(scenario, { [path]: laws[i].quantile(share) });
      add(moved);
      return moved.name;
    });
    return { names, value: laws[first]!.quantile(share) / scale, unit };
  });
  return { path, written: laws[first]!.written, low, high };
}

/** What an end leads to, beside the scenarios as written. */
function endRow({ names, value, unit }: End, samples: Samples, base: readonly number[]) {
  const { mean: middle } = tInterval(base);
  const { mean, low, high } = pairedInterval(pairedValues(samples, names), base);
  const at: InfluenceEnd = {
    value,
    unit,
    mean: middle + mean,
    meanLow: middle + low,
    meanHigh: middle + high,
  };
  return at;
}

/**
 * Moves each uncertain number by itself to two quantiles of its law, all others as written.
 *
 * Replication r of all scenarios has the same people, so that the change from the scenarios as written
 * is paired: a number that plays no part changes nothing at all. The interval of an end is that of
 * the mean change, laid at the mean as written: it holds that mean when the number is not shown to
 * move the measure. With two scenarios a number that is uncertain in both moves in both, each by its
 * own law, and the values told are the first one's; the study is then of the number on which a
 * conclusion rests. Effects of several numbers together are not seen; for those draw all at once
 * (`uncertainty: "parameters"` of an experiment).
 *
 * Source: Briggs, Claxton and Sculpher (2006), "Decision Modelling for Health Economic Evaluation",
 * Oxford University Press, chapter 4 (one-way analysis and its limits); Eschenbach (1992),
 * "Spiderplots versus tornado diagrams for sensitivity analysis", Interfaces 22(6), 40–46.
 *
 * @param options Scenarios, measure, numbers, quantiles, runs.
 * @returns The study: one row per number in the order of the files.
 * @throws {RangeError} When the question is wrong, with all problems.
 * @throws {ScenarioError} When a quantile does not fit what the scenario says beside it.
 *
 * @example Deaths, by what is assumed of a lower bed
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario, setParameters } from "../../scenario/mod.ts";
 * import { oneAtATime } from "./mod.ts";
 *
 * const training = await loadScenario("scenarios/training.yaml");
 * const plan = setParameters(training, { "wave.scale": 0.05 });
 * const { rows } = await oneAtATime({
 *   scenarios: [plan],
 *   measure: "deaths",
 *   paths: ["care.lowerBed"],
 *   replications: 2,
 *   seed: "example",
 * });
 * assertEquals(rows.map(({ path }) => path), ["care.lowerBed"]);
 * ```
 */
export async function oneAtATime(options: InfluenceOptions): Promise<InfluenceStudy> {
  const { paths, problems } = problemsOf(options);
  refuse("study influence", problems);
  const all = new Map(options.scenarios.map((scenario) => [scenario.name, scenario]));
  const ends = paths.map((path) =>
    endsOf(options, path, (scenario) => all.set(scenario.name, scenario))
  );
  const samples = await samplesOf([...all.values()], options);
  const base = pairedValues(samples, options.scenarios.map(({ name }) => name));
  const { mean, low: meanLow, high: meanHigh } = tInterval(base);
  return {
    ...headOf(options.scenarios, options),
    baseline: { mean, meanLow, meanHigh },
    rows: ends.map(({ path, written, low, high }): InfluenceRow => ({
      path,
      written,
      low: endRow(low, samples, base),
      high: endRow(high, samples, base),
    })),
  };
}
