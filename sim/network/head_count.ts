/**
 * Where every patient of the table is, counted person by person: what the books of beds, vehicles,
 * servers and queues are held against.
 *
 * A patient is in one place. What each place allows stands in `troubleOf`: who is at home has no
 * facility, who is in a bed is at the facility of its ward, who is on the road has left all of them.
 */
import type { Breach, Heads } from "./audits.ts";
import { STRIDE } from "./interleaved.ts";
import { AWAITS, BAY, LINE, NEXT, PLACE, STEP } from "./patients.ts";
import type { World } from "./world.ts";

const PLACES = Object.keys(PLACE);
const STEPS = Object.keys(STEP).length;
const BAYS = Object.keys(BAY).length;

/** Patients by where they are. */
export class HeadCount implements Heads {
  /** Whose course is not over [patients]; the recovered who await discharge are not in. */
  open = 0;
  /** In a bed, by ward [patients]. */
  readonly inBed: Int32Array;
  /** With a held bed, by its ward [patients]. */
  readonly held: Int32Array;
  /** In queues, by kind, see `LINE` [patients]. */
  readonly inLine = new Int32Array(Object.keys(LINE).length);
  /** With a vehicle [patients]. */
  withVehicle = 0;
  /** Waiting for the result of a test in a clinic [patients]. */
  awaitingResult = 0;
  readonly #facilities: number;
  readonly #atStep: Int32Array;
  readonly #inBay: Int32Array;
  readonly #world: World;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    this.#facilities = world.layout.facilities.ids.length;
    this.inBed = new Int32Array(world.wards.covid.length);
    this.held = new Int32Array(world.wards.covid.length);
    this.#atStep = new Int32Array(STEPS * this.#facilities);
    this.#inBay = new Int32Array(BAYS * this.#facilities);
  }

  /**
   * Patients at a step of the reception of a facility.
   *
   * @param step Step, see `STEP` [-].
   * @param facility Facility [-].
   * @returns Patients [patients].
   */
  atStep(step: number, facility: number): number {
    return this.#atStep[step * this.#facilities + facility];
  }

  /**
   * Patients in places of a kind of the emergency department of a facility.
   *
   * @param kind Kind, see `BAY` [-].
   * @param facility Facility [-].
   * @returns Patients [patients].
   */
  inBay(kind: number, facility: number): number {
    return this.#inBay[kind * this.#facilities + facility];
  }

  /**
   * Counts anew.
   *
   * @param breach Called with the first patient who is in no place or in two.
   */
  take(breach: Breach): void {
    const { patients } = this.#world;
    this.open = this.withVehicle = this.awaitingResult = 0;
    for (const counts of [this.inBed, this.held, this.inLine, this.#atStep, this.#inBay]) {
      counts.fill(0);
    }
    const { rows, present } = patients;
    let found = 0;
    for (let p = 0; p < rows * STRIDE; p += STRIDE) {
      if (patients.grid[p] < 0) continue;
      found++;
      const trouble = this.#troubleOf(p);
      if (trouble !== "") breach(trouble, this.#describe(p), p);
      this.#count(p);
    }
    if (found !== present) {
      breach("rows in use must be those of patients", `in use ${present}, patients ${found}`);
    }
  }

  #count(p: number): void {
    const { next, place, ward, target, line, vehicle, tests, facility, step, bay } =
      this.#world.patients;
    if (next[p] !== NEXT.OVER) this.open++;
    if (place[p] === PLACE.BED) this.inBed[ward[p]]++;
    if (target[p] >= 0) this.held[target[p]]++;
    this.inLine[line[p]]++;
    if (vehicle[p] >= 0) this.withVehicle++;
    if ((tests[p] & AWAITS.RESULT) !== 0) this.awaitingResult++;
    if (facility[p] < 0) return;
    this.#atStep[step[p] * this.#facilities + facility[p]]++;
    this.#inBay[bay[p] * this.#facilities + facility[p]]++;
  }

  /** Rule that a patient breaks; empty for none. */
  #troubleOf(p: number): string {
    const {
      patients: { place, facility, ward, target, line, destination, rule, next, tests, bay },
    } = this.#world;
    const at = place[p];
    const inBed = at === PLACE.BED;
    const away = at === PLACE.HOME || at === PLACE.ROAD;
    const { wardFacility } = this.#world.layout;
    if (inBed !== ward[p] >= 0) return "a patient must be in one place: a bed or elsewhere";
    if (inBed && wardFacility[ward[p]] !== facility[p]) {
      return "a patient in a bed must be at its facility";
    }
    if (away === facility[p] >= 0) return "a patient must be in one place: a facility or elsewhere";
    if (away && bay[p] !== BAY.NONE) return "a place of an emergency department must be left";
    if (at !== PLACE.CLINIC && tests[p] !== 0) return "tests must be awaited in a clinic";
    switch (line[p]) {
      case LINE.CLINIC:
        if (at !== PLACE.CLINIC) return "a patient in line for a physician must be in a clinic";
        break;
      case LINE.BED:
        if (rule[p] < 0 || target[p] >= 0) return "a patient in line for a bed must ask for one";
        break;
      case LINE.VEHICLE:
        if (target[p] < 0 && destination[p] < 0) return "a vehicle must be asked for a destination";
    }
    if (next[p] === NEXT.OVER && !inBed) return "who has recovered must leave or be in a bed";
    return "";
  }

  #describe(p: number): string {
    const { grid, ordinal, place, facility, ward, target, vehicle, line, severity, step } =
      this.#world.patients;
    return `person ${ordinal[p]} of grid ${grid[p]}, severity ${severity[p]}, place ` +
      `${PLACES[place[p]]?.toLowerCase() ?? place[p]}, facility ${facility[p]}, ward ${ward[p]}, ` +
      `held ward ${target[p]}, vehicle ${vehicle[p]}, queue ${line[p]}, step ${step[p]}`;
  }
}
