/** STRESS-DES, section 4: experimentation. */
import type { ResultSet } from "../../experiment/results/mod.ts";
import { drawsOf, FEW_DRAWS, FEWEST_DRAWS, tooFewDraws } from "./clear.ts";
import type { GuidelineItem } from "./_item.ts";
import { isWithoutInfections } from "./infections.ts";
import type { Lang } from "./language.ts";
import { codeMarkdown, plainMarkdown, say } from "./_markdown.ts";
import { spreadNote } from "./notes.ts";
import { START_VERDICTS, type StartGroup, startsOf } from "./starts.ts";

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

function initialisation(set: ResultSet, lang: Lang): string {
  const terminating = isWithoutInfections(set)
    ? say(
      lang,
      "The system is terminating: a stated time in which nobody is infected.",
      "系统为终止型：规定时间，无人感染。",
    )
    : say(
      lang,
      "The system is terminating: one wave, followed for a stated time.",
      "系统为终止型：一轮疫情，随访规定时间。",
    );
  const groups = startsOf(set);
  const starts = groups.map((group) => {
    const names = group.scenarios.map(codeMarkdown).join(", ");
    const whose = groups.length === 1 ? "" : say(lang, `Of ${names}: `, `${names}：`);
    return `${whose}${beginsOf(group, lang)} ${foundOf(group, lang)}`;
  });
  const check = say(
    lang,
    "The start was checked on the daily census of ordinary patients of the reference runs, without the week’s profile, by MSER-5 (White 1997, Simulation 69(6), 323–334) and Welch’s moving average (Welch 1983, in The Computer Performance Modeling Handbook, 268–328). Values: start.csv.",
    "以参照运行中普通患者每日在院数（去除周内波动）按MSER-5（White，1997，Simulation 69(6)，323–334）与Welch移动平均（Welch，1983，The Computer Performance Modeling Handbook，268–328）检查起点。数值见start.csv。",
  );
  return [`${terminating} ${check}`, ...starts].join("\n\n");
}

function beginsOf({ start: { kind, warmUpDays } }: StartGroup, lang: Lang): string {
  return kind === "census"
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
}

function foundOf({ start: { mser5Days, days }, verdict }: StartGroup, lang: Lang): string {
  const said = START_VERDICTS[verdict][lang];
  if (verdict === "short") {
    return say(lang, `${days} d were looked at. ${said}`, `共检查${days}天。${said}`);
  }
  const cuts = Object.entries(mser5Days).map(([ward, cut]) =>
    `${codeMarkdown(ward)} ${
      Number.isFinite(cut)
        ? say(lang, `${cut} d`, `${cut}天`)
        : say(lang, "no settled end found", "未找到稳定段")
    }`
  );
  return say(
    lang,
    `MSER-5 on ${days} d would drop from the start: ${cuts.join(", ")}. ${said}`,
    `对${days}天，MSER-5建议自起点舍弃：${cuts.join("、")}。${said}`,
  );
}

function runLength(set: ResultSet, lang: Lang): string {
  const { manifest } = set;
  const { days, runOnDays } = manifest.window;
  const begin = plainMarkdown(manifest.window.start);
  const warm = manifest.scenarios.map(({ start }) => start.warmUpDays);
  const [least, most] = [Math.min(...warm), Math.max(...warm)];
  const span = (add: number): string =>
    least === most ? `${least + add}` : `${least + add}–${most + add}`;
  const none = isWithoutInfections(set);
  return say(
    lang,
    `${
      none ? `Nobody is infected in ${days} d` : `Infections fall in ${days} d`
    } from ${begin}; the run goes on for ${runOnDays} d to see outcomes: ${
      span(days + runOnDays)
    } d in all with ${
      span(0)
    } d of warm-up. The unit of time is the minute. What is unfinished at the end is censored.`,
    `自${begin}起${days}天内${
      none ? "无人感染" : "发生感染"
    }，其后运行${runOnDays}天观察结局；连同${span(0)}天预热共${
      span(days + runOnDays)
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
  if (uncertainty !== "parameters") {
    return say(
      lang,
      `The spread is ${spread}: intervals are 95 % intervals by Student’s t over replications and hold no uncertainty of the inputs. They are symmetric by construction and may pass the bounds of a measure.`,
      `离散为${spread}：各次重复的Student t 95%置信区间，不含输入的不确定性。区间按构造对称，可能越过指标的界限。`,
    );
  }
  return say(
    lang,
    `The spread is ${spread}: each set of parameters is drawn anew and shared by ${replicationsPerSet} replication${
      replicationsPerSet === 1 ? "" : "s"
    } of every scenario. Medians and quantiles over replications are given; intervals of means rest on the means of sets.`,
    `离散为${spread}：每组参数重新抽取，由各方案的${replicationsPerSet}次重复共用。给出各次重复的中位数与分位数；均值的置信区间基于各组均值。`,
  ) + drawsNote(set, lang) + shareText(set, lang);
}

/** What few draws mean. */
function drawsNote(set: ResultSet, lang: Lang): string {
  const draws = drawsOf(set);
  if (tooFewDraws(set)) {
    return say(
      lang,
      ` With ${draws} draws no quantiles are given: they are too few for a statement about a difference.`,
      `仅${draws}次抽样，不给出分位数：不足以对差值作出判断。`,
    );
  }
  if (draws > FEW_DRAWS) return "";
  return say(
    lang,
    ` With ${draws} draws the ends at 5 % and 95 % are themselves uncertain.`,
    `仅${draws}次抽样，5%与95%两端本身即不确定。`,
  );
}

/** How much of the variance is parameters, where several replications share a set. */
function shareText({ comparison }: ResultSet, lang: Lang): string {
  const shares = comparison.filter(({ grid, facility }) => grid === "" && facility === "")
    .map(({ parameterShare }) => parameterShare).filter(Number.isFinite);
  if (shares.length === 0) return "";
  const percent = (share: number): string => String(Math.round(100 * share));
  const [low, high] = [percent(Math.min(...shares)), percent(Math.max(...shares))];
  return say(
    lang,
    ` Of the variance of a measure ${low} to ${high} % is parameters, by measure, and the rest chance (one-way random-effects analysis of variance; O’Hagan, Stevenson and Madan 2007, Health Economics 16(10), 1009–1023); each share stands in comparison.csv.`,
    `按指标，方差的${low}%至${high}%来自参数，其余为随机（单因素随机效应方差分析；O’Hagan、Stevenson与Madan，2007，Health Economics 16(10)，1009–1023）；各指标见comparison.csv。`,
  );
}

function comparedBy(set: ResultSet, lang: Lang): string {
  const { replications, uncertainty } = set.manifest;
  const drawn = uncertainty === "parameters";
  const clear = say(
    lang,
    drawn
      ? " A difference is called clear, and a measure moved, when the quantiles of 5 % and 95 % of the paired differences lie on one side of zero."
      : " A difference is called clear, and a measure moved, when the simultaneous interval leaves out zero.",
    drawn
      ? "配对差值的5%与95%分位数位于零的同侧时，称差值明确、指标有变动。"
      : "同时区间不含零时，称差值明确、指标有变动。",
  );
  const bands = replications < FEWEST_DRAWS ? "" : say(
    lang,
    " Bands of series are given pointwise and simultaneously: the simultaneous band holds at least 90 % of the curves made.",
    "序列色带分逐点与同时两种：同时色带包含至少90%的所得曲线。",
  );
  const events = set.exceedances.length === 0 ? "" : say(
    lang,
    " Probabilities of exceedance are shares of replications with exact intervals (Clopper and Pearson 1934, Biometrika 26, 404–413); days above a level are counted in all, not in a row.",
    "超限概率为重复所占比例，区间为精确区间（Clopper与Pearson，1934，Biometrika 26，404–413）；超限天数为合计，不要求连续。",
  );
  return say(
    lang,
    `Scenarios are compared with the baseline replication by replication on common random numbers, keyed by person: paired t intervals, and simultaneous ones by Bonferroni’s inequality for all scenarios of a measure; the number of measures is not corrected for. How much of the variance pairing removed stands beside each difference.${clear}${bands}${events}`,
    `各方案与基准按重复逐一配对，使用按人键控的公共随机数：配对t区间，以及按Bonferroni不等式对同一指标全部方案同时成立的区间；未对指标个数作校正。各差值附配对消除的方差比例。${clear}${bands}${events}`,
  );
}
