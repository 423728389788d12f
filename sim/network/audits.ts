/**
 * What an audit is: the look of one part of the network at its own books.
 *
 * Every part that keeps a count which could come apart from what it counts registers one in
 * `World.audits`; `invariants.ts` calls them all between the events, so that no part needs to know
 * when. An audit changes nothing.
 */

/**
 * Stops the run. The rule completes "Cannot go on as …", the state says the numbers that break it,
 * the entity is the patient, ward or facility concerned [-], −1 for none.
 */
export type Breach = (rule: string, state: string, entity?: number) => never;

/** Where every patient is, counted person by person. */
export interface Heads {
  /** Whose course is not over [patients]. */
  readonly open: number;
  /** In a bed, by ward [patients]. */
  readonly inBed: Int32Array;
  /** With a held bed, by its ward [patients]. */
  readonly held: Int32Array;
  /** In queues, by kind, see `LINE` [patients]. */
  readonly inLine: Int32Array;
  /** With a vehicle [patients]. */
  readonly withVehicle: number;
  /** Waiting for the result of a test in a clinic [patients]. */
  readonly awaitingResult: number;
  /** At a step of the reception of a facility [patients]. */
  atStep(step: number, facility: number): number;
  /** In places of a kind of the emergency department of a facility [patients]. */
  inBay(kind: number, facility: number): number;
}

/** Looks for breaches; `heads` is where every patient is. */
export type Audit = (breach: Breach, heads: Heads) => void;
