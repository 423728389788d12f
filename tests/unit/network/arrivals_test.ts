/** People from elsewhere who are set apart until infection is excluded (BJ-3.2a, N177-2.1). */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { rulesTo } from "../../support/dated.ts";
import { constant, HOUR, logged, measureOf, TIMES, tiny } from "../../support/tiny_network.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import type { ArrivalClassSpec, Scenario } from "../../../sim/scenario/mod.ts";

const CLASS: ArrivalClassSpec = {
  name: "high-risk countries",
  clause: "BJ-3.2a",
  arrivals: [{ from: "2022-11-11", perDay: 40 }, { from: "2022-12-01", perDay: 0 }],
  infectedShare: 0,
  facility: "partner",
  places: 1000,
  excludedAfter: constant(10 * HOUR),
};

/** No epidemic among residents; travellers alone. */
function world(...classes: Partial<ArrivalClassSpec>[]): Scenario {
  return tiny({
    residents: 1000,
    risk: { moderate: 1 },
    wards: [["designated", "general", 200]],
    change: (s) => ({
      ...s,
      wave: { ...s.wave, scale: 0 },
      referral: { ...s.referral, rules: rulesTo("designated") },
      arrivals: classes.map((change) => ({ ...CLASS, ...change })),
    }),
  });
}
const run = (scenario: Scenario) => runReplication(scenario, { seed: "arrivals", replication: 0 });
const of = (scenario: Scenario, measure: string, line = CLASS.name) =>
  measureOf(run(scenario), measure, { line });

Deno.test("Arrivals come by date, and leave when infection is excluded", () => {
  const scenario = world({});
  const mean = 40 * 20;
  assertAlmostEquals(of(scenario, "arrivals"), mean, 4 * Math.sqrt(mean));
  assertEquals(of(scenario, "arrivals_screened"), of(scenario, "arrivals"));
  assertEquals(of(scenario, "arrivals_infected"), 0);
  assertEquals(of(scenario, "arrivals_wait_mean"), 0);
  // About 17 at once: 40 a day for 10 hours.
  assert(of(scenario, "arrivals_places_peak") < 40);
});

// Planted: places not given back: one screened per place, red.
Deno.test("who finds no place waits; a place serves two and a half people a day", () => {
  const scenario = world({ places: 10 });
  assertEquals(of(scenario, "arrivals_places_peak"), 10);
  assert(of(scenario, "arrivals_wait_mean") > 24);
  assertEquals(of(scenario, "arrivals"), of(world({}), "arrivals"));
  // From 11 November to the end everybody has had a turn.
  assertEquals(of(scenario, "arrivals_screened"), of(scenario, "arrivals"));
});

// Planted: `fromElsewhere` not counted: the run ends with a breach of conservation, red.
Deno.test("the infected become cases of the network, referred from the facility by the rules", () => {
  const scenario = world({ infectedShare: 0.1, arrivals: [{ from: "2022-11-11", perDay: 20 }] });
  const { events, measure, result } = logged(scenario);
  const infected = of(scenario, "arrivals_infected");
  assertAlmostEquals(infected / of(scenario, "arrivals"), 0.1, 0.03);
  const found = events.filter(({ event }) => event === "found on arrival");
  assertEquals([found.length, found[0].facility], [
    measureOf(result, "arrivals_infected", {
      line: CLASS.name,
    }),
    "partner",
  ]);
  assertEquals(measure("infected"), 0);
  // Everybody with a risk of 1 becomes moderate at once and is sent to the designated hospital.
  const admitted = events.filter(({ event }) => event === "admitted");
  assert(admitted.length > 0.8 * found.length);
  assertEquals(admitted[0].facility, "designated");
  assert(measure("deaths") === 0 && measure("unresolved") >= 0);
});

// Planted: the place given up when infection is found, as before: the next result ten hours on, red.
Deno.test("who is found infected keeps the single place until the transfer", () => {
  const found = (beds: number) => {
    const s = world({
      infectedShare: 1,
      places: 1,
      arrivals: [{ from: "2022-11-11", perDay: 5 }, { from: "2022-11-21", perDay: 0 }],
    });
    const wards = s.city.wards.map((ward) => ({ ...ward, beds }));
    const [ill] = s.referral.rules.rules;
    const referral = { ...s.referral, rules: { name: "all", rules: [{ ...ill, when: {} }] } };
    const { events, measure } = logged({ ...s, referral, city: { ...s.city, wards } });
    assertEquals(measure("arrivals_places_peak", { line: CLASS.name }), 1);
    const results = events.filter(({ event }) => event === "found on arrival").map(({ at }) => at);
    const gaps = results.slice(1).map((at, i) => at - results[i]);
    return { events, results, least: Math.min(...gaps) };
  };
  const { least, results } = found(200);
  // By own means at the end of the hand-over; the next has the place then, and a result in ten hours.
  assert(results.length > 10);
  assertAlmostEquals(least, TIMES.handOver + 10 * HOUR, 1e-6);
  // Without a bed anywhere they stay there until they have recovered: nobody is sent home to wait.
  const full = found(0);
  assertAlmostEquals(full.least, TIMES.moderate + 10 * HOUR, 1e-6);
  const where = full.events.filter(({ event }) => event === "waits").map(({ facility }) =>
    facility
  );
  assertEquals(new Set(where), new Set(["partner"]));
});

// Planted: classes keyed by their place in the list: another class before it moves them, red.
Deno.test("another class changes nobody of this one", () => {
  const alone = world({ infectedShare: 0.1 });
  const other = { name: "elsewhere", arrivals: [{ from: "2022-11-05", perDay: 7 }] };
  const both = world(other, { infectedShare: 0.1 });
  for (const measure of ["arrivals", "arrivals_infected", "arrivals_places_peak"]) {
    assertEquals(of(both, measure), of(alone, measure), measure);
  }
  assert(of(both, "arrivals", "elsewhere") > 0);
});

Deno.test("arrivals after the last date come to the end of the run", () => {
  const scenario = world({ arrivals: [{ from: "2022-11-01", perDay: 5 }] });
  const { window } = scenario;
  const mean = 5 * (window.days + window.runOnDays);
  assertAlmostEquals(of(scenario, "arrivals"), mean, 4 * Math.sqrt(mean));
  assert(of(scenario, "arrivals_screened") <= of(scenario, "arrivals"));
});
