/** The keys of the section on hospitals and what may stand there. */
import { flag, list, quantity, record, share } from "./_schema_kit.ts";
import { durationLaw } from "./_distribution_schema.ts";

const DAY = 1440;
const duration = quantity("duration", { min: 0 });
const longer = quantity("duration", { above: 0 });
const count = quantity("number", { min: 0, max: 1000, integer: true });
const days = quantity("days", { min: 1, max: 60, integer: true });
const grade = quantity("number", { min: 0, max: 4, integer: true });
const byLine = record({ urgent: share(), elective: share() });

/** The section `hospital`. */
export const hospitalSection = record({
  buffer: record({ share: share() }),
  infection: record({
    rate: quantity("rate", { min: 0 }),
    recognisedFactor: share(),
    recognition: duration,
    infectiousFrom: days,
    infectiousTo: days,
    foundInBuffer: share(),
    spacingEffect: share(),
    extraStay: durationLaw,
  }),
  surgery: record({
    counted: flag(),
    share: byLine,
    grades: list(share(), 4),
    duration: list(durationLaw, 4),
    afterShare: share(),
    theatresPer100Beds: quantity("number", { min: 0, max: 1000 }),
    opens: quantity("duration", { min: 0, max: DAY }),
    length: quantity("duration", { above: 0, max: DAY }),
    daysPerWeek: quantity("days", { min: 1, max: 7, integer: true }),
    longestList: quantity("days", { min: 1, max: 3660 }),
    highestGrade: record({ low: grade, medium: grade, high: grade }),
    emergency: record({
      theatres: count,
      negativePressure: count,
      unexcludedShare: share(),
      cleaning: duration,
      target: longer,
    }),
  }),
  admission: record({
    priority: byLine,
    growthPerWeek: share(),
    list: flag(),
    most: quantity("number", { min: 1, max: 10 }),
    patience: durationLaw,
  }),
});
