/**
 * Sets of parameters: what is drawn for the numbers of a scenario that are uncertain.
 *
 * The uniform of a number depends on the seed, the set and its path alone. So scenarios that share a
 * path draw it alike, which pairs them, and a new uncertain number changes no other's draws.
 */
import { type Distribution, distributionOf, keyOf, Streams } from "../engine/random/mod.ts";
import { digestOf } from "./_digest.ts";
import { checkDrawn } from "./_drawn_checks.ts";
import { pathName } from "./_locator.ts";
import { hashed } from "./_uncertainty.ts";
import { isWithin, keysOf, withValueAt } from "./_value_paths.ts";
import { deepFreeze } from "./hash.ts";
import type { Scenario } from "./scenario.ts";
import type { UncertaintySpec } from "./uncertainty.ts";

/** Which set of parameters is drawn. */
export interface SetOptions {
  /** Seed of the experiment. */
  readonly seed: string;
  /** Number of the set, from 0 [-]. */
  readonly set: number;
}

/** A number as drawn. */
export interface DrawnParameter {
  /** Path of the number, e.g. `care.lowerBed`. */
  readonly path: string;
  /** Value, in the unit inside [min, -, km/min, 1/y or years, by the number]. */
  readonly value: number;
}

/** Name of the stream that chooses an accepted set; no path has a space. */
const SETS = "accepted sets";

/** Laws as built, by spec, since a worker draws many sets from one. */
const LAWS = new WeakMap<UncertaintySpec, readonly Distribution[]>();

function lawsOf(spec: UncertaintySpec): readonly Distribution[] {
  const known = LAWS.get(spec);
  if (known !== undefined) return known;
  const laws = spec.parameters.map(({ law }) => distributionOf(law));
  LAWS.set(spec, laws);
  return laws;
}

/**
 * Draws the uncertain numbers of a scenario.
 *
 * A law draws by inversion of the uniform of its path. Of accepted sets one is taken, each as likely
 * as any other and with replacement: two sets of an experiment may take the same one.
 *
 * @param scenario Scenario.
 * @param options Seed and number of the set.
 * @returns Numbers with laws in the order of the files, then those of the accepted set in the order
 * of its columns; empty when nothing is uncertain.
 * @throws {RangeError} When the set is not a whole number from 0.
 *
 * @example The same set has the same values
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario, parametersOf } from "./mod.ts";
 *
 * const scenario = await loadScenario("scenarios/training.yaml");
 * const drawn = parametersOf(scenario, { seed: "example", set: 3 });
 * assertEquals(parametersOf(scenario, { seed: "example", set: 3 }), drawn);
 * ```
 */
export function parametersOf(
  { uncertainty }: Scenario,
  { seed, set }: SetOptions,
): DrawnParameter[] {
  if (!Number.isSafeInteger(set) || set < 0) {
    throw new RangeError(
      `Cannot draw parameters as the set must be a whole number from 0: current set is ${set}`,
    );
  }
  const { parameters, sets } = uncertainty;
  // A key of its own, so that no replication shares the numbers.
  const streams = new Streams(keyOf(`parameters of ${seed}`, set));
  const laws = lawsOf(uncertainty);
  const drawn = parameters.map(({ path }, index) => {
    return { path, value: laws[index].quantile(streams.open(path).uniform()) };
  });
  if (sets === null) return drawn;
  const row = sets.rows[Math.floor(streams.open(SETS).uniform() * sets.rows.length)];
  return [...drawn, ...sets.paths.map((path, index) => ({ path, value: row[index] }))];
}

/**
 * The scenario with the values of one set of parameters.
 *
 * What joins numbers is checked again, as in a file. The result has nothing uncertain left; its hash
 * is that of the scenario and the values; its provenance says what was drawn and from what.
 *
 * @param scenario Scenario.
 * @param options Seed and number of the set.
 * @returns The scenario of that set, deeply frozen; the scenario itself when nothing is uncertain.
 * @throws {RangeError} When the set is not a whole number from 0, or its values break a rule
 * together.
 *
 * @example Nothing is uncertain any more
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { drawScenario, loadScenario } from "./mod.ts";
 *
 * const scenario = await loadScenario("scenarios/training.yaml");
 * const drawn = drawScenario(scenario, { seed: "example", set: 3 });
 * assertEquals(drawn.uncertainty.parameters, []);
 * ```
 */
export function drawScenario(scenario: Scenario, options: SetOptions): Scenario {
  const drawn = parametersOf(scenario, options);
  if (drawn.length === 0) return scenario;
  const values = drawn.map(({ path, value }) => ({ keys: keysOf(path), value }));
  const changed = values.reduce(
    (data, { keys, value }) => withValueAt(data, keys, value),
    scenario,
  );
  const wrong = checkDrawn(changed, values.map(({ keys }) => keys));
  if (wrong.length > 0) {
    const found = values.filter(({ keys }) => wrong.some(({ part }) => part === keys[0]))
      .map(({ keys, value }) => `${pathName(keys)} is ${value}`);
    throw new RangeError(
      `Cannot draw set ${options.set} of scenario "${scenario.name}" as its values must fit ` +
        `together: ${wrong.map(({ message }) => message).join("; ")}: current ${found.join(", ")}`,
    );
  }
  const hash = digestOf({ scenario: scenario.hash, drawn });
  const uncertainty = specOf({ parameters: [], sets: null }, hash);
  return deepFreeze({ ...changed, hash, uncertainty, provenance: provenanceOf(scenario, drawn) });
}

/**
 * A scenario in which some of the uncertain numbers are fixed at their values.
 *
 * The draws of the others stay as they were: laws have uniforms of their own, and of an accepted set
 * the same row is taken.
 *
 * @param scenario Scenario.
 * @param fixed Paths; everything at or within one of them is fixed.
 * @returns The scenario with fewer uncertain numbers; its own hash is unchanged.
 *
 * @example Care as written, everything else drawn
 * ```ts
 * import { assert } from "@std/assert";
 * import { fixParameters, loadScenario } from "./mod.ts";
 *
 * const scenario = fixParameters(await loadScenario("scenarios/training.yaml"), ["care"]);
 * assert(scenario.uncertainty.parameters.every(({ path }) => !path.startsWith("care.")));
 * ```
 */
export function fixParameters(scenario: Scenario, fixed: readonly string[]): Scenario {
  const drawn = (path: string) => !fixed.some((outer) => isWithin(path, outer));
  const { sets, parameters } = scenario.uncertainty;
  const kept = sets?.paths.map((path, index) => ({ path, index })).filter((c) => drawn(c.path));
  const columns = sets === null || kept === undefined || kept.length === 0 ? null : {
    ...sets,
    paths: kept.map(({ path }) => path),
    units: kept.map(({ index }) => sets.units[index]),
    rows: sets.rows.map((row) => kept.map(({ index }) => row[index])),
  };
  const left = { parameters: parameters.filter(({ path }) => drawn(path)), sets: columns };
  return deepFreeze({ ...scenario, uncertainty: specOf(left, scenario.hash) });
}

function specOf(left: Omit<UncertaintySpec, "hash">, scenario: string): UncertaintySpec {
  return { ...left, hash: digestOf(hashed(left, scenario)) };
}

/** What the numbers rest on; those that were drawn rest on their laws. */
function provenanceOf(
  { provenance, uncertainty }: Scenario,
  drawn: readonly DrawnParameter[],
): Scenario["provenance"] {
  const { parameters, sets } = uncertainty;
  const values = new Map(drawn.map(({ path, value }) => [path, value]));
  const laws = new Map(parameters.map((parameter) => [parameter.path, parameter]));
  const units = new Map(sets?.paths.map((path, index) => [path, sets.units[index]]));
  return provenance.map((entry) => {
    const value = values.get(entry.path);
    if (value === undefined) return entry;
    const law = laws.get(entry.path);
    const { grade, source, file } = (law ?? sets)!;
    const unit = law?.unit ?? units.get(entry.path) ?? "";
    return { path: entry.path, text: `${value} ${unit}`.trim(), grade, source, file };
  });
}
