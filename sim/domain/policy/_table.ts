/** The attributes that rules can see, and the table of a rule set over those that it uses. */
import { AGE_BANDS, AGE_FROM, COLOURS, DISEASES, MAIN_CAUSES, SEVERITIES } from "../terms/mod.ts";
import type { ReferralRule, RuleCondition, RuleSet } from "./rule.ts";

const FLAG = [false, true] as const;

/** An attribute and its values; a value's place is its code. */
interface Attribute {
  readonly name: keyof RuleCondition;
  readonly values: readonly (string | boolean)[];
}

/** Attributes in the order of the arguments of a look-up. All together make 31,680 cells. */
export const ATTRIBUTES: readonly Attribute[] = [
  { name: "severity", values: SEVERITIES },
  { name: "mainCause", values: MAIN_CAUSES },
  { name: "colour", values: COLOURS },
  { name: "disease", values: DISEASES },
  { name: "diseaseSevere", values: FLAG },
  { name: "ageBand", values: AGE_BANDS },
  { name: "veryOld", values: FLAG },
  { name: "immobile", values: FLAG },
  { name: "dialysis", values: FLAG },
  { name: "beyondAbility", values: FLAG },
];

const DISEASE = ATTRIBUTES.findIndex(({ name }) => name === "disease");
const DISEASE_SEVERE = ATTRIBUTES.findIndex(({ name }) => name === "diseaseSevere");
const AGE_BAND = ATTRIBUTES.findIndex(({ name }) => name === "ageBand");
const VERY_OLD = ATTRIBUTES.findIndex(({ name }) => name === "veryOld");

/** A rule set as a table. */
export interface RuleTable {
  /** Step in the table per code of each attribute; 0 for one that no rule uses. */
  readonly strides: Int32Array;
  /** First matching rule by cell; -1 for none. */
  readonly cells: Int16Array;
}

/** Values that a condition admits, as a list; undefined when it does not ask. */
export function admitted(
  when: RuleCondition,
  name: keyof RuleCondition,
): readonly (string | boolean)[] | undefined {
  const value = when[name];
  if (value === undefined) return undefined;
  return typeof value === "boolean" ? [value] : value;
}

/** Which codes of an attribute a rule admits. */
function maskOf(rule: ReferralRule, { name, values }: Attribute): boolean[] | undefined {
  const asked = admitted(rule.when, name);
  if (!asked) return undefined;
  const unknown = asked.find((value) => !values.includes(value));
  if (unknown !== undefined) {
    throw new RangeError(
      `Cannot compile rule "${rule.name}" as ${name} must be one of ${
        values.join(", ")
      }: current value is ${JSON.stringify(unknown)}`,
    );
  }
  return values.map((value) => asked.includes(value));
}

/** Refuses attributes that no rule can see. */
function checkNames(rule: ReferralRule): void {
  const unknown = Object.keys(rule.when).find((key) =>
    !ATTRIBUTES.some(({ name }) => name === key)
  );
  if (unknown !== undefined) {
    throw new RangeError(
      `Cannot compile rule "${rule.name}" as a condition must be one of ${
        ATTRIBUTES.map(({ name }) => name).join(", ")
      }: current condition is "${unknown}"`,
    );
  }
}

/** Tabulates the first matching rule over the attributes that the set uses. */
export function tabulate(set: RuleSet): RuleTable {
  set.rules.forEach(checkNames);
  const masks = set.rules.map((rule) => ATTRIBUTES.map((attribute) => maskOf(rule, attribute)));
  const strides = new Int32Array(ATTRIBUTES.length);
  let size = 1;
  ATTRIBUTES.forEach(({ values }, a) => {
    if (!masks.some((mask) => mask[a])) return;
    strides[a] = size;
    size *= values.length;
  });
  const cells = new Int16Array(size);
  for (let cell = 0; cell < size; cell++) {
    const codes = codesOf(strides, cell);
    cells[cell] = masks.findIndex((mask) => mask.every((m, a) => m === undefined || m[codes[a]]));
  }
  return { strides, cells };
}

/** Codes of the attributes of a cell; -1 for those that the table does not use. */
export function codesOf(strides: Int32Array, cell: number): number[] {
  return ATTRIBUTES.map(({ values }, a) =>
    strides[a] === 0 ? -1 : Math.floor(cell / strides[a]) % values.length
  );
}

/**
 * Whether a person can have these codes: severe disease needs a disease, and very old age must fit
 * the age band when the age at which it begins is known. A code of -1 contradicts nothing.
 */
export function isFeasible(codes: readonly number[], veryOldAge?: number): boolean {
  if (codes[DISEASE] === 0 && codes[DISEASE_SEVERE] === 1) return false;
  const band = codes[AGE_BAND];
  if (veryOldAge === undefined || band < 0 || codes[VERY_OLD] < 0) return true;
  const below = AGE_FROM[band + 1] ?? Infinity;
  return codes[VERY_OLD] === 1 ? below > veryOldAge : AGE_FROM[band] < veryOldAge;
}
