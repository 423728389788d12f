/** What a result rests on: numbers moved one at a time, values at which a conclusion turns. */
export { type InfluenceChange, influenceRows } from "./influence_rows.ts";
export { type InfluenceOptions, oneAtATime } from "./one_at_a_time.ts";
export { type FoundThreshold, thresholdOf, type ThresholdOptions } from "./threshold.ts";
export { thresholdText } from "./threshold_text.ts";
