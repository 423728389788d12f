/**
 * Dated changes of policy: what a scenario can say about rules, links, closures and vehicles over time.
 *
 * Other dated changes have their own place, each with what it belongs to: risk levels in
 * `services.levels`, whom a ward takes in `wards.uses`, beds that open in `wards.idle` and
 * `wards.convertibleOpens`, staff who move in `staff.moves`, physicians who join fever clinics in
 * `clinics.support`. Nothing can be said in two places.
 */
import type { Role, RuleSet, WardType, WardUse } from "../domain/mod.ts";

/** Links of one role that replace those of some grids. */
export interface LinksChange {
  /** Grids. */
  readonly grids: readonly string[];
  /** Role. */
  readonly role: Role;
  /** Facilities with the role from then on, in the order in which they are tried. */
  readonly facilities: readonly string[];
}

/** Whom a closed facility no longer takes. */
export const CLOSED_TO = ["covid", "all"] as const;
/** What becomes of the inpatients of a facility that closes. */
export const INPATIENTS = ["stay", "move"] as const;

/** Facilities that close, and may open again. */
export interface ClosureSpec {
  /** Facilities. */
  readonly facilities: readonly string[];
  /**
   * `covid`: wards set apart for COVID take nobody, shared ones ordinary patients alone; clinics go
   * on. `all`: no ward takes anybody and the fever clinic and emergency reception are closed.
   */
  readonly to: (typeof CLOSED_TO)[number];
  /**
   * COVID inpatients stay until discharge, or are moved: each is referred by the rules in force and
   * waits in the bed until one elsewhere is free. Ordinary inpatients of wards that take nobody any more
   * stay until discharge, or are moved: at once to free beds of the nearest open hospitals, home where
   * there is none. Those who stay do not delay the reopening.
   */
  readonly inpatients: (typeof INPATIENTS)[number];
  /** Disinfection and review after the last patient has left [min]. */
  readonly disinfection: number;
  /** Instant from which it is open again, ISO date or instant; empty for never. */
  readonly reopens: string;
  /** Whom its closed wards take then; as before when left out. */
  readonly as?: WardUse;
}

/** Vehicles on duty from then on. */
export interface VehiclesChange {
  /** Factor on the number of vehicles of each fleet, instead of `transfer.vehicleFactor` [-]. */
  readonly factor: number;
}

/** Physical beds that are lost, with the staff left where they are. */
export interface BedsLost {
  /** Facility. */
  readonly facility: string;
  /** Ward type. */
  readonly ward: WardType;
  /** Beds that nobody can come into any more [beds]; those in use close as they empty. */
  readonly lost: number;
}

/** One dated change; exactly one of its last five members is there. */
export interface InterventionSpec {
  /** Instant from which it holds, ISO date (00:00) or instant such as 2020-03-21T00:00. */
  readonly on: string;
  /** Name, for logs and messages. */
  readonly name: string;
  /** Clause under which it happens; empty for a measure of one's own. */
  readonly clause: string;
  /** The rules in force from then on. */
  readonly rules?: RuleSet;
  /** Links that change. */
  readonly links?: readonly LinksChange[];
  /** Facilities that close. */
  readonly close?: ClosureSpec;
  /** Vehicles. */
  readonly vehicles?: VehiclesChange;
  /** Beds lost. */
  readonly beds?: BedsLost;
}
