/**
 * The gamma law where lib-r-math.js gives no number.
 *
 * Its continued fraction is not scaled back while it runs. Where two neighbouring values alternate it
 * never ends and overflows to NaN, about once in a million arguments. There the same fraction, or the
 * series, is taken with the scaling that it lacks.
 */

import { lgamma } from "lib-r-math.js";

const ROUNDING = 2 ** -52;
const MOST_TERMS = 100_000;
/** What stands for a denominator of 0. */
const TINY = 1e-300;

/**
 * P(X > x) of the gamma law of scale 1, by series or continued fraction.
 *
 * Source: Gautschi (1979), "A computational procedure for incomplete gamma functions", ACM Transactions
 * on Mathematical Software 5(4), 466–481; the fraction by the method of Lentz (1976), Applied Optics
 * 15(3), 668–671.
 *
 * @param x Value [-], positive.
 * @param shape Shape [-], positive.
 * @returns Probabilities [-]: below and above.
 */
export function gammaSides(x: number, shape: number): { below: number; above: number } {
  const front = Math.exp(shape * Math.log(x) - x - lgamma(shape));
  if (x < shape + 1) {
    const below = front * seriesOf(x, shape);
    return { below, above: 1 - below };
  }
  const above = front * fractionOf(x, shape);
  return { below: 1 - above, above };
}

function seriesOf(x: number, shape: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; n < MOST_TERMS && term > sum * ROUNDING / 4; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

function fractionOf(x: number, shape: number): number {
  let b = x + 1 - shape;
  let c = 1 / TINY;
  let d = 1 / b;
  let f = d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const a = -n * (n - shape);
    b += 2;
    d = a * d + b;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    c = b + a / c;
    if (Math.abs(c) < TINY) c = TINY;
    const change = c * d;
    f *= change;
    if (Math.abs(change - 1) <= 2 * ROUNDING) break;
  }
  return f;
}

/**
 * The x at which a rising function reaches a value, by bisection to the last bit.
 *
 * @param of Function that never falls [-].
 * @param value Value [-].
 * @returns x [-], positive.
 */
export function solveRising(of: (x: number) => number, value: number): number {
  let low = 0;
  let high = 1;
  while (of(high) < value) high *= 2;
  for (let middle = 0; (middle = low + (high - low) / 2) > low && middle < high;) {
    if (of(middle) < value) low = middle;
    else high = middle;
  }
  return high;
}
