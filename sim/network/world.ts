/**
 * What all flows of one replication share, and the narrow faces by which they call one another.
 *
 * Every flow lives in a file of its own and knows only this one; `network.ts` builds them and joins
 * them up. A face lists what others may ask of a flow, so that who can change what is seen here.
 */
import type { Executive, KeyedDraws, PriorityQueues } from "../engine/mod.ts";
import type { Profiles } from "../domain/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import type { Audit } from "./audits.ts";
import type { Collect } from "./collect.ts";
import type { CapacityFace } from "./capacity_face.ts";
import type { CaseRisks } from "./case_risks.ts";
import type { RulesInForce } from "./candidates.ts";
import type { HospitalTally } from "./hospital_tally.ts";
import type { Epidemic } from "./epidemic.ts";
import type { OpeningFace, PlatformFace } from "./known_faces.ts";
import type { Laws } from "./laws.ts";
import type { Layout } from "./layout.ts";
import type { MidnightCensus } from "./midnight_census.ts";
import type { Patients } from "./patients.ts";
import type { PrimaryFace, TelemedicineFace, VisitFace } from "./primary_faces.ts";
import type { Reception } from "./reception.ts";
import type { ServiceVolume } from "./service_volume.ts";
import type { Wards } from "./wards.ts";

/** What first brings a person to the network. */
export const FIRST = { CONTACT: 0, WORSENING: 1, SCREENING: 2, REPORT: 3 } as const;

/** Infections. */
export interface CaseFace {
  /** Makes a row for a person at their first event, see {@link FIRST}; returns the handle. */
  takeUp(n: number, grid: number, first: number): number;
  /** Whether a person would, of their own accord, never meet the network. */
  inCrowd(n: number, grid: number): boolean;
}

/** Screening of those who feel no need of care. */
export interface ScreeningFace {
  /** The infections of a day have been drawn up to the given numbers by grid. */
  infected(day: number, drawn: Int32Array): void;
  /** A ward has free beds that nobody waits for. */
  offer(ward: number): void;
  /** Other rules are in force. */
  rulesChanged(): void;
}

/** The course of disease. */
export interface CourseFace {
  /** A state begins at `since`, now or later, with its duration and thresholds set. */
  begin(p: number): void;
  /** A case is found in a state, with duration and time left set: draws the rest and goes on. */
  find(p: number): void;
  /** The place or bed of a patient has changed: the course goes on under that care. */
  careChanged(p: number): void;
  /** A case becomes worse now. */
  worsen(p: number): void;
  /** A mild case may be away from home when it recovers: watches for that. */
  watch(p: number): void;
  /** Multiplies the hazard of worsening that is left in the present state by a factor [-]. */
  slow(p: number, factor: number): void;
  /** Ends a case at home that can only recover now; gives the row back. */
  finishAtHome(p: number): void;
}

/** First contacts and home care. */
export interface ContactFace {
  /** Makes the contact that `way` says. */
  make(p: number): void;
  /** Someone at home has become worse: it will be noticed and lead to a contact, or not. */
  worsenedAtHome(p: number): void;
  /** A patient on the way to a first contact has arrived at a facility. */
  arriveAt(p: number, facility: number): void;
  /** Somebody has reported a positive test at home. */
  reported(p: number): void;
  /** Whether a test of a patient at home, by a team, shows the infection. Draws a block. */
  testedAtHome(p: number): boolean;
  /** A contact will be made at a time [min]. */
  expect(p: number, at: number): void;
  /** Interval of follow-up at home, as the colour says [min]; 0 for none. */
  followUpInterval(p: number): number;
  /** Time until follow-up at home is next due [min]; Infinity without. Draws a block. */
  untilRegular(p: number): number;
  /** A team sees somebody at home: one who is worse makes contact now. May draw blocks. */
  foundByVisit(p: number): void;
}

/** Clinics. */
export interface ClinicFace {
  /** Physicians of fever clinics now, by facility [persons] -- state. */
  readonly physicians: Float64Array;
  /** A patient joins the line of a facility's clinic. */
  join(p: number, facility: number): void;
  /** A patient who may be in line has become worse: moves up. */
  worsened(p: number): void;
  /** A patient in line is gone, or one with a physician. */
  leave(p: number): void;
  /** Physicians have come to a fever clinic, or gone, who finish with their patients first. */
  addPhysicians(facility: number, physicians: number): void;
}

/** Emergency departments. */
export interface EmergencyFace {
  /** Physicians by facility [persons]; 0 without a department. */
  readonly physicians: Int32Array;
  /** Whether a patient at the door is to be seen in the emergency department. */
  takes(p: number): boolean;
  /** A patient has arrived at a facility. */
  arrives(p: number): void;
  /** A patient has been seen and stays: takes a place; a suspected case is isolated. */
  seen(p: number, suspected: boolean): void;
  /** The state of a patient has changed: may need a better place. */
  worsened(p: number): void;
  /** A bed is asked for. */
  asksForBed(p: number): void;
  /** The patient is in a bed that suffices. */
  admitted(p: number): void;
  /** The patient leaves the facility for a bed. */
  departs(p: number): void;
  /** The patient leaves the facility and waits for a bed at home. */
  waitsAtHome(p: number): void;
  /** The way to a bed is over without one. */
  ends(p: number): void;
}

/** Referral. */
export interface ReferralFace {
  /** Decides where a patient who has been seen goes. */
  decide(p: number): void;
  /** A result has come after the decision: decides anew where a rule asks whether it is known. */
  resultCame(p: number): void;
  /** The need of a patient has changed where they are. */
  needChanged(p: number): void;
  /** Rules, or the beds that there are, have changed: takes an open request back and decides anew. */
  decideAnew(p: number): void;
  /** Ends the open request of a patient: queue, held bed, transport. */
  cancel(p: number): void;
  /** Counts the open request of a patient, now in a bed that suffices, as met. */
  completed(p: number): void;
  /** A bed may have become free. */
  serve(ward: number): void;
  /** Patients who wait for a bed where a rule sends to a ward itself [patients]. */
  waitingFor(ward: number): number;
  /** Moves a patient in a bed above the need to a lower place, if one is free. */
  stepDown(p: number): void;
}

/** Transport. */
export interface TransferFace {
  /** A patient with a held bed is ready to move. */
  start(p: number): void;
  /** A patient who called 120 is taken to a facility. */
  callFor(p: number, facility: number): void;
  /** A patient who may wait for a vehicle has become worse: moves up in the queue. */
  worsened(p: number): void;
  /** The patient of a vehicle needs it no more. */
  recall(p: number): void;
  /** Sets how many vehicles are on duty, by a factor on those of each fleet [-]. */
  onDuty(factor: number): void;
}

/** Facilities that close and open again. */
export interface ClosuresFace {
  /** A COVID inpatient leaves a ward that is closed; the target is where they go, if anywhere. */
  left(p: number): void;
  /** An ordinary inpatient of a ward that is closed is moved elsewhere, or goes home early. */
  ordinaryLeft(ward: number, isMoved: boolean): void;
  /** Whether a facility is closed to everybody now. */
  isShut(facility: number): boolean;
}

/** People who arrive from elsewhere. */
export interface ArrivalsFace {
  /** Whether a patient has a single place where they arrived, and so stays there. */
  houses(p: number): boolean;
  /** A patient leaves the place where they are, or is told to wait at home. */
  left(p: number): void;
}

/** Stays in beds. */
export interface StayFace {
  /** A patient has arrived at the held bed. */
  admit(p: number): void;
  /** A patient's illness or convalescence is over, in a bed. */
  discharge(p: number): void;
  /** The need of a patient in a bed has fallen: a lower place is looked for after observation. */
  observe(p: number): void;
  /** A patient leaves the present place, whatever it is: frees it. */
  vacate(p: number): void;
}

/** Ordinary inpatients. */
export interface RoutineFace {
  /** When the first ordinary urgent patient waiting for a ward came; Infinity when none waits [min]. */
  waitingSince(ward: number): number;
  /** Whether that patient goes before all COVID cases but the critical. */
  goesFirst(ward: number): boolean;
  /** Admits that patient. */
  admitWaiting(ward: number): void;
  /** Those of hospitals that close. */
  readonly moves: {
    /** Moves the patients of closed wards elsewhere or home. */
    moveOut(wards: readonly number[]): void;
    /** Ward of a patient, by the one to which they first came and number; −1 for sent home early. */
    wardOf(ward: number, who: number): number;
  };
}

/** The event log, as the flows see it. */
export interface LogFace {
  /** Logs an event of a patient where they are; `value` is what it is about [-]. */
  patient(event: string, p: number, value: number): void;
  /** Logs what happens to a ward, without a patient; `value` is how many beds or persons. */
  ward(event: string, ward: number, value: number): void;
  /** Logs a step of a referral; `value` is the reason of a refusal [-]. */
  referral(
    event: string,
    p: number,
    set: number,
    rule: number,
    ward: number,
    value?: number,
  ): void;
  /** Logs a decision with all that the rules saw; `rule` is −1 when none matches. */
  decided(p: number, set: number, rule: number): void;
  /** Logs that a person now matters, with who it is; `onset` is the first symptom [min], NaN if unknown. */
  arrives(p: number, onset: number): void;
  /** Logs a step of a vehicle with a patient, or −1 for none. */
  vehicle(event: string, v: number, p: number): void;
  /** The log when it follows this patient in more depth; undefined when it does not. */
  depth(p: number): LogFace | undefined;
}

/** What the flows of one replication share. */
export interface World {
  /** The scenario. */
  readonly scenario: Scenario;
  /** Clock and calendar. */
  readonly executive: Executive;
  /** Keyed draws. */
  readonly draws: KeyedDraws;
  /** Places, facilities, links. */
  readonly layout: Layout;
  /** Attributes of residents. */
  readonly profiles: Profiles;
  /** Levels, expected infections, reports, illness of staff. */
  readonly epidemic: Epidemic;
  /** Risks of courses. */
  readonly risks: CaseRisks;
  /** Laws of durations. */
  readonly laws: Laws;
  /** Rules in force, and the rules of those who do not follow them. */
  readonly rules: readonly RulesInForce[];
  /** Code of each capability of `referral.capabilityNeeds` [-]. */
  readonly capabilityCodes: readonly number[];
  /** Capabilities missing at the lower levels, by grid. */
  readonly missing: Uint8Array;
  /** Patients. */
  readonly patients: Patients;
  /** Wards. */
  readonly wards: Wards;
  /** Queues for beds. */
  readonly bedQueues: PriorityQueues<Patients>;
  /** Statistics. */
  readonly collect: Collect;
  /** Beds and patients of facilities at midnight. */
  readonly census: MidnightCensus;
  /** Ordinary volume served. */
  readonly volume: ServiceVolume;
  /** Statistics of receptions. */
  readonly reception: Reception;
  /** The primary level; null when nothing of it is on. */
  readonly primary: PrimaryFace | null;
  /** Statistics of hospitals from inside; null when nothing of it is on. */
  readonly hospital: HospitalTally | null;
  /** Event log; null when it is off. */
  readonly log: LogFace | null;
  /** What every part checks of its own books between events; see `invariants.ts`. */
  readonly audits: Audit[];
  /** The flows. */
  readonly flows: {
    cases: CaseFace;
    screening?: ScreeningFace;
    visits?: VisitFace;
    telemedicine?: TelemedicineFace;
    closures?: ClosuresFace;
    arrivals?: ArrivalsFace;
    course: CourseFace;
    contact: ContactFace;
    clinic: ClinicFace;
    opening?: OpeningFace;
    platform?: PlatformFace;
    emergency?: EmergencyFace;
    capacity: CapacityFace;
    referral: ReferralFace;
    transfer: TransferFace;
    stay: StayFace;
    routine: RoutineFace;
  };
}
