/**
 * Referral rules as data: ordered, first match wins, each citing the clause it carries out.
 */
import type {
  AgeBand,
  Capability,
  Colour,
  Disease,
  MainCause,
  Role,
  Severity,
  WardType,
} from "../terms/mod.ts";

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
}

/** Where a rule sends a patient: a bed, or no bed. */
export type Destination =
  | {
    /** A linked role, or `nearest`: every hospital in order of travel time. */
    readonly role: Role | "nearest";
    /** Ward type. */
    readonly ward: WardType;
  }
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
}

/** An ordered set of rules. */
export interface RuleSet {
  /** Name. */
  readonly name: string;
  /** Rules, first match wins. */
  readonly rules: readonly ReferralRule[];
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
}

/** A capability and the share of those concerned who need it. */
export interface CapabilityNeed {
  /** Capability. */
  readonly capability: Capability;
  /** Share [-]. */
  readonly share: number;
}
