/** The keys of a scenario file and what may stand there; names are those of the Scenario type. */
import * as z from "zod";
import { CAPABILITIES } from "../domain/terms/mod.ts";
import { choice, date, flag, list, quantity, record, share, text } from "./_schema_kit.ts";
import { durationLaw } from "./_distribution_schema.ts";
import { spread } from "./_epidemic_schema.ts";
import { arrivalsSection, interventionsSection } from "./_interventions_schema.ts";
import { primarySections } from "./_primary_schema.ts";
import { hospitalSection } from "./_hospital_schema.ts";
import { uncertaintySection } from "./_parameter_laws.ts";
import { servicesSection } from "./_services_schema.ts";
import { staff, wardChanges } from "./_staff_schema.ts";
import { clinicExtras, receptionSections } from "./_reception_schema.ts";
import { referralHorizon } from "./_referral_schema.ts";

const duration = quantity("duration", { min: 0 });
const longer = quantity("duration", { above: 0 });
const bilingual = record({ en: text(), zh: text() });

const contacts = record({
  none: share(),
  online: share(),
  primary: share(),
  hospital: share(),
  call_120: share(),
});

function byColour<T>(of: z.ZodType<T>) {
  return record({ green: of, yellow: of, red: of });
}
function byWorsening<T>(of: z.ZodType<T>) {
  return record({ moderate: of, severe: of, critical: of });
}
function byWard<T>(of: z.ZodType<T>) {
  return record({ general: of, sub_icu: of, icu: of });
}

const windowOf = record({
  start: date(),
  days: quantity("days", { min: 1, max: 3660, integer: true }),
  runOnDays: quantity("days", { min: 0, max: 366, integer: true }),
  warmUpDays: quantity("days", { min: 0, max: 366, integer: true }),
});

const wave = record({
  peak: date(),
  attack: list(record({ date: date(), share: share() }), 3),
  scale: quantity("number", { min: 0 }),
  ...spread,
});

const course = record({
  severity: text(),
  moderateFactor: quantity("number", { above: 0 }),
  incubation: durationLaw,
  mild: durationLaw,
  moderate: durationLaw,
  severe: durationLaw,
  critical: durationLaw,
  convalescence: durationLaw,
});

const care = record({
  moderateWithout: share(),
  severeWithout: share(),
  severeDeathWithout: share(),
  criticalDeathWithout: share(),
  lowerBed: share(),
  boarding: share(),
});

const contact = record({
  onset: byColour(contacts),
  contractToPrimary: share(),
  worsening: byWorsening(contacts),
  onsetDelay: durationLaw,
  noticeDelay: byWorsening(durationLaw),
  followUp: byColour(duration),
  onlineDirected: share(),
  antigenSensitivity: share(),
  pcrTurnaround: duration,
});

const referral = record({
  lint: choice(["on", "off"]).optional(),
  rules: text(),
  otherwise: text(),
  adherence: share(),
  facilityAdherence: share(),
  veryOldAge: quantity("age", { min: 60, max: 120 }),
  downReferral: flag(),
  observation: duration,
  handOver: durationLaw,
  greenChannel: flag(),
  greenChannelHandOver: quantity("number", { min: 0, max: 1 }),
  maxTravel: longer,
  screenedShare: share(),
  capabilityNeeds: list(record({ capability: choice(CAPABILITIES), share: share() })),
  ...referralHorizon,
});

const transfer = record({
  vehicleFactor: quantity("number", { min: 0 }),
  detour: quantity("number", { min: 1 }),
  speed: list(quantity("speed", { above: 0 }), 24),
  privateShare: share(),
  load: durationLaw,
  unload: durationLaw,
  disinfection: duration,
  returnsHome: flag(),
  target: longer,
});

const wards = record({
  staff: byWard(record({
    physicians: quantity("number", { min: 0 }),
    nurses: quantity("number", { min: 0 }),
  })),
  ...wardChanges,
});

/** A whole scenario file after merging. */
export const scenarioSchema = record({
  title: bilingual.optional(),
  description: bilingual.optional(),
  city: record({ tables: text(), districts: list(text()).optional() }),
  window: windowOf,
  wave,
  people: record({ tables: text() }),
  course,
  care,
  contact,
  clinics: record({ consultation: durationLaw, patience: durationLaw, ...clinicExtras }),
  ...receptionSections,
  ...primarySections,
  referral,
  transfer,
  wards,
  staff,
  services: servicesSection,
  hospital: hospitalSection,
  interventions: interventionsSection.optional(),
  arrivals: arrivalsSection.optional(),
  start: record({ census: text(), waiting: text().optional() }).optional(),
  uncertainty: uncertaintySection.optional(),
});

/** What a scenario file says, numbers in the units inside, tables and rules by name. */
export type ScenarioFile = z.infer<typeof scenarioSchema>;

/** The parts of a file that are right by themselves, for checks that need no more than those. */
export function soundParts(value: unknown): Partial<ScenarioFile> {
  const parts: Record<string, unknown> = {};
  if (typeof value !== "object" || value === null) return parts;
  for (const [name, schema] of Object.entries(scenarioSchema.shape)) {
    const result = schema.safeParse((value as Record<string, unknown>)[name]);
    if (result.success) parts[name] = result.data;
  }
  return parts;
}
