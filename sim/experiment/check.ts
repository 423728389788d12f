/** Refuses what no experiment can be asked for, all problems at once. */
import { checkPrecisionRule } from "./analysis/mod.ts";
import { incomparable } from "./comparable.ts";
import type { ExperimentOptions } from "./options.ts";

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 1;

function problemsOf(options: ExperimentOptions): string[] {
  const { scenarios, replications, workers = 1, replicationsPerSet = 1 } = options;
  const { uncertainty = "replication", patience = 1 } = options;
  const problems: string[] = [];
  const must = (holds: boolean, rule: string, value: unknown) => {
    if (!holds) problems.push(`${rule}: current number is ${value}`);
  };
  must(scenarios.length > 0, "it needs a scenario", 0);
  if (typeof replications === "number") {
    must(isCount(replications), "replications must be a whole number >= 1", replications);
  }
  must(isCount(workers), "workers must be a whole number >= 1", workers);
  must(
    isCount(replicationsPerSet),
    "replications per set must be a whole number >= 1",
    replicationsPerSet,
  );
  must(patience > 0, "patience must be a time > 0 s", patience);
  if (uncertainty === "replication" && replicationsPerSet > 1) {
    problems.push("replications per set need drawn parameters: current parameters are fixed");
  }
  if (typeof replications !== "number" && replicationsPerSet > 1) {
    problems.push(
      "a rule of precision needs one replication per set of parameters, since those of a set are " +
        `not independent: current number is ${replicationsPerSet}`,
    );
  }
  if (uncertainty === "parameters") {
    const certain = scenarios.filter(({ uncertainty: { parameters, sets } }) =>
      parameters.length === 0 && sets === null
    );
    if (certain.length > 0) {
      problems.push(
        "drawn parameters need a section uncertainty in every scenario, or fixed and drawn ones " +
          `would be compared: current scenarios without one are ${
            certain.map(({ name }) => `"${name}"`).join(", ")
          }`,
      );
    }
  }
  if (typeof replications === "number" && replications % replicationsPerSet !== 0) {
    problems.push(
      `replications must fill every set of ${replicationsPerSet}: current number is ${replications}`,
    );
  }
  if (options.pairs && scenarios.length < 3) {
    problems.push(
      `all pairs need three scenarios or more: current number is ${scenarios.length}`,
    );
  }
  if (/\p{Cc}/u.test(options.seed) || options.seed === "") {
    problems.push(
      `the seed must be text without control characters: current seed is ${
        JSON.stringify(options.seed)
      }`,
    );
  }
  const reason = incomparable(scenarios);
  if (reason !== "") problems.push(reason);
  return problems;
}

/**
 * Refuses what no experiment can be asked for.
 *
 * @param options Options.
 * @throws {RangeError} With all problems at once.
 *
 * @example No scenario
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { checkExperiment } from "./mod.ts";
 *
 * assertThrows(
 *   () => checkExperiment({ scenarios: [], replications: 3, seed: "1" }),
 *   RangeError,
 *   "it needs a scenario",
 * );
 * ```
 */
export function checkExperiment(options: ExperimentOptions): void {
  const problems = problemsOf(options);
  if (typeof options.replications !== "number") {
    try {
      checkPrecisionRule(options.replications, { scenarios: options.scenarios.length });
    } catch (error) {
      problems.push((error as Error).message);
    }
  }
  if (problems.length === 0) return;
  if (problems.length === 1) {
    const [only] = problems;
    throw new RangeError(
      only.startsWith("Cannot ") ? only : `Cannot run an experiment as ${only}`,
    );
  }
  throw new RangeError(
    `Cannot run an experiment: ${problems.length} problems\n${
      problems.map((problem) => `  ${problem}`).join("\n")
    }`,
  );
}
