/** A facility with its place, before it becomes rows of tables. */
import type { DistrictFacts } from "./facts.ts";
import type { Point } from "./geometry.ts";

/** What a facility is for, which decides its wards. */
export type Class =
  | "centre"
  | "first_level"
  | "secondary"
  | "tertiary"
  | "designated_district"
  | "designated_municipal"
  | "screening"
  | "shelter";

/** A facility placed. */
export interface PlacedFacility {
  /** Identifier. */
  readonly id: string;
  /** Name in English. */
  readonly en: string;
  /** Name in Chinese. */
  readonly zh: string;
  /** Class. */
  readonly class: Class;
  /** True for a tertiary general hospital. */
  readonly general: boolean;
  /** District. */
  readonly district: DistrictFacts;
  /** Place [deg]. */
  readonly at: Point;
  /** Beds [beds]. */
  readonly beds: number;
  /** Capabilities. */
  readonly capabilities: readonly string[];
  /** True when it has no public name here. */
  readonly synthetic: boolean;
}
