/** The table of headline measures: the baseline's values and everyone's paired differences. */
import type { ComparisonRow, ResultSet } from "../../experiment/results/mod.ts";
import { type Headline, HEADLINES, type Question, unitLabel } from "../figures/mod.ts";
import { both, inBoth, type Markup, markup } from "./_markup.ts";
import { tableOf } from "./_table.ts";
import {
  differenceEnds,
  differenceStyle,
  isBetter,
  isClear,
  meanEnds,
  nameOf,
  type NumberStyle,
  numberText,
  rangeText,
  rowOf,
  signedText,
} from "./_words.ts";

const QUESTIONS: readonly (readonly [question: Question, en: string, zh: string])[] = [
  ["beds", "Beds", "床位"],
  ["transfers", "Transfers", "转运"],
  ["patients", "Patients", "患者"],
  ["services", "Ordinary services", "日常服务"],
];

/** Table of paired differences, with a caption and rows by question. */
export function differenceTable(set: ResultSet): Markup {
  const { baseline, scenarios, uncertainty } = set.manifest;
  const base = scenarios.find(({ name }) => name === baseline);
  const others = scenarios.filter(({ name }) => name !== baseline);
  const drawn = uncertainty === "parameters";
  return tableOf(set, {
    id: "differences",
    kind: "numbers",
    caption: captionOf(set),
    head: [
      both("Measure", "指标"),
      markup`${both(base?.title.en ?? baseline, base?.title.zh ?? baseline)}<small>${
        drawn
          ? both("mean (90 % of draws)", "均值（90%的抽样）")
          : both("mean (95 % interval)", "均值（95%置信区间）")
      }</small>`,
      ...others.map(({ title }) =>
        markup`${both(title.en, title.zh)}<small>${
          drawn
            ? both("difference (90 % of draws)", "差值（90%的抽样）")
            : both("difference (95 % interval)", "差值（95%置信区间）")
        }</small>`
      ),
    ],
    body: QUESTIONS.map((question) => bodyOf(set, question, others.map(({ name }) => name))),
  });
}

function captionOf(set: ResultSet): Markup {
  const { replications, uncertainty } = set.manifest;
  const drawn = uncertainty === "parameters";
  const brackets = drawn
    ? ["in brackets, where 90 % of draws lie", "括号内为90%抽样所在范围"]
    : ["in brackets, 95 % intervals", "括号内为95%置信区间"];
  return both(
    `Headline measures: mean of the baseline, and paired difference of each other scenario from it over ${replications} replication${
      replications === 1 ? "" : "s"
    } on the same people; ${
      brackets[0]
    }. Below: “all”, the 95 % interval of the mean difference that holds for all scenarios of the measure at once; “pairing”, the share of the variance of the difference that pairing by person removed. Differences of proportions are in percentage points. Bold: ${
      drawn
        ? "90 % of draws lie on one side of zero"
        : "the interval for all at once leaves zero out"
    }.`,
    `主要指标：基准方案的均值，以及其他方案与之在相同人群上的配对差值（${replications}次重复）；${
      brackets[1]
    }。其下“全部”为对该指标全部方案同时成立的平均差值95%置信区间，“配对”为按人配对所消除的差值方差比例。比例之差以百分点计。粗体：${
      drawn ? "90%的抽样位于零的同侧" : "同时成立的区间不含零"
    }。`,
  );
}

function bodyOf(
  set: ResultSet,
  [question, en, zh]: typeof QUESTIONS[number],
  others: readonly string[],
): Markup {
  const rows = HEADLINES.filter((headline) => headline.question === question)
    .map((headline) => lineOf(set, headline, others));
  if (rows.every((row) => row === "")) return markup``;
  return markup`
    <tbody><tr class="group"><th scope="rowgroup" colspan="${others.length + 2}">${
    both(
      en,
      zh,
    )
  }</th></tr>${rows}</tbody>
  `;
}

function lineOf(set: ResultSet, headline: Headline, others: readonly string[]): Markup | "" {
  const base = rowOf(set, set.manifest.baseline, headline);
  if (base === undefined) return "";
  return markup`
    <tr><th scope="row">${
    inBoth((lang) => `${nameOf(headline, lang)} [${unitLabel(base.unit, lang)}]`)
  }</th><td>${numberText(base.mean, base)}${range(set, base, base, meanEnds(base))}</td>${
    others.map((name) => cellOf(set, rowOf(set, name, headline)))
  }</tr>
  `;
}

function cellOf(set: ResultSet, row: ComparisonRow | undefined): Markup {
  if (row === undefined || !Number.isFinite(row.difference)) return markup`<td>–</td>`;
  const better = isBetter(row);
  const kind = better === undefined ? "" : better ? "better" : "worse";
  const mark = better === undefined ? "" : markup`
    <span class="mark ${kind}">${better ? both("better", "较好") : both("worse", "较差")}</span>
  `;
  const value = isClear(row) === true
    ? markup`<b>${signedText(row)}</b>`
    : markup`${signedText(row)}`;
  return markup`<td>${value}${mark}${range(set, row, differenceStyle(row), differenceEnds(row))}${
    beyond(row)
  }</td>`;
}

/** The interval for all scenarios at once, and what pairing removed. */
function beyond(row: ComparisonRow): Markup {
  const removed = Number.isFinite(row.varianceRemoved)
    ? `${Math.round(row.varianceRemoved * 100)} %`.replace("-", "−")
    : "–";
  return markup`<small class="beyond">${
    inBoth((lang) => {
      const all = rangeText(row.allLow, row.allHigh, differenceStyle(row), lang) || "–";
      return lang === "en" ? `all: ${all}` : `全部：${all}`;
    })
  }</small><small class="beyond">${both("pairing: ", "配对：")}${removed}</small>`;
}

function range(
  set: ResultSet,
  row: ComparisonRow,
  style: NumberStyle,
  [low, high]: readonly [number, number],
): Markup {
  const text = inBoth((lang) => {
    const ends = rangeText(low, high, style, lang);
    return ends === "" ? "" : `(${ends})`;
  });
  const fewer = row.replications < set.manifest.replications
    ? both(
      ` ${row.replications} of ${set.manifest.replications} replications`,
      ` ${set.manifest.replications}次中的${row.replications}次`,
    )
    : "";
  return markup`<small>${text}${fewer}</small>`;
}
