/** What the check of a rule set finds. */
import type { Destination, ReferralRule } from "./rule.ts";

/** What a finding is about. */
export type FindingKind =
  | "unmatched"
  | "unreachable"
  | "contradiction"
  | "name"
  | "overflow"
  | "role"
  | "ward"
  | "unused ward"
  | "capability"
  | "no usable bed"
  | "unknown result"
  | "clause"
  | "numbers";

/** What the check found. */
export interface LintFinding {
  /** `error` when a run would break the rule set's promise, else `warning`. */
  readonly severity: "error" | "warning";
  /** What it is about. */
  readonly kind: FindingKind;
  /** Name of the rule; empty when no single rule is meant. */
  readonly rule: string;
  /** Clause of the rule; empty when no single rule is meant. */
  readonly clause: string;
  /** What is wrong. */
  readonly message: string;
  /** Smallest case of it; empty when the message says all. */
  readonly example: string;
}

/** What a finding says beside the rule. */
export type Said = Pick<LintFinding, "severity" | "kind" | "message"> & {
  readonly example?: string;
};

/** A finding about one rule, or about the whole set. */
export function finding(said: Said, rule?: ReferralRule): LintFinding {
  const { severity, kind, message, example = "" } = said;
  return { severity, kind, rule: rule?.name ?? "", clause: rule?.clause ?? "", message, example };
}

/** Text of a destination: `lead/icu`, `designated/general of the neighbour grids`. */
export function destinationText(to: Destination): string {
  if ("place" in to) return to.place;
  const whose = to.grid === "neighbours"
    ? " of the neighbour grids"
    : to.grid === "city"
    ? " of the city"
    : "";
  const tier = to.tier === undefined ? "" : ` of tier ${to.tier}`;
  return `${to.role}/${to.ward}${tier}${whose}`;
}
