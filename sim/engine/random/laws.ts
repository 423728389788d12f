/** The laws that a specification can name, each with its own moments and its quantile in closed form. */

import type { Distribution, DistributionSpec } from "./distribution.ts";
import { cutsOf, overCells } from "./_quadrature.ts";
import { gammaCdf, gammaQuantile, logGamma, normalCdf, normalQuantile } from "./special.ts";

type Spec<L extends DistributionSpec["law"]> = Extract<DistributionSpec, { law: L }>;

/**
 * The living law of a specification.
 *
 * Gamma and log-normal are given by mean and standard deviation, Weibull by shape and scale. A
 * truncated law is the law given that it lies between the bounds; its moments are integrated
 * numerically, to about 1e-8.
 *
 * @param spec Law and parameters as plain data.
 * @returns The law; its quantile draws by inversion.
 * @throws {RangeError} If a parameter lies outside its domain, or the bounds of a truncated law hold
 * no probability.
 *
 * @example A gamma law by mean and standard deviation
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { distributionOf } from "./mod.ts";
 *
 * const law = distributionOf({ law: "gamma", mean: 6, sd: 3 });
 * assertAlmostEquals(law.variance, 9, 1e-12);
 * assertAlmostEquals(law.cdf(law.quantile(0.2)), 0.2, 1e-12);
 * ```
 */
export function distributionOf(spec: DistributionSpec): Distribution {
  switch (spec.law) {
    case "constant":
      return constant(spec);
    case "uniform":
      return uniform(spec);
    case "exponential":
      return exponential(spec);
    case "erlang":
      return erlang(spec);
    case "gamma":
      positive(spec, "mean", "sd");
      return gamma((spec.mean / spec.sd) ** 2, spec.sd ** 2 / spec.mean);
    case "lognormal":
      return lognormal(spec);
    case "weibull":
      return weibull(spec);
    case "triangular":
      return triangular(spec);
    case "truncated":
      return truncated(spec);
    default:
      throw new RangeError(
        `Cannot build a law as its name must be known: current law is "${
          (spec as { law: string }).law
        }"`,
      );
  }
}

function constant({ value }: Spec<"constant">): Distribution {
  demand(Number.isFinite(value), "constant", "value is finite", `value is ${value}`);
  return { mean: value, variance: 0, quantile: () => value, cdf: (x) => x >= value ? 1 : 0 };
}

function uniform({ low, high }: Spec<"uniform">): Distribution {
  demand(low < high && isFinite(high - low), "uniform", "low < high", `${low} and ${high}`);
  const width = high - low;
  return {
    mean: low + width / 2,
    variance: width ** 2 / 12,
    quantile: (u) => low + width * u,
    cdf: (x) => Math.min(1, Math.max(0, (x - low) / width)),
  };
}

function exponential(spec: Spec<"exponential">): Distribution {
  positive(spec, "mean");
  const { mean } = spec;
  return {
    mean,
    variance: mean ** 2,
    quantile: (u) => -mean * Math.log1p(-u),
    cdf: (x) => x > 0 ? -Math.expm1(-x / mean) : 0,
  };
}

function erlang(spec: Spec<"erlang">): Distribution {
  positive(spec, "mean", "stages");
  const { stages, mean } = spec;
  demand(Number.isInteger(stages), "erlang", "stages is a whole number", `stages is ${stages}`);
  return gamma(stages, mean / stages);
}

function gamma(shape: number, scale: number): Distribution {
  return {
    mean: shape * scale,
    variance: shape * scale ** 2,
    quantile: (u) => scale * gammaQuantile(u, shape),
    cdf: (x) => x > 0 ? gammaCdf(x / scale, shape) : 0,
  };
}

function lognormal(spec: Spec<"lognormal">): Distribution {
  positive(spec, "mean", "sd");
  const { mean, sd } = spec;
  const logVariance = Math.log1p((sd / mean) ** 2);
  const sigma = Math.sqrt(logVariance);
  const mu = Math.log(mean) - logVariance / 2;
  return {
    mean,
    variance: sd ** 2,
    quantile: (u) => Math.exp(mu + sigma * normalQuantile(u)),
    cdf: (x) => x > 0 ? normalCdf((Math.log(x) - mu) / sigma) : 0,
  };
}

function weibull(spec: Spec<"weibull">): Distribution {
  positive(spec, "shape", "scale");
  const { shape, scale } = spec;
  const first = Math.exp(logGamma(1 + 1 / shape));
  const second = Math.exp(logGamma(1 + 2 / shape));
  return {
    mean: scale * first,
    variance: scale ** 2 * (second - first ** 2),
    quantile: (u) => scale * (-Math.log1p(-u)) ** (1 / shape),
    cdf: (x) => x > 0 ? -Math.expm1(-((x / scale) ** shape)) : 0,
  };
}

function triangular({ low, mode, high }: Spec<"triangular">): Distribution {
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
  };
}

function truncated({ of, low, high }: Spec<"truncated">): Distribution {
  demand(low < high, "truncated", "low < high", `${low} and ${high}`);
  const whole = distributionOf(of);
  const base = of.law === "constant" && of.value === low ? 0 : whole.cdf(low);
  const share = whole.cdf(high) - base;
  demand(share > 0, "truncated", "the bounds hold probability", `${low} and ${high} hold ${share}`);
  const quantile = (u: number): number =>
    Math.min(high, Math.max(low, whole.quantile(base + share * u)));
  const cdf = (x: number): number =>
    x < low ? 0 : x >= high ? 1 : Math.min(1, (whole.cdf(x) - base) / share);
  const start = quantile(2 ** -48);
  const cuts = cutsOf({ mean: NaN, variance: NaN, quantile, cdf }, start);
  const mean = overCells((x) => 1 - cdf(x), cuts);
  const second = overCells((x) => 2 * (x - start) * (1 - cdf(x)), cuts);
  return { mean: start + mean, variance: second - mean ** 2, quantile, cdf };
}

function positive<S extends DistributionSpec>(spec: S, ...names: (keyof S & string)[]): void {
  for (const name of names) {
    const value = spec[name] as number;
    demand(value > 0 && value < Infinity, spec.law, `${name} is positive`, `${name} is ${value}`);
  }
}

function demand(holds: boolean, law: string, rule: string, found: string): void {
  if (holds) return;
  throw new RangeError(`Cannot build a law "${law}" as it requires ${rule}: current ${found}`);
}
