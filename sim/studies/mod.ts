/** Questions asked of many experiments: what a result rests on, and how much a plan needs. */
export type { StudyMeasure, StudyRuns } from "./measured/mod.ts";
export { influenceRows, oneAtATime, thresholdOf, thresholdText } from "./sensitivity/mod.ts";
export type {
  FoundThreshold,
  InfluenceChange,
  InfluenceOptions,
  ThresholdOptions,
} from "./sensitivity/mod.ts";
export { compareLayouts, layoutRows, smallestText, smallestThat } from "./planning/mod.ts";
export type {
  ByChange,
  ByPath,
  GridOptions,
  Judged,
  LayoutComparison,
  LayoutOptions,
  LayoutRow,
  ServicePromise,
  SmallestOptions,
  SmallestStudy,
  TriedValue,
  Verdict,
} from "./planning/mod.ts";
