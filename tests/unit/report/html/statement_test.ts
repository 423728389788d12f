import { assertEquals, assertStringIncludes } from "@std/assert";
import type { ComparisonRow, ResultSet } from "../../../../sim/experiment/results/mod.ts";
import { reportHtml } from "../../../../sim/report/html/mod.ts";
import { fullResultSet } from "../figures/full_set.ts";

const fixed = fullResultSet({ sequential: true });
const drawn = fullResultSet({ replications: 20, uncertainty: "parameters" });

/** The page without Plotly's own source. */
function pageOf(set: ResultSet): string {
  return reportHtml(set).replace(/<script>\s*\/\*\*\s*\* plotly[\s\S]*?<\/script>/, "");
}

function cautionOf(set: ResultSet): string {
  return /<p class="caution">[\s\S]*?<\/p>/.exec(pageOf(set))?.[0] ?? "";
}

function withRow(
  set: ResultSet,
  [scenario, measure]: readonly [string, string],
  more: Partial<ComparisonRow>,
): ResultSet {
  const comparison = set.comparison.map((row) =>
    row.scenario === scenario && row.measure === measure ? { ...row, ...more } : row
  );
  return { ...set, comparison };
}

const SAME = "the same people fall ill on the same days";

Deno.test("reportHtml() says that infections are the same only where they are", () => {
  assertStringIncludes(cautionOf(fixed), SAME);
  const scenarios = fixed.manifest.scenarios.map((one) => ({
    ...one,
    changes: one.changes.map((change) => ({ ...change, path: "wave.peak" })),
  }));
  const moved = cautionOf({ ...fixed, manifest: { ...fixed.manifest, scenarios } });
  assertEquals(moved.includes(SAME), false);
  assertStringIncludes(moved, "do not have the same infections");
  assertStringIncludes(cautionOf({ ...fixed, bands: [] }), "cannot be told");
});

Deno.test("reportHtml() says in the box that the precision asked for was not reached", () => {
  const text = "The precision asked for was not reached within 3 replications.";
  assertEquals(cautionOf(fixed).includes(text), false);
  const manifest = { ...fixed.manifest, recommended: null };
  assertStringIncludes(cautionOf({ ...fixed, manifest }), text);
  assertEquals(
    cautionOf({ ...fixed, manifest: { ...manifest, precision: null } }).includes(text),
    false,
  );
});

Deno.test("reportHtml() says that ends pass bounds when they do, never of quantiles", () => {
  const text = "symmetric by construction";
  const tame = {
    ...fixed,
    bands: [] as ResultSet["bands"],
    comparison: fixed.comparison.map(
      (row) => ({ ...row, meanLow: row.mean, meanHigh: row.mean }),
    ),
  };
  assertEquals(cautionOf(tame).includes(text), false);
  assertStringIncludes(cautionOf(withRow(tame, ["plan", "waiting_peak"], { meanLow: -1 })), text);
  assertStringIncludes(
    cautionOf(withRow(tame, ["plan", "transfer_within_target"], { meanHigh: 1.01 })),
    text,
  );
  const signed = withRow(tame, ["plan", "deaths_excess"], { meanLow: -1 });
  assertEquals(cautionOf(signed).includes(text), false);
  assertEquals(
    cautionOf(withRow(drawn, ["plan", "deaths"], { meanLow: -1 })).includes(text),
    false,
  );
});

Deno.test("reportHtml() says in how many replications a value was reached, and their median", () => {
  const row = { mean: NaN, meanLow: NaN, meanHigh: NaN, difference: NaN, reached: 2, p50: 13 };
  const html = pageOf(withRow(fixed, ["no_tiers", "week_of_full_recovery"], row));
  const said = "reached in 2 of 3 replications; median among them week 13";
  assertStringIncludes(html, `<b>${said}</b>`);
  assertStringIncludes(html, `<small class="partly"><span lang="en">${said}</span>`);
  assertStringIncludes(html, "3次重复中2次达到；其中位数为第13周");
  assertStringIncludes(pageOf(fixed), "<b>not reached</b>");
});

Deno.test("reportHtml() of few draws calls no difference a finding and gives no ranges", () => {
  const few = fullResultSet({ uncertainty: "parameters" });
  const html = pageOf(few);
  assertStringIncludes(cautionOf(few), "3 draws of parameters: too few for a statement.");
  assertStringIncludes(html, "on average in these draws, which are too few for a statement");
  assertStringIncludes(html, "Draws of parameters are too few to say what has moved.");
  assertEquals(/class="mark (better|worse)"/.test(html), false);
  assertEquals(html.includes("90 % of draws"), false);
});

Deno.test("reportHtml() warns of uncertain ends up to 100 draws", () => {
  const text = "the ends at 5 % and 95 % are themselves uncertain";
  assertStringIncludes(cautionOf(drawn), text);
  const many = (replications: number): ResultSet => ({
    ...drawn,
    manifest: { ...drawn.manifest, replications },
  });
  assertStringIncludes(cautionOf(many(100)), text);
  assertEquals(cautionOf(many(101)).includes(text), false);
});

Deno.test("reportHtml() of draws shows the median beside the quantiles, not the mean", () => {
  const odd = withRow(drawn, ["plan", "deaths"], { mean: 99_999, p05: 10, p50: 12, p95: 14 });
  const html = pageOf(odd);
  assertStringIncludes(html, "<b>12</b> (10\u00a0to\u00a014)");
  assertEquals(html.includes("99,999"), false);
  assertStringIncludes(html, "median (90 % of draws)");
});

Deno.test("reportHtml() shows shares of parameters when they are numbers", () => {
  assertEquals(pageOf(drawn).includes('id="shares-caption"'), false);
  const html = pageOf(withRow(drawn, ["no_tiers", "deaths"], { parameterShare: 0.37 }));
  assertEquals(/id="shares-caption"[\s\S]*?<td>37 %<\/td>/.test(html), true);
  assertStringIncludes(html, "so many % is parameters, the rest chance");
});

Deno.test("reportHtml() lists laws of uncertain numbers only when they were drawn", () => {
  const path = "uncertainty.parameters.care.lowerBed";
  const listed = (set: ResultSet): boolean => {
    const scenarios = set.manifest.scenarios.map((one) => ({
      ...one,
      changes: one.changes.map((change) => ({ ...change, path })),
    }));
    return pageOf({ ...set, manifest: { ...set.manifest, scenarios } })
      .includes("uncertainty.<wbr>parameters.<wbr>care.<wbr>lowerBed");
  };
  assertEquals([listed(fixed), listed(drawn)], [false, true]);
});

Deno.test("reportHtml() names the hash of laws, and that days are counted in all", () => {
  assertStringIncludes(pageOf(drawn), "<code>lawsplan</code>");
  assertStringIncludes(pageOf(drawn), "Days are counted in all, not in a row.");
});
