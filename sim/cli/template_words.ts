/** What a template says to the planner who fills it. */
import { cityDictionary, type PlannerLanguage } from "../scenario/mod.ts";

const EN = [
  "A city for Gridcare",
  "",
  "These tables describe a city: where its residents live, who cares for them, and who refers to whom.",
  "",
  "How to fill them",
  "1. Fill the tables in this order: city, districts, grids, facilities, communities, wards, links, fleets, ages. A name that another table refers to must stand there first.",
  "2. Leave the names of the columns as they are. Each row is one thing; leave no cell empty unless the dictionary says optional.",
  "3. Identifiers are yours: letters, digits and hyphens, each once, for example town-g1. Numbers such as 001 keep their zeros when the column is formatted as text.",
  "4. Numbers are plain: 12000, not 12,000 and not 1.2万. Shares are from 0 to 1, hours from 0 to 24. true and false say yes and no.",
  "5. lon is the longitude (in China 73 to 136), lat the latitude (3 to 54), in degrees.",
  "6. Each grid needs facilities with the roles of the plan: primary, sub_designated, designated, lead, partner, shelter; order 1 is tried first.",
  "7. columns says where the numbers of each column come from. assumed stands there until you know better; write the source.",
  "8. published may stay without rows. What is there is compared with your totals.",
  "9. The scenario beside the tables takes all other numbers from Beijing: the wave, and ordinary services with their occupancy of beds (0.815). Its first lines say how to change that, and what a county takes.",
  "10. Only values count: colours and comments do not. Formulas are read by their last result. Do not merge cells. Sheets with other names are left aside.",
  "",
  "How to go on",
  "Check:  deno task sim check <this folder or workbook>",
  "Totals: deno task sim describe <this folder or workbook>",
  "Run:    deno task sim run <the scenario beside it, .yaml> --out results/<name>",
];

const ZH = [
  "Gridcare 城市数据模板",
  "",
  "这些表描述一个城市：居民住在哪里，由谁救治，向谁转诊。",
  "",
  "填写方法",
  "1. 依次填写：城市、行政区、网格、医疗机构、社区、病区、转诊关系、车队、年龄构成。被引用的代码须先填好。",
  "2. 列名保持不变。每行一项；除字典注明选填外，单元格不得留空。",
  "3. 代码自定：字母、数字、连字符，不得重复，例如 town-g1。列设为文本格式时，001 会保留前面的零。",
  "4. 数字直接填写：12000，不写 12,000，也不写 1.2万。占比为 0 至 1，时间为 0 至 24 时。true 为是，false 为否。",
  "5. lon 是经度（中国境内 73 至 136），lat 是纬度（3 至 54），单位为度。",
  "6. 每个网格都要有方案中各角色的机构：primary 基层、sub_designated 亚定点、designated 定点、lead 牵头、partner 外部协作三级、shelter 方舱；order 为 1 的最先。",
  "7. “数据来源”写明每列数字的出处。起初均为 assumed（假定），请写上来源并改正。",
  "8. “公布数据”可以不填。填了就与合计核对。",
  "9. 旁边的场景文件其余数字都取自北京：感染曲线、日常服务及平时床位使用率（0.815）。文件开头写明如何改动，以及县用什么。",
  "10. 只读取数值，不读颜色和批注。公式取最近一次的结果。不要合并单元格。其他名称的工作表不读取。",
  "",
  "下一步",
  "检查：deno task sim check <本文件夹或工作簿> --lang zh",
  "合计：deno task sim describe <本文件夹或工作簿>",
  "运行：deno task sim run <旁边的场景文件 .yaml> --out results/<名称>",
];

/**
 * What stands above the scenario beside the tables, line by line.
 *
 * @param language Language.
 * @param files Files of services, as they are named from the scenario.
 * @returns Lines.
 *
 * @example It says whose numbers are used
 * ```ts
 * import { assertMatch } from "@std/assert";
 * import { scenarioComments } from "./template_words.ts";
 *
 * const files = { services: "services_2019.yaml", county: "services_county.yaml" };
 * assertMatch(scenarioComments("en", files).join(" "), /Beijing/);
 * ```
 */
export function scenarioComments(
  language: PlannerLanguage,
  { services, county }: { readonly services: string; readonly county: string },
): string[] {
  return language === "zh"
    ? [
      "本市执行2022年12月7日方案。与之不同的写在下面。",
      "表格以外的数字都是北京的：2022年12月的感染曲线，以及日常服务（门诊量、平时床位使用率 0.815），见",
      `${services}。`,
      "县可改用全国平均的服务量和床位使用率 0.836：把 extends 换成",
      `  extends: ${county}`,
      "本地的数字写在 city 之后，例如：",
      "  services:",
      "    occupancy: { value: 0.80, grade: observed, source: 本市卫生健康统计年报 }",
    ]
    : [
      "The plan of 7 December 2022 in this city. What differs goes below.",
      "All numbers but those of the tables are Beijing's: the wave of December 2022, and ordinary",
      "services (visits, and an occupancy of beds of 0.815 in ordinary times), see",
      `${services}.`,
      "For a county, national volumes and an occupancy of 0.836: write instead",
      `  extends: ${county}`,
      "Numbers of your own go below city, for example:",
      "  services:",
      "    occupancy: { value: 0.80, grade: observed, source: Statistics of the city }",
    ];
}

/** Instructions, line by line. */
export function instructions(language: PlannerLanguage): readonly string[] {
  return language === "zh" ? ZH : EN;
}

/**
 * The data dictionary as a Markdown table.
 *
 * @param language Language.
 * @returns Lines: a head and one row for each column of each table.
 *
 * @example A row for each column
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { dictionaryMarkdown } from "./template_words.ts";
 * assertEquals(dictionaryMarkdown("en")[2].split(" | ")[0], "| `city`");
 * ```
 */
export function dictionaryMarkdown(language: PlannerLanguage): string[] {
  const zh = language === "zh";
  const head = zh
    ? ["表", "列", "单位", "含义", "可填内容", "示例"]
    : ["table", "column", "unit", "meaning", "allowed", "example"];
  const optional = zh ? "，可留空" : "; may be empty";
  const rows = cityDictionary().flatMap((table) =>
    table.columns.map(({ name, unit, meaning, allowed, required, example }, index) => [
      index === 0 ? `\`${table.name}\`${zh ? ` ${table.sheetZh}` : ""}` : "–",
      name,
      unit,
      meaning[language],
      allowed[language] + (required ? "" : optional),
      example,
    ])
  );
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}

/** The README that stands beside the tables of a template. */
export function readme(language: PlannerLanguage): string {
  const [title, ...rest] = instructions(language);
  const headings = new Set(["How to fill them", "How to go on", "填写方法", "下一步"]);
  const commands = /^(?:Check|Totals|Run|检查|合计|运行)[:：]/;
  const body = rest.map((line) =>
    headings.has(line) ? `## ${line}\n` : commands.test(line) ? `    ${line}` : line
  );
  const dictionary = language === "zh" ? "字典" : "Dictionary";
  const lines = [
    `# ${title}`,
    ...body,
    "",
    `## ${dictionary}`,
    "",
    ...dictionaryMarkdown(language),
  ];
  return `${lines.join("\n")}\n`;
}
