/**
 * When to stop replicating.
 *
 * Replications are fed in the order of their index, whatever order workers end them in: so the number
 * at which the procedure stops depends on nothing but the seed.
 */
import {
  cellKey,
  NO_GROUPS,
  type PrecisionRow,
  type PrecisionRule,
  type RowGroups,
} from "../results/mod.ts";
import { cellText, hintFor } from "./_cell_text.ts";
import { PrecisionLine } from "./_precision_line.ts";
import { checkPrecisionRule } from "./precision_rule.ts";

/** One value of one measure in one replication. */
export interface MeasuredValue extends Partial<RowGroups> {
  /** Measure, by its name in the catalogue. */
  readonly measure: string;
  /** Unit. */
  readonly unit: string;
  /** Value [unit]. */
  readonly value: number;
}

/** Where the procedure stopped. */
export interface PrecisionStop {
  /** Replications made, all of which are used [-]. */
  readonly stop: number;
  /** Replications that were enough [-]; null when `atMost` came first. */
  readonly recommended: number | null;
}

/** Up to so many replications the look-ahead is as given; beyond, in proportion [-]. */
const PLAIN = 100;

/** Value and unit of the cells that matter, and what else there was. */
type Seen = ReadonlyMap<string, MeasuredValue>;

/**
 * Finds the number of replications at which every target is met in every scenario, and stays met.
 *
 * After each replication the interval of each target is looked at. The recommended number is the first
 * n ≥ `atLeast` at which all targets are met, and stay met for f further replications: f is
 * `lookAhead` up to n = 100, and ⌊`lookAhead` × n ÷ 100⌋ beyond. When one is missed on the way, the
 * search goes on from there. The procedure stops at n + f, and all replications made are used; or at
 * `atMost`, without a recommendation when precision was not reached and held by then.
 *
 * A relative half-width is a share of |mean|. It is never met by a mean of 0, nor while the interval
 * holds 0, so that the sign of the mean is open: ask for an absolute one where that can be. A measure
 * that is NaN, or missing, in some replication has no mean and is not met from then on. Differences
 * are looked at in every scenario but the baseline. With several replications per set of drawn
 * parameters replications are not independent, and intervals are too narrow.
 *
 * Source: Hoad, Robinson and Davies (2010), "Automated selection of the number of replications for a
 * discrete-event simulation", Journal of the Operational Research Society 61(11), 1632–1644. They have
 * one measure and relative half-widths; here all targets must be met at the same n.
 *
 * @example Values that hardly differ
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parsePrecisionTarget, PrecisionProcedure } from "./mod.ts";
 *
 * const procedure = new PrecisionProcedure({
 *   targets: [parsePrecisionTarget("deaths 5 %")],
 *   atLeast: 3, atMost: 50, confidence: 0.95, lookAhead: 2,
 * }, ["plan"]);
 * const answers = [100, 101, 99, 100, 100].map((value) =>
 *   procedure.add([[{ measure: "deaths", unit: "persons", value }]])
 * );
 * assertEquals(answers.slice(0, 4), ["more", "more", "more", "more"]);
 * assertEquals(answers[4], { stop: 5, recommended: 3 });
 * ```
 */
export class PrecisionProcedure {
  readonly #rule: PrecisionRule;
  readonly #scenarios: readonly string[];
  readonly #lines: readonly PrecisionLine[];
  readonly #wanted: ReadonlySet<string>;
  #replications = 0;
  #metFrom: number | null = null;
  #stopped: PrecisionStop | null = null;

  /**
   * Checks the rule.
   *
   * @param rule Targets, bounds, confidence, look-ahead.
   * @param scenarios Names of the scenarios; the first is the baseline.
   * @throws {RangeError} When the rule cannot be followed.
   */
  constructor(rule: PrecisionRule, scenarios: readonly string[]) {
    checkPrecisionRule(rule, { scenarios: scenarios.length });
    this.#rule = rule;
    this.#scenarios = scenarios;
    this.#lines = rule.targets.flatMap((target) =>
      scenarios.map((scenario, index) => ({ scenario, index, confidence: rule.confidence }))
        .filter(({ index }) => target.of === "mean" || index > 0)
        .map((place) => new PrecisionLine(target, place))
    );
    this.#wanted = new Set(this.#lines.map(({ cell }) => cellKey(cell)));
  }

  /**
   * Adds the next replication, from index 0 on.
   *
   * @param measures Measures of the replication by scenario, in the order of their names; those that
   * are no target are passed over.
   * @returns `more`, or where to stop.
   * @throws {RangeError} When scenarios are missing, the first replication does not measure a target,
   * or the procedure has stopped.
   */
  add(measures: readonly Iterable<MeasuredValue>[]): "more" | PrecisionStop {
    this.#check(measures.length);
    const seen = measures.map((rows) => this.#read(rows));
    if (this.#replications === 0) this.#checkCells(seen, measures);
    this.#replications++;
    for (const line of this.#lines) {
      const key = cellKey(line.cell);
      const here = seen[line.place.index].get(key);
      const from = line.target.of === "mean" ? 0 : seen[0].get(key)?.value ?? NaN;
      line.add((here?.value ?? NaN) - from, here?.unit ?? "");
    }
    return this.#decide();
  }

  /** Replications added so far [-]. */
  get replications(): number {
    return this.#replications;
  }

  /**
   * Replications that are still to come, by the means and variances so far [-]; no more than `atMost`
   * leaves, 0 when stopped. Where a target cannot be told (mean 0, NaN) all that `atMost` leaves.
   */
  get remaining(): number {
    if (this.#stopped !== null) return 0;
    const { atLeast, atMost } = this.#rule;
    const n = this.#replications;
    if (n < 2) return Math.min(atMost, this.#endOf(atLeast)) - n;
    const open = this.#lines.filter((line) => !line.met).map(({ needed }) =>
      Math.max(n + 1, needed)
    );
    const enough = this.#metFrom ?? Math.max(atLeast, ...open);
    return Math.min(atMost, this.#endOf(enough)) - n;
  }

  /** Precision after each replication from the second on: by target, scenario, replications. */
  get rows(): PrecisionRow[] {
    return this.#lines.flatMap(({ rows }) => rows);
  }

  #endOf(n: number): number {
    return n + Math.floor(this.#rule.lookAhead * Math.max(n, PLAIN) / PLAIN);
  }

  #decide(): "more" | PrecisionStop {
    const { atLeast, atMost } = this.#rule;
    const n = this.#replications;
    if (!this.#lines.every(({ met }) => met)) this.#metFrom = null;
    else if (n >= atLeast) this.#metFrom ??= n;
    if (this.#metFrom !== null && n >= this.#endOf(this.#metFrom)) {
      return this.#stopped = { stop: n, recommended: this.#metFrom };
    }
    return n >= atMost ? this.#stopped = { stop: n, recommended: null } : "more";
  }

  #read(rows: Iterable<MeasuredValue>): Seen {
    const seen = new Map<string, MeasuredValue>();
    for (const row of rows) {
      const key = cellKey({ ...NO_GROUPS, ...row });
      if (this.#wanted.has(key)) seen.set(key, row);
    }
    return seen;
  }

  #check(scenarios: number): void {
    if (this.#stopped !== null) {
      throw new RangeError(
        `Cannot add a replication as the procedure must not have stopped: it stopped at ` +
          `${this.#stopped.stop}`,
      );
    }
    if (scenarios === this.#scenarios.length) return;
    throw new RangeError(
      `Cannot add a replication as it takes the measures of ${this.#scenarios.length} scenarios: ` +
        `current number is ${scenarios}`,
    );
  }

  /** Refuses cells that no replication will ever have, before many are made. */
  #checkCells(seen: readonly Seen[], measures: readonly Iterable<MeasuredValue>[]): void {
    const lost = this.#lines.flatMap(({ cell, target, place: { scenario, index } }) => {
      const base = target.of === "mean" || seen[0].has(cellKey(cell));
      if (base && seen[index].has(cellKey(cell))) return [];
      const at = base ? index : 0;
      const there = [...measures[at]].filter(({ measure }) => measure === target.measure)
        .map((row) => cellText({ measure: row.measure, groups: groupsOf(row) }));
      const name = cellText(target);
      return [
        `scenario "${base ? scenario : this.#scenarios[0]}" has no "${name}"${
          hintFor(name, there)
        }`,
      ];
    });
    if (lost.length === 0) return;
    throw new RangeError(
      `Cannot judge precision as every replication must measure each target: ` +
        [...new Set(lost)].join(", "),
    );
  }
}

function groupsOf(
  { measure: _, unit: __, value: ___, ...rest }: MeasuredValue,
): Partial<RowGroups> {
  const groups = Object.keys(NO_GROUPS) as (keyof RowGroups)[];
  return Object.fromEntries(
    groups.filter((group) => rest[group] !== undefined).map((group) => [group, rest[group]!]),
  );
}
