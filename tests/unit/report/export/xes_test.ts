import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { xesFiles } from "../../../../sim/report/export/mod.ts";
import { xmlText } from "../../../../sim/report/export/_xml.ts";
import { activityOf } from "../../../../sim/report/export/_lifecycle.ts";
import { LOG_EVENTS } from "../../../../sim/network/mod.ts";
import {
  inOwnFolder,
  LOG_ROWS,
  withManifest,
  writeLogged,
} from "../../../support/logged_folder.ts";
import type { PlainResultSet } from "../../../../sim/report/tables/mod.ts";
import { xesFaults, xesTraces } from "../../../support/xes_rules.ts";

/** The document of a log. */
async function xesOf(rows = LOG_ROWS, set: PlainResultSet = withManifest({})): Promise<string> {
  let text = "";
  await inOwnFolder(async (folder) => {
    const [file] = xesFiles(writeLogged(`${folder}/r`, rows, set), set.manifest);
    for await (const piece of file.pieces(folder)) text += piece;
  });
  return text;
}

// Planted: offset "Z" instead of "+08:00"; time in hours: red each.
Deno.test("xesFiles() writes a trace for each patient, in order of grid and number", async () => {
  const text = await xesOf();
  assertEquals(xesFaults(text), []);
  assertEquals(xesTraces(text), [
    {
      name: "g1-7",
      events: [
        ["arrival", "2022-12-05T00:00:00.000+08:00"],
        ["decided", "2022-12-05T01:00:30.000+08:00"],
        ["waits for vehicle", "2022-12-05T01:01:00.000+08:00"],
        ["vehicle assigned", "2022-12-05T01:02:00.000+08:00"],
        ["vehicle arrived", "2022-12-05T01:15:30.000+08:00"],
        ["admitted", "2022-12-05T01:16:00.000+08:00"],
        ["bed left", "2022-12-06T01:00:00.000+08:00"],
      ],
    },
    {
      name: "g1-12",
      events: [
        ["arrival", "2022-12-05T01:01:15.000+08:00"],
        ["depart", "2022-12-05T01:10:00.000+08:00"],
      ],
    },
  ]);
});

// Planted: "start" for a queue; the facility as the resource: red each.
Deno.test("xesFiles() says of an event where it stands in its activity, who and where", async () => {
  const lines = (await xesOf()).split("\n");
  const line = (word: string) => lines.find((text) => text.includes(`value="${word}"`))!;
  const values = (text: string) =>
    Object.fromEntries(
      [...text.matchAll(/key="([^"]+)" value="([^"]*)"/g)].map((m) => [m[1], m[2]]),
    );
  assertEquals(values(line("vehicle arrived")), {
    "concept:name": "vehicle arrived",
    "lifecycle:transition": "complete",
    "time:timestamp": "2022-12-05T01:15:30.000+08:00",
    activity: "transport",
    kind: "resource_use_end",
    value: "0",
    "org:resource": "fleet-1",
    "org:group": "h2",
    ward: "icu",
  });
  const of = (word: string) => values(line(word))["lifecycle:transition"];
  assertEquals(
    ["waits for vehicle", "vehicle assigned", "admitted", "bed left", "decided"].map(of),
    ["schedule", "start", "start", "complete", "complete"],
  );
  assertEquals(values(line("decided")).rule, "severe");
  assertEquals(values(lines.find((text) => text.startsWith("<trace>"))!), {
    "concept:name": "g1-7",
    grid: "g1",
    colour: "red",
  });
});

Deno.test("xesFiles() says what made the log, and how many events have no patient", async () => {
  const text = await xesOf();
  for (
    const attribute of [
      '<log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">',
      '<string key="concept:name" value="plan"/>',
      '<string key="program" value="gridcare 0.0.0"/>',
      '<string key="seed" value="1"/>',
      '<string key="scenario_hash" value="0123456789abcdef"/>',
      '<int key="events_without_patient" value="1"/>',
    ]
  ) assertStringIncludes(text, attribute);
});

Deno.test("xesFiles() of a log without rows is a log without traces", async () => {
  const text = await xesOf([]);
  assertEquals([xesFaults(text), xesTraces(text)], [[], []]);
  assert(text.endsWith("</log>\n"));
});

// Planted: traces in order of their first event; the last rows not laid down: red each.
Deno.test("xesFiles() keeps every event of a log that is parted into many scratch files", async () => {
  const patients = Array.from({ length: 60 }, (_, i) => i * 20_011);
  const rows = Array.from({ length: 120_000 }, (_, i) => {
    const patient = patients[(i * 37) % 60];
    return `0,g1-${patient},red,step,refused,${i / 10},,,,g1,,${i}`;
  });
  const text = await xesOf(rows);
  const traces = text.split("<trace>").slice(1);
  assertEquals(traces.length, 60);
  traces.forEach((trace, at) => {
    assert(trace.startsWith(`<string key="concept:name" value="g1-${patients[at]}"/>`));
    const values = [...trace.matchAll(/key="value" value="(\d+)"/g)].map((found) =>
      Number(found[1])
    );
    assertEquals(values.length, 2000);
    assert(values.every((value, i) => i === 0 || value > values[i - 1]));
  });
});

Deno.test("xesFiles() escapes what comes from files", async () => {
  const evil = "a<b>&\"'\t\u0007\ud800";
  const row = `0,g1-7,red,queue,waits,61,"${evil.replaceAll('"', '""')}",icu,${"=v"},g1,]]>,0`;
  const [scenario] = withManifest({}).manifest.scenarios;
  const set = withManifest({
    scenarios: [{ ...scenario, title: { en: "<script>&", zh: "]]>" } }],
    seed: '"/><evil/>',
  });
  const text = await xesOf([row], set);
  assertEquals(xesFaults(text), []);
  assertStringIncludes(text, 'value="a&lt;b&gt;&amp;&quot;&apos;&#9;\\u0007');
  assertStringIncludes(text, 'key="seed" value="&quot;/&gt;&lt;evil/&gt;"');
});

Deno.test("xmlText() leaves ordinary text of any language as it is", () => {
  assertEquals(xmlText("网格 1, ü, 🏥"), "网格 1, ü, 🏥");
  assertEquals(xmlText("\ud83c \udfe5 \uffff\r\n"), "\\ud83c \\udfe5 \\uffff&#13;&#10;");
});

Deno.test("each word with a wait, a beginning or an end has an activity that others share", () => {
  const words = LOG_EVENTS.filter(({ type }) => /^(queue|resource_use)/.test(type));
  for (const { event } of words) {
    const same = LOG_EVENTS.filter((other) => activityOf(other.event) === activityOf(event));
    assert(same.length > 1, `"${event}" is an activity of its own`);
    assertMatch(activityOf(event), /^[a-zA-Z ]+$/);
  }
});

for (
  const [change, fault] of [
    [(text: string) => text.replace("</trace>", ""), "</log> closes another element"],
    [(text: string) => text.replace("1849.2016", "1849-2016"), '<log> has xes.version="1849-2016"'],
    [(text: string) => text.replace('name="Event"', 'name="An event"'), "<classifier> has name="],
    [(text: string) => text.replace('key="ward"', 'key="a ward"'), 'has the key "a ward"'],
    [(text: string) => text.replace('key="kind"', 'key="kind "'), "a event has no global kind"],
    [(text: string) => text.replace("T01:00:30", " 01:00:30"), "<date> has the value"],
    [(text: string) => text.replace('value="h1"', 'value="h&1"'), "not escaped: h&1"],
    [(text: string) => text.replace('key="rule"', 'key="cost:rule"'), "is of no extension"],
    [(text: string) => text.replace('keys="concept:name"', 'keys="ward"'), "which is no global"],
  ] as const
) {
  Deno.test(`xesFaults() finds: ${fault}`, async () => {
    assertStringIncludes(xesFaults(change(await xesOf())).join("\n"), fault);
  });
}
