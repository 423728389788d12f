/** Patients of a run in a notebook: found, followed, paired; rules asked about patients described. */
import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import {
  askRules,
  bundleOf,
  changeScenario,
  columnsOf,
  findPatients,
  followPatient,
  openScenarios,
  pairWaits,
  rowsOf,
  shownLines,
  shownStory,
  sideBySide,
} from "../../notebooks/toolkit/mod.ts";
import { runReplication } from "../../sim/network/mod.ts";
import { setParameters } from "../../sim/scenario/mod.ts";

const [whole, wholeNoTiers] = await openScenarios("training", "training_no_tiers");
const SMALL = { "wave.scale": 0.4 };
const plan = setParameters(whole, SMALL);
const noTiers = setParameters(wholeNoTiers, SMALL);
const run = { seed: "2022", replication: 1 };

/** Waits of one patient in a log of everybody [h]. */
function waitsOf(person: string): number {
  const { log } = runReplication(plan, { ...run, log: true });
  const [times, keys, events] = ["time_min", "patient", "event"].map((name) =>
    log!.rows.column(name)
  );
  const ends = ["accepted", "contact", "sent home", "bed left", "died", "depart"];
  let [since, sum] = [NaN, 0];
  times.forEach((time, row) => {
    if (`training-g1-${keys[row]}` !== person) return;
    const event = log!.events.texts[events[row]];
    if (ends.includes(event) && !Number.isNaN(since)) [since, sum] = [NaN, sum + time - since];
    if (event === "waits" && Number.isNaN(since)) since = time;
  });
  return Math.round(sum / 6) / 10;
}

// Planted: minutes shown as hours, replication 0 for every one: red.
Deno.test("findPatients() names patients with what was looked for in its unit, the most first", () => {
  const frame = findPatients(plan, { ...run, find: "waited-longest", count: 4 });
  assertEquals(columnsOf(frame), ["patient", "colour", "waits for beds [h]", "end"]);
  const rows = rowsOf(frame);
  assertEquals(rows.length, 4);
  const waits = rows.map((row) => Number(row["waits for beds [h]"]));
  assertEquals(waits, waits.toSorted((a, b) => b - a));
  assertEquals(waits[0], waitsOf(String(rows[0]!.patient)));
});

Deno.test("findPatients() counts refusals and admissions as they are", () => {
  const frame = findPatients(plan, { ...run, find: "moved-most" });
  assert(Number(rowsOf(frame)[0]!["admitted to beds [times]"]) >= 2);
  assertEquals(frame.shape[0], 10);
});

Deno.test("findPatients() says what is wrong, and that there is nobody", () => {
  const find = (words: object, scenario = plan) => () =>
    findPatients(scenario, { ...run, find: "died", ...words });
  assertThrows(find({ find: "icus" }), RangeError, 'nearest is "icu"');
  assertThrows(find({ count: 0 }), RangeError, '"count" must be above 0: current value is 0');
  const nobody = setParameters(whole, { "wave.scale": 0.0001 });
  assertThrows(find({}, nobody), RangeError, 'of "died" it has none');
});

Deno.test("followPatient() tells one story in both languages, with figure, rules and time", async () => {
  const asked = { ...run, patient: pairWaits([plan, noTiers], run)[0]!.patient };
  const english = await followPatient(plan, asked);
  const chinese = await followPatient(plan, { ...asked, lang: "zh" });
  assertEquals(english.events, chinese.events);
  assert(english.story.text.includes("DECISION") && chinese.story.text.includes("【决定】"));
  assert(english.figure.data.length > 0 && english.hadBed);
  const { rules } = plan.referral.rules;
  assert(english.rules.every((name) => rules.some((rule) => rule.name === name)));
  assert(english.story.text.includes(`, ${english.rules[0]}, clause `));
  const bundle = await bundleOf(english.story);
  assert(String(bundle["text/html"]).includes("DECISION"));
  assertEquals(bundle["text/plain"], english.story.text);
  const without = await followPatient(noTiers, asked);
  assert(without.hoursWithoutBed > english.hoursWithoutBed);
});

Deno.test("followPatient() refuses other names, and people whom the network never met", async () => {
  const follow = (patient: string) => () => followPatient(plan, { ...run, patient });
  await assertRejects(follow("training-g2-5"), RangeError, 'nearest is "training-g1-5"');
  await assertRejects(follow("training-g1-99999999"), RangeError, "must end in a number below");
  await assertRejects(follow("training-g1-16000000"), RangeError, "it never did");
});

// Planted: the second less the first: red.
Deno.test("pairWaits() takes the second from the first, person by person", () => {
  const pairs = pairWaits([plan, noTiers], run);
  const other = new Map(pairWaits([noTiers, plan], run).map((pair) => [pair.patient, pair]));
  assertEquals(other.size, pairs.length);
  for (const { patient, first, second, difference } of pairs) {
    assertEquals(other.get(patient)!.first, second);
    assert(Math.abs(first - second - difference) < 0.051);
  }
  const waits = findPatients(plan, { ...run, find: "waited-longest", count: 1 });
  const longest = pairs.toSorted((a, b) => b.first - a.first)[0]!;
  assertEquals(longest.first, waits.at(0, "waits for beds [h]"));
});

Deno.test("askRules() follows the patient and the rule when either changes", async () => {
  const she = { age: 75, severity: "mild", disease: "severe-stable" } as const;
  const answer = await askRules(whole, she);
  assertEquals([answer.rule, answer.clause, answer.asked], [
    "mild_with_severe_disease",
    "P22-2.2.2(1)",
    [],
  ]);
  assertEquals((await askRules(whole, { ...she, age: 82 })).asked[0], "training-sub-designated-1");
  const rules = whole.referral.rules.rules.map((rule) =>
    rule.name === "very_old_severe_stable"
      ? { ...rule, when: { severity: ["mild"], diseaseSevere: true } as const }
      : rule
  );
  const title = { en: "<script>", zh: "<script>" };
  const changed = await changeScenario(whole, { name: "changed", title }, {
    referral: { ...whole.referral, rules: { name: "changed", rules } },
  });
  const other = await askRules(changed, she);
  assertEquals(other.asked[0], "training-sub-designated-1");
  assert(other.text.includes("<script>") && !other.html.includes("<script>"));
  assert((await askRules(whole, { ...she, lang: "zh" })).text.includes("健康分级"));
});

Deno.test("askRules() says everything that is wrong, also a word that nobody knows", async () => {
  const ask = (words: object) => () =>
    askRules(whole, { age: 50, severity: "mild", ...words } as never);
  await assertRejects(ask({ diseas: "none" }), RangeError, 'nearest is "disease"');
  const said = await assertRejects(ask({ severity: "sever", age: 200 }), RangeError);
  assert(said.message.includes('"age" must be a number of years from 0 to 130'), said.message);
  assert(said.message.includes('"severity" must be one of'), said.message);
  await assertRejects(ask({ dialysis: true }), RangeError, '"dialysis" needs "disease" severe');
});

// Planted: the html of a story not escaped: red.
Deno.test("stories and columns escape what files say", () => {
  const line = { time: 0, delay: 0, level: 1, event: "onset", text: "<i>" } as const;
  const told = { person: ["<b>"], lines: [line], end: ["<u>"] };
  const place = { grid: "training-g1", id: "training-g1-0", replication: 0, seed: "1" };
  const story = shownStory(told, { scenario: whole, clauses: [], ...place, lang: "en" });
  const { html, text } = sideBySide(story, shownLines(["<s>"]));
  for (const tag of ["<i>", "<b><b>", "<u>", "<s>"]) assert(!html.includes(tag), tag);
  for (const tag of ["&lt;i&gt;", "&lt;b&gt;", "&lt;u&gt;", "&lt;s&gt;"]) {
    assert(html.includes(tag));
  }
  for (const tag of ["<i>", "<b>", "<u>", "<s>"]) assert(text.includes(tag));
});
