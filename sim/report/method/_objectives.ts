/** STRESS-DES, section 1: objectives. */
import { CATALOGUE } from "../../domain/measures/mod.ts";
import type { ResultSet } from "../../experiment/results/mod.ts";
import { detailOutputs } from "./_details.ts";
import { isWithoutInfections } from "./infections.ts";
import type { GuidelineItem } from "./_item.ts";
import type { Lang } from "./language.ts";
import { blank, codeMarkdown, listMarkdown, plainMarkdown, say } from "./_markdown.ts";

const SECTION = { en: "1. Objectives", zh: "1. 目标" };

/** Items 1.1 to 1.3. */
export const OBJECTIVES: readonly GuidelineItem[] = [
  {
    number: "1.1",
    name: { en: "Purpose of the model", zh: "模型目的" },
    section: SECTION,
    text: purpose,
  },
  { number: "1.2", name: { en: "Model outputs", zh: "模型输出" }, section: SECTION, text: outputs },
  {
    number: "1.3",
    name: { en: "Experimentation aims", zh: "实验目的" },
    section: SECTION,
    text: aims,
  },
];

function purpose(set: ResultSet, lang: Lang): string {
  const city = plainMarkdown(set.manifest.city.name[lang]);
  const none = isWithoutInfections(set);
  return [
    say(
      lang,
      `A discrete-event simulation of the flow of patients through the grid-based tiered care network of ${city} ${
        none ? "in a time without infections" : "in an epidemic wave"
      }. It compares risk levels and referral rules by how full beds are, how long transfers take, how many patients recover and how fast ordinary services come back. It is made for comparing policies; it is neither clinical advice nor a forecast.`,
      `以离散事件仿真描述${city}网格化分级诊疗网络在${
        none ? "无人感染的时期" : "一轮疫情中"
      }的患者流动，比较不同风险等级与转诊规则对床位占用、转运时间、患者康复和日常服务恢复的影响。用于政策比较，不是临床建议，也不是预测。`,
    ),
    blank(lang, {
      en: "background of the study, who ordered it, the decision that it informs",
      zh: "研究背景、委托方、所服务的决策",
    }),
  ].join("\n\n");
}

function outputs(set: ResultSet, lang: Lang): string {
  const reported = new Set(set.comparison.map(({ measure }) => measure));
  const items = CATALOGUE.filter(({ name }) => reported.has(name)).map(
    ({ name, title, unit, definition }) =>
      `${codeMarkdown(name)}: ${plainMarkdown(title[lang])} \\[${plainMarkdown(unit)}\\]. ${
        plainMarkdown(definition)
      }`,
  );
  const errors = set.manifest.uncertainty === "parameters"
    ? say(
      lang,
      "Spread holds parameter uncertainty and chance together: the median with the quantiles of 5 % and 95 % over replications, from 20 draws on. The interval of a mean is in the tables and says only how well the mean over draws is known.",
      "离散包含参数不确定性与随机性：各次重复的中位数与5%、95%分位数（至少20次抽样）。均值的置信区间见表格，仅反映抽样均值的精度。",
    )
    : say(
      lang,
      "Spread is replication error alone: 95 % intervals of the mean by Student’s t over replications, parameters fixed.",
      "离散仅为重复间误差：参数固定，各次重复均值的Student t 95%置信区间。",
    );
  return [
    say(
      lang,
      `${items.length} measures are reported, each counted while the model runs. Quantities are true ones of the simulated city, not reported ones.`,
      `共报告${items.length}个指标，均在模型运行中累计。所列为模拟城市中的真实数量，而非报告数量。`,
    ),
    listMarkdown(items),
    detailOutputs(set, lang),
    errors,
  ].filter((part) => part !== "").join("\n\n");
}

function aims(set: ResultSet, lang: Lang): string {
  const { baseline, scenarios } = set.manifest;
  const items = scenarios.map(({ name, title, description }) =>
    `**${plainMarkdown(title[lang])}** (${codeMarkdown(name)}${
      name === baseline ? say(lang, ", baseline", "，基准") : ""
    })${say(lang, ": ", "：")}${plainMarkdown(description[lang])}`
  );
  return [
    say(
      lang,
      `(A) Scenario-based analysis of ${items.length} scenario${
        items.length === 1 ? "" : "s"
      }; how they differ stands under 2.3.`,
      `（A）${items.length}个方案的情景分析；差异见2.3。`,
    ),
    listMarkdown(items),
    blank(lang, { en: "why these scenarios were chosen", zh: "选择这些方案的理由" }),
    say(
      lang,
      "(B) Design of experiments: every scenario is run with the same seed and the same replications, so that scenarios are compared pairwise, replication by replication, on common random numbers. (C) Simulation optimisation: none.",
      "（B）实验设计：各方案使用相同的随机种子与重复，以公共随机数逐次配对比较。（C）仿真优化：无。",
    ),
  ].join("\n\n");
}
