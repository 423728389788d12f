import { assertEquals, assertStringIncludes } from "@std/assert";
import type { ResultSet } from "../../../../sim/experiment/results/mod.ts";
import { gradeNote, spreadNote } from "../../../../sim/report/method/mod.ts";
import { reportHtml, writeReportFolder } from "../../../../sim/report/html/mod.ts";
import { fullResultSet } from "../figures/full_set.ts";

const fixed = fullResultSet({ sequential: true });
const drawn = fullResultSet({ replications: 20, uncertainty: "parameters" });

/** The page without Plotly's own source. */
function ownPart(html: string): string {
  return html.replace(/<script>\s*\/\*\*\s*\* plotly[\s\S]*?<\/script>/, "");
}

const pages = [fixed, drawn].map((set) => ({ set, html: ownPart(reportHtml(set)) }));

function sectionOf(html: string, id: string): string {
  return new RegExp(`<section id="${id}"[\\s\\S]*?</section>\\s*(?=<section id|</main>)`).exec(
    html,
  )![0];
}

Deno.test("reportHtml() says below every figure and table what it rests on and what spreads", () => {
  for (const { set, html } of pages) {
    const tables = [...html.matchAll(/<table[\s\S]*?<\/table>/g)].map(([text]) => text);
    const figures = [...html.matchAll(/<figcaption>[\s\S]*?<\/figcaption>/g)].map(([text]) => text);
    assertEquals([tables.length > 8, figures.length > 10], [true, true]);
    for (const text of [...tables, ...figures]) {
      for (const lang of ["en", "zh"] as const) {
        assertStringIncludes(text, gradeNote(set, lang));
        assertStringIncludes(text, spreadNote(set, lang));
      }
    }
  }
});

Deno.test("reportHtml() never goes through rows of single replications", () => {
  const refuse = (): never => {
    throw new Error("rows of single replications were asked for");
  };
  const huge = { [Symbol.iterator]: refuse } as Iterable<never>;
  const set: ResultSet = { ...fixed, measures: huge, series: huge, parameters: huge };
  assertEquals(reportHtml(set), reportHtml(fixed));
});

Deno.test("reportHtml() lists changed lines with grade and clauses, and what moved", () => {
  const part = sectionOf(pages[0].html, "changes");
  assertStringIncludes(part, '<code class="path">referral.<wbr>adherence</code>');
  assertStringIncludes(part, "P22-2.2.1c");
  assertStringIncludes(part, "Synthetic source (2022), a third title");
  assertStringIncludes(part, "; the 12 clearest");
});

Deno.test("reportHtml() does not list a measure whose simultaneous interval holds zero", () => {
  const comparison = fixed.comparison.map((row) => ({ ...row, allLow: -1e9, allHigh: 1e9 }));
  const part = sectionOf(ownPart(reportHtml({ ...fixed, comparison })), "changes");
  assertStringIncludes(part, "leaving out zero: 0 of");
  assertEquals(part.includes("<li>"), false);
});

Deno.test("reportHtml() shows both intervals and what pairing removed beside a difference", () => {
  const part = sectionOf(pages[0].html, "differences");
  const row = fixed.comparison.find(({ scenario, measure }) =>
    scenario === "no_tiers" && measure === "deaths"
  );
  const text = (value = NaN): string => Math.round(value).toLocaleString("en-US");
  assertStringIncludes(
    part,
    `(${text(row?.differenceLow)}\u00a0to\u00a0${text(row?.differenceHigh)})`,
  );
  assertStringIncludes(part, `all: ${text(row?.allLow)}\u00a0to\u00a0${text(row?.allHigh)}`);
  assertEquals(/pairing: <\/span>[\s\S]{0,60}83 %/.test(part), true);
});

Deno.test("reportHtml() of drawn parameters lists them with law and grade, and brackets hold draws", () => {
  const [, { html }] = pages;
  assertStringIncludes(sectionOf(html, "certainty"), "uniform 0.3 to 0.7");
  const row = drawn.comparison.find(({ scenario, measure }) =>
    scenario === "plan" && measure === "deaths"
  );
  const text = (value = NaN): string => Math.round(value).toLocaleString("en-US");
  assertStringIncludes(html, `(${text(row?.p05)}\u00a0to\u00a0${text(row?.p95)})`);
  assertEquals(html.includes("Intervals are replication error alone."), false);
  assertEquals(sectionOf(pages[0].html, "certainty").includes("uniform 0.3"), false);
});

Deno.test("reportHtml() shows exceedances, precision and the start of a run", () => {
  const part = sectionOf(pages[0].html, "certainty");
  assertStringIncludes(part, "Bed occupancy, ICU beds, at or above 95 % on more than 7 days");
  assertStringIncludes(part, "Holds from replication");
  assertEquals(/± 2 %[\s\S]*?<td>14<\/td>/.test(part), true);
  assertStringIncludes(part, "then 14 days of ordinary care alone");
  assertStringIncludes(part, "Not every ward type has settled");
  for (const name of ["exceedance", "convergence", "warm-up"]) {
    assertStringIncludes(part, `id="figure-${name}"`);
  }
});

Deno.test("reportHtml() of a fixed number says so and has no figure of convergence", () => {
  const part = sectionOf(pages[1].html, "certainty");
  assertStringIncludes(part, "The number of replications, 20, was fixed beforehand.");
  assertEquals(part.includes("figure-convergence"), false);
  assertEquals(part.includes("figure-bands-icu"), true);
});

Deno.test("reportHtml() has three verdicts for the warm-up, by scenario where they differ", () => {
  const start = fixed.manifest.scenarios[0].start;
  const starts = [
    { ...start, mser5Days: { general: 0, icu: 14 } },
    { ...start, mser5Days: { general: 0, icu: 15 } },
    { ...start, days: 34, mser5Days: { icu: NaN } },
    { ...start, kind: "census", warmUpDays: 0, mser5Days: { icu: 0 } } as const,
  ];
  const scenarios = fixed.manifest.scenarios.map((one, at) => ({ ...one, start: starts[at] }));
  const set = { ...fixed, manifest: { ...fixed.manifest, scenarios } };
  const part = sectionOf(ownPart(reportHtml(set)), "certainty");
  const said = part.split("<h3>Start").at(-1)?.replace(/<[^>]*>/g, "") ?? "";
  const places = [
    "MSER-5 finds no reason to drop more than the warm-up.",
    "Not every ward type has settled",
    "34 days were looked at.",
    "Too short to tell",
    "Runs start from a given census",
  ].map((text) => said.indexOf(text));
  assertEquals(places.every((place) => place > 0), true);
  assertEquals(places.toSorted((a, b) => a - b), places);
});

Deno.test("reportHtml() stays under 2.4 MB, Plotly included, with four scenarios of 120 days", () => {
  for (const { set } of pages) assertEquals(reportHtml(set).length < 2.4e6, true);
});

Deno.test("writeReportFolder() writes report, method and citation beside the tables", () => {
  const folder = Deno.makeTempDirSync({ prefix: "gridcare-" });
  try {
    writeReportFolder(fixed, folder);
    const names = new Set([...Deno.readDirSync(folder)].map(({ name }) => name));
    for (const name of ["report.html", "CITATION.cff", "manifest.json", "bands.csv"]) {
      assertEquals(names.has(name), true);
    }
    const read = (name: string): string => Deno.readTextFileSync(`${folder}/${name}`);
    assertStringIncludes(read("method.md"), "# Method: Synthetic City");
    assertStringIncludes(read("method.zh.md"), "# 方法：合成城市".replace("：", ": "));
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});
