/** The value of an uncertain parameter in one set. */

/** The value of an uncertain parameter in one set. */
export interface ParameterRow {
  /** Scenario. */
  readonly scenario: string;
  /** Set, from 0 [-]. */
  readonly set: number;
  /** Path in the scenario, e.g. `care.lowerBed`. */
  readonly path: string;
  /** Unit of the value; empty for a share or a plain number. */
  readonly unit: string;
  /** Value, in the unit that is used inside [min, -, km/min, 1/y or years, by the number]. */
  readonly value: number;
}
