/** What is refused in the plan of each hospital. */
import { assertIssues, type Edit } from "./_copy.ts";

const TRAINING = "scenarios/training.yaml";
const AT = `${TRAINING} wards.hospitalPlan`;
const plan = (text: string): Edit[] => [
  [TRAINING, "city:", `wards: { hospitalPlan: { ${text} } }\ncity:`],
];

Deno.test("a plan for a time that is over when it is carried out is refused", async () => {
  await assertIssues(plan("delay: 3 d"), [
    `${AT}.delay: Expected at most wards.hospitalPlan.horizon, 48 h, as a plan is for a time that ` +
    "is still to come, found 72 h",
  ]);
});

Deno.test("a least reserve above the greatest is refused", async () => {
  await assertIssues(plan("least: 0.9"), [
    `${AT}.least: Expected at most wards.hospitalPlan.most, 0.8, found 0.9`,
  ]);
});

Deno.test("a plan out of bounds, or against somebody unknown, is refused", async () => {
  await assertIssues(plan("against: electives"), [
    `${AT}.against: Expected one of elective, ordinary, found "electives"; nearest is "elective"`,
  ]);
  await assertIssues(plan("every: 0 d"), [
    `${AT}.every: Expected a duration, a number and one of min, h, d, w, above 0 min, found "0 d"`,
  ]);
  await assertIssues(plan("safety: -0.1"), [
    `${AT}.safety: Expected a number, at least 0, found -0.1`,
  ]);
});
