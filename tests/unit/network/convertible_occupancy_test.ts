/** Convertible ICU beds by occupancy: when they open, how they fill, when they close. */
import { assert, assertEquals } from "@std/assert";
import { DAY, logged, replicationWith, tiny, TRAINING, ward } from "../../support/tiny_network.ts";
import type { Event, LoggedRun } from "../../support/tiny_network.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import type { ConvertibleSpec, Scenario } from "../../../sim/scenario/mod.ts";

const byOccupancy = (change: Partial<ConvertibleSpec> = {}) => (s: Scenario): Scenario => ({
  ...s,
  wards: {
    ...s.wards,
    convertibleOpens: "",
    convertible: {
      ...s.wards.convertible,
      trigger: "icu_occupancy",
      scope: "facility",
      opensAt: 1,
      ...change,
    },
  },
});

const ICU = { ...ward("designated", "icu", 1), physicians: 9, nurses: 9 * 2.5, convertibleBeds: 2 };
const conversions = (run: LoggedRun) =>
  run.events.filter(({ event }) => event === "beds converted");
const at = (events: readonly Event[], word: string) => events.find((e) => e.event === word)!.at;

/** One critical case, one ICU bed, two convertible ones. */
function critical(change: Partial<ConvertibleSpec>) {
  const scenario = tiny({
    risk: { moderate: 1, severe: 1, critical: 1 },
    worsening: "call_120",
    wards: [ICU, ["designated", "general", 4]],
    change: byOccupancy(change),
  });
  return logged(scenario, replicationWith(1, tiny()));
}

// Planted: opened at once, without the lead time: red.
Deno.test("Convertible opens the lead time after the ICU beds are taken", () => {
  const run = critical({ closesBelow: 0 });
  const [opened] = conversions(run);
  assertEquals(conversions(run).length, 1);
  assertEquals(opened.at, at(run.events, "accepted") + DAY);
  assertEquals([opened.facility, opened.ward, opened.value], ["designated", "icu", 2]);
  assertEquals(run.measure("convertible_beds_opened"), 2);
  assertEquals(run.measure("convertible_opened_on_day"), opened.at / DAY);
  assertEquals(run.measure("usable_beds_peak", { ward: "icu" }), 3);
  const usable = run.result.series.find((p) => p.measure === "usable_beds" && p.ward === "general");
  const day = Math.floor(opened.at / DAY);
  assertEquals([usable!.values[day - 1], usable!.values[day + 1]], [4, 2]);
});

Deno.test("Convertible closes when occupancy has stayed low for the stated days", () => {
  const run = critical({ closesBelow: 0.5, closesAfter: 3 });
  const [, closed] = conversions(run);
  // The ICU bed is free when the patient has left it for a lower one.
  const left = run.events.filter(({ event }) => event === "admitted")[1].at;
  assert(left <= closed.at && closed.value === 0);
  const free = closed.at - 3 * DAY;
  assert(free < left && free > left - DAY);
});

Deno.test("Convertible does not open below its occupancy", () => {
  const run = critical({ opensAt: 1.01 });
  assertEquals(conversions(run), []);
  assertEquals(run.measure("convertible_beds_opened"), 0);
  assertEquals(run.measure("convertible_opened_on_day"), NaN);
});

// General beds full of ordinary patients: no bed is an ICU bed before somebody has left it.
// Planted: beds converted at once: 20 at the opening with full general beds, red.
Deno.test("Convertible waits for discharges from the general beds", () => {
  const beds = 20;
  const scenario = tiny({
    risk: { moderate: 1, severe: 1, critical: 1 },
    worsening: "call_120",
    wards: [
      { ...ICU, convertibleBeds: beds, physicians: 99, nurses: 999 },
      ward("designated", "general", beds, "ordinary"),
    ],
    change: (s) => ({
      ...byOccupancy({ closesBelow: 0 })(s),
      services: { ...s.services, occupancy: 3 },
    }),
  });
  const run = logged(scenario, replicationWith(1, tiny()));
  const steps = conversions(run).map(({ value }) => value);
  assertEquals(steps, Array.from({ length: beds }, (_, i) => i + 1));
  const times = new Set(conversions(run).map((e) => e.at));
  assertEquals(times.size, beds);
  assert(conversions(run)[0].at > at(run.events, "accepted") + DAY);
});

Deno.test("Convertible looks at all facilities of a grid when its scope is the grid", () => {
  const opened = (scope: "facility" | "grid") => {
    const scenario = tiny({
      risk: { moderate: 1, severe: 1, critical: 1 },
      worsening: "call_120",
      wards: [
        ["designated", "icu", 1],
        { ...ward("lead", "icu", 1), convertibleBeds: 2, physicians: 9, nurses: 30 },
        ["lead", "general", 4],
      ],
      change: byOccupancy({ scope, opensAt: 0.5 }),
    });
    return logged(scenario, replicationWith(1, tiny())).measure("convertible_beds_opened");
  };
  assertEquals([opened("facility"), opened("grid")], [0, 2]);
});

Deno.test("the staff of a ward bound its converted beds too", () => {
  const usable = (nurses: number) => {
    const scenario = tiny({
      wards: [{ ...ICU, nurses }, ["designated", "general", 4]],
      change: (s) => ({ ...s, wards: { ...s.wards, convertibleOpens: "2022-11-05" } }),
    });
    const { series } = runReplication(scenario, { seed: "x", replication: 0 });
    return series.find((p) => p.measure === "usable_beds" && p.ward === "icu")!.values[9];
  };
  assertEquals([7.5, 5, 2.5].map(usable), [3, 2, 1]);
});

Deno.test("the training grid opens all of its convertible beds in the wave, by occupancy", () => {
  const run = runReplication(byOccupancy({ scope: "grid", opensAt: 0.85 })(TRAINING), {
    seed: "wave",
    replication: 0,
  });
  const value = (name: string) => run.measures.find(({ measure }) => measure === name)!.value;
  assertEquals(value("convertible_beds_opened"), 18);
  assert(value("convertible_opened_on_day") > 30 && value("convertible_opened_on_day") < 60);
});

// Planted: converted beds given back with somebody in them: more taken than physical beds, stops.
Deno.test("Convertible closes beds only as they empty, whatever the scope and however often", () => {
  const scenario = byOccupancy({
    scope: "grid",
    opensAt: 0.9,
    closesBelow: 0.89,
    closesAfter: 0,
    leadTime: 0,
  })(TRAINING);
  const run = logged(scenario, 0);
  const beds = conversions(run).filter(({ facility }) => facility === "training-lead-1")
    .map(({ value }) => value);
  const [first, second] = [beds.indexOf(10), beds.lastIndexOf(10)];
  // Opened bed by bed, closed and opened again, then given back as patients left.
  assertEquals(beds.slice(0, first + 1), Array.from({ length: 10 }, (_, i) => i + 1));
  assert(second > first + 1 && beds[second - 1] > 0);
  const back = beds.slice(second);
  assert(back.length > 4 && back.every((n, i) => i === 0 || n < back[i - 1]));
  assertEquals(back[back.length - 1], 0);
});
