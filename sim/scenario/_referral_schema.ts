/** The keys of `referral` on what is seen and how far it reaches, and what may stand there. */
import { durationLaw } from "./_distribution_schema.ts";
import { choice, quantity, record } from "./_schema_kit.ts";
import { SUSPECTED_FROM } from "./referral_spec.ts";

const DAY = 1440;
const duration = quantity("duration", { min: 0 });

/** Information and reach, for the section `referral`. */
export const referralHorizon = {
  information: record({
    publishedEvery: quantity("duration", { min: 0, max: 7 * DAY }),
    confirmation: durationLaw,
    seenAfter: quantity("duration", { min: 0, max: 7 * DAY }),
  }),
  reach: duration,
  suspected: record({ from: choice(SUSPECTED_FROM) }),
};
