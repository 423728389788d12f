/** Limits and assumptions of the model's structure. */
import type { Bilingual } from "./language.ts";

/** What the model leaves out or simplifies. */
export const LIMITS: readonly Bilingual[] = [
  {
    en:
      "Infections are given: one curve per resident for every grid; rules and isolation do not change it. Where a scenario lets contacts follow the risk level, each district has its own curve, with contact factors that are assumed, and districts do not infect one another.",
    zh:
      "感染为给定：各网格人均曲线相同，不受规则与隔离影响。若情景设定接触随风险等级变化，则各区各有曲线，接触系数为假设，区间不相互传播。",
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
      "Risk levels hold for a county or district, by date or by a case rule written from memory. They act on ordinary services, staff and spacing, and on contacts only where a scenario says so.",
    zh:
      "风险等级按县或区适用，由日期或凭记忆写出的病例规则确定，影响日常服务、人员与床位间隔；仅在情景设定时影响接触。",
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
      "Ordinary visits are counted by grid, tier, line and half hour: their patients have no identity, are not followed from one line to another, and go to the clinics of their own grid.",
    zh:
      "普通门急诊按网格、级别、服务种类与半小时计数：患者无个体身份，不跨服务追踪，在本网格就诊。",
  },
  {
    en:
      "Physicians’ minutes are the only limit of ordinary clinics. How many physicians there are is sized from the demand of 2019, for which they suffice, not counted. Nurses and rooms of ordinary clinics are no limit, and are not shared with fever clinics; neither are scanners: those of a fever clinic are kept for its patients (BJ-3.12), and ordinary imaging takes no scanner time.",
    zh:
      "普通门诊仅受医师时间限制；医师数按2019年需求推算（当时够用），并非统计数。普通门诊的护士与诊室不构成限制，也不与发热门诊共用；扫描设备同样不共用：发热门诊的CT专供其患者（BJ-3.12），预约影像检查不占用扫描时间。",
  },
  {
    en:
      "While a hospital is closed to everybody, the clinics of its tier in its district have less time by its share of beds, and its emergency patients go to other tiers. Where it moves its patients, ordinary ones go at once to free beds elsewhere or, from general wards, home, without transport.",
    zh:
      "医院全面停诊期间，其所在区同级门诊的医师时间按床位占比减少，急诊患者转往其他级别。若转出患者，普通住院患者即时转往他院空床，普通病房无空床者提前出院，不计转运。",
  },
  {
    en:
      "Demand does not fall by itself in a wave: that people keep away from hospitals is not modelled apart. The shares that plans leave open rest on volumes served, which hold it too.",
    zh:
      "需求不会因疫情自行下降：未单独模拟居民回避就医；各级别方案的开放比例取自实际服务量，其中已含回避。",
  },
  {
    en:
      "Those put off return, do without or come as emergencies by stated shares, alike for everybody; ordinary inpatients move between hospitals only when theirs closes. The harm to those who go without is not counted.",
    zh:
      "被推迟者按设定比例返回、流失或转为急诊，人人相同；普通住院患者仅在所在医院停诊时转院。未得诊疗的损害不计。",
  },
  {
    en:
      "The reference of 2019 is a run of this model with everything open, with the weekdays and festivals of the window; it is no count of 2019. Hospitals set apart for COVID-19 have ordinary patients in it, who do not come elsewhere in the other runs: losses against 2019 hold them in full, so they are rather too high.",
    zh:
      "2019年参照为本模型全部开放的运行，星期与节假日同观察期，并非2019年的统计数。收治新冠的医院在参照中照常收治普通患者，而在其他运行中这些患者不转往他院，因此相对2019年的损失略有高估。",
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
    en:
      "Numbers are true ones. Reported numbers, which a commission would have counted, are given beside them only where a scenario switches them on; their shares are mostly assumed.",
    zh: "数字均为真实数。报告数仅在情景启用时另行给出，其比例多为假设。",
  },
];
