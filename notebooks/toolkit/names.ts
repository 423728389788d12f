/** Names that a cell asks for, held against those that are there. */
import { nearestName } from "gridcare/scenario/mod.ts";

const LISTED = 12;

/**
 * What to write instead of a wrong name.
 *
 * @param name Wrong name.
 * @param known Names that are there.
 * @returns The nearest one, else a list of them.
 *
 * @example A slip of the pen, and something else altogether
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { insteadOf } from "./names.ts";
 *
 * assertEquals(insteadOf("deths", ["deaths", "infected"]), 'nearest is "deaths"');
 * assertEquals(insteadOf("xyz", ["deaths", "infected"]), "there are deaths, infected");
 * ```
 */
export function insteadOf(name: string, known: Iterable<string>): string {
  const names = [...new Set(known)];
  const nearest = nearestName(name, names);
  if (nearest !== undefined) return `nearest is "${nearest}"`;
  if (names.length === 0) return "there are none";
  const more = names.length > LISTED ? `, and ${names.length - LISTED} more` : "";
  return `there are ${names.slice(0, LISTED).join(", ")}${more}`;
}

/** Names of what can be asked of results. */
export interface KnownNames {
  /** Names that these results hold. */
  readonly held: Iterable<string>;
  /** The catalogue, whose other names these results do not hold. */
  readonly catalogue: readonly { readonly name: string }[];
}

/**
 * Refuses the first measure or series that the results do not hold.
 *
 * @param names Names asked for.
 * @param known Names that the results hold, and the catalogue.
 * @param what `measure` or `series`.
 * @throws {RangeError} When one is not held: the nearest name, or for a name of the catalogue that
 * these scenarios do not measure it.
 *
 * @example A slip of the pen
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { checkNames } from "./names.ts";
 *
 * const known = { held: ["deaths"], catalogue: [{ name: "deaths" }, { name: "visits_late" }] };
 * assertThrows(() => checkNames(["deths"], known, "measure"), RangeError, 'nearest is "deaths"');
 * assertThrows(() => checkNames(["visits_late"], known, "measure"), RangeError, "do not have it");
 * ```
 */
export function checkNames(
  names: readonly string[],
  { held, catalogue }: KnownNames,
  what: "measure" | "series",
): void {
  const there = new Set(held);
  const wrong = names.find((name) => !there.has(name));
  if (wrong === undefined) return;
  const known = catalogue.some(({ name }) => name === wrong);
  throw new RangeError(
    `Cannot show ${what} "${wrong}" as the results must hold it: ${
      known
        ? "it is in the catalogue, but these scenarios do not have it for the whole network"
        : insteadOf(wrong, there)
    }`,
  );
}
