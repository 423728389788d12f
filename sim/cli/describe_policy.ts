/** `describe policy`: the register of clauses, or one clause whole. */
import { fromFileUrl } from "@std/path";
import { CATALOGUE, SERIES_CATALOGUE } from "../domain/mod.ts";
import {
  type Clause,
  CLAUSE_STATES,
  type ClauseRegister,
  loadClauses,
  nearestName,
  type Notice,
  type WrittenValue,
  writtenValues,
} from "../scenario/mod.ts";
import { InputError } from "./exit.ts";
import { table } from "./text_table.ts";

/** Scenario whose values are shown. */
const BASE = new URL("../../scenarios/base.yaml", import.meta.url);

/** Languages of the register. */
export const LANGUAGES = ["en", "zh"] as const;
/** Name of a language. */
export type Language = (typeof LANGUAGES)[number];

/** What is asked of the register. */
export interface PolicyOptions {
  /** Language of paraphrases and titles. */
  readonly lang: Language;
  /** One notice alone, by its short name; all when left out. */
  readonly notice?: string;
  /** Whether it is given as JSON. */
  readonly json?: boolean;
}

const WORDS = {
  en: {
    head: ["clause", "status", "term", "parameter", "what it says"],
    says: "says",
    notice: "notice",
    mechanism: "mechanism",
    parameter: "parameter",
    measure: "measure",
    test: "test",
    note: "note",
    values: ["in base.yaml", "value", "grade", "source"],
    states: { modelled: "modelled", open: "open", "not modelled": "not modelled" },
    clauses: (count: number) => `${count} ${count === 1 ? "clause" : "clauses"}`,
    colon: ": ",
    comma: ", ",
  },
  zh: {
    head: ["条款", "状态", "关键词", "参数", "内容"],
    says: "内容",
    notice: "文件",
    mechanism: "机制",
    parameter: "参数",
    measure: "指标",
    test: "测试",
    note: "备注",
    values: ["base.yaml", "取值", "等级", "来源"],
    states: { modelled: "已建模", open: "待建", "not modelled": "不建模" },
    clauses: (count: number) => `${count} 条`,
    colon: "：",
    comma: "，",
  },
} as const;

const noticeLine = ({ notice, titleEn, titleZh, number, date }: Notice, lang: Language): string =>
  [`${notice} ${lang === "zh" ? titleZh : titleEn}`, number, date].filter((part) => part !== "")
    .join(WORDS[lang].comma);

/** How many clauses there are, in each state. */
function counts(clauses: readonly Clause[], lang: Language): string {
  const { states, clauses: all, colon, comma } = WORDS[lang];
  const each = CLAUSE_STATES.map((state) =>
    `${clauses.filter(({ status }) => status === state).length} ${states[state]}`
  );
  return `${all(clauses.length)}${colon}${each.join(comma)}`;
}

/** Refuses a name that is not there. */
function unknown(what: string, name: string, known: readonly string[]): InputError {
  const nearest = nearestName(name, known);
  return new InputError(
    `Cannot describe the policy as the register must have the ${what}: current ${what} is ` +
      `"${name}"${nearest === undefined ? "" : `; nearest is "${nearest}"`}`,
  );
}

/**
 * The register, or one clause of it, as it is printed.
 *
 * @param clause Name of a clause; undefined for all.
 * @param options Language, notice, form.
 * @returns Text.
 * @throws {InputError} If there is no such clause or notice.
 *
 * @example A clause with its parameter as the base scenario has it
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { policyText } from "./describe_policy.ts";
 *
 * const text = await policyText("P22-2.4", { lang: "en" });
 * assertStringIncludes(text, "transfer.vehicleFactor  1");
 * ```
 */
export async function policyText(
  clause: string | undefined,
  { lang, notice, json = false }: PolicyOptions,
): Promise<string> {
  const register = await loadClauses();
  const names = register.notices.map((one) => one.notice);
  if (notice !== undefined && !names.includes(notice)) throw unknown("notice", notice, names);
  const within = register.clauses.filter((row) => notice === undefined || row.notice === notice);
  if (clause === undefined) return json ? asJson(register, within) : whole(register, within, lang);
  const row = within.find((one) => one.clause === clause);
  if (row === undefined) throw unknown("clause", clause, within.map((one) => one.clause));
  const values = row.parameter === "" ? [] : await writtenValues(fromFileUrl(BASE), row.parameter);
  if (json) return JSON.stringify({ ...row, values }, null, 2);
  return clauseText(row, register.notices.find((n) => n.notice === row.notice)!, { values, lang });
}

function asJson({ notices }: ClauseRegister, clauses: readonly Clause[]): string {
  const named = new Set(clauses.map(({ notice }) => notice));
  const shown = notices.filter(({ notice }) => named.has(notice));
  return JSON.stringify({ notices: shown, clauses }, null, 2);
}

function whole({ notices }: ClauseRegister, rows: readonly Clause[], lang: Language): string {
  const { head, states } = WORDS[lang];
  const cells = rows.map((row) => [
    row.clause,
    states[row.status],
    row.chineseTerm,
    row.parameter,
    lang === "zh" ? row.paraphraseZh : row.paraphrase,
  ]);
  // One table, cut by notice, so that its columns stand under one another.
  const [title, ...lines] = table(head, cells);
  const parts = notices.flatMap((notice) => {
    const own = lines.filter((_, i) => rows[i].notice === notice.notice);
    const clauses = rows.filter((row) => row.notice === notice.notice);
    if (own.length === 0) return [];
    return [noticeLine(notice, lang), title, ...own, counts(clauses, lang), ""];
  });
  return [...parts, counts(rows, lang)].join("\n");
}

function clauseText(
  row: Clause,
  notice: Notice,
  { values, lang }: { values: readonly WrittenValue[]; lang: Language },
): string {
  const words = WORDS[lang];
  const paraphrase = lang === "zh" ? row.paraphraseZh : row.paraphrase;
  const lines = [
    [words.notice, noticeLine(notice, lang)],
    [words.says, paraphrase],
    [words.mechanism, row.mechanism],
    [words.parameter, row.parameter],
    [words.measure, row.measure === "" ? "" : measureLine(row.measure, lang)],
    [words.test, row.test],
    [words.note, row.note],
  ].filter(([, text]) => text !== "");
  const written = values.map(({ path, text, grade, source }) => [path, text, grade, source]);
  const [, ...facts] = table(["", ""], lines);
  return [
    `${row.clause} ${row.chineseTerm}${words.colon}${words.states[row.status]}`,
    ...facts,
    ...(written.length === 0 ? [] : ["", ...table(words.values, written)]),
  ].join("\n");
}

/** Name, title and unit of a measure or series. */
function measureLine(name: string, lang: Language): string {
  const found = [...CATALOGUE, ...SERIES_CATALOGUE].find((measure) => measure.name === name);
  return found === undefined ? name : `${name}: ${found.title[lang]} [${found.unit}]`;
}
