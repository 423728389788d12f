/**
 * Moves between kinds of place as streams over three columns: where patients came from, the bed, what
 * came then. Patients go round in circles, and rows of moves know no paths; so nobody is followed beyond
 * one bed: a move from one bed to another stands on both sides, as coming and as leaving.
 */
import { FLOW_PLACES, type FlowPlace, type FlowRow } from "../../experiment/results/mod.ts";
import type { Stream } from "./_ribbons.ts";

const NO_BEDS: readonly FlowPlace[] = [
  "present_at_start",
  "home",
  "recovered",
  "died",
  "unresolved",
];
/** Kinds of place with beds. */
const BEDS = FLOW_PLACES.filter((place) => !NO_BEDS.includes(place));

/** Kind of a bar: a place, or what stands for several, or for none. */
export type FlowBar = FlowPlace | "other_bed" | "no_bed";

/** Keys of the bars of the three columns, from above. */
export const FLOW_COLUMNS: readonly (readonly string[])[] = [
  ["home", "other_bed", "present_at_start"].map((bar) => `from:${bar}`),
  [...BEDS, "no_bed"].map((bar) => `bed:${bar}`),
  ["recovered", "other_bed", "home", "unresolved", "died"].map((bar) => `to:${bar}`),
];

/** A stream with the moves that it is made of. */
export interface FlowStream extends Stream {
  readonly moves: readonly FlowRow[];
}

/** The bar of a key. */
export function barOf(key: string): FlowBar {
  return key.slice(key.indexOf(":") + 1) as FlowBar;
}

/** Pieces of a move, by the keys of their bars; none of one that only says who was at home at first. */
function piecesOf({ from, to }: FlowRow): readonly (readonly [string, string])[] {
  const [out, into] = [BEDS.includes(from), BEDS.includes(to)];
  if (out && into) return [["from:other_bed", `bed:${to}`], [`bed:${from}`, "to:other_bed"]];
  if (into) return [[`from:${from}`, `bed:${to}`]];
  if (out) return [[`bed:${from}`, `to:${to}`]];
  if (to === "home") return [];
  return [[`from:${from}`, "bed:no_bed"], ["bed:no_bed", `to:${to}`]];
}

/** Streams of the moves of one scenario. */
export function streamsOf(rows: readonly FlowRow[]): FlowStream[] {
  const pieces = rows.filter(({ mean }) => mean > 0).flatMap((row) =>
    piecesOf(row).map(([from, to]) => ({ from, to, row }))
  );
  return [...Map.groupBy(pieces, ({ from, to }) => `${from}>${to}`).values()].map((same) => ({
    from: same[0].from,
    to: same[0].to,
    value: same.reduce((sum, { row }) => sum + row.mean, 0),
    moves: same.map(({ row }) => row),
  }));
}
