/** Uniforms for what the published sources leave open, one sequence for each decision. */
import { KeyedDraws, keyOf, nameHash } from "../../sim/engine/random/mod.ts";

/** Second part of the counters; with it the tables keep the draws with which they were first made. */
const SPACE = 0xffffffff;

/**
 * Numbers of one decision, in sequence.
 *
 * @param city Name that seeds the city.
 * @param decision Name of the decision.
 * @returns Function that draws the next uniform [-], in (0, 1).
 */
export function drawsOf(city: string, decision: string): () => number {
  const draws = new KeyedDraws(keyOf(city, 0));
  const { low, high } = nameHash(decision);
  let block = 0;
  let rest: number[] = [];
  return () => {
    if (rest.length === 0) {
      draws.block(block++, SPACE, low, high);
      rest = [draws.u3, draws.u2, draws.u1, draws.u0];
    }
    return rest.pop()!;
  };
}
