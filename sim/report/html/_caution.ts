/** What a reader must know about the numbers before reading one. */
import type { BandRow, ComparisonRow, ResultSet } from "../../experiment/results/mod.ts";
import {
  drawsOf,
  FEW_DRAWS,
  infectionsOf,
  isWithoutInfections,
  tooFewDraws,
} from "../method/mod.ts";
import { both, type Markup, markup } from "./_markup.ts";

/** Measures that may well be negative, among those that count something. */
const SIGNED = new Set(["deaths_excess"]);

/** The box above the summary. */
export function cautionOf(set: ResultSet): Markup {
  const parts = [
    replicationsOf(set),
    precisionOf(set),
    bracketsOf(set),
    boundsOf(set),
    both(
      "Quantities are true ones in the simulated city, not those a reporting system would have counted.",
      "所列数量为模拟城市中的真实值，而非报告系统的统计值。",
    ),
    infectionsText(set),
    gradesOf(set),
  ];
  return markup`<p class="caution"><strong>${both("Read with care.", "阅读提示。")}</strong> ${
    parts.map((part) => part === "" ? "" : markup`${part} `)
  }</p>`;
}

/** Whether replications, or draws, are too few. */
function replicationsOf(set: ResultSet): Markup {
  const { replications, uncertainty } = set.manifest;
  if (uncertainty === "parameters") return drawsText(set);
  if (replications < 2) {
    return both(
      "One replication only: there are no intervals, and a difference may be chance.",
      "仅一次重复：没有置信区间，差异可能出于偶然。",
    );
  }
  return replications < 10
    ? both(
      `${replications} replications are few: the intervals rest on little, and a real difference may stay hidden. Run more before deciding anything.`,
      `${replications}次重复偏少：置信区间依据不足，真实差异可能未显现。决策前请增加重复次数。`,
    )
    : both(`${replications} replications per scenario.`, `每个方案${replications}次重复。`);
}

function drawsText(set: ResultSet): Markup {
  const draws = drawsOf(set);
  const many = draws === 1 ? "" : "s";
  if (tooFewDraws(set)) {
    return both(
      `${draws} draw${many} of parameters: too few for a statement. Differences are those of these draws and no findings; run at least 20, better more than ${FEW_DRAWS}.`,
      `仅${draws}次参数抽样：不足以作出判断。所列差值仅属这些抽样，不是结论；至少需20次，最好多于${FEW_DRAWS}次。`,
    );
  }
  return draws > FEW_DRAWS ? both(`${draws} draws of parameters.`, `${draws}次参数抽样。`) : both(
    `${draws} draws of parameters: the ends at 5 % and 95 % are themselves uncertain.`,
    `${draws}次参数抽样：5%与95%两端本身即不确定。`,
  );
}

/** That the precision that was asked for is missing. */
function precisionOf({ manifest }: ResultSet): Markup | "" {
  if (manifest.precision === null || manifest.recommended !== null) return "";
  return markup`<strong>${
    both(
      `The precision asked for was not reached within ${manifest.replications} replications.`,
      `${manifest.replications}次重复内未达到要求的精度。`,
    )
  }</strong>`;
}

/** What the numbers in brackets are, and when a difference is called clear. */
function bracketsOf(set: ResultSet): Markup | "" {
  const { uncertainty, replications } = set.manifest;
  if (tooFewDraws(set)) {
    return both(
      "Values are medians, differences are means; no ranges are given.",
      "数值为中位数，差值为平均差值；不给出范围。",
    );
  }
  if (uncertainty === "parameters") {
    return both(
      "Values are medians, differences are means; numbers in brackets hold 90 % of draws: parameter uncertainty and chance together, for the parameters that were drawn. A difference is called clear when the 5 % and 95 % ends of its draws lie on one side of zero.",
      "数值为中位数，差值为平均差值；括号内为90%抽样所在范围，包含所抽参数的不确定性与随机性。差值抽样的5%与95%两端位于零的同侧时称差异明确。",
    );
  }
  if (replications < 2) return "";
  return both(
    "Numbers in brackets are 95 % intervals over replications: replication error alone. They say how sure the simulation is of its mean, not how sure one can be of the assumptions. Those of differences hold for all scenarios at once; a difference is called clear when its interval leaves out zero.",
    "括号内为各次重复的95%置信区间，仅为重复间误差：反映模拟均值的精度，不反映假设本身的不确定性。差值的区间对全部方案同时成立；区间不含零时称差异明确。",
  );
}

/** That an interval reaches where no value can lie. */
function boundsOf({ manifest, comparison, bands }: ResultSet): Markup | "" {
  if (manifest.uncertainty === "parameters") return "";
  if (!comparison.some(passesBound) && !bands.some(passesBound)) return "";
  return both(
    "Intervals are symmetric by construction and may pass bounds, such as 0 or 100 %.",
    "区间按构造对称，可能越过0或100%等界限。",
  );
}

function passesBound(
  { measure, unit, mean, meanLow, meanHigh }: ComparisonRow | BandRow,
): boolean {
  return (mean >= 0 && meanLow < 0 && !SIGNED.has(measure)) ||
    (unit === "-" && mean <= 1 && meanHigh > 1);
}

/** Whether the scenarios have the same infections. */
function infectionsText(set: ResultSet): Markup | "" {
  if (isWithoutInfections(set)) {
    return both(
      "Nobody is infected in any scenario: what differs is ordinary care alone.",
      "各方案均无人感染：差异仅在日常诊疗。",
    );
  }
  if (set.manifest.scenarios.length < 2) return "";
  const infections = infectionsOf(set);
  if (infections === "same") {
    return both(
      "Comparisons are conditional on the same infections: the same people fall ill on the same days in every scenario.",
      "各方案的比较以相同感染为条件：每个方案中同样的人在同样的日子患病。",
    );
  }
  return infections === "differ"
    ? both(
      "The scenarios do not have the same infections, so differences hold those of the epidemic too.",
      "各方案的感染不同，因此差异中也包含疫情本身的差异。",
    )
    : both(
      "These results hold no daily infections: whether they are the same in every scenario cannot be told.",
      "本结果不含每日感染数：无法判断各方案的感染是否相同。",
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
    `基准方案的${all}个数值中${assumed}个为假设，${
      fitted === 0 ? "未经校准：数量大小不作预测" : `${fitted}个经过校准`
    }。`,
  );
}
