/** Laws made of another: truncated, shifted, scaled. */

import { demand, positive, type Spec } from "./_domain.ts";
import { cutsOf, overCells } from "./_quadrature.ts";
import { below, type ShapedLaw } from "./_shaped_law.ts";

/** Share below the lower bound from which on the upper tail is reckoned by itself. */
const FAR = 0.999;
/** Least share above the lower bound that leaves eight digits where the upper tail is not known. */
const LEAST_ABOVE = 1e-8;

export function truncated(
  { low, high }: Pick<Spec<"truncated">, "low" | "high">,
  whole: ShapedLaw,
): ShapedLaw {
  demand(low < high, "truncated", "low < high", `${low} and ${high}`);
  const { survival, upperQuantile } = whole;
  const base = below(whole, low);
  const far = base > FAR && survival !== undefined && upperQuantile !== undefined;
  const law = far
    ? inUpperTail({ low, high }, { survival, upperQuantile })
    : within({ low, high }, whole, base);
  return {
    ...(whole.variance === Infinity ? heavyMoments(law, whole, { low, high }) : momentsOf(law)),
    ...law,
    below: (x) => x <= low ? 0 : x > high ? 1 : law.below(x),
    ...(whole.atoms
      ? { atoms: () => Array.from(whole.atoms!()).filter((x) => x >= low && x <= high) }
      : {}),
    stepwise: whole.stepwise === true,
  };
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

type Bare = Pick<Required<ShapedLaw>, "quantile" | "cdf" | "below"> & Pick<ShapedLaw, "atoms">;

function within({ low, high }: Bounds, whole: ShapedLaw, base: number): Bare {
  const share = whole.cdf(high) - base;
  demand(share > 0, "truncated", "the bounds hold probability", `${low} and ${high} hold ${share}`);
  demand(
    1 - base >= LEAST_ABOVE,
    "truncated",
    `at least ${LEAST_ABOVE} of a law whose upper tail is not known by itself lies from low on`,
    `low is ${low}, above it lies ${1 - base}`,
  );
  return {
    quantile: (u) => Math.min(high, Math.max(low, whole.quantile(base + share * u))),
    cdf: (x) => x < low ? 0 : x >= high ? 1 : Math.min(1, (whole.cdf(x) - base) / share),
    below: (x) => Math.min(1, (below(whole, x) - base) / share),
    ...(whole.atoms ? { atoms: whole.atoms } : {}),
  };
}

function inUpperTail(
  { low, high }: Bounds,
  { survival, upperQuantile }: Pick<Required<ShapedLaw>, "survival" | "upperQuantile">,
): Bare {
  const above = survival(low);
  const share = above - survival(high);
  demand(share > 0, "truncated", "the bounds hold probability", `${low} and ${high} hold ${share}`);
  const cdf = (x: number): number =>
    x < low ? 0 : x >= high ? 1 : Math.min(1, (above - survival(x)) / share);
  return {
    quantile: (u) => Math.min(high, Math.max(low, upperQuantile(above - share * u))),
    cdf,
    below: cdf,
  };
}

/** Moments by quadrature of P(X > x) over cells cut at quantiles. */
function momentsOf(law: Bare): { mean: number; variance: number } {
  const start = law.quantile(2 ** -48);
  const cuts = cutsOf({ mean: NaN, variance: NaN, ...law }, start);
  const mean = overCells((x) => 1 - law.cdf(x), cuts);
  const second = overCells((x) => 2 * (x - start) * (1 - law.cdf(x)), cuts);
  return { mean: start + mean, variance: second - mean ** 2 };
}

/** The same for a part of a law without variance: the tail counts up to the bound. */
function heavyMoments(
  law: Bare,
  whole: ShapedLaw,
  { low, high }: Bounds,
): { mean: number; variance: number } {
  const above = whole.survival ?? ((x: number) => 1 - whole.cdf(x));
  const beyond = above(high);
  const share = 1 - below(whole, low) > 0.5 ? 1 - below(whole, low) - beyond : above(low) - beyond;
  const start = law.quantile(2 ** -48);
  const rest = (x: number): number => (above(x) - beyond) / share;
  if (high === Infinity) {
    const origin = whole.quantile(2 ** -48);
    const before = start > origin ? overCells(above, cutsUpTo(start, whole, origin)) : 0;
    return { mean: start + (whole.mean - origin - before) / share, variance: Infinity };
  }
  const cuts = cutsUpTo(high, { mean: NaN, variance: NaN, ...law }, start);
  const mean = overCells(rest, cuts);
  const second = overCells((x) => 2 * (x - start) * rest(x), cuts);
  return { mean: start + mean, variance: second - mean ** 2 };
}

/** Cuts of a law from a value to a bound; past the last quantile each cell is twice as long. */
function cutsUpTo(bound: number, law: ShapedLaw, from: number): number[] {
  const cuts = cutsOf(law, from).filter((x) => x < bound);
  let width = Math.max(cuts[cuts.length - 1] - from, Number.MIN_VALUE);
  while (cuts[cuts.length - 1] + width < bound) {
    cuts.push(cuts[cuts.length - 1] + width);
    width *= 2;
  }
  cuts.push(bound);
  return cuts;
}

export function shifted({ law, by }: Spec<"shifted">, of: ShapedLaw): ShapedLaw {
  demand(Number.isFinite(by), law, "by is finite", `by is ${by}`);
  const { survival, upperQuantile, atoms } = of;
  return {
    mean: of.mean + by,
    variance: of.variance,
    quantile: (u) => of.quantile(u) + by,
    cdf: (x) => of.cdf(x - by),
    below: (x) => below(of, x - by),
    ...(survival ? { survival: (x: number) => survival(x - by) } : {}),
    ...(upperQuantile ? { upperQuantile: (q: number) => upperQuantile(q) + by } : {}),
    ...(atoms ? { atoms: () => Float64Array.from(atoms(), (x) => x + by) } : {}),
    stepwise: of.stepwise === true,
  };
}

export function scaled(spec: Spec<"scaled">, of: ShapedLaw): ShapedLaw {
  positive(spec, "factor");
  const { factor } = spec;
  const { survival, upperQuantile, atoms } = of;
  return {
    mean: of.mean * factor,
    variance: of.variance * factor ** 2,
    quantile: (u) => of.quantile(u) * factor,
    cdf: (x) => of.cdf(x / factor),
    below: (x) => below(of, x / factor),
    ...(survival ? { survival: (x: number) => survival(x / factor) } : {}),
    ...(upperQuantile ? { upperQuantile: (q: number) => upperQuantile(q) * factor } : {}),
    ...(atoms ? { atoms: () => Float64Array.from(atoms(), (x) => x * factor) } : {}),
    stepwise: of.stepwise === true,
  };
}
