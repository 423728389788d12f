/** The table of headline measures: the baseline's values and everyone's paired differences. */
import type { ComparisonRow, ResultSet } from "../../experiment/mod.ts";
import { type Headline, HEADLINES, type Question, unitLabel } from "../figures/mod.ts";
import { both, inBoth, type Markup, markup } from "./_markup.ts";
import {
  differenceStyle,
  isBetter,
  isClear,
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
  const { baseline, scenarios } = set.manifest;
  const base = scenarios.find(({ name }) => name === baseline);
  const others = scenarios.filter(({ name }) => name !== baseline);
  return markup`
    <div class="scroll" role="region" tabindex="0" aria-labelledby="differences-caption">
      <table class="numbers">
    <caption id="differences-caption">${captionOf(set)}</caption>
    <thead><tr><th scope="col">${both("Measure", "指标")}</th><th scope="col">${
    both(
      base?.title.en ?? baseline,
      base?.title.zh ?? baseline,
    )
  }<small>${both("mean (95 % interval)", "均值（95%置信区间）")}</small></th>${
    others.map((
      { title },
    ) =>
      markup`<th scope="col">${both(title.en, title.zh)}<small>${
        both("difference (95 % interval)", "差值（95%置信区间）")
      }</small></th>`
    )
  }</tr></thead>
    ${QUESTIONS.map((question) => bodyOf(set, question, others.map(({ name }) => name)))}
      </table>
    </div>
  `;
}

function captionOf(set: ResultSet): Markup {
  const { replications } = set.manifest;
  return both(
    `Headline measures: mean of the baseline, and paired difference of each other scenario from it over ${replications} replication${
      replications === 1 ? "" : "s"
    } on the same people. Differences of proportions are in percentage points. Bold: the interval leaves zero out. Intervals are not widened for the number of comparisons.`,
    `主要指标：基准方案的均值，以及其他方案与之在相同人群上的配对差值（${replications}次重复）。比例之差以百分点计。粗体：置信区间不含零。置信区间未按比较次数加宽。`,
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
  }</th><td>${numberText(base.mean, base)}${
    range(set, base, base, [base.meanLow, base.meanHigh])
  }</td>${others.map((name) => cellOf(set, rowOf(set, name, headline)))}</tr>
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
  return markup`<td>${value}${mark}${
    range(set, row, differenceStyle(row), [row.differenceLow, row.differenceHigh])
  }</td>`;
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
