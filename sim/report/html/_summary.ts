/** The first page: what was found, in plain words with numbers. */
import { type ComparisonRow, GROUPS, type ResultSet } from "../../experiment/results/mod.ts";
import { capitalised, type Lang, type Question, scenarioTitle } from "../figures/mod.ts";
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

/** What a reader must know about the intervals before reading a number. */
export function cautionOf(set: ResultSet): Markup {
  const { replications } = set.manifest;
  const few = replications < 2
    ? both(
      "One replication only: there are no intervals, and a difference may be chance.",
      "仅一次重复：没有置信区间，差异可能出于偶然。",
    )
    : replications < 10
    ? both(
      `${replications} replications are few: the intervals rest on little, and a real difference may stay hidden. Run more before deciding anything.`,
      `${replications}次重复偏少：置信区间依据不足，真实差异可能未显现。决策前请增加重复次数。`,
    )
    : both(
      `${replications} replications per scenario.`,
      `每个方案${replications}次重复。`,
    );
  const infections = sameInfections(set)
    ? both(
      "Comparisons are conditional on the same infections: the same people fall ill on the same days in every scenario.",
      "各方案的比较以相同感染为条件：每个方案中同样的人在同样的日子患病。",
    )
    : both(
      "The scenarios do not have the same number of infected people, so differences hold those of the epidemic too.",
      "各方案的感染人数不同，因此差异中也包含疫情本身的差异。",
    );
  return markup`<p class="caution"><strong>${
    both("Read with care.", "阅读提示。")
  }</strong> ${few} ${bracketsOf(set)} ${infections} ${gradesOf(set)}</p>`;
}

/** What the numbers in brackets are. */
function bracketsOf({ manifest }: ResultSet): Markup {
  const truth = [
    "Quantities are true ones in the simulated city, not those a reporting system would have counted.",
    "所列数量为模拟城市中的真实值，而非报告系统的统计值。",
  ];
  return manifest.uncertainty === "parameters"
    ? both(
      `Numbers in brackets hold 90 % of draws: parameter uncertainty and chance together, for the parameters that were drawn. A difference is called clear when 90 % of draws lie on one side of zero. ${
        truth[0]
      }`,
      `括号内为90%抽样所在范围，包含所抽参数的不确定性与随机性。90%的抽样位于零的同侧时称差异明确。${
        truth[1]
      }`,
    )
    : both(
      `Numbers in brackets are 95 % intervals over replications: replication error alone. They say how sure the simulation is of its mean, not how sure one can be of the assumptions. A difference is called clear when its interval, widened so that it holds for all scenarios at once, leaves out zero. ${
        truth[0]
      }`,
      `括号内为各次重复的95%置信区间，仅为重复间误差：反映模拟均值的精度，不反映假设本身的不确定性。对全部方案同时成立的加宽区间不含零时，称差异明确。${
        truth[1]
      }`,
    );
}

/** How much of the baseline is assumed, and whether anything was fitted to what was observed. */
function gradesOf({ manifest }: ResultSet): Markup {
  const base = manifest.scenarios.find(({ name }) => name === manifest.baseline);
  const grades = base?.grades ?? {};
  const all = Object.values(grades).reduce((sum, n) => sum + n, 0);
  const assumed = grades.assumed ?? 0;
  const fitted = grades.calibrated ?? 0;
  return both(
    `Of the baseline's ${all} numbers ${assumed} are assumed and ${
      fitted === 0 ? "none is calibrated: sizes are not forecasts" : `${fitted} are calibrated`
    }.`,
    `基线方案的${all}个数值中${assumed}个为假定，${
      fitted === 0 ? "未经校准：数量大小不作预测" : `${fitted}个经过校准`
    }。`,
  );
}

/** Whether every replication infects the same number of people in all scenarios. */
function sameInfections(set: ResultSet): boolean {
  return set.comparison.every((row) =>
    row.measure !== "infected" || GROUPS.some((group) => row[group] !== "") ||
    (row.difference === 0 && !(row.differenceLow < 0))
  );
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
  return facts.length > 0 ? facts : lang === "en" ? "not measured" : "未测量";
}

/** The baseline with the spread of its mean; another with that of its difference. */
function factOf(set: ResultSet, row: ComparisonRow, name: string, lang: Lang): Markup {
  const { value, range } = estimateText(row, lang);
  const difference = row.scenario === set.manifest.baseline ? "" : differenceText(row, lang);
  const comma = lang === "en" ? ", " : "，";
  return markup`
    <span class="facet">${name}${lang === "en" ? ": " : "："}<b>${value}</b>${
    difference === "" ? range : comma + difference
  }</span>
  `;
}
