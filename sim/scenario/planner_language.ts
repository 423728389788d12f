/** Languages in which planners are spoken to. */
export const PLANNER_LANGUAGES = ["en", "zh"] as const;
/** Name of a language. */
export type PlannerLanguage = (typeof PLANNER_LANGUAGES)[number];
