import { assert, assertEquals, assertThrows } from "@std/assert";
import { join } from "@std/path";
import type { City } from "../../../sim/domain/mod.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import {
  cityRows,
  csvOf,
  loadScenario,
  regrid,
  type Scenario,
  ScenarioError,
  withCity,
} from "../../../sim/scenario/mod.ts";
import { Copy, ROOT } from "./_copy.ts";

const load = (name: string) => loadScenario(join(ROOT, `scenarios/${name}.yaml`));
const PLAN = await load("training_city");

/** The issues of a city that is refused, as `path: rule, found value`. */
function issuesOf(city: City, scenario: Scenario = PLAN) {
  const error = assertThrows(() => withCity(scenario, city), ScenarioError);
  return (error as ScenarioError).issues.map(({ path, rule, value }) =>
    `${path}: ${rule}, found ${value}`
  );
}

Deno.test("withCity() gives the hash of a file that names such a city", async () => {
  assertEquals(withCity(PLAN, PLAN.city).hash, PLAN.hash);
  const training = await load("training");
  const halves = regrid(training.city, ({ lon }) => lon < 116.4 ? "west" : "east");
  const copy = await Copy.make();
  try {
    for (const table of cityRows(halves)) {
      await copy.write(`data/training_grid/${table.name}.csv`, csvOf(table));
    }
    const file = await copy.load("scenarios/training.yaml");
    assertEquals(file.city, halves);
    assertEquals(withCity(training, halves).hash, file.hash);
  } finally {
    await copy.remove();
  }
});

Deno.test("withCity() names the copy, keeps the laws and freezes", () => {
  const other = withCity(PLAN, regrid(PLAN.city, () => "whole"));
  assertEquals(other.name, "training_city, city training_city");
  assertEquals(other.uncertainty.parameters, PLAN.uncertainty.parameters);
  assert(other.uncertainty.hash !== PLAN.uncertainty.hash);
  assert(Object.isFrozen(other.city.links));
  const told = { name: "one", title: { en: "One", zh: "一" } };
  const { name, title } = withCity(PLAN, PLAN.city, told);
  assertEquals({ name, title }, told);
});

Deno.test("withCity() runs with more beds than before", () => {
  const wards = PLAN.city.wards.map((ward) => ({ ...ward, beds: ward.beds * 2 }));
  const { measures } = runReplication(withCity(PLAN, { ...PLAN.city, wards }), {
    seed: "1",
    replication: 0,
  });
  assert(measures.length > 0);
});

Deno.test("withCity() checks the tables as those of a folder", () => {
  const wards = PLAN.city.wards.map((ward, i) => i === 2 ? { ...ward, beds: -1.5 } : ward);
  const fleets = [{ ...PLAN.city.fleets[0], grid: "town-g9" }];
  assertEquals(issuesOf({ ...PLAN.city, wards, fleets }), [
    'wards[2].beds: Expected a whole number of at least 0, found "-1.5"',
    'fleets[0].grid: Expected the name of a grid, or nothing for the pool, found "town-g9"',
  ]);
});

Deno.test("withCity() checks what joins the city with the scenario", async () => {
  const links = PLAN.city.links.filter(({ role, grid }) => role !== "lead" || grid !== "town-g1");
  const fleets = PLAN.city.fleets.map((fleet) => ({ ...fleet, vehicles: 0 }));
  assertEquals(issuesOf({ ...PLAN.city, links, fleets }), [
    "referral.rules: Expected a facility with the role lead in every grid, found none in town-g1",
    "city.tables: Expected a vehicle on duty, as pre-hospital emergency care is always open " +
    "(N162-4d), found no vehicle in 4 fleets",
  ]);
  const started = await load("training_from_census");
  const without = regrid(started.city, () => "whole");
  const found = issuesOf(without, started);
  assert(found.length > 0 && found.every((text) => text.startsWith("waiting[")), found.join("\n"));
});

Deno.test("withCity() of a district's part keeps levels of the districts that it lacks", async () => {
  const district = await load("district_shijingshan");
  assertEquals(withCity(district, district.city).hash, district.hash);
});
