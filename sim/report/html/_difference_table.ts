/** The table of headline measures: the baseline's values and everyone's paired differences. */
import type { ComparisonRow, ResultSet } from "../../experiment/results/mod.ts";
import { type Headline, HEADLINES, type Question, unitLabel } from "../figures/mod.ts";
import { infectionsOf, isClear, tooFewDraws } from "../method/mod.ts";
import { both, inBoth, type Markup, markup } from "./_markup.ts";
import { tableOf } from "./_table.ts";
import {
  centreOf,
  differenceEnds,
  differenceStyle,
  isBetter,
  meanEnds,
  nameOf,
  type NumberStyle,
  numberText,
  rangeText,
  reachedText,
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
  const { baseline, scenarios } = set.manifest;
  const base = scenarios.find(({ name }) => name === baseline);
  const others = scenarios.filter(({ name }) => name !== baseline);
  const heads = headsOf(set);
  return tableOf(set, {
    id: "differences",
    kind: "numbers",
    caption: captionOf(set),
    head: [
      both("Measure", "指标"),
      markup`${
        both(base?.title.en ?? baseline, base?.title.zh ?? baseline)
      }<small>${heads.base}</small>`,
      ...others.map(({ title }) =>
        markup`${both(title.en, title.zh)}<small>${heads.other}</small>`
      ),
    ],
    body: QUESTIONS.map((question) => bodyOf(set, question, others.map(({ name }) => name))),
  });
}

/** What stands in the columns. */
function headsOf(set: ResultSet): { readonly base: Markup; readonly other: Markup } {
  if (tooFewDraws(set)) {
    return { base: both("median", "中位数"), other: both("mean difference", "平均差值") };
  }
  return set.manifest.uncertainty === "parameters"
    ? {
      base: both("median (90 % of draws)", "中位数（90%的抽样）"),
      other: both("mean difference (90 % of draws)", "平均差值（90%的抽样）"),
    }
    : {
      base: both("mean (95 % interval)", "均值（95%置信区间）"),
      other: both("difference (95 % interval)", "差值（95%置信区间）"),
    };
}

function captionOf(set: ResultSet): Markup {
  const { replications, uncertainty } = set.manifest;
  const times = `${replications} replication${replications === 1 ? "" : "s"}`;
  const same = infectionsOf(set) === "same";
  const [on, onZh] = same ? [" with the same infections", "，感染相同"] : ["", ""];
  const pairing = both(
    "“pairing”, the share of the variance of the difference that pairing by person removed. Differences of proportions are in percentage points.",
    "“配对”为按人配对所消除的差值方差比例。比例之差以百分点计。",
  );
  if (uncertainty === "replication") {
    return markup`${
      both(
        `Headline measures: mean of the baseline, and paired difference of each other scenario from it over ${times}${on}; in brackets, 95 % intervals. Below: “all”, the 95 % interval of the mean difference that holds for all scenarios of the measure at once;`,
        `主要指标：基准方案的均值，以及其他方案与之的配对差值（${replications}次重复${onZh}）；括号内为95%置信区间。其下“全部”为对该指标全部方案同时成立的平均差值95%置信区间，`,
      )
    } ${pairing} ${
      both("Bold: the interval for all at once leaves zero out.", "粗体：同时成立的区间不含零。")
    }`;
  }
  const few = tooFewDraws(set);
  return markup`${
    both(
      `Headline measures: median of the baseline, and mean paired difference of each other scenario from it over ${times}${on}${
        few ? "" : "; in brackets, where 90 % of draws lie (5 % to 95 %)"
      }. Below:`,
      `主要指标：基准方案的中位数，以及其他方案与之的平均配对差值（${replications}次重复${onZh}）${
        few ? "" : "；括号内为90%抽样所在范围（5%至95%分位）"
      }。其下`,
    )
  } ${pairing} ${
    few
      ? both("Draws are too few for a statement.", "抽样次数过少，无法作出判断。")
      : both("Bold: both ends lie on one side of zero.", "粗体：两端位于零的同侧。")
  }`;
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
  const partly = partlyOf(set, base);
  return markup`
    <tr><th scope="row">${
    inBoth((lang) => `${nameOf(headline, lang)} [${unitLabel(base.unit, lang)}]`)
  }</th><td>${
    partly === ""
      ? markup`${numberText(centreOf(set, base), base)}${
        range(set, base, base, meanEnds(set, base))
      }`
      : partly
  }</td>${others.map((name) => cellOf(set, rowOf(set, name, headline)))}</tr>
  `;
}

/** In how many replications a value was reached; empty when in all. */
function partlyOf(set: ResultSet, row: ComparisonRow): Markup | "" {
  if (reachedText(set, row, "en") === "") return "";
  return markup`–<small class="partly">${inBoth((lang) => reachedText(set, row, lang))}</small>`;
}

function cellOf(set: ResultSet, row: ComparisonRow | undefined): Markup {
  if (row === undefined) return markup`<td>–</td>`;
  if (!Number.isFinite(row.difference)) return markup`<td>${partlyOf(set, row) || "–"}</td>`;
  const better = isBetter(set, row);
  const kind = better === undefined ? "" : better ? "better" : "worse";
  const mark = better === undefined ? "" : markup`
    <span class="mark ${kind}">${better ? both("better", "较好") : both("worse", "较差")}</span>
  `;
  const value = isClear(set, row) === true
    ? markup`<b>${signedText(row)}</b>`
    : markup`${signedText(row)}`;
  return markup`<td>${value}${mark}${
    range(set, row, differenceStyle(row), differenceEnds(set, row))
  }${beyond(set, row)}</td>`;
}

/** The interval for all scenarios at once, with fixed parameters, and what pairing removed. */
function beyond({ manifest }: ResultSet, row: ComparisonRow): Markup {
  const removed = Number.isFinite(row.varianceRemoved)
    ? `${Math.round(row.varianceRemoved * 100)} %`.replace("-", "−")
    : "–";
  const all = manifest.uncertainty === "parameters"
    ? ""
    : markup`<small class="beyond">${
      inBoth((lang) => {
        const ends = rangeText(row.allLow, row.allHigh, differenceStyle(row), lang) || "–";
        return lang === "en" ? `all: ${ends}` : `全部：${ends}`;
      })
    }</small>`;
  return markup`${all}<small class="beyond">${both("pairing: ", "配对：")}${removed}</small>`;
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
