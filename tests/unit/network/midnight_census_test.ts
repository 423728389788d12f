/** Beds and patients of hospitals and shelters at midnight. */
import { assert, assertEquals } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { censusFacilities, runReplication } from "../../../sim/network/mod.ts";
import { beginReplication } from "../../../sim/network/replication.ts";
import { loadScenario } from "../../../sim/scenario/mod.ts";
import { censusOf, covidAtMidnights } from "../../support/details.ts";
import { dated } from "../../support/dated.ts";
import { allEventsOf, constant, DAY, tiny, ward } from "../../support/tiny_network.ts";

const scenarioOf = (name: string) =>
  loadScenario(fromFileUrl(new URL(`../../../scenarios/${name}.yaml`, import.meta.url)));

// Planted: the last midnight left out; the census taken a day late; bed left not counted: all red.
for (const name of ["training_city", "training_from_census", "training_march_2020_consolidated"]) {
  Deno.test(`the census of COVID patients is that of the event log: ${name}`, async () => {
    const scenario = await scenarioOf(name);
    const result = runReplication(scenario, { seed: "census", replication: 1, log: true });
    const events = allEventsOf(scenario, result);
    const census = censusOf(result, scenario);
    assertEquals([...census.keys()], censusFacilities(scenario.city));
    let most = 0;
    for (const [id, { covid }] of census) {
      assertEquals(covid, covidAtMidnights(events, scenario, id), id);
      most = Math.max(most, ...covid);
    }
    assert(most > 10, `${most} patients at most`);
  });
}

// Planted: wards of one facility not added up; usable and ordinary exchanged: both red.
Deno.test("the census is what the wards say when the run is held up a moment after midnight", async () => {
  const scenario = await scenarioOf("training_in_full");
  const { world, invariants, finish } = beginReplication(scenario, { seed: "c", replication: 0 });
  const days = scenario.window.days + scenario.window.runOnDays;
  const seen = new Map(
    censusFacilities(scenario.city).map((id) =>
      [id, { usable: [] as number[], covid: [] as number[], ordinary: [] as number[] }] as const
    ),
  );
  for (let day = 1; day < days; day++) {
    invariants.run(day * DAY + 1e-7, 1000);
    for (const [id, values] of seen) {
      const of = (list: Int32Array) =>
        list.reduce((sum, n, w) => scenario.city.wards[w].facility === id ? sum + n : sum, 0);
      values.usable.push(of(world.wards.usable));
      values.covid.push(of(world.wards.covid));
      values.ordinary.push(of(world.wards.ordinary));
    }
  }
  invariants.run();
  const census = censusOf(finish(), scenario);
  for (const [id, values] of seen) {
    const { usable, covid, ordinary } = census.get(id)!;
    assertEquals(
      {
        usable: usable.slice(0, -1),
        covid: covid.slice(0, -1),
        ordinary: ordinary.slice(0, -1),
      },
      values,
      id,
    );
  }
  const changing = [...census.values()].filter(({ usable }) => new Set(usable).size > 1);
  assert(changing.length > 0, "usable beds change somewhere");
});

Deno.test("beds that are lost at 00:00 are gone at the midnight that ends the day before", () => {
  const on = "2022-11-06";
  const scenario = tiny({
    wards: [ward("lead", "general", 50, "shared"), ["sub", "general", 7]],
    change: (s) => ({
      ...dated({ on, beds: { facility: "lead", ward: "general", lost: 20 } })(s),
      wave: { ...s.wave, scale: 0 },
    }),
  });
  const census = censusOf(runReplication(scenario, { seed: "1", replication: 0 }), scenario);
  const days = scenario.window.days + scenario.window.runOnDays;
  assertEquals([...census.keys()], ["sub", "lead"]);
  // The window begins on 1 November: days 0 to 3 end before the loss.
  assertEquals(census.get("lead")!.usable, Array.from({ length: days }, (_, d) => d < 4 ? 50 : 30));
  assertEquals(census.get("sub")!.usable, new Array(days).fill(7));
});

Deno.test("the census leaves out wards of primary facilities, and has no facility without wards", () => {
  const scenario = tiny({
    wards: [ward("chc", "general", 40, "shared"), ward("lead", "general", 40, "shared")],
    change: (s) => ({
      ...s,
      wave: { ...s.wave, scale: 0 },
      services: {
        ...s.services,
        occupancy: 0.5,
        stay: { general: constant(1000 * DAY), sub_icu: constant(DAY), icu: constant(DAY) },
      },
    }),
  });
  const census = censusOf(runReplication(scenario, { seed: "1", replication: 0 }), scenario);
  assertEquals([...census.keys()], ["lead"]);
  const { ordinary, usable } = census.get("lead")!;
  assert(ordinary.every((n, day) => n > 0 && n <= usable[day]));
});
