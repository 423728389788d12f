/**
 * Rules given as a function: asked once for every combination of the attributes that it sees.
 *
 * Only the answers go on: to the workers, which could not be sent a function, and into the hash of a
 * scenario, which could not tell two functions apart.
 */
import { ATTRIBUTES, canOccur, inWords } from "./_attributes.ts";
import { Space } from "./_space.ts";
import type { ReferralRule, RuleAttributes, RuleCondition, RuleSet } from "./rule.ts";

/** Where an outcome of a rule function sends a patient. */
export interface RuleOutcome {
  /** Clause that it carries out, e.g. `P22-2.2.2(3)`; `none` when it carries out none. */
  readonly clause: string;
  /** True when it is a reading of a clause that leaves the case open; false when left out. */
  readonly interpretation?: boolean;
  /** Destination. */
  readonly to: ReferralRule["to"];
  /** Destinations tried in order after `to`, beds only; none when left out. */
  readonly overflow?: ReferralRule["overflow"];
  /** Added to the place in the queue for a bed [-]; 0 when left out. */
  readonly priority?: number;
}

/** A rule function and what it sees. */
export interface RuleFunction<
  N extends keyof RuleCondition = keyof RuleCondition,
  O extends string = string,
> {
  /** Name of the set. */
  readonly name: string;
  /** Attributes that the function sees. */
  readonly attributes: readonly N[];
  /** Outcomes by name; each becomes a rule. */
  readonly outcomes: { readonly [outcome in O]: RuleOutcome };
  /**
   * Chooses an outcome.
   * @param attributes What it sees of a patient, frozen.
   * @returns Name of an outcome.
   */
  readonly rule: (attributes: Pick<RuleAttributes, N>) => NoInfer<O>;
}

/**
 * Makes a rule set of a function.
 *
 * The function is asked twice for every combination that a patient can have, the second time in
 * reverse order; it must give the same outcome both times, whatever it was asked before.
 *
 * @param spec Name, attributes, outcomes, function.
 * @returns The rule set, plain data; one rule per outcome, without conditions.
 * @throws {RangeError} When an attribute is unknown, there are too many combinations, or the function
 *   throws, gives no known outcome, or is not pure.
 *
 * @example Everybody of very old age to the lead hospital
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { compileRules, rulesFromFunction } from "./mod.ts";
 *
 * const set = rulesFromFunction({
 *   name: "old_first",
 *   attributes: ["veryOld"],
 *   outcomes: {
 *     lead: { clause: "none", to: { role: "lead", ward: "general" } },
 *     home: { clause: "none", to: { place: "home" } },
 *   },
 *   rule: ({ veryOld }) => veryOld ? "lead" : "home",
 * });
 * assertEquals(set.decisions, { attributes: ["veryOld"], cells: [1, 0] });
 * assertEquals(compileRules(set, { veryOldAge: 80 }).cells, 2);
 * ```
 */
export function rulesFromFunction<N extends keyof RuleCondition, O extends string>(
  spec: RuleFunction<N, O>,
): RuleSet {
  const { name, attributes, outcomes } = spec;
  const known = ATTRIBUTES.map((attribute) => attribute.name);
  const unknown = attributes.find((attribute) => !known.includes(attribute));
  if (unknown !== undefined) {
    throw new RangeError(
      `Cannot tabulate rule function "${name}" as its attributes must be among ${
        known.join(", ")
      }: current attribute is ${JSON.stringify(unknown)}`,
    );
  }
  const space = new Space(new Set<keyof RuleCondition>(attributes), `rule function "${name}"`);
  const ascending = [...Array(space.size).keys()];
  const cells = tabulate(spec, space, ascending);
  const again = tabulate(spec, space, ascending.toReversed());
  const first = cells.findIndex((rule, cell) => rule !== again[cell]);
  if (first >= 0) {
    const names = Object.keys(outcomes);
    throw new RangeError(
      `Cannot tabulate rule function "${name}" as it must be pure: current outcomes for ${
        wordsOf(space, first)
      } are "${names[cells[first]]}" and "${names[again[first]]}"`,
    );
  }
  const rules = Object.entries<RuleOutcome>(outcomes).map(([outcome, given]) => ({
    name: outcome,
    clause: given.clause,
    interpretation: given.interpretation ?? false,
    when: {},
    to: given.to,
    overflow: given.overflow ?? [],
    ...(given.priority !== undefined && { priority: given.priority }),
  }));
  return { name, rules, decisions: { attributes: [...attributes], cells } };
}

/** Outcome by cell, asked in a given order; -1 where nobody can be. */
function tabulate<N extends keyof RuleCondition, O extends string>(
  { name, outcomes, rule }: RuleFunction<N, O>,
  space: Space,
  order: readonly number[],
): number[] {
  const names = Object.keys(outcomes);
  const cells = new Array<number>(space.size).fill(-1);
  for (const cell of order) {
    const codes = space.codesOf(cell);
    if (!canOccur(codes)) continue;
    const seen = space.attributes.map((a) => [ATTRIBUTES[a].name, ATTRIBUTES[a].values[codes[a]]]);
    const attributes = Object.freeze(Object.fromEntries(seen)) as Pick<RuleAttributes, N>;
    const refuse = (what: string) =>
      new RangeError(
        `Cannot tabulate rule function "${name}" as it must give one of ${names.join(", ")}: for ${
          wordsOf(space, cell)
        } it ${what}`,
      );
    let outcome: unknown;
    try {
      outcome = rule(attributes);
    } catch (error) {
      throw refuse(`threw "${error instanceof Error ? error.message : String(error)}"`);
    }
    cells[cell] = names.indexOf(outcome as string);
    if (cells[cell] < 0) throw refuse(`gave ${JSON.stringify(outcome) ?? String(outcome)}`);
  }
  return cells;
}

function wordsOf(space: Space, cell: number): string {
  return inWords(space.codesOf(cell)) || "everybody";
}
