/** Measures of the primary level and of access; each is given when what it is about is switched on. */
import type { MeasureDefinition } from "./definition.ts";

const FIRST =
  "Who is in: first visits of cases from the first day to the end of the run. Warm-up: has none. Censoring: those who make no visit are not in.";
const WORSE =
  "Who is in: worsenings of cases at home from the first day to the end of the run; another while one lasts begins none. Warm-up: has none.";
const RUN = "Who is in: first day to the end of the run. Warm-up: left out. Censoring: none.";
const DUE =
  "Who is in: visits due from the first day to the end of the run. Warm-up: has none. Censoring: visits no longer needed, and those still open at the end, are not in.";

/** Measures of access, in the order of result tables. */
export const ACCESS_MEASURES: readonly MeasureDefinition[] = [
  {
    name: "first_visit_share",
    unit: "-",
    title: { en: "First visits by tier", zh: "首诊机构层级占比" },
    definition:
      `Numerator: first visits of a case to a facility of the tier; home: seen there by a team. Denominator: first visits. ${FIRST}`,
    groups: ["tier"],
    better: "neither",
    decimals: 3,
  },
  {
    name: "bypass_share",
    unit: "-",
    title: { en: "Bypassed the own clinic", zh: "越过基层首诊比例" },
    definition:
      `Numerator: first visits to a hospital by choice, of cases no worse than moderate, while the own primary clinic is open. Denominator: first visits. ${FIRST}`,
    groups: [],
    better: "less",
    decimals: 3,
  },
  {
    name: "cross_grid_share",
    unit: "-",
    title: { en: "First visits outside the grid", zh: "跨网格首诊比例" },
    definition:
      `Numerator: first visits to a facility that is not linked with the home grid. Denominator: first visits. ${FIRST}`,
    groups: [],
    better: "less",
    decimals: 3,
  },
  {
    name: "contact_delay_mean",
    unit: "h",
    title: { en: "Mean delay from onset to first contact", zh: "发病至首次就医联系平均时间" },
    definition:
      "Mean time from onset to the first contact that leads to care: going out, calling 120, being directed online, being seen at home. Who is in: cases with such a contact from the first day to the end of the run, those of a census apart. Warm-up: has none. Censoring: those without a contact are not in.",
    groups: ["colour"],
    better: "less",
    decimals: 1,
  },
  {
    name: "care_delay_mean",
    unit: "h",
    title: { en: "Mean delay to care (up to 7 days)", zh: "居家加重至获得救治平均时间（限7日）" },
    definition:
      `Mean time from a worsening at home to arrival at a clinic or in a bed, or to a team that sees the case in place, restricted to 7 days. ${WORSE} Censoring: recovery, death and the end of the run censor it (Kaplan and Meier, 1958).`,
    groups: ["colour"],
    better: "less",
    decimals: 1,
  },
  {
    name: "care_within_day",
    unit: "-",
    title: { en: "Care within a day of a worsening at home", zh: "居家加重后24小时内获得救治比例" },
    definition:
      `Numerator: worsenings at home that have led to care, as in the mean delay, within 24 h. Denominator: worsenings at home. ${WORSE} Censoring: the end of the run censors; recovery and death compete (Aalen and Johansen, 1978).`,
    groups: ["colour"],
    better: "more",
    decimals: 3,
  },
  {
    name: "referrals_beyond_ability",
    unit: "1",
    title: { en: "Referrals beyond the ability of the lower levels", zh: "超出基层能力转诊" },
    definition:
      "Bed requests of cases no worse than moderate who need a capability that the lower levels of the grid lack, and whom no advice has settled. Who is in: requests from the first day to the end of the run. Warm-up: has none. Censoring: none.",
    groups: [],
    better: "less",
    decimals: 0,
  },
  {
    name: "online_contacts",
    unit: "contacts",
    title: { en: "Online contacts", zh: "线上就医联系" },
    definition:
      "Online contacts of cases. By line: at onset ended, delivered (drugs delivered, no visit) or directed to a place; steered: after a worsening, referred at once by the rules. Who is in: contacts from the first day to the end of the run. Warm-up: has none. Censoring: none.",
    groups: ["line"],
    better: "neither",
    decimals: 0,
  },
  {
    name: "kits_used",
    unit: "kits",
    title: { en: "Antigen kits used", zh: "抗原试剂使用量" },
    definition: `Kits of the primary level used by cases, at home and in clinics. ${RUN}`,
    groups: ["grid"],
    better: "neither",
    decimals: 0,
  },
  {
    name: "kits_wanting",
    unit: "kits",
    title: { en: "Antigen kits wanting", zh: "抗原试剂短缺次数" },
    definition: `Times a case was to be tested and the grid had no kit left. ${RUN}`,
    groups: [],
    better: "less",
    decimals: 0,
  },
  {
    name: "days_without_kits",
    unit: "d",
    title: { en: "Days without antigen kits", zh: "抗原试剂断供天数" },
    definition:
      `Time with less than one kit in the stock of the grid; over all grids the mean by residents. ${RUN}`,
    groups: ["grid"],
    better: "less",
    decimals: 1,
  },
  {
    name: "home_visits_due",
    unit: "visits",
    title: { en: "Home visits due", zh: "应上门服务次数" },
    definition:
      "Visits of teams that fell due: follow-up, first contact in place, sampling. Who is in: visits due from the first day to the end of the run. Warm-up: has none. Censoring: none.",
    groups: [],
    better: "neither",
    decimals: 0,
  },
  {
    name: "home_visits_made",
    unit: "-",
    title: { en: "Home visits made", zh: "上门服务完成比例" },
    definition:
      `Numerator: visits made. Denominator: visits made and visits missed, as the next was due before a team came. ${DUE}`,
    groups: [],
    better: "more",
    decimals: 3,
  },
  {
    name: "home_visits_late",
    unit: "-",
    title: { en: "Home visits made late", zh: "上门服务延迟比例" },
    definition:
      `Numerator: visits made later after they were due than the target of the scenario. Denominator: visits made. ${DUE}`,
    groups: [],
    better: "less",
    decimals: 3,
  },
  {
    name: "home_visit_delay_mean",
    unit: "h",
    title: { en: "Mean delay of home visits", zh: "上门服务平均延迟" },
    definition: `Mean time from when a visit was due to the team at the door. ${DUE}`,
    groups: [],
    better: "less",
    decimals: 1,
  },
  {
    name: "follow_up_interval_mean",
    unit: "h",
    title: { en: "Mean interval of follow-up kept", zh: "实际随访平均间隔" },
    definition: `Mean time from one follow-up visit made to the next of the same case. ${DUE}`,
    groups: ["colour"],
    better: "less",
    decimals: 1,
  },
  {
    name: "first_seen_in_place",
    unit: "visits",
    title: { en: "First seen in place", zh: "上门首诊人次" },
    definition: `Contacts made by a team in a care home instead of in the clinic. ${RUN}`,
    groups: [],
    better: "neither",
    decimals: 0,
  },
  {
    name: "sampled_at_home",
    unit: "visits",
    title: { en: "Sampled at home", zh: "上门核酸采样人次" },
    definition: `Visits of teams to take a sample for PCR from those sent home undecided. ${RUN}`,
    groups: [],
    better: "neither",
    decimals: 0,
  },
  {
    name: "advice_asked",
    unit: "1",
    title: { en: "Advice asked for", zh: "远程会诊申请" },
    definition: `Cases for whom a clinic asked the lead hospital for advice. ${RUN}`,
    groups: [],
    better: "neither",
    decimals: 0,
  },
  {
    name: "advice_settled",
    unit: "-",
    title: { en: "Settled by advice", zh: "远程会诊解决比例" },
    definition:
      "Numerator: cases that advice settled at the lower levels. Denominator: consultations ended, those whose patient had gone or worsened included. Who is in: first day to the end of the run. Warm-up: left out. Censoring: consultations open at the end are not in.",
    groups: [],
    better: "more",
    decimals: 3,
  },
  {
    name: "advice_not_in_time",
    unit: "1",
    title: { en: "Referred without advice", zh: "未及时会诊即转诊" },
    definition: `Cases referred as no adviser was free within the longest wait. ${RUN}`,
    groups: [],
    better: "less",
    decimals: 0,
  },
  {
    name: "advice_wait_mean",
    unit: "min",
    title: { en: "Mean wait for an adviser", zh: "远程会诊平均等候时间" },
    definition:
      "Mean time from when the records are there to the begin of the consultation. Who is in: consultations begun from the first day to the end of the run. Warm-up: has none. Censoring: those without advice are not in.",
    groups: [],
    better: "less",
    decimals: 1,
  },
  {
    name: "antivirals_begun",
    unit: "courses",
    title: { en: "Antiviral courses begun", zh: "抗病毒药物使用疗程" },
    definition: `Courses of oral antivirals begun by cases. ${RUN}`,
    groups: [],
    better: "neither",
    decimals: 0,
  },
  {
    name: "medicines_given",
    unit: "courses",
    title: { en: "Courses of Chinese medicines", zh: "中药使用疗程" },
    definition: `Courses of Chinese medicines given to known mild and moderate cases. ${RUN}`,
    groups: [],
    better: "neither",
    decimals: 0,
  },
  {
    name: "medicines_wanting",
    unit: "1",
    title: { en: "Cases without Chinese medicines", zh: "中药短缺人次" },
    definition: `Times that a case was to have a course and none was left in the grid. ${RUN}`,
    groups: [],
    better: "less",
    decimals: 0,
  },
];
