/**
 * The report: one file that opens from a disk without a network.
 *
 * Everything is in it, Plotly too. Its security policy allows exactly its own two scripts, by
 * their hashes, and no connection, so that text from a file could not run even if the escaping
 * failed.
 */
import { createHash } from "node:crypto";
import type { ResultSet } from "../../experiment/results/mod.ts";
import type { Lang } from "../figures/mod.ts";
import { isWithoutInfections } from "../method/mod.ts";
import { cautionOf } from "./_caution.ts";
import { exceedanceTable, parameterTable, precisionTable, spreadPart } from "./_certainty.ts";
import { changesOf } from "./_changes.ts";
import { closuresPart } from "./_closures.ts";
import { differenceTable } from "./_difference_table.ts";
import { drawnOf, figuresOf, type PlacedFigure, placeOf } from "./_figures.ts";
import { limitsOf } from "./_limits.ts";
import { noPatients, noTransfers } from "./_nothing.ts";
import { factsOf, gradeTable, provenanceTable, scenarioTable } from "./_made.ts";
import { both, Markup, markup, scriptJson } from "./_markup.ts";
import { PLOTLY_SOURCE } from "./_plotly.ts";
import { PAGE_SCRIPT } from "./_script.ts";
import { servicesPart } from "./_services.ts";
import { shareTable } from "./_shares.ts";
import { startPart } from "./_start.ts";
import { PAGE_STYLE } from "./_style.ts";
import { summaryOf } from "./_summary.ts";

const SECTIONS: readonly (readonly [id: string, en: string, zh: string])[] = [
  ["summary", "Summary", "摘要"],
  ["changes", "What differs", "方案差异"],
  ["beds", "Bed occupancy", "床位使用"],
  ["transfers", "Transfer delays", "转运延迟"],
  ["recovery", "Recovery of patients", "患者康复"],
  ["services", "Ordinary services", "日常医疗服务"],
  ["differences", "Differences", "差值"],
  ["certainty", "How sure", "可信程度"],
  ["map", "Map", "地图"],
  ["made", "How it was made", "结果由来"],
];

/** Figures of ordinary services that older results do not have. */
const SERVICE_FIGURES = ["lines", "monitoring", "put-off", "sessions", "staff"];

/**
 * Writes the report of a result set as one self-contained HTML page in English and Chinese, with a
 * switch between them.
 *
 * @param set Results.
 * @param lang Language shown first.
 * @returns Page; it makes no request and needs no other file.
 *
 * @example A page
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { reportHtml } from "./mod.ts";
 * assertStringIncludes(reportHtml(TINY_RESULT_SET), "<h1>");
 * ```
 */
export function reportHtml(set: ResultSet, lang: Lang = "en"): string {
  const figures = figuresOf(set);
  const titles = titlesOf(set);
  return markup`
    <!DOCTYPE html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="${policy()}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="generator" content="${set.manifest.program}">
        <meta name="referrer" content="no-referrer">
        <title>${titles[lang]}</title>
        <style>${new Markup(PAGE_STYLE)}</style>
      </head>
      <body>
    <a class="skip" href="#summary">${both("Skip to the summary", "跳到摘要")}</a>
    ${headerOf(set, lang)}
    <main>
    ${sectionsOf(set, figures)}
    </main>
    ${footerOf(set)}
    <script type="application/json" id="figures">${scriptJson(drawnOf(figures))}</script>
    <script type="application/json" id="titles">${scriptJson(titles)}</script>
    <script>${new Markup(inScript(PLOTLY_SOURCE))}</script>
    <script>${new Markup(inScript(PAGE_SCRIPT))}</script>
      </body>
    </html>
  `.toString().trimStart();
}

function titlesOf({ manifest }: ResultSet): { readonly en: string; readonly zh: string } {
  const { city, scenarios } = manifest;
  const count = scenarios.length;
  return {
    en: count === 1
      ? `${city.name.en}: one scenario`
      : `${city.name.en}: ${count} scenarios compared`,
    zh: count === 1 ? `${city.name.zh}：一个方案` : `${city.name.zh}：${count}个方案的比较`,
  };
}

function headerOf(set: ResultSet, lang: Lang): Markup {
  const { window, replications, seed } = set.manifest;
  const titles = titlesOf(set);
  const none = isWithoutInfections(set);
  const button = (code: Lang, name: string): Markup =>
    markup`
      <button type="button" data-lang="${code}"
        aria-pressed="${String(code === lang)}"><bdi>${name}</bdi></button>
    `;
  return markup`
    <header>
      <div
        class="bar"><span class="brand">gridcare</span><div class="switch" role="group" aria-label="Language 语言">${
    button(
      "en",
      "English",
    )
  }${button("zh", "中文")}</div></div>
      <h1>${both(titles.en, titles.zh)}</h1>
      <p class="meta">${
    both(
      `${
        none ? "Simulated without an epidemic" : "Simulated wave"
      } from ${window.start}, ${window.days} days and ${window.runOnDays} days’ follow-up; ${replications} replication${
        replications === 1 ? "" : "s"
      } per scenario; seed ${seed}`,
      `${
        none ? "模拟（无疫情）" : "模拟疫情"
      }自${window.start}起${window.days}天，随访${window.runOnDays}天；每个方案${replications}次重复；种子${seed}`,
    )
  }</p>
      <nav aria-label="Sections 章节">
        <ul>${
    SECTIONS.map(([id, en, zh]) => markup`<li><a href="#${id}">${both(en, zh)}</a></li>`)
  }</ul>
      </nav>
    </header>
  `;
}

function sectionsOf(set: ResultSet, figures: ReadonlyMap<string, PlacedFigure>): Markup {
  const place = (name: string): Markup => placeOf(figures.get(name));
  const found = (name: string): Markup => figures.has(name) ? place(name) : markup``;
  const maps = [...figures].filter(([name]) => name.startsWith("map-"));
  const contents: readonly Markup[] = [
    markup`${cautionOf(set)}${summaryOf(set)}${scenarioTable(set)}`,
    changesOf(set),
    markup`${place("beds")}${found("facilities")}${closuresPart(set)}`,
    figures.has("delay") || figures.has("parts")
      ? markup`${place("delay")}${found("distribution")}${place("parts")}${found("flow")}`
      : noTransfers(set),
    figures.has("outcomes") ? markup`${place("outcomes")}${found("recovery")}` : noPatients(set),
    markup`${servicesPart(set)}${place("services")}${
      SERVICE_FIGURES.filter((name) => figures.has(name)).map(place)
    }`,
    markup`${place("differences")}${differenceTable(set)}`,
    certaintyOf(set, figures),
    maps.length === 0
      ? place("map")
      : markup`<div class="maps">${maps.map(([, placed]) => placeOf(placed))}</div>`,
    markup`${factsOf(set)}${gradeTable(set)}${provenanceTable(set)}<h3>${
      both("What the results do not say", "结果的局限")
    }</h3>${limitsOf(set)}`,
  ];
  return markup`${
    SECTIONS.map(([id, en, zh], at) =>
      markup`
        <section id="${id}"
          aria-labelledby="${id}-title"><h2 id="${id}-title">${both(en, zh)}</h2>
        ${contents[at]}</section>
      `
    )
  }`;
}

/** What the spread is, and how far it can be trusted; figures that have nothing to show are left out. */
function certaintyOf(set: ResultSet, figures: ReadonlyMap<string, PlacedFigure>): Markup {
  const place = (name: string): Markup => figures.has(name) ? placeOf(figures.get(name)) : markup``;
  return markup`${spreadPart(set)}${parameterTable(set)}${shareTable(set)}${place("bands-icu")}${
    place("bands-waiting")
  }${place("exceedance")}${exceedanceTable(set)}<h3>${
    both("Number of replications", "重复次数")
  }</h3>${precisionTable(set)}${place("convergence")}<h3>${
    both("Start of a run", "运行起点")
  }</h3>${startPart(set)}${place("warm-up")}`;
}

function footerOf({ manifest }: ResultSet): Markup {
  return markup`<footer>${
    both(
      `Made by ${manifest.program}. Every number was simulated from the inputs named above; the tables beside this file hold all of them, method.md says how they were made, method.zh.md in Chinese.`,
      `由 ${manifest.program} 生成。所有数值均由上述输入模拟得出；全部结果见同一文件夹中的表格，方法见 method.zh.md（英文：method.md）。`,
    )
  }</footer>`;
}

function policy(): string {
  const hashes = [PLOTLY_SOURCE, PAGE_SCRIPT].map((script) =>
    `'sha256-${createHash("sha256").update(inScript(script)).digest("base64")}'`
  );
  return [
    "default-src 'none'",
    `script-src ${hashes.join(" ")}`,
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** A script that cannot end its element early: in strings and patterns \u003c is the same sign. */
function inScript(source: string): string {
  return source.replace(/<(?=\/script|!--)/gi, "\\u003c");
}
