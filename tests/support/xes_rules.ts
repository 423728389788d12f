/**
 * What IEEE 1849-2016 asks of an XES document, in our own words: which element stands in which, in which
 * order, with which attributes of which type; each key once; globals there; keys of classifiers global.
 *
 * A small reader of XML, for documents without comments, text or character data.
 */

interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
}

/** Order of the children of an element: all of one rank before those of the next. */
const ORDER: Readonly<Record<string, readonly (readonly string[])[]>> = {
  log: [["extension"], ["global"], ["classifier"], ["@"], ["trace"], ["event"]],
  trace: [["@"], ["event"]],
  event: [["@"]],
  global: [["@"]],
};
const NC_NAME = /^[A-Za-z_][\w.-]*$/;
const KEY = /^[A-Za-z_:][\w.:-]*$/;
const OTHERS: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  log: { "xes.version": /^\d+(\.\d+)?$/, "xes.features": /^(\S+( \S+)*)?$/, xmlns: /^http/ },
  extension: { name: NC_NAME, prefix: NC_NAME, uri: /^https?:\/\/\S+$/ },
  global: { scope: /^(trace|event)$/ },
  classifier: { name: NC_NAME, scope: /^(trace|event)$/, keys: /^\S+( \S+)*$/ },
  trace: {},
  event: {},
};
/** Types of attributes and what their values look like. */
const TYPES: Readonly<Record<string, RegExp>> = {
  string: /^/,
  date: /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/,
  int: /^[+-]?\d{1,18}$/,
  float: /^(?:[+-]?\d+(\.\d+)?([eE][+-]?\d+)?|-?INF|NaN)$/,
  boolean: /^(true|false|0|1)$/,
  id: /^[0-9a-fA-F-]{36}$/,
};

const TAG = /<(\/?)([A-Za-z]+)((?:\s+[\w.:]+="[^"<]*")*)\s*(\/?)>/y;
const ATTRIBUTE = /([\w.:]+)="([^"<]*)"/g;
const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#(\d+));/g;
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function unescaped(text: string): string {
  const rest = text.replace(ENTITY, "");
  // deno-lint-ignore no-control-regex
  if (/&|[\u0000-\u001f]/.test(rest)) throw new SyntaxError(`not escaped: ${text}`);
  return text.replace(ENTITY, (_, name, code) => NAMED[name] ?? String.fromCharCode(Number(code)));
}

/** Elements of a document. */
function parse(text: string): Element {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!text.startsWith(head)) throw new SyntaxError("no declaration");
  const root: Element = { name: "", attributes: new Map(), children: [] };
  const open = [root];
  TAG.lastIndex = head.length;
  for (let at = head.length; at < text.length; at = TAG.lastIndex) {
    while (text[at] === "\n") TAG.lastIndex = ++at;
    if (at === text.length) break;
    const found = TAG.exec(text);
    if (found === null) throw new SyntaxError(`no element: ${text.slice(at, at + 60)}`);
    const [, end, name, attributes, empty] = found;
    if (end !== "") {
      if (open.pop()!.name !== name) throw new SyntaxError(`</${name}> closes another element`);
      continue;
    }
    const pairs = [...attributes.matchAll(ATTRIBUTE)].map(([, key, value]) =>
      [key, unescaped(value)] as const
    );
    const element: Element = { name, attributes: new Map(pairs), children: [] };
    open.at(-1)!.children.push(element);
    if (empty === "") open.push(element);
  }
  if (open.length !== 1) throw new SyntaxError(`<${open.at(-1)!.name}> is not closed`);
  if (root.children.length !== 1) throw new SyntaxError("one element must hold all others");
  return root.children[0];
}

/** What a document breaks, one line each; the first of each kind of fault is enough to be red. */
export function xesFaults(text: string): string[] {
  let log: Element;
  try {
    log = parse(text);
  } catch (error) {
    return [(error as Error).message];
  }
  if (log.name !== "log") return [`the document is a <${log.name}>`];
  return [...elementFaults(log), ...globalFaults(log)];
}

function elementFaults(element: Element): string[] {
  const { name, attributes, children } = element;
  if (name in TYPES) return attributeFaults(element);
  const wanted = OTHERS[name];
  if (wanted === undefined) return [`<${name}> is no element of XES`];
  const faults = [...attributes].flatMap(([key, value]) =>
    wanted[key]?.test(value) ? [] : [`<${name}> has ${key}="${value}"`]
  );
  if (name === "log" && !attributes.has("xes.version")) faults.push("<log> has no version");
  let rank = 0;
  for (const child of children) {
    const kind = child.name in TYPES ? "@" : child.name;
    const at = (ORDER[name] ?? []).findIndex((kinds) => kinds.includes(kind));
    if (at < rank) faults.push(`<${child.name}> stands in <${name}> where it may not`);
    rank = Math.max(rank, at);
  }
  const keys = keysOf(element);
  if (new Set(keys).size < keys.length) faults.push(`a key of <${name}> comes twice`);
  return [...faults, ...children.flatMap(elementFaults)];
}

function attributeFaults({ name, attributes, children }: Element): string[] {
  const [key, value] = [attributes.get("key") ?? "", attributes.get("value")];
  return [
    ...(KEY.test(key) ? [] : [`<${name}> has the key "${key}"`]),
    ...(value !== undefined && TYPES[name].test(value)
      ? []
      : [`<${name}> has the value "${value}"`]),
    ...(attributes.size === 2 ? [] : [`<${name}> has more than key and value`]),
    ...children.flatMap(elementFaults),
  ];
}

function keysOf({ children }: Element): string[] {
  return children.filter(({ name }) => name in TYPES).map(({ attributes }) =>
    attributes.get("key")!
  );
}

const named = ({ children }: Element, name: string): Element[] =>
  children.filter((child) => child.name === name);

function globalFaults(log: Element): string[] {
  const globals = (scope: string) =>
    named(log, "global").filter(({ attributes }) => attributes.get("scope") === scope)
      .flatMap(keysOf);
  const traces = named(log, "trace");
  const missing = (scope: string, elements: readonly Element[]) =>
    globals(scope).filter((key) => elements.some((element) => !keysOf(element).includes(key)))
      .map((key) => `a ${scope} has no global ${key}`);
  const prefixes = new Set(
    named(log, "extension").map(({ attributes }) => attributes.get("prefix")),
  );
  const events = traces.flatMap((trace) => named(trace, "event"));
  const used = new Set([log, ...traces, ...events].flatMap(keysOf));
  return [
    ...missing("trace", traces),
    ...missing("event", events),
    ...named(log, "classifier").flatMap(({ attributes }) =>
      attributes.get("keys")!.split(" ").filter((key) => !globals("event").includes(key))
        .map((key) => `classifier ${attributes.get("name")} uses ${key}, which is no global`)
    ),
    ...[...used].filter((key) => key.includes(":") && !prefixes.has(key.split(":")[0]))
      .map((key) => `${key} is of no extension that is declared`),
  ];
}

/** Names of traces, and the names and times of the events of each, in order. */
export function xesTraces(text: string): { name: string; events: [string, string][] }[] {
  const valueOf = ({ children }: Element, key: string): string =>
    children.find(({ attributes }) => attributes.get("key") === key)?.attributes.get("value") ?? "";
  return named(parse(text), "trace").map((trace) => ({
    name: valueOf(trace, "concept:name"),
    events: named(trace, "event").map((event) => [
      valueOf(event, "concept:name"),
      valueOf(event, "time:timestamp"),
    ]),
  }));
}
