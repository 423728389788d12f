/** What differs between the scenarios, in words. */
import { CATALOGUE } from "../../domain/measures/mod.ts";
import {
  type ComparisonRow,
  GROUPS,
  type ResultSet,
  type ScenarioSummary,
} from "../../experiment/results/mod.ts";
import { changeText } from "./change_text.ts";
import type { Lang } from "./language.ts";
import { codeMarkdown, plainMarkdown, say, tableMarkdown } from "./_markdown.ts";
import { movedFrom, movedNote } from "./moved.ts";
import { gradeLabel } from "./notes.ts";
import { shownChanges } from "./shown_changes.ts";

/** Most measures that are named as moved. */
const NAMED = 20;

/**
 * What differs between each scenario and the baseline: the lines of its files, with grade, clauses
 * and source, and the measures that moved.
 *
 * @param set Results.
 * @param lang Language.
 * @returns Markdown; a part per scenario other than the baseline.
 *
 * @example The other scenario is named
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { differencesText } from "./mod.ts";
 * assertStringIncludes(differencesText(TINY_RESULT_SET), "**No tiers**");
 * ```
 */
export function differencesText(set: ResultSet, lang: Lang = "en"): string {
  const { baseline, scenarios } = set.manifest;
  const others = scenarios.filter(({ name }) => name !== baseline);
  if (others.length === 0) return say(lang, "There is one scenario only.", "仅有一个方案。");
  return others.map((scenario) => scenarioText(set, scenario, lang)).join("\n\n");
}

function scenarioText(set: ResultSet, scenario: ScenarioSummary, lang: Lang): string {
  const changes = shownChanges(set, scenario);
  const count = changes.length;
  const begins = `**${plainMarkdown(scenario.title[lang])}** (${codeMarkdown(scenario.name)})${
    say(lang, ": ", "：")
  }${
    count === 0 ? say(lang, "no line differs from the baseline.", "与基准方案没有不同的行。") : say(
      lang,
      `${count} line${count === 1 ? " differs" : "s differ"} from the baseline.`,
      `与基准方案有${count}行不同。`,
    )
  }`;
  const table = count === 0 ? [] : [tableMarkdown(
    lang === "en"
      ? ["line", "baseline", "here", "grade", "clauses", "source", "file"]
      : ["行", "基准", "本方案", "依据", "条款", "来源", "文件"],
    changes.map((change) => [
      codeMarkdown(change.path),
      plainMarkdown(changeText(change.from, lang)) || "–",
      plainMarkdown(changeText(change.to, lang)) || "–",
      plainMarkdown(gradeLabel(change.grade, lang)),
      change.clauses.map(plainMarkdown).join(", "),
      plainMarkdown(change.source),
      codeMarkdown(change.file),
    ]),
  )];
  return [begins, ...table, movedText(set, scenario.name, lang)].join("\n\n");
}

function movedText(set: ResultSet, scenario: string, lang: Lang): string {
  const { moved } = movedFrom(set, scenario);
  const drawn = set.manifest.uncertainty === "parameters";
  const rows = moved.slice(0, NAMED).map((row) => [
    plainMarkdown(labelOf(row, lang)),
    plainMarkdown(row.unit),
    number(row.baselineMean),
    number(row.difference),
    ...(drawn ? [span(row.differenceP05, row.differenceP95, lang)] : [
      span(row.differenceLow, row.differenceHigh, lang),
      span(row.allLow, row.allHigh, lang),
    ]),
    Number.isFinite(row.varianceRemoved) ? `${Math.round(row.varianceRemoved * 100)} %` : "–",
  ]);
  const said = movedNote(set, scenario, { named: NAMED, lang });
  if (rows.length === 0) return said;
  const head = say(
    lang,
    `measure;unit;baseline, mean;mean difference;${
      drawn ? "5 % to 95 % of draws" : "95 % interval;simultaneous 95 %"
    };variance removed`,
    `指标;单位;基准均值;平均差值;${
      drawn ? "抽样的5%至95%分位" : "95%置信区间;同时95%区间"
    };消除的方差`,
  ).split(";");
  return `${said}\n\n${tableMarkdown(head, rows)}`;
}

function labelOf(row: ComparisonRow, lang: Lang): string {
  const groups = GROUPS.filter((group) => row[group] !== "").map((group) =>
    `${group} ${row[group]}`
  );
  const title = CATALOGUE.find(({ name }) => name === row.measure)?.title[lang] ?? row.measure;
  return groups.length === 0 ? title : `${title} (${groups.join(", ")})`;
}

function span(low: number, high: number, lang: Lang): string {
  return `${number(low)} ${say(lang, "to", "至")} ${number(high)}`;
}

function number(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(4))).replace("-", "−") : "–";
}
