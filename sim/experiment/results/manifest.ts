/** What made a result set. */
import type { FacilityKind, Tier } from "../../domain/terms/mod.ts";
import type { ScenarioChange } from "../../scenario/mod.ts";
import type { Uncertainty } from "./comparison_row.ts";
import type { ExceedanceSpec } from "./exceedance.ts";
import type { PrecisionRule } from "./precision.ts";
import type { StartCheck } from "./start.ts";

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
  /** Hash of the laws of its uncertain parameters; empty when it has none. */
  readonly lawsHash: string;
  /** How its runs start. */
  readonly start: StartCheck;
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
  /** What differs from the baseline's inputs; empty for the baseline itself. */
  readonly changes: readonly ScenarioChange[];
  /** Uncertain parameters with the laws that are drawn from; empty with fixed parameters. */
  readonly parameters: readonly ParameterSummary[];
}

/** An uncertain parameter as the report needs it. */
export interface ParameterSummary {
  /** Path in the scenario, e.g. `care.lowerBed`. */
  readonly path: string;
  /** Law as written, e.g. `uniform 0.3 to 0.7`; `accepted sets` when sets are given. */
  readonly law: string;
  /** Grade. */
  readonly grade: string;
  /** Source in full. */
  readonly source: string;
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

/** A facility whose beds the results tell day by day. */
export interface FacilityName {
  /** Facility. */
  readonly id: string;
  /** Name. */
  readonly name: { readonly en: string; readonly zh: string };
  /** Kind. */
  readonly kind: FacilityKind;
  /** Tier [-]: 1 primary, 2 secondary, 3 tertiary. */
  readonly tier: Tier;
}

/** What a command was asked for; with the scenario files it makes the same results again. */
export interface RunRequest {
  /** Scenario files, as named; the first is the baseline. */
  readonly files: readonly string[];
  /** Replications per scenario, or the rule that finds them. */
  readonly replications: number | PrecisionRule;
  /** Seed. */
  readonly seed: string;
  /** Whether parameters are drawn. */
  readonly uncertainty: Uncertainty;
  /** Replications that share one set of parameters [-]. */
  readonly replicationsPerSet: number;
  /** Whether all pairs are compared. */
  readonly pairs: boolean;
  /** Events whose probability is estimated. */
  readonly exceedances: readonly ExceedanceSpec[];
  /** Whether event logs are written. */
  readonly log: boolean;
}

/** What made a result set. `clock` is the only part that may differ between equal runs. */
export interface Manifest {
  /** Program and version, e.g. `gridcare 0.4.0`. */
  readonly program: string;
  /** Digest of the model's sources and the version of Deno: results of other programs are kept apart. */
  readonly sources: string;
  /** Seed. */
  readonly seed: string;
  /** Replications per scenario [-]. */
  readonly replications: number;
  /** Rule that found the number of replications; null when it was fixed. */
  readonly precision: PrecisionRule | null;
  /** Replications that the rule found to be enough [-]; null when the number was fixed, or was not enough. */
  readonly recommended: number | null;
  /** What the spread of replications holds. */
  readonly uncertainty: Uncertainty;
  /** Replications that share one set of parameters [-]; 1 with fixed parameters. */
  readonly replicationsPerSet: number;
  /** Name of the baseline. */
  readonly baseline: string;
  /** Scenarios, in order. */
  readonly scenarios: readonly ScenarioSummary[];
  /** City: id, name, residents, grids, facilities, names of hospitals and shelters, the map. */
  readonly city: {
    readonly id: string;
    readonly name: { readonly en: string; readonly zh: string };
    readonly population: number;
    readonly facilities: number;
    /** Hospitals and shelters; empty when an older version made the results. */
    readonly facilityNames: readonly FacilityName[];
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
  /** The same as data, for `reproduce`: one request, or several whose results were joined; empty when no command made it. */
  readonly requests: readonly RunRequest[];
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
