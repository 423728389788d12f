/** A rule set as a table: which rule applies in every cell, and which rules match there. */
import { ATTRIBUTES } from "./_attributes.ts";
import { Space } from "./_space.ts";
import type { ReferralRule, RuleCondition, RuleSet } from "./rule.ts";

/** Values that a condition admits, as a list; undefined when it does not ask. */
export function admitted(
  when: RuleCondition,
  name: keyof RuleCondition,
): readonly (string | boolean)[] | undefined {
  const value = when[name];
  if (value === undefined) return undefined;
  return typeof value === "boolean" ? [value] : value;
}

/** Refuses attributes and values that no rule can see. */
function checkCondition(rule: ReferralRule): void {
  for (const key of Object.keys(rule.when)) {
    const attribute = ATTRIBUTES.find(({ name }) => name === key);
    if (attribute === undefined) {
      throw new RangeError(
        `Cannot compile rule "${rule.name}" as a condition must be one of ${
          ATTRIBUTES.map(({ name }) => name).join(", ")
        }: current condition is "${key}"`,
      );
    }
    const unknown = admitted(rule.when, attribute.name)?.find((v) => !attribute.values.includes(v));
    if (unknown !== undefined) {
      throw new RangeError(
        `Cannot compile rule "${rule.name}" as ${attribute.name} must be one of ${
          attribute.values.join(", ")
        }: current value is ${JSON.stringify(unknown)}`,
      );
    }
  }
}

/** Attributes that some rule of a set asks about. */
function askedBy(set: RuleSet): Set<keyof RuleCondition> {
  const asks = (name: keyof RuleCondition) =>
    set.rules.some(({ when }) => when[name] !== undefined);
  return new Set(ATTRIBUTES.map(({ name }) => name).filter(asks));
}

/** Which classes of every axis a rule admits; undefined for an axis that it does not ask about. */
function masksOf({ when }: ReferralRule, { axes }: Space): (Uint8Array | undefined)[] {
  return axes.map(({ attributes, classes }) => {
    const asked = attributes.map((a) => admitted(when, ATTRIBUTES[a].name));
    if (asked.every((values) => values === undefined)) return undefined;
    return Uint8Array.from(
      classes,
      (codes) =>
        codes.every((code, i) => asked[i]?.includes(ATTRIBUTES[attributes[i]].values[code]) ?? true)
          ? 1
          : 0,
    );
  });
}

/** A rule set over its cells. */
export class Tabulated {
  /** The cells. */
  readonly space: Space;
  /** Rule that applies, by cell; -1 for none. */
  readonly cells: Int16Array;
  readonly #masks: readonly (readonly (Uint8Array | undefined)[])[];

  /** Tabulates a set; refuses unknown conditions and tables that are too large. */
  constructor(set: RuleSet) {
    const { rules, decisions } = set;
    rules.forEach(checkCondition);
    const names = decisions === undefined ? askedBy(set) : new Set(decisions.attributes);
    const space = new Space(names, `rule set "${set.name}"`);
    this.space = space;
    this.#masks = decisions === undefined ? rules.map((rule) => masksOf(rule, space)) : [];
    this.cells = decisions === undefined ? this.#firstMatches() : decided(set, this.space.size);
  }

  /** Whether a rule matches a cell; of a function, whether it chose the rule. */
  matches(rule: number, cell: number): boolean {
    const masks = this.#masks[rule];
    if (masks === undefined) return this.cells[cell] === rule;
    for (let axis = 0; axis < masks.length; axis++) {
      const mask = masks[axis];
      if (mask !== undefined && mask[this.space.classAt(axis, cell)] === 0) return false;
    }
    return true;
  }

  #firstMatches(): Int16Array {
    const cells = new Int16Array(this.space.size).fill(-1);
    for (let cell = 0; cell < cells.length; cell++) {
      for (let rule = 0; rule < this.#masks.length; rule++) {
        if (!this.matches(rule, cell)) continue;
        cells[cell] = rule;
        break;
      }
    }
    return cells;
  }
}

/** What a function decided; refuses a table of another size or rules that do not exist. */
function decided({ name, rules, decisions }: RuleSet, size: number): Int16Array {
  const cells = decisions?.cells ?? [];
  const unknown = cells.find((rule) =>
    !Number.isInteger(rule) || rule < -1 || rule >= rules.length
  );
  if (cells.length !== size || unknown !== undefined) {
    throw new RangeError(
      `Cannot compile rule set "${name}" as its decisions must be ${size} indices of its ${rules.length} rules: current number is ${cells.length}${
        unknown === undefined ? "" : `, one is ${unknown}`
      }`,
    );
  }
  return Int16Array.from(cells);
}
