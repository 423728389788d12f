/** Beds of Beijing by level of hospital. */
import type { Facts } from "./_facts.ts";

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

/** Totals by level, scaled to 2020. */
export function bedsByLevel(facts: Facts): LevelBeds {
  const total = facts.figure("beds_total", "2020");
  const scale = total / facts.figure("beds_total", "2017");
  const of = (name: string) => Math.round(scale * facts.figure(name, "2017"));
  const tertiary = of("beds_tertiary_hospitals");
  const secondary = of("beds_secondary_hospitals");
  const centre = of("beds_community_health_centres");
  return { total, tertiary, secondary, centre, rest: total - tertiary - secondary - centre };
}
