/** One hospital, one plan: beds and staff kept for COVID cases by the demand that a hospital foresees. */

/** Whom a reserve keeps out. */
export const RESERVED_AGAINST = ["elective", "ordinary"] as const;
/** Name of a group that a reserve keeps out. */
export type ReservedAgainst = (typeof RESERVED_AGAINST)[number];

/** How hospitals share beds and staff between ordinary and COVID care. */
export interface HospitalPlanSpec {
  /** Whether hospitals do. */
  readonly modelled: boolean;
  /** Interval of planning [min], above 0; the first plan is made when so much was seen as `look` says. */
  readonly every: number;
  /** How far back a hospital looks [min], above 0. */
  readonly look: number;
  /** How far ahead it forecasts [min]. */
  readonly horizon: number;
  /** Whether arrivals are taken to go on growing, or falling, as they do. */
  readonly growth: boolean;
  /** Beds reserved beyond those forecast, of these [-]. */
  readonly safety: number;
  /** Greatest share of the physical beds of a shared ward that is reserved [-]. */
  readonly most: number;
  /** Least share of them [-]. */
  readonly least: number;
  /** Forecast to the plan being carried out [min], at most `horizon`. */
  readonly delay: number;
  /** Whom the reserve keeps out: elective patients but those of the priority class, or all ordinary ones. */
  readonly against: ReservedAgainst;
  /** Whether staff change between the wards of the hospital too. */
  readonly staff: boolean;
  /** Share of the staff of a ward of a lower type who can work in one of the type [-]. */
  readonly qualified: {
    /** In sub-ICU wards [-]. */
    readonly sub_icu: number;
    /** In ICU wards [-]. */
    readonly icu: number;
  };
}
