/** How sure the results are: probabilities, precision, the start of a run, drawn parameters. */
import { cellKey, type ExceedanceRow, type ResultSet } from "../../experiment/results/mod.ts";
import { eventLabel, type Lang, scenarioTitle, unitLabel } from "../figures/mod.ts";
import { gradeLabel, type PrecisionCourse, precisionCourses } from "../method/mod.ts";
import { both, inBoth, type Markup, markup, pathCode } from "./_markup.ts";
import { headOf, tableOf } from "./_table.ts";
import { nameOf } from "./_words.ts";

/** What brackets and bands of this page mean. */
export function spreadPart({ manifest }: ResultSet): Markup {
  const { uncertainty, replications, replicationsPerSet } = manifest;
  if (uncertainty === "replication") {
    return markup`<p>${
      both(
        "The spread on this page is replication error alone: all inputs are fixed, and only chance differs between replications. It says how sure the simulation is of its own mean, nothing about the inputs.",
        "本页的离散仅为重复间误差：全部输入固定，各次重复只有随机性不同。它反映模拟均值的精度，与输入是否正确无关。",
      )
    }</p>`;
  }
  return markup`<p>${
    both(
      `The spread on this page holds parameter uncertainty and chance together: ${
        Math.ceil(replications / replicationsPerSet)
      } sets of parameters were drawn from the laws below, ${replicationsPerSet} replication${
        replicationsPerSet === 1 ? "" : "s"
      } each, the same sets in every scenario. Inputs that are not listed are fixed, however uncertain they are.`,
      `本页的离散包含参数不确定性与随机性：从下列分布抽取${
        Math.ceil(replications / replicationsPerSet)
      }组参数，每组重复${replicationsPerSet}次，各方案使用相同的参数组。未列出的输入保持固定。`,
    )
  }</p>`;
}

/** Table of exceedances; nothing when no event was asked for. */
export function exceedanceTable(set: ResultSet): Markup {
  if (set.exceedances.length === 0) return markup``;
  const events = Map.groupBy(
    set.exceedances,
    (row) => `${cellKey(row)}\t${row.level}\t${row.orAt}\t${row.days}`,
  );
  return tableOf(set, {
    id: "exceedance",
    kind: "numbers",
    caption: both(
      "Probability that a level is exceeded on too many days: share of replications, with its 95 % interval. Days are counted in all, not in a row. The last columns say in how many replications it happened in one of the two scenarios alone.",
      "超限天数过多的概率：发生该事件的重复所占比例及其95%置信区间。天数为合计，不要求连续。末两列为仅在一方发生的重复次数。",
    ),
    head: headOf([
      ["Event, scenario", "事件与方案"],
      ["Probability [%]", "概率 [%]"],
      ["Mean number of such days in all [d]", "平均超限天数（合计）[天]"],
      ["Only here", "仅本方案"],
      ["Only in the baseline", "仅基准方案"],
    ]),
    body: [...events.values()].map((rows) => eventBody(set, rows)),
  });
}

function eventBody(set: ResultSet, rows: readonly ExceedanceRow[]): Markup {
  const percent = (share: number): string =>
    Number.isFinite(share) ? (100 * share).toFixed(1) : "–";
  return markup`<tbody><tr class="group"><th scope="rowgroup" colspan="5">${
    inBoth((lang) => eventLabel(rows[0], lang))
  }</th></tr>${
    rows.map((row) =>
      markup`<tr><th scope="row">${inBoth((lang) => scenarioTitle(set, row.scenario, lang))}</th>
      <td>${percent(row.probability)}<small>${
        inBoth((lang) =>
          `(${percent(row.low)}\u00a0${lang === "en" ? "to" : "至"}\u00a0${percent(row.high)})`
        )
      }</small></td>
      <td>${Number.isFinite(row.daysMean) ? row.daysMean.toFixed(1) : "–"}</td>${
        row.scenario === row.baseline
          ? markup`<td>–</td><td>–</td>`
          : markup`<td>${row.onlyHere}</td><td>${row.onlyInBaseline}</td>`
      }</tr>`
    )
  }</tbody>`;
}

/** What was asked for and reached, when a rule found the number of replications. */
export function precisionTable(set: ResultSet): Markup {
  const { precision: rule, replications } = set.manifest;
  if (rule === null) {
    return markup`<p>${
      both(
        `The number of replications, ${replications}, was fixed beforehand.`,
        `重复次数（${replications}）为事先给定。`,
      )
    }</p>`;
  }
  const level = Number((rule.confidence * 100).toPrecision(4));
  return tableOf(set, {
    id: "precision",
    kind: "numbers",
    caption: both(
      `Precision asked for and reached: half-widths of ${level} % intervals after ${replications} replications; between ${rule.atLeast} and ${rule.atMost} were allowed, and precision had to hold for ${rule.lookAhead} more (Hoad, Robinson and Davies 2010).`,
      `精度要求与结果：${replications}次重复后${level}%置信区间的半宽；允许${rule.atLeast}至${rule.atMost}次，且达标后须再保持${rule.lookAhead}次（Hoad、Robinson与Davies，2010）。`,
    ),
    head: headOf([
      ["Target", "目标"],
      ["Scenario", "方案"],
      ["Allowed", "允许"],
      ["Reached", "达到"],
      ["Holds from replication", "达标起始重复"],
    ]),
    body: markup`<tbody>${precisionCourses(set).map((course) => courseRow(set, course))}</tbody>`,
  });
}

function courseRow(set: ResultSet, { last, enough }: PrecisionCourse): Markup {
  const { grid, tier, facility, ward, colour, rule, line } = last;
  const groups = { grid, tier, facility, ward, colour, rule, line };
  const half = (value: number, lang: Lang): string => {
    if (!Number.isFinite(value)) return "–";
    const relative = last.kind === "relative";
    const shown = relative || last.unit === "-" ? value * 100 : value;
    const points = lang === "en" ? "points" : "百分点";
    const unit = relative ? "%" : last.unit === "-" ? points : unitLabel(last.unit, lang);
    return `± ${Number(shown.toPrecision(3))} ${unit}`;
  };
  const of = (lang: Lang): string =>
    last.of === "mean" ? "" : lang === "en" ? " (paired difference)" : "（配对差值）";
  return markup`<tr><th scope="row">${
    inBoth((lang) => nameOf({ measure: last.measure, groups }, lang) + of(lang))
  }</th><td>${inBoth((lang) => scenarioTitle(set, last.scenario, lang))}</td><td>${
    inBoth((lang) => half(last.target, lang))
  }</td><td>${inBoth((lang) => half(last.halfWidth, lang))}</td><td>${
    enough ?? both("not reached", "未达标")
  }</td></tr>`;
}

/** Parameters that were drawn; nothing with fixed ones. */
export function parameterTable(set: ResultSet): Markup {
  const { scenarios } = set.manifest;
  const rows = new Map(
    scenarios.flatMap(({ parameters }) => parameters)
      .map((parameter) => [JSON.stringify(parameter), parameter]),
  );
  if (rows.size === 0) return markup``;
  return tableOf(set, {
    id: "parameters",
    kind: "fine",
    caption: both(
      "Parameters that were drawn, and the laws that they were drawn from. Values by set: parameters.csv.",
      "抽样的参数及其分布。各组取值见parameters.csv。",
    ),
    head: headOf([["Path", "路径"], ["Law", "分布"], ["Grade", "依据"], ["Source", "来源"]]),
    body: markup`<tbody>${
      [...rows.values()].map(({ path, law, grade, source }) =>
        markup`<tr><td>${pathCode(path)}</td><td>${law}</td><td>${
          inBoth((lang) => gradeLabel(grade, lang))
        }</td><td>${source}</td></tr>`
      )
    }</tbody>`,
  });
}
