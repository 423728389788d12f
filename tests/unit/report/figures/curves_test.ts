/** Figures of curves: the distribution of delays, and what becomes of those who need a bed. */
import { assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import {
  delayDistributionFigure,
  type Figure,
  recoveryCurvesFigure,
  type Trace,
} from "../../../../sim/report/figures/mod.ts";
import type { ResultSet } from "../../../../sim/experiment/results/mod.ts";
import { fullResultSet } from "./full_set.ts";

const set = fullResultSet();
const SCENARIOS = set.manifest.scenarios.length;

const titlesOf = ({ layout }: Figure): string[] =>
  (layout.annotations as { text: string; xref: string }[])
    .filter(({ xref }) => xref === "paper").map(({ text }) => text);
const linesOf = ({ data }: Figure): Trace[] => data.filter(({ fill }) => fill !== "toself");

/** The set with a target of its transfers, one for each scenario. */
function withTargets(...texts: readonly string[]): ResultSet {
  const scenarios = set.manifest.scenarios.map((scenario, at) => ({
    ...scenario,
    provenance: [{
      path: "transfer.target",
      text: texts[at % texts.length],
      grade: "assumed",
      source: "",
      file: "base.yaml",
    }],
  }));
  return { ...set, manifest: { ...set.manifest, scenarios } };
}

Deno.test("delayDistributionFigure() has a panel for all and for each colour, a line a scenario", () => {
  const figure = delayDistributionFigure(set);
  assertEquals(titlesOf(figure), [
    "<b>All requests</b>",
    "<b>Health colour green</b>",
    "<b>Health colour yellow</b>",
    "<b>Health colour red</b>",
  ]);
  assertEquals(linesOf(figure).length, 4 * SCENARIOS);
  const rows = set.curves.filter((row) =>
    row.scenario === "plan" && row.curve === "transfer_unfinished" && row.group === ""
  );
  assertStringIncludes(
    JSON.stringify(figure.layout.yaxis).replace("<br>", " "),
    "Not yet in the bed, had nobody left the queue [%]",
  );
  const [line] = linesOf(figure);
  assertEquals(line.x, rows.map(({ hours }) => hours));
  assertEquals(line.y, rows.map(({ mean }) => Number((100 * mean).toPrecision(6))));
});

Deno.test("delayDistributionFigure() has hours on a logarithmic axis with words", () => {
  const { tickvals, ticktext, type } = delayDistributionFigure(set, "zh").layout.xaxis as {
    tickvals: number[];
    ticktext: string[];
    type: string;
  };
  assertEquals([type, tickvals.length], ["log", ticktext.length]);
  assertEquals([ticktext[0], ticktext[7]], ["30<br>分钟", "7<br>天"]);
});

// Planted: the target of the first scenario taken for all: a line where targets differ.
Deno.test("delayDistributionFigure() draws the target where all scenarios have the same", () => {
  const shapes = (from: ResultSet): number[] =>
    (delayDistributionFigure(from).layout.shapes as { x0: number }[]).map(({ x0 }) => x0);
  assertEquals(shapes(withTargets("2 h", "120 min")), [2, 2, 2, 2]);
  assertEquals(shapes(withTargets("2 h", "3 h")), []);
  assertEquals(shapes(set), []);
  const { note } = delayDistributionFigure(withTargets("2 h")).layout.meta;
  assertStringIncludes(note, "dashed line down: the target of 2 h");
});

Deno.test("delayDistributionFigure() of one replication has lines without bands and says so", () => {
  const { data, layout } = delayDistributionFigure(fullResultSet({ replications: 1 }));
  assertEquals(data.length, 4 * SCENARIOS);
  assertStringIncludes(layout.meta.note, "one replication gives no interval");
});

// Planted: those still ill left out of the stack: it does not reach 100 %.
Deno.test("recoveryCurvesFigure() stacks five parts to 100 % on every day", () => {
  const { data } = recoveryCurvesFigure(set);
  assertEquals(data.length, 5 * SCENARIOS);
  const stacks = Map.groupBy(data, ({ stackgroup }) => stackgroup);
  assertEquals(stacks.size, SCENARIOS);
  for (const parts of stacks.values()) {
    (parts[0].y as number[]).forEach((_, day) =>
      assertAlmostEquals(parts.reduce((sum, { y }) => sum + (y as number[])[day], 0), 100, 1e-3)
    );
  }
});

Deno.test("recoveryCurvesFigure() puts recoveries below, deaths above, in days", () => {
  const { data } = recoveryCurvesFigure(set);
  assertEquals(data.slice(0, 5).map(({ legendgroup }) => legendgroup), [
    "recovered_in_bed",
    "recovered_without_bed",
    "unresolved",
    "died_without_bed",
    "died_in_bed",
  ]);
  assertEquals([data[0].x].flat().at(-1), 28);
});

Deno.test("recoveryCurvesFigure() says the shares of the last day beside the scenario", () => {
  const [, , third] = titlesOf(recoveryCurvesFigure(set, "zh"));
  assertStringIncludes(third, "：康复");
  const { y } = recoveryCurvesFigure(set).data[0];
  const { description } = recoveryCurvesFigure(set).layout.meta;
  const last = Number((y as number[]).at(-1)!.toPrecision(3));
  assertStringIncludes(description, `By day 28 — Plan as written: recovered, had a bed ${last} %`);
});

Deno.test("recoveryCurvesFigure() leaves out a scenario that lacks an outcome", () => {
  const curves = set.curves.filter(({ scenario, group }) =>
    scenario !== "plan" || group !== "died_in_bed"
  );
  assertEquals(recoveryCurvesFigure({ ...set, curves }).data.length, 5 * (SCENARIOS - 1));
});
