/** Where a person is and how ill, from event to event. */
import { SEVERITIES, type WardType } from "../../domain/mod.ts";
import type { City } from "../../domain/mod.ts";
import { seenOf } from "../../network/mod.ts";
import type { PersonEvent } from "./events.ts";

/** How ill somebody is; `incubating` before the first symptoms, `convalescent` past the worst. */
export type IllnessKind = (typeof SEVERITIES)[number] | "incubating" | "convalescent";
/** Where somebody is: `facility` without a bed, `road` on the way to a bed. */
export type PlaceKind = "home" | "facility" | "road" | WardType;

/** A stretch of time in one state. */
export interface Stretch<Kind extends string> {
  /** State. */
  readonly kind: Kind;
  /** Facility by its place in the city [-]; -1 for none. */
  readonly facility: number;
  /** When it begins [min since 00:00 of the first day]. */
  readonly from: number;
  /** When it ends [min since 00:00 of the first day]. */
  readonly to: number;
}

type State<Kind extends string> = Pick<Stretch<Kind>, "kind" | "facility">;

/** Events that end an illness. */
const ENDS = ["recovered", "died"];

/** When the illness ends: as events say, at home unseen after the last of them, or with the run. */
export function endOf(events: readonly PersonEvent[], runEnd: number): number {
  const end = events.find(({ event }) => ENDS.includes(event));
  const last = events.find(({ event }) => event === "depart");
  if (end !== undefined) return end.time;
  return last === undefined ? runEnd : Math.min(runEnd, last.time + last.value);
}

/** States in order, joined where they do not change; none of no length. */
function joined<Kind extends string>(
  states: readonly (State<Kind> & { readonly time: number })[],
  end: number,
): Stretch<Kind>[] {
  const changes = states.filter(({ kind, facility }, at) =>
    at === 0 || states[at - 1].kind !== kind || states[at - 1].facility !== facility
  );
  return changes.map(({ kind, facility, time }, at) => ({
    kind,
    facility,
    from: time,
    to: Math.min(end, changes[at + 1]?.time ?? end),
  })).filter(({ from, to }) => to > from);
}

/** How ill the person is from the infection on. */
export function illnessOf(events: readonly PersonEvent[], end: number): Stretch<IllnessKind>[] {
  const arrival = events.find(({ event }) => event === "arrival");
  const first = arrival === undefined ? "mild" : seenOf(arrival.value).severity;
  const quiet = first === "asymptomatic" ? "asymptomatic" : "mild";
  const kindAt = ({ event, value }: PersonEvent): IllnessKind | undefined => {
    if (event === "infected") return "incubating";
    if (event === "onset") return quiet;
    if (event === "worsened" || event === "present") return SEVERITIES[value];
    return event === "convalescent" ? "convalescent" : undefined;
  };
  return joined(
    events.flatMap((event) => {
      const kind = kindAt(event);
      return kind === undefined ? [] : [{ kind, facility: -1, time: event.time }];
    }),
    end,
  );
}

/** Events of somebody who stands in a facility. */
const RECEIVED = [
  "vehicle arrived",
  "waits for triage",
  "with nurse",
  "waits for physician",
  "with physician",
];
/** Events that end a stay in a facility. */
const AWAY = ["sent home", "left unseen"];
const NO_CARE = 3;

/** Where somebody is after an event. */
function placeAfter(
  before: State<PlaceKind>,
  { event, facility, ward, value }: PersonEvent,
  { wards }: City,
): State<PlaceKind> {
  const bed = event === "admitted" || event === "present";
  if (bed && ward >= 0) return { kind: wards[ward].type, facility };
  if (event === "picked up" || event === "sets out" || event === "moves inside") {
    return { kind: "road", facility: before.facility };
  }
  if (RECEIVED.includes(event) && facility >= 0) return { kind: "facility", facility };
  if (AWAY.includes(event)) return { kind: "home", facility: -1 };
  if (event === "care" && value === NO_CARE) return { kind: "home", facility: -1 };
  const leaves = event === "bed left" && before.kind !== "road";
  return leaves ? { kind: "facility", facility: before.facility } : before;
}

/** Where the person is from the first event on. */
export function placesOf(
  events: readonly PersonEvent[],
  city: City,
  end: number,
): Stretch<PlaceKind>[] {
  let state: State<PlaceKind> = { kind: "home", facility: -1 };
  return joined(
    events.map((event) => {
      state = placeAfter(state, event, city);
      return { ...state, time: event.time };
    }),
    end,
  );
}
