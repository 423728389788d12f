/** Beds of a city by level of hospital. */
import type { Facts } from "./facts.ts";

/** Beds by level [beds]. */
export interface LevelBeds {
  /** All levels. */
  readonly total: number;
  /** Tertiary hospitals. */
  readonly tertiary: number;
  /** Secondary hospitals. */
  readonly secondary: number;
  /** Community health centres. */
  readonly centre: number;
  /** First-level, unrated and other hospitals. */
  readonly rest: number;
}

/** Totals by level: shares of one year, scaled to the beds used. */
export function bedsByLevel(facts: Facts): LevelBeds {
  const total = facts.used("beds");
  const year = facts.target.used.shares?.[1] ?? "";
  const scale = total / facts.used("shares");
  const of = (name: string) => Math.round(scale * facts.figure(name, year));
  const tertiary = of("beds_tertiary_hospitals");
  const secondary = of("beds_secondary_hospitals");
  const centre = of("beds_community_health_centres");
  return { total, tertiary, secondary, centre, rest: total - tertiary - secondary - centre };
}
