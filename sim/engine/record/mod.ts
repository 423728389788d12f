/** Logs in columns, counts and levels by day. */
export { ColumnLog, Dictionary } from "./column_log.ts";
export { DailyCount, DailyLevel } from "./daily.ts";
export type { DailyOptions } from "./daily.ts";
