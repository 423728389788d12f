/** STRESS-DES, section 3: data. */
import type { ResultSet } from "../../experiment/results/mod.ts";
import type { GuidelineItem } from "./_item.ts";
import type { Lang } from "./language.ts";
import { LIMITS } from "./_limits.ts";
import { codeMarkdown, listMarkdown, plainMarkdown, say, tableMarkdown } from "./_markdown.ts";
import { gradeLabel, gradeNote } from "./notes.ts";

const SECTION = { en: "3. Data", zh: "3. 数据" };

/** Items 3.1 to 3.4. */
export const DATA: readonly GuidelineItem[] = [
  { number: "3.1", name: { en: "Data sources", zh: "数据来源" }, section: SECTION, text: sources },
  {
    number: "3.2",
    name: { en: "Pre-processing", zh: "预处理" },
    section: SECTION,
    text: (_, lang) =>
      say(
        lang,
        "City tables (places, residents, beds, vehicles) and clinical tables (risks by age, vaccination and disease) are built from published totals by scripts that stand with the tables; where detail is not published it is made by stated rules and said to be synthetic. Inputs graded “derived” are worked out from observed ones as their source says. A wave of cumulative attack rates is fitted through three published points. No outliers are removed and no individual patient data are used.",
        "城市表格（地点、居民、床位、车辆）与临床表格（按年龄、疫苗与疾病的风险）由随附脚本根据公布的总量生成；未公布的细节按注明的规则合成，并标明为合成数据。“推导”的输入由观测值按其来源所述推得。疫情曲线经三个公布的累计罹患率拟合。未剔除离群值，未使用个人患者数据。",
      ),
  },
  {
    number: "3.3",
    name: { en: "Input parameters", zh: "输入参数" },
    section: SECTION,
    text: parameters,
  },
  { number: "3.4", name: { en: "Assumptions", zh: "假设" }, section: SECTION, text: assumptions },
];

/** A number with the scenarios that have it. */
interface Input {
  readonly row: ResultSet["manifest"]["scenarios"][number]["provenance"][number];
  readonly scenarios: string[];
}

/** All numbers, once where scenarios share them. */
function inputsOf({ manifest }: ResultSet): Input[] {
  const inputs = new Map<string, Input>();
  for (const { name, provenance } of manifest.scenarios) {
    for (const row of provenance) {
      const key = JSON.stringify(row);
      const known = inputs.get(key);
      if (known === undefined) inputs.set(key, { row, scenarios: [name] });
      else known.scenarios.push(name);
    }
  }
  return [...inputs.values()];
}

function sources(set: ResultSet, lang: Lang): string {
  const cited = Map.groupBy(
    inputsOf(set).filter(({ row }) => row.grade !== "assumed" && row.source !== ""),
    ({ row }) => row.source,
  );
  const said = say(
    lang,
    `${
      plainMarkdown(gradeNote(set, lang))
    }. What inputs that are not assumed rest on, with the number of inputs each:`,
    `${plainMarkdown(gradeNote(set, lang))}。非假设输入的来源及各自的输入个数：`,
  );
  if (cited.size === 0) {
    return say(
      lang,
      `${plainMarkdown(gradeNote(set, lang))}. No input cites a source.`,
      `${plainMarkdown(gradeNote(set, lang))}。没有输入注明来源。`,
    );
  }
  const items = [...cited].map(([source, inputs]) => `${plainMarkdown(source)} (${inputs.length})`);
  return `${said}\n\n${listMarkdown(items)}`;
}

function parameters(set: ResultSet, lang: Lang): string {
  return [
    say(
      lang,
      `${
        plainMarkdown(gradeNote(set, lang))
      }. All of them stand in appendix A with value, grade, source and file; scenarios differ from the base case as 2.3 says. Durations have the laws that their names say (mean and standard deviation are moments of the law as written). Time-dependent inputs are the wave, the levels by date, the week’s profile and speeds by hour.`,
      `${
        plainMarkdown(gradeNote(set, lang))
      }。全部输入的数值、依据、来源与文件见附录A；各方案与基准的差异见2.3。时长的分布如其名称所示（均值与标准差为该分布的矩）。随时间变化的输入为疫情曲线、按日期的等级、周内波动与分时车速。`,
    ),
    drawnText(set, lang),
  ].join("\n\n");
}

function drawnText({ manifest }: ResultSet, lang: Lang): string {
  if (manifest.uncertainty !== "parameters") {
    return say(lang, "No parameter is drawn: all are fixed.", "未抽取参数：全部固定。");
  }
  const drawn = new Map(
    manifest.scenarios.flatMap(({ parameters }) => parameters)
      .map((parameter) => [JSON.stringify(parameter), parameter]),
  );
  const head = lang === "en"
    ? ["path", "law", "grade", "source"]
    : ["路径", "分布", "依据", "来源"];
  const rows = [...drawn.values()].map(({ path, law, grade, source }) => [
    codeMarkdown(path),
    plainMarkdown(law),
    plainMarkdown(gradeLabel(grade, lang)),
    plainMarkdown(source),
  ]);
  const said = say(
    lang,
    `Parameters drawn (${rows.length}), each by inversion of a uniform of its own that depends on the seed, the set and its path alone, or together as accepted sets; all scenarios that share a path draw it alike:`,
    `抽取的参数（${rows.length}个），各由仅取决于种子、参数组与路径的均匀随机数反演得到，或作为可接受参数组一并抽取；共用同一路径的方案抽得相同的值：`,
  );
  return `${said}\n\n${tableMarkdown(head, rows)}`;
}

function assumptions(set: ResultSet, lang: Lang): string {
  const assumed = inputsOf(set).filter(({ row }) => row.grade === "assumed").length;
  const fitted = inputsOf(set).filter(({ row }) => row.grade === "calibrated").length;
  return [
    say(
      lang,
      `${assumed} lines of appendix A, all scenarios together, are graded “assumed”; ${
        fitted === 0 ? "none is calibrated" : `${fitted} are calibrated`
      }. Limits and assumptions of the structure:`,
      `附录A中（全部方案合计）${assumed}行为“假设”；${
        fitted === 0 ? "均未经校准" : `${fitted}个经过校准`
      }。结构上的局限与假设：`,
    ),
    listMarkdown(LIMITS.map((limit) => limit[lang])),
  ].join("\n\n");
}

/** Appendix: every number with its grade and source. */
export function inputsAppendix(set: ResultSet, lang: Lang): string {
  const all = set.manifest.scenarios.length;
  const head = lang === "en"
    ? ["path", "value", "grade", "source", "file", "scenarios"]
    : ["路径", "数值", "依据", "来源", "文件", "方案"];
  const rows = inputsOf(set).map(({ row, scenarios }) => [
    codeMarkdown(row.path),
    plainMarkdown(row.text),
    plainMarkdown(gradeLabel(row.grade, lang)),
    plainMarkdown(row.source),
    codeMarkdown(row.file),
    scenarios.length === all ? say(lang, "all", "全部") : scenarios.map(plainMarkdown).join(", "),
  ]);
  return tableMarkdown(head, rows);
}
