/** The laws that a specification can name. */

import { beta } from "./_beta_law.ts";
import { scaled, shifted, truncated } from "./_composed.ts";
import {
  erlang,
  exponential,
  gamma,
  loglogistic,
  lognormal,
  normal,
  triangular,
  uniform,
  weibull,
} from "./_continuous.ts";
import { binomial, negativeBinomial, poisson } from "./_counts.ts";
import { mixture } from "./_mixture.ts";
import { constant, discrete, empirical } from "./_observed.ts";
import type { ShapedLaw } from "./_shaped_law.ts";
import type { Distribution, DistributionSpec } from "./distribution.ts";

/**
 * The living law of a specification.
 *
 * Gamma, log-normal, normal and beta laws are given by mean and standard deviation, or where their
 * specification says so; Weibull and log-logistic ones by shape and scale. A truncated law is the law
 * given that it lies between the bounds; its moments are integrated numerically, to about 1e-8. The
 * quantile of a mixture is searched in its distribution function, which takes microseconds: tabulate
 * it where many are drawn.
 *
 * @param spec Law and parameters as plain data.
 * @returns The law; its quantile draws by inversion.
 * @throws {RangeError} If a parameter lies outside its domain, weights have no positive
 * sum, a list is empty, or the bounds of a truncated law hold no probability; also if less than 1e-8
 * lies from the lower bound on and the law does not know its upper tail by itself, as counts, values
 * by weight, mixtures and truncated laws do not.
 * @throws {TypeError} If a log-normal law has a median but no quantile beside it.
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
  return lawOf(spec);
}

type Builders = {
  readonly [L in DistributionSpec["law"]]: (
    spec: Extract<DistributionSpec, { law: L }>,
  ) => ShapedLaw;
};

const BUILDERS: Builders = {
  constant,
  uniform,
  exponential,
  erlang,
  gamma,
  lognormal,
  normal,
  weibull,
  loglogistic,
  triangular,
  beta,
  poisson,
  binomial,
  negativeBinomial,
  empirical,
  discrete,
  mixture: ({ parts }) => mixture(parts.map(({ weight, of }) => ({ weight, law: lawOf(of) }))),
  shifted: (spec) => shifted(spec, lawOf(spec.of)),
  scaled: (spec) => scaled(spec, lawOf(spec.of)),
  truncated: (spec) => truncated(spec, lawOf(spec.of)),
};

function lawOf(spec: DistributionSpec): ShapedLaw {
  if (!Object.hasOwn(BUILDERS, spec.law)) {
    throw new RangeError(
      `Cannot build a law as its name must be known: current law is "${
        (spec as { law: string }).law
      }"`,
    );
  }
  return (BUILDERS[spec.law] as (spec: DistributionSpec) => ShapedLaw)(spec);
}
