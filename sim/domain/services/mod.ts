/** Plans of ordinary services by risk level. */
export { levelOn, levelsByDay } from "./level_plan.ts";
export type { LevelEntry } from "./level_plan.ts";
