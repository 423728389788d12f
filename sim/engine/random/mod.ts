/** Keyed draws, named streams and the laws that turn uniforms into durations and counts. */
export { poissonArrivals, renewalArrivals, scheduledArrivals } from "./arrivals.ts";
export type { Arrivals, PoissonArrivalsOptions, RenewalArrivalsOptions } from "./arrivals.ts";
export { betaCdf, betaQuantile, studentCdf, studentQuantile } from "./beta.ts";
export { discreteTable, poissonQuantile } from "./discrete.ts";
export type { DiscreteTable } from "./discrete.ts";
export type { Distribution, DistributionSpec, MixturePart } from "./distribution.ts";
export { KeyedDraws } from "./keyed_draws.ts";
export { distributionOf } from "./laws.ts";
export { nameHash } from "./name_hash.ts";
export type { NameHash } from "./name_hash.ts";
export { RateProfile, rateProfile } from "./rate_profile.ts";
export type { RateProfileSpec } from "./rate_profile.ts";
export { residualLifeOf } from "./residual_life.ts";
export { keyOf } from "./seed.ts";
export type { Key } from "./seed.ts";
export {
  chiSquareCdf,
  chiSquareQuantile,
  gammaCdf,
  gammaQuantile,
  gammaSurvival,
  gammaUpperQuantile,
  logGamma,
  normalCdf,
  normalQuantile,
} from "./special.ts";
export { Stream, Streams } from "./streams.ts";
export { tabulated } from "./tabulated.ts";
export { batchSizes, Variates } from "./variates.ts";
export type { Uniforms } from "./variates.ts";
