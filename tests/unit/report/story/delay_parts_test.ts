/** Spells without a bed that suffices, on events made by hand. */
import { assertEquals } from "@std/assert";
import { delaySpells } from "../../../../sim/report/mod.ts";
import type { PersonEvent } from "../../../../sim/report/mod.ts";
import { tinyCity } from "../../../support/tiny_network.ts";

const CITY = tinyCity({ wards: [["sub", "general", 1], ["designated", "sub_icu", 1]] });
const GENERAL = 0;
const SUB_ICU = 1;
const END = 10_000;

/** An event: time, word, value, ward. */
const e = (time: number, event: string, value = 0, ward = -1): PersonEvent => ({
  ...{ time, event, value, ward },
  ...{ facility: -1, set: -1, rule: -1 },
});

const spells = (...events: PersonEvent[]) =>
  delaySpells(events, CITY, END).map(({ severities, from, total, met, parts }) => [
    severities.join(),
    from,
    total,
    met,
    parts.map(({ part, minutes }) => `${part} ${minutes}`).join(),
  ]);

// Planted: the time of the event itself given to the part that it begins, not to the one before: red.
Deno.test("delaySpells() gives every minute to the part that the event before began", () => {
  assertEquals(
    spells(
      e(10, "worsened", 2),
      e(40, "contact"),
      e(41, "waits for physician"),
      e(45, "seen"),
      e(60, "decided"),
      e(60, "waits"),
      e(90, "accepted"),
      e(100, "ready"),
      e(120, "picked up"),
      e(150, "admitted", 0, GENERAL),
    ),
    [[
      "2",
      10,
      140,
      true,
      "unnoticed 30,reception 5,result 15,bed 30,handOver 10,vehicle 20,ride 30",
    ]],
  );
});

Deno.test("delaySpells() opens another spell when more is needed than the bed gives", () => {
  assertEquals(
    spells(
      e(0, "worsened", 2),
      e(5, "admitted", 0, GENERAL),
      e(20, "worsened", 3),
      e(20, "decided"),
      e(20, "waits"),
      e(50, "accepted"),
      e(60, "ready"),
      e(70, "picked up"),
      e(70, "bed left"),
      e(95, "admitted", 0, SUB_ICU),
      e(200, "convalescent", 2),
      e(210, "accepted"),
      e(220, "bed left"),
      e(230, "admitted", 0, GENERAL),
      e(300, "recovered"),
    ),
    [
      ["2", 0, 5, true, "unnoticed 5"],
      ["3", 20, 75, true, "lesser 30,handOver 10,vehicle 10,ride 25"],
    ],
  );
});

Deno.test("delaySpells() of a need that grows is one spell; it ends when the need falls or with death", () => {
  assertEquals(
    spells(
      e(0, "worsened", 2),
      e(10, "worsened", 3),
      e(20, "admitted", 0, GENERAL),
      e(50, "died", 3),
    ),
    [["2,3", 0, 50, false, "unnoticed 20,lesser 30"]],
  );
  assertEquals(
    spells(e(0, "worsened", 3), e(20, "admitted", 0, GENERAL), e(50, "convalescent", 2)),
    [["3", 0, 50, true, "unnoticed 20,lesser 30"]],
  );
});

Deno.test("delaySpells() runs to the end of the run; those who never need a bed have none", () => {
  assertEquals(spells(e(0, "worsened", 2)), [["2", 0, END, false, `unnoticed ${END}`]]);
  assertEquals(spells(e(0, "contact"), e(9, "depart")), []);
  assertEquals(spells(e(0, "present", 2, GENERAL)), []);
});
