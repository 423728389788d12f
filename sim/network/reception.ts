/**
 * What is counted of receptions: triage, laboratory, CT, emergency departments. Decides nothing.
 *
 * Durations are kept with how they ended, so that those unfinished count as censored.
 */
import { DailyLevel, SimulationError, Tally } from "../engine/mod.ts";
import type { Profiles } from "../domain/mod.ts";
import type { Patients } from "./patients.ts";
import { Spans } from "./spans.ts";
import type { Ended } from "./spans.ts";
import type { UrgentPatient } from "./urgent_line.ts";

/** What `Reception` reads. */
export interface ReceptionSources {
  /** Days observed [d]. */
  readonly days: number;
  /** Patients. */
  readonly patients: Patients;
  /** Their attributes. */
  readonly profiles: Profiles;
  /** Clock. */
  readonly clock: {
    /** Time [min]. */
    readonly now: number;
  };
}

/** Counters of receptions. */
export class Reception {
  /** Waits for triage [min]. */
  readonly triageWaits = new Tally();
  /** Sent home by triage [visits]. */
  resolved = 0;
  /** Waits for a scan [min]. */
  readonly scanWaits = new Tally();
  /** Samples: taken to result at the sender [min]. */
  readonly results = new Spans();
  /** Rapid tests [tests]. */
  rapidTests = 0;
  /** Laboratories, when they are modelled; counts those open at the end. */
  laboratories: { finish(): void } | undefined = undefined;
  /** Mild patients brought by ambulance who were led to the fever clinic [visits]. */
  directed = 0;
  /** Door to bed [min]; group: `severity * 3 + colour`. */
  readonly doorToBed = new Spans();
  /** Suspected cases referred before their result [referrals]. */
  beforeResult = 0;
  /** Suspicion to departure for another place [min]. */
  readonly suspicion = new Spans();
  /** Whether emergency departments are modelled. */
  emergency = false;
  /** Places of the city by kind [places]. */
  places: readonly number[] = [0, 0, 0, 0, 0];
  /** Patients in places by kind [patients]; see `BAY`. */
  readonly inPlace: readonly DailyLevel[];
  /** Stays begun in places by kind [stays]. */
  readonly stays = new Float64Array(5);
  /** Ordinary urgent patients who found no bed free: wait [min]; group 1 for green channels. */
  readonly urgentWaits = new Spans();
  readonly #sources: ReceptionSources;

  /** @param sources What it reads. */
  constructor(sources: ReceptionSources) {
    this.#sources = sources;
    this.inPlace = Array.from({ length: 5 }, () => new DailyLevel({ days: sources.days }));
  }

  /** A result has come after a time [min]. */
  result(minutes: number): void {
    this.results.add(minutes, 1);
  }

  /** No result has come by the end, a time [min] after the sample. */
  noResult(minutes: number): void {
    this.results.add(minutes, 0);
  }

  /** The way of a patient from the door to a bed ends, if it was begun and a bed was asked for. */
  doorEnds(p: number, how: Ended): void {
    const { patients, profiles, clock } = this.#sources;
    const severity = patients.doorSeverity[p];
    if (severity > 0) {
      const group = severity * 3 + profiles.colour[patients.cell[p]];
      this.doorToBed.add(clock.now - patients.doorAt[p], how, group);
    }
    patients.doorAt[p] = NaN;
    patients.doorSeverity[p] = 0;
  }

  /** A suspected case leaves the place where it was suspected, or nothing holds it there any more. */
  suspicionEnds(p: number, how: Ended): void {
    const { patients, clock } = this.#sources;
    if (!Number.isNaN(patients.suspectAt[p])) {
      this.suspicion.add(clock.now - patients.suspectAt[p], how);
    }
    patients.suspectAt[p] = NaN;
  }

  /** An ordinary urgent patient who waited for a bed has one. */
  urgentAdmitted({ since, green }: UrgentPatient, now: number): void {
    if (since >= 0 && this.emergency) this.urgentWaits.add(now - since, 1, green ? 1 : 0);
  }

  /** An ordinary urgent patient has lost patience. */
  urgentGone({ since, until, green }: UrgentPatient): void {
    if (since >= 0 && this.emergency) this.urgentWaits.add(until - since, 2, green ? 1 : 0);
  }

  /** No more patients than places; a breach stops the run. */
  checkPlaces(
    now: number,
    used: number,
    { places, limited }: { places: number; limited: boolean },
  ): void {
    if (!limited || used <= places) return;
    throw new SimulationError(
      `Cannot place a patient as a place must hold one: ${used} patients, ${places} places`,
      { clock: now, entity: -1 },
    );
  }

  /**
   * Counts what is unfinished at the end, and checks that places in use are those of patients; call
   * once.
   *
   * @throws {SimulationError} When a place is in use by nobody, or a patient's is not counted.
   */
  finish(): void {
    this.laboratories?.finish();
    const { patients, clock } = this.#sources;
    const counted = new Int32Array(this.inPlace.length);
    for (const p of patients.handles()) {
      counted[patients.bay[p]]++;
      this.doorEnds(p, 0);
      this.suspicionEnds(p, 0);
    }
    for (let kind = 1; kind < counted.length; kind++) {
      if (this.inPlace[kind].value === counted[kind]) continue;
      throw new SimulationError(
        `Cannot end the run as each place must be of one patient: kind ${kind} is in use by ${
          counted[kind]
        } patients, counted ${this.inPlace[kind].value}`,
        { clock: clock.now, entity: -1 },
      );
    }
  }
}
