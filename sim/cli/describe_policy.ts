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
import { foundClauses } from "./found_clauses.ts";
import { type ClauseSwitch, switchOf } from "./policy_switches.ts";
import { table, tableByRow, wrapped } from "./text_table.ts";

const SCENARIOS = new URL("../../scenarios/", import.meta.url);

/** Scenarios whose values are shown: the base, and one with the dated events that the base leaves out. */
const SHOWN = ["base.yaml", "training_march_2020_arrivals.yaml"];

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
  /** Columns of the terminal; without limit when left out [characters]. */
  readonly columns?: number;
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
    switch: "switch",
    isOff: ", off in base.yaml",
    off: (path: string, on: string) =>
      `${path}: off in base.yaml; on in ${on === "" ? "none of the scenarios here" : on}`,
    values: (file: string) => [`in ${file}`, "value", "grade", "source"],
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
    switch: "开关",
    isOff: "，base.yaml未启用",
    off: (path: string, on: string) =>
      `${path}：base.yaml未启用；${on === "" ? "现有情景均未启用" : `启用的情景：${on}`}`,
    values: (file: string) => [file, "取值", "等级", "来源"],
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
      `"${name}"${
        nearest === undefined ? "" : `; nearest is "${nearest}"`
      }; list: sim describe policy`,
  );
}

/**
 * The register, or one clause of it, as it is printed.
 *
 * @param clause Name of a clause, or the beginning of several, or a key term; undefined for all.
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
  { lang, notice, json = false, columns = Infinity }: PolicyOptions,
): Promise<string> {
  const register = await loadClauses();
  const names = register.notices.map((one) => one.notice);
  if (notice !== undefined && !names.includes(notice)) throw unknown("notice", notice, names);
  const within = register.clauses.filter((row) => notice === undefined || row.notice === notice);
  const rows = clause === undefined ? within : foundClauses(clause, within);
  if (clause !== undefined && rows.length === 0) {
    throw unknown("clause", clause, within.map((one) => one.clause));
  }
  if (clause === undefined || rows.length > 1) {
    return json ? asJson(register, rows) : whole(register, rows, { lang, columns });
  }
  const [row] = rows;
  const off = await switchOf(row);
  const written = await writtenAt(row.parameter);
  if (json) return JSON.stringify({ ...row, values: written.values, off }, null, 2);
  const cited = register.notices.find((n) => n.notice === row.notice)!;
  return clauseText(row, cited, { written, off, lang, columns });
}

/** Values of a parameter, and the first scenario in which there are any. */
interface Written {
  readonly file: string;
  readonly values: readonly WrittenValue[];
}

async function writtenAt(parameter: string): Promise<Written> {
  for (const file of parameter === "" ? [] : SHOWN) {
    const values = await writtenValues(fromFileUrl(new URL(file, SCENARIOS)), parameter);
    if (values.length > 0) return { file, values };
  }
  return { file: "", values: [] };
}

function asJson({ notices }: ClauseRegister, clauses: readonly Clause[]): string {
  const named = new Set(clauses.map(({ notice }) => notice));
  const shown = notices.filter(({ notice }) => named.has(notice));
  return JSON.stringify({ notices: shown, clauses }, null, 2);
}

function whole(
  { notices }: ClauseRegister,
  rows: readonly Clause[],
  { lang, columns }: { readonly lang: Language; readonly columns: number },
): string {
  const { head, states } = WORDS[lang];
  const cells = rows.map((row) => [
    row.clause,
    states[row.status],
    row.chineseTerm,
    row.parameter,
    lang === "zh" ? row.paraphraseZh : row.paraphrase,
  ]);
  // One table, cut by notice, so that its columns stand under one another.
  const [title, ...lines] = tableByRow(head, cells, columns);
  const parts = notices.flatMap((notice) => {
    const own = lines.filter((_, i) => rows[i].notice === notice.notice);
    const clauses = rows.filter((row) => row.notice === notice.notice);
    if (own.length === 0) return [];
    return [
      ...wrapped(noticeLine(notice, lang), columns),
      ...title,
      ...own.flat(),
      counts(clauses, lang),
      "",
    ];
  });
  return [...parts, counts(rows, lang)].join("\n");
}

/** What is said of one clause beside its row. */
interface ClauseFacts {
  readonly written: Written;
  readonly off: ClauseSwitch | undefined;
  readonly lang: Language;
  readonly columns: number;
}

function clauseText(
  row: Clause,
  notice: Notice,
  { written, off, lang, columns }: ClauseFacts,
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
    [words.switch, off === undefined ? "" : words.off(off.path, off.on.join(words.comma))],
    [words.note, row.note],
  ].filter(([, text]) => text !== "");
  const { file, values } = written;
  const cells = values.map(({ path, text, grade, source }) => [path, text, grade, source]);
  const [, ...facts] = table(["", ""], lines, columns);
  const isOff = off === undefined ? "" : words.isOff;
  return [
    `${row.clause} ${row.chineseTerm}${words.colon}${words.states[row.status]}${isOff}`,
    ...facts,
    ...(cells.length === 0 ? [] : ["", ...table(words.values(file), cells, columns)]),
  ].join("\n");
}

/** Name, title and unit of a measure or series. */
function measureLine(name: string, lang: Language): string {
  const found = [...CATALOGUE, ...SERIES_CATALOGUE].find((measure) => measure.name === name);
  return found === undefined ? name : `${name}: ${found.title[lang]} [${found.unit}]`;
}
