/** Rows of the plans of hospitals; none when they make none. Definitions are in the catalogue. */
import { measureDefinition, WARD_TYPES } from "../domain/mod.ts";
import { sum } from "./daily_beds.ts";
import type { Groups } from "./groups.ts";
import type { World } from "./world.ts";

/** One value of one measure of hospital plans. */
export interface HospitalPlanRow extends Groups {
  /** Measure. */
  readonly measure: string;
  /** Unit. */
  readonly unit: string;
  /** Value [unit]. */
  readonly value: number;
}

const row = (measure: string, value: number, groups: Groups = {}): HospitalPlanRow => ({
  measure,
  unit: measureDefinition(measure).unit,
  value,
  ...groups,
});

/**
 * Measures of the plans of hospitals.
 *
 * @param world The replication, at its end.
 * @returns Rows in the order of the catalogue.
 */
export function hospitalPlanRows({ flows, executive, scenario }: World): HospitalPlanRow[] {
  const plans = flows.capacity.hospitalPlans;
  if (plans === undefined) return [];
  const { days } = scenario.window;
  const reserved = plans.reserved.map((level) => level.finish(executive.end));
  return [
    ...WARD_TYPES.flatMap((ward, type) => [
      row("reserved_beds_mean", sum(reserved[type], days) / days, { ward }),
      row("reserved_beds_peak", Math.max(...reserved[type]), { ward }),
    ]),
    row("elective_put_off_by_reserve", plans.putOff),
    ...(plans.moved === undefined ? [] : sharedRows(plans.moved, executive.end)),
  ];
}

type Moved = NonNullable<World["flows"]["capacity"]["hospitalPlans"]>["moved"] & object;

function sharedRows({ physicians, nurses }: Moved, end: number): HospitalPlanRow[] {
  const [first, second] = [physicians.finish(end), nurses.finish(end)];
  return [
    row("staff_shared_peak", Math.max(...first.map((n, day) => n + second[day]))),
    row("staff_shared_person_days", sum(first) + sum(second)),
    row("staff_shared_person_days", sum(first), { line: "physicians" }),
    row("staff_shared_person_days", sum(second), { line: "nurses" }),
  ];
}
