/** The keys of the section `services` and what may stand there. */
import * as z from "zod";
import { COURSE_PATTERNS } from "../domain/services/mod.ts";
import {
  CAPABILITIES,
  COUNTED_LINES,
  COURSE_LINES,
  PLANNED_LINES,
  RAMPED_FAMILIES,
  RISK_LEVELS,
} from "../domain/terms/mod.ts";
import { choice, date, flag, list, quantity, record, share, text } from "./_schema_kit.ts";
import { durationLaw } from "./_distribution_schema.ts";
import { levelRule } from "./_epidemic_schema.ts";
import type { ByTier } from "./reception_spec.ts";

const duration = quantity("duration", { min: 0 });
const longer = quantity("duration", { above: 0 });

/** A map with one value of a kind under each of some names. */
function under<const N extends readonly string[], T>(names: N, of: z.ZodType<T>) {
  return record(
    Object.fromEntries(names.map((name) => [name, of])) as { [K in N[number]]: z.ZodType<T> },
  );
}

const byTier = <T extends number>(of: z.ZodType<T>) => list(of, 3) as unknown as z.ZodType<ByTier>;
const perYear = quantity("perYear", { min: 0 });

/** Refuses a line that no level closes, and says why. */
const never = (why: string) =>
  z.never({ error: () => `Expected no share here: ${why}` }).optional();
const SESSIONS = "treatment in sessions is assured, no level can close it (N162-4b)";

const planned = under(PLANNED_LINES, share());
/** The lines that a plan opens or limits; others that a modeller may look for are refused by name. */
const open = planned.extend({
  dialysis: never(SESSIONS),
  chemotherapy: never(SESSIONS),
  radiotherapy: never(SESSIONS),
  surgery: never("operations follow inpatient_elective and hospital.surgery.highestGrade (BJ-3.8)"),
  delivery: never("deliveries are never put off, no level can close them (N162-4c)"),
}) as unknown as typeof planned;

const plan = record({
  open,
  remote: under(COUNTED_LINES, share()),
  delivered: share(),
  longPrescriptions: share(),
  rampPerWeek: under(RAMPED_FAMILIES, share()),
  diverted: byTier(share()),
  supportToPrimary: share(),
  spacing: share(),
});

const line = record({
  volume: byTier(perYear),
  online: share(),
  minutes: duration,
  protected: flag(),
  returns: share(),
  returnsAfter: durationLaw,
  worsens: share(),
});

const course = record({
  patients: quantity("share", { min: 0, max: 0.01 }),
  pattern: choice(COURSE_PATTERNS),
  interval: quantity("days", { min: 1, max: 366, integer: true }),
  sessions: quantity("number", { min: 0, max: 1000, integer: true }),
  capability: choice(CAPABILITIES),
  use: quantity("share", { above: 0, max: 1 }),
  tolerance: quantity("days", { min: 0, max: 60, integer: true }),
  isolationDays: quantity("days", { min: 0, max: 60, integer: true }),
  isolationShare: share(),
  reassignedAfter: quantity("days", { min: 0, max: 60, integer: true }),
});

/** The section `services`. */
export const servicesSection = record({
  occupancy: share(),
  stay: record({ general: durationLaw, sub_icu: durationLaw, icu: durationLaw }),
  urgentShare: share(),
  deliveryShare: share(),
  lines: under(COUNTED_LINES, line),
  courses: under(COURSE_LINES, course),
  appointments: record({
    morningShare: share(),
    adjusted: flag(),
    crowdingLimit: quantity("number", { min: 0 }),
    step: share(),
    least: share(),
  }),
  workforce: record({
    minutesPerDay: longer,
    use: quantity("share", { above: 0, max: 1 }),
    remoteTime: quantity("number", { min: 0 }),
    fallsIll: flag(),
    lendsToFeverClinics: flag(),
  }),
  weekProfile: list(quantity("number", { min: 0 }), 7),
  holidays: list(record({ from: date(), to: date(), factor: quantity("number", { min: 0 }) })),
  electiveReturns: share(),
  electiveReturnDelay: durationLaw,
  urgentPatience: durationLaw,
  plans: record({ low: plan, medium: plan, high: plan }),
  levels: list(record({
    from: date(),
    level: choice(RISK_LEVELS),
    district: text().optional(),
  })),
  levelRule,
});
