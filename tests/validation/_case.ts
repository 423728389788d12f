/**
 * What a validation case is: numbers of ours beside a reference, each with the rule that judges it.
 *
 * A case is run at one of two efforts: `fast` within `deno task test`, `full` within
 * `deno task validate`. Both give the same quantities in the same order. A fault is a change of the
 * sources that must turn the cases it names red, and no others.
 */

import { normalQuantile } from "../../sim/engine/mod.ts";
import type { SourceFault } from "../support/fault_copy.ts";

/** How long a case may take: `fast` about a second, `full` minutes. */
export type Effort = "fast" | "full";

/** One number beside its reference. */
export interface Finding {
  /** What it is, with unit, such as "Lq [customers]". */
  readonly quantity: string;
  /** What it should be; for a band, the middle or the nominal value. */
  readonly reference: number;
  /** What came out. */
  readonly ours: number;
  /** Its judge: |z| below the limit, inside a band (bounds included), or within a tolerance. */
  readonly rule:
    | { readonly kind: "z"; readonly error: number }
    | { readonly kind: "band"; readonly low: number; readonly high: number }
    | { readonly kind: "tolerance"; readonly tolerance: number };
}

/** A model of known answer, run through the public blocks. */
export interface ValidationCase {
  /** Name, unique, such as "M/M/1, arrival rate 10, service rate 12". */
  readonly name: string;
  /** Where the reference comes from, in full; or the theory and how it is computed. */
  readonly source: string;
  /**
   * Runs the model.
   * @param effort How long it may take.
   * @returns Numbers in a fixed order.
   */
  run(effort: Effort): Finding[];
}

/** A change of the sources that must be noticed. */
export interface Fault extends SourceFault {
  /** What is wrong then, in a sentence. */
  readonly what: string;
  /** Names of the cases that turn red, all of them and no others, at effort `fast`. */
  readonly red: readonly string[];
}

/** A finding with its verdict. */
export interface Judged extends Finding {
  /** Distance from the reference in standard errors [-]; NaN where the rule is no z-test. */
  readonly z: number;
  /** Whether the rule holds. */
  readonly holds: boolean;
}

/** Number from a sample with its standard error, against a reference that may have one too. */
export function zFinding(
  quantity: string,
  reference: number,
  { ours, error, referenceError = 0 }: { ours: number; error: number; referenceError?: number },
): Finding {
  return {
    quantity,
    reference,
    ours,
    rule: { kind: "z", error: Math.hypot(error, referenceError) },
  };
}

/** Number that must lie between two bounds, both included. */
export function bandFinding(
  quantity: string,
  reference: number,
  { ours, low, high }: { ours: number; low: number; high: number },
): Finding {
  return { quantity, reference, ours, rule: { kind: "band", low, high } };
}

/** Number that must equal the reference but for rounding. */
export function exactFinding(
  quantity: string,
  reference: number,
  { ours, tolerance = 0 }: { ours: number; tolerance?: number },
): Finding {
  return { quantity, reference, ours, rule: { kind: "tolerance", tolerance } };
}

/**
 * The findings of one case with their verdicts.
 *
 * One number is refused at |z| ≥ 3. With m numbers in a case the limit is that of Bonferroni, so that
 * the whole case is refused wrongly as rarely as one number: 2.7 times in a thousand.
 */
export function judge(findings: readonly Finding[]): Judged[] {
  const tests = findings.filter(({ rule }) => rule.kind === "z").length;
  const limit = zLimit(tests);
  return findings.map((finding) => {
    const { rule, ours, reference } = finding;
    if (rule.kind === "band") {
      return { ...finding, z: NaN, holds: ours >= rule.low && ours <= rule.high };
    }
    const off = Math.abs(ours - reference);
    if (rule.kind === "tolerance") return { ...finding, z: NaN, holds: off <= rule.tolerance };
    const z = off === 0 ? 0 : (ours - reference) / rule.error;
    return { ...finding, z, holds: Math.abs(z) < limit };
  });
}

/** Limit of |z| for each of several numbers [-]; 3 for one. */
export function zLimit(tests: number): number {
  if (tests <= 1) return 3;
  const one = 0.002699796063260189; // P(|Z| ≥ 3)
  return -normalQuantile(one / tests / 2);
}
