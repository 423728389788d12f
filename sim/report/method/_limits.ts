/** Limits and assumptions of the model's structure. */
import type { Bilingual } from "./language.ts";

/** What the model leaves out or simplifies. */
export const LIMITS: readonly Bilingual[] = [
  {
    en:
      "Infections are given: one curve per resident for every grid; rules, levels and isolation do not change it.",
    zh: "感染为给定：各网格人均曲线相同，不受规则、等级与隔离影响。",
  },
  {
    en:
      "People are drawn independently given their age; there are no households; pregnancy is an attribute that rules and contracts may ask about, without risks of its own, and care homes are there only where a scenario switches them on.",
    zh:
      "居民在给定年龄下独立抽取；不含家庭；妊娠仅为规则和签约可用的属性，不改变病情风险；养老机构仅在情景启用时纳入。",
  },
  {
    en:
      "Severity is pieced together from several places, as no local table is published; it decides every level of demand.",
    zh: "重症风险由多地资料拼合（无本地公布表格），决定全部需求水平。",
  },
  {
    en: "Want of care is one hazard ratio for each adverse step, the same for everybody.",
    zh: "缺少照护对每类不良事件以单一风险比表示，人人相同。",
  },
  {
    en:
      "Risk levels hold for the whole city by date and act on ordinary services and spacing only.",
    zh: "风险等级按日期适用于全市，仅影响日常服务与床位间隔。",
  },
  {
    en:
      "Staff are fixed ratios to beds; that they fall ill, are lent or called in holds only where a scenario switches it on.",
    zh: "医护为床位的固定比例；患病、借调与增援仅在情景启用时纳入。",
  },
  {
    en:
      "Oxygen never runs out. Unless a scenario switches them on, there are no stocks of kits and drugs that end, no queues of laboratory, CT and triage, no limits of visiting teams and emergency places, no buffer wards and no infection in hospital.",
    zh:
      "氧气不会耗尽。除非情景启用，否则试剂与药品不会耗尽，检验、CT与预检不排队，上门队伍与急诊床位不受限，也没有缓冲病房与院内感染。",
  },
  {
    en:
      "Fever clinics see COVID-19 cases only; other people with fever do not compete for physicians.",
    zh: "发热门诊仅接诊新冠病例，不含其他发热者。",
  },
  {
    en:
      "Ordinary visits have no limit of capacity; ordinary inpatients do not move between hospitals, and the harm to those who go without is not counted.",
    zh: "普通门急诊不设容量上限；普通住院患者不在医院间转移，其未得诊疗的损害不计。",
  },
  {
    en:
      "Referral sees the live state of every facility, unless a scenario has free beds published at fixed times; then nobody, not even the own hospital, knows of beds in between.",
    zh:
      "转诊可见各机构的实时状态；若情景设定空床定时发布，则两次发布之间任何机构（含本院）均不知新增空床。",
  },
  {
    en:
      "Vehicles of a grid serve that grid alone; crews on duty do not change by the hour; calls by others are left out.",
    zh: "网格车辆只服务本网格；值班班组不随时间变化；不含其他呼叫。",
  },
  {
    en: "Reported numbers, which a commission would have counted, are not modelled.",
    zh: "未模拟卫生部门会统计到的报告数。",
  },
];
