/** Words about patients read and checked: descriptions, names of persons, words of closed lists. */
import { assertEquals } from "@std/assert";
import {
  caseAsked,
  type CaseWords,
  personNamed,
  storyRows,
  storyText,
  wordProblem,
} from "../../../../sim/report/mod.ts";
import { TRAINING } from "../../../support/tiny_network.ts";

const read = (asked: CaseWords) => caseAsked(asked, TRAINING, (name) => `<${name}>`);

Deno.test("caseAsked() writes the names of what is asked as it is told to", () => {
  assertEquals(read({}).problems, ["<age> must be given", "<severity> must be given"]);
  assertEquals(read({ age: 40, severity: "mild", dialysis: true }).problems, [
    "<dialysis> needs <disease> severe-stable or severe-unstable: only those with severe disease " +
    "need dialysis",
  ]);
  assertEquals(read({ age: 40, severity: "mild", at: "icu_bed" }).problems, [
    "<at> icu_bed needs <facility>",
  ]);
  assertEquals(read({ age: 40, severity: "mild", pregnant: true }).problems, []);
});

Deno.test("caseAsked() takes an age as a number or as text, and the clinic of a facility", () => {
  const [number, text] = [40.5, "40.5"].map((age) => read({ age, severity: "severe" }));
  assertEquals(number, text);
  const { query } = read({ age: 40, severity: "mild", facility: TRAINING.city.facilities[0].id });
  assertEquals(query.place, "primary_clinic");
});

Deno.test("personNamed() says which part of a name is wrong", () => {
  const problems = (id: string) => personNamed(id, TRAINING, "patient").problems.join();
  assertEquals(problems("training-g1-0"), "");
  assertEquals(
    problems("training-g1-16777216").split(":")[0],
    [
      "patient must end in a number below 16777216",
    ].join(),
  );
  assertEquals(problems("12").endsWith('current value is "12", such as "training-g1-12"'), true);
  assertEquals(problems("x").endsWith('such as "training-g1-17"'), true);
});

Deno.test("wordProblem() lists no more than twelve names", () => {
  const names = Array.from({ length: 13 }, (_, i) => `facility-number-${i}`);
  const [said] = wordProblem("at", "zzz", names);
  assertEquals(
    said,
    `at must be one of ${names.slice(0, 12).join(", ")}, …: current value is "zzz"`,
  );
});

Deno.test("storyRows() says a time once, and lines of the text have the same times", () => {
  const run = { grid: "training-g1", id: "training-g1-0", replication: 0, seed: "1" };
  const source = { scenario: TRAINING, clauses: [], ...run, lang: "zh" } as const;
  const line = { time: 600, delay: 600, level: 0, event: "contact", text: "一" } as const;
  const lines = [line, { ...line, level: 1, text: "二" }, {
    ...line,
    time: 660,
    delay: 60,
  }] as const;
  const rows = storyRows({ person: [], lines, end: [] }, source);
  assertEquals(rows.map(({ clock, since }) => [clock !== "", since]), [
    [true, "+10小时"],
    [false, ""],
    [true, "+1小时"],
  ]);
  const texts = storyText({ person: [], lines, end: [] }, source);
  assertEquals(texts.map((text) => text.slice(0, 4)), ["2022", "    ", "2022"]);
});
