/**
 * The event log of the care network: its columns, over the engine's generic column log.
 *
 * One row per event of a patient known to the network, of a ward or of a vehicle. Times are minutes,
 * people are keys, facilities and wards are indices into the city's tables; `value` is what the event
 * is about. Words of the events and meanings of their values: `LOG_EVENTS`. A log that follows one
 * person leaves everybody else out and has further events of that one.
 */
import { ColumnLog, Dictionary } from "../engine/mod.ts";
import { illnessCode } from "../domain/mod.ts";
import { facilityRoles } from "./candidates.ts";
import { personKey, PLACE } from "./patients.ts";
import { packSeen, personCode } from "./seen_codes.ts";
import { beyondAbility } from "./telemedicine.ts";
import { whereSeen } from "./where_seen.ts";
import type { LogFace, World } from "./world.ts";

/** Columns of the log, in order. */
export const LOG_COLUMNS = [
  "time_min",
  "patient",
  "event",
  "facility",
  "ward",
  "rule_set",
  "rule",
  "value",
] as const;

/** What takes the rows of a log. */
export interface LogTarget {
  /** Words of the column `event`; those known before keep their numbers. */
  readonly events: Dictionary;
  /** Rows, in the order of `LOG_COLUMNS`. */
  readonly rows: {
    /**
     * Takes a row.
     * @param cells Values in the order of `LOG_COLUMNS` [as `LOG_EVENTS` says].
     */
    row(...cells: [number, number, number, number, number, number, number, number]): void;
  };
}

/** How a log is kept. */
export interface CareLogOptions {
  /** What takes the rows; kept in columns when true or left out. */
  readonly log?: boolean | LogTarget;
  /** Key of the only person to log, in more depth; everybody when left out [-]. */
  readonly follow?: number;
}

/**
 * The log of one replication.
 *
 * @example Somebody was admitted
 * ```ts
 * import { assert } from "@std/assert";
 * import { loadScenario } from "../scenario/mod.ts";
 * import { runReplication } from "./mod.ts";
 *
 * const scenario = await loadScenario("scenarios/training.yaml");
 * const { log } = runReplication(scenario, { seed: "1", replication: 0, log: true });
 * const admitted = log?.events.texts.includes("admitted");
 * assert(admitted);
 * ```
 */
export class CareLog implements LogFace {
  /** Rows; none when something else takes them. */
  readonly rows = new ColumnLog(LOG_COLUMNS);
  /** Words of the column `event`. */
  readonly events: Dictionary;
  readonly #world: World;
  readonly #to: LogTarget["rows"];
  readonly #follow: number | undefined;
  readonly #roles: Uint8Array;
  /** Code of who somebody is, by cell. */
  readonly #persons: Float64Array;
  /** Vehicle of the person followed; −1 without. */
  #vehicle = -1;

  /**
   * @param world The replication.
   * @param options Who is followed, and what takes the rows.
   */
  constructor(world: World, { log, follow }: CareLogOptions = {}) {
    const target = typeof log === "object" ? log : undefined;
    const { profiles, scenario, layout } = world;
    this.#world = world;
    this.#to = target?.rows ?? this.rows;
    this.#follow = follow;
    this.#roles = facilityRoles(scenario.city, layout);
    this.events = target?.events ?? new Dictionary();
    this.#persons = Float64Array.from({ length: profiles.count }, (_, cell) =>
      personCode({
        colour: profiles.colour[cell],
        disease: profiles.disease[cell],
        diseaseSevere: profiles.diseaseSevere[cell],
        ageBand: profiles.ageBand[cell],
        veryOld: profiles.veryOld[cell],
        immobile: profiles.immobile[cell],
        dialysis: profiles.dialysis[cell],
        vaccination: profiles.vaccination[cell],
        contract: profiles.contract[cell],
        pregnant: profiles.pregnant[cell],
      }));
  }

  /** The key of a patient, or −1 for one who is not followed. */
  #keyOf(p: number): number {
    const { patients } = this.#world;
    const key = personKey(patients.grid[p], patients.ordinal[p]);
    return this.#follow === undefined || this.#follow === key ? key : -1;
  }

  /** What the rules see of a patient now, as a number. */
  #seen(p: number): number {
    const { patients } = this.#world;
    return packSeen({
      person: this.#persons[patients.cell[p]],
      where: whereSeen(this.#world, p, this.#roles),
      beyond: beyondAbility(this.#world, p) ? 1 : 0,
      illness: illnessCode(patients.severity[p], patients.mainCause[p], patients.known[p]),
    });
  }

  /**
   * Logs an event of a patient where they are.
   *
   * @param event Word for it.
   * @param p Patient [-].
   * @param value What it is about [-].
   */
  patient(event: string, p: number, value: number): void {
    const key = this.#keyOf(p);
    if (key < 0) return;
    const { patients, executive } = this.#world;
    const code = this.events.code(event);
    this.#to.row(executive.now, key, code, patients.facility[p], patients.ward[p], -1, -1, value);
  }

  /**
   * Logs what happens to a ward; the patient is −1.
   *
   * @param event Word for it.
   * @param ward Ward [-].
   * @param value How many [beds or persons].
   */
  ward(event: string, ward: number, value: number): void {
    if (this.#follow !== undefined) return;
    const { executive, layout } = this.#world;
    const facility = layout.wardFacility[ward];
    this.#to.row(executive.now, -1, this.events.code(event), facility, ward, -1, -1, value);
  }

  /**
   * Logs a step of a referral.
   *
   * @param event Word for it.
   * @param p Patient [-].
   * @param set 0 for the rules in force, 1 for the others [-].
   * @param rule Rule [-].
   * @param ward Ward asked, held or reached [-]; −1 for none.
   * @param value Reason of a refusal [-]; 0 for none.
   */
  referral(
    event: string,
    p: number,
    set: number,
    rule: number,
    ward: number,
    value = 0,
  ): void {
    const key = this.#keyOf(p);
    if (key < 0) return;
    const { patients, executive, layout } = this.#world;
    const facility = ward >= 0 ? layout.wardFacility[ward] : patients.facility[p];
    this.#to.row(executive.now, key, this.events.code(event), facility, ward, set, rule, value);
  }

  /**
   * Logs a decision with all that the rules saw, see `seenOf`.
   *
   * @param p Patient [-].
   * @param set 0 for the rules in force, 1 for the others [-].
   * @param rule Rule that applies [-]; −1 when none does.
   */
  decided(p: number, set: number, rule: number): void {
    if (this.#keyOf(p) >= 0) this.referral("decided", p, set, rule, -1, this.#seen(p));
  }

  /**
   * Logs that a person now matters, with who it is; of one who is followed also the time before.
   *
   * @param p Patient [-].
   * @param onset First symptom [min]; NaN when it is not known.
   */
  arrives(p: number, onset: number): void {
    const key = this.#keyOf(p);
    if (key < 0) return;
    if (this.#follow !== undefined && !Number.isNaN(onset)) {
      const { infectedAt } = this.#world.patients;
      const before = (event: string, at: number) =>
        this.#to.row(at, key, this.events.code(event), -1, -1, -1, -1, 0);
      before("infected", infectedAt[p]);
      if (onset <= this.#world.executive.now) before("onset", onset);
    }
    this.patient("arrival", p, this.#seen(p));
    this.depth(p)?.patient("home", p, this.#world.patients.community[p]);
  }

  /**
   * Logs a step of a vehicle, at the place where its patient is or, on arrival, has been brought.
   *
   * @param event Word for it.
   * @param v Vehicle, by its place in `vehicleNames` [-].
   * @param p Patient [-]; −1 for none.
   */
  vehicle(event: string, v: number, p: number): void {
    if (this.#follow !== undefined && !this.#isOwn(v, p)) return;
    const { executive, patients, layout } = this.#world;
    const code = this.events.code(event);
    if (p < 0) {
      this.#to.row(executive.now, -1, code, -1, -1, -1, -1, v);
      return;
    }
    const called = patients.destination[p];
    const onRoad = patients.place[p] === PLACE.ROAD;
    const brought = called >= 0 ? called : layout.wardFacility[patients.target[p]];
    const facility = onRoad ? brought : patients.facility[p];
    const ward = onRoad && called < 0 ? patients.target[p] : patients.ward[p];
    this.#to.row(executive.now, this.#keyOf(p), code, facility, ward, -1, -1, v);
  }

  /** Whether a vehicle is that of the person followed; notes which one that is. */
  #isOwn(v: number, p: number): boolean {
    if (p >= 0) {
      if (this.#keyOf(p) < 0) return false;
      this.#vehicle = v;
      return true;
    }
    const own = v === this.#vehicle;
    if (own) this.#vehicle = -1;
    return own;
  }

  /**
   * The log itself when it follows a patient.
   *
   * @param p Patient [-].
   * @returns The log, for events that it alone has; undefined when it does not follow the patient.
   */
  depth(p: number): LogFace | undefined {
    return this.#follow !== undefined && this.#keyOf(p) >= 0 ? this : undefined;
  }
}
