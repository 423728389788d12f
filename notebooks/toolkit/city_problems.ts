/** What is wrong, or unusual, in the tables of a city, as tables for those who filled them. */
import { basename } from "@std/path";
import type {
  CityInspection,
  CityProblem,
  PlannerLanguage,
  PlannerPlace,
  UnusualValue,
} from "gridcare/scenario/mod.ts";
import { type Frame, frameOf } from "./frames.ts";

/** Headers and sentences of one language. */
interface Words {
  readonly sheet: string;
  readonly row: string;
  readonly column: string;
  readonly expected: string;
  readonly found: string;
  readonly nearest: string;
  readonly hint: string;
  readonly unusual: string;
  readonly wrong: (count: number) => string;
  readonly odd: (count: number) => string;
  readonly ready: (counts: readonly number[]) => string;
}

const WORDS: { readonly [L in PlannerLanguage]: Words } = {
  en: {
    sheet: "sheet or file",
    row: "row",
    column: "column",
    expected: "expected",
    found: "found",
    nearest: "nearest",
    hint: "hint",
    unusual: "unusual",
    wrong: (count) => `Not ready: correct ${count === 1 ? "this" : `these ${count}`}.`,
    odd: (count) => `Not wrong, but unusual: look at ${count === 1 ? "this" : `these ${count}`}.`,
    ready: ([communities, grids, facilities, beds, residents]) =>
      `Ready: communities ${communities}, grids ${grids}, facilities ${facilities}, ` +
      `beds ${beds}, residents ${residents}.`,
  },
  zh: {
    sheet: "工作表或文件",
    row: "行",
    column: "列",
    expected: "应为",
    found: "现为",
    nearest: "最接近",
    hint: "提示",
    unusual: "不寻常之处",
    wrong: (count) => `尚不可用：请改正以下 ${count} 处。`,
    odd: (count) => `不算错误但不寻常，请再看一遍：${count} 处。`,
    ready: ([communities, grids, facilities, beds, residents]) =>
      `可以使用：${communities} 个社区，${grids} 个网格，${facilities} 家机构，` +
      `${beds} 张床位，${residents} 名居民。`,
  },
};

function placeCells(
  { sheet, file, row, letter, column, meaning }: PlannerPlace,
  language: PlannerLanguage,
): Record<string, unknown> {
  const words = WORDS[language];
  const meant = meaning[language] === "" ? column : `${column} (${meaning[language]})`;
  return {
    [words.sheet]: sheet || basename(file),
    [words.row]: row > 0 ? row : "",
    [words.column]: letter === "" ? meant : `${letter}: ${meant}`,
  };
}

/**
 * What must be corrected in the tables of a city.
 *
 * @param problems Problems, at least one.
 * @param language Language of headers and texts.
 * @returns One row per problem, in the order of the tables and rows; columns sheet or file, row,
 * column, expected, found, nearest and hint, in that language.
 * @throws {RangeError} When there is no problem.
 */
export function cityProblemsFrame(
  problems: readonly CityProblem[],
  language: PlannerLanguage = "en",
): Frame {
  const words = WORDS[language];
  return frameOf(problems.map((problem) => ({
    ...placeCells(problem, language),
    [words.expected]: problem.rule[language].replace(/^Expected /, ""),
    [words.found]: problem.found[language],
    [words.nearest]: problem.nearest,
    [words.hint]: problem.hint[language],
  })));
}

/**
 * What is unusual in the tables of a city though not wrong.
 *
 * @param unusual Unusual values, at least one.
 * @param language Language of headers and texts.
 * @returns One row per value; columns sheet or file, row, column and unusual, in that language.
 * @throws {RangeError} When there is none.
 */
export function unusualFrame(
  unusual: readonly UnusualValue[],
  language: PlannerLanguage = "en",
): Frame {
  return frameOf(unusual.map(({ place, message }) => ({
    ...placeCells(place, language),
    [WORDS[language].unusual]: message[language],
  })));
}

function countsOf(city: NonNullable<CityInspection["city"]>): number[] {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return [
    city.communities.length,
    city.grids.length,
    city.facilities.length,
    sum(city.wards.map(({ beds }) => beds)),
    sum(city.communities.map(({ population }) => population)),
  ];
}

/**
 * What a check shows, in order: tables with a sentence each, and a last sentence when all is well.
 *
 * @param inspection What was found.
 * @param language Language.
 * @returns Sentences and frames.
 */
export function checkShown(
  { problems, unusual, city }: CityInspection,
  language: PlannerLanguage,
): (string | Frame)[] {
  const words = WORDS[language];
  return [
    ...(problems.length === 0
      ? []
      : [words.wrong(problems.length), cityProblemsFrame(problems, language)]),
    ...(unusual.length === 0 ? [] : [words.odd(unusual.length), unusualFrame(unusual, language)]),
    ...(city === null ? [] : [words.ready(countsOf(city))]),
  ];
}
