/** One hospital, one plan, in tiny worlds: reserves by forecast, done by hand; what they keep out. */
import { assert, assertEquals } from "@std/assert";
import {
  constant,
  DAY,
  HOUR,
  logged,
  replicationWith,
  tiny,
  ward,
} from "../../support/tiny_network.ts";
import type { LoggedRun } from "../../support/tiny_network.ts";
import { referenceOf } from "../../../sim/experiment/mod.ts";
import type { HospitalPlanSpec, Scenario } from "../../../sim/scenario/mod.ts";

type Change = (scenario: Scenario) => Scenario;

const plan = (change: Partial<HospitalPlanSpec> = {}): Change => (s) => ({
  ...s,
  wards: {
    ...s.wards,
    hospitalPlan: {
      ...s.wards.hospitalPlan,
      modelled: true,
      every: DAY,
      look: 2 * DAY,
      horizon: 2 * DAY,
      delay: 0,
      safety: 0,
      most: 1,
      ...change,
    },
  },
});

/** Ordinary patients of constant stay, all urgent or all elective. */
const ordinary = (occupancy: number, urgentShare: number, stay: number): Change => (s) => ({
  ...s,
  services: {
    ...s.services,
    occupancy,
    urgentShare,
    weekProfile: [1, 1, 1, 1, 1, 1, 1],
    electiveReturns: 0,
    stay: { general: constant(stay), sub_icu: constant(stay), icu: constant(stay) },
  },
});

/** Thirty residents, moderate when infected, and a shared ward with room for all of them. */
const world = (beds: number, ...changes: Change[]) =>
  tiny({
    residents: 30,
    risk: { moderate: 1 },
    wards: [ward("lead", "general", beds, "shared")],
    change: (s) => changes.reduce((of, change) => change(of), s),
  });

const reserves = (run: LoggedRun) =>
  run.events.filter(({ event }) => event === "beds reserved")
    .map(({ at, value }) => [at / DAY, value]);
const onDay = (run: LoggedRun, measure: string, line: string, day: number) =>
  run.result.series.find((p) => p.measure === measure && p.ward === "general" && p.line === line)!
    .values[day];

// Days on which cases come: 38.8, then 40.48, .50, .58, .71, .72, 41.25, 44.33, 44.84; one leaves on
// 44.40. Two days looked back in halves of a day, two days ahead, from the middle of the second half
// 1.5 halves on:
//   39: 0 then 1 come, 1 there: 1 + 2 × (1 + 1 × 1.5) = 6
//   40: 1 then 0: they have ceased; 1 there
//   41: 0 then 5, 6 there: 6 + 2 × (5 + 5 × 1.5) = 31
//   42: 5 then 1: 7 there; the same on days 43 and 44
//   45: 0 then 2: 5 a day; 1 left of 16 − 1.331 − 1.840 + 1.396 = 14.225 patient days; 8 there:
//       8 × exp(−0.1406) + 5 × 14.225 × (1 − exp(−0.1406)) = 6.95 + 9.33 = 16.3
Deno.test("HospitalPlans forecasts from what a hospital has seen, and reserves (N35-3.1)", () => {
  const run = logged(world(40, plan()), 0);
  const came = run.events.filter(({ event }) => event === "accepted").slice(0, 9);
  const days = came.map(({ at }) => Math.floor(at / DAY));
  assertEquals(days, [38, 40, 40, 40, 40, 40, 41, 44, 44]);
  assertEquals(reserves(run).slice(0, 5), [[39, 6], [40, 1], [41, 31], [42, 7], [45, 17]]);
  assertEquals(run.measure("reserved_beds_peak", { ward: "general" }), 31);
  assertEquals(run.measure("reserved_beds_peak", { ward: "icu" }), 0);
});

Deno.test("HospitalPlans reserves with the margin, within the bounds, after the delay", () => {
  const first = (change: Partial<HospitalPlanSpec>) =>
    reserves(logged(world(40, plan(change)), 0)).slice(0, 3);
  assertEquals(first({ safety: 0.5 }), [[39, 9], [40, 2], [41, 40]]);
  assertEquals(first({ most: 0.5, least: 0.1 }), [[2, 4], [39, 6], [40, 4]]);
  assertEquals(first({ delay: 12 * HOUR }), [[39.5, 6], [40.5, 1], [41.5, 31]]);
  // 41: 6 + 2 × 2.5 a day.
  assertEquals(first({ growth: false }), [[39, 2], [41, 11], [42, 13]]);
  assertEquals(first({ every: 2 * DAY }), [[40, 1], [42, 7], [46, 30]]);
});

// A bed set apart for COVID takes a case first; the shared one of the type what is left.
Deno.test("HospitalPlans counts wards set apart for COVID before it reserves (N35-4.3)", () => {
  const scenario = (apart: number) => {
    const s = world(40, plan());
    const covid = ward("lead", "general", apart);
    return { ...s, city: { ...s.city, wards: [covid, ...s.city.wards] } };
  };
  assertEquals(reserves(logged(scenario(5), 0)).slice(0, 3), [[39, 1], [40, 0], [41, 26]]);
  assertEquals(reserves(logged(scenario(60), 0)), []);
});

// Set apart from day 41 on, the ward reserves nothing; shared again from day 44 on, it does.
Deno.test("HospitalPlans reserves nothing while a ward is set apart by date", () => {
  const uses: Change = (s) => ({
    ...s,
    wards: {
      ...s.wards,
      uses: (["covid", "shared"] as const).map((use, i) => ({
        date: ["2022-12-12", "2022-12-15"][i],
        facility: "lead",
        ward: "general" as const,
        use,
      })),
    },
  });
  const run = logged(world(40, plan(), uses), 0);
  assertEquals(reserves(run).slice(0, 5), [[39, 6], [40, 1], [41, 0], [44, 7], [45, 17]]);
});

// Of 40 beds 30 are usable with every other bed kept free in half of the wards.
Deno.test("HospitalPlans reserves no more beds than spacing leaves", () => {
  const high: Change = (s) => ({
    ...s,
    services: { ...s.services, levels: [{ from: "2022-11-01", level: "high" }] },
  });
  const run = logged(world(40, plan(), high), 0);
  assertEquals(reserves(run).slice(0, 3), [[39, 6], [40, 1], [41, 30]]);
});

// Four beds, one of them for the newly admitted, two reserved: one patient in all. Planted: the
// reserve not looked at where there are buffer beds: 4, red.
Deno.test("a newly admitted elective patient must find a bed beyond the reserve", () => {
  const buffer: Change = (s) => ({ ...s, hospital: { ...s.hospital, buffer: { share: 0.25 } } });
  const census = (least: number) => {
    const changes = [plan({ least }), ordinary(30, 0, 9 * DAY), buffer];
    return Math.round(onDay(logged(world(4, ...changes), 0), "census", "ordinary", 20));
  };
  assertEquals([0, 0.5].map(census), [4, 1]);
});

// Patients of an hour, 36 on average in 60 beds. On day 41 29 beds are left to them (see above), on
// day 42 there are 53. Planted: the reserve counts beds on top of the cases in it: 23 on day 41, red.
Deno.test("HospitalPlans keeps elective patients out of the reserve, and lets them in as it shrinks", () => {
  const census = (urgentShare: number, change: Partial<HospitalPlanSpec>) => {
    const run = logged(world(60, plan(change), ordinary(0.6, urgentShare, HOUR)), 0);
    assertEquals(reserves(run).slice(0, 4), [[39, 6], [40, 1], [41, 31], [42, 7]]);
    return [40, 41, 42].map((day) => Math.round(onDay(run, "census", "ordinary", day)));
  };
  const elective = census(0, {});
  assert(elective[0] > 33 && elective[2] > 33, `${elective}`);
  assert(elective[1] <= 29 && elective[1] > 24, `${elective}`);
  // Urgent patients still come in, unless the reserve is kept against all.
  const urgent = census(1, {});
  assert(urgent.every((n) => n > 33), `${urgent}`);
  assert(census(1, { against: "ordinary" })[1] <= 29);
});

// Two beds, one always reserved: the other is the elective patients'. The case finds its bed.
Deno.test("a reserve holds an elective patient back and lets the case in", () => {
  const scenario = (change: Partial<HospitalPlanSpec>) =>
    tiny({
      risk: { moderate: 1 },
      wards: [ward("lead", "general", 2, "shared")],
      change: (s) => ordinary(30, 0, 9 * DAY)(plan({ least: 0.5, ...change })(s)),
    });
  const replication = replicationWith(1, scenario({ modelled: false }));
  const run = (change: Partial<HospitalPlanSpec>) => logged(scenario(change), replication);
  const path = ({ events }: LoggedRun) =>
    events.filter(({ person }) => person >= 0).map(({ event }) => event)
      .filter((e) => e === "waits" || e === "accepted");
  const [without, with_] = [run({ modelled: false }), run({})];
  assertEquals(path(without)[0], "waits");
  assertEquals(path(with_), ["accepted"]);
  assertEquals(Math.round(onDay(without, "census", "ordinary", 20)), 2);
  assertEquals(onDay(with_, "census", "ordinary", 20), 1);
  assert(with_.measure("elective_put_off_by_reserve") > 0);
  assertEquals(without.measure("elective_put_off_by_reserve"), NaN);
  assert(!without.result.measures.some(({ measure }) => measure.startsWith("reserved")));
});

Deno.test("hospitals make no such plans in the reference year", () => {
  assertEquals(referenceOf(world(40, plan())).wards.hospitalPlan.modelled, false);
});
