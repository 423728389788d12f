/** Ordinary inpatients of hospitals that close, and hospitals that close again before they have opened. */
import { assert, assertEquals } from "@std/assert";
import { dated } from "../../support/dated.ts";
import { GENERAL, once, plan, services } from "../../support/service_worlds.ts";
import { constant, DAY, measureOf, tiny, ward } from "../../support/tiny_network.ts";
import { servedOf } from "../../support/volumes.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import type { ReplicationResult } from "../../../sim/network/mod.ts";
import type { WardSpec } from "../../../sim/domain/mod.ts";
import type { ClosureSpec, InterventionSpec, Scenario } from "../../../sim/scenario/mod.ts";

const CLOSURE: ClosureSpec = {
  facilities: ["lead"],
  to: "all",
  inpatients: "move",
  disinfection: DAY,
  reopens: "2022-12-12",
};

/** Ordinary patients who stay for sixty days, in wards four fifths full, without epidemic. */
function world(
  wards: readonly WardSpec[],
  changes: readonly Omit<InterventionSpec, "name" | "clause">[],
  change: (s: Scenario) => Scenario = (s) => s,
): Scenario {
  const stay = constant(60 * DAY);
  return tiny({
    wards,
    change: (s) =>
      change({
        ...dated(...changes)(s),
        wave: { ...s.wave, scale: 0 },
        services: {
          ...s.services,
          occupancy: 0.8,
          stay: { general: stay, sub_icu: stay, icu: stay },
        },
      }),
  });
}
const on = "2022-11-11";
const run = (s: Scenario): ReplicationResult =>
  runReplication(s, { seed: "closed", replication: 0 });
const of = (s: Scenario, measure: string) => measureOf(run(s), measure);
const census = (s: Scenario, type: string, measure = "census") =>
  run(s).series.find((p) =>
    p.measure === measure && p.ward === type && (p.line ?? "") === "ordinary"
  )!.values;

/** Two hospitals, so many ordinary general beds elsewhere, and intensive care. */
const wards = (elsewhere: number, icu = 0): WardSpec[] => [
  ward("lead", "general", 40, "ordinary"),
  ...(elsewhere > 0 ? [ward("partner", "general", elsewhere, "ordinary")] : []),
  ...(icu > 0 ? [ward("lead", "icu", icu, "ordinary")] : []),
];

// Planted: ordinary patients left where they are (`moveOut` without effect), as before: none moved, red.
Deno.test("a hospital closed to all moves ordinary inpatients to free beds of the next at once", () => {
  const s = world(wards(400), [{ on, close: CLOSURE }]);
  const moved = of(s, "closure_ordinary_moved");
  assert(moved > 20 && moved <= 40, `${moved}`);
  assertEquals(of(s, "closure_discharged_early"), 0);
  assertEquals(of(s, "closure_hours_to_empty"), 0);
  assertEquals(of(s, "reopening_delay"), 0);
  // They are still in beds on the day after, somewhere.
  const values = census(s, "general");
  assert(values[10] >= values[9] - 10, `${values[9]} ${values[10]}`);
});

Deno.test("who finds no free bed goes home early from a general ward, not from intensive care", () => {
  const s = world(wards(0, 10), [{ on, close: CLOSURE }]);
  const home = of(s, "closure_discharged_early");
  assert(home > 20 && home <= 40, `${home}`);
  assertEquals(of(s, "closure_ordinary_moved"), 0);
  assertEquals(census(s, "general")[10], 0);
  const icu = census(s, "icu");
  assert(icu[10] > 0 && Number.isNaN(of(s, "closure_hours_to_empty")));
  assertEquals(of(s, "reopening_delay"), 0);
  // Some find a bed: as many as there are.
  const some = world([...wards(0), ward("partner", "general", 60, "ordinary")], [{
    on,
    close: CLOSURE,
  }]);
  const moved = of(some, "closure_ordinary_moved");
  assert(moved > 0 && moved <= 30, `${moved}`);
  assert(of(some, "closure_discharged_early") > 5);
});

// Planted: everybody waited for (`latestOf` Infinity), as before: weeks late, red.
Deno.test("very long stays hold no reopening up", () => {
  const s = world(wards(0), [{ on, close: { ...CLOSURE, inpatients: "stay" } }]);
  assertEquals(of(s, "reopening_delay"), 0);
  assertEquals(of(s, "reopening_day"), 42);
  assert(Number.isNaN(of(s, "closure_hours_to_empty")));
  // Never opened again, it is empty when the last has left.
  const never = world(wards(0), [{ on, close: { ...CLOSURE, inpatients: "stay", reopens: "" } }]);
  const hours = of(never, "closure_hours_to_empty");
  assert(hours > 40 * 24 && hours <= 60 * 24, `${hours}`);
});

Deno.test("those moved leave when their stay is over; a second closure moves them on", () => {
  const second = { ...CLOSURE, facilities: ["partner"], reopens: "2022-12-20" };
  const three = [...wards(100), ward("designated", "general", 2000, "ordinary")];
  const s = world(three, [{ on, close: CLOSURE }, { on: "2022-11-21", close: second }]);
  const result = run(s);
  const partner = measureOf(result, "closure_ordinary_moved", { facility: "partner" });
  const lead = measureOf(result, "closure_ordinary_moved", { facility: "lead" });
  assert(lead > 20 && partner > lead, `${lead} ${partner}`);
  assertEquals(measureOf(result, "closure_discharged_early"), 0);
});

Deno.test("with buffer wards, infection and theatres on, nobody is lost from the books", () => {
  const inside = (s: Scenario): Scenario => ({
    ...s,
    wave: { ...s.wave, scale: 1 },
    hospital: {
      ...s.hospital,
      buffer: { share: 0.1 },
      infection: { ...s.hospital.infection, rate: 0.3 },
      surgery: { ...s.hospital.surgery, counted: true },
      admission: { ...s.hospital.admission, list: true },
    },
  });
  for (const elsewhere of [0, 10, 400]) {
    const s = world(wards(elsewhere, 6), [{ on, close: CLOSURE }], inside);
    assert(of(s, "closure_ordinary_moved") + of(s, "closure_discharged_early") > 5);
  }
});

/** A hospital that is to open on the next day, is held up by cases, and closes again on that day. */
function again(to: ClosureSpec["to"]): Scenario {
  const first = {
    ...CLOSURE,
    facilities: ["designated"],
    inpatients: "stay",
    disinfection: 0,
  } as const;
  const clinic = { ...once(7), volume: [0, 1, 0] as const };
  const s = services({ [GENERAL]: clinic }, plan({}));
  return dated(
    { on: "2022-12-20", close: { ...first, reopens: "2022-12-21" } },
    { on: "2022-12-21", close: { ...first, to, reopens: "2023-02-10" } },
  )({
    ...s,
    wave: { ...s.wave, scale: 0.01 },
    course: { ...s.course, severity: s.course.severity.map((row) => ({ ...row, moderate: 1 })) },
    city: { ...s.city, wards: [ward("designated", "general", 600, "covid")] },
  });
}

// Planted: the first closure left under way for good, as before: the clinics shut to the end, red.
Deno.test("a hospital that closes again before it has opened is under the later closure alone", () => {
  const all = run(again("all"));
  assert(measureOf(all, "covid_census_peak", { ward: "general" }) > 10);
  const visits = (result: ReplicationResult, from: number, to: number) =>
    servedOf(result.volume, again("all"), GENERAL, { from, to, tier: 2 });
  assertEquals(visits(all, 8, 14), 0);
  assert(visits(all, 15, 17) > 1000, `${visits(all, 15, 17)}`);
  // Of two closures one never opened.
  assert(Number.isNaN(measureOf(all, "reopening_delay")));
  // Closed to COVID cases alone from then on, its clinics are open.
  assert(visits(run(again("covid")), 8, 14) > 3000);
});
