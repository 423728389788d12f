/** The kept table of effects: nothing has drifted, everything is as the effects say. */

import { assertEquals, assertMatch } from "@std/assert";
import { CATALOGUE } from "../../sim/domain/mod.ts";
import { loadClauses } from "../../sim/scenario/mod.ts";
import { toMarkdown } from "./_markdown.ts";
import { TABLE } from "./_table.ts";
import { EFFECTS, NO_EFFECT } from "./effects.ts";

const read = (name: string) => Deno.readTextFileSync(new URL(name, import.meta.url));
const kept = () => TABLE.fromCsv(read("effects.csv"));

Deno.test("every kept comparison is as its effect says, over 20 replications", () => {
  const said = EFFECTS.flatMap(({ title, steps }) =>
    steps.slice(1).map(({ label, moves }) => [title, label, moves ?? "moves nothing", "20"])
  );
  const seen = kept().map(({ title, to, verdict, replications }) => [
    title,
    to,
    verdict,
    replications,
  ]);
  assertEquals(seen, said);
});

Deno.test("EFFECTS.md is the kept table in Markdown", async () => {
  const { notices } = await loadClauses();
  const parts = { effects: EFFECTS, without: NO_EFFECT, notices };
  assertEquals(read("EFFECTS.md"), toMarkdown(kept(), parts));
});

// Planted: `set` left out of the table: red.
Deno.test("the table says what differs in several parameters, and what both scenarios share", () => {
  const text = read("EFFECTS.md");
  assertMatch(text, /in the parameters in brackets alone: one, but several for\n.*BJ-3\.13/);
  const line = (title: string) =>
    text.split("\n").find((line) => line.includes(title))!.split(" | ");
  assertEquals(line("PCR round the clock")[3], "`laboratory.modelled` true");
  assertEquals(line("rule 3: severe")[3], "`wave.scale` 0.5; `services.occupancy` 0.3");
  assertEquals(line("rule 2: moderate")[3], "–");
});

Deno.test("effects have titles of their own, two steps or more, and say how each step moves", () => {
  const titles = EFFECTS.map(({ title }) => title);
  assertEquals(titles.filter((title, i) => titles.indexOf(title) !== i), []);
  for (const { title, steps, clauses } of EFFECTS) {
    assertEquals(clauses.length > 0 && steps.length > 1, true, title);
    assertEquals([steps[0].moves, steps[0].stays], [undefined, undefined], title);
    const unsaid = steps.slice(1).filter(({ moves, stays }) => (moves ?? stays) === undefined);
    assertEquals(unsaid, [], title);
    const both = steps.filter(({ moves, stays }) => moves !== undefined && stays !== undefined);
    assertEquals(both, [], title);
  }
});

Deno.test("effects change numbers of the scenario and read measures of the catalogue", () => {
  const names = new Set(CATALOGUE.map(({ name }) => name));
  for (const { title, steps, set = {}, measure } of EFFECTS) {
    assertEquals(names.has(measure.name), true, `${title}: ${measure.name}`);
    const paths = steps.map(({ change }) => Object.keys(change).sort());
    assertEquals(paths, paths.map(() => paths[0]), `${title}: other paths in other steps`);
    assertEquals(paths[0].filter((path) => path in set), [], `${title}: set and changed`);
  }
});

Deno.test("each modelled clause of the register has an effect, or a reason to have none", async () => {
  const { clauses } = await loadClauses();
  const modelled = clauses.filter(({ status }) => status === "modelled")
    .map(({ clause }) => clause);
  const shown = new Set(EFFECTS.flatMap((effect) => effect.clauses));
  const excused = new Set(NO_EFFECT.map(({ clause }) => clause));
  assertEquals(modelled.filter((name) => !shown.has(name) && !excused.has(name)), []);
  assertEquals([...shown].filter((name) => excused.has(name)), [], "both");
  assertEquals(
    [...shown, ...excused].filter((name) => !modelled.includes(name)),
    [],
    "not modelled",
  );
});
