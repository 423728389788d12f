/** Ordinary services of a scenario: lines, plans by risk level, appointments, physicians. */
import type {
  Capability,
  CountedLine,
  CourseLine,
  PlannedLine,
  RampedFamily,
  RiskLevel,
  Schedule,
  WardType,
} from "../domain/mod.ts";
import type { DistributionSpec } from "../engine/mod.ts";
import type { LevelRuleSpec } from "./epidemic_spec.ts";
import type { ByTier } from "./reception_spec.ts";

/** One risk level's plan for ordinary services. */
export interface LevelPlan {
  /**
   * Share of each line's demand in person that is served [-]: 1 open, 0 suspended, between them
   * limited.
   */
  readonly open: { readonly [L in PlannedLine]: number };
  /** Share of demand served by telephone or online instead of in person [-]. */
  readonly remote: { readonly [L in CountedLine]: number };
  /** Share of chronic visits replaced by delivery of the drugs [-]. */
  readonly delivered: number;
  /** Share of chronic patients who are to have prescriptions of twelve weeks [-]. */
  readonly longPrescriptions: number;
  /** Growth a week of what is open after the level fell to this one [1/week]; 0 means at once. */
  readonly rampPerWeek: { readonly [F in RampedFamily]: number };
  /** Share of the physicians of ordinary clinics put to community control, by tier [-]. */
  readonly diverted: ByTier;
  /** Share of the tertiary and secondary physicians of a grid lent to its primary facilities [-]. */
  readonly supportToPrimary: number;
  /** Share of physical beds that spacing leaves usable in wards that take ordinary patients [-]. */
  readonly spacing: number;
}

/** A counted line. */
export interface LineSpec {
  /** Visits per resident and year when everything is open [1/y], by tier. */
  readonly volume: ByTier;
  /** Share served by telephone or online in ordinary times [-]. */
  readonly online: number;
  /** Physician's time for a visit in person [min]; 0 when it takes none. */
  readonly minutes: number;
  /** Whether those in person come before others (N162-4a, N162-4c, N35-3.3b). */
  readonly protected: boolean;
  /** Share of those not served who come back [-]. */
  readonly returns: number;
  /** After how long they come back [min]; nobody later than 56 days. */
  readonly returnsAfter: DistributionSpec;
  /** Share of those not served who come to an emergency department instead [-]. */
  readonly worsens: number;
}

/** A line of treatment in sessions. */
export interface SessionSpec extends Schedule {
  /** Residents under treatment at any time [-]; 0 when the line is left out. */
  readonly patients: number;
  /** Sessions of a course [sessions]; 0 for treatment for life. */
  readonly sessions: number;
  /** Capability that a centre needs. */
  readonly capability: Capability;
  /** Share of a centre's places that ordinary demand takes [-]. */
  readonly use: number;
  /** Days after which a session that could not be held is missed [d]. */
  readonly tolerance: number;
  /** Days from the day after infection for which a patient is treated apart [d]. */
  readonly isolationDays: number;
  /** Share of a centre's places kept for those treated apart [-]. */
  readonly isolationShare: number;
  /** Days after which patients of a closed centre are sent to the nearest open one [d]. */
  readonly reassignedAfter: number;
}

/** Appointments in half-hour slots. */
export interface AppointmentSpec {
  /** Share of patients in person who come in the morning [-]; 0.5 is one to one (BJ-3.4). */
  readonly morningShare: number;
  /** Whether numbers follow crowding (BJ-3.4). */
  readonly adjusted: boolean;
  /** Most patients who may wait at once for each physician [patients/physician]. */
  readonly crowdingLimit: number;
  /** Change of the numbers from day to day [-]. */
  readonly step: number;
  /** Least share of the numbers that is offered [-]. */
  readonly least: number;
}

/** Physicians of ordinary clinics. */
export interface WorkforceSpec {
  /** Consulting time of a physician and day [min]. */
  readonly minutesPerDay: number;
  /** Share of it that ordinary demand takes on a weekday of 2019 [-]. */
  readonly use: number;
  /** Physician's time for a remote visit relative to one in person [-]. */
  readonly remoteTime: number;
  /** Whether staff who fall ill (`staff.absence`) are missing in clinics too. */
  readonly fallsIll: boolean;
  /** Whether physicians added to fever clinics (`clinics.support`) are taken from here. */
  readonly lendsToFeverClinics: boolean;
}

/** A day on which ordinary demand differs. */
export interface HolidaySpec {
  /** First day, ISO date. */
  readonly from: string;
  /** Last day, ISO date. */
  readonly to: string;
  /** Volume of lines with appointments and of elective admissions relative to the weekday's [-]. */
  readonly factor: number;
}

/** Ordinary services. */
export interface ServicesSpec {
  /** Share of beds that ordinary inpatients occupy when everything is open [-]. */
  readonly occupancy: number;
  /** Ordinary stay by ward type [min]. */
  readonly stay: { readonly [W in WardType]: DistributionSpec };
  /** Share of ordinary admissions that are urgent [-]. */
  readonly urgentShare: number;
  /** Share of urgent admissions that are deliveries [-]; in general wards. */
  readonly deliveryShare: number;
  /** Counted lines. */
  readonly lines: { readonly [L in CountedLine]: LineSpec };
  /** Treatment in sessions. */
  readonly courses: { readonly [L in CourseLine]: SessionSpec };
  /** Appointments. */
  readonly appointments: AppointmentSpec;
  /** Physicians. */
  readonly workforce: WorkforceSpec;
  /** Volume by weekday, Monday first, relative to the mean day [-]; mean 1. */
  readonly weekProfile: readonly number[];
  /** Holidays, in order of date. */
  readonly holidays: readonly HolidaySpec[];
  /** Share of elective admissions not served that come back [-]. */
  readonly electiveReturns: number;
  /** After how long they come back [min]. */
  readonly electiveReturnDelay: DistributionSpec;
  /** How long an urgent ordinary patient waits for a bed before going elsewhere [min]. */
  readonly urgentPatience: DistributionSpec;
  /** Plan by risk level. */
  readonly plans: { readonly [L in RiskLevel]: LevelPlan };
  /**
   * Levels from a date on; the first one holds from the beginning. A district with entries of its
   * own follows them from the first of them on.
   */
  readonly levels: readonly {
    /** ISO date, from 00:00. */
    readonly from: string;
    /** Level. */
    readonly level: RiskLevel;
    /** District that it holds for; all of them when left out. */
    readonly district?: string | undefined;
  }[];
  /** Levels by reported cases instead. */
  readonly levelRule: LevelRuleSpec;
}
