/**
 * Referral rules as data: ordered, each citing the clause it carries out.
 */
import { ROLES } from "../terms/mod.ts";
import type {
  AgeBand,
  Capability,
  Colour,
  Disease,
  MainCause,
  Role,
  Severity,
  Tier,
  Vaccination,
  WardType,
} from "../terms/mod.ts";

/** Where a patient is when a decision is taken; the order is the numeric code. */
export const RULE_PLACES = [
  "home",
  "primary_clinic",
  "hospital_clinic",
  "general_bed",
  "sub_icu_bed",
  "icu_bed",
] as const;
/** Name of a place at a decision. */
export type RulePlace = (typeof RULE_PLACES)[number];

/**
 * Roles, in the patient's home grid, of the facility where the patient is: none at home, other where
 * no link of the grid names it. A facility with several roles has the first of `ROLES`.
 */
export const FACILITY_ROLES = ["none", ...ROLES, "other"] as const;
/** Name of a role of the present facility. */
export type FacilityRole = (typeof FACILITY_ROLES)[number];

/** Grids whose links a destination means; `own` is the home grid of the patient. */
export const REACHES = ["own", "neighbours", "city"] as const;
/** Name of a reach. */
export type Reach = (typeof REACHES)[number];

/** Which rule applies where several match: the first, or there must be no more than one. */
export const HIT_POLICIES = ["first", "unique"] as const;
/** Name of a hit policy. */
export type HitPolicy = (typeof HIT_POLICIES)[number];

/** Highest priority of a rule [-]; with severity and colour it fits the buckets of a bed queue. */
export const MAX_PRIORITY = 15;

/** What a condition may ask of a patient; an attribute that is absent is not asked about. */
export interface RuleCondition {
  /** Severity as judged. */
  readonly severity?: readonly Severity[];
  /** What mainly makes a severe or critical case ill. */
  readonly mainCause?: readonly MainCause[];
  /** Health colour. */
  readonly colour?: readonly Colour[];
  /** Underlying disease. */
  readonly disease?: readonly Disease[];
  /** Whether the underlying disease is severe (heart disease, tumour and the like). */
  readonly diseaseSevere?: boolean;
  /** Age band. */
  readonly ageBand?: readonly AgeBand[];
  /** Whether the patient is of very old age, by `veryOldAge` of the scenario. */
  readonly veryOld?: boolean;
  /** Whether the patient can hardly move. */
  readonly immobile?: boolean;
  /** Whether the patient needs haemodialysis. */
  readonly dialysis?: boolean;
  /** Whether a needed capability is missing in the grid's primary and sub-designated facilities. */
  readonly beyondAbility?: boolean;
  /** Vaccination. */
  readonly vaccination?: readonly Vaccination[];
  /** Whether the patient has a family-doctor contract. */
  readonly contract?: boolean;
  /** Whether the patient is pregnant. */
  readonly pregnant?: boolean;
  /** Whether the test result is known. */
  readonly known?: boolean;
  /** Where the patient is. */
  readonly place?: readonly RulePlace[];
  /** Role of the facility where the patient is. */
  readonly facilityRole?: readonly FacilityRole[];
  /** Whether that facility has the capability that the patient needs; true in any when none is. */
  readonly placeCapable?: boolean;
}

/** A bed as a destination. */
export interface BedDestination {
  /** A linked role, or `nearest`: every hospital in order of travel time. */
  readonly role: Role | "nearest";
  /** Ward type. */
  readonly ward: WardType;
  /**
   * Whose links: those of the home grid (`own`, when left out), of the other grids of its district
   * (`neighbours`), or of the home grid and then all others (`city`). Other grids come in the order
   * of travel time between the most populous communities.
   */
  readonly grid?: Reach;
  /** Only facilities of this tier [-]; of any when left out. */
  readonly tier?: Tier;
}

/** Where a rule sends a patient: a bed, or no bed. */
export type Destination =
  | BedDestination
  | {
    /** `home`: at home, followed up by colour; `in_place`: at home or in the care home, visited. */
    readonly place: "home" | "in_place";
  };

/** One referral rule. */
export interface ReferralRule {
  /** Name, unique in its set. */
  readonly name: string;
  /** Clause that it carries out, e.g. `P22-2.2.2(3)`. */
  readonly clause: string;
  /** True when the clause leaves the case open and the rule is a reading of it. */
  readonly interpretation: boolean;
  /** All conditions must hold; an empty one always does. */
  readonly when: RuleCondition;
  /** Destination. */
  readonly to: Destination;
  /** Destinations tried in order after `to`; beds only. */
  readonly overflow: readonly Destination[];
  /**
   * Added to the place in the queue for a bed [-], 0 to 15, whole; 0 when left out. 1 is a colour,
   * 3 is a grade of severity.
   */
  readonly priority?: number;
}

/** What a rule function decided for every combination of the attributes that it sees. */
export interface RuleDecisions {
  /** Attributes that the function sees. */
  readonly attributes: readonly (keyof RuleCondition)[];
  /** Index of the rule by cell of the table of these attributes [-]; −1 where nobody can be. */
  readonly cells: readonly number[];
}

/** An ordered set of rules. */
export interface RuleSet {
  /** Name. */
  readonly name: string;
  /** Rules. */
  readonly rules: readonly ReferralRule[];
  /**
   * `first` (when left out): the first match applies. `unique`: at most one rule may match a
   * patient, whatever the order; the check of a set proves it.
   */
  readonly hit?: HitPolicy;
  /** Given when a function decided: the conditions of the rules are then not asked. */
  readonly decisions?: RuleDecisions;
}

/** Attributes of a patient that rules can see, as plain values. */
export interface RuleAttributes {
  /** Severity as judged. */
  readonly severity: Severity;
  /** What mainly makes a severe or critical case ill. */
  readonly mainCause: MainCause;
  /** Health colour. */
  readonly colour: Colour;
  /** Underlying disease. */
  readonly disease: Disease;
  /** Whether the underlying disease is severe. */
  readonly diseaseSevere: boolean;
  /** Age band. */
  readonly ageBand: AgeBand;
  /** Whether of very old age. */
  readonly veryOld: boolean;
  /** Whether hardly able to move. */
  readonly immobile: boolean;
  /** Whether haemodialysis is needed. */
  readonly dialysis: boolean;
  /** Whether a needed capability is missing at the lower levels of the grid. */
  readonly beyondAbility: boolean;
  /** Vaccination. */
  readonly vaccination: Vaccination;
  /** Whether there is a family-doctor contract. */
  readonly contract: boolean;
  /** Whether pregnant. */
  readonly pregnant: boolean;
  /** Whether the test result is known. */
  readonly known: boolean;
  /** Where the patient is. */
  readonly place: RulePlace;
  /** Role of the facility where the patient is, in the home grid. */
  readonly facilityRole: FacilityRole;
  /** Whether that facility has the capability needed; true in any facility when none is needed. */
  readonly placeCapable: boolean;
}

/** A capability and the share of those concerned who need it. */
export interface CapabilityNeed {
  /** Capability. */
  readonly capability: Capability;
  /** Share [-]. */
  readonly share: number;
}
