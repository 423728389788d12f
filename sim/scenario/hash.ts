/** Fingerprint and freezing of plain data. */

/**
 * JSON with the keys of every map in code-point order and nothing between, so that equal data give
 * equal text.
 *
 * @param value Plain data without functions; undefined members are left out.
 * @returns Canonical JSON.
 *
 * @example The order of keys does not matter
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { canonicalJson } from "./mod.ts";
 *
 * assertEquals(canonicalJson({ b: [1, 2], a: "x" }), '{"a":"x","b":[1,2]}');
 * ```
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0)
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}

/**
 * SHA-256 of the canonical JSON of plain data, shortened.
 *
 * @param value Plain data.
 * @returns First 16 hexadecimal digits.
 *
 * @example Equal data, equal hash
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { hashOf } from "./mod.ts";
 *
 * assertEquals(await hashOf({ a: 1, b: 2 }), await hashOf({ b: 2, a: 1 }));
 * ```
 */
export async function hashOf(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(value));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Freezes plain data and everything in it.
 *
 * @param value Plain data without cycles.
 * @returns The same data, frozen.
 *
 * @example Not even the inside can be changed
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { deepFreeze } from "./mod.ts";
 *
 * const data = deepFreeze({ beds: [1, 2] });
 * assertThrows(() => data.beds.push(3), TypeError);
 * ```
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const member of Object.values(value)) deepFreeze(member);
  return Object.freeze(value);
}
