/** The primary level and access: kits, visiting teams, family doctors, telemedicine, care homes. */
import type { Colour, ContractCoverage } from "../domain/mod.ts";
import type { DistributionSpec } from "../engine/mod.ts";

/** Antigen kits of the primary level, one stock for each grid (P22-2.3d, P22-2.2.2a). */
export interface KitSpec {
  /** Whether the kits can run out; when not, nobody who wants one goes without. */
  readonly limited: boolean;
  /** Kits in stock on the first day for each resident served [-]. */
  readonly stock: number;
  /** Kits that arrive for each resident [1/min]; they come once a day, at 00:00. */
  readonly replenished: number;
  /** Share of the symptomatic who test themselves at onset and report a positive result [-]. */
  readonly selfTest: { readonly [C in Colour]: number };
}

/** Mobile teams that visit people at home (P22-2.3e, P22-2.2.1b). */
export interface TeamSpec {
  /** Whether follow-up at home takes a team; when not, every follow-up falls when it is due. */
  readonly limited: boolean;
  /** Teams on duty for 10,000 residents of the grid [teams]. */
  readonly per10k: number;
  /** First minute of duty in the day [min]. */
  readonly opens: number;
  /** Minute of the day from which no visit is begun [min]. */
  readonly closes: number;
  /** Time at the door and inside [min]. */
  readonly visit: DistributionSpec;
  /** Way from one home to the next [min]. */
  readonly travel: DistributionSpec;
  /** Share of those sent home without a result whom a team visits for a PCR sample [-]. */
  readonly sampling: number;
  /** A visit later than so long after it was due is late [min]. */
  readonly target: number;
}

/** Family doctors of residents with a contract (P22-2.2.1c, BJ-3.11). */
export interface DoctorSpec {
  /** Share of known cases with a contract who are followed up by telephone instead of a visit [-]. */
  readonly telephone: number;
  /** Share of worsenings that a call finds [-]. */
  readonly notices: number;
  /** Interval of calls to everybody with a contract, known as a case or not [min]; 0 is none. */
  readonly calls: number;
  /** Share of those with a contract who would seek no care and whom a call leads to their clinic [-]. */
  readonly urged: number;
  /** Least shares with a contract in the groups that are to have one first [-]. */
  readonly coverage: ContractCoverage;
}

/** Advice by the lead hospital to clinics that lack a capability (P22-2.6a, P22-2.2.1d). */
export interface TelemedicineSpec {
  /** Physicians who advise, for each grid [persons]; 0 is no telemedicine. */
  readonly advisers: number;
  /** Request until records and pictures are there [min]. */
  readonly delay: DistributionSpec;
  /** Consultation between the physicians [min]. */
  readonly advice: DistributionSpec;
  /** Share of cases beyond the clinic's ability that advice settles at the lower levels [-]. */
  readonly settles: number;
  /** Longest wait for an adviser before the case is referred without advice [min]. */
  readonly longestWait: number;
}

/** Online care (P22-2.6c, BJ-3.5, N162-5, N35-3.2a). */
export interface OnlineSpec {
  /** Share of online contacts at onset led to a place who stay at home with drugs delivered [-]. */
  readonly delivered: number;
  /** Share of online contacts of known cases after a worsening referred at once by the rules [-]. */
  readonly steered: number;
}

/** Care homes, each linked to the primary facility of its community (P22-2.2.1b, P22-2.2.2(1)). */
export interface CareHomeSpec {
  /** Share of the very old who can move that live in a care home [-]. */
  readonly mobile: number;
  /** Share of the very old who can hardly move that live in a care home [-]. */
  readonly immobile: number;
  /** Factor on the delay until a worsening is noticed, as staff are there [-], above 0. */
  readonly notice: number;
  /**
   * Share of the visits of residents, led to a hospital or online, that go to the primary facility
   * assigned to the home instead [-] (P22-2.2.1b).
   */
  readonly assigned: number;
  /** Whether a team sees those who can hardly move there, instead of their going to the clinic. */
  readonly seenInPlace: boolean;
}

/** Oral antivirals, one stock for each grid (P22-2.2.2(1)). */
export interface AntiviralSpec {
  /** Courses in stock on the first day for each resident [-]. */
  readonly stock: number;
  /** Courses that arrive for each resident [1/min]; they come once a day, at 00:00. */
  readonly replenished: number;
  /** Share of those seen, mild or moderate, who are to have a course [-]. */
  readonly offered: { readonly [C in Colour]: number };
  /** Factor on the hazard of worsening in the state in which the course is begun [-], above 0. */
  readonly worsening: number;
}

/** Chinese medicines, one stock for each grid (P22-2.3d). */
export interface MedicineSpec {
  /** Courses in stock on the first day for each resident served [-]. */
  readonly stock: number;
  /** Courses that arrive for each resident [1/min]; they come once a day, at 00:00. */
  readonly replenished: number;
  /** Share of known mild and moderate cases who are to have a course [-]. */
  readonly offered: { readonly [C in Colour]: number };
  /** Factor on the hazard of worsening in the state in which the course is begun [-], above 0. */
  readonly worsening: number;
}

/** The primary level and access. */
export interface PrimarySpec {
  /** Whether the measures of access are given. */
  readonly accessMeasures: boolean;
  /** Kits. */
  readonly kits: KitSpec;
  /** Visiting teams. */
  readonly teams: TeamSpec;
  /** Family doctors. */
  readonly doctors: DoctorSpec;
  /** Telemedicine. */
  readonly telemedicine: TelemedicineSpec;
  /** Online care. */
  readonly online: OnlineSpec;
  /** Care homes. */
  readonly careHomes: CareHomeSpec;
  /** Antivirals. */
  readonly antivirals: AntiviralSpec;
  /** Chinese medicines. */
  readonly medicines: MedicineSpec;
}

/** The section of a scenario about the primary level. */
export interface PrimarySections {
  /** The primary level and access. */
  readonly primary: PrimarySpec;
}
