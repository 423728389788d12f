/** The living model of the care network: one replication of a scenario. */
export { runReplication } from "./replication.ts";
export type { ReplicationOptions, ReplicationResult } from "./replication.ts";
export type { Groups } from "./groups.ts";
export type { Row } from "./measures.ts";
export type { SeriesPoint } from "./series.ts";
export { EVENT_TYPES, eventTypeOf, LOG_EVENTS } from "./log_events.ts";
export type { EventType, LogEvent } from "./log_events.ts";
export { LOG_COLUMNS } from "./log_schema.ts";
export type { CareLog, CareLogOptions, LogTarget } from "./log_schema.ts";
export { seenPlaceOf } from "./described_place.ts";
export type { DescribedPlace, SeenPlace } from "./described_place.ts";
export { offersOf } from "./offers.ts";
export type { Offer, OfferQuery } from "./offers.ts";
export { seenCode, seenOf } from "./seen_codes.ts";
export { vehicleNames } from "./vehicles.ts";
export { dateOf, dayOf, weekdayOf } from "./calendar_days.ts";
export { personKey, PERSONS_PER_GRID } from "./patients.ts";
export { FIRST_PRESENT } from "./present_numbers.ts";
