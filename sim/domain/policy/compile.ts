/**
 * Rules as one table over the attributes that they use, so that a decision is one look-up.
 *
 * Interpreting the rules at every decision would cost as many comparisons as there are conditions;
 * the table also makes the rules finite, so that they can be checked before any run.
 */
import { ATTRIBUTES, codesOf, isFeasible, tabulate } from "./_table.ts";
import type { RuleCondition, RuleSet } from "./rule.ts";

/** What compiling needs beside the rules. */
export interface CompileOptions {
  /** Age from which a person counts as very old [years]. */
  readonly veryOldAge: number;
}

/**
 * A compiled rule set.
 *
 * @example Severe cases to the first rule, all others to the second
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { CompiledRules } from "./mod.ts";
 *
 * const home = { clause: "", interpretation: false, to: { place: "home" }, overflow: [] } as const;
 * const rules = [
 *   { ...home, name: "ill", when: { severity: ["severe", "critical"] } } as const,
 *   { ...home, name: "others", when: {} },
 * ];
 * const compiled = new CompiledRules({ name: "two", rules }, { veryOldAge: 80 });
 * assertEquals(compiled.ruleOf(3, 0, 0, 0, 0, 5, 0, 0, 0, 0), 0);
 * assertEquals(compiled.ruleOf(1, 0, 0, 0, 0, 5, 0, 0, 0, 0), 1);
 * assertEquals(compiled.cells, 5);
 * ```
 */
export class CompiledRules {
  /** The rules. */
  readonly set: RuleSet;
  /** Age from which a person counts as very old [years] -- constant. */
  readonly veryOldAge: number;
  /** Attributes that the rules use, in the order of the arguments of `ruleOf`. */
  readonly attributes: readonly (keyof RuleCondition)[];
  /** Cells of the table [-] -- constant. */
  readonly cells: number;
  /** Feasible cells that no rule matches [-] -- constant. */
  readonly unmatched: number;
  readonly #table: Int16Array;
  readonly #strides: Int32Array;

  /**
   * Tabulates the rules.
   *
   * @param set Rules, first match wins.
   * @param options Age from which a person counts as very old [years].
   * @throws {RangeError} When a condition or a value in it is unknown.
   */
  constructor(set: RuleSet, { veryOldAge }: CompileOptions) {
    const { strides, cells } = tabulate(set);
    this.set = set;
    this.veryOldAge = veryOldAge;
    this.attributes = ATTRIBUTES.filter((_, a) => strides[a] > 0).map(({ name }) => name);
    this.cells = cells.length;
    this.unmatched = cells.reduce(
      (n, rule, cell) => rule < 0 && isFeasible(codesOf(strides, cell), veryOldAge) ? n + 1 : n,
      0,
    );
    this.#table = cells;
    this.#strides = strides;
  }

  /**
   * First rule that matches a patient. Arguments are codes of the vocabularies and flags, 0 or 1;
   * they stand one by one because an object per decision would cost more than the look-up.
   *
   * @param severity Severity as judged [-].
   * @param mainCause What mainly makes a severe or critical case ill [-].
   * @param colour Health colour [-].
   * @param disease Underlying disease [-].
   * @param diseaseSevere Whether it is severe [-].
   * @param ageBand Age band [-].
   * @param veryOld Whether of very old age [-].
   * @param immobile Whether hardly able to move [-].
   * @param dialysis Whether haemodialysis is needed [-].
   * @param beyondAbility Whether a needed capability is missing at the lower levels [-].
   * @returns Index in `set.rules` [-]; -1 when no rule matches.
   */
  ruleOf(
    severity: number,
    mainCause: number,
    colour: number,
    disease: number,
    diseaseSevere: number,
    ageBand: number,
    veryOld: number,
    immobile: number,
    dialysis: number,
    beyondAbility: number,
  ): number {
    const s = this.#strides;
    return this.#table[
      s[0] * severity + s[1] * mainCause + s[2] * colour + s[3] * disease + s[4] * diseaseSevere +
      s[5] * ageBand + s[6] * veryOld + s[7] * immobile + s[8] * dialysis + s[9] * beyondAbility
    ];
  }
}

/**
 * Compiles a rule set.
 *
 * @param set Rules, first match wins.
 * @param options Age from which a person counts as very old [years].
 * @returns The compiled rules.
 * @throws {RangeError} When a condition or a value in it is unknown.
 *
 * @example No rule, no match
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { compileRules } from "./mod.ts";
 *
 * const compiled = compileRules({ name: "none", rules: [] }, { veryOldAge: 80 });
 * assertEquals(compiled.ruleOf(4, 0, 0, 0, 0, 0, 0, 0, 0, 0), -1);
 * ```
 */
export function compileRules(set: RuleSet, options: CompileOptions): CompiledRules {
  return new CompiledRules(set, options);
}
