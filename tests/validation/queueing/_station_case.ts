/** A case of one station, from its specification. */

import type { Finding, ValidationCase } from "../_case.ts";
import { type Quantity, type Sizes, study } from "./_replicate.ts";
import { type Observed, runStation, type StationSpec } from "./_station.ts";

/** What a case of one station takes. */
export interface StationCase {
  /** Name, unique. */
  readonly name: string;
  /** Where the reference comes from. */
  readonly source: string;
  /** The station. */
  readonly spec: StationSpec;
  /** How much is run by effort. */
  readonly sizes: Sizes;
  /** Numbers wanted. */
  readonly quantities: readonly Quantity<Observed>[];
  /** Computed values beside printed ones. */
  readonly printed?: readonly Finding[];
}

/** The case of a station. */
export function stationCase(
  { name, source, spec, sizes, quantities, printed = [] }: StationCase,
): ValidationCase {
  return {
    name,
    source,
    run: (effort) => {
      const { replications, length } = sizes[effort];
      const run = (key: Parameters<typeof runStation>[2]) => runStation(spec, length, key);
      return [...printed, ...study({ name, replications, run, quantities })];
    },
  };
}
