/** The form of a definition. A measure without one does not exist. */
import type { BilingualName } from "../city/mod.ts";

/** Groups by which a measure may be divided, in the order of the columns of a result table. */
export const MEASURE_GROUPS = [
  "grid",
  "tier",
  "facility",
  "ward",
  "colour",
  "rule",
  "line",
] as const;
/** Name of a group. */
export type MeasureGroup = (typeof MEASURE_GROUPS)[number];

/** Whether a larger value is good for patients. */
export type Better = "more" | "less" | "neither";

/** What a measure or a daily series is. */
export interface MeasureDefinition {
  /** Name, as in result tables. */
  readonly name: string;
  /** Unit; `-` for a proportion. */
  readonly unit: string;
  /** Title. */
  readonly title: BilingualName;
  /** Numerator, denominator, who is in, warm-up, censoring. */
  readonly definition: string;
  /** Groups by which it may be given beside the total, alone or together. */
  readonly groups: readonly MeasureGroup[];
  /** Whether more of it is better. */
  readonly better: Better;
  /** Digits after the point when shown [-]. */
  readonly decimals: number;
}
