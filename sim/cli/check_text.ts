/** What a check of a city's tables found, in the planner's language. */
import type {
  CityInspection,
  CityProblem,
  PlannerLanguage,
  PlannerPlace,
  UnusualValue,
} from "../scenario/mod.ts";

/** Words of one language. */
interface Words {
  readonly title: (path: string) => string;
  readonly problems: (count: number) => string;
  readonly unusual: (count: number) => string;
  readonly ignored: (sheets: readonly string[]) => string;
  readonly found: (value: string) => string;
  readonly nearest: (name: string) => string;
  readonly again: (path: string) => string;
  readonly ready: (counts: Readonly<Record<string, string>>) => string;
  readonly next: (command: string) => string;
  readonly refused: (scenario: string, command: string) => string;
}

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");

const WORDS: { readonly [L in PlannerLanguage]: Words } = {
  en: {
    title: (path) => `Check of ${path}`,
    problems: (count) =>
      `${count} ${count === 1 ? "cell or table" : "cells or tables"} to correct:`,
    unusual: (count) => `${count} unusual though not wrong, to be looked at once more:`,
    ignored: (sheets) => `Left aside, as no table has the name: ${quoted(sheets)}`,
    found: (value) => `found ${value}`,
    nearest: (name) => `nearest is "${name}"`,
    again: (path) =>
      `not ready: correct these and check again: deno task sim check ${path}\n` +
      "What is unusual is looked for once nothing is to be corrected.",
    ready: (n) =>
      `ready: communities ${n.communities}, grids ${n.grids}, districts ${n.districts}, ` +
      `facilities ${n.facilities}, beds ${n.beds}, vehicles ${n.vehicles}, residents ${n.residents}`,
    next: (command) => `next: ${command}`,
    refused: (scenario, command) =>
      `not ready to run: the tables can be read, but ${scenario} cannot be run with them; why: ${command}`,
  },
  zh: {
    title: (path) => `检查 ${path}`,
    problems: (count) => `需要改正 ${count} 处：`,
    unusual: (count) => `不算错误但不寻常 ${count} 处，请再看一遍：`,
    ignored: (sheets) => `未读取（不是表名）：${quoted(sheets)}`,
    found: (value) => value === "缺失" ? value : `现为 ${value}`,
    nearest: (name) => `最接近的是 "${name}"`,
    again: (path) =>
      `尚不可用：改正后再检查：deno task sim check ${path} --lang zh\n没有错误之后才会检查不寻常之处。`,
    ready: (n) =>
      `可以使用：${n.communities} 个社区，${n.grids} 个网格，${n.districts} 个行政区，` +
      `${n.facilities} 家机构，${n.beds} 张床位，${n.vehicles} 辆救护车，${n.residents} 名居民`,
    next: (command) => `下一步：${command}`,
    refused: (scenario, command) =>
      `尚不能运行：表格可以读取，但场景 ${scenario} 不能用这些表运行；原因见：${command}`,
  },
};

/** How the check of a city ends. */
export interface CheckText {
  /** Lines. */
  readonly lines: readonly string[];
  /** Whether the city can be used. */
  readonly ready: boolean;
}

/**
 * The report of a check.
 *
 * @param inspection What was found.
 * @param options Path as it was given, the command to try next, the scenario beside the tables when it
 * cannot be run with them (else empty), and the language.
 * @returns Lines, and whether the city can be used.
 */
export function checkText(
  inspection: CityInspection,
  { path, next, refused, language }: {
    path: string;
    next: string;
    refused: string;
    language: PlannerLanguage;
  },
): CheckText {
  const words = WORDS[language];
  const { problems, unusual, ignored, city } = inspection;
  const lines = [words.title(path)];
  if (problems.length > 0) lines.push("", words.problems(problems.length));
  const runs = runsOf(problems);
  runs.forEach((run, i) => lines.push(...problemLines(run, i + 1, language)));
  if (unusual.length > 0) lines.push("", words.unusual(unusual.length));
  unusual.forEach(({ place, message }, i) =>
    lines.push(`  ${i + 1}. ${placeText(place, language)}`, `     ${message[language]}`)
  );
  if (ignored.length > 0) lines.push("", words.ignored(ignored));
  lines.push("");
  if (city === null) return { lines: [...lines, words.again(path)], ready: false };
  if (refused !== "") return { lines: [...lines, words.refused(refused, next)], ready: false };
  lines.push(words.ready(countsOf(city)), words.next(next));
  return { lines, ready: true };
}

/** The unusual values as one line each. */
export function unusualLine({ place, message }: UnusualValue): string {
  return `${placeText(place, "en")}: ${message.en}`;
}

/** A problem, and the last row of those below it that have the same. */
type Run = CityProblem & { readonly last: number };

/** Puts together what is wrong alike in rows that follow one another. */
function runsOf(problems: readonly CityProblem[]): Run[] {
  const runs: Run[] = [];
  const alike = ({ row: _, ...rest }: CityProblem) => JSON.stringify(rest);
  for (const problem of problems) {
    const former = runs.at(-1);
    const { last = 0, ...first } = former ?? problem as Run;
    const goes = former !== undefined && problem.row > 1 && problem.row === last + 1;
    if (goes && alike(first) === alike(problem)) {
      runs[runs.length - 1] = { ...former, last: last + 1 };
    } else runs.push({ ...problem, last: problem.row });
  }
  return runs;
}

function problemLines(run: Run, rank: number, language: PlannerLanguage): string[] {
  const words = WORDS[language];
  const { rule, found, nearest, hint } = run;
  const parts = [rule[language]];
  if (found[language] !== "") parts.push(words.found(found[language]));
  if (nearest !== "") parts.push(words.nearest(nearest));
  if (hint[language] !== "") parts.push(hint[language]);
  const between = language === "zh" ? "；" : "; ";
  return [`  ${rank}. ${placeText(run, language)}`, `     ${parts.join(between)}`];
}

/** A place, and the last of several rows. */
type Spot = PlannerPlace & { readonly last?: number };

/** Where something stands, as a planner finds it. */
function placeText(place: Spot, language: PlannerLanguage): string {
  return language === "zh" ? placeZh(place) : placeEn(place);
}

function placeEn({ file, sheet, row, last = row, letter, column, meaning }: Spot): string {
  const line = sheet === "" ? "line" : "row";
  const named = meaning.en === "" ? column : `${column}: ${meaning.en}`;
  const where = letter === ""
    ? `column ${column}${meaning.en === "" ? "" : ` (${meaning.en})`}`
    : `column ${letter} (${named})`;
  return [
    sheet === "" ? `file ${file}` : `sheet ${sheet}`,
    ...(row === 0 ? [] : [last > row ? `${line}s ${row} to ${last}` : `${line} ${row}`]),
    ...(column === "" ? [] : [where]),
  ].join(", ");
}

function placeZh({ file, sheet, row, last = row, letter, column, meaning }: Spot): string {
  const named = meaning.zh === "" ? column : `${column}：${meaning.zh}`;
  return [
    sheet === "" ? `文件 ${file}` : `工作表“${sheet}”`,
    ...(row === 0 ? [] : [last > row ? `第 ${row} 至 ${last} 行` : `第 ${row} 行`]),
    ...(column === "" ? [] : [
      letter === ""
        ? `列 ${column}${meaning.zh === "" ? "" : `（${meaning.zh}）`}`
        : `${letter} 列（${named}）`,
    ]),
  ].join("，");
}

function countsOf(city: NonNullable<CityInspection["city"]>): Record<string, string> {
  const sum = (numbers: readonly number[]) =>
    numbers.reduce((total, number) => total + number, 0).toLocaleString("en");
  return {
    communities: city.communities.length.toLocaleString("en"),
    grids: city.grids.length.toLocaleString("en"),
    districts: city.districts.length.toLocaleString("en"),
    facilities: city.facilities.length.toLocaleString("en"),
    beds: sum(city.wards.map((ward) => ward.beds)),
    vehicles: sum(city.fleets.map((fleet) => fleet.vehicles)),
    residents: sum(city.communities.map((community) => community.population)),
  };
}
