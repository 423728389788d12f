/** The keys of the section on staff and of wards that change, and what may stand there. */
import * as z from "zod";
import { ROLES, WARD_TYPES, WARD_USES } from "../domain/terms/mod.ts";
import { choice, date, flag, list, quantity, record, share, text } from "./_schema_kit.ts";
import { durationLaw } from "./_distribution_schema.ts";
import { hospitalPlan } from "./_hospital_plan_schema.ts";
import { CONVERTIBLE_TRIGGERS, POSTS } from "./staff_spec.ts";

const WEEK = 10080;
const duration = quantity("duration", { min: 0 });
const worked = quantity("duration", { above: 0, max: WEEK });
const persons = quantity("number", { min: 0 });
const byWard = <T>(of: z.ZodType<T>) => record({ general: of, sub_icu: of, icu: of });

const dateOrNone = (meaning: string) =>
  z.union([z.literal(""), date()], {
    error: () => `Expected a date such as 2022-12-20, or nothing in quotes for ${meaning}`,
  });

const name = z.string({ error: () => "Expected text" });

const roster = record({
  normHours: worked,
  weekHours: worked,
  rest: quantity("duration", { min: 0, max: WEEK }),
  shifts: list(record({
    from: quantity("duration", { min: 0, max: 1439, integer: true }),
    weight: quantity("number", { min: 0 }),
  })),
});

const absence = record({
  factor: quantity("number", { min: 0 }),
  infectiousAfter: duration,
  delay: duration,
  dailyReports: flag(),
  delayWithReports: duration,
  duration: durationLaw,
});

const reserve = record({
  share: byWard(share()),
  roles: list(choice(ROLES)),
  shortfall: quantity("number", { min: 1, integer: true }),
  delay: duration,
  releaseAfter: quantity("days", { min: 1, integer: true }),
});

const move = record({
  date: date(),
  until: dateOrNone("never"),
  from: name,
  ward: choice(POSTS),
  to: name,
  joins: choice(POSTS),
  physicians: persons,
  nurses: persons,
  clause: text(),
});

/** The section `staff`. */
export const staff = record({ roster, absence, reserve, moves: list(move) });

/** Members of the section `wards` that change in the run. */
export const wardChanges = {
  convertibleOpens: dateOrNone("never"),
  convertible: record({
    trigger: choice(CONVERTIBLE_TRIGGERS),
    scope: choice(["facility", "grid"]),
    opensAt: quantity("number", { above: 0 }),
    leadTime: duration,
    closesBelow: share(),
    closesAfter: quantity("days", { min: 0 }),
  }),
  spacing: byWard(share()),
  spacingWithin: quantity("duration", { min: 0, max: 8 * WEEK }),
  idle: list(record({
    facility: text(),
    ward: choice(WARD_TYPES),
    beds: quantity("number", { min: 1, integer: true }),
    physicians: persons,
    nurses: persons,
    opens: dateOrNone("by occupancy"),
    opensAt: quantity("number", { above: 0 }),
    leadTime: duration,
    clause: text(),
  })),
  uses: list(record({
    date: date(),
    facility: text(),
    ward: choice(WARD_TYPES),
    use: choice(WARD_USES),
  })),
  hospitalPlan,
};
