/**
 * Random sizes of the mechanisms of a scenario, each there or left out, as a scenario file says them.
 *
 * Left out means: as in the base, so shrinking switches mechanisms off one by one. Durations follow
 * laws that are cheap to tabulate; whoever has many small runs pays for little else.
 */
import fc from "fast-check";
import { CAPABILITIES } from "../../sim/domain/mod.ts";

/** A part of a scenario file. */
export type Part = { readonly [key: string]: unknown };

// A number stays as it is while a world is made smaller; it is the mechanisms that go.
const few = (max: number, min = 0) => fc.noShrink(fc.integer({ min, max }));
const share = few(20).map((n) => n / 20);
const minutes = (max: number) => few(max).map((n) => `${n} min`);
const hours = (max: number, min = 0) => few(max, min).map((n) => `${n} h`);
const days = (max: number, min = 0) => few(max, min).map((n) => `${n} d`);
const flag = fc.noShrink(fc.boolean());
const byColour = fc.record({ green: share, yellow: share, red: share });
const tier = (max: number) => fc.tuple(few(max), few(max), few(max));
/** The two upper tiers must have somebody. */
const openTier = (max: number) => fc.tuple(few(max), few(max, 1), few(max, 1));
const exponential = (max: number) =>
  few(max, 1).map((mean) => ({ law: "exponential", mean: `${mean} h` }));
const law = (max: number) =>
  fc.oneof(few(max).map((n) => ({ law: "constant", value: `${n} min` })), exponential(4));
/** Part of a file of which every key may be left out but those named. */
const some = <T>(keys: { [K in keyof T]: fc.Arbitrary<T[K]> }, ...required: (keyof T)[]) =>
  fc.record(keys, { requiredKeys: required });

/** Who goes where: one share for each way, of sixteenths. */
const contacts = fc.tuple(few(4), few(4), few(4), few(4)).map(([a, b, c, d]) => ({
  online: a / 16,
  primary: b / 16,
  hospital: c / 16,
  call_120: d / 16,
  none: (16 - a - b - c - d) / 16,
}));

const primary = some({
  accessMeasures: flag,
  kits: some({
    limited: flag,
    stock: share,
    replenished: fc.constantFrom("0 /d", "0.01 /d"),
    selfTest: byColour,
  }),
  teams: some({
    limited: flag,
    per10k: few(400, 1),
    opens: hours(12),
    closes: hours(24, 13),
    visit: law(60),
    travel: law(60),
    sampling: share,
    target: hours(24),
  }),
  doctors: fc.record({
    telephone: share,
    notices: share,
    calls: days(3, 1),
    urged: share,
    coverage: fc.record({ under7: share, from65: share, chronic: share, pregnant: share }),
  }),
  medicines: some({ stock: share, offered: byColour, worsening: fc.constantFrom(0.5, 1) }),
  telemedicine: some({
    advisers: few(2, 1),
    delay: law(60),
    advice: law(60),
    settles: share,
    longestWait: hours(3),
  }),
  online: some({ delivered: share, steered: share }),
  careHomes: fc.record({
    mobile: share,
    immobile: few(20, 1).map((n) => n / 20),
    assigned: share,
    notice: fc.constantFrom(0.5, 1),
    seenInPlace: flag,
  }),
  antivirals: some({
    stock: share,
    replenished: fc.constantFrom("0 /d", "0.01 /d"),
    offered: byColour,
    worsening: fc.constantFrom(0.5, 1),
  }),
});

const clinics = some({
  triage: some({ nurses: few(2), duration: law(20), resolvedShare: share }),
  support: some({ physicians: few(2), longerHours: hours(6) }),
  opening: some({ share }),
  patience: exponential(6),
  consultation: law(60),
});

const laboratory = some({
  modelled: fc.constant(true),
  machines: openTier(1),
  batchSize: few(4, 1),
  longestWait: hours(3),
  cycle: hours(6, 1),
  opens: hours(10),
  closes: hours(24, 12),
  courier: law(60),
  otherSamples: fc.constantFrom("0 /d", "0.5 /d"),
  rapidShare: fc.record({ moderate: share, severe: share, critical: share }),
  rapidTime: hours(2),
}, "modelled");

const imaging = some({
  modelled: fc.constant(true),
  scanners: openTier(1),
  scan: law(60),
  disinfection: minutes(90),
  share: fc.record({ mild: share, moderate: share, severe: share, critical: share }),
}, "modelled");

const emergency = some({
  modelled: fc.constant(true),
  physicians: openTier(1),
  resuscitation: openTier(1),
  observation: tier(2),
  isolation: tier(1),
  directedShare: share,
  corridor: share,
  greenShare: share,
  greenChannels: flag,
}, "modelled");

const referral = some({
  adherence: fc.constantFrom(1, 0.5),
  facilityAdherence: fc.constantFrom(1, 1, 0.9, 0.5, 0),
  downReferral: flag,
  observation: hours(48),
  handOver: law(90),
  greenChannel: flag,
  greenChannelHandOver: share,
  maxTravel: few(60, 5).map((n) => `${n} min`),
  information: some({
    publishedEvery: hours(24),
    confirmation: law(60),
    seenAfter: hours(4),
  }),
  suspected: fc.record({ from: fc.constantFrom("never", "moderate", "severe", "critical") }),
  reach: fc.constantFrom("0 min", "10 min", "40 min"),
  screenedShare: fc.constantFrom(0, 0, 0.5),
  capabilityNeeds: fc.uniqueArray(fc.nat(CAPABILITIES.length - 1), { maxLength: 2 }).map((codes) =>
    codes.map((code) => ({ capability: CAPABILITIES[code], share: 0.4 }))
  ),
});

const transfer = some({
  vehicleFactor: fc.constantFrom(1, 0.5, 2),
  privateShare: share,
  disinfection: minutes(120),
  returnsHome: flag,
  load: law(30),
  unload: law(30),
});

const half = few(9).map((n) => n / 20);
const plan = some({
  open: some({
    outpatient_general: share,
    vaccination: share,
    newborn_visit: share,
    endoscopy: share,
    inpatient_elective: share,
  }),
  remote: some({ outpatient_specialist: share, chronic_diabetes: half }),
  delivered: half,
  longPrescriptions: share,
  rampPerWeek: some({
    outpatient: share,
    public_health: share,
    procedure: share,
    inpatient_elective: share,
  }),
  diverted: fc.tuple(half, half, half),
  supportToPrimary: half,
  spacing: few(20, 1).map((n) => n / 20),
});

const services = some({
  occupancy: fc.constantFrom(0, 0.3, 0.6, 0.9, 1),
  urgentShare: share,
  electiveReturns: share,
  urgentPatience: exponential(24),
  electiveReturnDelay: exponential(100),
  plans: some({ low: plan, medium: plan, high: plan }),
  appointments: some({ morningShare: share, adjusted: flag, least: share }),
  workforce: some({ fallsIll: flag, lendsToFeverClinics: flag }),
});

const wards = some({
  hospitalPlan: some({
    modelled: fc.constant(true),
    every: days(3, 1),
    look: days(3, 1),
    horizon: days(3, 2),
    growth: flag,
    safety: share,
    most: few(20, 10).map((n) => n / 20),
    least: few(5).map((n) => n / 20),
    delay: hours(30),
    against: fc.constantFrom("elective", "ordinary"),
    staff: flag,
  }, "modelled"),
  spacing: some({ general: share, sub_icu: share, icu: share }),
  spacingWithin: few(15, 0).map((days) => `${days} d`),
  convertible: some({
    trigger: fc.constant("icu_occupancy"),
    scope: fc.constantFrom("grid", "facility"),
    opensAt: few(4, 3).map((n) => n / 4),
    leadTime: hours(48),
    closesBelow: fc.constantFrom(0.25, 0.4),
    closesAfter: days(4),
  }),
});

const staff = some({
  roster: some({
    weekHours: hours(60, 20),
    rest: hours(20),
    shifts: fc.constantFrom(
      [{ from: "0 h", weight: 1 }],
      [{ from: "8 h", weight: 2 }, { from: "20 h", weight: 1 }],
    ),
  }),
  absence: some({ factor: share, dailyReports: flag }),
  reserve: some({
    share: fc.record({ general: share, sub_icu: share, icu: share }),
    roles: fc.constantFrom([], ["lead"]),
    shortfall: few(2, 1),
    delay: hours(48),
    releaseAfter: days(3, 1),
  }),
});

const hospital = some({
  buffer: some({ share: few(10, 1).map((n) => n / 20) }),
  infection: some({
    rate: fc.constantFrom("0.3 /d", "3 /d"),
    recognisedFactor: share,
    recognition: days(4),
    extraStay: exponential(72),
  }),
  surgery: some({
    counted: fc.constant(true),
    share: fc.record({ urgent: share, elective: share }),
    duration: fc.tuple(law(240), law(240), law(240), law(240)),
    theatresPer100Beds: few(10),
    longestList: days(3, 1),
    highestGrade: fc.record({ low: few(4), medium: few(4), high: few(4) }),
    emergency: fc.record({
      theatres: few(2, 1),
      negativePressure: few(1),
      unexcludedShare: share,
      cleaning: minutes(120),
      target: hours(6, 1),
    }),
  }, "counted"),
  admission: some({
    priority: fc.record({ urgent: share, elective: share }),
    growthPerWeek: share,
    list: flag,
    most: few(3, 1),
    patience: exponential(200),
  }),
});

const course = some({
  moderate: exponential(120),
  severe: exponential(120),
  critical: exponential(120),
  convalescence: exponential(72),
});

const contact = some({
  onset: fc.record({ green: contacts, yellow: contacts, red: contacts }),
  worsening: fc.record({ moderate: contacts, severe: contacts, critical: contacts }),
  contractToPrimary: share,
  followUp: fc.record({ green: days(3), yellow: days(3), red: days(1) }),
  onlineDirected: share,
  antigenSensitivity: share,
  pcrTurnaround: hours(24),
});

const maybe = (part: fc.Arbitrary<Part>) => fc.option(part, { freq: 2, nil: undefined });

/** Mechanisms by the section in which they stand; what is left out is as in the base. */
export const mechanisms: fc.Arbitrary<{ readonly [section: string]: Part | undefined }> = fc.record(
  {
    clinics: maybe(clinics),
    contact: maybe(contact),
    course: maybe(course),
    emergency: maybe(emergency),
    hospital: maybe(hospital),
    imaging: maybe(imaging),
    laboratory: maybe(laboratory),
    primary: maybe(primary),
    referral: maybe(referral),
    services: maybe(services),
    staff: maybe(staff),
    transfer: maybe(transfer),
    wards: maybe(wards),
  },
);

/**
 * Suspects referred at once whose results come days later, when some have recovered, died or left, and
 * treatment for whoever is known then. Drawn together, as no world has all of it by chance.
 */
export const lateResults: fc.Arbitrary<Part | undefined> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  {
    weight: 1,
    arbitrary: hours(120, 24).map((pcrTurnaround) => ({
      contact: { pcrTurnaround },
      laboratory: { modelled: false },
      primary: {
        antivirals: { stock: 1, offered: { green: 1, yellow: 1, red: 1 }, worsening: 0.5 },
      },
      referral: { suspected: { from: "moderate" } },
    })),
  },
);
