/**
 * What is counted while a replication runs. Nothing here decides anything.
 *
 * Every resident infected in the window is counted where they live, every bed where it stands; delays
 * keep those unfinished as censored. `measures.ts` turns all of it into rows at the end.
 */
import { COLOURS, REFUSALS } from "../domain/mod.ts";
import type { Profiles } from "../domain/mod.ts";
import { DailyCount, DailyLevel, Tally } from "../engine/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import { CaseEnds, neededBedEver } from "./case_ends.ts";
import { Delays, RULE_CODES } from "./delays.ts";
import type { Layout } from "./layout.ts";
import { personKey, PLACE } from "./patients.ts";
import type { Patients } from "./patients.ts";
import { FIRST_PRESENT } from "./present_numbers.ts";

const DAY_28 = 28 * MINUTES_PER_DAY;

/** Parts of a transfer's delay. */
export const PARTS = [
  "wait_for_bed",
  "hand_over",
  "wait_for_vehicle",
  "drive_to_patient",
  "ride",
] as const;

/** Counters and levels of one replication. */
export class Collect {
  /** Infected by colour [persons]. */
  readonly infectedByColour = new Float64Array(COLOURS.length);
  /** Infected by grid [persons]. */
  readonly infectedByGrid: Float64Array;
  /** Infected per day [persons/d]. */
  readonly infections: DailyCount;
  /** Infected per day who never meet the network [persons/d]. */
  readonly crowd: DailyCount;
  /** Recovered per day among those who met the network [persons/d]. */
  readonly recoveries: DailyCount;
  /** Deaths per day [deaths/d]. */
  readonly deathsByDay: DailyCount;
  /** Deaths by colour [persons]. */
  readonly deathsByColour = new Float64Array(COLOURS.length);
  /** Deaths by care at death: right bed, bed below need, facility without bed, home [persons]. */
  readonly deathsByCare = new Float64Array(4);
  /** Keys of those who died. */
  readonly died: number[] = [];
  /** Cases who are no residents infected in the window: present at a given start, or arrived [persons]. */
  present = 0;
  /** Of them, those who arrived from elsewhere [persons]. */
  arrived = 0;
  /** Needed a bed, those present at the start included [persons]. */
  needed = 0;
  /** Of them, those whose 28 days lie within the run [persons]. */
  neededFollowed = 0;
  /** Needed a bed and had died or recovered without one [persons]. */
  withoutBed = 0;
  /** Would have died in right care [persons]. */
  expectedDeaths = 0;
  /** Recovered within 28 days, of all who met the network [persons]. */
  recoveredBy28 = 0;
  /** The same of those who needed a bed [persons]. */
  bedNeedingRecoveredBy28 = 0;
  /** Recovered, of all who met the network [persons]. */
  recoveredKnown = 0;
  /** Bed requests [1]. */
  requests = 0;
  /** Refusals by reason [1]. */
  readonly refusals = new Float64Array(REFUSALS.length);
  /** Moves down [1]. */
  downReferrals = 0;
  /** Admissions under a request [1]. */
  admissions = 0;
  /** Of them, where the rule itself sends [1]. */
  byRule = 0;
  /** Delays of requests. */
  readonly delays = new Delays();
  /** Where cases go, and how it ends. */
  readonly ends: CaseEnds;
  /** Parts of completed delays [min]. */
  readonly parts: readonly Tally[] = PARTS.map(() => new Tally());
  /** Response times [min]. */
  readonly response = new Tally();
  /** Vehicles on duty [vehicles]. */
  readonly vehiclesOnDuty: DailyLevel;
  /** Vehicles in use [vehicles]. */
  readonly vehiclesBusy: DailyLevel;
  /** Waiting for a bed [patients]. */
  readonly waiting: DailyLevel;
  /** Waiting for a bed by home grid [patients]. */
  readonly waitingByGrid: readonly DailyLevel[];
  /** Boarding in a facility or a bed below the need [patients]. */
  readonly boarding: DailyLevel;
  /** Clinic visits per day [visits/d]. */
  readonly clinicVisits: DailyCount;
  /** Waits for a physician [min]. */
  readonly clinicWaits = new Tally();
  /** Left unseen [visits]. */
  unseen = 0;
  /** Found their facility closed [visits]. */
  closed = 0;

  readonly #patients: Patients;
  readonly #profiles: Profiles;
  readonly #scenario: Scenario;
  readonly #clock: { readonly now: number };

  /**
   * @param scenario A checked scenario.
   * @param layout Its layout.
   * @param patients The patients.
   * @param profiles Their attributes.
   * @param clock Clock.
   * @param clock.now Time [min].
   */
  constructor(
    scenario: Scenario,
    layout: Layout,
    patients: Patients,
    profiles: Profiles,
    clock: { readonly now: number },
  ) {
    const days = scenario.window.days + scenario.window.runOnDays;
    this.#patients = patients;
    this.#profiles = profiles;
    this.#scenario = scenario;
    this.#clock = clock;
    this.infections = new DailyCount(days);
    this.crowd = new DailyCount(days);
    this.recoveries = new DailyCount(days);
    this.deathsByDay = new DailyCount(days);
    this.clinicVisits = new DailyCount(days);
    this.vehiclesBusy = new DailyLevel({ days });
    this.vehiclesOnDuty = new DailyLevel({ days });
    this.waiting = new DailyLevel({ days });
    this.boarding = new DailyLevel({ days });
    this.waitingByGrid = layout.grids.ids.map(() => new DailyLevel({ days }));
    this.infectedByGrid = new Float64Array(layout.grids.ids.length);
    this.ends = new CaseEnds(scenario.city, layout, patients);
  }

  /** An infection. */
  infected(day: number, grid: number, colour: number): void {
    this.infectedByColour[colour]++;
    this.infectedByGrid[grid]++;
    this.infections.add(day * MINUTES_PER_DAY);
  }

  /** An infection that never meets the network. */
  crowdInfected(day: number): void {
    this.crowd.add(day * MINUTES_PER_DAY);
  }

  /** Somebody of the crowd of a day has been found by screening. */
  leavesCrowd(day: number): void {
    this.crowd.add(day * MINUTES_PER_DAY, -1);
  }

  /** A case has become moderate. */
  neededBed(p: number): void {
    this.needed++;
    if (this.#followed28(p)) {
      this.neededFollowed++;
      this.ends.followed(p, this.#clock.now);
    }
    this.expectedDeaths += this.#patients.diesInRightCare[p];
  }

  /** A case was there when the run began. */
  presentAtStart(p: number): void {
    this.present++;
    this.needed++;
    this.expectedDeaths += this.#patients.diesInRightCare[p];
    this.ends.passages.foundAtStart(p);
  }

  /** Somebody who arrived from elsewhere has been found infected. */
  fromElsewhere(): void {
    this.present++;
    this.arrived++;
  }

  /** A known case has recovered. */
  recovered(p: number, time: number): void {
    this.recoveredKnown++;
    this.recoveries.add(time);
    const within = time - this.#patients.infectedAt[p] <= DAY_28 && this.#followed28(p);
    if (within) this.recoveredBy28++;
    this.ends.ended(p, time, "recovered");
    if (!neededBedEver(this.#patients, p)) return;
    if (within) this.bedNeedingRecoveredBy28++;
    if (this.#patients.everInBed[p] === 0) this.withoutBed++;
  }

  /** Whether day 28 of a case infected in the window lies within the run. */
  #followed28(p: number): boolean {
    const { days, runOnDays } = this.#scenario.window;
    if (this.#patients.ordinal[p] >= FIRST_PRESENT) return false;
    return this.#patients.infectedAt[p] + DAY_28 <= (days + runOnDays) * MINUTES_PER_DAY;
  }

  /** A case has died, in the given care. */
  dead(p: number, time: number, care: number): void {
    const { grid, ordinal, cell, everInBed } = this.#patients;
    this.deathsByDay.add(time);
    this.deathsByCare[care]++;
    this.deathsByColour[this.#profiles.colour[cell[p]]]++;
    this.died.push(personKey(grid[p], ordinal[p]));
    if (everInBed[p] === 0) this.withoutBed++;
    this.ends.ended(p, time, "died");
  }

  /** A bed was requested. */
  requested(): void {
    this.requests++;
  }

  /** A facility did not take a patient. */
  refused(reason: number): void {
    this.refusals[reason]++;
  }

  /** A request has ended: 1 met, 2 otherwise; 0 is still open at the end. */
  requestClosed(p: number, time: number, how: 0 | 1 | 2): void {
    const { requestedAt, rule, ruleSet, cell } = this.#patients;
    this.delays.add({
      requestedAt: requestedAt[p],
      duration: time - requestedAt[p],
      how,
      rule: ruleSet[p] * RULE_CODES + rule[p],
      colour: this.#profiles.colour[cell[p]],
    });
    if (how === 1) this.#countParts(p, time);
  }

  #countParts(p: number, time: number): void {
    const { requestedAt, acceptedAt, readyAt, assignedAt, pickedAt, byRule } = this.#patients;
    const marks = [requestedAt[p], acceptedAt[p], readyAt[p], assignedAt[p], pickedAt[p], time];
    this.parts.forEach((tally, i) => tally.add(marks[i + 1] - marks[i]));
    this.admissions++;
    this.byRule += byRule[p];
  }

  /** A patient starts (1) or stops (−1) waiting for a bed. */
  waits(p: number, change: 1 | -1): void {
    const { now } = this.#clock;
    this.waiting.add(now, change);
    this.waitingByGrid[this.#patients.grid[p]].add(now, change);
    if (this.#patients.place[p] !== PLACE.HOME) this.boarding.add(now, change);
  }

  /** A patient was moved to a lower place. */
  steppedDown(): void {
    this.downReferrals++;
  }

  /** Number of vehicles on duty from now on [vehicles]. */
  fleetSize(time: number, vehicles: number): void {
    this.vehiclesOnDuty.set(time, vehicles);
  }

  /** Vehicles in use change. */
  vehicles(time: number, change: 1 | -1): void {
    this.vehiclesBusy.add(time, change);
  }

  /** A vehicle reaches a patient after a time [min]. */
  responded(minutes: number): void {
    this.response.add(minutes);
  }

  /** A visit to a clinic. */
  clinicVisit(time: number): void {
    this.clinicVisits.add(time);
  }

  /** A wait for a physician [min]. */
  clinicWait(minutes: number): void {
    this.clinicWaits.add(minutes);
  }

  /** Somebody left unseen. */
  leftUnseen(): void {
    this.unseen++;
  }

  /** Somebody found the facility closed. */
  foundClosed(): void {
    this.closed++;
  }
}
