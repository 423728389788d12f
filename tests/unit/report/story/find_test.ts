/** Patients worth following, found in rows made by hand and in a run. */
import { assert, assertEquals } from "@std/assert";
import { runReplication } from "../../../../sim/network/mod.ts";
import { FIND_KINDS, FoundPeople, foundText } from "../../../../sim/report/mod.ts";
import type { FindKind } from "../../../../sim/report/mod.ts";
import { allEventsOf, tinyCity, TRAINING } from "../../../support/tiny_network.ts";

const CITY = tinyCity({ wards: [["sub", "general", 1], ["designated", "icu", 1]] });
const ICU = 1;

type Row = readonly [time: number, person: number, event: string, ward?: number];

/** Who is found in some rows: name, amount, end. */
function found(kind: FindKind, rows: readonly Row[], count = 5): string[] {
  const people = new FoundPeople({ kind, count, city: CITY });
  for (const [time, person, event, ward = -1] of rows) {
    people.rows.row(time, person, people.events.code(event), -1, ward, -1, -1, 0);
  }
  return people.found(1000).map(({ id, amount, end }) => `${id} ${amount} ${end}`);
}

const ROWS: readonly Row[] = [
  [0, 1, "arrival"],
  [0, 2, "arrival"],
  [0, 3, "arrival"],
  [5, -1, "vehicle free"],
  [10, 1, "refused"],
  [10, 1, "waits"],
  [20, 2, "waits"],
  [30, 2, "refused"],
  [30, 2, "refused"],
  [50, 1, "waits"],
  [60, 1, "accepted"],
  [70, 1, "admitted", ICU],
  [80, 2, "died"],
  [80, 2, "depart"],
  [170, 1, "bed left", ICU],
  [180, 1, "admitted", 0],
  [190, 1, "depart"],
  [900, 3, "waits"],
];

// Planted: the wait begun anew by a second "waits": red.
Deno.test("FoundPeople counts waits, refusals, time in ICU beds and admissions", () => {
  assertEquals(found("waited-longest", ROWS), [
    "g-3 100 present",
    "g-2 60 died",
    "g-1 50 recovered",
  ]);
  assertEquals(found("refused-most", ROWS), ["g-2 2 died", "g-1 1 recovered"]);
  assertEquals(found("icu", ROWS), ["g-1 100 recovered"]);
  assertEquals(found("moved-most", ROWS), ["g-1 2 recovered"]);
  assertEquals(found("died", ROWS), ["g-2 60 died"]);
});

Deno.test("FoundPeople keeps the most, and of equals the first", () => {
  const many = Array.from({ length: 500 }, (_, i): Row[] => [
    [0, i, "arrival"],
    ...Array.from({ length: 1 + i % 3 }, (): Row => [1, i, "refused"]),
    [2, i, "depart"],
  ]).flat();
  assertEquals(found("refused-most", many, 3), [
    "g-2 3 recovered",
    "g-5 3 recovered",
    "g-8 3 recovered",
  ]);
});

Deno.test("FoundPeople finds in a run what its whole log holds", () => {
  const scenario = { ...TRAINING, wave: { ...TRAINING.wave, scale: 0.5 } };
  const options = { seed: "find", replication: 0 };
  const events = allEventsOf(scenario, runReplication(scenario, { ...options, log: true }));
  const refusals = Map.groupBy(
    events.filter(({ event }) => event === "refused"),
    ({ person }) => person,
  );
  const most = Math.max(...[...refusals.values()].map(({ length }) => length));
  const people = new FoundPeople({ kind: "refused-most", count: 1, city: scenario.city });
  const { log } = runReplication(scenario, { ...options, log: people });
  assertEquals(log?.rows.rows, 0);
  assertEquals(people.found(0).map(({ amount }) => amount), [most]);
});

Deno.test("foundText() writes a line for each, in both languages", () => {
  const person = { id: "g-2", colour: "red", amount: 135, end: "died" } as const;
  for (const kind of FIND_KINDS) {
    const [head, line] = foundText([person], kind, "en");
    assert(
      head.startsWith("patient  colour") && line.startsWith("g-2      red") &&
        line.endsWith("died"),
    );
  }
  assertEquals(foundText([person], "died", "zh")[1], "g-2   红色  等床2小时15分钟，死亡  死亡");
  assertEquals(foundText([], "icu", "zh"), ["本次重复中没有这样的人。"]);
});
