import { assertEquals, assertStringIncludes } from "@std/assert";
import { ocelFiles } from "../../../../sim/report/export/mod.ts";
import type { PlainResultSet } from "../../../../sim/report/tables/mod.ts";
import {
  inOwnFolder,
  LOG_ROWS,
  withManifest,
  writeLogged,
} from "../../../support/logged_folder.ts";
import { ocelFaults } from "../../../support/ocel_rules.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

/** The document of a log. */
async function ocelOf(rows = LOG_ROWS, set: PlainResultSet = withManifest({})): Promise<Any> {
  let text = "";
  await inOwnFolder(async (folder) => {
    const [file] = ocelFiles(writeLogged(`${folder}/r`, rows, set), set.manifest);
    for await (const piece of file.pieces(folder)) text += piece;
  });
  return JSON.parse(text);
}

Deno.test("ocelFiles() names each object once, with what is known of it", async () => {
  const document = await ocelOf();
  assertEquals(ocelFaults(document), []);
  assertEquals(document.objects.map(({ id, type }: Any) => [type, id]), [
    ["grid", "grid:g1"],
    ["patient", "patient:g1-7"],
    ["patient", "patient:g1-12"],
    ["facility", "facility:h1"],
    ["vehicle", "vehicle:fleet-1"],
    ["facility", "facility:h2"],
    ["ward", "ward:h2/icu"],
  ]);
  const valuesOf = (id: string) =>
    Object.fromEntries(
      document.objects.find((object: Any) => object.id === id).attributes
        .map(({ name, value }: Any) => [name, value]),
    );
  assertEquals(valuesOf("grid:g1"), { name: "Grid 1", name_zh: "网格1", population: "1000" });
  assertEquals(valuesOf("facility:h2"), {
    name: "Hospital <2>",
    name_zh: "二院",
    kind: "hospital",
    tier: "3",
  });
  assertEquals(valuesOf("facility:h1"), {});
  assertEquals(valuesOf("patient:g1-7"), { colour: "red" });
  assertEquals(valuesOf("patient:g1-12"), {});
});

Deno.test("ocelFiles() relates objects to one another", async () => {
  const { objects } = await ocelOf();
  const related = objects.flatMap(({ id, relationships }: Any) =>
    relationships.map(({ objectId, qualifier }: Any) => `${id} ${qualifier} ${objectId}`)
  );
  assertEquals(related, [
    "patient:g1-7 lives in grid:g1",
    "patient:g1-12 lives in grid:g1",
    "ward:h2/icu belongs to facility:h2",
  ]);
});

// Planted: events without a patient left out, or the vehicle not related: red.
Deno.test("ocelFiles() writes every row as an event of all its objects", async () => {
  const { events, eventTypes } = await ocelOf();
  assertEquals(events.length, LOG_ROWS.length);
  const arrived = events[6];
  assertEquals([arrived.id, arrived.type, arrived.time], [
    "e7",
    "vehicle arrived",
    "2022-12-05T01:15:30.000+08:00",
  ]);
  const partsOf = ({ relationships }: Any) =>
    relationships.map(({ objectId, qualifier }: Any) => `${qualifier} ${objectId}`);
  assertEquals(partsOf(arrived), [
    "patient patient:g1-7",
    "place facility:h2",
    "ward ward:h2/icu",
    "vehicle vehicle:fleet-1",
  ]);
  assertEquals(partsOf(events[0]), ["patient patient:g1-7", "residence grid:g1"]);
  assertEquals(partsOf(events[8]), ["vehicle vehicle:fleet-1"]);
  assertEquals(events[1].attributes.map(({ name, value }: Any) => `${name} ${value}`), [
    "kind step",
    "activity decided",
    "transition complete",
    "value 5",
    "rule severe",
  ]);
  assertEquals(eventTypes.map(({ name }: Any) => name), [
    "arrival",
    "depart",
    "decided",
    "waits for vehicle",
    "vehicle assigned",
    "vehicle arrived",
    "vehicle free",
    "admitted",
    "bed left",
  ]);
});

Deno.test("ocelFiles() of a log without rows has the city's grids alone", async () => {
  const document = await ocelOf([]);
  assertEquals(ocelFaults(document), []);
  assertEquals([document.events, document.eventTypes], [[], []]);
  assertEquals(document.objects.map(({ id }: Any) => id), ["grid:g1"]);
});

Deno.test("ocelFiles() keeps the same person and many persons apart", async () => {
  const rows = Array.from(
    { length: 30_000 },
    (_, i) => `0,g1-${(i * 7919) % 16_777_213},red,step,refused,${i},,,,g1,,0`,
  );
  const { objects, events } = await ocelOf([...rows, ...rows.slice(-1)]);
  assertEquals([objects.length, events.length], [1 + 30_000, 30_001]);
});

Deno.test("ocelFiles() writes any text as JSON", async () => {
  const evil = 'a"b\\\u0007</script>\ud800';
  const row = `0,g1-7,red,queue,waits,61,"${evil.replaceAll('"', '""')}",icu,,g1,r,0`;
  const document = await ocelOf([row]);
  assertEquals(ocelFaults(document), []);
  assertStringIncludes(document.events[0].relationships[1].objectId, 'a"b\\\u0007</script>');
});

for (
  const [change, fault] of [
    [(document: Any) => delete document.objectTypes, "objectTypes is no list"],
    [(document: Any) => document.events[0].id = "e2", "an id of an event comes twice"],
    [(document: Any) => document.objects.pop(), "relates to ward:h2/icu"],
    [(document: Any) => document.events[0].type = "x", "of type x, which is not declared"],
    [(document: Any) => document.events[0].attributes[3].value = 5, "event e1 has value = 5"],
    [(document: Any) => document.events[0].attributes[3].value = "x", 'event e1 has value = "x"'],
    [(document: Any) => document.events[0].time = "2022-12-05 00:00", "event e1 has the time"],
    [(document: Any) => document.events[8].relationships = [], "event e9 is of no object"],
    [(document: Any) => delete document.objects[0].attributes[0].time, "grid:g1 has no time"],
    [(document: Any) => document.eventTypes[0].attributes[0].type = "text", "is of type text"],
  ] as const
) {
  Deno.test(`ocelFaults() finds: ${fault}`, async () => {
    const document = await ocelOf();
    change(document);
    assertStringIncludes(ocelFaults(document).join("\n"), fault);
  });
}
