/** The living model of the care network: one replication of a scenario. */
export { runReplication } from "./replication.ts";
export type { ReplicationOptions, ReplicationResult } from "./replication.ts";
export type { Groups } from "./groups.ts";
export type { Row } from "./measures.ts";
export type { SeriesPoint } from "./series.ts";
export { LOG_COLUMNS } from "./log_schema.ts";
export type { CareLog } from "./log_schema.ts";
export { dateOf, dayOf, weekdayOf } from "./calendar_days.ts";
export { personKey, PERSONS_PER_GRID } from "./patients.ts";
export { FIRST_PRESENT } from "./present_numbers.ts";
