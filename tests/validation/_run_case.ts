/** One case, run and judged. */

import { type Effort, exactFinding, judge, type ValidationCase } from "./_case.ts";
import type { Outcome } from "./_table.ts";

/**
 * Runs a case and judges its numbers. A case that breaks is red by a number of its own.
 *
 * @param one The case.
 * @param effort How long it may take.
 * @returns Its judged numbers.
 */
export function runCase(one: ValidationCase, effort: Effort): Outcome {
  const started = performance.now();
  const findings = () => {
    try {
      return one.run(effort);
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      return [exactFinding(`ran to its end [-]; broke with: ${said}`, 1, { ours: 0 })];
    }
  };
  const judged = judge(findings());
  return { name: one.name, judged, seconds: (performance.now() - started) / 1000 };
}
