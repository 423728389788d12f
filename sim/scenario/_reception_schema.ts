/** The keys of the sections on reception and what may stand there. */
import * as z from "zod";
import { date, flag, list, quantity, record, share } from "./_schema_kit.ts";
import { durationLaw } from "./_distribution_schema.ts";
import type { ByTier } from "./reception_spec.ts";

const DAY = 1440;
const duration = quantity("duration", { min: 0 });
const longer = quantity("duration", { above: 0 });
const count = (most: number) => quantity("number", { min: 0, max: most, integer: true });
const byTier = (most: number) => list(count(most), 3) as unknown as z.ZodType<ByTier>;
const worse = { moderate: share(), severe: share(), critical: share() };

/** Triage, support and opening, for the section `clinics`. */
export const clinicExtras = {
  triage: record({ nurses: count(100), duration: durationLaw, resolvedShare: share() }),
  support: record({
    physicians: count(1000),
    from: z.union([z.literal(""), date()], {
      error: () => "Expected a date such as 2022-12-20, or nothing in quotes for the whole run",
    }),
    longerHours: quantity("duration", { min: 0, max: DAY }),
  }),
  opening: record({
    share: share(),
    from: z.union([z.literal(""), date()]),
    complete: z.union([z.literal(""), date()]),
  }),
};

/** The sections `laboratory`, `imaging` and `emergency`. */
export const receptionSections = {
  laboratory: record({
    modelled: flag(),
    machines: byTier(1000),
    batchSize: quantity("number", { min: 1, max: 10000, integer: true }),
    longestWait: duration,
    cycle: longer,
    opens: quantity("duration", { min: 0, max: DAY }),
    closes: quantity("duration", { above: 0, max: DAY }),
    courier: durationLaw,
    otherSamples: quantity("rate", { min: 0 }),
    rapidShare: record(worse),
    rapidTime: duration,
  }),
  imaging: record({
    modelled: flag(),
    scanners: byTier(100),
    scan: durationLaw,
    disinfection: duration,
    share: record({ mild: share(), ...worse }),
  }),
  emergency: record({
    modelled: flag(),
    physicians: byTier(1000),
    resuscitation: byTier(1000),
    observation: byTier(10000),
    isolation: byTier(10000),
    corridor: share(),
    directedShare: share(),
    greenShare: share(),
    greenChannels: flag(),
  }),
};
