/**
 * Small pieces of schema that scenario files, rule sets and city tables share, and the translation
 * of what zod reports into issues with a rule, a value and the nearest valid name.
 */
import * as z from "zod";
import { formOf, parseQuantity, type QuantityKind } from "./quantity.ts";
import { type IssueList, nearestName, quoted } from "./error.ts";

/** Bounds of a number in its unit inside. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
  /** Whether `min` itself is refused. */
  readonly above?: number;
  readonly integer?: boolean;
}

/** Unit inside of each kind, for messages. */
const INSIDE: { readonly [K in QuantityKind]: string } = {
  duration: " min",
  days: " d",
  share: "",
  number: "",
  speed: " km/min",
  rate: " /min",
  perYear: " /y",
  age: " y",
};

/** What bounds say, in words after a comma; empty without any. */
function boundsText({ min, max, above, integer }: Bounds, kind: QuantityKind): string {
  const unit = INSIDE[kind];
  const parts: string[] = [];
  if (integer) parts.push("whole");
  if (above !== undefined) parts.push(`above ${above}${unit}`);
  if (min !== undefined) parts.push(`at least ${min}${unit}`);
  if (max !== undefined) parts.push(`at most ${max}${unit}`);
  return parts.map((part) => `, ${part}`).join("");
}

function within(value: number, { min, max, above, integer }: Bounds): boolean {
  if (integer && !Number.isInteger(value)) return false;
  if (above !== undefined && !(value > above)) return false;
  return value >= (min ?? -Infinity) && value <= (max ?? Infinity);
}

/** A number with its unit, as a number in the unit inside. */
export function quantity(kind: QuantityKind, bounds: Bounds = {}): z.ZodType<number> {
  const limits = boundsText(bounds, kind);
  const rule = `Expected ${formOf(kind)}`;
  return z.unknown().transform((written, context) => {
    const fail = (message: string) => {
      context.issues.push({ code: "custom", message, input: written });
      return NaN;
    };
    if (typeof written !== "number" && typeof written !== "string") return fail(rule);
    try {
      const value = parseQuantity(written, kind);
      return within(value, bounds) ? value : fail(`${rule}${limits}`);
    } catch {
      return fail(rule);
    }
  });
}

/** A share from 0 to 1. */
export function share(): z.ZodType<number> {
  return z.unknown().transform((written, context) => {
    const fail = () => {
      const message = "Expected a share from 0 to 1, or 0 % to 100 %";
      context.issues.push({ code: "custom", message, input: written });
      return NaN;
    };
    if (typeof written !== "number" && typeof written !== "string") return fail();
    try {
      const value = parseQuantity(written, "share");
      return value >= 0 && value <= 1 ? value : fail();
    } catch {
      return fail();
    }
  });
}

/** A day of the calendar. */
export function date(): z.ZodType<string> {
  return z.iso.date({ error: () => "Expected a date such as 2022-12-07" });
}

/** Text that says something. */
export function text(): z.ZodType<string> {
  return z.string({ error: () => "Expected text" }).min(1, { error: () => "Expected text" });
}

/** One of a closed list of names. */
export function choice<const T extends readonly string[]>(names: T): z.ZodType<T[number]> {
  return z.enum(names, { error: () => oneOf(names) }) as unknown as z.ZodType<T[number]>;
}

/** Marks a message that carries the valid names, for the nearest one to be found. */
const NAMES = "Expected one of ";
/** The same for keys. */
const KEYS = "Expected one of the keys ";

function oneOf(names: readonly string[]): string {
  return `${NAMES}${names.join(", ")}`;
}

/** A map with these keys and no others. */
export function record<T extends z.core.$ZodLooseShape>(shape: T): z.ZodObject<T, z.core.$strict> {
  const keys = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) => issue.code === "unrecognized_keys" ? `${KEYS}${keys}` : "Expected a map",
  });
}

/** A list of values of one kind, of a given length when it is given. */
export function list<T>(item: z.ZodType<T>, length?: number): z.ZodType<T[]> {
  const error = () => length === undefined ? "Expected a list" : `Expected a list of ${length}`;
  const schema = z.array(item, { error });
  return length === undefined ? schema : schema.length(length, { error });
}

/** True or false. */
export function flag(): z.ZodType<boolean> {
  return z.boolean({ error: () => "Expected true or false" });
}

/** Error text of a choice between maps by the value of one key. */
export function variantError(
  names: readonly string[],
): (issue: { code?: string }) => string {
  return (issue) => issue.code === "invalid_union" ? oneOf(names) : "Expected a map";
}

/** Finds what stands at a path, for messages. */
export interface Locator {
  /** File and line of the nearest thing that exists on the path. */
  place(path: readonly PropertyKey[]): { file: string; line: number };
  /** What was written there. */
  written(path: readonly PropertyKey[]): string;
  /** Path in words. */
  name(path: readonly PropertyKey[]): string;
}

/** Checks a value and adds an issue for everything wrong; undefined then. */
export function check<T>(
  schema: z.ZodType<T>,
  value: unknown,
  at: Locator,
  issues: IssueList,
): T | undefined {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    if (issue.code !== "unrecognized_keys") {
      addAt(issue.path, issue.message, at, issues);
      continue;
    }
    const keys = issue.message.slice(KEYS.length).split(", ");
    for (const key of issue.keys) {
      const path = [...issue.path, key];
      const nearest = nearestName(key, keys);
      const rule = nearest === undefined ? issue.message : "Expected a known key";
      const found = nearest === undefined ? {} : { nearest };
      issues.add({ ...at.place(path), path: at.name(path), rule, value: quoted(key), ...found });
    }
  }
  return undefined;
}

function addAt(
  path: readonly PropertyKey[],
  message: string,
  at: Locator,
  issues: IssueList,
): void {
  const value = at.written(path);
  const names = message.startsWith(NAMES) ? message.slice(NAMES.length).split(", ") : [];
  const nearest = nearestName(value.replace(/^"|"$/g, ""), names);
  const found = nearest === undefined ? {} : { nearest };
  issues.add({ ...at.place(path), path: at.name(path), rule: message, value, ...found });
}
