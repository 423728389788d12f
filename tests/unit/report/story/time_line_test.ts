/** The story as stretches of time, on events made by hand and on a tiny world. */
import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import {
  delayPieces,
  delaySpells,
  type PersonEvent,
  timeLineOf,
} from "../../../../sim/report/mod.ts";
import { tiny, tinyCity } from "../../../support/tiny_network.ts";
import { endOf, illnessOf, placesOf } from "../../../../sim/report/story/_stretches.ts";
import { followed, named, sourceOf } from "./_told.ts";

const CITY = tinyCity({ wards: [["sub", "general", 1], ["designated", "sub_icu", 1]] });
/** Worse at home, 120, seen, taken next door, well again. */
const WORLD = named(tiny({
  risk: { moderate: 1 },
  worsening: "call_120",
  wards: [["designated", "general", 1]],
}));
const GENERAL = 0;
const SUB_ICU = 1;

/** An event: time, word, value, facility, ward. */
const e = (time: number, event: string, value = 0, facility = -1, ward = -1): PersonEvent => (
  { time, event, value, facility, ward, set: -1, rule: -1 }
);
const short = (stretches: readonly { kind: string; from: number; to: number }[]) =>
  stretches.map(({ kind, from, to }) => `${kind} ${from}-${to}`);

const MOVED = [
  e(0, "infected"),
  e(10, "onset"),
  e(20, "worsened", 2),
  e(30, "contact", 2),
  e(31, "waits for physician", 0, 0),
  e(40, "care", 3),
  e(60, "worsened", 3),
  e(70, "vehicle arrived", 0, 1),
  e(80, "picked up", 0, 1),
  e(90, "vehicle arrived", 0, 1, GENERAL),
  e(90, "admitted", 0, 1, GENERAL),
  e(90, "decided", 0, 1),
  e(120, "moves inside", 5, 1, GENERAL),
  e(120, "bed left", 0, 1, GENERAL),
  e(125, "admitted", 0, 1, SUB_ICU),
  e(200, "convalescent", 2, 1, SUB_ICU),
  e(300, "recovered", 3, 1, SUB_ICU),
  e(300, "bed left", 0, 1, SUB_ICU),
  e(300, "depart"),
];

Deno.test("illnessOf() goes from infection through worsening to the end, without gap", () => {
  assertEquals(short(illnessOf(MOVED, 300)), [
    "incubating 0-10",
    "mild 10-20",
    "moderate 20-60",
    "severe 60-200",
    "convalescent 200-300",
  ]);
});

// Planted: leaving a bed taken for going home: the way inside the facility is at home.
Deno.test("placesOf() follows home, facility, road and beds, without gap", () => {
  assertEquals(short(placesOf(MOVED, CITY, 300)), [
    "home 0-31",
    "facility 31-40",
    "home 40-70",
    "facility 70-80",
    "road 80-90",
    "general 90-120",
    "road 120-125",
    "sub_icu 125-300",
  ]);
});

Deno.test("endOf() of one who recovers at home unseen is then, of one still ill the run's end", () => {
  assertEquals(endOf(MOVED, 1000), 300);
  assertEquals(endOf([e(0, "infected"), e(50, "depart", 70)], 1000), 120);
  assertEquals(endOf([e(0, "infected")], 1000), 1000);
});

Deno.test("illnessOf() of one found present begins with that", () => {
  assertEquals(short(illnessOf([e(5, "present", 3, 1, SUB_ICU)], 50)), ["severe 5-50"]);
  assertEquals(short(placesOf([e(5, "present", 3, 1, SUB_ICU)], CITY, 50)), ["sub_icu 5-50"]);
});

Deno.test("delayPieces() are the parts of the spells, in order and joined", () => {
  const pieces = delayPieces(MOVED, CITY, 1000);
  assertEquals(
    pieces.map(({ part, from, to }) => `${part} ${from}-${to}`),
    [
      "unnoticed 20-30",
      "reception 30-80",
      "ride 80-90",
      "lesser 90-120",
      "ride 120-125",
    ].toSpliced(1, 1, "reception 30-80"),
  );
  const total = delaySpells(MOVED, CITY, 1000).reduce((sum, spell) => sum + spell.total, 0);
  assertEquals(pieces.reduce((sum, { from, to }) => sum + to - from, 0), total);
});

Deno.test("timeLineOf() of a run tells each stretch with the story's sentences", () => {
  const events = followed(WORLD);
  for (const lang of ["en", "zh"] as const) {
    const { stretches, marks, person, end } = timeLineOf(events, sourceOf(WORLD, lang));
    assert(stretches.length >= 4);
    assert(person.length >= 3);
    assertEquals(end, "recovered");
    const lanes = Map.groupBy(stretches, ({ lane }) => lane);
    for (const lane of ["illness", "place"] as const) {
      const own = lanes.get(lane)!;
      own.slice(1).forEach(({ from }, at) => assertAlmostEquals(from, own[at].to));
    }
    const [bed] = marks.filter(({ kind }) => kind === "bed");
    assertStringIncludes(bed.text[1], lang === "en" ? "ADMITTED" : "入院");
    assert(stretches.every(({ text, name }) => text.length >= 2 && name.length >= 2));
  }
});

Deno.test("timeLineOf() gives a decision its rule and the beds that were asked, not all of many", () => {
  const { marks } = timeLineOf(followed(WORLD), sourceOf(WORLD));
  const decisions = marks.filter(({ kind }) => kind === "decision");
  assert(decisions.length >= 1);
  for (const { text } of decisions) {
    assertStringIncludes(text[1], "DECISION");
    assertStringIncludes(text.join(" "), "Rule ");
    assert(text.length <= 12);
  }
});
