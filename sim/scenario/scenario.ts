/**
 * A scenario: every input of one configuration of the network, checked, frozen, plain data.
 *
 * All times are minutes, all rates per minute, all proportions 0 to 1; the files say days, percent
 * and the like. It travels to workers by structured clone.
 */
import type {
  BilingualName,
  CapabilityNeed,
  City,
  Colour,
  Grade,
  PeopleRow,
  RuleSet,
  Severity,
  SeverityRow,
  WardType,
} from "../domain/mod.ts";
import type { DistributionSpec } from "../engine/mod.ts";
import type { ArrivalSection } from "./arrivals_spec.ts";
import type { SpreadSpec } from "./epidemic_spec.ts";
import type { HospitalSection } from "./hospital_spec.ts";
import type { InterventionSpec } from "./interventions_spec.ts";
import type { PrimarySections } from "./primary_spec.ts";
import type { ServicesSpec } from "./services_spec.ts";
import type { ClinicSpec, ReceptionSections } from "./reception_spec.ts";
import type { ReferralHorizon } from "./referral_spec.ts";
import type { StaffSpec, WardChanges } from "./staff_spec.ts";
import type { StartSpec } from "./start_spec.ts";
import type { UncertaintySpec } from "./uncertainty.ts";

/** Ways to make a first contact with the network. */
export const CONTACTS = ["none", "online", "primary", "hospital", "call_120"] as const;
/** Name of a way of first contact. */
export type Contact = (typeof CONTACTS)[number];

/** Shares of the ways of first contact [-]; they sum to 1. */
export type ContactShares = { readonly [C in Contact]: number };

/** When people are observed. */
export interface WindowSpec {
  /** First day, ISO date; minute 0 is its 00:00. */
  readonly start: string;
  /** Days in which infections fall [d]. */
  readonly days: number;
  /** Days run on after the last infection, to see outcomes [d]. */
  readonly runOnDays: number;
  /** Days of ordinary care alone before the first day [d]. */
  readonly warmUpDays: number;
}

/** Share of residents infected by the end of a day. */
export interface AttackPoint {
  /** ISO date. */
  readonly date: string;
  /** Cumulative share of residents [-]. */
  readonly share: number;
}

/** The wave of infections: at the base level the same curve per resident in every grid. */
export interface WaveSpec extends SpreadSpec {
  /** Day of highest incidence, ISO date. */
  readonly peak: string;
  /** Three cumulative attack rates that the curve goes through. */
  readonly attack: readonly AttackPoint[];
  /** Factor on the whole curve [-]; 0 is no epidemic. */
  readonly scale: number;
}

/** Durations of a course in right care. */
export interface CourseSpec {
  /** Risks by age, vaccination and disease. */
  readonly severity: readonly SeverityRow[];
  /**
   * Factor on the risk in right care that a case with symptoms becomes moderate [-], above 0; the
   * risk itself stays below 1. It is the least certain of all inputs.
   */
  readonly moderateFactor: number;
  /** Infection to onset [min]. */
  readonly incubation: DistributionSpec;
  /** Duration of the mild (or asymptomatic) state when it does not worsen [min]; bounded. */
  readonly mild: DistributionSpec;
  /** Duration of the moderate state when it does not worsen [min]. */
  readonly moderate: DistributionSpec;
  /** Duration of the severe state when it does not worsen [min]. */
  readonly severe: DistributionSpec;
  /** Duration of the critical state when it does not end in death [min]. */
  readonly critical: DistributionSpec;
  /** Stay in a general bed after a severe or critical state, before discharge [min]. */
  readonly convalescence: DistributionSpec;
}

/** What happens without right care. */
export interface CareSpec {
  /** P(moderate worsens to severe) without any bed [-]. */
  readonly moderateWithout: number;
  /** P(severe worsens to critical) without any bed [-]. */
  readonly severeWithout: number;
  /** P(death while severe) without any bed [-]. */
  readonly severeDeathWithout: number;
  /** P(death while critical) without any bed [-]. */
  readonly criticalDeathWithout: number;
  /** Share of the harm of having no bed suffered in a staffed bed below the need [-], 0 to 1. */
  readonly lowerBed: number;
  /** The same, while boarding in a facility without a bed or on the road [-], 0 to 1. */
  readonly boarding: number;
}

/** How the sick reach the network. */
export interface ContactSpec {
  /** First contact at onset, by colour. */
  readonly onset: { readonly [C in Colour]: ContactShares };
  /** Share of those who would go to a hospital who go to their own primary facility instead when they have a contract [-]. */
  readonly contractToPrimary: number;
  /** Contact after a worsening at home that has been noticed, by the new severity. */
  readonly worsening: { readonly [S in "moderate" | "severe" | "critical"]: ContactShares };
  /** Onset to first contact [min]. */
  readonly onsetDelay: DistributionSpec;
  /** Worsening at home to the person's own notice of it, by the new severity [min]. */
  readonly noticeDelay: { readonly [S in "moderate" | "severe" | "critical"]: DistributionSpec };
  /** Interval of follow-up at home by colour [min]; 0 is none. */
  readonly followUp: { readonly [C in Colour]: number };
  /** Share of online contacts directed to a facility [-]; the others end. */
  readonly onlineDirected: number;
  /** Sensitivity of the antigen test [-]. */
  readonly antigenSensitivity: number;
  /** Time to the result of a PCR test, for the ill whose antigen test was negative [min]. */
  readonly pcrTurnaround: number;
}

/** Referral. */
export interface ReferralSpec extends ReferralHorizon {
  /** Whether a run is refused when the check of the rules finds an error; `on` when left out. */
  readonly lint?: "on" | "off";
  /** The rules in force. */
  readonly rules: RuleSet;
  /** Rules followed by those who do not follow the rules in force. */
  readonly otherwise: RuleSet;
  /** Share of decisions that follow the rules in force [-]; one keyed draw per person. */
  readonly adherence: number;
  /** Probability that a facility takes a person it should take [-]; keyed per person and facility. */
  readonly facilityAdherence: number;
  /** Age from which a person counts as very old [years]. */
  readonly veryOldAge: number;
  /** Whether patients whose need has fallen move to a lower place when one is free. */
  readonly downReferral: boolean;
  /** Time in a state of lower need before a patient is moved down or discharged [min]. */
  readonly observation: number;
  /** Hand-over between decision and readiness to move [min]. */
  readonly handOver: DistributionSpec;
  /** Whether red residents go before others of their severity. */
  readonly greenChannel: boolean;
  /** Factor on the hand-over of red residents from primary facilities in the green channel [-]. */
  readonly greenChannelHandOver: number;
  /** Longest travel accepted by `nearest` [min]. */
  readonly maxTravel: number;
  /** Share of mild and asymptomatic cases found by screening, who then follow the rules [-]. */
  readonly screenedShare: number;
  /** Capabilities needed beside a bed by people with severe or unstable disease. */
  readonly capabilityNeeds: readonly CapabilityNeed[];
}

/** Transport. */
export interface TransferSpec {
  /** Factor on the number of vehicles [-]. */
  readonly vehicleFactor: number;
  /** Road distance ÷ great-circle distance [-]. */
  readonly detour: number;
  /** Speed by hour of the day, 24 values [km/min]. */
  readonly speed: readonly number[];
  /** Share of moderate cases who can move and go by their own means [-]. */
  readonly privateShare: number;
  /** Loading [min]. */
  readonly load: DistributionSpec;
  /** Unloading [min]. */
  readonly unload: DistributionSpec;
  /** Disinfection after an infectious patient [min]. */
  readonly disinfection: number;
  /** Whether a vehicle drives home before it is free again. */
  readonly returnsHome: boolean;
  /** Delay that counts as within target [min]. */
  readonly target: number;
}

/** Staff needed per bed. */
export interface StaffRatio {
  /** Physicians per bed [-]. */
  readonly physicians: number;
  /** Nurses per bed [-]. */
  readonly nurses: number;
}

/** Wards. */
export interface WardsSpec extends WardChanges {
  /** Staff per bed by ward type. */
  readonly staff: { readonly [W in WardType]: StaffRatio };
}

/** What a number of a scenario rests on. */
export interface Provenance {
  /** Path of the number, e.g. `care.criticalDeathWithout`. */
  readonly path: string;
  /** As written, with its unit. */
  readonly text: string;
  /** Grade. */
  readonly grade: Grade;
  /** Source in full; empty when none is stated. */
  readonly source: string;
  /** File that says so, relative to the scenario's folder. */
  readonly file: string;
}

/** Every input of one configuration of the network. */
export interface Scenario
  extends ArrivalSection, HospitalSection, PrimarySections, ReceptionSections {
  /** Short name: the file's name without its ending. */
  readonly name: string;
  /** Title. */
  readonly title: BilingualName;
  /** What it is, in a sentence or two. */
  readonly description: BilingualName;
  /** SHA-256 of all inputs but name, title and description, first 16 hexadecimal digits. */
  readonly hash: string;
  /** The city, or the part of it that is simulated. */
  readonly city: City;
  /** Window. */
  readonly window: WindowSpec;
  /** Wave. */
  readonly wave: WaveSpec;
  /** Residents by age band. */
  readonly people: readonly PeopleRow[];
  /** Courses. */
  readonly course: CourseSpec;
  /** Effect of care. */
  readonly care: CareSpec;
  /** Contact. */
  readonly contact: ContactSpec;
  /** Clinics. */
  readonly clinics: ClinicSpec;
  /** Referral. */
  readonly referral: ReferralSpec;
  /** Transfer. */
  readonly transfer: TransferSpec;
  /** Wards. */
  readonly wards: WardsSpec;
  /** Staff. */
  readonly staff: StaffSpec;
  /** Ordinary services. */
  readonly services: ServicesSpec;
  /** Dated changes, in order; left out for none. */
  readonly interventions?: readonly InterventionSpec[];
  /** Given patients to start with; left out for ordinary care in equilibrium and no cases. */
  readonly start?: StartSpec;
  /** Which numbers are uncertain; no part of the hash. */
  readonly uncertainty: UncertaintySpec;
  /** What each number rests on, in the order of the files. */
  readonly provenance: readonly Provenance[];
}

/** Severities of a worsening. */
export type WorseSeverity = Exclude<Severity, "asymptomatic" | "mild">;
