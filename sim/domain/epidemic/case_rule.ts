/**
 * The case rule: the risk level of a county or district from the cases reported there.
 *
 * Low: no confirmed case, or none new for fourteen days. Medium: new cases within fourteen days and
 * at most fifty in all, or more than fifty without a cluster in fourteen days. High: more than fifty
 * in all with a cluster in fourteen days.
 *
 * Source: Joint Prevention and Control Mechanism of the State Council, guidance on scientific and
 * precise prevention and control by area and grade, February 2020; from memory, its text is not
 * among those read here. What a cluster is it leaves open: so many cases reported in one grid within
 * so many days is assumed.
 */
import { RISK_LEVELS } from "../terms/mod.ts";
import type { RiskLevel } from "../terms/mod.ts";

/** Limits of the case rule. */
export interface CaseRule {
  /** Days in which a case is new [d], whole, above 0. */
  readonly newDays: number;
  /** Most cases in all that are no high level [cases]. */
  readonly most: number;
  /** Cases in one grid that make a cluster [cases], at least 1. */
  readonly clusterCases: number;
  /** Days within which they are reported [d], whole, above 0. */
  readonly clusterDays: number;
}

/** What has been reported in a district up to yesterday. */
export interface CaseRecord {
  /** Cases in all, those before the first day included [cases]. */
  readonly all: number;
  /** Cases of the last days in which a case is new [cases]. */
  readonly recent: number;
  /** Most cases in one grid in the days of a cluster [cases]. */
  readonly mostInGrid: number;
}

/** Cases reported in a district. */
export interface DistrictReports {
  /** Cases by grid and day, from day 0 [cases]. */
  readonly grids: readonly ArrayLike<number>[];
  /** Cases before the first day: day [d], below 0, and number [cases]; in no known grid. */
  readonly before: readonly { readonly day: number; readonly cases: number }[];
}

/** Sum of the values from an index to before another, as far as they are there. */
function sumOf(values: ArrayLike<number>, from: number, to: number): number {
  let sum = 0;
  for (let i = Math.max(0, from); i < Math.min(to, values.length); i++) sum += values[i];
  return sum;
}

/**
 * What is known of a district at 00:00 of a day.
 *
 * @param reports Cases reported.
 * @param day Day [d]; its own cases are not known yet.
 * @param rule Limits.
 * @returns Cases in all, new ones, and most in one grid.
 *
 * @example Two cases of one grid, thirteen days apart, are a cluster on the next day
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { caseRecord } from "./mod.ts";
 *
 * const rule = { newDays: 14, most: 50, clusterCases: 2, clusterDays: 14 };
 * const days = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0];
 * const reports = { grids: [days], before: [{ day: -20, cases: 7 }] };
 * assertEquals(caseRecord(reports, 14, rule), { all: 9, recent: 2, mostInGrid: 2 });
 * assertEquals(caseRecord(reports, 15, rule), { all: 9, recent: 1, mostInGrid: 1 });
 * ```
 */
export function caseRecord(
  { grids, before }: DistrictReports,
  day: number,
  { newDays, clusterDays }: CaseRule,
): CaseRecord {
  let all = 0;
  let recent = 0;
  let mostInGrid = 0;
  for (const entry of before) {
    all += entry.cases;
    if (entry.day >= day - newDays) recent += entry.cases;
  }
  for (const cases of grids) {
    all += sumOf(cases, 0, day);
    recent += sumOf(cases, day - newDays, day);
    mostInGrid = Math.max(mostInGrid, sumOf(cases, day - clusterDays, day));
  }
  return { all, recent, mostInGrid };
}

/**
 * The level that follows from a record.
 *
 * @param record What has been reported.
 * @param rule Limits.
 * @returns The level.
 *
 * @example More than fifty cases are a high level only with a cluster
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { levelOfCases } from "./mod.ts";
 *
 * const rule = { newDays: 14, most: 50, clusterCases: 2, clusterDays: 14 };
 * assertEquals(levelOfCases({ all: 51, recent: 1, mostInGrid: 1 }, rule), "medium");
 * assertEquals(levelOfCases({ all: 51, recent: 2, mostInGrid: 2 }, rule), "high");
 * assertEquals(levelOfCases({ all: 51, recent: 0, mostInGrid: 0 }, rule), "low");
 * ```
 */
export function levelOfCases({ all, recent, mostInGrid }: CaseRecord, rule: CaseRule): RiskLevel {
  const [low, medium, high] = RISK_LEVELS;
  if (recent === 0) return low;
  return all > rule.most && mostInGrid >= rule.clusterCases ? high : medium;
}
