/** Stories of queues, lists of beds and clauses, from events written by hand. */
import { assertEquals } from "@std/assert";
import { storyOf, storyText } from "../../../../sim/report/mod.ts";
import type { PersonEvent } from "../../../../sim/report/mod.ts";
import { tiny } from "../../../support/tiny_network.ts";
import { followed, named, sourceOf, told } from "./_told.ts";

const WORLD = named(tiny({ wards: [["sub", "general", 1], ["designated", "general", 1]] }));
const event = (word: string, more: Partial<PersonEvent> = {}): PersonEvent => ({
  ...{ time: 0, event: word, facility: -1, ward: -1, set: -1, rule: -1, value: 0 },
  ...more,
});
const says = (events: readonly PersonEvent[], lang: "en" | "zh" = "en") =>
  storyOf(events, sourceOf(WORLD, lang)).lines.map(({ text }) => text);

// Planted: "in line before" of those who wait for a physician: red.
Deno.test("storyOf() says that the more ill go first, except to triage", () => {
  const events = [
    event("waits for triage", { facility: 2, value: 3 }),
    event("triaged", { time: 5 }),
    event("waits for physician", { time: 5, facility: 2, value: 14 }),
    event("waits for vehicle", { time: 9, value: 4 }),
    event("worse while waiting", { time: 99, value: 2 }),
  ];
  assertEquals(says(events), [
    "Reaches designated; 3 in line before.",
    "Triage sends the patient on to a physician.",
    "14 wait for a physician; the more ill go first.",
    "No vehicle is free: 4 of the grid wait, this patient too; the more ill go first.",
    "The worsening is noticed while waiting for a bed: decided anew.",
  ]);
  assertEquals(says(events, "zh"), [
    "到达定点，前面有3人排队。",
    "预检分诊后转给医生。",
    "候诊14人，病情重者优先。",
    "无空闲车辆：本网格含此人共4人等车，病情重者优先。",
    "候床期间发现加重，重新决定。",
  ]);
  assertEquals(says([event("waits for physician", { facility: 2, value: 14 })]), [
    "Reaches designated; 14 wait, the more ill go first.",
  ]);
});

/** Everything of the decision of a real story, then what comes later. */
function decidedThen(later: readonly PersonEvent[]): PersonEvent[] {
  const spec = { risk: { moderate: 1 }, wards: [["lead", "general", 1]] } as const;
  const events = followed(named(tiny(spec)));
  const at = events.findIndex(({ event }) => event === "decided");
  return [...events.slice(0, at + 1), ...later];
}

// Planted: the number of the rule's destination in place of the one of the list: 1, red.
Deno.test("storyOf() names a bed by its number in the list above", () => {
  const time = 1e5;
  const refused = [0, 1].map((ward) => event("refused", { time, ward, facility: 1 + ward }));
  const freed = event("accepted", { time: time + 9, ward: 1, facility: 2 });
  const events = decidedThen([...refused, event("waits", { time }), freed]);
  assertEquals(says(events).slice(-4), [
    "2. designated, general bed: lacks the capability needed",
    "No bed: waits at home.",
    "Free at last and held: a general bed at designated; the hand-over begins.",
    "That is bed 2 of the list above: designated, general bed.",
  ]);
  assertEquals(says(events, "zh").slice(-2), [
    "床位空出：定点普通床位，已保留，开始交接。",
    "即上列第2处：定点医院，普通床位。",
  ]);
});

Deno.test("storyOf() says that the register lacks the clause of a rule", () => {
  const source = { ...sourceOf(WORLD), clauses: [] };
  const lines = storyOf(decidedThen([]), source).lines.map(({ text }) => text);
  assertEquals(
    lines.at(-1),
    "Rule 9 of 13, moderate, clause P22-2.2.2(2), which the register of clauses does not have.",
  );
});

Deno.test("a Chinese story keeps its columns apart and joins stages by arrows", () => {
  const events = [event("onset"), event("recovered", { time: 13 * 60 + 14 })];
  const lines = storyText(storyOf(events, sourceOf(WORLD, "zh")), sourceOf(WORLD, "zh"));
  const last = lines.find((line) => line.includes("【康复】"));
  assertEquals(last, "2022年11月01日 13:14 +13小时14分钟  【康复】");
  const risk = { moderate: 1, severe: 1, critical: 1, deathCritical: 1 };
  const { end } = told(named(tiny({ risk })), "zh");
  assertEquals(end, [
    "需要床位合计不到1分钟，始终未获得符合病情需要的床位。",
    "  普通型→重型→危重型，自2022年12月11日 07:50：不到1分钟，始终未满足",
  ]);
});

Deno.test("a Chinese story lists shares with commas", () => {
  const world = named(tiny({
    risk: { moderate: 1 },
    wards: [["sub", "general", 1]],
    change: (s) => {
      const half = { none: 0, online: 0, primary: 0, hospital: 0.7, call_120: 0.3 };
      return {
        ...s,
        contact: { ...s.contact, worsening: { ...s.contact.worsening, moderate: half } },
      };
    },
  }));
  const line = told(world, "zh").lines.find(({ text }) => text.startsWith("就诊途径"));
  assertEquals(line?.text, "就诊途径：随机抽取。情景中普通型患者的比例：70%去医院，30%拨打120。");
});
