/** The parts of an XES document: its head, one trace, one event. */
import type { LoggedEvent } from "../tables/mod.ts";
import { activityOf, transitionOf } from "./_lifecycle.ts";
import { xmlText } from "./_xml.ts";

/** A type of attribute of XES. */
type XesType = "string" | "date" | "int" | "float";

/** An attribute of a log, a trace or an event. */
export type XesAttribute = readonly [type: XesType, key: string, value: string];

/** Version of the standard: IEEE 1849-2016, whose schema wants a decimal number. */
const VERSION = "1849.2016";
const EXTENSIONS = [
  ["Concept", "concept"],
  ["Lifecycle", "lifecycle"],
  ["Organizational", "org"],
  ["Time", "time"],
] as const;
const NEVER = "1970-01-01T00:00:00.000+08:00";
/** What every trace, and every event of one, has. */
const GLOBALS: Readonly<Record<"trace" | "event", readonly XesAttribute[]>> = {
  trace: [["string", "concept:name", ""], ["string", "grid", ""]],
  event: [
    ["string", "concept:name", ""],
    ["string", "lifecycle:transition", "complete"],
    ["date", "time:timestamp", NEVER],
    ["string", "activity", ""],
    ["string", "kind", ""],
    ["float", "value", "0"],
  ],
};
/** Names of the classifiers, and the keys by which they tell events apart. */
const CLASSIFIERS = [
  ["Event", "concept:name"],
  ["ActivityAndTransition", "activity lifecycle:transition"],
] as const;

function attribute([type, key, value]: XesAttribute): string {
  return `<${type} key="${key}" value="${xmlText(value)}"/>`;
}

/** Head of a document, with the attributes of the log. */
export function xesHead(attributes: readonly XesAttribute[]): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<log xes.version="${VERSION}" xes.features="" xmlns="http://www.xes-standard.org/">`,
    ...EXTENSIONS.map(([name, prefix]) =>
      `<extension name="${name}" prefix="${prefix}" uri="http://www.xes-standard.org/${prefix}.xesext"/>`
    ),
    ...(["trace", "event"] as const).map((scope) =>
      `<global scope="${scope}">${GLOBALS[scope].map(attribute).join("")}</global>`
    ),
    ...CLASSIFIERS.map(([name, keys]) =>
      `<classifier name="${name}" scope="event" keys="${keys}"/>`
    ),
    ...attributes.map(attribute),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** End of a document. */
export const XES_FOOT = "</log>\n";

/** One patient with all events. */
export function xesTrace(
  events: readonly LoggedEvent[],
  clock: (minutes: number) => string,
): string {
  const [{ patient, grid, colour }] = events;
  const attributes: XesAttribute[] = [
    ["string", "concept:name", patient],
    ["string", "grid", grid],
    ...stated("colour", colour),
  ];
  return [
    `<trace>${attributes.map(attribute).join("")}`,
    ...events.map((event) => xesEvent(event, clock)),
    "</trace>",
  ].map((line) => `${line}\n`).join("");
}

/** An attribute, unless there is nothing to state. */
function stated(key: string, value: string): XesAttribute[] {
  return value === "" ? [] : [["string", key, value]];
}

function xesEvent(event: LoggedEvent, clock: (minutes: number) => string): string {
  const attributes: XesAttribute[] = [
    ["string", "concept:name", event.event],
    ["string", "lifecycle:transition", transitionOf(event.type)],
    ["date", "time:timestamp", clock(event.time)],
    ["string", "activity", activityOf(event.event)],
    ["string", "kind", event.type],
    ["float", "value", String(event.value)],
    ...stated("org:resource", event.vehicle),
    ...stated("org:group", event.facility),
    ...stated("ward", event.ward),
    ...stated("rule", event.rule),
  ];
  return `<event>${attributes.map(attribute).join("")}</event>`;
}
