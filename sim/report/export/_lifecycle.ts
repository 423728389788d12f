/**
 * What an event is to process mining: the activity it belongs to, and where in its life it stands.
 *
 * The log has a word of its own for the wait, the beginning and the end of a consultation; the activity
 * is what the three have in common.
 */
import type { EventType } from "../../network/mod.ts";

/** Where in the life of its activity an event stands, by kind; what has no duration is complete. */
const TRANSITIONS: Readonly<Record<EventType, "schedule" | "start" | "complete">> = {
  queue: "schedule",
  resource_use: "start",
  resource_use_end: "complete",
  arrival_departure: "complete",
  attribute: "complete",
  step: "complete",
};

/** Activities with a wait, a beginning or an end, by word. */
const ACTIVITIES: Readonly<Record<string, string>> = {
  "waits for triage": "triage",
  "with nurse": "triage",
  triaged: "triage",
  "waits for physician": "consultation",
  "with physician": "consultation",
  seen: "consultation",
  "asks for advice": "advice",
  advised: "advice",
  sampled: "PCR test",
  "test result": "PCR test",
  waits: "bed",
  admitted: "bed",
  "bed left": "bed",
  "waits for vehicle": "transport",
  "vehicle assigned": "transport",
  "vehicle arrived": "transport",
};

/** The activity that an event belongs to: its own word where it is alone. */
export function activityOf(event: string): string {
  return ACTIVITIES[event] ?? event;
}

/** Where in the life of its activity an event of a kind stands. */
export function transitionOf(type: EventType): string {
  return TRANSITIONS[type];
}
