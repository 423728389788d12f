/** Levels, the case rule and compartments that cannot be: every message. */
import { assertEquals } from "@std/assert";
import { assertIssues, Copy, type Edit } from "./_copy.ts";

const TRAINING = "scenarios/training.yaml";

/** Something written into the training scenario. */
const written = (text: string): Edit[] => [[TRAINING, "city:", `${text}\ncity:`]];
const levels = (...entries: readonly string[]): Edit[] =>
  written(`services:\n  levels:\n${entries.map((entry) => `    - ${entry}`).join("\n")}`);

const GENERAL = "{ from: 2022-11-01, level: low }";

Deno.test("levels of a district are in order among themselves, whatever those of all", async () => {
  const fine = levels(
    GENERAL,
    "{ from: 2022-12-01, level: high }",
    "{ from: 2022-11-20, level: medium, district: training }",
    "{ from: 2022-12-01, level: low, district: training }",
  );
  const copy = await Copy.make(fine);
  try {
    const { services } = await copy.load();
    assertEquals(services.levels[2].district, "training");
    assertEquals(services.levels.length, 4);
  } finally {
    await copy.remove();
  }
  await assertIssues(
    levels(
      GENERAL,
      "{ from: 2022-11-20, level: medium, district: training }",
      "{ from: 2022-11-20, level: low, district: training }",
      "{ from: 2024-11-20, level: low, district: training }",
    ),
    [
      "scenarios/training.yaml services.levels[2].from: Expected a date after 2022-11-20, " +
      "found 2022-11-20",
      "scenarios/training.yaml services.levels[3].from: Expected a date within the 120 days from " +
      "2022-11-01 (window and run-on), found 2024-11-20",
    ],
  );
});

Deno.test("a level outside the three, an unknown district and no level for the others are refused", async () => {
  await assertIssues(levels("{ from: 2022-11-01, level: none }"), [
    "scenarios/training.yaml services.levels[0].level: Expected one of low, medium, high, " +
    'found "none"',
  ]);
  await assertIssues(levels(GENERAL, "{ from: 2022-11-05, level: high, district: trainin }"), [
    "scenarios/training.yaml services.levels[1].district: Expected the name of a district, " +
    'found "trainin"; nearest is "training"',
  ]);
  await assertIssues(levels("{ from: 2022-11-01, level: low, district: training }"), [
    "scenarios/training.yaml services.levels: Expected a level of every district without one of " +
    "its own, found only levels of named districts",
  ]);
});

Deno.test("the case rule needs reported cases, and cases before the first day in a district", async () => {
  await assertIssues(
    written(
      "services:\n  levelRule:\n    modelled: true\n    before:\n" +
        "      - { district: trainin, date: 2022-11-01, cases: 3 }",
    ),
    [
      "scenarios/training.yaml services.levelRule.before[0].date: Expected a date before the " +
      "first day, 2022-11-01, found 2022-11-01",
      "scenarios/training.yaml services.levelRule.before[0].district: Expected the name of a " +
      'district, found "trainin"; nearest is "training"',
      "scenarios/base.yaml wave.reported.modelled: Expected true, as the case rule reads reported " +
      "cases (services.levelRule), found false",
    ],
  );
});

Deno.test("compartments that cannot follow the curve are refused", async () => {
  await assertIssues(written("wave: { mode: compartments, compartments: { latent: 5 h } }"), [
    "scenarios/training.yaml wave.compartments: Expected compartments that can be fitted: a stage " +
    "must last >= 3 h, found the latent period is 0.20833333333333334 d in 2 stages",
  ]);
  await assertIssues(written("wave: { mode: compartment, contactFactor: { high: -1 } }"), [
    "scenarios/training.yaml wave.mode: Expected one of curve, compartments, " +
    'found "compartment"; nearest is "compartments"',
    "scenarios/training.yaml wave.contactFactor.high: Expected a number, at least 0, at most 10, " +
    "found -1",
  ]);
});
