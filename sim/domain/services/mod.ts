/** Ordinary services: plans by risk level, slots, prescriptions, backlog, foreseen demand. */
export { appointmentsNext, consult, CONSULTING_SLOTS, slotShares } from "./appointments.ts";
export type { ConsultingDay, ConsultingDemand, CrowdingRule } from "./appointments.ts";
export { splitBacklog, spreadReturns, wholeShare } from "./backlog.ts";
export type { BacklogShares, BacklogSplit } from "./backlog.ts";
export { COURSE_PATTERNS, daysToNext, isSessionDay, sessionsPerWeek } from "./course.ts";
export type { CoursePattern, Schedule } from "./course.ts";
export { forecastCensus, reserveOf } from "./demand_forecast.ts";
export type { Outlook, ReserveBounds, SeenDemand } from "./demand_forecast.ts";
export { levelOn, levelsByDay } from "./level_plan.ts";
export type { LevelEntry } from "./level_plan.ts";
export { openShare } from "./line_plan.ts";
export { LONG_INTERVAL_DAYS, ORDINARY_INTERVAL_DAYS, PrescriptionRounds } from "./prescriptions.ts";
