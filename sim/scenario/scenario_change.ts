/** One difference between two scenarios. */

/** One line in which a scenario differs from another. */
export interface ScenarioChange {
  /** Path, e.g. `transfer.vehicleFactor`, `referral.rules.severe`, `city.wards`. */
  readonly path: string;
  /** As written in the other scenario; empty when it is not there. */
  readonly from: string;
  /** As written here; empty when it is not there. */
  readonly to: string;
  /** Grade here; empty where none applies. */
  readonly grade: string;
  /** Source here; empty when none is stated. */
  readonly source: string;
  /** File that says so here; empty for rules and for the tables of people, severity and start. */
  readonly file: string;
  /** Policy clauses that the sources or rules of either cite, e.g. `P22-2.2.1c`. */
  readonly clauses: readonly string[];
}
