/** The method section that a paper's supplement needs. */
import type { ResultSet } from "../../experiment/results/mod.ts";
import { DATA, inputsAppendix } from "./_data.ts";
import { EXPERIMENTATION } from "./_experimentation.ts";
import { IMPLEMENTATION } from "./_implementation.ts";
import { ISPOR } from "./_ispor.ts";
import type { GuidelineItem } from "./_item.ts";
import { LOGIC } from "./_logic.ts";
import { codeMarkdown, listMarkdown, plainMarkdown, say } from "./_markdown.ts";
import { OBJECTIVES } from "./_objectives.ts";
import type { Lang } from "./language.ts";
import { gradeNote, spreadNote } from "./notes.ts";

const STRESS: readonly GuidelineItem[] = [
  ...OBJECTIVES,
  ...LOGIC,
  ...DATA,
  ...EXPERIMENTATION,
  ...IMPLEMENTATION,
];

const REFERENCES = [
  "Eddy, Hollingworth, Caro, Tsevat, McDonald and Wong (2012), Model transparency and validation: a report of the ISPOR-SMDM Modeling Good Research Practices Task Force-7, Medical Decision Making 32(5), 733–743",
  "Karnon, Stahl, Brennan, Caro, Mar and Möller (2012), Modeling using discrete event simulation: a report of the ISPOR-SMDM Modeling Good Research Practices Task Force-4, Medical Decision Making 32(5), 701–711",
  "Monks, Currie, Onggo, Robinson, Kunc and Taylor (2019), Strengthening the reporting of empirical simulation studies: Introducing the STRESS guidelines, Journal of Simulation 13(1), 55–67",
  "Zhang, Lhachimi and Rogowski (2020), Reporting quality of discrete event simulations in healthcare: results from a generic reporting checklist, Value in Health 23(4), 506–514",
];

/**
 * The method of a result set: the 20 items of STRESS-DES in their order, filled from the scenarios
 * and the run, then the items of the ISPOR-SMDM reports, then every input with its grade and source.
 * What the program cannot know is a marked blank.
 *
 * Source: Monks, Currie, Onggo, Robinson, Kunc and Taylor (2019), "Strengthening the reporting of
 * empirical simulation studies: Introducing the STRESS guidelines", Journal of Simulation 13(1),
 * 55–67; Karnon, Stahl, Brennan, Caro, Mar and Möller (2012), "Modeling using discrete event
 * simulation: a report of the ISPOR-SMDM Modeling Good Research Practices Task Force-4", Medical
 * Decision Making 32(5), 701–711; Eddy, Hollingworth, Caro, Tsevat, McDonald and Wong (2012), "Model
 * transparency and validation: a report of the ISPOR-SMDM Modeling Good Research Practices Task
 * Force-7", Medical Decision Making 32(5), 733–743. The order of the latter's items follows Zhang,
 * Lhachimi and Rogowski (2020), "Reporting quality of discrete event simulations in healthcare:
 * results from a generic reporting checklist", Value in Health 23(4), 506–514.
 *
 * @param set Results.
 * @param lang Language.
 * @returns Markdown; text from files is escaped.
 *
 * @example An item of the guideline
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { methodText } from "./mod.ts";
 * assertStringIncludes(methodText(TINY_RESULT_SET), "#### 4.3 Estimation approach");
 * ```
 */
export function methodText(set: ResultSet, lang: Lang = "en"): string {
  const { program, city } = set.manifest;
  const title = say(lang, "Method", "方法");
  const parts = [
    `# ${title}: ${plainMarkdown(city.name[lang])}`,
    say(
      lang,
      `Written by ${plainMarkdown(program)} from the scenarios and the run. ${
        plainMarkdown(gradeNote(set, lang))
      }. Spread of results: ${
        spreadNote(set, lang)
      }. What the program cannot know is marked “To be filled in”.`,
      `由${plainMarkdown(program)}根据方案与运行生成。${
        plainMarkdown(gradeNote(set, lang))
      }。结果的离散：${spreadNote(set, lang)}。程序无从得知之处标有“待填写”。`,
    ),
    `## ${say(lang, "STRESS-DES", "STRESS-DES报告规范")}`,
    ...itemsText(set, lang, STRESS),
    `## ${say(lang, "ISPOR-SMDM", "ISPOR-SMDM规范")}`,
    ...itemsText(set, lang, ISPOR),
    `## ${say(lang, "Appendix A: inputs", "附录A：输入")}`,
    say(
      lang,
      `${plainMarkdown(gradeNote(set, lang))}.`,
      `${plainMarkdown(gradeNote(set, lang))}。`,
    ),
    inputsAppendix(set, lang),
    `## ${say(lang, "References", "参考文献")}`,
    listMarkdown(REFERENCES.map(plainMarkdown)),
    say(
      lang,
      `Seed ${codeMarkdown(set.manifest.seed)}; tables beside this file hold all results.`,
      `种子${codeMarkdown(set.manifest.seed)}；全部结果见同一文件夹中的表格。`,
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}

function itemsText(set: ResultSet, lang: Lang, items: readonly GuidelineItem[]): string[] {
  return items.flatMap(({ number, name, section, text }, at) => {
    const begins = at === 0 || items[at - 1].section.en !== section.en;
    return [
      ...(begins ? [`### ${section[lang]}`] : []),
      `#### ${number} ${name[lang]}`,
      text(set, lang),
    ];
  });
}
