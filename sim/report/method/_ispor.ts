/**
 * Items of the ISPOR-SMDM task force reports that apply to a discrete-event simulation, in the order
 * of the checklist that was derived from them.
 */
import type { ResultSet } from "../../experiment/results/mod.ts";
import { isWithoutInfections } from "./infections.ts";
import type { GuidelineItem } from "./_item.ts";
import type { Bilingual, Lang } from "./language.ts";
import { blank, plainMarkdown, say } from "./_markdown.ts";
import { spreadNote } from "./notes.ts";

const CONCEPT = { en: "Model conceptualisation", zh: "模型概念化" };
const PARAMETERS = { en: "Parameters and uncertainty", zh: "参数与不确定性" };
const VALIDATION = { en: "Validation", zh: "验证" };
const USE = { en: "Generalisability and stakeholders", zh: "适用性与利益相关方" };

type Text = GuidelineItem["text"];

const see = (en: string, zh = en): Text => (_, lang) => say(lang, `See ${en}.`, `见${zh}。`);
const open = (what: Bilingual): Text => (_, lang) => blank(lang, what);

function item(number: number, section: Bilingual, name: Bilingual, text: Text): GuidelineItem {
  return { number: String(number), section, name, text };
}

/** The items. */
export const ISPOR: readonly GuidelineItem[] = [
  item(
    1,
    CONCEPT,
    { en: "Decision problem", zh: "决策问题" },
    see("STRESS 1.1 and 1.3", "STRESS 1.1与1.3"),
  ),
  item(2, CONCEPT, { en: "Setting and condition", zh: "场景与疾病" }, setting),
  item(
    3,
    CONCEPT,
    { en: "Model structure", zh: "模型结构" },
    see("STRESS 2.1, 2.2 and 2.5", "STRESS 2.1、2.2与2.5"),
  ),
  item(4, CONCEPT, { en: "Time horizon", zh: "时间范围" }, see("STRESS 4.2")),
  item(
    5,
    CONCEPT,
    { en: "Strategies compared", zh: "比较的策略" },
    see("STRESS 1.3 and 2.3", "STRESS 1.3与2.3"),
  ),
  item(6, CONCEPT, { en: "Target population", zh: "目标人群" }, population),
  item(7, PARAMETERS, { en: "Sources of data", zh: "数据来源" }, see("STRESS 3.1")),
  item(
    8,
    PARAMETERS,
    { en: "Parameters", zh: "参数" },
    see("STRESS 3.3 and appendix A", "STRESS 3.3与附录A"),
  ),
  item(9, PARAMETERS, { en: "Uncertainty", zh: "不确定性" }, uncertainty),
  item(10, PARAMETERS, { en: "Sensitivity analyses", zh: "敏感性分析" }, sensitivity),
  item(
    11,
    VALIDATION,
    { en: "Face validity", zh: "表面效度" },
    open({
      en:
        "which experts without a stake in the study looked at structure, inputs and results, and what they said",
      zh: "由哪些无利益关系的专家审阅结构、输入与结果，及其意见",
    }),
  ),
  item(
    12,
    VALIDATION,
    { en: "Verification and cross-validation", zh: "核查与交叉验证" },
    verification,
  ),
  item(13, VALIDATION, { en: "External validation", zh: "外部验证" }, external),
  item(
    14,
    VALIDATION,
    { en: "Predictive validation", zh: "预测验证" },
    open({
      en: "predictions made before events and how they came out, or why there are none",
      zh: "事前所作的预测及其结果，或未作预测的理由",
    }),
  ),
  item(15, USE, { en: "Generalisability", zh: "推广性" }, (_, lang) =>
    say(
      lang,
      "City, rules, demand and clinical inputs are files: another city is a folder of the same tables. Results hold for the city and wave that were simulated.",
      "城市、规则、需求与临床输入均为文件：换一城市只需相同格式的表格。结果仅适用于所模拟的城市与疫情。",
    )),
  item(
    16,
    USE,
    { en: "Stakeholders", zh: "利益相关方" },
    open({
      en: "which decision makers and experts took part, and at which stage",
      zh: "哪些决策者与专家参与，参与于何阶段",
    }),
  ),
  item(17, USE, { en: "Funding", zh: "资助" }, open({ en: "source of funding", zh: "资助来源" })),
  item(18, USE, { en: "Limitations", zh: "局限" }, see("STRESS 3.4")),
];

function setting(set: ResultSet, lang: Lang): string {
  const { city } = set.manifest;
  const none = isWithoutInfections(set);
  const name = plainMarkdown(city.name[lang]);
  return say(
    lang,
    `${
      none ? "Ordinary care" : "A wave of COVID-19 and ordinary care"
    } in ${name}: ${city.facilities} facilities of three tiers in ${city.grids.length} grids.`,
    `${name}的${
      none ? "" : "一轮新冠疫情与"
    }日常诊疗：三级机构${city.facilities}家，网格${city.grids.length}个。`,
  );
}

function population({ manifest }: ResultSet, lang: Lang): string {
  const people = manifest.city.population.toLocaleString("en-US");
  return say(
    lang,
    `All ${people} residents of the city by grid and age band; attributes under STRESS 2.5.1.`,
    `全市按网格与年龄段的居民${people}人；属性见STRESS 2.5.1。`,
  );
}

function uncertainty(set: ResultSet, lang: Lang): string {
  const spread = spreadNote(set, lang);
  return say(
    lang,
    `Stochastic uncertainty by replications. The spread that is given is ${spread}. Parameter uncertainty is ${
      set.manifest.uncertainty === "parameters"
        ? "propagated for the parameters of STRESS 3.3 that are drawn, and for no other input"
        : "not in it"
    }. Structural uncertainty is not quantified.`,
    `随机不确定性由重复反映。所给离散为${spread}。参数不确定性${
      set.manifest.uncertainty === "parameters" ? "仅对STRESS 3.3所抽取的参数作了传播" : "未包含"
    }。结构不确定性未量化。`,
  );
}

function sensitivity(set: ResultSet, lang: Lang): string {
  const done = set.manifest.uncertainty === "parameters"
    ? say(
      lang,
      "Probabilistic: parameters are drawn from their laws; values by set stand in parameters.csv beside measures.csv.",
      "概率敏感性分析：参数按其分布抽取；各组取值见parameters.csv，可与measures.csv对应。",
    )
    : say(
      lang,
      "None in this run: parameters are fixed.",
      "本次运行未作：参数固定。",
    );
  return `${done} ${blank(lang, { en: "further sensitivity analyses", zh: "其他敏感性分析" })}`;
}

function verification(_: ResultSet, lang: Lang): string {
  const done = say(
    lang,
    "Verification: the program’s tests hold its engine against queueing theory and published studies (deno task validate) and its network against exact small worlds.",
    "核查：程序测试以排队论与已发表研究检验引擎（deno task validate），以精确的小型网络检验模型。",
  );
  return `${done} ${
    blank(lang, {
      en: "comparison with other models of the same problem",
      zh: "与同类问题其他模型的比较",
    })
  }`;
}

function external({ manifest }: ResultSet, lang: Lang): string {
  const fitted = manifest.scenarios.some(({ grades }) => (grades.calibrated ?? 0) > 0);
  const said = fitted
    ? say(lang, "Some inputs are calibrated (appendix A).", "部分输入经过校准（附录A）。")
    : say(
      lang,
      "No input is calibrated to observed outcomes; sizes are not forecasts.",
      "没有输入按观测结局校准；数量大小不作预测。",
    );
  return `${said} ${
    blank(lang, {
      en: "results beside observed data that were not used to build the model",
      zh: "与未用于建模的观测数据的比较",
    })
  }`;
}
