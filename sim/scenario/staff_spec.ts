/** Staff over time, and wards that change: what a scenario can say about them. */
import type { Role, Roster, WardType, WardUse } from "../domain/mod.ts";
import type { DistributionSpec } from "../engine/mod.ts";
import type { HospitalPlanSpec } from "./hospital_plan_spec.ts";

/** Staff who fall ill with the wave. */
export interface StaffAbsenceSpec {
  /** Attack among staff ÷ attack among residents [-]; 0 for staff who never fall ill. */
  readonly factor: number;
  /** Infection to being infectious [min]. */
  readonly infectiousAfter: number;
  /** Infection to staying away where staff report when they feel ill [min]. */
  readonly delay: number;
  /** Whether all staff report their health every day. */
  readonly dailyReports: boolean;
  /** Infection to staying away where they do [min]. */
  readonly delayWithReports: number;
  /** Staying away to coming back [min]. */
  readonly duration: DistributionSpec;
}

/** Trained staff of other departments who can be called. */
export interface StaffReserveSpec {
  /** Reserve ÷ staff of the ward, by ward type [-]; 0 for none. */
  readonly share: { readonly [W in WardType]: number };
  /** Roles of the facilities that keep one; empty for all. */
  readonly roles: readonly Role[];
  /** Patients for whom a usable bed is lacking at which the reserve is called [beds], from 1. */
  readonly shortfall: number;
  /** Call to arrival [min]. */
  readonly delay: number;
  /** Days in a row without need after which it is released [d], from 1. */
  readonly releaseAfter: number;
}

/** Where staff work: a ward type, or the fever clinic of a facility (physicians only). */
export const POSTS = ["general", "sub_icu", "icu", "fever_clinic"] as const;
/** Name of such a place. */
export type Post = (typeof POSTS)[number];

/** Staff who move on a date. */
export interface StaffMoveSpec {
  /** Day from whose 00:00 they work elsewhere, ISO date. */
  readonly date: string;
  /** Day from whose 00:00 they are back, ISO date; empty for never. */
  readonly until: string;
  /** Facility that they leave; empty for staff from outside the city. */
  readonly from: string;
  /** Where they work there; what `to` says when `from` is empty. */
  readonly ward: Post;
  /** Facility that they join; empty for outside the city. */
  readonly to: string;
  /** Where they work there; what `from` says when `to` is empty. */
  readonly joins: Post;
  /** Physicians [persons]. */
  readonly physicians: number;
  /** Nurses [persons]. */
  readonly nurses: number;
  /** Clause under which they go. */
  readonly clause: string;
}

/** Staff. */
export interface StaffSpec {
  /** Hours, rest and shifts. */
  readonly roster: Roster;
  /** Illness. */
  readonly absence: StaffAbsenceSpec;
  /** Reserve. */
  readonly reserve: StaffReserveSpec;
  /** Dated moves. */
  readonly moves: readonly StaffMoveSpec[];
}

/** What opens convertible ICU beds. */
export const CONVERTIBLE_TRIGGERS = ["date", "icu_occupancy"] as const;
/** Name of a trigger. */
export type ConvertibleTrigger = (typeof CONVERTIBLE_TRIGGERS)[number];

/** Convertible ICU beds that open and close by occupancy. */
export interface ConvertibleSpec {
  /** By `convertibleOpens`, at once and for good; or by occupancy of the ICU beds that are not convertible. */
  readonly trigger: ConvertibleTrigger;
  /** Whose occupancy: that of the facility, or of all facilities linked to one of its grids. */
  readonly scope: "facility" | "grid";
  /** Occupancy, held beds included, from which they are prepared [-]. */
  readonly opensAt: number;
  /** Trigger to opening [min]. */
  readonly leadTime: number;
  /** Occupancy below which they close again [-]; 0 for never. */
  readonly closesBelow: number;
  /** Days that it must stay below [d]. */
  readonly closesAfter: number;
}

/** Physical beds of a closed ward that open with staff. */
export interface IdleWardSpec {
  /** Facility; it has a ward of the type, which grows. */
  readonly facility: string;
  /** Ward type. */
  readonly ward: WardType;
  /** Beds [beds]. */
  readonly beds: number;
  /** Physicians who come with them [persons]. */
  readonly physicians: number;
  /** Nurses who come with them [persons]. */
  readonly nurses: number;
  /** Day from whose 00:00 they are open, ISO date; empty to open by occupancy. */
  readonly opens: string;
  /** Share of the ward's usable beds in use or held at which they are prepared [-]; for no date. */
  readonly opensAt: number;
  /** Occupancy reached to opening [min]; for no date. */
  readonly leadTime: number;
  /** Clause under which they open. */
  readonly clause: string;
}

/** Wards of a facility and type that serve others from a date on. */
export interface WardUseSpec {
  /** Day from whose 00:00 it holds, ISO date. */
  readonly date: string;
  /** Facility. */
  readonly facility: string;
  /** Ward type. */
  readonly ward: WardType;
  /** Whom they take from then on. */
  readonly use: WardUse;
}

/** How wards change in the run. */
export interface WardChanges {
  /** Day on which convertible ICU beds open at 00:00 by date, ISO date; empty for never. */
  readonly convertibleOpens: string;
  /** Convertible ICU beds. */
  readonly convertible: ConvertibleSpec;
  /** How far a ward type follows the spacing of the level's plan [-]: 1 in full, 0 not at all. */
  readonly spacing: { readonly [W in WardType]: number };
  /** Time over which spacing comes in after a level has risen, in equal steps a day [min]. */
  readonly spacingWithin: number;
  /** Idle wards that open. */
  readonly idle: readonly IdleWardSpec[];
  /** Changes of use. */
  readonly uses: readonly WardUseSpec[];
  /** Beds and staff by the demand that each hospital foresees. */
  readonly hospitalPlan: HospitalPlanSpec;
}
