/**
 * Numbers with units as scenario files write them: `4.2 d`, `35 %`, `40 km/h`.
 *
 * A kind of quantity has a closed list of units, each with the factor to the unit used inside. A
 * number without a unit is read only where the kind is dimensionless: a forgotten unit is the
 * mistake that nobody notices later.
 */

/** Kinds of quantity. */
export const QUANTITY_KINDS = [
  "duration",
  "days",
  "share",
  "number",
  "speed",
  "rate",
  "perYear",
  "age",
] as const;
/** Name of a kind of quantity. */
export type QuantityKind = (typeof QUANTITY_KINDS)[number];

/** Factor to the unit inside, as a fraction so that `35 %` is exactly 0.35. */
interface Factor {
  readonly times: number;
  readonly over: number;
}

const PLAIN: Factor = { times: 1, over: 1 };

/** Units of each kind; the empty one is no unit. */
const UNITS: { readonly [K in QuantityKind]: ReadonlyMap<string, Factor> } = {
  duration: new Map([
    ["min", PLAIN],
    ["h", { times: 60, over: 1 }],
    ["d", { times: 1440, over: 1 }],
    ["w", { times: 10080, over: 1 }],
  ]),
  days: new Map([["d", PLAIN]]),
  share: new Map([["", PLAIN], ["%", { times: 1, over: 100 }]]),
  number: new Map([["", PLAIN]]),
  speed: new Map([["km/h", { times: 1, over: 60 }], ["km/min", PLAIN]]),
  rate: new Map([
    ["/min", PLAIN],
    ["/h", { times: 1, over: 60 }],
    ["/d", { times: 1, over: 1440 }],
  ]),
  perYear: new Map([["/y", PLAIN]]),
  age: new Map([["y", PLAIN]]),
};

const NAMES: { readonly [K in QuantityKind]: string } = {
  duration: "a duration",
  days: "a number of days",
  share: "a share",
  number: "a number",
  speed: "a speed",
  rate: "a rate",
  perYear: "a rate per year",
  age: "an age",
};

const WRITTEN = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(\S*)$/;

/**
 * Reads a quantity.
 *
 * @param written As written: a number, or text with a unit.
 * @param kind Kind of quantity.
 * @returns Its value in the unit inside [min, d, -, km/min, 1/min, 1/y or years, by kind].
 * @throws {SyntaxError} When it is no number, or its unit is missing or not one of the kind.
 *
 * @example Units become minutes and proportions
 * ```ts
 * import { assertEquals, assertThrows } from "@std/assert";
 * import { parseQuantity } from "./mod.ts";
 *
 * assertEquals(parseQuantity("4.5 d", "duration"), 6480);
 * assertEquals(parseQuantity("35 %", "share"), 0.35);
 * assertEquals(parseQuantity("12 /d", "rate"), 12 / 1440);
 * assertThrows(
 *   () => parseQuantity("4 hurs", "duration"),
 *   SyntaxError,
 *   'Cannot read "4 hurs": expected a duration, a number and one of min, h, d, w',
 * );
 * ```
 */
export function parseQuantity(written: string | number, kind: QuantityKind): number {
  const text = String(written).trim();
  const match = WRITTEN.exec(text);
  const factor = match === null ? undefined : UNITS[kind].get(match[2]);
  const value = match === null || factor === undefined
    ? NaN
    : Number(match[1]) * factor.times / factor.over;
  if (!Number.isFinite(value)) {
    throw new SyntaxError(`Cannot read ${JSON.stringify(text)}: expected ${formOf(kind)}`);
  }
  return value;
}

/**
 * Says how a quantity is written.
 *
 * @param kind Kind of quantity.
 * @returns For example `a duration, a number and one of min, h, d, w`.
 *
 * @example A share needs no unit
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { formOf } from "./mod.ts";
 *
 * assertEquals(formOf("share"), "a share, a number with or without %");
 * ```
 */
export function formOf(kind: QuantityKind): string {
  const units = [...UNITS[kind].keys()];
  const named = units.filter((unit) => unit !== "");
  if (named.length === 0) return NAMES[kind];
  if (named.length < units.length) return `${NAMES[kind]}, a number with or without ${named}`;
  if (named.length === 1) return `${NAMES[kind]}, a number and ${named[0]}`;
  return `${NAMES[kind]}, a number and one of ${named.join(", ")}`;
}

/**
 * Finds out whether a text is a number, with or without a unit of any kind.
 *
 * @param text Text.
 * @returns True for `4.2 d`, `35 %`, `12`; false for a date or a name.
 *
 * @example A date is no quantity
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { isQuantity } from "./mod.ts";
 *
 * assertEquals(isQuantity("4.2 d"), true);
 * assertEquals(isQuantity("2022-12-11"), false);
 * ```
 */
export function isQuantity(text: string): boolean {
  const match = WRITTEN.exec(text.trim());
  if (match === null) return false;
  return QUANTITY_KINDS.some((kind) => UNITS[kind].has(match[2]));
}
