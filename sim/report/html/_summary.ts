/** The first page: what was found, in plain words with numbers. */
import type { ComparisonRow, ResultSet } from "../../experiment/results/mod.ts";
import { capitalised, type Lang, type Question, scenarioTitle } from "../figures/mod.ts";
import { isWithoutInfections } from "../method/mod.ts";
import { both, inBoth, type Markup, markup, type Part } from "./_markup.ts";
import { differenceText, estimateText, rowOf, type Wanted } from "./_words.ts";

interface Facet extends Wanted {
  readonly en: string;
  readonly zh: string;
}

interface Topic {
  readonly question: Question;
  readonly en: string;
  readonly zh: string;
  readonly facets: readonly Facet[];
}

function facet(measure: string, en: string, zh: string, groups: Wanted["groups"] = {}): Facet {
  return { measure, groups, en, zh };
}

const TOPICS: readonly Topic[] = [
  {
    question: "beds",
    en: "How full are the beds?",
    zh: "床位有多满？",
    facets: [
      facet(
        "bed_occupancy_peak",
        "general beds in use, fullest day",
        "普通床位最满一日使用率",
        {
          ward: "general",
        },
      ),
      facet(
        "bed_occupancy_peak",
        "ICU beds in use, fullest day",
        "重症监护床位最满一日使用率",
        {
          ward: "icu",
        },
      ),
      facet("waiting_peak", "people waiting for a bed, worst day", "等床人数最高一日"),
    ],
  },
  {
    question: "transfers",
    en: "How long do transfers take?",
    zh: "转运要等多久？",
    facets: [
      facet("transfer_delay_mean", "mean delay from request to hand-over", "平均转运时间"),
      facet("transfer_within_target", "moved within the target time", "按时转运比例"),
    ],
  },
  {
    question: "patients",
    en: "How many patients recover?",
    zh: "有多少患者康复？",
    facets: [
      facet("deaths", "deaths", "死亡"),
      facet("deaths_excess", "deaths for want of care", "因救治不足的死亡"),
      facet(
        "recovered_by_day_28_of_bed_needing",
        "recovered by day 28, of those who needed a bed",
        "需住院者28天内康复",
      ),
    ],
  },
  {
    question: "services",
    en: "How fast do ordinary services come back?",
    zh: "日常医疗服务恢复得多快？",
    facets: [
      facet(
        "service_volume_vs_2019",
        "volume at tertiary hospitals, of 2019",
        "三级医院与2019年同期之比",
        {
          tier: "3",
        },
      ),
      facet("service_volume_vs_2019", "elective admissions, of 2019", "择期住院与2019年同期之比", {
        line: "inpatient_elective",
      }),
      facet(
        "week_of_full_recovery",
        "elective admissions back for good at 95 % of 2019",
        "择期住院稳定恢复到2019年95%的时间",
        { line: "inpatient_elective" },
      ),
    ],
  },
];

/** The summary: a block per question. */
export function summaryOf(set: ResultSet): Markup {
  return markup`<div class="answers">${TOPICS.map((topic) => topicOf(set, topic))}</div>`;
}

function topicOf(set: ResultSet, { question, en, zh, facets }: Topic): Markup {
  const { baseline, scenarios } = set.manifest;
  const others = scenarios.filter(({ name }) => name !== baseline);
  const items = others.map(({ name }) =>
    markup`
      <li>${titleOf(set, name)}${inBoth((lang) => factsOf(set, name, facets, lang))}</li>
    `
  );
  return markup`<section class="answer" data-question="${question}">
<h3>${both(en, zh)}</h3>
<div>${titleOf(set, baseline)}${inBoth((lang) => factsOf(set, baseline, facets, lang))}</div>
${items.length === 0 ? "" : markup`<ul>${items}</ul>`}
</section>`;
}

function titleOf(set: ResultSet, scenario: string): Markup {
  const base = scenario === set.manifest.baseline
    ? markup`
      <span class="mark">${both("baseline", "基准")}</span>
    `
    : "";
  return markup`<strong>${inBoth((lang) => scenarioTitle(set, scenario, lang))}${base}</strong>`;
}

function factsOf(set: ResultSet, scenario: string, facets: readonly Facet[], lang: Lang): Part {
  const facts = facets.flatMap((one) => {
    const row = rowOf(set, scenario, one);
    return row === undefined ? [] : [factOf(set, row, capitalised(one[lang]), lang)];
  });
  if (facts.length > 0) return facts;
  if (isWithoutInfections(set)) {
    return lang === "en"
      ? "no value: nobody was infected or moved"
      : "无数值：无人感染，也无人转运";
  }
  return lang === "en" ? "not measured" : "未测量";
}

/** The baseline with the spread of its mean; another with that of its difference. */
function factOf(set: ResultSet, row: ComparisonRow, name: string, lang: Lang): Markup {
  const { value, range } = estimateText(set, row, lang);
  const difference = row.scenario === set.manifest.baseline ? "" : differenceText(set, row, lang);
  const comma = lang === "en" ? ", " : "，";
  return markup`
    <span class="facet">${name}${lang === "en" ? ": " : "："}<b>${value}</b>${
    difference === "" ? range : comma + difference
  }</span>
  `;
}
