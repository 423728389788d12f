/** Screening: those who feel no need of care are found and follow the rules. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { DAY, logged, measureOf, tiny } from "../../support/tiny_network.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";

const RESIDENTS = 300;

/** Everybody mild; rules that send the mild to the converted shelter. */
function world(share: number, beds: number, asymptomatic = 0): Scenario {
  return tiny({
    residents: RESIDENTS,
    risk: { asymptomatic },
    wards: [["sub", "general", beds]],
    change: (s) => ({
      ...s,
      referral: {
        ...s.referral,
        screenedShare: share,
        rules: {
          name: "shelters",
          rules: [{
            name: "all",
            clause: "none",
            interpretation: false,
            when: {},
            to: { role: "shelter", ward: "general" },
            overflow: [],
          }],
        },
      },
      city: {
        ...s.city,
        links: [...s.city.links, { grid: "g", role: "shelter", order: 1, facility: "sub" }],
      },
    }),
  });
}

const admittedIn = (scenario: Scenario) => {
  const { events, result } = logged(scenario);
  return {
    result,
    events,
    people: events.filter((e) => e.event === "admitted").map((e) => e.person),
  };
};

Deno.test("screening of nobody finds nobody", () => {
  assertEquals(admittedIn(world(0, 300)).events, []);
});

// Planted: the share not asked: everybody is found, red.
Deno.test("screening finds the share of the mild and asymptomatic that the scenario says", () => {
  for (const asymptomatic of [0, 1]) {
    const { people, result } = admittedIn(world(0.4, RESIDENTS, asymptomatic));
    assertEquals(new Set(people).size, people.length);
    const error = 4 * Math.sqrt(result.infected * 0.4 * 0.6);
    assertAlmostEquals(people.length, result.infected * 0.4, error);
    assertEquals(measureOf(result, "unresolved"), 0);
    assertEquals(measureOf(result, "recovered_by_day_28"), 1);
    assertEquals(measureOf(result, "needed_bed"), 0);
  }
});

Deno.test("screening takes no more than the shelter holds, and fills it at the peak", () => {
  const { people, result } = admittedIn(world(1, 5));
  const census = result.series.find((p) =>
    p.measure === "census" && p.ward === "general" && p.line === "covid"
  )!;
  assert(Math.max(...census.values) <= 5);
  assert(Math.max(...census.values) > 3);
  assert(people.length < RESIDENTS / 2);
});

Deno.test("screening takes nobody who has recovered, and nobody before the day after infection", () => {
  const { events } = admittedIn(world(1, 20));
  const requested = events.filter((e) => e.event === "requested");
  const ended = new Map(events.filter((e) => e.event === "recovered").map((e) => [e.person, e.at]));
  assert(requested.length > 50);
  for (const e of requested) {
    const left = ended.get(e.person)! - e.at;
    assert(left > 0 && left <= 8 * DAY, `${left} min of illness left`);
  }
});

Deno.test("screening finds the same people whatever the beds", () => {
  const all = new Set(admittedIn(world(0.5, RESIDENTS)).people);
  for (const person of admittedIn(world(0.5, 4)).people) assert(all.has(person));
});
