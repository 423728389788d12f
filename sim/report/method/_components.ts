/** STRESS-DES, item 2.5: components of the model. */
import type { Bilingual } from "./language.ts";

/** A kind of component with its description. */
export interface Component {
  /** Number of the part. */
  readonly number: string;
  /** Name. */
  readonly name: Bilingual;
  /** Description. */
  readonly text: Bilingual;
}

/** Entities, activities, resources, queues, entry and exit points. */
export const COMPONENTS: readonly Component[] = [
  {
    number: "2.5.1",
    name: { en: "Entities", zh: "实体" },
    text: {
      en:
        "Patients. COVID-19 cases are residents with grid, home community, age band, mobility, underlying disease, vaccination, contract with primary care, health colour, severity over time, place and care. Those who never meet the network are counted, not kept as objects. Ordinary inpatients have ward, urgency, stay and patience; ordinary visits are counts.",
      zh:
        "患者。新冠病例为居民，属性包括网格、社区、年龄段、行动能力、基础疾病、疫苗接种、基层签约、健康颜色、随时间变化的病情、所在地与照护。从未接触网络者仅计数。普通住院患者有病区、紧急程度、住院时长与耐心；普通门急诊为计数。",
    },
  },
  {
    number: "2.5.2",
    name: { en: "Activities", zh: "活动" },
    text: {
      en:
        "Consultation in a fever clinic, hand-over, loading, drive, unloading, disinfection, stay in a bed by need, observation before a move down or discharge, convalescence, follow-up at home. Routes in and out follow the referral rules and the course of disease.",
      zh:
        "发热门诊诊疗、交接、装载、行驶、卸载、消毒、按需住院、下转或出院前观察、恢复期、居家随访。进出路径由转诊规则与病程决定。",
    },
  },
  {
    number: "2.5.3",
    name: { en: "Resources", zh: "资源" },
    text: {
      en:
        "Beds of wards (general, sub-ICU, ICU) by facility, with staff as a limit on usable beds; physicians of fever clinics and emergency reception; minutes of the physicians of ordinary clinics by grid and tier; places for treatment in sessions; vehicles by grid, and a pool of the city. A bed is held from the decision to the arrival.",
      zh:
        "各机构病区床位（普通、亚重症、重症），以医护人员限制可用数；发热门诊与急诊医师；各网格各级普通门诊医师的时间；疗程治疗的位置；各网格车辆及全市机动车辆。床位自决定起至到达为预留。",
    },
  },
  {
    number: "2.5.4",
    name: { en: "Queues", zh: "队列" },
    text: {
      en:
        "For beds: one queue per rule, grid and type of bed already had, by severity, then health colour (red first where the green channel is on), then time of request; ordinary urgent patients stand between severe and moderate cases, first come first served per ward, and leave when their patience ends. Ordinary elective patients do not wait in line: a stated share returns later, the others are lost. For vehicles: by severity, colour, time. For clinics: the most ill first, then time; the mild leave unseen after their patience. A closed clinic is left for another place. Ordinary visits wait from half hour to half hour, protected lines first; who is left at the end of the day is put off. No queue has a limit.",
      zh:
        "床位：按规则、网格及已有床位类型分设队列，依次按病情、健康颜色（开启绿色通道时红色优先）与申请时间排序；普通急诊患者位于重型与中型病例之间，各病区先到先得，超过耐心即离开。普通择期患者不排队：规定比例日后返回，其余流失。车辆：按病情、颜色与时间。门诊：病情重者优先，其次按时间；轻症超过耐心即离开。门诊关闭时改往他处。普通门急诊逐半小时等候，重点服务优先，日终未接诊者推迟。队列长度不限。",
    },
  },
  {
    number: "2.5.5",
    name: { en: "Entry and exit points", zh: "进入与离开" },
    text: {
      en:
        "Entry: infections, a Poisson process per grid with the rate of the wave, by inversion; ordinary inpatients, a Poisson process per ward whose rate follows the weekday, by inversion; ordinary visits, a Poisson count for each day, grid, tier and line, spread over half hours; patients treated in sessions are there from the start. Exit: recovery, death, discharge, leaving unseen or for want of a bed, end of the run.",
      zh:
        "进入：各网格按疫情曲线速率的泊松感染过程（反演法）；各病区按星期变化速率的泊松普通住院到达（反演法）；普通门急诊为每日各网格、级别与服务种类的泊松计数，分布于各半小时；疗程治疗患者自始即在。离开：康复、死亡、出院、未就诊离开或因无床离开、运行结束。",
    },
  },
];
