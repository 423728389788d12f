/** A destination of a rule in words. */
import type { BedDestination, Destination } from "../../domain/mod.ts";
import type { Wording } from "./_wording.ts";

/** Which facilities of the role, when not those of the own grid, of any tier. */
function reachOf(words: Wording, { grid = "own", tier }: BedDestination): string {
  const reach = grid === "own" ? "" : words.text(`reach.${grid}`);
  return tier === undefined ? reach : reach + words.text("reach.tier", { tier });
}

/** The role in a sentence, e.g. `the lead hospital`. */
export function roleName(words: Wording, to: BedDestination): string {
  return words.terms.theRole[to.role] + reachOf(words, to);
}

/** Role and bed in a table or list, e.g. `lead, ICU bed`. */
export function destinationName(words: Wording, to: BedDestination): string {
  const { terms, manner } = words;
  return [terms.role[to.role] + reachOf(words, to), terms.bed[to.ward]].join(manner.comma);
}

/** Where a rule sends, in short. */
export function shortDestination(words: Wording, to: Destination): string {
  if ("place" in to) return words.text(`case.${to.place}`);
  return words.text("case.bed", { bed: words.terms.aBed[to.ward], role: roleName(words, to) });
}
