/** The patients that a run may start with: who is in which beds, and who waits for one. */
import type { WardType } from "../domain/mod.ts";

/** States of cases that a run may start with. */
export const START_STATES = ["moderate", "severe", "critical"] as const;
/** Name of such a state. */
export type StartState = (typeof START_STATES)[number];

/** Patients in the beds of a facility's wards of one type. */
export interface CensusRow {
  /** Facility. */
  readonly facility: string;
  /** Ward type. */
  readonly ward: WardType;
  /** Ordinary patients [patients]. */
  readonly ordinary: number;
  /** Moderate COVID cases, those convalescent after a graver state included [patients]. */
  readonly moderate: number;
  /** Severe COVID cases [patients]. */
  readonly severe: number;
  /** Critical COVID cases [patients]. */
  readonly critical: number;
}

/** COVID cases who wait for a bed. */
export interface WaitingRow {
  /** Grid of residence. */
  readonly grid: string;
  /** State. */
  readonly state: StartState;
  /** `home`, or the facility where they board. */
  readonly place: string;
  /** How many [patients]. */
  readonly patients: number;
}

/**
 * The patients that a run starts with, instead of ordinary care in equilibrium: a census of "today".
 *
 * They are there at 00:00 of the first day. Wards that are not listed are empty. What is left of an
 * ordinary patient's stay follows the equilibrium law. Cases are people of their own beside those
 * infected later: they count in beds, deaths and `needed_bed`, never in `infected`. Those waiting
 * ask for a bed at 00:00 of the first day, so what they waited before is not in their delay; the
 * moderate among them who board in a facility and find no bed go home to wait, as everybody does.
 * Who lies in a bed below the need asks for another at the same instant; who lies in one above it
 * stays. Not in it are the infected who are still mild: of a wave that began before the first day
 * the model knows only the infections that fall in the window, and the attack rates count from there.
 */
export interface StartSpec {
  /** Who is in beds. */
  readonly census: readonly CensusRow[];
  /** Who waits for one; empty for nobody. */
  readonly waiting: readonly WaitingRow[];
}
