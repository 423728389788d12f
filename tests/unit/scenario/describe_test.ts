import { assert, assertEquals } from "@std/assert";
import { join } from "@std/path";
import { describeCity, loadCity, loadScenario } from "../../../sim/scenario/mod.ts";
import { ROOT } from "./_copy.ts";

Deno.test("describeCity() counts the training grid as its tables say", async () => {
  const totals = describeCity(await loadCity(join(ROOT, "data/training_grid")));
  const ours = (quantity: string) => totals.find((total) => total.quantity === quantity)?.ours;
  assertEquals(ours("population"), 100_000);
  assertEquals(ours("beds"), 20 + 96 + 12 + 12 + 220 + 10 + 10 + 184 + 8 + 8);
  assertEquals(ours("shelter_beds"), 110);
  assertEquals(ours("icu_beds"), 30);
  assertEquals(ours("convertible_icu_beds"), 18);
  assertEquals(ours("ambulance_crews"), 4);
  assertEquals(ours("fever_clinics_hospital"), 3);
  assertEquals(ours("fever_clinics_primary"), 1);
});

Deno.test("describeCity() gives every published figure of Beijing in order, used ones equal", async () => {
  const city = await loadCity(join(ROOT, "data/beijing"));
  const totals = describeCity(city);
  city.published.forEach(({ quantity, value, year }, index) => {
    assertEquals(totals[index].quantity, quantity);
    assertEquals(totals[index].published, value);
    assertEquals(totals[index].year, year);
  });
  const used = totals.filter(({ note, ours }) => note.startsWith("used") && ours !== null);
  assert(used.length >= 10);
  for (const { quantity, ours, published } of used) {
    assertEquals({ quantity, value: ours }, { quantity, value: published });
  }
});

Deno.test("describeCity() tells no difference from what was assumed or is synthetic", async () => {
  const row = async (folder: string, quantity: string) => {
    const totals = describeCity(await loadCity(join(ROOT, "data", folder)));
    const { grade, difference } = totals.find((total) => total.quantity === quantity)!;
    return [grade, difference];
  };
  assertEquals(await row("county", "population"), ["synthetic", null]);
  assertEquals(await row("county", "ambulance_crews"), ["assumed", null]);
  assertEquals(await row("county", "beds"), ["derived", 0]);
  for (const assumed of ["grids", "tertiary_hospitals", "ambulance_crews", "beds_tertiary"]) {
    assertEquals(await row("shanghai_2022", assumed), ["assumed", null], assumed);
  }
  assertEquals(await row("shanghai_2022", "population"), ["observed", 0]);
  assertEquals(await row("beijing", "beds_tertiary"), ["observed", 73_098 / 69_312 - 1]);
});

Deno.test("every figure of a city from memory or without a published one is graded assumed", async () => {
  for (const folder of ["beijing", "beijing_2020", "county", "shanghai_2022"]) {
    for (const { source, note, grade } of (await loadCity(join(ROOT, "data", folder))).published) {
      const unknown = /from memory|no published figure/i.test(source) || /assumed/.test(note);
      assertEquals(unknown && grade !== "assumed", false, `${folder}: ${source}`);
    }
  }
});

Deno.test("describeCity() has no published figure for a part of a city", async () => {
  const { city } = await loadScenario(join(ROOT, "scenarios/district_shijingshan.yaml"));
  const totals = describeCity(city);
  assert(totals.length > 10);
  assert(totals.every(({ published, note }) => published === null && note === ""));
});
