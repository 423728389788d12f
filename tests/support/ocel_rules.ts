/**
 * What OCEL 2.0 asks of a document in JSON, in our own words: the four lists; ids once; types and
 * attributes declared, values texts of the declared type; times with an offset; no relation leads to
 * nothing.
 */

// deno-lint-ignore no-explicit-any
type Any = any;

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const VALUES: Readonly<Record<string, RegExp>> = {
  string: /^/,
  integer: /^-?\d+$/,
  float: /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/,
  boolean: /^(true|false)$/,
  time: TIME,
};

const isText = (value: unknown): value is string => typeof value === "string";

/** What a document breaks, one line each. */
export function ocelFaults(document: Any): string[] {
  const lists = ["objectTypes", "eventTypes", "objects", "events"];
  const missing = lists.filter((name) => !Array.isArray(document[name]));
  if (missing.length > 0) return missing.map((name) => `${name} is no list`);
  const { objectTypes, eventTypes, objects, events } = document;
  const ids = new Set<string>(objects.map(({ id }: Any) => id));
  return [
    ...twice("object", objects.map(({ id }: Any) => id)),
    ...twice("event", events.map(({ id }: Any) => id)),
    ...[...objectTypes, ...eventTypes].flatMap(typeFaults),
    ...itemFaults("object", { items: objects, types: objectTypes, ids }),
    ...itemFaults("event", { items: events, types: eventTypes, ids }),
    ...events.flatMap(({ id, time, relationships }: Any) => [
      ...(isText(time) && TIME.test(time) ? [] : [`event ${id} has the time ${time}`]),
      ...(relationships.length > 0 ? [] : [`event ${id} is of no object`]),
    ]),
    ...objects.flatMap(({ id, attributes = [] }: Any) =>
      attributes.filter(({ time }: Any) => !TIME.test(time))
        .map(({ name }: Any) => `${name} of object ${id} has no time`)
    ),
  ];
}

function twice(what: string, ids: readonly unknown[]): string[] {
  const texts = ids.every(isText) ? [] : [`an ${what} has no id`];
  return new Set(ids).size === ids.length ? texts : [...texts, `an id of an ${what} comes twice`];
}

function typeFaults({ name, attributes }: Any): string[] {
  return [
    ...(isText(name) ? [] : ["a type has no name"]),
    ...attributes.filter(({ type }: Any) => !(type in VALUES))
      .map(({ name: attribute, type }: Any) => `${attribute} of ${name} is of type ${type}`),
  ];
}

function itemFaults(
  what: string,
  { items, types, ids }: { items: Any[]; types: Any[]; ids: ReadonlySet<string> },
): string[] {
  const declared = new Map<string, Map<string, string>>(
    types.map(({ name, attributes }) =>
      [name, new Map<string, string>(attributes.map((a: Any) => [a.name, a.type]))] as const
    ),
  );
  return items.flatMap(({ id, type, attributes = [], relationships = [] }) => {
    const known = declared.get(type);
    if (known === undefined) return [`${what} ${id} is of type ${type}, which is not declared`];
    return [
      ...attributes.filter(({ name, value }: Any) =>
        !isText(value) || !VALUES[known.get(name) ?? ""]?.test(value)
      ).map(({ name, value }: Any) => `${what} ${id} has ${name} = ${JSON.stringify(value)}`),
      ...relationships.filter(({ objectId, qualifier }: Any) =>
        !ids.has(objectId) || !isText(qualifier) || qualifier === ""
      ).map(({ objectId }: Any) => `${what} ${id} relates to ${objectId}`),
    ];
  });
}
