/** What rows of results can be grouped by. */

/** Groups of a row; absent where not grouped. */
export interface Groups {
  /** Grid. */
  readonly grid?: string;
  /** Tier. */
  readonly tier?: string;
  /** Facility. */
  readonly facility?: string;
  /** Ward type or place. */
  readonly ward?: string;
  /** Colour. */
  readonly colour?: string;
  /** Rule or reason. */
  readonly rule?: string;
  /** Line or part. */
  readonly line?: string;
}
