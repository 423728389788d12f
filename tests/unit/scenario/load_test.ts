import { assert, assertEquals, assertNotEquals, assertThrows } from "@std/assert";
import { join } from "@std/path";
import { loadScenario } from "../../../sim/scenario/mod.ts";
import { Copy, ROOT } from "./_copy.ts";

const TRAINING = join(ROOT, "scenarios/training.yaml");

Deno.test("loadScenario() reads the training grid in minutes and proportions", async () => {
  const scenario = await loadScenario(TRAINING);
  assertEquals(scenario.name, "training");
  assertEquals(scenario.city.id, "training_grid");
  assertEquals(scenario.window, { start: "2022-11-01", days: 92, runOnDays: 28, warmUpDays: 14 });
  assertEquals(scenario.wave.attack.map(({ share }) => share), [0.431, 0.757, 0.923]);
  assertEquals(scenario.course.mild, {
    law: "truncated",
    of: { law: "gamma", mean: 7 * 1440, sd: 2.5 * 1440 },
    low: 2 * 1440,
    high: 16 * 1440,
  });
  assertEquals(scenario.course.severity.length, 99);
  assertEquals(scenario.people.length, 11);
  assertEquals(scenario.transfer.speed.length, 24);
  assertEquals(scenario.transfer.speed[0], 40 / 60);
  assertEquals(scenario.contact.followUp, { green: 0, yellow: 3 * 1440, red: 1440 });
  assertEquals(scenario.referral.rules.name, "plan_2022");
  assertEquals(scenario.referral.otherwise.name, "nearest");
  assertEquals(scenario.services.levels, [{ from: "2022-11-01", level: "low" }]);
});

Deno.test("loadScenario() loads every scenario of the project, each with titles in two languages", async () => {
  const titles = new Set<string>();
  const paths: string[] = [];
  for await (const entry of Deno.readDir(join(ROOT, "scenarios"))) {
    if (entry.isFile) paths.push(join(ROOT, "scenarios", entry.name));
  }
  assert(paths.length >= 14);
  for (const path of paths) {
    const { title, description } = await loadScenario(path);
    for (const text of [title.en, title.zh, description.en, description.zh]) {
      assertNotEquals(text, "");
    }
    titles.add(title.en).add(title.zh);
  }
  assertEquals(titles.size, 2 * paths.length);
});

Deno.test("loadScenario() freezes all of the scenario", async () => {
  const scenario = await loadScenario(TRAINING);
  assertThrows(() => {
    (scenario.city.wards[0] as { beds: number }).beds = 1;
  }, TypeError);
  assertThrows(() => {
    (scenario.referral as { adherence: number }).adherence = 0;
  }, TypeError);
});

Deno.test("loadScenario() gives plain data that travels to a worker unchanged", async () => {
  const scenario = await loadScenario(TRAINING);
  assertEquals(structuredClone(scenario), scenario);
});

Deno.test("loadScenario() hashes the inputs, not their names", async () => {
  const copy = await Copy.make();
  try {
    const { hash } = await copy.load();
    assert(/^[0-9a-f]{16}$/.test(hash));
    assertEquals((await copy.load()).hash, hash);
    await copy.edit("scenarios/training.yaml", "Training grid, the plan", "Another title");
    await copy.edit("scenarios/base.yaml", "Chosen to hold the whole wave", "Another source");
    assertEquals((await copy.load()).hash, hash);
    await copy.edit("data/training_grid/fleets.csv", "training-g1,3,", "training-g1,4,");
    assertNotEquals((await copy.load()).hash, hash);
    await copy.edit("data/training_grid/fleets.csv", "training-g1,4,", "training-g1,3,");
    assertEquals((await copy.load()).hash, hash);
    await copy.edit(
      "scenarios/rules/plan_2022.yaml",
      "veryOld: true, immobile: true",
      "veryOld: true, immobile: true, colour: red",
    );
    assertNotEquals((await copy.load()).hash, hash);
  } finally {
    await copy.remove();
  }
});

Deno.test("loadScenario() uses the file's name where an extending file has no title", async () => {
  const copy = await Copy.make();
  try {
    await copy.write("scenarios/mine.yaml", "extends: training.yaml\n");
    const scenario = await copy.load("scenarios/mine.yaml");
    assertEquals(scenario.title, { en: "mine", zh: "mine" });
    assertEquals(scenario.description, { en: "", zh: "" });
    assertEquals(scenario.hash, (await copy.load()).hash);
  } finally {
    await copy.remove();
  }
});

Deno.test("extends merges maps, replaces lists and whole laws", async () => {
  const copy = await Copy.make();
  try {
    await copy.write(
      "scenarios/mine.yaml",
      `extends: training.yaml
care: { lowerBed: 40 % }
clinics: { patience: { law: constant, value: 2 h } }
services: { weekProfile: [1, 1, 1, 1, 1, 1, 1] }
`,
    );
    const base = await copy.load();
    const mine = await copy.load("scenarios/mine.yaml");
    assertEquals(mine.care, { ...base.care, lowerBed: 0.4 });
    assertEquals(mine.clinics, {
      ...base.clinics,
      patience: { law: "constant", value: 120 },
    });
    assertEquals(mine.services, { ...base.services, weekProfile: [1, 1, 1, 1, 1, 1, 1] });
    assertNotEquals(mine.hash, base.hash);
  } finally {
    await copy.remove();
  }
});

Deno.test("as_happened differs from the plan in adherence alone, no_tiers in rules alone", async () => {
  const load = (name: string) => loadScenario(join(ROOT, `scenarios/${name}.yaml`));
  const plan = await load("training");
  const happened = await load("training_as_happened");
  const nearest = await load("training_no_tiers");
  const { adherence, ...rest } = happened.referral;
  assertEquals(adherence, 0.079);
  assertEquals({ ...rest, adherence: 1 }, plan.referral);
  assertEquals({ ...nearest.referral, rules: plan.referral.rules }, plan.referral);
  assertEquals(nearest.referral.rules.name, "nearest");
  for (const part of ["wave", "course", "care", "contact", "services", "transfer"] as const) {
    assertEquals(happened[part], plan[part]);
    assertEquals(nearest[part], plan[part]);
  }
});
