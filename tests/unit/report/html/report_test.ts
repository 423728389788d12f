import { assertEquals, assertStringIncludes } from "@std/assert";
import { createHash } from "node:crypto";
import type { ResultSet } from "../../../../sim/experiment/results/mod.ts";
import { reportHtml } from "../../../../sim/report/html/mod.ts";
import { fullResultSet } from "../figures/full_set.ts";

const set = fullResultSet({ sequential: true });
const page = reportHtml(set);
const ATTACK = `</script><script>alert("1")</script><img src=x onerror='alert(2)'>&`;

function attacked(from: ResultSet): ResultSet {
  const names = { en: ATTACK, zh: ATTACK };
  const { manifest } = from;
  const cell = { measure: ATTACK, unit: ATTACK, ward: ATTACK };
  return {
    ...from,
    comparison: from.comparison.map((row) => row.colour === "" ? row : { ...row, ...cell }).concat(
      from.comparison.slice(0, 40).map((row) => ({ ...row, ...cell })),
    ),
    exceedances: from.exceedances.map((row) => ({ ...row, ...cell })),
    precision: from.precision.map((row) => ({ ...row, ...cell })),
    manifest: {
      ...manifest,
      program: ATTACK,
      seed: ATTACK,
      command: ATTACK,
      scenarios: manifest.scenarios.map((scenario) => ({
        ...scenario,
        title: names,
        description: names,
        hash: ATTACK,
        lawsHash: ATTACK,
        start: { ...scenario.start, mser5Days: { [ATTACK]: 3 } },
        grades: { [ATTACK]: 1 },
        provenance: [{ path: ATTACK, text: ATTACK, grade: ATTACK, source: ATTACK, file: ATTACK }],
        changes: [{
          path: ATTACK,
          from: ATTACK,
          to: ATTACK,
          grade: ATTACK,
          source: ATTACK,
          file: ATTACK,
          clauses: [ATTACK],
        }],
        parameters: [{ path: ATTACK, law: ATTACK, grade: ATTACK, source: ATTACK }],
      })),
      city: {
        ...manifest.city,
        name: names,
        grids: manifest.city.grids.map((grid) => ({ ...grid, name: names })),
      },
    },
  };
}

/** The page without Plotly's own source, which is not ours to read. */
function ownPart(html: string): string {
  return html.replace(/<script>\s*\/\*\*\s*\* plotly[\s\S]*?<\/script>/, "");
}

Deno.test("reportHtml() is one page without a single address to fetch", () => {
  assertEquals(page.startsWith("<!DOCTYPE html>"), true);
  assertEquals(/(src|href)="(?!#)/.test(ownPart(page)), false);
  assertEquals(/https?:|@import|url\(/.test(ownPart(page)), false);
});

Deno.test("reportHtml() allows exactly its own two scripts, by hash, and no connection", () => {
  const policy = /Content-Security-Policy"\s+content="([^"]*)"/.exec(page)?.[1] ?? "";
  assertStringIncludes(policy, "default-src &#39;none&#39;");
  const allowed = [...policy.matchAll(/sha256-([^&]+)&#39;/g)].map(([, hash]) => hash);
  const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text]) =>
    createHash("sha256").update(text).digest("base64")
  );
  assertEquals(allowed, scripts);
  assertEquals(scripts.length, 2);
  assertEquals(/script-src[^;]*unsafe/.test(policy), false);
});

Deno.test("reportHtml() escapes every text that comes from a file", () => {
  const html = ownPart(reportHtml(attacked(set)));
  assertEquals(html.includes("<img"), false);
  assertEquals([...html.matchAll(/<script/g)].length, 3);
  assertEquals(html.includes("alert(&quot;1&quot;)"), true);
});

Deno.test("reportHtml() says what few replications mean, and stops saying it at ten", () => {
  assertStringIncludes(page, "3 replications are few");
  assertStringIncludes(page, "conditional on the same infections");
  assertStringIncludes(reportHtml(fullResultSet({ replications: 1 })), "One replication only");
  assertEquals(reportHtml(fullResultSet({ replications: 10 })).includes("are few"), false);
});

Deno.test("reportHtml() puts difference and interval of the comparison into words", () => {
  const row = set.comparison.find(({ scenario, measure }) =>
    scenario === "no_tiers" && measure === "deaths"
  );
  const text = (value = NaN): string => Math.round(value).toLocaleString("en-US");
  assertStringIncludes(
    page,
    `<b>${text(row?.mean)}</b>, ${text(row?.difference)} more (${text(row?.allLow)}` +
      `\u00a0to\u00a0${text(row?.allHigh)})`,
  );
});

Deno.test("reportHtml() calls a difference clear by the interval for all scenarios at once", () => {
  const comparison = set.comparison.map((row) =>
    row.scenario === "no_tiers" && row.measure === "deaths"
      ? { ...row, difference: 10, differenceLow: 1, differenceHigh: 19, allLow: -40, allHigh: 60 }
      : row
  );
  assertStringIncludes(
    reportHtml({ ...set, comparison }),
    "no clear difference (−40\u00a0to\u00a060)",
  );
});

Deno.test("reportHtml() names what made it: seed, command, hashes, numbers with grades", () => {
  const { manifest } = set;
  for (
    const text of [
      manifest.command,
      manifest.program,
      ...manifest.scenarios.map((s) => s.hash),
    ]
  ) {
    assertStringIncludes(page, text);
  }
  assertStringIncludes(page, "All 7 numbers with what they rest on");
});

Deno.test("reportHtml() of an empty result set is still a page", () => {
  const nothing = { measures: [], series: [], bands: [], comparison: [], pairs: [] };
  const notices = { restoration: [], monitoring: [] };
  const none = { ...nothing, ...notices, exceedances: [], precision: [], start: [] };
  const empty = reportHtml({ ...set, ...none });
  assertStringIncludes(empty, "These results hold nothing to draw here.");
});
