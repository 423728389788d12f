/** Which uncertain numbers a study moves, and to which values. */
import { distributionOf, quantileOf } from "../../engine/mod.ts";
import { fixParameters, nearestName, type Scenario } from "../../scenario/mod.ts";

/** An uncertain number of a scenario. */
export interface UncertainNumber {
  /** Path, e.g. `care.lowerBed`. */
  readonly path: string;
  /** Law as written, e.g. `uniform 0.3 to 0.7`. */
  readonly written: string;
  /**
   * Value that the number stays below with a probability.
   *
   * @param share Probability [-].
   * @returns Value, in the unit inside [min, d, -, km/min, 1/min, 1/y or years, by the number].
   */
  quantile(share: number): number;
}

/** Those with laws, then the columns of accepted sets, each by itself. */
function uncertainNumbers({ uncertainty }: Scenario): UncertainNumber[] {
  const { parameters, sets } = uncertainty;
  const byLaw = parameters.map(({ path, written, law }) => ({
    path,
    written,
    quantile: (share: number) => distributionOf(law).quantile(share),
  }));
  const bySets = (sets?.paths ?? []).map((path, column) => ({
    path,
    written: "accepted sets",
    quantile: (share: number) => quantileOf(sets!.rows.map((row) => row[column]), share),
  }));
  return [...byLaw, ...bySets];
}

/**
 * One uncertain number of a scenario.
 *
 * @param scenario Scenario.
 * @param path Path.
 * @returns The number; undefined when it is certain there.
 */
export function uncertainNumber(scenario: Scenario, path: string): UncertainNumber | undefined {
  return uncertainNumbers(scenario).find((number) => number.path === path);
}

/**
 * Paths of uncertain numbers at or within some paths.
 *
 * @param scenarios Scenarios; a number counts that is uncertain in one of them.
 * @param asked Paths, e.g. `care` or `wave.attack[1].share`; all uncertain numbers when left out.
 * @returns Paths in the order of the scenarios, and what is wrong with those asked for.
 */
export function askedPaths(
  scenarios: readonly Scenario[],
  asked: readonly string[] | undefined,
): { paths: string[]; problems: string[] } {
  const all = pathsIn(scenarios);
  if (asked === undefined) {
    const none = "a scenario must have uncertain numbers: current number is 0";
    return { paths: all, problems: all.length === 0 ? [none] : [] };
  }
  const within = (outer: readonly string[]) => {
    const left = new Set(pathsIn(scenarios.map((scenario) => fixParameters(scenario, outer))));
    return all.filter((path) => !left.has(path));
  };
  const problems = asked.filter((path) => within([path]).length === 0).map((path) => {
    const nearest = nearestName(path, all);
    const hint = nearest === undefined ? "" : `; nearest is "${nearest}"`;
    return `paths must hold an uncertain number: current path is "${path}"${hint}`;
  });
  if (asked.length === 0) problems.push("paths must be given or left out: current number is 0");
  return { paths: within(asked), problems };
}

function pathsIn(scenarios: readonly Scenario[]): string[] {
  return [...new Set(scenarios.flatMap((s) => uncertainNumbers(s).map(({ path }) => path)))];
}
