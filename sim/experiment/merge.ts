/**
 * Several result sets as one: scenarios that were run apart, on the same people, compared.
 *
 * What joins scenarios person by person (deaths in one and not in the other) is not in the rows of
 * single scenarios and is left out.
 */
import { compareMeasures, comparePairs, exceedancesOf } from "./analysis/mod.ts";
import { Again } from "./readings.ts";
import { cellKey } from "./results/mod.ts";
import type {
  ExceedanceSpec,
  Manifest,
  MeasureRow,
  ResultSet,
  SeriesPath,
  SeriesRow,
} from "./results/mod.ts";

/** Measures that join two scenarios person by person. */
const JOINED = /^deaths_only_/;

/** What result sets must share to be compared replication by replication. */
function signatureOf({ manifest }: ResultSet): string {
  const { program, sources, seed, replications, uncertainty, replicationsPerSet } = manifest;
  const { city, window } = manifest;
  const drawn = uncertainty === "parameters" ? `, ${replicationsPerSet} per set of parameters` : "";
  return `${program} (${sources}), city ${city.id} of ${city.population}, seed ${seed}, ` +
    `${replications} replications${drawn}, from ${window.start} for ${window.days} + ${window.runOnDays} d`;
}

/** A result set with the name that messages give it. */
export interface NamedResultSet {
  /** Name, e.g. its folder. */
  readonly name: string;
  /** Results. */
  readonly set: ResultSet;
}

function check(parts: readonly NamedResultSet[]): void {
  const [first] = parts;
  for (const { name, set } of parts) {
    if (signatureOf(set) === signatureOf(first.set)) continue;
    throw new RangeError(
      `Cannot compare "${name}" with "${first.name}" as both must be of one program, city, seed, ` +
        `number of replications, parameters and window:\n  ${signatureOf(first.set)}\n  ${
          signatureOf(set)
        }`,
    );
  }
}

/** For each set the names of the scenarios taken from it: each scenario once. */
function takenFrom(parts: readonly NamedResultSet[]): ReadonlySet<string>[] {
  const hashes = new Map<string, string>();
  return parts.map(({ set: { manifest } }) => {
    const taken = new Set<string>();
    for (const { name, hash: inputs, lawsHash } of manifest.scenarios) {
      const hash = manifest.uncertainty === "parameters"
        ? `${inputs} drawn by ${lawsHash}`
        : inputs;
      const former = hashes.get(name);
      if (former !== undefined && former !== hash) {
        throw new RangeError(
          `Cannot compare as scenario "${name}" differs between results: hashes ${former} and ${hash}`,
        );
      }
      if (former === undefined) taken.add(name);
      hashes.set(name, hash);
    }
    return taken;
  });
}

/** Rows that follow one another and belong to one series of one replication, as one path. */
function* pathsOfRows(rows: Iterable<SeriesRow>): Generator<SeriesPath> {
  let open: { key: string; first: SeriesRow; dates: string[]; values: number[] } | undefined;
  const close = (): SeriesPath => {
    const { first: { date: _, value: __, ...path }, dates, values } = open!;
    return { ...path, dates, values: Float64Array.from(values) };
  };
  for (const row of rows) {
    const key = `${row.scenario}\t${row.replication}\t${cellKey(row)}`;
    if (open?.key !== key) {
      if (open !== undefined) yield close();
      open = { key, first: row, dates: [], values: [] };
    }
    open.dates.push(row.date);
    open.values.push(row.value);
  }
  if (open !== undefined) yield close();
}

/** Events that all sets have estimated. */
function specsOf(parts: readonly NamedResultSet[]): ExceedanceSpec[] {
  const specs = new Map<string, ExceedanceSpec>();
  for (const { exceedances } of parts.map(({ set }) => set)) {
    for (const row of exceedances) {
      const { measure, level, orAt, days, grid, tier, facility, ward, colour, rule, line } = row;
      const groups = { grid, tier, facility, ward, colour, rule, line };
      const spec = { measure, groups, level, orAt, days };
      specs.set(JSON.stringify(spec), spec);
    }
  }
  return [...specs.values()];
}

/**
 * Joins result sets of one city, seed, number of replications and program.
 *
 * @param parts Result sets; the first scenario of the first one is the baseline.
 * @param command Command that joins them, for the manifest.
 * @returns One result set with a comparison of all scenarios; a scenario in several sets comes once.
 * @throws {RangeError} When they cannot be compared replication by replication.
 *
 * @example Two scenarios that were run apart
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario } from "../scenario/mod.ts";
 * import { mergeResultSets, runExperiment } from "./mod.ts";
 *
 * const run = async (name: string) => {
 *   const scenarios = [await loadScenario(`scenarios/${name}.yaml`)];
 *   return { name, set: await runExperiment({ scenarios, replications: 1, seed: "1" }) };
 * };
 * const parts = [await run("training"), await run("training_no_tiers")];
 * const { comparison } = mergeResultSets(parts, "");
 * assertEquals(new Set(comparison.map(({ scenario }) => scenario)).size, 2);
 * ```
 */
export function mergeResultSets(parts: readonly NamedResultSet[], command: string): ResultSet {
  check(parts);
  const taken = takenFrom(parts);
  const [{ set: { manifest: first } }] = parts;
  const from = <Row extends { readonly scenario: string }>(
    rows: (set: ResultSet) => Iterable<Row>,
  ): Iterable<Row> =>
    new Again(function* () {
      for (const [i, { set }] of parts.entries()) {
        for (const row of rows(set)) if (taken[i].has(row.scenario)) yield row;
      }
    });
  const measures: Iterable<MeasureRow> = new Again(function* () {
    for (const row of from((set) => set.measures)) if (!JOINED.test(row.measure)) yield row;
  });
  const series = from((set) => set.series);
  const paths = new Again(() => pathsOfRows(series));
  const manifest: Manifest = {
    ...first,
    scenarios: parts.flatMap(({ set }, i) =>
      set.manifest.scenarios.filter(({ name }) => taken[i].has(name))
    ),
    command,
    requests: parts.flatMap(({ set }) => set.manifest.requests),
  };
  const grades = Object.fromEntries(
    parts.flatMap(({ set }) => set.comparison.map(({ scenario, grade }) => [scenario, grade])),
  );
  const { uncertainty, replicationsPerSet } = first;
  const settings = { grades, uncertainty, replicationsPerSet };
  const pairs = parts.some(({ set }) => set.pairs.length > 0);
  const comparing = { ...settings, comparisons: pairs ? "pairs" : "baseline" } as const;
  return {
    manifest,
    measures,
    series,
    bands: [...from((set) => set.bands)],
    comparison: compareMeasures(measures, first.baseline, comparing),
    pairs: pairs ? comparePairs(measures, first.baseline, settings) : [],
    exceedances: exceedancesOf(paths, specsOf(parts), { baseline: first.baseline, ...settings }),
    precision: [...from((set) => set.precision)],
    parameters: from((set) => set.parameters),
    start: [...from((set) => set.start)],
    restoration: [...from((set) => set.restoration)],
    monitoring: [...from((set) => set.monitoring)],
    facilityDays: [...from((set) => set.facilityDays)],
    curves: [...from((set) => set.curves)],
    flows: [...from((set) => set.flows)],
  };
}
