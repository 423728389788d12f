/** What a reader must not take the results for. */
import type { ResultSet } from "../../experiment/results/mod.ts";
import { both, type Markup, markup } from "./_markup.ts";

/** What the results do not say. */
export function limitsOf(set: ResultSet): Markup {
  const { replications, uncertainty } = set.manifest;
  const limits: readonly (readonly [en: string, zh: string])[] = [
    ...(replications < 10 && uncertainty === "replication"
      ? [
        [
          `${replications} replication${
            replications === 1 ? "" : "s"
          }: with so few the intervals are wide or missing (Student’s t is ${
            replications === 2 ? "12.7" : replications === 3 ? "4.3" : "2.3 or more"
          }); they are shown as they are.`,
          `仅${replications}次重复：置信区间很宽或缺失；此处如实列出。`,
        ] as const,
      ]
      : []),
    uncertainty === "parameters"
      ? [
        "The spread holds the uncertainty of the drawn parameters and chance. Inputs that were not drawn, many of them assumed, and the model's own simplifications are not in it.",
        "离散包含抽样参数的不确定性与随机性，不含未抽样的输入（其中许多为假设）以及模型本身的简化。",
      ]
      : [
        "Intervals are replication error alone. Uncertainty of the inputs, many of them assumed, is not in them.",
        "置信区间仅反映重复间误差，不含输入参数（其中许多为假设）的不确定性。",
      ],
    [
      "Bands in the figures hold day by day, not for a whole curve at once, unless they are called simultaneous.",
      "图中色带逐日成立，并非对整条曲线同时成立；标明“同时”者除外。",
    ],
    uncertainty === "parameters"
      ? [
        "The number of measures is not corrected for. Of many measures that nothing moves, up to about one in ten may still seem to move.",
        "未对指标个数作校正；在许多实际未变动的指标中，至多约十分之一仍可能显得变动。",
      ]
      : [
        "Intervals for all scenarios at once hold for one measure. Of many measures that nothing moves, up to about one in twenty may still seem to move.",
        "同时区间仅对单个指标的全部方案成立；在许多实际未变动的指标中，至多约二十分之一仍可能显得变动。",
      ],
    [
      "A referral rule does not change who is infected or when, nor does a risk level unless contacts follow it (wave.mode): comparisons of them alone are conditional on the same infections.",
      "转诊规则不改变谁在何时感染；风险等级亦然，除非接触随其变化（wave.mode）：仅比较这些时，以相同感染为条件。",
    ],
    [
      "Deaths, cases and delays are true quantities of the simulated city, not reported ones.",
      "死亡、病例与延迟均为模拟城市的真实数量，而非报告数量。",
    ],
    [
      "Ordinary visits are counts whose patients have no identity; physicians’ minutes are their only limit. Demand does not fall by itself in a wave: that people keep away from hospitals is not modelled apart from the shares that plans leave open.",
      "普通门急诊为无个体身份的计数，仅受医师时间限制。需求不会因疫情自行下降：除各级别方案的开放比例外，未单独模拟居民回避就医。",
    ],
    [
      "“Of 2019” compares with a run of the same city without epidemic and with everything open, not with counts of 2019.",
      "“2019年同期”指同一城市无疫情、全部开放的运行，并非2019年的统计数。",
    ],
    [
      "Transfers unfinished at the end are censored, not dropped: mean delays count up to seven days; a median or percentile may lie beyond.",
      "期末未完成的转运按删失处理而非剔除：平均延迟最多计7天；中位数与百分位数可超过7天。",
    ],
    [
      "Made for comparing policies. Not clinical advice, and no forecast.",
      "用于政策比较，不是临床建议，也不是预测。",
    ],
  ];
  return markup`<ul>${limits.map(([en, zh]) => markup`<li>${both(en, zh)}</li>`)}</ul>`;
}
