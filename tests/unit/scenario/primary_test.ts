import { assertIssues } from "./_copy.ts";

const BASE = "scenarios/base.yaml";

Deno.test("the section on the primary level is refused where its parts do not agree", async () => {
  await assertIssues([[BASE, "    closes: 20 h", "    closes: 7 h"]], [
    "scenarios/base.yaml primary.teams.closes: Expected a time after primary.teams.opens, found 7 h",
  ]);
  await assertIssues(
    [
      [
        BASE,
        "    limited: false\n    per10k: { value: 1, source: No published figure. }",
        "    limited: true\n    per10k: 0",
      ],
    ],
    [
      "scenarios/base.yaml primary.teams.per10k: Expected a number above 0, as red residents must " +
      "be followed up (P22-2.2.1b), found 0",
    ],
  );
  await assertIssues([[BASE, "urged: { value: 0,", "urged: { value: 0.1,"]], [
    "scenarios/base.yaml primary.doctors.calls: Expected an interval above 0 where calls urge " +
    "people to be seen, found 0 min",
  ]);
  await assertIssues([[BASE, "assigned: { value: 0,", "assigned: { value: 0.5,"]], [
    "scenarios/base.yaml primary.careHomes.assigned: Expected 0 where nobody lives in a care home, " +
    "found 0.5",
  ]);
  await assertIssues([[BASE, "seenInPlace: false", "seenInPlace: true"]], [
    "scenarios/base.yaml primary.careHomes.immobile: Expected a share above 0 where residents of " +
    "care homes are seen in place, found 0",
  ]);
});

Deno.test("a number out of bounds of the primary level is refused", async () => {
  await assertIssues([[BASE, "advisers: { value: 0,", "advisers: { value: 1.5,"]], [
    "scenarios/base.yaml primary.telemedicine.advisers: Expected a number, whole, at least 0, at " +
    "most 1000, found 1.5",
  ]);
});
