/** Clauses by name, by the beginning of names, or by key term. */
import type { Clause } from "../scenario/mod.ts";

/**
 * Finds clauses: the one of a name, else those whose names begin with it, else those whose key term in
 * Chinese holds it. Capitals and small letters are the same.
 *
 * @param asked Name, its beginning, or words of a key term.
 * @param clauses Where to look.
 * @returns Clauses, in their order; none when nothing fits.
 *
 * @example The parts of a section
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadClauses } from "../scenario/mod.ts";
 * import { foundClauses } from "./found_clauses.ts";
 *
 * const { clauses } = await loadClauses();
 * const names = foundClauses("p22-2.1", clauses).map(({ clause }) => clause);
 * assertEquals(names, ["P22-2.1a", "P22-2.1b", "P22-2.1c"]);
 * ```
 */
export function foundClauses(asked: string, clauses: readonly Clause[]): Clause[] {
  const name = asked.trim().toLowerCase();
  if (name === "") return [];
  const whole = clauses.filter(({ clause }) => clause.toLowerCase() === name);
  if (whole.length > 0) return whole;
  const parts = clauses.filter(({ clause }) => begins(clause.toLowerCase(), name));
  if (parts.length > 0) return parts;
  return clauses.filter(({ chineseTerm }) => chineseTerm.toLowerCase().includes(name));
}

/** Whether a name goes on from a whole piece of it: 2.1 begins 2.1a, not 2.11. */
function begins(name: string, piece: string): boolean {
  return name.startsWith(piece) && !(/\d$/.test(piece) && /^\d/.test(name.slice(piece.length)));
}
