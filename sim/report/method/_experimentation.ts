/** STRESS-DES, section 4: experimentation. */
import type { ResultSet } from "../../experiment/results/mod.ts";
import type { GuidelineItem } from "./_item.ts";
import type { Lang } from "./language.ts";
import { codeMarkdown, plainMarkdown, say } from "./_markdown.ts";
import { spreadNote } from "./notes.ts";

const SECTION = { en: "4. Experimentation", zh: "4. 实验" };

/** Items 4.1 to 4.3. */
export const EXPERIMENTATION: readonly GuidelineItem[] = [
  {
    number: "4.1",
    name: { en: "Initialisation", zh: "初始化" },
    section: SECTION,
    text: initialisation,
  },
  { number: "4.2", name: { en: "Run length", zh: "运行时长" }, section: SECTION, text: runLength },
  {
    number: "4.3",
    name: { en: "Estimation approach", zh: "估计方法" },
    section: SECTION,
    text: (set, lang) =>
      [numberOf(set, lang), spreadOf(set, lang), comparedBy(set, lang)].join("\n\n"),
  },
];

function initialisation({ manifest }: ResultSet, lang: Lang): string {
  const { start } = manifest;
  const terminating = say(
    lang,
    "The system is terminating: one wave, followed for a stated time.",
    "系统为终止型：一轮疫情，随访规定时间。",
  );
  const { kind, warmUpDays, mser5Days } = start;
  const begins = kind === "census"
    ? say(
      lang,
      "Runs start from a given census: ordinary patients in beds, with residual stays drawn from the equilibrium law, and the COVID-19 patients that it names. There is no warm-up.",
      "运行以给定的在院情况起始：普通患者的剩余住院时长按平衡分布抽取，并包含其中列出的新冠患者。不设预热。",
    )
    : say(
      lang,
      `Runs start with a Poisson number of ordinary patients in each ward, with residual stays from the equilibrium law (both stochastic), and no COVID-19 patients; then ${warmUpDays} d of ordinary care alone are run and dropped before the window.`,
      `运行起始时各病区普通患者数服从泊松分布，剩余住院时长服从平衡分布（均为随机），无新冠患者；随后运行${warmUpDays}天日常诊疗，不计入观察期。`,
    );
  const cuts = Object.entries(mser5Days).map(([ward, days]) =>
    `${codeMarkdown(ward)} ${
      Number.isFinite(days) ? `${days} d` : say(lang, "no settled end found", "未找到稳定段")
    }`
  );
  const check = say(
    lang,
    `The warm-up was checked on the daily census of ordinary patients of the reference runs, without the week’s profile, by MSER-5 (White 1997, Simulation 69(6), 323–334) and Welch’s moving average (Welch 1983, in The Computer Performance Modeling Handbook, 268–328). MSER-5 would drop from the start: ${
      cuts.join(", ") || "not computed"
    }. Values: start.csv.`,
    `以参照运行中普通患者每日在院数（去除周内波动）按MSER-5（White，1997，Simulation 69(6)，323–334）与Welch移动平均（Welch，1983，The Computer Performance Modeling Handbook，268–328）检查预热。MSER-5建议自起点舍弃：${
      cuts.join("、") || "未计算"
    }。数值见start.csv。`,
  );
  return [terminating, begins, check].join(" ");
}

function runLength({ manifest }: ResultSet, lang: Lang): string {
  const { days, runOnDays } = manifest.window;
  const start = plainMarkdown(manifest.window.start);
  const warm = manifest.start.warmUpDays;
  return say(
    lang,
    `Infections fall in ${days} d from ${start}; the run goes on for ${runOnDays} d to see outcomes: ${
      warm + days + runOnDays
    } d in all with ${warm} d of warm-up. The unit of time is the minute. What is unfinished at the end is censored.`,
    `自${start}起${days}天内发生感染，其后运行${runOnDays}天观察结局；连同${warm}天预热共${
      warm + days + runOnDays
    }天。时间单位为分钟。期末未完成者按删失处理。`,
  );
}

function numberOf(set: ResultSet, lang: Lang): string {
  const { precision: rule, recommended, replications } = set.manifest;
  if (rule === null) {
    return say(
      lang,
      `Independent replications: ${replications} of every scenario, a number fixed beforehand.`,
      `独立重复：每个方案${replications}次，事先给定。`,
    );
  }
  const level = Number((rule.confidence * 100).toPrecision(4));
  return say(
    lang,
    `Independent replications, their number found sequentially (Hoad, Robinson and Davies 2010, Journal of the Operational Research Society 61(11), 1632–1644): from ${rule.atLeast} to at most ${rule.atMost}, until every target (${rule.targets.length} in all) is met at ${level} % confidence in every scenario and stays met for ${rule.lookAhead} more. ${replications} were made and all are used; ${
      recommended === null
        ? "precision was not reached"
        : `precision was reached with ${recommended} and held`
    }. Half-widths by number: precision.csv.`,
    `独立重复，次数按序贯方法确定（Hoad、Robinson与Davies，2010，Journal of the Operational Research Society 61(11)，1632–1644）：${rule.atLeast}至最多${rule.atMost}次，直至${rule.targets.length}个目标在各方案中均以${level}%置信度达标，并再保持${rule.lookAhead}次。共${replications}次，全部使用；${
      recommended === null ? "未达标" : `第${recommended}次起达标并保持`
    }。各次数下的半宽见precision.csv。`,
  );
}

function spreadOf(set: ResultSet, lang: Lang): string {
  const { uncertainty, replicationsPerSet } = set.manifest;
  const spread = spreadNote(set, lang);
  return uncertainty === "parameters"
    ? say(
      lang,
      `The spread is ${spread}: each set of parameters is drawn anew and shared by ${replicationsPerSet} replication${
        replicationsPerSet === 1 ? "" : "s"
      } of every scenario. Quantiles over replications are given; intervals of means rest on the means of sets.`,
      `离散为${spread}：每组参数重新抽取，由各方案的${replicationsPerSet}次重复共用。给出各次重复的分位数；均值的置信区间基于各组均值。`,
    )
    : say(
      lang,
      `The spread is ${spread}: intervals are 95 % intervals by Student’s t over replications and hold no uncertainty of the inputs.`,
      `离散为${spread}：各次重复的Student t 95%置信区间，不含输入的不确定性。`,
    );
}

function comparedBy(set: ResultSet, lang: Lang): string {
  const events = set.exceedances.length > 0
    ? say(
      lang,
      " Probabilities of exceedance are shares of replications with exact intervals (Clopper and Pearson 1934, Biometrika 26, 404–413).",
      "超限概率为重复所占比例，区间为精确区间（Clopper与Pearson，1934，Biometrika 26，404–413）。",
    )
    : "";
  return say(
    lang,
    `Scenarios are compared with the baseline replication by replication on common random numbers, keyed by person: paired t intervals, and simultaneous ones by Bonferroni’s inequality for all scenarios of a measure. How much of the variance pairing removed stands beside each difference. Bands of series are given pointwise and, for whole curves, simultaneously.${events}`,
    `各方案与基准按重复逐一配对，使用按人键控的公共随机数：配对t区间，以及按Bonferroni不等式对同一指标全部方案同时成立的区间。各差值附配对消除的方差比例。序列色带分逐点与整条曲线同时成立两种。${events}`,
  );
}
