/** What `run` is asked for: from options to a request, and from a request to the command that makes it. */
import { InvalidArgumentError } from "commander";
import {
  formatExceedance,
  formatPrecisionTarget,
  parseExceedance,
  parsePrecisionTarget,
} from "../experiment/mod.ts";
import type {
  ExceedanceSpec,
  PrecisionRule,
  PrecisionTarget,
  RunRequest,
} from "../experiment/mod.ts";
import { InputError } from "./exit.ts";

/** Replications when nothing is said [-]. */
const REPLICATIONS = 3;
const AT_LEAST = 5;
const AT_MOST = 100;
const CONFIDENCE = 0.95;
const LOOK_AHEAD = 5;

/** Options of `run` that decide what comes out. */
export interface AskedFor {
  /** Replications per scenario [-]. */
  readonly replications?: number;
  /** Targets of precision. */
  readonly until: readonly PrecisionTarget[];
  /** Replications before the first look [-]. */
  readonly atLeast?: number;
  /** Most replications [-]. */
  readonly atMost?: number;
  /** Further replications over which the precision must hold [-]. */
  readonly lookAhead?: number;
  /** Confidence of the intervals looked at [-]. */
  readonly confidence?: number;
  /** Seed. */
  readonly seed: string;
  /** Whether parameters are drawn. */
  readonly parameters: boolean;
  /** Replications that share a set of parameters [-]. */
  readonly perSet?: number;
  /** Whether all pairs are compared. */
  readonly pairs: boolean;
  /** Events whose probability is estimated. */
  readonly exceed: readonly ExceedanceSpec[];
  /** Whether event logs are written. */
  readonly log: boolean;
}

/** Options that say nothing without another one. */
const NEEDS: readonly (readonly [keyof AskedFor, string, keyof AskedFor, string])[] = [
  ["atLeast", "--at-least", "until", "--until"],
  ["atMost", "--at-most", "until", "--until"],
  ["lookAhead", "--look-ahead", "until", "--until"],
  ["confidence", "--confidence", "until", "--until"],
  ["perSet", "--per-set", "parameters", "--parameters"],
];

function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
}

/**
 * Refuses options that contradict one another and makes a request of the others.
 *
 * @param files Scenario files.
 * @param asked Options.
 * @returns The request.
 * @throws {InputError} With every contradiction at once.
 */
export function requestOf(files: readonly string[], asked: AskedFor): RunRequest {
  const problems = NEEDS
    .filter(([option, , needs]) => isGiven(asked[option]) && !isGiven(asked[needs]))
    .map(([, name, , needs]) => `${name} says something only together with ${needs}`);
  if (asked.replications !== undefined && asked.until.length > 0) {
    problems.push("--replications fixes the number that --until is to find: give one of them");
  }
  if (problems.length > 0) {
    throw new InputError(
      `Cannot run as options contradict one another:\n  ${problems.join("\n  ")}`,
    );
  }
  return {
    files,
    replications: asked.until.length > 0 ? ruleOf(asked) : asked.replications ?? REPLICATIONS,
    seed: asked.seed,
    uncertainty: asked.parameters ? "parameters" : "replication",
    replicationsPerSet: asked.perSet ?? 1,
    pairs: asked.pairs,
    exceedances: asked.exceed,
    log: asked.log,
  };
}

function ruleOf({ until, atLeast, atMost, confidence, lookAhead }: AskedFor): PrecisionRule {
  return {
    targets: until,
    atLeast: atLeast ?? AT_LEAST,
    atMost: atMost ?? AT_MOST,
    confidence: confidence ?? CONFIDENCE,
    lookAhead: lookAhead ?? LOOK_AHEAD,
  };
}

function quoted(word: string): string {
  return /^[\w./:=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/**
 * The command that asks for the same.
 *
 * @param request Request.
 * @returns One line of shell.
 *
 * @example Three replications
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { commandOf, requestOf } from "./request.ts";
 * const nothing = { until: [], parameters: false, pairs: false, exceed: [], log: false };
 * assertEquals(
 *   commandOf(requestOf(["a b.yaml"], { ...nothing, seed: "1" })),
 *   "deno task sim run 'a b.yaml' --replications 3 --seed 1",
 * );
 * ```
 */
export function commandOf(request: RunRequest): string {
  const { replications, seed, uncertainty, replicationsPerSet, pairs, log } = request;
  const words = [...request.files];
  if (typeof replications === "number") words.push("--replications", `${replications}`);
  else {
    for (const target of replications.targets) words.push("--until", formatPrecisionTarget(target));
    words.push("--at-least", `${replications.atLeast}`, "--at-most", `${replications.atMost}`);
    words.push("--look-ahead", `${replications.lookAhead}`);
    words.push("--confidence", `${replications.confidence}`);
  }
  words.push("--seed", seed);
  if (uncertainty === "parameters") words.push("--parameters");
  if (replicationsPerSet > 1) words.push("--per-set", `${replicationsPerSet}`);
  if (pairs) words.push("--pairs");
  for (const spec of request.exceedances) words.push("--exceed", formatExceedance(spec));
  if (log) words.push("--log");
  return ["deno task sim run", ...words.map(quoted)].join(" ");
}

/** Collects a repeated option, each value parsed; what cannot be read is bad input. */
function collected<T>(parse: (text: string) => T): (text: string, former: readonly T[]) => T[] {
  return (text, former) => {
    try {
      return [...former, parse(text)];
    } catch (error) {
      throw new InvalidArgumentError((error as Error).message);
    }
  };
}

/** Parses a repeated `--until`. */
export const collectTargets: (
  text: string,
  former: readonly PrecisionTarget[],
) => PrecisionTarget[] = collected(parsePrecisionTarget);

/** Parses a repeated `--exceed`. */
export const collectExceedances: (
  text: string,
  former: readonly ExceedanceSpec[],
) => ExceedanceSpec[] = collected(parseExceedance);
