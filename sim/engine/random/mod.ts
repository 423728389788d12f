/** Keyed draws, named streams and the laws that turn uniforms into durations and counts. */
export { discreteTable, poissonQuantile } from "./discrete.ts";
export type { DiscreteTable } from "./discrete.ts";
export type { Distribution, DistributionSpec } from "./distribution.ts";
export { KeyedDraws } from "./keyed_draws.ts";
export { distributionOf } from "./laws.ts";
export { residualLifeOf } from "./residual_life.ts";
export { keyOf } from "./seed.ts";
export type { Key } from "./seed.ts";
export {
  gammaCdf,
  gammaQuantile,
  gammaSurvival,
  logGamma,
  normalCdf,
  normalQuantile,
  studentQuantile,
} from "./special.ts";
export { Stream, Streams } from "./streams.ts";
export { tabulated } from "./tabulated.ts";
