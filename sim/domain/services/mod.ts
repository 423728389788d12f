/** Plans of ordinary services by risk level, and of a hospital by the demand that it foresees. */
export { forecastCensus, reserveOf } from "./demand_forecast.ts";
export type { Outlook, ReserveBounds, SeenDemand } from "./demand_forecast.ts";
export { levelOn, levelsByDay } from "./level_plan.ts";
export type { LevelEntry } from "./level_plan.ts";
