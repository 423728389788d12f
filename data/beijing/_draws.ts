/** Random numbers of named decisions, the same in every build. */
import { keyOf, Streams } from "../../sim/engine/random/mod.ts";

/**
 * Opens the numbers of one decision.
 *
 * @param decision Name of the decision, e.g. `communities/chaoyang`.
 * @returns Draws the next uniform [-], in (0, 1).
 */
export function drawsOf(decision: string): () => number {
  const stream = new Streams(keyOf("beijing", 0)).open(decision);
  return () => stream.uniform();
}
