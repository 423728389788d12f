/** The keys of the plan of each hospital, what may stand there, and what must hold between them. */
import { choice, flag, quantity, record, share } from "./_schema_kit.ts";
import type { HospitalPlanSpec } from "./hospital_plan_spec.ts";
import { RESERVED_AGAINST } from "./hospital_plan_spec.ts";

const duration = quantity("duration", { min: 0 });
const longer = quantity("duration", { above: 0 });
const HOUR = 60;

/** Member `hospitalPlan` of the section `wards`. */
export const hospitalPlan = record({
  modelled: flag(),
  every: longer,
  look: longer,
  horizon: duration,
  growth: flag(),
  safety: quantity("number", { min: 0 }),
  most: share(),
  least: share(),
  delay: duration,
  against: choice(RESERVED_AGAINST),
  staff: flag(),
  qualified: record({ sub_icu: share(), icu: share() }),
});

/** Checks bounds against one another. */
export function checkHospitalPlan(
  { least, most, delay, horizon }: HospitalPlanSpec,
  add: (path: readonly (string | number)[], rule: string, value: string) => void,
): void {
  const path = (key: string) => ["wards", "hospitalPlan", key];
  if (least > most) {
    add(path("least"), `Expected at most wards.hospitalPlan.most, ${most}`, String(least));
  }
  if (delay > horizon) {
    const hours = (minutes: number) => `${Number((minutes / HOUR).toFixed(3))} h`;
    const rule =
      `Expected at most wards.hospitalPlan.horizon, ${hours(horizon)}, as a plan is for a ` +
      "time that is still to come";
    add(path("delay"), rule, hours(delay));
  }
}
