/** What the parameters of a law must be, and the error when they are not. */

import type { DistributionSpec } from "./distribution.ts";

/** The specifications of one name. */
export type Spec<L extends DistributionSpec["law"]> = Extract<DistributionSpec, { law: L }>;

/** Refuses a parameter that is not positive or not finite. */
export function positive(spec: DistributionSpec, ...names: string[]): void {
  for (const name of names) {
    const value = (spec as unknown as Record<string, number>)[name];
    demand(value > 0 && value < Infinity, spec.law, `${name} is positive`, `${name} is ${value}`);
  }
}

/** Refuses a parameter that is not finite. */
export function finite(spec: DistributionSpec, ...names: string[]): void {
  for (const name of names) {
    const value = (spec as unknown as Record<string, number>)[name];
    demand(Number.isFinite(value), spec.law, `${name} is finite`, `${name} is ${value}`);
  }
}

/** Refuses what breaks a rule of the law. */
export function demand(holds: boolean, law: string, rule: string, found: string): void {
  if (holds) return;
  throw new RangeError(`Cannot build a law "${law}" as it requires ${rule}: current ${found}`);
}

/** Refuses a specification without a part that it must have. */
export function demandShape(holds: boolean, law: string, rule: string, found: string): void {
  if (holds) return;
  throw new TypeError(`Cannot build a law "${law}" as it requires ${rule}: current ${found}`);
}
