/**
 * The words of the event log: what kind of event each is, and what its `value` says.
 *
 * Kinds are those of vidigi: `arrival_departure`; `queue`, the beginning of a wait; `resource_use` and
 * `resource_use_end`, for physicians, beds and vehicles; and two of our own: `attribute`, something
 * about the patient has changed or become known, and `step`, everything else.
 *
 * Source: Rosser, vidigi, event log format: columns and the values of `event_type`,
 * https://hsma-tools.github.io/vidigi/.
 */

/** Kinds of event. */
export const EVENT_TYPES = [
  "arrival_departure",
  "queue",
  "resource_use",
  "resource_use_end",
  "attribute",
  "step",
] as const;
/** Name of a kind of event. */
export type EventType = (typeof EVENT_TYPES)[number];

/** What an event is. */
export interface LogEvent {
  /** Word in the log. */
  readonly event: string;
  /** Kind. */
  readonly type: EventType;
  /** What happens, and what the value says. */
  readonly meaning: string;
  /** Whether only the log of one person has it. */
  readonly inDepth: boolean;
}

const SEEN = "value: what rules would see, read by seenOf";
const SEVERITY = "value: code of the severity";
const VEHICLE = "value: vehicle, by its place in vehicleNames";
const WARD = "value: ward";

type Row = readonly [event: string, type: EventType, meaning: string];

/** Events of every log. */
const ALL: readonly Row[] = [
  ["arrival", "arrival_departure", `the person first matters to the network; ${SEEN}`],
  ["depart", "arrival_departure", "the last event; value: time still ill at home, unseen [min]"],
  ["present", "attribute", `was there when the run began; ${SEVERITY}`],
  ["positive at home", "attribute", "a test at home is positive and reported"],
  ["contact", "step", "makes contact; value: code of the way, see CONTACTS"],
  ["clinic not open yet", "step", "the fever clinic of the facility is not set up yet"],
  [
    "waits for triage",
    "queue",
    "joins the line of triage, in order of coming; value: patients in it already",
  ],
  ["with nurse", "resource_use", `triage begins; ${SEVERITY}`],
  ["triaged", "resource_use_end", "leaves triage; value: 1 when it resolved the visit"],
  [
    "waits for physician",
    "queue",
    "joins the line, where the more ill go first; value: patients in it already",
  ],
  ["with physician", "resource_use", `the consultation begins; ${SEVERITY}`],
  ["seen", "resource_use_end", "the consultation ends; value: 1 when the case is known"],
  ["left unseen", "step", "lost patience and went home; value: facility"],
  ["sample", "step", "a sample goes to a laboratory; value: facility of the laboratory"],
  ["asks for advice", "queue", `telemedicine is asked; ${SEVERITY}`],
  ["advised", "step", "advice is given; value: 1 when it settles the case"],
  ["suspected", "step", `is referred before the PCR result; ${SEVERITY}`],
  ["result", "attribute", "the PCR result of one referred before it; value: 1 when positive"],
  ["medicine given", "attribute", `a course of Chinese medicine; ${SEVERITY}`],
  ["antiviral begun", "attribute", `treatment begins; ${SEVERITY}`],
  ["visited", "step", "a team calls; value: 0 sample, 1 follow-up, 2 first visit"],
  ["place", "attribute", "place in an emergency department; value: its code, see BAY"],
  ["decided", "step", "the rules are asked; rule: the one that applies, none when empty; " + SEEN],
  ["requested", "step", "a bed is requested"],
  ["refused", "step", "a ward does not take the patient; value: reason, see REFUSALS"],
  ["accepted", "step", "a bed is held; the hand-over begins"],
  ["waits", "queue", "joins the queue for a bed"],
  ["sent home", "step", `to stay at home; ${SEVERITY}`],
  ["steps down", "step", "a bed of a lower type is free for one who no longer needs the present"],
  [
    "waits for vehicle",
    "queue",
    "joins the line, the more ill go first; value: requests in it, this one too",
  ],
  ["vehicle assigned", "resource_use", `a vehicle sets out to the patient; ${VEHICLE}`],
  ["picked up", "step", `loaded and under way; ${VEHICLE}`],
  ["vehicle arrived", "resource_use_end", `unloaded at the destination; ${VEHICLE}`],
  [
    "vehicle free",
    "step",
    `disinfected and home again where it returns, of no patient; ${VEHICLE}`,
  ],
  ["admitted", "resource_use", "in the held bed"],
  ["bed left", "resource_use_end", `the bed is free; ${WARD}`],
  ["worsened", "attribute", `${SEVERITY} now`],
  ["convalescent", "attribute", `past the worst; ${SEVERITY} now`],
  ["recovered", "attribute", `${SEVERITY} before`],
  ["discharged", "step", WARD],
  ["died", "attribute", SEVERITY],
  ["beds converted", "step", "of a ward; value: converted beds that it has [beds]"],
  ["idle ward opened", "step", "of a ward; value: beds [beds]"],
  ["reserve called", "step", "of a ward; value: staff [persons]"],
  ["reserve arrived", "step", "of a ward; value: staff [persons]"],
  ["reserve released", "step", "of a ward; value: staff [persons]"],
  ["staff shared", "step", "of a ward; value: who came from other wards, less who went [persons]"],
  ["beds reserved", "step", "of a ward; value: beds kept for cases, theirs included [beds]"],
  ["beds published", "step", "of a ward; value: beds [beds]"],
  ["ward closed", "step", "of a ward, by a dated change; value: beds [beds]"],
  ["closed wards empty", "step", "of the first ward closed: the last patient has left; value: 0"],
  ["closed wards disinfected", "step", "of the first ward closed; value: 0"],
  ["opens later", "step", "of the first ward closed: not ready on the day; value: 0"],
  ["ward reopened", "step", "of a ward; value: beds [beds]"],
  ["found on arrival", "attribute", "found infected among those screened on arrival; value: 1"],
];

/** Events of the log of one person, beside the others. */
const IN_DEPTH: readonly Row[] = [
  ["infected", "attribute", "infection, written when the person first matters"],
  ["onset", "attribute", "first symptoms, written when the person first matters"],
  ["home", "attribute", "value: community of residence"],
  ["screened", "step", "found by screening"],
  ["will be noticed", "step", "value: 1 when follow-up is due before the own notice"],
  ["worse while waiting", "step", `noticed at home in the queue for a bed; ${SEVERITY}`],
  ["found closed", "step", "stands before a closed fever clinic; value: facility"],
  ["sampled", "queue", `a PCR result is awaited; ${SEVERITY}`],
  ["test result", "attribute", "the PCR result is there"],
  ["needs", "attribute", "value: capability needed beside a bed, its code + 1; 0 for none"],
  ["hand-over", "step", "value: 1 when shortened by the green channel"],
  ["place in queue", "step", "value: place among all who wait for a ward of the list, from 1"],
  ["ready", "step", "the hand-over ends: ready to move"],
  ["sets out", "step", "by own means; value: travel [min]"],
  ["moves inside", "step", "within the facility; value: time [min]"],
  ["drive", "step", "value: travel of the vehicle to the patient [min]"],
  ["ride", "step", "value: travel with the patient [min]"],
  ["vehicle called off", "step", `no longer needed; ${VEHICLE}, -1 for none yet`],
  ["bed given up", "step", `the held bed is given up; ${WARD}`],
  ["request closed", "step", "value: 1 met, 2 ended otherwise"],
  ["care", "attribute", "value: level of care from now on: 0 right, 1 lower, 2 boarding, 3 none"],
  ["in care", "attribute", "at death; value: level of care"],
  ["in right care", "attribute", "at death; value: 1 when right care too would end in death"],
];

const rows = (list: readonly Row[], inDepth: boolean): LogEvent[] =>
  list.map(([event, type, meaning]) => ({ event, type, meaning, inDepth }));

/** Words of the log, in the order in which a patient may meet them. */
export const LOG_EVENTS: readonly LogEvent[] = [...rows(ALL, false), ...rows(IN_DEPTH, true)];

const TYPES = new Map(LOG_EVENTS.map(({ event, type }) => [event, type]));

/**
 * Kind of an event.
 *
 * @param event Word.
 * @returns Its kind; `step` for a word that is not listed.
 *
 * @example In a bed
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { eventTypeOf } from "./mod.ts";
 *
 * assertEquals([eventTypeOf("waits"), eventTypeOf("admitted")], ["queue", "resource_use"]);
 * ```
 */
export function eventTypeOf(event: string): EventType {
  return TYPES.get(event) ?? "step";
}
