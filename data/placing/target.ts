/** What sets the tables of one city apart: names, folders, figures used. */
import type { Facts } from "./facts.ts";
import type { Point } from "./geometry.ts";
import type { Cells } from "./tables.ts";

/** Figures that a build uses, each by its quantity and year in `health_system.csv`. */
export const FIGURES = [
  "grids",
  "centres",
  "tertiary",
  "secondary",
  "beds",
  "shares",
  "hospitalClinics",
  "hospitalClinicsDayAndNight",
  "primaryClinics",
  "crews",
  "designatedBeds",
  "shelters",
  "shelterBeds",
] as const;

/** Name of a figure used. */
export type Figure = (typeof FIGURES)[number];

/** A city to build. */
export interface Target {
  /** Folder under `data/`. */
  readonly folder: string;
  /** Name in English. */
  readonly en: string;
  /** Name in Chinese. */
  readonly zh: string;
  /** Folder under `data/` whose `sources/` hold what the own ones do not. */
  readonly base: string;
  /** Files of its own `sources/`; `health_system.csv` there adds rows to that of the base. */
  readonly own: readonly string[];
  /** Name that seeds the draws; targets with the same one have the same places. */
  readonly seed: string;
  /** Latitude whose parallel is taken as straight [deg]. */
  readonly latitude: number;
  /** Centre of the city, from which shelters keep away [deg]. */
  readonly centre: Point;
  /** Districts without shelters. */
  readonly withoutShelters: readonly string[];
  /** Figures used: quantity and year; left out where the city has none of it. */
  readonly used: Partial<Readonly<Record<Figure, readonly [quantity: string, year: string]>>>;
  /** Source of the residents. */
  readonly census: string;
  /** Note on beds by level. */
  readonly bedsNote: string;
  /**
   * Figures: quantity here, quantity and year in the source table, note, and the grade where it is not
   * that of the source, since something else was published.
   */
  readonly copied: readonly (readonly [string, string, string, string, string?])[];
  /** Other rows of `published.csv`. */
  readonly compared: (of: { residents: number; facts: Facts }) => readonly Cells[];
}
