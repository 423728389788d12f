/** The path of one patient as a figure. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  type Figure,
  personTimeLineFigure,
  type Trace,
} from "../../../../sim/report/figures/mod.ts";
import { dateTimeOf, timeTicks } from "../../../../sim/report/figures/_time_ticks.ts";
import { tiny } from "../../../support/tiny_network.ts";
import { CLAUSES, followed, named } from "../story/_told.ts";

/** Worse at home, 120, seen, taken next door, well again. */
const scenario = named(tiny({
  risk: { moderate: 1 },
  worsening: "call_120",
  wards: [["designated", "general", 1]],
}));
const events = followed(scenario);
const source = { scenario, lang: "en", id: "g-0", clauses: CLAUSES } as const;
const figure = personTimeLineFigure(events, source);
const barsOf = ({ data }: Figure): Trace[] => data.filter(({ type }) => type === "bar");

Deno.test("personTimeLineFigure() has bars on three lanes and marks below, each in the legend once", () => {
  const groups = new Set(figure.data.map(({ legendgroup }) => legendgroup));
  assertEquals([...groups], ["illness", "place", "waiting", "marks"]);
  const names = figure.data.map(({ legendgroup, name }) => `${legendgroup} ${name}`);
  assertEquals(new Set(names).size, names.length);
  assertEquals(new Set(barsOf(figure).flatMap(({ y }) => y)).size, 3);
});

// Planted: lengths in minutes, not milliseconds: every bar is too short to see.
Deno.test("personTimeLineFigure() ends each bar of an illness where the next begins", () => {
  const bars = barsOf(figure).filter(({ legendgroup }) => legendgroup === "illness").flatMap(
    ({ base, x }) =>
      (base as string[]).map((from, at) => ({
        from: Date.parse(`${from.replace(" ", "T")}Z`),
        length: (x as number[])[at],
      })),
  ).sort((a, b) => a.from - b.from);
  assert(bars.length >= 2);
  bars.slice(1).forEach(({ from }, at) =>
    assert(Math.abs(bars[at].from + bars[at].length - from) <= 1000)
  );
});

Deno.test("personTimeLineFigure() says the story's sentences when pointed at, in both languages", () => {
  const decision = figure.data.find(({ name }) => name === "decision");
  assertStringIncludes((decision?.hovertext as string[])[0], "DECISION: ");
  const zh = personTimeLineFigure(events, { ...source, lang: "zh" });
  assertStringIncludes(zh.layout.title.text, "一名患者的历程");
  assertStringIncludes(zh.layout.meta.note, "并非真人");
  assertStringIncludes(zh.layout.meta.description, "康复");
});

Deno.test("personTimeLineFigure() works without clauses, and is empty without events", () => {
  const { clauses: _, ...bare } = source;
  assertEquals(personTimeLineFigure(events, bare).data.length, figure.data.length);
  const none = personTimeLineFigure([], source);
  assertEquals(none.data, []);
  assertEquals(JSON.parse(JSON.stringify(none)), none);
});

Deno.test("personTimeLineFigure() is plain JSON without markup from names", () => {
  const facilities = scenario.city.facilities.map((one) => ({
    ...one,
    name: { en: "<img> %{x}", zh: "<b>" },
  }));
  const city = { ...scenario.city, facilities };
  const drawn = personTimeLineFigure(events, { ...source, scenario: { ...scenario, city } });
  assertEquals(JSON.parse(JSON.stringify(drawn)), drawn);
  const { meta: _meta, ...layout } = drawn.layout;
  assertEquals(JSON.stringify([drawn.data, layout]).includes("<img"), false);
  assertEquals(JSON.stringify(drawn.data).includes("%{x}"), false);
});

Deno.test("timeTicks() stand at midnights and count days from the first symptoms", () => {
  const span = { start: "2022-12-30", from: 0, to: 10 * 1440, onset: 2 * 1440 + 700 };
  const { tickvals, ticktext } = timeTicks(span, "en");
  assertEquals(tickvals, [
    "2022-12-30 00:00:00",
    "2023-01-01 00:00:00",
    "2023-01-03 00:00:00",
    "2023-01-05 00:00:00",
    "2023-01-07 00:00:00",
    "2023-01-09 00:00:00",
  ]);
  assertEquals(ticktext.slice(0, 2), ["30 Dec<br>day −2", "1 Jan<br>day 0"]);
  assertEquals(timeTicks({ ...span, onset: NaN }, "zh").ticktext[0], "12月30日");
});

Deno.test("dateTimeOf() counts minutes from the first day", () => {
  assertEquals(dateTimeOf("2022-11-01", 1441.5), "2022-11-02 00:01:30");
});
