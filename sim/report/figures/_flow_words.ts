/** Names of bars and ribbons of a flow, in English and Chinese. */
import type { FlowRow } from "../../experiment/results/mod.ts";
import type { Lang } from "./figure.ts";
import { barOf, type FlowBar, type FlowStream } from "./_flow_streams.ts";
import { plain } from "./_theme.ts";

/** Short, since names of three columns stand side by side on a phone. */
const NAMES: { readonly [B in FlowBar]: readonly [en: string, zh: string] } = {
  present_at_start: ["At the start", "起始时"],
  home: ["Home", "居家"],
  primary: ["Primary care", "基层机构"],
  shelter: ["Shelter", "方舱"],
  sub_designated: ["Sub-designated", "亚定点"],
  designated: ["Designated", "定点"],
  lead: ["Lead", "牵头"],
  partner: ["Partner", "协作三级"],
  other_hospital: ["Other hospital", "其他医院"],
  recovered: ["Recovered", "康复"],
  died: ["Died", "死亡"],
  unresolved: ["Still ill", "尚未康复"],
  other_bed: ["Other bed", "他处床位"],
  no_bed: ["No bed", "未入床"],
};

/** Name of a bar. */
export function barName(key: string, lang: Lang): string {
  return NAMES[barOf(key)][lang === "en" ? 0 : 1];
}

/** A mean number of patients: whole from 10 on, else with a decimal. */
export function patientsText(value: number): string {
  const [whole, part] = (value >= 9.95 ? value.toFixed(0) : value.toFixed(1)).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined || part === "0" ? grouped : `${grouped}.${part}`;
}

/** A number of patients with few signs: thousands in English, tens of thousands in Chinese. */
export function shortText(value: number, lang: Lang): string {
  if (value < 99_999.5) return patientsText(value);
  return lang === "en"
    ? `${patientsText(value / 1000)}k`
    : `${Number((value / 10_000).toPrecision(3))}万`;
}

function placeName(place: FlowRow["from"], lang: Lang): string {
  return NAMES[place][lang === "en" ? 0 : 1];
}

function intervalText({ meanLow, meanHigh }: FlowRow, lang: Lang): string {
  if (!Number.isFinite(meanLow) || !Number.isFinite(meanHigh)) return "";
  const [low, high] = [Math.max(0, meanLow), meanHigh].map(patientsText);
  return lang === "en" ? ` (95 %: ${low} to ${high})` : `（95%：${low}至${high}）`;
}

function moveText(row: FlowRow, lang: Lang): string {
  return `${placeName(row.from, lang)} → ${placeName(row.to, lang)}: ${patientsText(row.mean)}${
    intervalText(row, lang)
  }`;
}

/** What a ribbon says when pointed at: from, to, patients, share of the bar in the middle. */
export function streamText(stream: FlowStream, whole: number, lang: Lang): string {
  const into = stream.to.startsWith("bed:");
  const share = `${((100 * stream.value) / whole).toPrecision(2)}`;
  const middle = barName(into ? stream.to : stream.from, lang);
  const [from, to] = [barName(stream.from, lang), barName(stream.to, lang)];
  const percent = Number(share);
  const said = lang === "en"
    ? `<b>${from} → ${to}</b><br>${patientsText(stream.value)} patients, ${percent} % of all ${
      into ? "into" : "out of"
    } “${middle}”`
    : `<b>${from} → ${to}</b><br>${patientsText(stream.value)}人，占“${middle}”${
      into ? "流入" : "流出"
    }的${percent}%`;
  const [move, ...more] = stream.moves;
  if (more.length === 0) return said + plain(intervalText(move, lang));
  return [said, ...stream.moves.map((row) => plain(moveText(row, lang)))].join("<br>");
}
