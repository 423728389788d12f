/**
 * Which numbers of a scenario are uncertain, and what is known of them.
 *
 * A law stands beside the number that it may replace. A run with fixed parameters never looks at it,
 * so it is no part of the scenario's hash and has one of its own.
 */
import type { Grade } from "../domain/mod.ts";
import type { DistributionSpec } from "../engine/mod.ts";

/** A number that is drawn from a law. */
export interface UncertainParameter {
  /** Path of the number, e.g. `care.lowerBed`. */
  readonly path: string;
  /** Law as written, e.g. `uniform 0.3 to 0.7`. */
  readonly written: string;
  /** Law on a bounded range, in the unit inside. */
  readonly law: DistributionSpec;
  /** Unit inside, e.g. `min`; empty for a share or a plain number. */
  readonly unit: string;
  /** Grade. */
  readonly grade: Grade;
  /** Source in full; empty when none is stated. */
  readonly source: string;
  /** File that says so, relative to the scenario's folder. */
  readonly file: string;
}

/** Sets of numbers that belong together, such as those that a calibration accepted. */
export interface AcceptedSets {
  /** Paths of the numbers, in the order of the columns. */
  readonly paths: readonly string[];
  /** Units inside, one for each path. */
  readonly units: readonly string[];
  /** Sets: one row each, a value for each path, in the unit inside. */
  readonly rows: readonly (readonly number[])[];
  /** Grade. */
  readonly grade: Grade;
  /** Source in full; empty when none is stated. */
  readonly source: string;
  /** Table, relative to the scenario's folder. */
  readonly file: string;
}

/** Everything about a scenario that is drawn when parameters are uncertain. */
export interface UncertaintySpec {
  /** Numbers with a law each, drawn independently; in the order of the files. */
  readonly parameters: readonly UncertainParameter[];
  /** Numbers that come in sets; null without a table of them. */
  readonly sets: AcceptedSets | null;
  /** SHA-256 of the scenario's hash, the laws and the sets, first 16 hexadecimal digits. */
  readonly hash: string;
}
