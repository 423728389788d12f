/** The keys of the section on the primary level and what may stand there. */
import { flag, quantity, record, share } from "./_schema_kit.ts";
import { durationLaw } from "./_distribution_schema.ts";

const DAY = 1440;
const duration = quantity("duration", { min: 0 });
const perResident = quantity("number", { min: 0, max: 100 });
const ofDay = quantity("duration", { min: 0, max: DAY });
const factor = quantity("number", { above: 0, max: 10 });
const byColour = record({ green: share(), yellow: share(), red: share() });

const kits = record({
  limited: flag(),
  stock: perResident,
  replenished: quantity("rate", { min: 0 }),
  selfTest: byColour,
});

const teams = record({
  limited: flag(),
  per10k: quantity("number", { min: 0, max: 1000 }),
  opens: ofDay,
  closes: ofDay,
  visit: durationLaw,
  travel: durationLaw,
  sampling: share(),
  target: duration,
});

const telemedicine = record({
  advisers: quantity("number", { min: 0, max: 1000, integer: true }),
  delay: durationLaw,
  advice: durationLaw,
  settles: share(),
  longestWait: duration,
});

/** The section on the primary level, by its key. */
export const primarySections = {
  primary: record({
    accessMeasures: flag(),
    kits,
    teams,
    doctors: record({
      telephone: share(),
      notices: share(),
      calls: duration,
      urged: share(),
      coverage: record({ under7: share(), from65: share(), chronic: share(), pregnant: share() }),
    }),
    telemedicine,
    online: record({ delivered: share(), steered: share() }),
    careHomes: record({
      mobile: share(),
      immobile: share(),
      notice: factor,
      assigned: share(),
      seenInPlace: flag(),
    }),
    medicines: record({
      stock: perResident,
      replenished: quantity("rate", { min: 0 }),
      offered: byColour,
      worsening: factor,
    }),
    antivirals: record({
      stock: perResident,
      replenished: quantity("rate", { min: 0 }),
      offered: byColour,
      worsening: factor,
    }),
  }),
};
