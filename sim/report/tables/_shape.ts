/**
 * Shapes that data read from JSON must have; all faults are found at once, each with its path.
 *
 * The shape of a table of fields is tied to its type: a field that is added to the type and not
 * checked does not compile.
 */

/** Finds what is wrong with a value that stands at a path. */
export type Shape = (value: unknown, path: string) => string[];

type Fields = { readonly [key: string]: unknown };

function shape(what: string, holds: (value: unknown) => boolean): Shape {
  return (value, path) =>
    holds(value) ? [] : [`  ${path}: Expected ${what}, found ${shown(value)}`];
}

/** Value as JSON in one line, cut where it is long. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** A text. */
export const isText: Shape = shape("a text", (value) => typeof value === "string");

/** A finite number. */
export const isNumber: Shape = shape("a number", Number.isFinite);

/** A finite number, or null, which is how JSON writes NaN. */
export const isNumberOrNull: Shape = shape(
  "a number or null",
  (value) => value === null || Number.isFinite(value),
);

/** True or false. */
export const isFlag: Shape = shape("true or false", (value) => typeof value === "boolean");

/** One of some words. */
export function isOneOf(...words: readonly string[]): Shape {
  return shape(
    words.map((word) => `"${word}"`).join(" or "),
    (value) => words.includes(value as string),
  );
}

/** A list of values of one shape. */
export function isListOf(item: Shape): Shape {
  const isList = shape("a list", Array.isArray);
  return (value, path) =>
    Array.isArray(value)
      ? value.flatMap((one, index) => item(one, `${path}[${index}]`))
      : isList(value, path);
}

/** A table with any keys, of values of one shape. */
export function isTableOf(item: Shape): Shape {
  const isTable = shape("a table", isFields);
  return (value, path) =>
    isFields(value)
      ? Object.entries(value).flatMap(([key, one]) => item(one, `${path}.${key}`))
      : isTable(value, path);
}

/** A table with the fields of a type; further ones are let be. */
export function hasFields<T>(fields: { readonly [Key in keyof T]-?: Shape }): Shape {
  const isTable = shape("a table", isFields);
  return (value, path) =>
    isFields(value)
      ? Object.entries<Shape>(fields).flatMap(([key, field]) =>
        field(value[key], path === "" ? key : `${path}.${key}`)
      )
      : isTable(value, path);
}

/** Null, or a value of a shape. */
export function isNullOr(other: Shape): Shape {
  return (value, path) => value === null ? [] : other(value, path);
}

/** Nothing, as older versions left it out, or a value of a shape. */
export function isAbsentOr(other: Shape): Shape {
  return (value, path) => value === undefined ? [] : other(value, path);
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
