/**
 * What an experiment runs: its scenarios and the reference runs that they share, each with the key
 * under which the store keeps it.
 */
import { createHash } from "node:crypto";
import { canonicalJson } from "../scenario/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { referenceKey, referenceOf } from "./reference.ts";
import type { Uncertainty } from "./results/mod.ts";

/** Work of a reference run relative to a scenario's [-]. */
const REFERENCE_WEIGHT = 0.15;

/** One thing that is replicated: a scenario, or the reference of one or more. */
export interface Run {
  /** What is simulated. */
  readonly scenario: Scenario;
  /** Key in the store, beside program, seed and replication. */
  readonly key: string;
  /** Whether its parameters are drawn. */
  readonly drawn: boolean;
  /** Whether it is a reference run. */
  readonly reference: boolean;
  /** Work relative to a scenario's [-]. */
  readonly weight: number;
}

/** The runs of an experiment: references first, since they are short, then the scenarios. */
export interface Runs {
  /** All runs. */
  readonly all: readonly Run[];
  /** How many of them are references [-]; the scenarios follow in their order. */
  readonly references: number;
  /** Index of the reference in `all` for each scenario [-]. */
  readonly referenceOf: readonly number[];
}

const short = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 16);

const known = new WeakMap<Scenario, string>();

/**
 * Hash of all inputs of a scenario as they are, equal to `scenario.hash` when it was loaded and not
 * changed since. A program may change a scenario by copying it; its results must not be taken for
 * those of the original.
 *
 * @param scenario Scenario.
 * @returns First 16 hexadecimal digits of the SHA-256.
 */
export function inputsHash(scenario: Scenario): string {
  let hash = known.get(scenario);
  if (hash === undefined) {
    const { name: _, title: __, description: ___, hash: ____, ...rest } = scenario;
    const { provenance: _____, uncertainty: ______, ...inputs } = rest;
    known.set(scenario, hash = short(canonicalJson(inputs)));
  }
  return hash;
}

function runOf(scenario: Scenario, key: string, drawnKey: string, perSet: number): Run {
  const drawn = drawnKey !== "";
  return {
    scenario,
    key: drawn ? `${drawnKey} drawn, ${perSet} per set` : key,
    drawn,
    reference: key.startsWith("reference "),
    weight: key.startsWith("reference ") ? REFERENCE_WEIGHT : 1,
  };
}

/**
 * Whether a scenario has parameters to draw.
 *
 * @param scenario Scenario.
 * @returns True when it states laws or accepted sets.
 */
export function isUncertain({ uncertainty }: Scenario): boolean {
  return uncertainty.parameters.length > 0 || uncertainty.sets !== null;
}

/**
 * Lists the runs of an experiment.
 *
 * @param scenarios Scenarios; the first is the baseline.
 * @param uncertainty Whether parameters are drawn.
 * @param perSet Replications that share one set of parameters [-].
 * @returns Runs.
 */
export function runsOf(
  scenarios: readonly Scenario[],
  uncertainty: Uncertainty,
  perSet: number,
): Runs {
  const drawing = uncertainty === "parameters";
  const references = new Map<string, Run>();
  const keys = scenarios.map((scenario) => {
    const reference = referenceOf(scenario);
    const drawn = drawing && isUncertain(reference)
      ? `reference ${short(referenceKey(scenario) + canonicalJson(reference.uncertainty))}`
      : "";
    const run = runOf(reference, `reference ${short(referenceKey(scenario))}`, drawn, perSet);
    if (!references.has(run.key)) references.set(run.key, run);
    return run.key;
  });
  const order = [...references.keys()];
  const own = scenarios.map((scenario) => {
    const hash = inputsHash(scenario);
    const drawn = drawing && isUncertain(scenario)
      ? short(hash + canonicalJson(scenario.uncertainty))
      : "";
    return runOf(scenario, hash, drawn, perSet);
  });
  return {
    all: [...references.values(), ...own],
    references: order.length,
    referenceOf: keys.map((key) => order.indexOf(key)),
  };
}
