/** Rows and series of staff and of wards that change; definitions are in the catalogue. */
import { measureDefinition, seriesDefinition, WARD_TYPES } from "../domain/mod.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import { bedsOf, ofType, sum } from "./daily_beds.ts";
import type { Groups } from "./groups.ts";
import type { World } from "./world.ts";

/** One value of one measure of staff. */
export interface StaffRow extends Groups {
  /** Measure. */
  readonly measure: string;
  /** Unit. */
  readonly unit: string;
  /** Value [unit]. */
  readonly value: number;
}

/** One daily series of staff. */
export interface StaffPoint extends Groups {
  /** Series. */
  readonly measure: string;
  /** Unit. */
  readonly unit: string;
  /** One value a day [unit]. */
  readonly values: Float64Array;
}

const row = (measure: string, value: number, groups: Groups = {}): StaffRow => ({
  measure,
  unit: measureDefinition(measure).unit,
  value,
  ...groups,
});

/** Whether usable beds change other than by level and date. */
function bedsChange({ flows: { capacity }, scenario: { wards } }: World): boolean {
  return capacity.staffing !== undefined || wards.convertible.trigger !== "date" ||
    wards.idle.length > 0 || wards.uses.length > 0 ||
    (wards.hospitalPlan.modelled && wards.hospitalPlan.staff);
}

/**
 * Measures of staff and of wards that change.
 *
 * @param world The replication, at its end.
 * @returns Rows; none for what is off.
 */
export function staffRows(world: World): StaffRow[] {
  return [...presenceRows(world), ...usableRows(world), ...convertibleRows(world)];
}

/** Expected days that those employed for wards are infectious at work [d]. */
function infectiousDays({ wards: { staff }, epidemic: { curve, districts, illness } }: World) {
  if (curve.isGiven) return (sum(staff.physicians) + sum(staff.nurses)) * illness.infectiousDays(0);
  return sum(districts.ofWard.reduce((days, district, w) => {
    days[w] = (staff.physicians[w] + staff.nurses[w]) * illness.infectiousDays(district);
    return days;
  }, new Float64Array(districts.ofWard.length)));
}

function presenceRows(world: World): StaffRow[] {
  const { flows, executive, scenario } = world;
  const { staffing } = flows.capacity;
  if (staffing === undefined) return [];
  const { days } = scenario.window;
  const lost = staffing.lost.map((level) => sum(level.finish(executive.end)));
  return [
    row("staff_absent_peak", Math.max(...staffing.absent)),
    row("staff_absent_mean", sum(staffing.absent, days) / days),
    row("staff_infectious_days", infectiousDays(world)),
    row("bed_days_lost_to_absence", sum(lost)),
    ...WARD_TYPES.map((ward, type) => row("bed_days_lost_to_absence", lost[type], { ward })),
    row("reserve_person_days", sum(staffing.reserve.daily.finish(executive.end))),
  ];
}

function usableRows(world: World): StaffRow[] {
  if (!bedsChange(world)) return [];
  const { days } = world.scenario.window;
  const { usable } = bedsOf(world);
  return WARD_TYPES.flatMap((ward, type) => {
    const daily = ofType(usable, type);
    return [
      row("usable_beds_peak", Math.max(...daily), { ward }),
      row("usable_beds_mean", sum(daily, days) / days, { ward }),
    ];
  });
}

function convertibleRows({ flows, scenario }: World): StaffRow[] {
  if (scenario.wards.convertible.trigger === "date") return [];
  const { most, firstAt } = flows.capacity.convertible;
  return [
    row("convertible_beds_opened", most),
    row("convertible_opened_on_day", firstAt / MINUTES_PER_DAY),
  ];
}

/**
 * Series of staff.
 *
 * @param world The replication, at its end.
 * @returns Series; none when staff are always present.
 */
export function staffSeries({ flows }: World): StaffPoint[] {
  const { staffing } = flows.capacity;
  if (staffing === undefined) return [];
  const measure = "staff_absent";
  return [{ measure, unit: seriesDefinition(measure).unit, values: staffing.absent }];
}
