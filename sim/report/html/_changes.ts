/** What differs between the scenarios, and what that moves. */
import type { ComparisonRow, ResultSet, ScenarioSummary } from "../../experiment/results/mod.ts";
import { scenarioTitle, unitLabel } from "../figures/mod.ts";
import { changeText, gradeLabel, movedFrom, movedNote, shownChanges } from "../method/mod.ts";
import { both, inBoth, type Markup, markup, pathCode } from "./_markup.ts";
import { headOf, tableOf } from "./_table.ts";
import { differenceText, nameOf } from "./_words.ts";

/** Most measures that are named as moved; the others stand in comparison.csv. */
const NAMED = 12;

/** A part per scenario other than the baseline: changed lines, moved measures. */
export function changesOf(set: ResultSet): Markup {
  const { baseline, scenarios } = set.manifest;
  const others = scenarios.filter(({ name }) => name !== baseline);
  if (others.length === 0) {
    return markup`<p>${both("There is one scenario only.", "仅有一个方案。")}</p>`;
  }
  return markup`<p>${
    inBoth((lang) => {
      const base = scenarioTitle(set, baseline, lang);
      return lang === "en"
        ? `Each scenario beside “${base}”: the lines of its files that differ, and the measures that moved.`
        : `各方案与“${base}”相比：文件中不同的各行，以及随之变动的指标。`;
    })
  }</p>${others.map((scenario, at) => scenarioPart(set, scenario, at))}`;
}

function scenarioPart(set: ResultSet, scenario: ScenarioSummary, at: number): Markup {
  const changes = shownChanges(set, scenario);
  const title = both(scenario.title.en, scenario.title.zh);
  const table = changes.length === 0
    ? markup`<p>${both("No line differs.", "没有不同的行。")}</p>`
    : tableOf(set, {
      id: `changes-${at}`,
      kind: "fine",
      caption: both(
        `${changes.length} line${changes.length === 1 ? "" : "s"} differ${
          changes.length === 1 ? "s" : ""
        }.`,
        `共${changes.length}行不同。`,
      ),
      head: headOf([
        ["Line", "行"],
        ["Baseline", "基准"],
        ["Here", "本方案"],
        ["Grade", "依据"],
        ["Clauses", "条款"],
        ["Source", "来源"],
      ]),
      body: markup`<tbody>${changes.map(changeRow)}</tbody>`,
    });
  return markup`<h3>${title}</h3>${table}${movedPart(set, scenario.name)}`;
}

function changeRow(
  { path, from, to, grade, source, file, clauses }: ScenarioSummary["changes"][number],
) {
  const none = both("not there", "无");
  const shown = (value: string) => value === "" ? none : inBoth((lang) => changeText(value, lang));
  return markup`<tr><td>${pathCode(path)}</td><td>${shown(from)}</td><td>${shown(to)}</td><td>${
    inBoth((lang) => gradeLabel(grade, lang))
  }</td><td>${clauses.join(", ")}</td><td>${source}${
    file === "" ? "" : markup` ${pathCode(file, "/")}`
  }</td></tr>`;
}

function movedPart(set: ResultSet, scenario: string): Markup {
  const items = movedFrom(set, scenario).moved.slice(0, NAMED).map((row) =>
    markup`<li>${inBoth((lang) => movedText(set, row, lang))}</li>`
  );
  const list = items.length === 0 ? "" : markup`<ul class="moved">${items}</ul>`;
  return markup`<p>${
    inBoth((lang) => movedNote(set, scenario, { named: NAMED, lang }))
  }</p>${list}`;
}

function movedText(set: ResultSet, row: ComparisonRow, lang: "en" | "zh"): string {
  const { grid, tier, facility, ward, colour, rule, line } = row;
  const name = nameOf(
    { measure: row.measure, groups: { grid, tier, facility, ward, colour, rule, line } },
    lang,
  );
  const unit = row.unit === "-" ? "" : ` [${unitLabel(row.unit, lang)}]`;
  return `${name}${unit}${lang === "en" ? ": " : "："}${differenceText(set, row, lang)}`;
}
