/** Instants of a scenario: a date, or a date and a time of day. */
import * as z from "zod";

const FORM = /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):([0-5]\d))?$/;
const RULE = "Expected an instant such as 2020-03-21 or 2020-03-21T00:00";
const MS_PER_MINUTE = 60_000;

/** Milliseconds of an instant since 1970; NaN when it is none. */
function millis(text: string): number {
  const [, day, hour = "00", minute = "00"] = FORM.exec(text) ?? [];
  if (day === undefined) return NaN;
  const at = Date.parse(`${day}T${hour}:${minute}:00Z`);
  if (Number.isNaN(at)) return NaN;
  // Days that no month has run on into the next month.
  return new Date(at).toISOString().startsWith(day) ? at : NaN;
}

/** An instant. */
export function instant(): z.ZodType<string> {
  return z.string({ error: () => RULE }).refine((text) => !Number.isNaN(millis(text)), {
    error: () => RULE,
  });
}

/** Minutes from the 00:00 of a date to an instant [min]. */
export function minutesBetween(date: string, on: string): number {
  return (millis(on) - millis(date)) / MS_PER_MINUTE;
}
