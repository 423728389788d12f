/**
 * A city as checked plain data: what the tables of a city folder say, nothing derived.
 *
 * Lists keep the order of the tables; living objects refer to their members by index.
 */
import type {
  AgeBand,
  Capability,
  FacilityKind,
  FigureGrade,
  Role,
  Tier,
  WardType,
  WardUse,
} from "../terms/mod.ts";

/** A name in English (or pinyin) and Chinese. */
export interface BilingualName {
  /** English or pinyin. */
  readonly en: string;
  /** Chinese. */
  readonly zh: string;
}

/** A district. */
export interface District {
  /** Identifier. */
  readonly id: string;
  /** Name. */
  readonly name: BilingualName;
}

/** A grid: a part of a district whose residents one medical alliance serves. */
export interface Grid {
  /** Identifier. */
  readonly id: string;
  /** Name. */
  readonly name: BilingualName;
  /** Identifier of its district. */
  readonly district: string;
}

/** A community: residents around one place. */
export interface Community {
  /** Identifier. */
  readonly id: string;
  /** Name. */
  readonly name: BilingualName;
  /** Identifier of its grid. */
  readonly grid: string;
  /** Residents [persons]. */
  readonly population: number;
  /** Longitude [deg]. */
  readonly lon: number;
  /** Latitude [deg]. */
  readonly lat: number;
  /** Identifier of the primary facility that serves it. */
  readonly primaryFacility: string;
  /** True when the place is not a named public one. */
  readonly synthetic: boolean;
}

/** A site of care. */
export interface FacilitySpec {
  /** Identifier. */
  readonly id: string;
  /** Name. */
  readonly name: BilingualName;
  /** Kind. */
  readonly kind: FacilityKind;
  /** Tier [-]: 1 primary, 2 secondary, 3 tertiary. */
  readonly tier: Tier;
  /** True for a tertiary general hospital. */
  readonly tertiaryGeneral: boolean;
  /** Identifier of the district it stands in. */
  readonly district: string;
  /** Longitude [deg]. */
  readonly lon: number;
  /** Latitude [deg]. */
  readonly lat: number;
  /** What it can do beside beds. */
  readonly capabilities: readonly Capability[];
  /** Physicians on duty in its fever clinic [persons]; 0 without one. */
  readonly feverPhysicians: number;
  /** Hour at which its fever clinic opens [h], 0 to 24. */
  readonly feverOpens: number;
  /** Hour at which its fever clinic closes [h], 0 to 24; 24 with opening hour 0 is day and night. */
  readonly feverCloses: number;
  /** True when it has no public name. */
  readonly synthetic: boolean;
  /**
   * Share of it that belongs to the part of a city that is simulated [-]; all when left out. Its
   * wards and fever-clinic physicians are that share already; what a scenario gives each facility
   * (machines, places, nurses of triage, idle wards) is still to be taken by it, see `partOf`.
   */
  readonly share?: number;
}

/** A ward of a facility. */
export interface WardSpec {
  /** Identifier of the facility. */
  readonly facility: string;
  /** Type. */
  readonly type: WardType;
  /** Whom it takes. */
  readonly use: WardUse;
  /** Physical beds [beds]. */
  readonly beds: number;
  /** Beds of the facility's general ward that can become beds of this ward [beds]; ICU only. */
  readonly convertibleBeds: number;
  /** Physicians assigned [persons]. */
  readonly physicians: number;
  /** Nurses assigned [persons]. */
  readonly nurses: number;
}

/** A fixed referral link. */
export interface Link {
  /** Identifier of the grid. */
  readonly grid: string;
  /** Role of the facility there. */
  readonly role: Role;
  /** Place in the order in which facilities of the role are tried, from 1 [-]. */
  readonly order: number;
  /** Identifier of the facility. */
  readonly facility: string;
}

/** Vehicles of one base. */
export interface FleetSpec {
  /** Identifier. */
  readonly id: string;
  /** Identifier of the grid it serves; empty for the pool of the city. */
  readonly grid: string;
  /** Vehicles with a crew on duty [vehicles]. */
  readonly vehicles: number;
  /** Longitude of the base [deg]. */
  readonly lon: number;
  /** Latitude of the base [deg]. */
  readonly lat: number;
}

/** Where a column of a city table comes from. */
export interface ColumnSource {
  /** Name of the table without its ending. */
  readonly table: string;
  /** Column. */
  readonly column: string;
  /** Unit, `-` for a proportion, empty for a name. */
  readonly unit: string;
  /** observed, derived, assumed or calibrated. */
  readonly grade: string;
  /** Source and how it was used. */
  readonly source: string;
}

/** A total that the tables are compared with: published, or what took its place. */
export interface PublishedTotal {
  /** What is counted, e.g. `population`, `beds`, `tertiary hospitals`. */
  readonly quantity: string;
  /** Year or date of the figure. */
  readonly year: string;
  /** Value [unit]. */
  readonly value: number;
  /** Unit. */
  readonly unit: string;
  /**
   * How it came about: published as it stands (`observed`), computed from what was (`derived`), not
   * published (`assumed`), or of a place that does not exist (`synthetic`).
   */
  readonly grade: FigureGrade;
  /** Source, in full. */
  readonly source: string;
  /** Why this figure was used, or why not. */
  readonly note: string;
}

/** An outline for maps: closed rings of [longitude, latitude] [deg]. */
export interface Outline {
  /** Identifier of the district. */
  readonly district: string;
  /** Rings. */
  readonly rings: readonly (readonly (readonly [number, number])[])[];
}

/** A city, checked. */
export interface City {
  /** Identifier: the name of the folder. */
  readonly id: string;
  /** Name. */
  readonly name: BilingualName;
  /** Districts. */
  readonly districts: readonly District[];
  /** Grids. */
  readonly grids: readonly Grid[];
  /** Communities; every one belongs to exactly one grid. */
  readonly communities: readonly Community[];
  /** Facilities. */
  readonly facilities: readonly FacilitySpec[];
  /** Wards. */
  readonly wards: readonly WardSpec[];
  /** Links. */
  readonly links: readonly Link[];
  /** Fleets. */
  readonly fleets: readonly FleetSpec[];
  /** Share of residents by age band [-], in the order of the age bands; sums to 1. */
  readonly ageShares: readonly number[];
  /** Source of each column. */
  readonly columns: readonly ColumnSource[];
  /** Published totals. */
  readonly published: readonly PublishedTotal[];
  /** Outlines of districts; empty when the folder has none. */
  readonly outlines: readonly Outline[];
}

/** Age shares by band, as a table row. */
export interface AgeShare {
  /** Age band. */
  readonly ageBand: AgeBand;
  /** Share of residents [-]. */
  readonly share: number;
}
