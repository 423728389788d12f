/** Monotone means and where they cross zero. */

/** Whether values may only rise or only fall. */
export type Direction = "rising" | "falling";

/**
 * Nearest values by least squares that never fall, or never rise: neighbours in the wrong order are
 * pooled to their mean.
 *
 * Source: Barlow, Bartholomew, Bremner and Brunk (1972), "Statistical Inference under Order
 * Restrictions", Wiley, section 1.2 (pool-adjacent-violators).
 */
export function isotonic(values: readonly number[], direction: Direction): number[] {
  const sign = direction === "rising" ? 1 : -1;
  const blocks: { sum: number; size: number }[] = [];
  for (const value of values) {
    let block = { sum: sign * value, size: 1 };
    for (;;) {
      const before = blocks.at(-1);
      if (before === undefined || before.sum * block.size <= block.sum * before.size) break;
      blocks.pop();
      block = { sum: before.sum + block.sum, size: before.size + block.size };
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ sum, size }) => Array<number>(size).fill(sign * sum / size));
}

/** The direction in which monotone values lie nearer to these; rising when both do alike. */
export function directionOf(values: readonly number[]): Direction {
  const off = (direction: Direction) =>
    isotonic(values, direction).reduce((sum, fit, i) => sum + (fit - values[i]) ** 2, 0);
  return off("rising") <= off("falling") ? "rising" : "falling";
}

/**
 * Where monotone values cross zero, straight lines between them.
 *
 * -Infinity and Infinity when they do so, if at all, before the first or after the last; NaN when all
 * are 0. A value of 0 at an end is no crossing, since the sign does not change there; of several in
 * between the middle counts.
 */
export function crossingOf(
  at: readonly number[],
  fitted: readonly number[],
  direction: Direction,
): number {
  const signs = fitted.map(Math.sign);
  const first = signs.find((sign) => sign !== 0);
  if (first === undefined) return NaN;
  const after = signs.findIndex((sign) => sign === -first);
  if (after < 0) return (first > 0) === (direction === "rising") ? -Infinity : Infinity;
  const before = signs.lastIndexOf(first);
  if (after > before + 1) return (at[before + 1] + at[after - 1]) / 2;
  const share = fitted[before] / (fitted[before] - fitted[after]);
  return at[before] + share * (at[after] - at[before]);
}
