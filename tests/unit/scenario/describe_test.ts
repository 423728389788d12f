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

Deno.test("describeCity() has no published figure for a part of a city", async () => {
  const { city } = await loadScenario(join(ROOT, "scenarios/district_shijingshan.yaml"));
  const totals = describeCity(city);
  assert(totals.length > 10);
  assert(totals.every(({ published, note }) => published === null && note === ""));
});
