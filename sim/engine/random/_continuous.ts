/** The continuous laws, each with its own moments and its quantile. */

import { demand, demandShape, finite, positive, type Spec } from "./_domain.ts";
import type { ShapedLaw } from "./_shaped_law.ts";
import {
  gammaCdf,
  gammaQuantile,
  gammaSurvival,
  gammaUpperQuantile,
  logGamma,
  normalCdf,
  normalQuantile,
} from "./special.ts";

/** Shape above which a variance is summed as a series, as the difference of moments loses digits. */
const STEEP = 1e3;
/** Shape below which the second moment of a Weibull law of scale 1 is no double any more. */
const FLATTEST_WEIBULL = 0.012;

export function uniform({ low, high }: Spec<"uniform">): ShapedLaw {
  demand(low < high && isFinite(high - low), "uniform", "low < high", `${low} and ${high}`);
  const width = high - low;
  return {
    mean: low + width / 2,
    variance: width ** 2 / 12,
    quantile: (u) => low + width * u,
    cdf: (x) => Math.min(1, Math.max(0, (x - low) / width)),
    survival: (x) => Math.min(1, Math.max(0, (high - x) / width)),
    upperQuantile: (q) => high - width * q,
  };
}

export function exponential(spec: Spec<"exponential">): ShapedLaw {
  positive(spec, "mean");
  const { mean } = spec;
  return {
    mean,
    variance: mean ** 2,
    quantile: (u) => -mean * Math.log1p(-u),
    cdf: (x) => x > 0 ? -Math.expm1(-x / mean) : 0,
    survival: (x) => x > 0 ? Math.exp(-x / mean) : 1,
    upperQuantile: (q) => -mean * Math.log(q),
  };
}

export function erlang(spec: Spec<"erlang">): ShapedLaw {
  positive(spec, "mean", "stages");
  const { stages, mean } = spec;
  demand(Number.isInteger(stages), "erlang", "stages is a whole number", `stages is ${stages}`);
  return gammaOf(stages, mean / stages);
}

export function gamma(spec: Spec<"gamma">): ShapedLaw {
  positive(spec, "mean", "sd");
  return gammaOf((spec.mean / spec.sd) ** 2, spec.sd ** 2 / spec.mean);
}

function gammaOf(shape: number, scale: number): ShapedLaw {
  return {
    mean: shape * scale,
    variance: shape * scale ** 2,
    quantile: (u) => scale * gammaQuantile(u, shape),
    cdf: (x) => x > 0 ? gammaCdf(x / scale, shape) : 0,
    survival: (x) => x > 0 ? gammaSurvival(x / scale, shape) : 1,
    upperQuantile: (q) => scale * gammaUpperQuantile(q, shape),
  };
}

export function lognormal(spec: Spec<"lognormal">): ShapedLaw {
  if ("median" in spec) return lognormalByQuantiles(spec);
  positive(spec, "mean", "sd");
  const { mean, sd } = spec;
  const logVariance = Math.log1p((sd / mean) ** 2);
  const sigma = Math.sqrt(logVariance);
  return lognormalOf({ mu: Math.log(mean) - logVariance / 2, sigma, mean, variance: sd ** 2 });
}

function lognormalByQuantiles(spec: Extract<Spec<"lognormal">, { median: number }>): ShapedLaw {
  positive(spec, "median");
  demandShape(
    typeof spec.quantile === "object" && spec.quantile !== null,
    "lognormal",
    "a quantile with p and value beside the median",
    `quantile is ${spec.quantile}`,
  );
  const { median, quantile: { p, value } } = spec;
  demand(p > 0 && p < 1 && p !== 0.5, "lognormal", "0 < p < 1 and p is not 0.5", `p is ${p}`);
  const side = p > 0.5 ? "above" : "below";
  const placed = p > 0.5 ? value > median && value < Infinity : value > 0 && value < median;
  demand(
    placed,
    "lognormal",
    `the value at ${p} is positive and ${side} the median`,
    `value is ${value}, median is ${median}`,
  );
  const sigma = Math.log(value / median) / normalQuantile(p);
  return lognormalOf({
    mu: Math.log(median),
    sigma,
    mean: median * Math.exp(sigma ** 2 / 2),
    variance: median ** 2 * Math.exp(sigma ** 2) * Math.expm1(sigma ** 2),
  });
}

function lognormalOf(
  { mu, sigma, mean, variance }: { mu: number; sigma: number; mean: number; variance: number },
): ShapedLaw {
  return {
    mean,
    variance,
    quantile: (u) => Math.exp(mu + sigma * normalQuantile(u)),
    cdf: (x) => x > 0 ? normalCdf((Math.log(x) - mu) / sigma) : 0,
    survival: (x) => x > 0 ? normalCdf((mu - Math.log(x)) / sigma) : 1,
    upperQuantile: (q) => Math.exp(mu - sigma * normalQuantile(q)),
  };
}

export function normal(spec: Spec<"normal">): ShapedLaw {
  finite(spec, "mean");
  positive(spec, "sd");
  const { mean, sd } = spec;
  return {
    mean,
    variance: sd ** 2,
    quantile: (u) => mean + sd * normalQuantile(u),
    cdf: (x) => normalCdf((x - mean) / sd),
    survival: (x) => normalCdf((mean - x) / sd),
    upperQuantile: (q) => mean - sd * normalQuantile(q),
  };
}

/**
 * Weibull law. Above shape 1,000 its squared coefficient of variation is
 * exp(ln Γ(1 + 2 e) − 2 ln Γ(1 + e)) − 1 with e = 1 / shape, by the series of ln Γ(1 + x).
 *
 * Source of the series: Abramowitz and Stegun (1964), "Handbook of mathematical functions", formula
 * 6.1.33.
 */
export function weibull(spec: Spec<"weibull">): ShapedLaw {
  positive(spec, "shape", "scale");
  const { shape, scale } = spec;
  demand(
    shape >= FLATTEST_WEIBULL,
    "weibull",
    `shape >= ${FLATTEST_WEIBULL}, for which its moments are finite numbers`,
    `shape is ${shape}`,
  );
  const first = Math.exp(logGamma(1 + 1 / shape));
  const second = Math.exp(logGamma(1 + 2 / shape));
  return {
    mean: scale * first,
    variance: shape > STEEP
      ? (scale * first) ** 2 * Math.expm1(logGammaGap(1 / shape))
      : scale ** 2 * (second - first ** 2),
    quantile: (u) => scale * (-Math.log1p(-u)) ** (1 / shape),
    cdf: (x) => x > 0 ? -Math.expm1(-((x / scale) ** shape)) : 0,
    survival: (x) => x > 0 ? Math.exp(-((x / scale) ** shape)) : 1,
    upperQuantile: (q) => scale * (-Math.log(q)) ** (1 / shape),
  };
}

/** ln Γ(1 + 2 e) − 2 ln Γ(1 + e) for small e: Σ ζ(j) (−e)ʲ (2ʲ − 2) / j from j = 2 on. */
function logGammaGap(e: number): number {
  // ζ(j) (2ʲ − 2) / j from j = 6 down to 2.
  const factors = [
    62 / 6 * 1.0173430619844491,
    6 * 1.0369277551433699,
    3.5 * 1.0823232337111382,
    2 * 1.2020569031595943,
    1.6449340668482264,
  ];
  return e * e * factors.reduce((sum, factor) => factor - e * sum, 0);
}

/**
 * Log-logistic law: scale times the odds of u to the power of 1 / shape. Its squared coefficient of
 * variation is tan b / b − 1 with b = π / shape; above shape 1,000 the series of the tangent is taken.
 *
 * Source of the moments: Kleiber and Kotz (2003), "Statistical size distributions in economics and
 * actuarial sciences", Wiley, section 6.4 (the Fisk law).
 */
export function loglogistic(spec: Spec<"loglogistic">): ShapedLaw {
  positive(spec, "shape", "scale");
  const { shape, scale } = spec;
  const angle = Math.PI / shape;
  const ratio = angle / Math.sin(angle);
  const second = 2 * angle / Math.sin(2 * angle);
  const square = angle ** 2;
  const steep = ratio ** 2 * square * (1 / 3 + square * (2 / 15 + square * (17 / 315)));
  return {
    mean: shape > 1 ? scale * ratio : Infinity,
    variance: shape > 2 ? scale ** 2 * (shape > STEEP ? steep : second - ratio ** 2) : Infinity,
    quantile: (u) => scale * (u / (1 - u)) ** (1 / shape),
    cdf: (x) => x > 0 ? 1 / (1 + (scale / x) ** shape) : 0,
    survival: (x) => x > 0 ? 1 / (1 + (x / scale) ** shape) : 1,
    upperQuantile: (q) => scale * ((1 - q) / q) ** (1 / shape),
  };
}

export function triangular({ low, mode, high }: Spec<"triangular">): ShapedLaw {
  demand(
    low <= mode && mode <= high && low < high && isFinite(high - low),
    "triangular",
    "low <= mode <= high and low < high",
    `${low}, ${mode} and ${high}`,
  );
  const width = high - low;
  const atMode = (mode - low) / width;
  return {
    mean: (low + mode + high) / 3,
    variance: (width ** 2 - (mode - low) * (high - mode)) / 18,
    quantile: (u) =>
      u <= atMode
        ? low + Math.sqrt(u * width * (mode - low))
        : high - Math.sqrt((1 - u) * width * (high - mode)),
    cdf: (x) => {
      if (x <= low) return 0;
      if (x >= high) return 1;
      return x <= mode
        ? (x - low) ** 2 / (width * (mode - low))
        : 1 - (high - x) ** 2 / (width * (high - mode));
    },
    survival: (x) => {
      if (x <= low) return 1;
      if (x >= high) return 0;
      return x <= mode
        ? (high - mode) / width + (mode - x) * (mode - low + (x - low)) / (width * (mode - low))
        : (high - x) ** 2 / (width * (high - mode));
    },
    upperQuantile: (q) =>
      q <= 1 - atMode
        ? high - Math.sqrt(q * width * (high - mode))
        : mode - (q * width - (high - mode)) / (1 + Math.sqrt((1 - q) * width / (mode - low))),
  };
}
