/**
 * How hospitals and health centres receive the sick: triage, laboratory, CT, emergency department.
 *
 * Each part is off by default and then costs nothing: the fever clinic sees people by severity, a
 * PCR result takes a fixed time, nobody is scanned, and whoever waits for a bed boards without limit.
 */
import type { DistributionSpec } from "../engine/mod.ts";

/** Numbers of one facility by its tier, 1 to 3, in the unit of the field [-]. */
export type ByTier = readonly [number, number, number];

/** Shares by severity [-]. */
export interface WorseShares {
  /** Of the moderate [-]. */
  readonly moderate: number;
  /** Of the severe [-]. */
  readonly severe: number;
  /** Of the critical [-]. */
  readonly critical: number;
}

/** Triage at the door of fever clinics. */
export interface TriageSpec {
  /** Nurses who triage, per facility [persons]; 0 for no such step: everybody is judged at once. */
  readonly nurses: number;
  /** One triage [min]. */
  readonly duration: DistributionSpec;
  /** Share of the mild whom triage sends home with advice, unseen by a physician [-]. */
  readonly resolvedShare: number;
}

/** What strengthens the fever clinics of primary facilities. */
export interface ClinicSupportSpec {
  /** Physicians added to each, retired ones and specialists sent down [persons]. */
  readonly physicians: number;
  /** Day from whose 00:00 they work, ISO date; empty for the whole run. */
  readonly from: string;
  /** Time that each is open longer in the evening, at most to midnight [min]. */
  readonly longerHours: number;
}

/** How many fever clinics of primary facilities are open, and until when all are. */
export interface ClinicOpeningSpec {
  /** Share open from the first day [-]; which ones is a keyed draw of each facility. */
  readonly share: number;
  /** Day from whose 00:00 the others open one after another, ISO date; empty for the first day. */
  readonly from: string;
  /** Day by whose 00:00 all are open, the others evenly until then, ISO date; empty for never. */
  readonly complete: string;
}

/** Fever clinics. */
export interface ClinicSpec {
  /** Consultation [min]. */
  readonly consultation: DistributionSpec;
  /** How long the mild wait before they leave unseen [min]. */
  readonly patience: DistributionSpec;
  /** Triage. */
  readonly triage: TriageSpec;
  /** Support of primary facilities. */
  readonly support: ClinicSupportSpec;
  /** Opening of those of primary facilities. */
  readonly opening: ClinicOpeningSpec;
}

/** PCR laboratories. */
export interface LaboratorySpec {
  /** Whether samples wait for batches and machines; if not, a result takes `contact.pcrTurnaround`. */
  readonly modelled: boolean;
  /** Machines of a hospital's laboratory [machines]; 0 for none: samples go to the lead hospital. */
  readonly machines: ByTier;
  /** Samples of a full batch [samples]. */
  readonly batchSize: number;
  /** Longest time that the first sample of a batch waits for it to be full [min]. */
  readonly longestWait: number;
  /** Start of a batch to its results, extraction and report included [min]. */
  readonly cycle: number;
  /** Time of day from which batches are started [min]. */
  readonly opens: number;
  /** Time of day until which they are [min]; 1440 for day and night. */
  readonly closes: number;
  /** Sample taken to arrival at another facility's laboratory [min]. */
  readonly courier: DistributionSpec;
  /** Samples of other people at each laboratory, evenly over time [samples/min]. */
  readonly otherSamples: number;
  /** Share of samples that go to a rapid test at the place instead [-], by severity. */
  readonly rapidShare: WorseShares;
  /** Time to the result of a rapid test [min]. */
  readonly rapidTime: number;
}

/** CT scanners kept for fever clinics. */
export interface ImagingSpec {
  /** Whether suspected cases wait for a scan before they are decided upon. */
  readonly modelled: boolean;
  /** Scanners kept for the fever clinic of a hospital that has one [scanners]. */
  readonly scanners: ByTier;
  /** One scan, the way there and the reading included [min]. */
  readonly scan: DistributionSpec;
  /** Disinfection after every patient [min]. */
  readonly disinfection: number;
  /** Share of those seen who get a scan where there is a scanner [-], by severity. */
  readonly share: WorseShares & {
    /** Of the mild [-]. */
    readonly mild: number;
  };
}

/** Emergency departments. */
export interface EmergencySpec {
  /** Whether there are emergency departments apart from the fever clinics. */
  readonly modelled: boolean;
  /** Physicians of an emergency department, at all hours [persons]; 0 for no department. */
  readonly physicians: ByTier;
  /** Places to resuscitate the critical until their transfer [places]. */
  readonly resuscitation: ByTier;
  /** Observation beds for the others [beds]. */
  readonly observation: ByTier;
  /** Single rooms for suspected cases until they leave [rooms]. */
  readonly isolation: ByTier;
  /**
   * Share of the harm between boarding and no care at all that is suffered in the corridor [-], 0 to
   * 1; 0 is the care of someone who boards.
   */
  readonly corridor: number;
  /** Share of the mild brought by ambulance who are directed to the fever clinic [-]. */
  readonly directedShare: number;
  /** Share of ordinary urgent inpatients with chest pain, stroke, trauma or in childbirth [-]. */
  readonly greenShare: number;
  /** Whether those go first: before all but the critical. */
  readonly greenChannels: boolean;
}

/** The parts of a scenario that this file describes. */
export interface ReceptionSections {
  /** PCR laboratories. */
  readonly laboratory: LaboratorySpec;
  /** CT. */
  readonly imaging: ImagingSpec;
  /** Emergency departments. */
  readonly emergency: EmergencySpec;
}
