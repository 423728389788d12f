/**
 * Where the time without a bed that suffices went.
 *
 * A case needs a bed from the time when it is moderate; a worse one needs a better bed. A spell
 * without begins when the need rises above what the patient has, and ends with the admission to a bed of
 * the type that the severity then needs or a better one, when the need falls to what there is, with
 * recovery or with death. Every minute between two events belongs to one part: that which the earlier
 * of the two began.
 */
import type { City } from "../../domain/mod.ts";
import { Course, type DelayPiece, type DelaySpell, ENDS } from "./_delay_course.ts";
import type { PersonEvent } from "./events.ts";

export { DELAY_PARTS } from "./_delay_course.ts";
export type { DelayPart, DelayPiece, DelaySpell } from "./_delay_course.ts";

/**
 * The spells of a person without a bed that suffices, each in its parts.
 *
 * @param events Events of the person, in order.
 * @param city Wards.
 * @param end End of the run [min since 00:00 of the first day].
 * @returns Spells in order, also those that took no time; none for one who never needed a bed.
 *
 * @example Worse at home for two hours, then a bed at once
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadCity } from "../../scenario/mod.ts";
 * import { delaySpells } from "./mod.ts";
 *
 * const event = { facility: -1, ward: -1, set: -1, rule: -1, value: 2 };
 * const city = await loadCity("data/training_grid");
 * const [spell] = delaySpells([
 *   { ...event, time: 0, event: "worsened" },
 *   { ...event, time: 120, event: "contact" },
 *   { ...event, time: 130, event: "admitted", ward: 0 },
 * ], city, 1000);
 * assertEquals(spell.total, 130);
 * assertEquals(spell.parts.map(({ minutes }) => minutes), [120, 10]);
 * ```
 */
export function delaySpells(
  events: readonly PersonEvent[],
  city: City,
  end: number,
): DelaySpell[] {
  return courseOf(events, city, end).spells;
}

/**
 * The time of a person without a bed that suffices, stretch by stretch.
 *
 * @param events Events of the person, in order.
 * @param city Wards.
 * @param end End of the run [min since 00:00 of the first day].
 * @returns Stretches in order, none of no length; together as long as the spells.
 *
 * @example Worse at home for two hours, then a bed at once
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadCity } from "../../scenario/mod.ts";
 * import { delayPieces } from "./mod.ts";
 *
 * const event = { facility: -1, ward: -1, set: -1, rule: -1, value: 2 };
 * const pieces = delayPieces([
 *   { ...event, time: 0, event: "worsened" },
 *   { ...event, time: 120, event: "contact" },
 *   { ...event, time: 130, event: "admitted", ward: 0 },
 * ], await loadCity("data/training_grid"), 1000);
 * assertEquals(pieces, [
 *   { part: "unnoticed", from: 0, to: 120 },
 *   { part: "reception", from: 120, to: 130 },
 * ]);
 * ```
 */
export function delayPieces(
  events: readonly PersonEvent[],
  city: City,
  end: number,
): DelayPiece[] {
  return courseOf(events, city, end).pieces;
}

function courseOf(events: readonly PersonEvent[], city: City, end: number): Course {
  const course = new Course(city);
  for (const event of events) {
    course.pass(event);
    if (ENDS.includes(event.event)) return course;
  }
  course.end(end);
  return course;
}
