/** What is refused in the section on staff and of wards that change. */
import { assertIssues, type Edit } from "./_copy.ts";

const BASE = "scenarios/base.yaml";
const TRAINING = "scenarios/training.yaml";
const base = (from: string, to: string): Edit[] => [[BASE, from, to]];
const training = (text: string): Edit[] => [[TRAINING, "city:", `${text}\ncity:`]];

Deno.test("shifts without staff or out of order are refused", async () => {
  await assertIssues(training("staff: { roster: { shifts: [{ from: 0 h, weight: 0 }] } }"), [
    `${TRAINING} staff.roster.shifts: Expected shifts of which one can be made: ` +
    "a shift must have staff, found weights are 0",
  ]);
  await assertIssues(
    training(
      "staff: { roster: { shifts: [{ from: 8 h, weight: 1 }, { from: 0 h, weight: 1 }] } }",
    ),
    [
      `${TRAINING} staff.roster.shifts: Expected shifts of which one can be made: shifts must ` +
      "begin in order within one day, found beginning of shift 1 is 0 min",
    ],
  );
});

Deno.test("reports that find staff later than no reports are refused", async () => {
  await assertIssues(base("delayWithReports: { value: 3 d", "delayWithReports: { value: 5 d"), [
    `${BASE} staff.absence.delayWithReports: Expected at most staff.absence.delay, 4 d, as reports ` +
    "find sooner, found 5 d",
  ]);
  await assertIssues(base("infectiousAfter: { value: 2 d", "infectiousAfter: { value: 4.5 d"), [
    `${BASE} staff.absence.infectiousAfter: Expected at most staff.absence.delay, 4 d, found 4.5 d`,
  ]);
});

Deno.test("more infected staff than there are is refused", async () => {
  await assertIssues(training("staff: { absence: { factor: 2 } }"), [
    `${TRAINING} staff.absence.factor: Expected at most 1.083, as 0.923 of all residents are ` +
    "infected, found 2",
  ]);
});

const move = (text: string) =>
  training(
    "staff: { moves: [{ date: 2022-12-10, until: '', from: training-lead-1, ward: general, " +
      "to: training-partner-1, joins: icu, physicians: 1, nurses: 2, clause: N35-4.3, " +
      `${text} }] }`,
  ).map(([file, from, to]): Edit => [file, from, withLast(to)]);

/** Keeps the last of two equal keys in a flow map. */
function withLast(text: string): string {
  const [, head, body, tail] = /^(.*\[\{ )(.*)( \}\] \}[\s\S]*)$/.exec(text)!;
  const pairs = body.split(", ").filter((p) => p !== "").map((p) => p.split(": "));
  return head + [...new Map(pairs as [string, string][])].map(([k, v]) => `${k}: ${v}`).join(", ") +
    tail;
}

Deno.test("moves of staff who are not there, or to nowhere, are refused", async () => {
  const at = `${TRAINING} staff.moves[0]`;
  await assertIssues(move("from: training-led-1"), [
    `${at}.from: Expected the name of a facility, found "training-led-1"; nearest is "training-lead-1"`,
  ]);
  await assertIssues(move("to: training-chc-1"), [
    `${at}.joins: Expected a ward that "training-chc-1" has (general, fever_clinic), found "icu"`,
  ]);
  await assertIssues(move("nurses: 89"), [
    `${at}.nurses: Expected at most the nurses that "training-lead-1" has there to give, found 89`,
  ]);
  await assertIssues(move("ward: fever_clinic, nurses: 0, physicians: 4"), [
    `${at}.physicians: Expected at most the physicians that "training-lead-1" has there to give, ` +
    "found 4",
  ]);
  await assertIssues(move("joins: fever_clinic"), [
    `${at}.nurses: Expected no nurses where a fever clinic is left or joined, found 2`,
  ]);
  await assertIssues(move("from: '', to: ''"), [
    `${at}.to: Expected a facility that staff leave or join, found neither`,
  ]);
  await assertIssues(move("until: 2022-12-10"), [
    `${at}.until: Expected a date after 2022-12-10, found 2022-12-10`,
  ]);
  await assertIssues(move("date: 2023-12-10"), [
    `${at}.date: Expected a date before the run ends, found 2023-12-10`,
  ]);
});

Deno.test("a move may give on what another brought", async () => {
  const one = "ward: icu, joins: icu, physicians: 0, clause: N35-4.3";
  await assertIssues(
    training(
      `staff: { moves: [{ date: 2022-12-10, until: '', from: '', to: training-lead-1, nurses: 60, ${one} }, ` +
        `{ date: 2022-12-11, until: '', from: training-lead-1, to: training-partner-1, nurses: 115, ${one} }] }`,
    ),
    [
      `${TRAINING} staff.moves[1].nurses: Expected at most the nurses that "training-lead-1" has ` +
      "there to give, found 115",
    ],
  );
});

Deno.test("convertible beds that would close when they open are refused", async () => {
  await assertIssues(base("closesBelow: { value: 0.5", "closesBelow: { value: 0.9"), [
    `${BASE} wards.convertible.closesBelow: Expected less than wards.convertible.opensAt, 0.85, ` +
    "found 0.9",
  ]);
  await assertIssues(base("trigger: date", "trigger: dat"), [
    `${BASE} wards.convertible.trigger: Expected one of date, icu_occupancy, found "dat"; ` +
    'nearest is "date"',
  ]);
});

Deno.test("idle wards and uses of wards that are not there are refused", async () => {
  await assertIssues(
    training(
      "wards: { uses: [{ date: 2022-12-10, facility: training-chc-1, ward: icu, use: covid }] }",
    ),
    [`${TRAINING} wards.uses[0].ward: Expected a ward that "training-chc-1" has (general, fever_clinic), found "icu"`],
  );
  await assertIssues(
    training(
      "wards: { idle: [{ facility: training-lead, ward: icu, beds: 2, physicians: 2, nurses: 5, " +
        "opens: 2023-12-10, opensAt: 1, leadTime: 1 d, clause: BJ-3.6c }] }",
    ),
    [
      `${TRAINING} wards.idle[0].opens: Expected a date before the run ends, found 2023-12-10`,
      `${TRAINING} wards.idle[0].facility: Expected the name of a facility, found "training-lead"; ` +
      'nearest is "training-lead-1"',
    ],
  );
});
