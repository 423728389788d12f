/**
 * What the referral rules see of a patient as one whole number, for the column `value` of the events
 * `arrival` and `decided`, and back.
 *
 * The number has the four parts of a look-up in the rules, in mixed radix:
 * `((person × 96 + where) × 2 + beyond) × 20 + illness`. `illness` is the code of `illnessCode`, 0 to
 * 19; `beyond` is 1 when a needed capability is missing at the lower levels; `where` is the code of
 * `whereCode`, 0 to 95; `person` is in mixed radix too, digits in the order of {@link PERSON}, the
 * first the most significant. The largest number is below 2²⁷.
 */
import {
  AGE_BANDS,
  COLOURS,
  DISEASES,
  FACILITY_ROLES,
  illnessCode,
  MAIN_CAUSES,
  RULE_PLACES,
  SEVERITIES,
  VACCINATIONS,
  whereCode,
} from "../domain/mod.ts";
import type { PersonCodes, RuleAttributes } from "../domain/mod.ts";

const FLAG = [false, true] as const;
const WHERES = RULE_PLACES.length * FACILITY_ROLES.length * 2;
const ILLNESSES = SEVERITIES.length * MAIN_CAUSES.length * 2;

/** Digits of a person and their values; a value's place is its code. */
const PERSON: readonly {
  readonly name: keyof PersonCodes;
  readonly values: readonly (string | boolean)[];
}[] = [
  { name: "colour", values: COLOURS },
  { name: "disease", values: DISEASES },
  { name: "diseaseSevere", values: FLAG },
  { name: "ageBand", values: AGE_BANDS },
  { name: "veryOld", values: FLAG },
  { name: "immobile", values: FLAG },
  { name: "dialysis", values: FLAG },
  { name: "vaccination", values: VACCINATIONS },
  { name: "contract", values: FLAG },
  { name: "pregnant", values: FLAG },
];

/** The parts of the number, as codes. */
export interface SeenParts {
  /** Code from `personCode` [-]. */
  readonly person: number;
  /** Code from `whereCode` [-]. */
  readonly where: number;
  /** 1 when a needed capability is missing at the lower levels [-]. */
  readonly beyond: number;
  /** Code from `illnessCode` [-]. */
  readonly illness: number;
}

/** Code of what never changes of a person. */
export function personCode(person: PersonCodes): number {
  return PERSON.reduce((code, { name, values }) => code * values.length + person[name], 0);
}

/** The parts as one number. */
export function packSeen({ person, where, beyond, illness }: SeenParts): number {
  return ((person * WHERES + where) * 2 + beyond) * ILLNESSES + illness;
}

/**
 * What the rules see of a patient as one number.
 *
 * @param seen Attributes.
 * @returns Number [-], from 0 to below 2²⁷.
 *
 * @example There and back
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { seenCode, seenOf } from "./mod.ts";
 *
 * const seen = seenOf(53_456_789);
 * assertEquals([seen.severity, seen.colour, seen.known], ["moderate", "red", true]);
 * assertEquals(seenCode(seen), 53_456_789);
 * ```
 */
export function seenCode(seen: RuleAttributes): number {
  const codes = Object.fromEntries(
    PERSON.map(({ name, values }) => [name, values.indexOf(seen[name])]),
  );
  return packSeen({
    person: personCode(codes as unknown as PersonCodes),
    where: whereCode(
      RULE_PLACES.indexOf(seen.place),
      FACILITY_ROLES.indexOf(seen.facilityRole),
      seen.placeCapable ? 1 : 0,
    ),
    beyond: seen.beyondAbility ? 1 : 0,
    illness: illnessCode(
      SEVERITIES.indexOf(seen.severity),
      MAIN_CAUSES.indexOf(seen.mainCause),
      seen.known ? 1 : 0,
    ),
  });
}

/**
 * What a number of the event log says that the rules saw.
 *
 * @param code Value of an event `arrival` or `decided` [-].
 * @returns Attributes by name.
 * @throws {RangeError} When no patient has such a number.
 *
 * @example A number of the event log
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { seenOf } from "./mod.ts";
 *
 * const { severity, place, ageBand } = seenOf(0);
 * assertEquals([severity, place, ageBand], ["asymptomatic", "home", "0-2"]);
 * ```
 */
export function seenOf(code: number): RuleAttributes {
  let left = code;
  const digit = <T>(values: readonly T[]): T => {
    const value = values[left % values.length];
    left = Math.floor(left / values.length);
    return value;
  };
  const known = digit(FLAG);
  const mainCause = digit(MAIN_CAUSES);
  const severity = digit(SEVERITIES);
  const beyondAbility = digit(FLAG);
  const placeCapable = digit(FLAG);
  const facilityRole = digit(FACILITY_ROLES);
  const place = digit(RULE_PLACES);
  const person = Object.fromEntries(
    PERSON.toReversed().map(({ name, values }) => [name, digit(values)]),
  );
  if (!Number.isInteger(code) || code < 0 || left > 0) {
    throw new RangeError(
      `Cannot read what the rules saw as the code must be one that the log writes: current code is ${code}`,
    );
  }
  const rest = { severity, mainCause, known, beyondAbility, place, facilityRole, placeCapable };
  return { ...person, ...rest } as unknown as RuleAttributes;
}
