/** The keys of spread, reporting and the case rule, and what may stand there. */
import { choice, date, flag, list, quantity, record, share, text } from "./_schema_kit.ts";
import { durationLaw } from "./_distribution_schema.ts";
import { WAVE_MODES } from "./epidemic_spec.ts";

const factor = quantity("number", { min: 0, max: 10 });
const longer = quantity("duration", { above: 0 });
const stages = quantity("number", { min: 1, max: 20, integer: true });
const someDays = quantity("days", { min: 1, max: 366, integer: true });

/** What the section `wave` has beside the curve. */
export const spread = {
  mode: choice(WAVE_MODES),
  contactFactor: record({ low: factor, medium: factor, high: factor }),
  compartments: record({
    latent: longer,
    latentStages: stages,
    infectious: longer,
    infectiousStages: stages,
    imported: share(),
  }),
  reported: record({
    modelled: flag(),
    seeksCare: record({ symptomatic: share(), asymptomatic: share() }),
    detected: share(),
    counted: share(),
    delay: durationLaw,
  }),
};

/** The key `services.levelRule`. */
export const levelRule = record({
  modelled: flag(),
  newDays: someDays,
  most: quantity("number", { min: 0, integer: true }),
  clusterCases: quantity("number", { min: 1, integer: true }),
  clusterDays: someDays,
  before: list(record({
    district: text(),
    date: date(),
    cases: quantity("number", { min: 0, integer: true }),
  })),
});
