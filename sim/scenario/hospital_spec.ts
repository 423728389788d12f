/**
 * Hospitals from inside: buffer wards, infection in hospital, operations, who is admitted first.
 *
 * Each part is off by default and then costs nothing: a new ordinary inpatient goes straight to the
 * ward, nobody is infected there, theatres have no limit, and all elective patients are alike.
 */
import type { RiskLevel } from "../domain/mod.ts";
import type { DistributionSpec } from "../engine/mod.ts";

/** Buffer wards for the newly admitted. */
export interface BufferSpec {
  /**
   * Share of the usable beds of each general ward with ordinary patients that is set aside [-], below
   * 1; 0 for none. A ward of two beds or more has one at least.
   */
  readonly share: number;
}

/** Infection of ordinary inpatients in hospital. */
export interface InHospitalInfectionSpec {
  /**
   * Infections per susceptible patient and time if everybody in the shared wards of the hospital were
   * infectious and unrecognised [1/min]; 0 for none.
   */
  readonly rate: number;
  /** Infectiousness of COVID cases in shared wards behind zones and protection, of that of the unrecognised [-]. */
  readonly recognisedFactor: number;
  /** Time from becoming infectious, or from admission when infectious then, to being recognised and isolated [min]. */
  readonly recognition: number;
  /** Whole days from infection to becoming infectious [d], at least 1. */
  readonly infectiousFrom: number;
  /** Whole days from infection to the end of it [d]. */
  readonly infectiousTo: number;
  /** Share of the infectious whom the PCR test of the buffer ward finds [-]. */
  readonly foundInBuffer: number;
  /** Share by which every other bed left empty lowers the rate [-]; less spacing, so much less. */
  readonly spacingEffect: number;
  /** How much longer a patient infected in hospital stays [min]. */
  readonly extraStay: DistributionSpec;
}

/** Operations at once, day and night. */
export interface EmergencySurgerySpec {
  /** Theatres of a hospital kept for emergencies day and night [theatres]. */
  readonly theatres: number;
  /** Theatres of a hospital with negative pressure [theatres]. */
  readonly negativePressure: number;
  /** Share of emergency operations asked for before infection is excluded [-]. */
  readonly unexcludedShare: number;
  /** Cleaning of a negative-pressure theatre after a patient [min]. */
  readonly cleaning: number;
  /** Time from arrival to the beginning of the operation that is within target [min]. */
  readonly target: number;
}

/** Operations on ordinary inpatients of general wards in hospitals of tiers 2 and 3. */
export interface SurgerySpec {
  /** Whether theatres are limited and operations counted. */
  readonly counted: boolean;
  /** Share who need an operation [-]. */
  readonly share: {
    /** Of urgent inpatients [-]: an emergency operation. */
    readonly urgent: number;
    /** Of elective inpatients [-]. */
    readonly elective: number;
  };
  /** Share of operations by grade, 1 to 4 [-]; they sum to 1. */
  readonly grades: readonly number[];
  /** Time in the theatre by grade, turnover included [min]. */
  readonly duration: readonly DistributionSpec[];
  /** Part of the stay that follows the operation at least [-]. */
  readonly afterShare: number;
  /** Theatres for listed operations, per 100 beds of the hospital's general wards [theatres]. */
  readonly theatresPer100Beds: number;
  /** Time of day at which listed operations begin [min]. */
  readonly opens: number;
  /** Hours of a theatre for them on a day [min]. */
  readonly length: number;
  /** Days of the week with listed operations, from Monday [d]. */
  readonly daysPerWeek: number;
  /** Days of work on the list at which no further elective patient is admitted for an operation [d]. */
  readonly longestList: number;
  /** Highest grade for which elective patients are admitted, by level [-]; priority patients always are. */
  readonly highestGrade: { readonly [L in RiskLevel]: number };
  /** Emergency operations. */
  readonly emergency: EmergencySurgerySpec;
}

/** Who is admitted first. */
export interface AdmissionSpec {
  /** Share in the priority class (malignancy, emergency surgery, dialysis) [-]. */
  readonly priority: {
    /** Of urgent inpatients [-]. */
    readonly urgent: number;
    /** Of elective inpatients [-]. */
    readonly elective: number;
  };
  /**
   * Share of 2019's elective demand by which the intake grows each week after a level has fallen
   * [1/week]; 0 for the growth of the level's plan (`services.plans.*.rampPerWeek`).
   */
  readonly growthPerWeek: number;
  /** Whether elective patients wait on their ward's list and are called; if not, they come again by themselves. */
  readonly list: boolean;
  /** Intake from the list when everything is open, of 2019's elective demand [-], at least 1. */
  readonly most: number;
  /** How long elective patients wait on a list or in line before they go elsewhere [min]. */
  readonly patience: DistributionSpec;
}

/** Hospitals from inside. */
export interface HospitalSpec {
  /** Buffer wards. */
  readonly buffer: BufferSpec;
  /** Infection in hospital. */
  readonly infection: InHospitalInfectionSpec;
  /** Operations. */
  readonly surgery: SurgerySpec;
  /** Admission. */
  readonly admission: AdmissionSpec;
}

/** The section of a scenario. */
export interface HospitalSection {
  /** Hospitals from inside. */
  readonly hospital: HospitalSpec;
}

/**
 * Whether anything of the section acts; if not, nothing of it is measured either.
 *
 * @param hospital The section.
 * @returns True when some part is on.
 *
 * @example The training grid has none of it
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { hospitalActs, loadScenario } from "./mod.ts";
 *
 * const { hospital } = await loadScenario("scenarios/training.yaml");
 * assertEquals(hospitalActs(hospital), false);
 * ```
 */
export function hospitalActs({ buffer, infection, surgery, admission }: HospitalSpec): boolean {
  const { priority, list, growthPerWeek } = admission;
  return buffer.share > 0 || infection.rate > 0 || surgery.counted || list || growthPerWeek > 0 ||
    priority.urgent > 0 || priority.elective > 0;
}

/**
 * The section as a run without epidemic and with everything open has it: nothing acts.
 *
 * Such a run stands for 2019, when there were no buffer wards, no infection, no level and no list of
 * those turned away, and published volumes already show what theatres could do.
 *
 * @param hospital The section.
 * @returns The same with every part off.
 *
 * @example Nothing acts in it
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { hospitalActs, loadScenario, openHospital } from "./mod.ts";
 *
 * const { hospital } = await loadScenario("scenarios/training.yaml");
 * const busy = { ...hospital, buffer: { share: 0.1 } };
 * assertEquals(hospitalActs(openHospital(busy)), false);
 * ```
 */
export function openHospital(hospital: HospitalSpec): HospitalSpec {
  return {
    buffer: { share: 0 },
    infection: { ...hospital.infection, rate: 0 },
    surgery: { ...hospital.surgery, counted: false },
    admission: {
      ...hospital.admission,
      priority: { urgent: 0, elective: 0 },
      growthPerWeek: 0,
      list: false,
    },
  };
}
