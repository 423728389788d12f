/** How a run starts, and whether ordinary care has settled when the window begins. */

/** One day of the ordinary census of one ward type, mean over the reference runs. */
export interface StartRow {
  /** Scenario. */
  readonly scenario: string;
  /** Ward type. */
  readonly ward: string;
  /** Day, 0 is the first of the window; the warm-up before it is negative [d]. */
  readonly day: number;
  /** Ordinary patients in beds, mean over the day and the replications [patients]. */
  readonly census: number;
  /** The same without the week's profile [patients]. */
  readonly level: number;
  /** Welch's moving average of `level` [patients]; NaN near the ends. */
  readonly movingAverage: number;
}

/** The start of a run and what the check of its warm-up says. */
export interface StartCheck {
  /** `equilibrium`: residual stays of the equilibrium law, then the warm-up; `census`: given patients. */
  readonly kind: "equilibrium" | "census";
  /** Warm-up of ordinary care before the window [d]. */
  readonly warmUpDays: number;
  /** By ward type: how many days after the start MSER-5 would drop [d]; NaN when it finds no settled end. */
  readonly mser5Days: { readonly [ward: string]: number };
  /** Days looked at [d]; fewer than 35 are too few for MSER-5 to say anything. */
  readonly days: number;
}
