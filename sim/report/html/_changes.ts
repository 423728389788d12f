/** What differs between the scenarios, and what that moves. */
import type { ComparisonRow, ResultSet, ScenarioSummary } from "../../experiment/results/mod.ts";
import { scenarioTitle, unitLabel } from "../figures/mod.ts";
import { gradeLabel, movedFrom } from "../method/mod.ts";
import { both, inBoth, type Markup, markup } from "./_markup.ts";
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
        ? `Each scenario beside “${base}”: the lines of its files that differ, and the measures that moved: those whose interval of the difference, widened so that it holds for all scenarios at once, leaves out zero.`
        : `各方案与“${base}”相比：文件中不同的各行，以及随之变动的指标，即对全部方案同时成立的加宽差值区间不含零者。`;
    })
  }</p>${others.map((scenario, at) => scenarioPart(set, scenario, at))}`;
}

function scenarioPart(set: ResultSet, scenario: ScenarioSummary, at: number): Markup {
  const { changes } = scenario;
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
  return markup`<tr><td><code>${path}</code></td><td>${from === "" ? none : from}</td><td>${
    to === "" ? none : to
  }</td><td>${inBoth((lang) => gradeLabel(grade, lang))}</td><td>${
    clauses.join(", ")
  }</td><td>${source}${file === "" ? "" : markup` <code>${file}</code>`}</td></tr>`;
}

function movedPart(set: ResultSet, scenario: string): Markup {
  const { moved, compared } = movedFrom(set, scenario);
  if (compared === 0) {
    return markup`<p>${
      both("Without intervals nothing can be said to have moved.", "没有置信区间，无法判断变动。")
    }</p>`;
  }
  const items = moved.slice(0, NAMED).map((row) =>
    markup`<li>${inBoth((lang) => movedText(row, lang))}</li>`
  );
  return markup`<p>${
    both(
      `Moved: ${moved.length} of ${compared} measures and groups${
        moved.length > NAMED ? `; the ${NAMED} clearest` : ""
      }.`,
      `${compared}个指标与分组中变动${moved.length}个${
        moved.length > NAMED ? `；最明确的${NAMED}个` : ""
      }。`,
    )
  }</p><ul class="moved">${items}</ul>`;
}

function movedText(row: ComparisonRow, lang: "en" | "zh"): string {
  const { grid, tier, facility, ward, colour, rule, line } = row;
  const name = nameOf(
    { measure: row.measure, groups: { grid, tier, facility, ward, colour, rule, line } },
    lang,
  );
  const unit = row.unit === "-" ? "" : ` [${unitLabel(row.unit, lang)}]`;
  return `${name}${unit}${lang === "en" ? ": " : "："}${differenceText(row, lang)}`;
}
