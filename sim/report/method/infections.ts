/** Whether the same people are infected on the same days in every scenario, or nobody at all. */
import { type BandRow, GROUPS, type ResultSet } from "../../experiment/results/mod.ts";
import { shownChanges } from "./shown_changes.ts";

/** Inputs that decide who is infected, and when: a line that begins so. */
const DECIDING = /^(?:uncertainty\.parameters\.)?(?:wave|window|people|city)(?:\.|$)/;

/** Columns of a band that equal infections make equal. */
const COLUMNS = ["replications", "mean", "meanLow", "meanHigh", "p05", "p50", "p95"] as const;

/**
 * Whether infections are the same in every scenario. They are when no changed line touches the wave,
 * the window, the people or the city, and the daily series of infections does not differ anywhere.
 *
 * @param set Results.
 * @returns `same`, `differ`, or `unknown` when the results have no daily series of infections.
 *
 * @example A set without the series
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { infectionsOf } from "./mod.ts";
 * assertEquals(infectionsOf(TINY_RESULT_SET), "unknown");
 * ```
 */
export function infectionsOf(set: ResultSet): "same" | "differ" | "unknown" {
  const { scenarios, baseline } = set.manifest;
  const touched = scenarios.some((scenario) =>
    shownChanges(set, scenario).some(({ path }) => DECIDING.test(path))
  );
  if (touched) return "differ";
  const series = Map.groupBy(
    set.bands.filter((row) =>
      row.measure === "infected" && GROUPS.every((name) => row[name] === "")
    ),
    ({ scenario }) => scenario,
  );
  if (scenarios.some(({ name }) => !series.has(name))) return "unknown";
  const text = (rows: readonly BandRow[] = []): string =>
    rows.map((row) => [row.date, ...COLUMNS.map((column) => row[column])].join()).sort().join(";");
  const base = text(series.get(baseline));
  return scenarios.every(({ name }) => text(series.get(name)) === base) ? "same" : "differ";
}

/** Measures of who is infected: residents, and people who arrive. */
const INFECTED = ["infected", "arrivals_infected"];

/**
 * Whether nobody is infected in any scenario: levels and closures alone then change what happens.
 *
 * @param set Results.
 * @returns True when each scenario counts the infected and there is none; false also when it is unknown.
 *
 * @example A set that does not count the infected
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { isWithoutInfections } from "./mod.ts";
 * assertEquals(isWithoutInfections(TINY_RESULT_SET), false);
 * ```
 */
export function isWithoutInfections({ comparison, manifest }: ResultSet): boolean {
  const rows = comparison.filter((row) =>
    INFECTED.includes(row.measure) && GROUPS.every((name) => row[name] === "")
  );
  return rows.every(({ mean }) => mean === 0) &&
    manifest.scenarios.every(({ name }) =>
      rows.some(({ scenario, measure }) => scenario === name && measure === "infected")
    );
}
