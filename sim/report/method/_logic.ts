/** STRESS-DES, section 2: logic. */
import type { GuidelineItem } from "./_item.ts";
import type { Lang } from "./language.ts";
import { differencesText } from "./differences.ts";
import { COMPONENTS } from "./_components.ts";
import { listMarkdown } from "./_markdown.ts";

const SECTION = { en: "2. Logic", zh: "2. 逻辑" };

/** Items 2.1 to 2.5. */
export const LOGIC: readonly GuidelineItem[] = [
  {
    number: "2.1",
    name: { en: "Base model overview diagram", zh: "基础模型概览图" },
    section: SECTION,
    text: (_, lang) => diagram(lang),
  },
  {
    number: "2.2",
    name: { en: "Base model logic", zh: "基础模型逻辑" },
    section: SECTION,
    text: (_, lang) => logic(lang),
  },
  {
    number: "2.3",
    name: { en: "Scenario logic", zh: "方案逻辑" },
    section: SECTION,
    text: differencesText,
  },
  {
    number: "2.4",
    name: { en: "Algorithms", zh: "算法" },
    section: SECTION,
    text: (_, lang) => algorithms(lang),
  },
  {
    number: "2.5",
    name: { en: "Components", zh: "组成部分" },
    section: SECTION,
    text: (_, lang) =>
      COMPONENTS.map(({ number, name, text }) => `**${number} ${name[lang]}.** ${text[lang]}`).join(
        "\n\n",
      ),
  },
];

const DIAGRAM = {
  en: `infection ── incubation ── onset ── first contact ──┬─ none, online: at home, followed up
                                                    └─ primary care, fever clinic, emergency, 120
                                                              │
            worsening (at home or in a bed) ─────────► referral rule ──► candidates tried in order
                                                              │ none has a bed      │ bed held
                                                              ▼                     ▼
                                                 queue of rule and grid     hand-over, vehicle, ride
                                                 (boards where they are)            │
                                                              └────── bed freed ────┤
                                                                                    ▼
   death ◄── state of disease under the care received ◄── general · sub-ICU · ICU bed ──► move down
                                                                                    └──► discharge
   ordinary inpatients (urgent, elective) arrive at each ward and take the same beds`,
  zh: `感染 ── 潜伏 ── 发病 ── 首次接触 ──┬─ 无、线上：居家随访
                                    └─ 基层、发热门诊、急诊、120
                                             │
        病情加重（居家或在院） ─────► 转诊规则 ──► 依次尝试候选机构
                                             │ 均无床位       │ 预留床位
                                             ▼                ▼
                                  规则与网格的等待队列   交接、派车、转运
                                  （在原处滞留）              │
                                             └─── 床位释放 ───┤
                                                              ▼
  死亡 ◄── 所受照护下的病程 ◄── 普通 · 亚重症 · 重症床位 ──► 下转
                                                              └──► 出院
  普通住院患者（急诊、择期）到达各病区，占用同一批床位`,
} as const;

function diagram(lang: Lang): string {
  return `\`\`\`text\n${DIAGRAM[lang]}\n\`\`\``;
}

function logic(lang: Lang): string {
  const en = [
    "Residents are infected in a given wave; rules do not change who is infected or when, nor do levels unless contacts follow them. The course of disease is fixed by draws of the person; want of care only adds adverse steps.",
    "People contact the network at onset or at a worsening, by probabilities that depend on health colour, severity and contract with primary care.",
    "The referral rules give each patient an ordered list of candidate facilities. The first that has the capability and a free usable bed of the type, and that adheres, holds a bed for them; if there is none they wait and board where they are.",
    "Patients travel by own means or by vehicle. Vehicles are disinfected after infectious patients.",
    "Patients move up when the need exceeds the bed, down when it has fallen for the stated time and the rules say so, and home when the discharge rule is met.",
    "Ordinary patients compete for the same beds unless a ward is set apart. The risk level of the day sets what ordinary services a plan leaves open, and the share of beds that spacing leaves usable.",
    "Ordinary visits of each day, grid, tier and line are asked for as in 2019, with those put off before who are due back. A share is served remotely, by telephone, online or by delivery of drugs; of the rest the plan leaves a share open. Physicians present serve half hour by half hour, protected lines first, as far as their minutes go.",
    "Who is not served joins the backlog: a share comes back after a delay, a share comes to an emergency department the next day, the others do without. Demand is served, served remotely, put off, turned into an emergency or lost, and nothing else; every run checks it.",
    "Dialysis, chemotherapy and radiotherapy are sessions of enumerated patients on a schedule, at the nearest able centre with a place: on the day due, late within a tolerance, or missed.",
    "Where a scenario closes facilities, their COVID-19 inpatients stay until discharge or are referred by the rules in force and leave when a bed elsewhere is free; disinfection begins when the last has left, and the facility opens on its day or as soon as it is ready after it. With --log, moves_SCENARIO.csv beside the results says who went from which bed to which, by day, in the first replication.",
  ];
  const zh = [
    "居民按给定的疫情曲线感染；规则不改变谁在何时感染，等级亦然，除非接触随其变化。病程由个人抽样决定，缺少照护只会增加不良事件。",
    "发病或病情加重时，按健康颜色、病情与基层签约情况的概率首次接触网络。",
    "转诊规则为每位患者给出有序的候选机构。首个具备能力、有空闲可用床位且遵循规则的机构为其预留床位；均无则等待，并在原处滞留。",
    "患者自行前往或由车辆转运；转运传染性患者后车辆须消毒。",
    "所需级别高于现有床位时上转；需求下降达到规定时间且规则允许时下转；符合出院标准时出院。",
    "普通患者与新冠患者竞争同一批床位，除非病区单独设置。当日风险等级决定方案开放的日常服务与间隔后可用的床位比例。",
    "每日各网格、级别与服务种类的普通门急诊需求与2019年相同，另加此前被推迟而当日返回者。一部分以电话、网络或送药等远程方式提供，其余按方案的比例开放；在岗医师逐半小时接诊，重点服务优先，以其时间为限。",
    "未获服务者进入积压：一部分经延迟后返回，一部分次日转为急诊，其余流失。需求只有现场服务、远程服务、推迟、转为急诊与流失五种去向，每次运行均核对。",
    "血液透析、化疗与放疗为逐个患者按日程的治疗，在有能力且有位置的最近中心进行：当日、在容许期内延迟，或错过。",
    "方案关闭机构时，其在院新冠患者留至出院，或按现行规则转诊，他处有空床时离开；最后一名离开后开始终末消毒，机构在规定之日恢复，未就绪则就绪后恢复。以 --log 运行时，结果旁的 moves_方案.csv 列出第一次重复中逐日由何处床位转往何处。",
  ];
  return listMarkdown(lang === "en" ? en : zh);
}

function algorithms(lang: Lang): string {
  const en = [
    "Infections: per grid the n-th falls where the cumulative expected incidence reaches the n-th point of a unit-rate Poisson process (inversion; Çinlar 1975, Introduction to Stochastic Processes, Prentice-Hall).",
    "Adverse steps: a step with probability p₀ in right care has the hazard −ln(1 − p₀)/D over the state’s duration D; without care it is multiplied by ln(1 − p₁)/ln(1 − p₀) of the average patient, partly so in a bed below the need or while boarding. It fires when accumulated hazard exceeds a unit exponential of the person and state.",
    "Bed search: candidates in the order of the rule; a freed bed goes to the best eligible in the queues that may use it.",
    "Dispatch: the free vehicle of the own grid with the least travel, else one of the city’s pool, else the request waits.",
    "Usable beds: open physical beds × share that spacing leaves, as far as physicians and nurses suffice.",
    "Restoration: volume of a whole week, Monday to Sunday, ÷ that of the same days in a paired run without epidemic and with everything open, the reference of 2019. Visits are outpatient and emergency visits in person; inpatients are admissions, those in bed at midnight are given beside; what happens within a visit or a stay is in neither. Full recovery is the first week from which on the mean stays at 95 % or more. The weekly table marks the weeks to be reported: from that of 23 March 2020, or else the first whole one, to the first that is full.",
    "Daily monitoring: visits, admissions, ordinary inpatients in bed at the midnight that ends the day, and operations on their day, of institutions of level two and above. Operations are in the table where theatres are counted; in the reference everybody admitted who needs one has it on coming.",
    "Delays: product-limit estimates with unfinished requests censored (Kaplan and Meier 1958, Journal of the American Statistical Association 53, 457–481); means are restricted to seven days.",
  ];
  const zh = [
    "感染：各网格第n例出现在累计期望发病达到单位速率泊松过程第n点之时（反演法；Çinlar，1975，Introduction to Stochastic Processes，Prentice-Hall）。",
    "不良事件：规范照护下概率为p₀者在病程时长D内的风险率为−ln(1 − p₀)/D；无照护时乘以平均患者的ln(1 − p₁)/ln(1 − p₀)，床位低于所需或滞留时部分适用。累计风险超过该人该状态的单位指数变量时发生。",
    "寻找床位：按规则次序尝试候选机构；释放的床位给予有资格队列中的最优先者。",
    "派车：本网格行程最短的空闲车辆，其次为全市机动车辆，否则等待。",
    "可用床位：开放实体床位乘以间隔后的比例，并受医护人员数限制。",
    "恢复：完整一周（周一至周日）的服务量除以无疫情、全部开放的配对运行（2019年参照）中相同各日的服务量。门急诊为现场就诊；住院以入院计，并另列午夜在院人数；就诊或住院之内的服务不重复计入。完全恢复为均值自此不低于95%的首周。周表标明应报送的各周：自2020年3月23日当周（否则为首个完整周）至首个完全恢复周。",
    "每日监测：二级以上医疗机构的门急诊、入院、当日结束时午夜的普通在院人数，以及手术当日的手术数。手术仅在手术室计数时列出；参照中，入院而需手术者入院即手术。",
    "延迟：未完成申请按删失处理的乘积限估计（Kaplan与Meier，1958，Journal of the American Statistical Association 53，457–481）；均值以七天为限。",
  ];
  return listMarkdown(lang === "en" ? en : zh);
}
