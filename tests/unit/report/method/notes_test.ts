import { assertEquals } from "@std/assert";
import {
  gradeLabel,
  gradeNote,
  movedFrom,
  precisionCourses,
  spreadNote,
} from "../../../../sim/report/method/mod.ts";
import type { ResultSet } from "../../../../sim/experiment/results/mod.ts";
import { fullResultSet } from "../figures/full_set.ts";

const set = fullResultSet({ sequential: true });

function withGrades(...grades: readonly { readonly [grade: string]: number }[]): ResultSet {
  const [first] = set.manifest.scenarios;
  const scenarios = grades.map((one, at) => ({ ...first, name: `s${at}`, grades: one }));
  return { ...set, manifest: { ...set.manifest, scenarios } };
}

Deno.test("gradeNote() counts inputs by grade in the order of the vocabulary, others after", () => {
  const one = withGrades({ assumed: 126, observed: 9, derived: 37, guessed: 1 });
  assertEquals(
    gradeNote(one, "en"),
    "All inputs of the scenario: 173, of them 9 observed, 37 derived, 126 assumed, 1 guessed",
  );
  assertEquals(
    gradeNote(one, "zh"),
    "方案的全部输入173个，其中观测9个、推导37个、假设126个、guessed1个",
  );
});

Deno.test("gradeNote() gives ranges where scenarios differ, and one scenario when asked", () => {
  const two = withGrades({ assumed: 2 }, { assumed: 3, calibrated: 1 });
  assertEquals(
    gradeNote(two, "en"),
    "All inputs of the scenarios: 2–4, of them 2–3 assumed, 0–1 calibrated",
  );
  assertEquals(
    gradeNote(two, "en", { scenarios: ["s0"] }),
    "All inputs of the scenarios: 2, of them 2 assumed",
  );
});

Deno.test("gradeNote() says when no grade is stated", () => {
  assertEquals(gradeNote(withGrades({}), "en"), "Inputs of the scenario: of no stated grade");
  assertEquals(gradeNote(withGrades({}), "zh"), "方案输入的依据未注明");
});

Deno.test("spreadNote() tells chance alone from parameters and chance", () => {
  assertEquals(spreadNote(set, "en"), "replication error alone");
  const drawn = fullResultSet({ uncertainty: "parameters" });
  assertEquals(spreadNote(drawn, "zh"), "参数不确定性与随机误差");
  assertEquals(gradeLabel("unknown", "zh"), "unknown");
});

Deno.test("movedFrom() takes rows whose simultaneous interval leaves out zero, but no single grid", () => {
  const rows = set.comparison.filter(({ scenario }) => scenario === "no_tiers");
  const [deaths] = rows.filter(({ measure }) => measure === "deaths");
  const comparison = [
    { ...deaths, allLow: 1, allHigh: 3 },
    { ...deaths, colour: "red", allLow: -1, allHigh: 3 },
    { ...deaths, ward: "icu", allLow: -3, allHigh: -1 },
    { ...deaths, grid: "g1", allLow: 1, allHigh: 3 },
    { ...deaths, colour: "green", allLow: NaN, allHigh: NaN },
  ];
  const { moved, compared } = movedFrom({ ...set, comparison }, "no_tiers");
  assertEquals([moved.map(({ ward }) => ward), compared], [["", "icu"], 3]);
});

Deno.test("precisionCourses() gives the number from which a target holds to the end, or none", () => {
  const [row] = set.precision;
  const precision = [true, true, false, true].map((met, at) => ({
    ...row,
    replications: 6 - at,
    met,
  }));
  const [course] = precisionCourses({ ...set, precision });
  assertEquals(course.rows.map(({ replications }) => replications), [3, 4, 5, 6]);
  assertEquals(course.enough, 5);
  const never = precision.map((one) => ({ ...one, met: false }));
  assertEquals(precisionCourses({ ...set, precision: never })[0].enough, null);
});
