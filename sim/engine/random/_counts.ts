/** The laws of counts, inverted from their distribution functions by a guided table. */

import { demand, positive, type Spec } from "./_domain.ts";
import { guideOf } from "./_guide.ts";
import { incompleteBeta } from "./_incomplete_beta.ts";
import type { ShapedLaw } from "./_shaped_law.ts";
import { gammaSurvival, normalQuantile } from "./special.ts";

/** Probability left to a search on each side of the table. */
const TAIL = 2 ** -40;
/** Most counts in a table; a wider law is searched at every draw. */
const LONGEST_TABLE = 2 ** 14;

export function poisson({ mean }: Spec<"poisson">): ShapedLaw {
  demand(mean >= 0 && mean < Infinity, "poisson", "mean is finite and >= 0", `mean is ${mean}`);
  const cdf = (k: number): number => mean === 0 ? 1 : gammaSurvival(mean, k + 1);
  return countLaw({ mean, variance: mean, most: Infinity, cdf });
}

export function binomial({ trials, probability: p }: Spec<"binomial">): ShapedLaw {
  demand(
    Number.isSafeInteger(trials) && trials > 0,
    "binomial",
    "trials is a positive whole number",
    `trials is ${trials}`,
  );
  demand(p >= 0 && p <= 1, "binomial", "0 <= probability <= 1", `probability is ${p}`);
  const cdf = (k: number): number => incompleteBeta(1 - p, p, trials - k, k + 1);
  return countLaw({ mean: trials * p, variance: trials * p * (1 - p), most: trials, cdf });
}

export function negativeBinomial(spec: Spec<"negativeBinomial">): ShapedLaw {
  if ("mean" in spec) {
    positive(spec, "mean", "dispersion");
    const { mean, dispersion: r } = spec;
    return failures(r, { mean, p: r / (r + mean), q: mean / (r + mean) });
  }
  positive(spec, "successes");
  const { successes: r, probability: p } = spec;
  demand(
    p > 0 && p <= 1,
    "negativeBinomial",
    "0 < probability <= 1",
    `probability is ${p}`,
  );
  return failures(r, { mean: r * (1 - p) / p, p, q: 1 - p });
}

function failures(
  r: number,
  { mean, p, q }: { mean: number; p: number; q: number },
): ShapedLaw {
  const cdf = (k: number): number => incompleteBeta(p, q, r, k + 1);
  return countLaw({ mean, variance: mean / p, most: Infinity, cdf });
}

interface CountSpec {
  readonly mean: number;
  readonly variance: number;
  /** Largest count. */
  readonly most: number;
  /** P(N ≤ k) at whole k from 0 and below `most`. */
  readonly cdf: (k: number) => number;
}

function countLaw(spec: CountSpec): ShapedLaw {
  const { mean, variance, most } = spec;
  const upTo = (k: number): number => k < 0 ? 0 : k >= most ? 1 : spec.cdf(k);
  const search = searchOf(upTo, spec);
  let table: CountTable | undefined;
  return {
    mean,
    variance,
    stepwise: true,
    quantile: (u) => {
      const { from, shares, guide } = table ??= tableOf(upTo, search);
      const n = shares.length;
      if (!(n > 0 && (from === 0 || u > shares[0]) && u <= shares[n - 1])) return search(u);
      let i = guide[(u * n) | 0];
      while (shares[i] < u) i++;
      return from + i;
    },
    cdf: (x) => upTo(Math.floor(x)),
    below: (x) => upTo(Math.ceil(x) - 1),
    atoms: () => {
      const first = search(2 ** -48);
      const last = search(1 - 2 ** -48);
      return Float64Array.from({ length: last - first + 1 }, (_, i) => first + i);
    },
  };
}

interface CountTable {
  /** Count of the first share. */
  readonly from: number;
  /** P(N ≤ from + i). */
  readonly shares: Float64Array;
  readonly guide: Int32Array;
}

function tableOf(upTo: (k: number) => number, search: (u: number) => number): CountTable {
  const from = search(TAIL);
  const length = search(1 - TAIL) - from + 1;
  const shares = new Float64Array(length <= LONGEST_TABLE ? length : 0);
  for (let i = 0; i < shares.length; i++) shares[i] = upTo(from + i);
  return { from, shares, guide: guideOf(shares) };
}

/** Smallest k with P(N ≤ k) ≥ u: steps that double from a first guess, then halving. */
function searchOf(
  upTo: (k: number) => number,
  { mean, variance, most }: CountSpec,
): (u: number) => number {
  const sd = Math.sqrt(variance);
  return (u) => {
    const guess = Math.round(mean + sd * normalQuantile(u));
    let high = Math.min(most, Math.max(0, guess));
    let low = high - 1;
    for (let step = 1; upTo(high) < u; step *= 2) {
      low = high;
      high = Math.min(most, high + step);
    }
    for (let step = 1; low >= 0 && upTo(low) >= u; step *= 2) {
      high = low;
      low = Math.max(-1, low - step);
    }
    while (high - low > 1) {
      const middle = Math.floor(low + (high - low) / 2);
      if (upTo(middle) >= u) high = middle;
      else low = middle;
    }
    return high;
  };
}
