/** The check of conditions: cases without a rule, rules without a case, rules that contradict. */
import { canOccur } from "./_attributes.ts";
import { finding, type LintFinding } from "./finding.ts";
import type { RuleSet } from "./rule.ts";
import { Occurring } from "./_smallest.ts";
import { Tabulated } from "./_table.ts";

/** A rule set over what can occur. */
export interface Matches {
  /** The rules. */
  readonly set: RuleSet;
  /** Its table. */
  readonly table: Tabulated;
  /** Cells that can occur. */
  readonly occurring: Occurring;
}

/** Tabulates a set for the checks. */
export function matchesOf(set: RuleSet, veryOldAge: number | undefined): Matches {
  const table = new Tabulated(set);
  const occurring = new Occurring(table.space, (codes) => canOccur(codes, veryOldAge));
  return { set, table, occurring };
}

/** Cases that no rule matches. */
export function lintUnmatched({ table, occurring }: Matches): LintFinding[] {
  const open = occurring.cells.filter((cell) => table.cells[cell] < 0).length;
  if (open === 0) return [];
  const message = `No rule matches ${open} of the ${occurring.cells.length} combinations ` +
    "that can occur";
  const example = occurring.smallest((cell) => table.cells[cell] < 0);
  return [finding({ severity: "error", kind: "unmatched", message, example })];
}

/** Rules that never apply, with those that take their cases. */
export function lintUnreachable({ set, table, occurring }: Matches): LintFinding[] {
  const reached = new Set(occurring.cells.map((cell) => table.cells[cell]));
  return set.rules.flatMap((rule, index) => {
    if (reached.has(index)) return [];
    const own = set.decisions === undefined
      ? occurring.cells.filter((cell) => table.matches(index, cell))
      : [];
    const taken = new Set(own);
    const takers = [...new Set(own.map((cell) => table.cells[cell]))].sort((a, b) => a - b);
    const names = takers.map((taker) => `"${set.rules[taker].name}"`).join(", ");
    const message = set.decisions !== undefined
      ? "The function never chooses this rule"
      : own.length === 0
      ? "No patient reaches this rule: its conditions contradict one another"
      : `No patient reaches this rule: every case of it goes to ${names}`;
    const example = occurring.smallest((cell) => taken.has(cell));
    return [finding({ severity: "error", kind: "unreachable", message, example }, rule)];
  });
}

/** Pairs of rules that match the same case, where the set says that there are none. */
export function lintContradictions({ set, table, occurring }: Matches): LintFinding[] {
  if (set.hit !== "unique") return [];
  return set.rules.flatMap((rule, index) =>
    set.rules.slice(0, index).flatMap((earlier, other) => {
      const both = (cell: number) => table.matches(index, cell) && table.matches(other, cell);
      const count = occurring.cells.filter(both).length;
      if (count === 0) return [];
      const message = `"${earlier.name}" and this rule both match ${count} ` +
        "of the combinations that can occur, in a set where each has one rule";
      const example = occurring.smallest(both);
      return [finding({ severity: "error", kind: "contradiction", message, example }, rule)];
    })
  );
}

/** Rules that ask for a result that is not known, when every decision waits for it. */
export function lintUnknownResult({ set }: Matches): LintFinding[] {
  return set.rules.filter(({ when }) => when.known === false).map((rule) => {
    const message = "This rule asks for a test result that is not known: " +
      "decisions are taken when it is known";
    return finding({ severity: "warning", kind: "unknown result", message }, rule);
  });
}
