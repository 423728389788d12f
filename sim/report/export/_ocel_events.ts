/** The events of an object-centric event log. */
import { LOG_EVENTS } from "../../network/mod.ts";
import type { LoggedEvent } from "../tables/mod.ts";
import { activityOf, transitionOf } from "./_lifecycle.ts";
import { objectId, wardId } from "./_ocel_objects.ts";

/** Attributes that events of every type may have. */
const ATTRIBUTES = [
  ["kind", "string"],
  ["activity", "string"],
  ["transition", "string"],
  ["rule", "string"],
  ["value", "float"],
] as const;

/** Types of events: the words of the log that occur, in the order in which a patient may meet them. */
export function eventTypes(met: ReadonlySet<string>): string[] {
  return LOG_EVENTS.filter(({ event }) => met.has(event)).map(({ event }) =>
    JSON.stringify({
      name: event,
      attributes: ATTRIBUTES.map(([name, type]) => ({ name, type })),
    })
  );
}

/** Attributes of an event; values are texts, as the published schema of the format has them. */
function attributesOf({ event, type, rule, value }: LoggedEvent) {
  const said = [
    { name: "kind", value: type },
    { name: "activity", value: activityOf(event) },
    { name: "transition", value: transitionOf(type) },
    { name: "value", value: String(value) },
  ];
  return rule === "" ? said : [...said, { name: "rule", value: rule }];
}

/** Objects of an event, each with the part it has in it; the grid only when a patient comes and goes. */
function relationsOf({ patient, facility, ward, vehicle, grid, type }: LoggedEvent) {
  const related: { objectId: string; qualifier: string }[] = [];
  const relate = (objectId: string, qualifier: string) => related.push({ objectId, qualifier });
  if (patient !== "") relate(objectId("patient", patient), "patient");
  if (facility !== "") relate(objectId("facility", facility), "place");
  if (ward !== "") relate(wardId({ facility, ward }), "ward");
  if (vehicle !== "") relate(objectId("vehicle", vehicle), "vehicle");
  if (type === "arrival_departure" && grid !== "") relate(objectId("grid", grid), "residence");
  return related;
}

/**
 * An event as JSON.
 *
 * @param event The event.
 * @param row Its row in the log, from 1 [-].
 * @param time Its time as ISO 8601 has it.
 */
export function eventText(
  event: LoggedEvent,
  { row, time }: { readonly row: number; readonly time: string },
): string {
  return JSON.stringify({
    id: `e${row}`,
    type: event.event,
    time,
    attributes: attributesOf(event),
    relationships: relationsOf(event),
  });
}
