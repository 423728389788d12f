/** People who arrive from elsewhere and are set apart until infection is excluded. */
import type { DistributionSpec } from "../engine/mod.ts";

/** Number of arrivals a day from a date on. */
export interface ArrivalsFrom {
  /** Day from whose 00:00 it holds, ISO date. */
  readonly from: string;
  /** Mean arrivals [persons/d]; 0 for none. */
  readonly perDay: number;
}

/** A class of people from elsewhere with a facility of its own. */
export interface ArrivalClassSpec {
  /** Name, by which its people are drawn: another class changes nobody of this one. */
  readonly name: string;
  /** Clause under which they are set apart. */
  readonly clause: string;
  /** Arrivals, in order of date; none before the first. */
  readonly arrivals: readonly ArrivalsFrom[];
  /** Share of them who are infected on arrival [-]. */
  readonly infectedShare: number;
  /** Facility to which all of them go. */
  readonly facility: string;
  /** Single places there [places]; who finds none waits, first come first served. */
  readonly places: number;
  /** From the place taken until infection is found or excluded [min]. */
  readonly excludedAfter: DistributionSpec;
}

/** The part of a scenario about arrivals. */
export interface ArrivalSection {
  /** Classes of arrivals; left out for none. */
  readonly arrivals?: readonly ArrivalClassSpec[];
}
