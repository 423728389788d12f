import { assertEquals } from "@std/assert";
import { assertIssues, Copy, type Edit } from "./_copy.ts";

const BASE = "scenarios/base.yaml";
const OPENING =
  '    share: { value: 1, source: All of the city table are open. }\n    from: ""\n    complete: ""';
const opening = (share: number, from: string, complete: string): Edit[] => [
  [BASE, OPENING, `    share: ${share}\n    from: ${from}\n    complete: ${complete}`],
];

Deno.test("an opening of clinics that is not over in the run is refused", async () => {
  await assertIssues(opening(0.5, '""', "2022-11-01"), [
    "scenarios/base.yaml clinics.opening.complete: Expected a date after 2022-11-01, the first " +
    "day, and before the run ends, found 2022-11-01",
  ]);
  await assertIssues(opening(0.5, "2022-12-07", "2022-12-07"), [
    "scenarios/base.yaml clinics.opening.complete: Expected a date after 2022-12-07, " +
    "clinics.opening.from, and before the run ends, found 2022-12-07",
  ]);
  await assertIssues(opening(0.5, '""', "2023-12-20"), [
    "scenarios/base.yaml clinics.opening.complete: Expected a date after 2022-11-01, the first " +
    "day, and before the run ends, found 2023-12-20",
  ]);
  await assertIssues(opening(1.5, "soon", "later"), [
    "scenarios/base.yaml clinics.opening.share: Expected a share from 0 to 1, or 0 % to 100 %, " +
    "found 1.5",
    'scenarios/base.yaml clinics.opening.from: Expected a date such as 2022-12-07, found "soon"',
    "scenarios/base.yaml clinics.opening.complete: Expected a date such as 2022-12-07, found " +
    '"later"',
  ]);
});

Deno.test("information and reach out of bounds are refused", async () => {
  await assertIssues([
    [BASE, "publishedEvery: { value: 0 min,", "publishedEvery: { value: 8 d,"],
    [BASE, "seenAfter: { value: 0 min,", "seenAfter: { value: -1 min,"],
    [BASE, "reach: { value: 0 min,", "reach: { value: far,"],
  ], [
    "scenarios/base.yaml referral.information.publishedEvery: Expected a duration, a number and " +
    'one of min, h, d, w, at least 0 min, at most 10080 min, found "8 d"',
    "scenarios/base.yaml referral.information.seenAfter: Expected a duration, a number and one of " +
    'min, h, d, w, at least 0 min, at most 10080 min, found "-1 min"',
    "scenarios/base.yaml referral.reach: Expected a duration, a number and one of min, h, d, w, " +
    'found "far"',
  ]);
});

// Planted: checkPublished() left out: a run of 1e-300 min never ends; here nothing is refused, red.
Deno.test("free beds published more often than every minute are refused, live ones are not", async () => {
  for (const every of ["1e-300 min", "0.5 min"]) {
    const edit: Edit = [
      BASE,
      "publishedEvery: { value: 0 min,",
      `publishedEvery: { value: ${every},`,
    ];
    await assertIssues([edit], [
      "scenarios/base.yaml referral.information.publishedEvery: Expected 0 min, which is live, or " +
      `at least 1 min, found ${every}`,
    ]);
  }
  const least: Edit = [BASE, "publishedEvery: { value: 0 min,", "publishedEvery: { value: 1 min,"];
  const copy = await Copy.make([least]);
  try {
    assertEquals((await copy.load()).referral.information.publishedEvery, 1);
  } finally {
    await copy.remove();
  }
});
