/** The narrow faces of the primary level: what other flows may ask of it. */
import type { Tally } from "../engine/mod.ts";
import type { Delays } from "./delays.ts";
import type { VisitCounts } from "./visit_counts.ts";

/** A stock by grid. */
export interface StockFace {
  /** Units used by grid [units]. */
  readonly used: Float64Array;
  /** Times nothing was left by grid [units]. */
  readonly wanting: Float64Array;
  /** Time without a unit by grid [min]. */
  readonly emptyFor: Float64Array;
}

/** Antigen kits. */
export interface KitsFace {
  /** The stock. */
  readonly stock: StockFace;
  /** Whether some residents of a cell test themselves. */
  asked(cell: number): boolean;
  /** Whether a resident would test at onset. Draws a block. */
  selfTests(n: number, grid: number, cell: number): boolean;
  /** Takes a kit for a test at home; whether there was one and it is positive. Draws a block. */
  positiveAtHome(n: number, grid: number): boolean;
  /** Takes a kit where somebody is seen, −1 at home; whether a test can be done. */
  atHand(p: number, facility: number): boolean;
}

/** Family doctors. */
export interface DoctorsFace {
  /** Whether a known case is followed up by telephone. May draw a block. */
  telephones(p: number): boolean;
  /** Time until follow-up, due after a time, finds a worsening [min]. May draw blocks. */
  heard(p: number, due: number): number;
  /** Time until a call to everybody with a contract finds a worsening [min]. May draw blocks. */
  untilCall(p: number): number;
  /** Whether calls may lead residents of a cell to their clinic. */
  mayUrge(cell: number): boolean;
  /** Whether one who would seek no care is led to the own clinic. May draw a block. */
  urges(n: number, grid: number, cell: number): boolean;
}

/** Care homes. */
export interface CareHomesFace {
  /** Factor on the delay until a worsening is noticed [-]. May draw a block. */
  notice(p: number): number;
  /** Whether a visit goes to the facility assigned to the home. May draw blocks. */
  goesToAssigned(p: number): boolean;
  /** Whether a team sees a patient where they live. May draw a block. */
  seenInPlace(p: number): boolean;
}

/** Antivirals, or Chinese medicines. */
export interface AntiviralsFace {
  /** The stock. */
  readonly stock: StockFace;
  /** Offers a course to a known case. May draw a block. */
  offer(p: number): void;
}

/** Counts of access. */
export interface AccessFace {
  /** First visits by tier − 1, and in place [visits]. */
  readonly firstVisits: Float64Array;
  /** First visits that passed by the open own clinic [visits]. */
  readonly bypassed: number;
  /** First visits outside the home grid [visits]. */
  readonly crossed: number;
  /** Onset to first contact by colour [min]. */
  readonly contactDelay: readonly Tally[];
  /** Delays from a worsening at home to care. */
  readonly care: Delays;
  /** Requests beyond the ability of the lower levels [1]. */
  beyondAbility: number;
  /** Online contacts at onset that ended, had drugs delivered, were directed [contacts]. */
  readonly online: Float64Array;
  /** Online contacts after a worsening referred at once [contacts]. */
  steered: number;
  /** A patient makes contact. Draws a block. */
  contact(p: number): void;
  /** A patient arrives at a clinic. */
  arrives(p: number, facility: number): void;
  /** A team sees a patient in place. */
  seenInPlace(p: number): void;
  /** A patient at home has become worse. */
  unwell(p: number): void;
  /** Ends a delay to care: 1 by care, 2 by recovery or death, 0 with the run. */
  ends(p: number, how: 0 | 1 | 2): void;
}

/** What of the primary level is on. */
export interface PrimaryOn {
  /** Kits that can run out, or tests at home. */
  readonly kits: boolean;
  /** Teams that visits wait for. */
  readonly teams: boolean;
  /** Telemedicine. */
  readonly telemedicine: boolean;
  /** Antivirals. */
  readonly antivirals: boolean;
  /** Chinese medicines. */
  readonly medicines: boolean;
  /** Any of them, or of those without a measure of their own, or the measures of access. */
  readonly any: boolean;
}

/** The primary level. */
export interface PrimaryFace {
  /** What is on. */
  readonly on: PrimaryOn;
  /** Antigen kits. */
  readonly kits: KitsFace;
  /** Family doctors. */
  readonly doctors: DoctorsFace;
  /** Care homes. */
  readonly careHomes: CareHomesFace;
  /** Antivirals; left out when they are off. */
  readonly antivirals?: AntiviralsFace;
  /** Chinese medicines; left out when they are off. */
  readonly medicines?: AntiviralsFace;
  /** Counts of access. */
  readonly access: AccessFace;
  /** Offers a known case that has been seen medicines and antivirals. May draw blocks. */
  treats(p: number): void;
}

/** Visiting teams. */
export interface VisitFace {
  /** What was counted. */
  readonly counts: VisitCounts;
  /** Visits that wait, or for which a team is on its way [visits]. */
  readonly open: number;
  /** Whether a known case is followed up by visits that wait for a team. May draw a block. */
  follows(p: number): boolean;
  /** Somebody has come home, with or without a result; whether visits keep them in view. */
  sentHome(p: number, undecided: boolean): boolean;
  /** Whether a team makes the first contact in place; it then waits for one. */
  seesFirst(p: number): boolean;
  /** Somebody is at home no more, or needs no visit. */
  leave(p: number): void;
}

/** Telemedicine. */
export interface TelemedicineFace {
  /** Asked for [consultations]. */
  readonly requested: number;
  /** Given [consultations]. */
  readonly given: number;
  /** Of them, settled [consultations]. */
  readonly settled: number;
  /** Referred without advice, as the wait was too long [consultations]. */
  readonly withoutAdvice: number;
  /** Waits for an adviser [min]. */
  readonly wait: Tally;
  /** Whether a case in a clinic asks for advice first; the decision follows then. */
  asks(p: number): boolean;
}
