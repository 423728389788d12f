/** Beds and patients of one facility at the midnight that ends a day, over all replications. */

/**
 * One facility on one day.
 *
 * The midnight is 00:00 of the next day, when the changes of that instant have been made. Wards of a
 * facility are added up; a bed that is held for somebody under way is usable and nobody is in it yet.
 * Primary facilities that have beds are left out.
 */
export interface FacilityDayRow {
  /** Scenario. */
  readonly scenario: string;
  /** ISO date of the day that the midnight ends. */
  readonly date: string;
  /** Facility: a hospital or a shelter that has wards. */
  readonly facility: string;
  /** Mean beds that are open and staffed [beds]; below the patients where beds were lost under them. */
  readonly usable: number;
  /** Mean COVID patients in beds [patients]. */
  readonly covid: number;
  /** Mean ordinary patients in beds [patients]. */
  readonly ordinary: number;
}
