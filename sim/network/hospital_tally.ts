/** What is counted about hospitals from inside: waits, operations, infections. Decides nothing. */
import { Tally } from "../engine/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";

/** Groups of grades of operations. */
export const GRADE_GROUPS = ["grade_1_2", "grade_3_4"] as const;
/** Kinds of operation. */
export const OPERATIONS = ["listed", "emergency"] as const;

/** An operation that begins. */
export interface Operation {
  /** Grade, 1 to 4 [-]. */
  readonly grade: number;
  /** When the patient first came [min]. */
  readonly since: number;
  /** When it begins [min]. */
  readonly at: number;
  /** Whether it is an emergency one. */
  readonly emergency: boolean;
}

/** Counters of one replication; all count from the first day to the last of infections. */
export class HospitalTally {
  /** Infected in hospital [patients]. */
  infected = 0;
  /** Operations that ordinary arrivals need, by group of grades [operations]. */
  readonly needed = new Float64Array(GRADE_GROUPS.length);
  /** Operations begun, by group of grades [operations]. */
  readonly operated = new Float64Array(GRADE_GROUPS.length);
  /** Waits for an operation from the first arrival, by kind [min]. */
  readonly surgeryWaits: readonly Tally[] = OPERATIONS.map(() => new Tally());
  /** Emergency operations begun within target [operations]. */
  withinTarget = 0;
  /** Waits of elective patients from the first arrival to admission [min]. */
  readonly electiveWaits = new Tally();
  /** Urgent arrivals [patients]. */
  urgent = 0;
  /** Of them, those who went elsewhere [patients]. */
  elsewhere = 0;

  readonly #end: number;
  readonly #target: number;
  /** When elective patients not yet admitted first came, by ward and number [min]. */
  readonly #asked: readonly Map<number, number>[];

  /** @param scenario A checked scenario. */
  constructor({ window, hospital, city }: Scenario) {
    this.#end = window.days * MINUTES_PER_DAY;
    this.#target = hospital.surgery.emergency.target;
    this.#asked = city.wards.map(() => new Map());
  }

  #counts(time: number): boolean {
    return time >= 0 && time < this.#end;
  }

  /** Somebody was infected in hospital at a time [min]. */
  infectedAt(time: number): void {
    if (this.#counts(time)) this.infected++;
  }

  /** An arrival needs an operation of a grade, 1 to 4 [-]. */
  needs(grade: number, time: number): void {
    if (this.#counts(time)) this.needed[groupOf(grade)]++;
  }

  /** An operation begins. */
  operates({ grade, since, at, emergency }: Operation): void {
    if (!this.#counts(at)) return;
    this.operated[groupOf(grade)]++;
    this.surgeryWaits[emergency ? 1 : 0].add(at - since);
    if (emergency && at - since <= this.#target) this.withinTarget++;
  }

  /** An urgent patient came at a time [min]. */
  urgentCame(time: number): void {
    if (this.#counts(time)) this.urgent++;
  }

  /** An urgent patient who came at a time [min] has gone elsewhere. */
  wentElsewhere(since: number): void {
    if (this.#counts(since)) this.elsewhere++;
  }

  /** An elective patient was not admitted, the first time or again, and still wants to be. */
  putOff(w: number, who: number, now: number): void {
    if (!this.#asked[w].has(who)) this.#asked[w].set(who, now);
  }

  /** When an elective patient first came [min]. */
  since(w: number, who: number, now: number): number {
    return this.#asked[w].get(who) ?? now;
  }

  /** An elective patient has gone for good. */
  electiveLost(w: number, who: number): void {
    this.#asked[w].delete(who);
  }

  /** An elective patient is admitted now. */
  electiveAdmitted(w: number, who: number, now: number): void {
    if (this.#counts(now)) this.electiveWaits.add(now - this.since(w, who, now));
    this.#asked[w].delete(who);
  }
}

/** Group of a grade [-]. */
const groupOf = (grade: number): number => grade <= 2 ? 0 : 1;
