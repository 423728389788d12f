/**
 * The event log of the care network: its columns and words, over the engine's generic column log.
 *
 * One row per event of a patient known to the network. Times are minutes, people are keys, facilities
 * and wards are indices into the city's tables; `value` is what the event is about: a severity, a
 * way of contact, a reason.
 */
import { ColumnLog, Dictionary } from "../engine/mod.ts";
import { personKey } from "./patients.ts";
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
  /** Rows. */
  readonly rows = new ColumnLog(LOG_COLUMNS);
  /** Words of the column `event`. */
  readonly events = new Dictionary();
  readonly #world: World;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
  }

  /**
   * Logs an event of a patient where they are.
   *
   * @param event Word for it.
   * @param p Patient [-].
   * @param value What it is about [-].
   */
  patient(event: string, p: number, value: number): void {
    const { patients, executive } = this.#world;
    const key = personKey(patients.grid[p], patients.ordinal[p]);
    const code = this.events.code(event);
    this.rows.row(executive.now, key, code, patients.facility[p], patients.ward[p], -1, -1, value);
  }

  /**
   * Logs what happens to a ward; the patient is −1.
   *
   * @param event Word for it.
   * @param ward Ward [-].
   * @param value How many [beds or persons].
   */
  ward(event: string, ward: number, value: number): void {
    const { executive, layout } = this.#world;
    const facility = layout.wardFacility[ward];
    this.rows.row(executive.now, -1, this.events.code(event), facility, ward, -1, -1, value);
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
  referral(event: string, p: number, set: number, rule: number, ward: number, value = 0): void {
    const { patients, executive, layout } = this.#world;
    const key = personKey(patients.grid[p], patients.ordinal[p]);
    const facility = ward >= 0 ? layout.wardFacility[ward] : patients.facility[p];
    this.rows.row(executive.now, key, this.events.code(event), facility, ward, set, rule, value);
  }
}
