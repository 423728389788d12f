/**
 * Emergency operations: theatres of every hospital kept for them day and night, first come first served.
 *
 * While infection is not excluded only a negative-pressure theatre may take the patient, and it is
 * cleaned afterwards. Whoever's result comes before that joins the line for the other theatres, by
 * the time of arrival. Patients whose infection is excluded never use a negative-pressure theatre.
 */
import { RUNGS } from "../engine/mod.ts";
import type { Breach } from "./audits.ts";
import type { Candidate, Fixed } from "./operations.ts";
import type { World } from "./world.ts";

/** Kinds of theatre. */
const USUAL = 0;
const NEGATIVE_PRESSURE = 1;

/** Emergency operations of all hospitals. */
export class EmergencyTheatres {
  readonly #world: World;
  readonly #fixed: Fixed;
  /** Free theatres, by facility and kind [theatres]. */
  readonly #free: Int32Array;
  /** When the last of the operations under way ends, by facility and kind [min]. */
  readonly #until: Float64Array;
  /** Who waits, by facility and kind, in order of arrival. */
  readonly #lines: readonly Candidate[][];
  /** Who waits for a result, by a number of their own. */
  readonly #awaiting = new Map<number, Candidate>();
  #last = 0;
  readonly #released: number;
  readonly #result: number;

  /**
   * @param world The replication.
   * @param fixed Called for every operation when it begins.
   */
  constructor(world: World, fixed: Fixed) {
    this.#world = world;
    this.#fixed = fixed;
    const { city, hospital: { surgery: { emergency } } } = world.scenario;
    const theatres = [emergency.theatres, emergency.negativePressure];
    this.#free = Int32Array.from({ length: city.facilities.length * 2 }, (_, i) => theatres[i % 2]);
    this.#until = new Float64Array(this.#free.length).fill(-Infinity);
    this.#lines = Array.from({ length: city.facilities.length * 2 }, () => []);
    world.audits.push((breach) => this.#audit(breach, theatres));
    const { executive } = world;
    this.#released = executive.on("emergency theatre free", RUNGS.release, (line) => {
      this.#free[line]++;
      this.#serve(line);
    });
    this.#result = executive.on("infection excluded for surgery", RUNGS.decision, (number) => {
      const candidate = this.#awaiting.get(number);
      this.#awaiting.delete(number);
      if (candidate !== undefined) this.#excluded(candidate);
    });
  }

  /**
   * A patient is to be operated on as soon as possible.
   *
   * @param candidate Who, for which operation.
   */
  join(candidate: Candidate): void {
    const { executive, layout, scenario } = this.#world;
    const { unexcludedShare } = scenario.hospital.surgery.emergency;
    const line = layout.wardFacility[candidate.w] * 2;
    if (candidate.excluded >= unexcludedShare) {
      this.#enter(line + USUAL, candidate);
      return;
    }
    const known = candidate.since + scenario.contact.pcrTurnaround;
    const number = this.#last++;
    this.#awaiting.set(number, candidate);
    executive.at(Math.max(executive.now, known), this.#result, number);
    this.#enter(line + NEGATIVE_PRESSURE, candidate);
  }

  /** A theatre is free or has one operation that ends, and is free only while nobody waits. */
  #audit(breach: Breach, theatres: readonly number[]): void {
    const { now } = this.#world.executive;
    this.#free.forEach((free, line) => {
      const all = theatres[line % 2];
      const waiting = this.#lines[line].length;
      const idle = free > 0 && waiting > 0;
      const lost = free < all && this.#until[line] < now;
      if (free >= 0 && free <= all && !idle && !lost) return;
      const kind = line % 2 === NEGATIVE_PRESSURE ? "negative-pressure" : "usual";
      const state = `${all} ${kind} ones, free ${free}, last operation until ${
        this.#until[line]
      } min, waiting ${waiting}`;
      breach("each theatre must be free or have one operation", state, Math.floor(line / 2));
    });
  }

  #enter(line: number, candidate: Candidate): void {
    const list = this.#lines[line];
    let place = list.length;
    while (place > 0 && list[place - 1].since > candidate.since) place--;
    list.splice(place, 0, candidate);
    this.#serve(line);
  }

  /** Somebody's result is there: who still waits may have any theatre but the special one. */
  #excluded(candidate: Candidate): void {
    const line = this.#world.layout.wardFacility[candidate.w] * 2;
    const special = this.#lines[line + NEGATIVE_PRESSURE];
    const place = special.indexOf(candidate);
    if (place < 0) return;
    special.splice(place, 1);
    this.#enter(line + USUAL, candidate);
  }

  #serve(line: number): void {
    const { executive, scenario } = this.#world;
    const { cleaning } = scenario.hospital.surgery.emergency;
    while (this.#free[line] > 0) {
      const candidate = this.#lines[line].shift();
      if (candidate === undefined) return;
      this.#free[line]--;
      const busy = candidate.minutes + (line % 2 === NEGATIVE_PRESSURE ? cleaning : 0);
      executive.after(busy, this.#released, line);
      this.#until[line] = Math.max(this.#until[line], executive.now + busy);
      this.#fixed(candidate, executive.now);
    }
  }
}
