/** Stories of one patient, compared line by line. */
import { assertEquals, assertThrows } from "@std/assert";
import { storyOf, storyText } from "../../../../sim/report/mod.ts";
import type { Scenario } from "../../../../sim/scenario/mod.ts";
import { constant, DAY, tiny, ward } from "../../../support/tiny_network.ts";
import type { TinySpec } from "../../../support/tiny_network.ts";
import { followed, named, sourceOf, told } from "./_told.ts";

const UNSTAFFED = { ...ward("sub", "general", 1), physicians: 0, nurses: 0 };
const transfer = (change: Partial<Scenario["transfer"]>) => (s: Scenario): Scenario => ({
  ...s,
  transfer: { ...s.transfer, ...change },
});

/** Worse at home, 120, seen, refused for want of staff, taken next door, well again. */
const REFUSED_ONCE = named(tiny({
  risk: { moderate: 1 },
  worsening: "call_120",
  wards: [UNSTAFFED, ["designated", "general", 1]],
  change: transfer({ privateShare: 0 }),
}));

// Planted: the name of the rule before in place of the one used; the delay since the line before
// left out: red.
Deno.test("storyText() tells a whole story in English", () => {
  assertEquals(storyText(told(REFUSED_ONCE), sourceOf(REFUSED_ONCE)), [
    "g-0",
    "Scenario Training grid, the plan; replication 1, seed tiny",
    "40 to 49 years old; no underlying disease; vaccinated in full; no family-doctor contract.",
    "Health colour green, by row G1 of the attachment's table.",
    "Not very old by the scenario: below 80 years.",
    "Lives in tiny, tiny.",
    "",
    "09 Dec 2022 07:50               Infected.",
    "11 Dec 2022 07:50         +2 d  First symptoms.",
    "                                BECOMES WORSE: moderate.",
    "                                  Needs a general bed.",
    "11 Dec 2022 17:50        +10 h  Notices the worsening and acts: calls 120 for an ambulance.",
    "                                  Why there: by chance. The scenario's shares of moderate cases: 100\u00a0% call 120.",
    "                                Vehicle own-1 sets out to the patient: under 1 min of travel.",
    "11 Dec 2022 18:02      +12 min  Loaded by own-1: 20 min of travel.",
    "11 Dec 2022 18:35      +33 min  Unloaded at designated.",
    "11 Dec 2022 18:50      +15 min  Seen; the antigen test is positive: the case is known.",
    "                                DECISION: to a general bed of the sub-designated hospital.",
    "                                  Seen: moderate, mainly ill from COVID-19, the test result is known, in the clinic of",
    "                                    designated.",
    "                                  Rule 9 of 13, moderate, clause P22-2.2.2(2): the moderate go to the sub-designated (亚定点",
    "                                    医院)",
    "                                  1. sub, general bed: no staff for a free bed",
    "                                Held: a general bed at designated; the hand-over begins.",
    "                                  That is overflow of the rule: designated, general bed.",
    "11 Dec 2022 19:25      +35 min  The vehicle is disinfected and free again.",
    "11 Dec 2022 19:35      +10 min  The hand-over is done: ready to move.",
    "                                Is moved within the facility: 12 min.",
    "11 Dec 2022 19:47      +12 min  ADMITTED to a general bed of designated.",
    "16 Dec 2022 07:50    +4 d 12 h  RECOVERED.",
    "17 Dec 2022 07:50         +1 d  Discharged from designated.",
    "",
    "From the need of a bed to one that suffices, in all: 11 h 57 min.",
    "  moderate, from 11 Dec 2022 07:50: 11 h 57 min",
    "    until somebody acts                         10 h",
    "    at the reception, physician included        15 min",
    "    hand-over                                   45 min",
    "    waiting for a vehicle, its way included     12 min",
    "    on the way                                  45 min",
  ]);
});

Deno.test("storyText() tells the same in Chinese", () => {
  assertEquals(storyText(told(REFUSED_ONCE, "zh"), sourceOf(REFUSED_ONCE, "zh")), [
    "g-0",
    "情景：培训网格：方案；重复编号1，种子tiny",
    "40至49岁；无基础疾病；全程接种；未签约家庭医生。",
    "健康分级：绿色，依据附件表格G1行。",
    "按情景不属高龄：未满80岁。",
    "住在小小。",
    "",
    "2022年12月09日 07:50                感染。",
    "2022年12月11日 07:50          +2天  出现症状。",
    "                                    【加重】普通型。",
    "                                      需要普通床位。",
    "2022年12月11日 17:50       +10小时  自觉加重，就医：拨打120。",
    "                                      就诊途径：随机抽取。情景中普通型患者的比例：100%拨打120。",
    "                                    车辆own-1出发接人，路程不到1分钟。",
    "2022年12月11日 18:02       +12分钟  由own-1接上，路程20分钟。",
    "2022年12月11日 18:35       +33分钟  送达定点。",
    "2022年12月11日 18:50       +15分钟  看诊完毕，抗原阳性，确认感染。",
    "                                    【决定】转亚定点医院，普通床位。",
    "                                      所见：普通型，主要因新冠肺炎，检测结果已知，在定点门诊。",
    "                                      第9条（共13条）moderate，依据P22-2.2.2(2)：普通型去亚定点",
    "                                      1. 亚定点，普通床位：有空床但人员不足",
    "                                    定点留出普通床位，开始交接。",
    "                                      为规则的备选：定点医院，普通床位。",
    "2022年12月11日 19:25       +35分钟  车辆消毒完毕，可再次出车。",
    "2022年12月11日 19:35       +10分钟  交接完成，可以转运。",
    "                                    院内转床，用时12分钟。",
    "2022年12月11日 19:47       +12分钟  【入院】定点，普通床位。",
    "2022年12月16日 07:50    +4天12小时  【康复】",
    "2022年12月17日 07:50          +1天  从定点出院。",
    "",
    "从需要床位到获得符合病情需要的床位，合计11小时57分钟。",
    "  普通型，自2022年12月11日 07:50：11小时57分钟",
    "    直到有人采取行动                            10小时",
    "    接诊，含看诊                                15分钟",
    "    交接                                        45分钟",
    "    等待车辆，含车辆路程                        12分钟",
    "    转运途中                                    45分钟",
  ]);
});

const texts = (spec: TinySpec, lang: "en" | "zh" = "en") =>
  told(named(tiny(spec)), lang).lines.map(({ text }) => text);

Deno.test("storyOf() says of a death in which care it came, and whether care would have helped", () => {
  const spec = { risk: { moderate: 1, severe: 1, critical: 1, deathCritical: 1 } } as const;
  const { lines, end } = told(named(tiny(spec)));
  assertEquals(lines.slice(-2).map(({ text, level }) => `${level} ${text}`), [
    "0 DIES, critical, at home without care.",
    "1 In right care throughout this person would have died too.",
  ]);
  assertEquals(end, [
    "Needed a bed for under 1 min in all and never had one that suffices.",
    "  moderate then severe then critical, from 11 Dec 2022 07:50: under 1 min, never met",
  ]);
});

Deno.test("storyOf() tells the queue: nobody before, nobody free", () => {
  const said = texts({ risk: { moderate: 1 }, wards: [UNSTAFFED] });
  const waits = said.indexOf("No bed: waits at home.");
  assertEquals(said.slice(waits - 1, waits + 3), [
    "1. sub, general bed: no staff for a free bed",
    "No bed: waits at home.",
    "Number 1 among all who wait for one of these wards.",
    "RECOVERED.",
  ]);
});

Deno.test("storyOf() sends the mild home and says what follows", () => {
  const { lines, end } = told(named(tiny({ onset: "primary" })));
  assertEquals(lines.slice(2).map(({ text }) => text), [
    "Seeks care: goes to the own primary facility.",
    "Why there: by chance. The scenario's shares of green residents: 100\u00a0% go to the own primary facility.",
    "Reaches chc.",
    "Seen; the antigen test is positive: the case is known.",
    "DECISION: stay at home.",
    "Seen: mild, the test result is known, in the clinic of chc.",
    "Rule 12 of 13, mild_without_severe_disease, clause P22-2.2.2(1): the mild stay at home (居家隔离)",
    "Stays at home; nobody follows up.",
    "From here on only recovers, at home: well on 17 Dec 2022 07:50.",
  ]);
  assertEquals(end, ["Never needed a bed."]);
});

Deno.test("storyOf() tells that a patient is still there when the run ends", () => {
  const scenario = named(tiny({
    risk: { moderate: 1 },
    wards: [["sub", "general", 1]],
    change: (s) => ({ ...s, course: { ...s.course, moderate: constant(400 * DAY) } }),
  }));
  const { end } = told(scenario);
  assertEquals(
    end[0],
    "The run ends on 01 Mar 2023 00:00; the patient is still in a general bed of sub.",
  );
});

// Planted: the rule of the story taken from another place of the set than the run's: seen red, the
// story is refused.
Deno.test("storyOf() refuses a rule that does not follow from what the rules saw", () => {
  const events = followed(REFUSED_ONCE).map((e) => e.event === "decided" ? { ...e, rule: 0 } : e);
  assertThrows(
    () => storyOf(events, sourceOf(REFUSED_ONCE)),
    Error,
    'Cannot tell a decision as its rule must follow from what the rules saw: the run used "critical_covid", it follows "moderate"',
  );
});

Deno.test("storyOf() tells an event that it does not know by its word", () => {
  const event = { time: 0, event: "from the future", facility: -1, ward: -1, set: -1, rule: -1 };
  const { lines } = storyOf([{ ...event, value: 1.005 }], sourceOf(REFUSED_ONCE));
  assertEquals(lines.map(({ text }) => text), ["from the future (1)."]);
});
