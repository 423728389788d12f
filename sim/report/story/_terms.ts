/** What a language must have words for. */
import type {
  AgeBand,
  Capability,
  Colour,
  Disease,
  FacilityRole,
  MainCause,
  Refusal,
  Role,
  RuleAttributes,
  RulePlace,
  Severity,
  Vaccination,
  WardType,
} from "../../domain/mod.ts";
import type { Contact } from "../../scenario/mod.ts";
import type { ENGLISH } from "./_english.ts";

/** Name of a sentence. */
export type TextKey = keyof typeof ENGLISH;

/** Attributes that are true or false. */
export type FlagAttribute = {
  [A in keyof RuleAttributes]: RuleAttributes[A] extends boolean ? A : never;
}[keyof RuleAttributes];

/** Names of the closed vocabularies. */
export interface Terms {
  readonly severity: Readonly<Record<Severity, string>>;
  readonly colour: Readonly<Record<Colour, string>>;
  readonly disease: Readonly<Record<Disease, string>>;
  /** The same after the words "underlying disease is". */
  readonly diseaseIs: Readonly<Record<Disease, string>>;
  readonly vaccination: Readonly<Record<Vaccination, string>>;
  readonly mainCause: Readonly<Record<MainCause, string>>;
  readonly capability: Readonly<Record<Capability, string>>;
  readonly bed: Readonly<Record<WardType, string>>;
  /** The same in a sentence. */
  readonly aBed: Readonly<Record<WardType, string>>;
  readonly role: Readonly<Record<Role | "nearest", string>>;
  /** The same in a sentence. */
  readonly theRole: Readonly<Record<Role | "nearest", string>>;
  readonly facilityRole: Readonly<Record<FacilityRole, string>>;
  readonly place: Readonly<Record<RulePlace, string>>;
  /** The same with the facility, `{facility}`. */
  readonly placeOf: Readonly<Record<RulePlace, string>>;
  readonly refusal: Readonly<Record<Refusal, string>>;
  readonly contact: Readonly<Record<Contact, string>>;
  /** What a share of people do. */
  readonly contacts: Readonly<Record<Contact, string>>;
  readonly attribute: Readonly<Record<keyof RuleAttributes, string>>;
  /** What somebody is who has, or has not, an attribute that is true or false. */
  readonly flag: Readonly<Record<FlagAttribute, readonly [yes: string, no: string]>>;
  /** Levels of care, in the order of their codes. */
  readonly care: readonly string[];
  /** Places in an emergency department, in the order of their codes. */
  readonly bay: readonly string[];
  /** What a visiting team comes for, in the order of the codes. */
  readonly visit: readonly string[];
}

/** How a language writes numbers, dates and lists. */
export interface Manner {
  /** An age band, e.g. `80+`. */
  readonly age: (band: AgeBand) => string;
  /** Day and clock: year, month from 1, day, `hh:mm`. */
  readonly clock: (year: number, month: number, day: number, time: string) => string;
  /** Units of a duration: day, hour, minute, less than a minute. */
  readonly units: readonly [string, string, string, string];
  readonly and: string;
  readonly or: string;
  readonly comma: string;
}

/** Everything that a language has. */
export interface Language {
  readonly terms: Terms;
  readonly manner: Manner;
  readonly texts: Readonly<Record<TextKey, string>>;
}
