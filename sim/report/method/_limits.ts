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
      "People are drawn independently given their age; there are no households, care homes or pregnancies.",
    zh: "居民在给定年龄下独立抽取；不含家庭、养老机构与妊娠。",
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
    en: "Staff are fixed ratios to beds; nobody falls ill, is lent or is called in.",
    zh: "医护为床位的固定比例，不含患病、借调与增援。",
  },
  {
    en: "Test kits, drugs and oxygen never run out; a test result takes a fixed time.",
    zh: "试剂、药品与氧气不会耗尽；检测结果时间固定。",
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
    en: "Referral sees the live state of every facility.",
    zh: "转诊可见各机构的实时状态。",
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
