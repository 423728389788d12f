/**
 * What an experiment leaves behind, as plain tidy rows: what is written to a result folder, read
 * back from it, and handed to the report. Nothing in it depends on the number of workers.
 */

/** Groups of a row; a group that does not apply is the empty string. */
export interface RowGroups {
  /** Grid of the residents counted. */
  readonly grid: string;
  /** Tier of the facility. */
  readonly tier: string;
  /** Facility. */
  readonly facility: string;
  /** Ward type. */
  readonly ward: string;
  /** Health colour. */
  readonly colour: string;
  /** Referral rule. */
  readonly rule: string;
  /** Service line. */
  readonly line: string;
}

/** One value of one measure in one replication; NaN when it was not reached or has no cases. */
export interface MeasureRow extends RowGroups {
  /** Scenario. */
  readonly scenario: string;
  /** Replication, from 0 [-]. */
  readonly replication: number;
  /** Measure, by its name in the catalogue. */
  readonly measure: string;
  /** Unit. */
  readonly unit: string;
  /** Value [unit]. */
  readonly value: number;
}

/** One day of one daily series in one replication. */
export interface SeriesRow extends RowGroups {
  /** Scenario. */
  readonly scenario: string;
  /** Replication, from 0 [-]. */
  readonly replication: number;
  /** ISO date; for weekly series the Monday. */
  readonly date: string;
  /** Series, by its name in the catalogue. */
  readonly measure: string;
  /** Unit. */
  readonly unit: string;
  /** Mean over the day, or count in the day [unit]. */
  readonly value: number;
}

/** A measure of a scenario beside that of the baseline, over all replications. */
export interface ComparisonRow extends RowGroups {
  /** Scenario. */
  readonly scenario: string;
  /** Baseline. */
  readonly baseline: string;
  /** Measure. */
  readonly measure: string;
  /** Unit. */
  readonly unit: string;
  /** Replications with a value in both [-]. */
  readonly replications: number;
  /** Mean [unit]. */
  readonly mean: number;
  /** Lower end of the 95 % interval of the mean [unit]; NaN with one replication. */
  readonly meanLow: number;
  /** Upper end [unit]. */
  readonly meanHigh: number;
  /** Mean of the baseline [unit]. */
  readonly baselineMean: number;
  /** Mean paired difference, scenario − baseline [unit]; 0 for the baseline itself. */
  readonly difference: number;
  /** Lower end of its 95 % interval [unit]. */
  readonly differenceLow: number;
  /** Upper end [unit]. */
  readonly differenceHigh: number;
}

/** A scenario as the report needs it. */
export interface ScenarioSummary {
  /** Name. */
  readonly name: string;
  /** Title. */
  readonly title: { readonly en: string; readonly zh: string };
  /** Description. */
  readonly description: { readonly en: string; readonly zh: string };
  /** Hash. */
  readonly hash: string;
  /** Numbers by grade, e.g. `{assumed: 31}`. */
  readonly grades: { readonly [grade: string]: number };
  /** Numbers with what they rest on. */
  readonly provenance: readonly {
    readonly path: string;
    readonly text: string;
    readonly grade: string;
    readonly source: string;
    readonly file: string;
  }[];
}

/** A place on the map. */
export interface MapGrid {
  /** Grid. */
  readonly id: string;
  /** Name. */
  readonly name: { readonly en: string; readonly zh: string };
  /** Residents [persons]. */
  readonly population: number;
  /** Communities: [longitude, latitude, residents]. */
  readonly points: readonly (readonly [number, number, number])[];
}

/** What made a result set. `clock` is the only part that may differ between equal runs. */
export interface Manifest {
  /** Program and version, e.g. `gridcare 0.2.0`. */
  readonly program: string;
  /** Seed. */
  readonly seed: string;
  /** Replications per scenario [-]. */
  readonly replications: number;
  /** Name of the baseline. */
  readonly baseline: string;
  /** Scenarios, in order. */
  readonly scenarios: readonly ScenarioSummary[];
  /** City: id, name, residents, grids, facilities, outlines and grids for the map. */
  readonly city: {
    readonly id: string;
    readonly name: { readonly en: string; readonly zh: string };
    readonly population: number;
    readonly facilities: number;
    readonly outlines: readonly {
      readonly district: string;
      readonly rings: readonly (readonly (readonly [number, number])[])[];
    }[];
    readonly grids: readonly MapGrid[];
  };
  /** First day and number of days, ISO date and [d]. */
  readonly window: { readonly start: string; readonly days: number; readonly runOnDays: number };
  /** Command that reproduces it. */
  readonly command: string;
  /** When and how it ran; not part of what is reproduced. */
  readonly clock: {
    /** ISO time of the end. */
    readonly finished: string;
    /** Worker threads [-]. */
    readonly workers: number;
    /** Wall-clock time [s]. */
    readonly seconds: number;
    /** Deno version. */
    readonly deno: string;
  };
}

/** All that an experiment leaves behind. */
export interface ResultSet {
  /** What made it. */
  readonly manifest: Manifest;
  /** Measures, by scenario, replication, catalogue order, groups. */
  readonly measures: readonly MeasureRow[];
  /** Daily and weekly series. */
  readonly series: readonly SeriesRow[];
  /** Comparison with the baseline. */
  readonly comparison: readonly ComparisonRow[];
}
