/** Values of changed lines in Chinese: words of scenario files as a reader knows them. */
import type { Lang } from "./language.ts";

/** Keys that stand before a value. */
const KEYS: Readonly<Record<string, string>> = {
  from: "自",
  until: "至",
  level: "等级",
  district: "行政区",
  districts: "行政区",
  on: "日期",
  date: "日期",
  name: "名称",
  clause: "条款",
  rules: "规则",
  links: "转诊关系",
  grids: "网格",
  role: "角色",
  facility: "机构",
  facilities: "机构",
  close: "关闭",
  to: "对象",
  inpatients: "在院患者",
  disinfection: "消毒",
  reopens: "恢复",
  as: "用途",
  vehicles: "车辆",
  factor: "系数",
  beds: "床位",
  ward: "病区",
  lost: "减少",
  use: "用途",
  share: "比例",
  perDay: "每日",
  arrivals: "抵达",
  infectedShare: "感染比例",
  places: "床位",
  excludedAfter: "排除感染用时",
  cases: "病例",
  mean: "均值",
  sd: "标准差",
};

/** Words that are values. */
const VALUES: Readonly<Record<string, string>> = {
  low: "低风险",
  medium: "中风险",
  high: "高风险",
  covid: "新冠患者",
  ordinary: "普通患者",
  shared: "共用",
  all: "全部",
  stay: "留院",
  move: "转出",
  none: "无",
  true: "是",
  false: "否",
  on: "开",
  off: "关",
  never: "从不",
  primary: "基层",
  sub_designated: "亚定点",
  designated: "定点",
  lead: "牵头",
  partner: "外部协作三级",
  shelter: "方舱",
  general: "普通",
  sub_icu: "亚重症",
  icu: "重症",
  lognormal: "对数正态",
  exponential: "指数",
  gamma: "伽马",
  triangular: "三角",
  uniform: "均匀",
  constant: "定值",
};

/** What stands between words of a value. */
const BETWEEN = /(, |; |\(|\))/;
const IN_CHINESE: Readonly<Record<string, string>> = {
  ", ": "，",
  "; ": "；",
  "(": "（",
  ")": "）",
};

/**
 * A value of a changed line as it is shown: in English as the scenario has it, in Chinese with the
 * words of scenario files in Chinese. Names and numbers stay.
 *
 * @param text Value as the manifest has it.
 * @param lang Language.
 * @returns Text.
 *
 * @example A level and its day
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { changeText } from "./mod.ts";
 * assertEquals(changeText("from 2020-02-01, level medium", "zh"), "自 2020-02-01，等级 中风险");
 * assertEquals(changeText("24 h", "zh"), "24 h");
 * ```
 */
export function changeText(text: string, lang: Lang): string {
  if (lang === "en") return text;
  return text.split(BETWEEN).map((part) => IN_CHINESE[part] ?? wordsOf(part)).join("");
}

/** A key with its value, a key before a bracket, or a value alone. */
function wordsOf(part: string): string {
  const [, key, value] = /^(\S+) (.*)$/.exec(part) ?? [];
  if (key !== undefined && Object.hasOwn(KEYS, key)) {
    return `${KEYS[key]} ${Object.hasOwn(VALUES, value) ? VALUES[value] : value}`;
  }
  return Object.hasOwn(VALUES, part) ? VALUES[part] : part;
}
