/** Runs that start from given patients: exact worlds and laws. */
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  constant,
  DAY,
  HOUR,
  logged,
  measureOf,
  TIMES,
  tiny,
  TRAINING,
  ward,
} from "../../support/tiny_network.ts";
import type { TinySpec } from "../../support/tiny_network.ts";
import { KeyedDraws, keyOf } from "../../../sim/engine/mod.ts";
import { FIRST_PRESENT, PERSONS_PER_GRID, runReplication } from "../../../sim/network/mod.ts";
import type { CensusRow, Scenario, WaitingRow } from "../../../sim/scenario/mod.ts";

/** A row of a census; numbers that are left out are 0. */
const row = (
  facility: string,
  type: CensusRow["ward"],
  numbers: Partial<CensusRow>,
): CensusRow => ({
  facility,
  ward: type,
  ordinary: 0,
  moderate: 0,
  severe: 0,
  critical: 0,
  ...numbers,
});

/** The same scenario from a census, without wave and warm-up. */
const from = (s: Scenario, census: CensusRow[], waiting: WaitingRow[] = []): Scenario => ({
  ...s,
  wave: { ...s.wave, scale: 0 },
  window: { ...s.window, warmUpDays: 0 },
  start: { census, waiting },
});

/** Everybody can be in every state, and nothing bad happens in right care that can be helped. */
const RISKS = { moderate: 0.5, severe: 1e-9, critical: 0.5 };
const world = (
  census: CensusRow[],
  waiting: WaitingRow[] = [],
  { change = (s) => s, ...spec }: TinySpec = {},
) => tiny({ risk: RISKS, ...spec, change: (s) => change(from(s, census, waiting)) });

const replicationOf = (s: Scenario) => runReplication(s, { seed: "start", replication: 0 });

const seriesOf = (s: Scenario, wardType: string, line: string) =>
  replicationOf(s).series.find((p) =>
    p.measure === "census" && p.ward === wardType && p.line === line
  )!.values;

/** Ordinary stays of one law in every ward. */
const staying = (law: Scenario["services"]["stay"]["icu"]) => (s: Scenario): Scenario => ({
  ...s,
  services: { ...s.services, stay: { general: law, sub_icu: law, icu: law } },
});

const round = (x: number) => Math.round(x * 1e6) / 1e6;

Deno.test("a census fills its wards at time 0, usable or not, and nobody is moved out", () => {
  const census = [
    row("lead", "general", { ordinary: 4, moderate: 6 }),
    row("lead", "icu", { critical: 2 }),
  ];
  const scenario = world(census, [], {
    wards: [ward("lead", "general", 10, "shared"), ["lead", "icu", 2]],
    change: (s) => {
      const { low } = s.services.plans;
      const plans = { ...s.services.plans, low: { ...low, spacing: 0.5 } };
      const long = constant(400 * DAY);
      const course = { ...s.course, moderate: long, critical: long };
      const stay = { general: long, sub_icu: long, icu: long };
      return { ...s, course, services: { ...s.services, plans, stay } };
    },
  });
  const { result, events, measure } = logged(scenario);
  const first = (type: string, line: string) => seriesOf(scenario, type, line)[0];
  assertEquals([first("general", "covid"), first("general", "ordinary"), first("icu", "covid")], [
    6,
    4,
    2,
  ]);
  assertEquals(result.series.find((p) => p.measure === "usable_beds")!.values[0], 5);
  assertEquals(
    events.slice(0, 8).map((e) => `${e.at} ${e.event} ${e.facility}/${e.ward} ${e.value}`),
    [
      ...new Array(6).fill("0 present lead/general 2"),
      ...new Array(2).fill("0 present lead/icu 4"),
    ],
  );
  assertEquals([measure("present_at_start"), measure("infected"), measure("needed_bed")], [
    8,
    0,
    8,
  ]);
  assertEquals([measure("never_in_bed"), measure("bed_requests")], [0, 0]);
});

// Constant durations and no hazard: elapsed is u of the duration; observed a day, then home.
// Planted: the whole duration from time 0 on: red.
Deno.test("everybody of a census stays to the minute what their uniform leaves of a constant law", () => {
  const scenario = world([row("sub", "general", { moderate: 5 })], [], {
    wards: [["sub", "general", 5]],
    risk: { moderate: 0.5 },
  });
  const { events } = logged(scenario);
  const draws = new KeyedDraws(keyOf("tiny", 0));
  const people = events.filter((e) => e.event === "present").map((e) => e.person);
  assertEquals(new Set(people).size, 5);
  for (const person of people) {
    assert(person % PERSONS_PER_GRID >= FIRST_PRESENT);
    draws.block(person % PERSONS_PER_GRID, 4 << 16, 1, 0);
    const left = TIMES.moderate * (1 - draws.u0);
    const own = events.filter((e) => e.person === person).map((e) => `${e.event} ${round(e.at)}`);
    assertEquals(own, [
      "present 0",
      `recovered ${round(left)}`,
      `discharged ${round(left + TIMES.observation)}`,
    ]);
  }
});

Deno.test("ordinary patients of a census leave by the equilibrium law of their stay", () => {
  const stay = constant(10 * DAY);
  const scenario = world([row("lead", "general", { ordinary: 4000 })], [], {
    wards: [ward("lead", "general", 4000, "shared")],
    change: staying(stay),
  });
  const census = seriesOf(scenario, "general", "ordinary");
  // Uniform residual: 4000 (1 − t/10) at t. Planted: whole stays: all there to day 9, red.
  for (let day = 0; day < 10; day++) {
    const share = 1 - (day + 0.5) / 10;
    const band = 4 * Math.sqrt(4000 * share * (1 - share));
    assertAlmostEquals(census[day], 4000 * share, band);
  }
  assertEquals([...census.slice(10, 20)], new Array(10).fill(0));
});

/**
 * Probability that a case found in a state has left it within t: the residual law of T = min(D, D E/h)
 * with D of the given quantile and E a standard exponential, by sums over the quantiles of D.
 */
function leftWithin(t: number, quantile: (u: number) => number, h: number): number {
  const parts = 20_000;
  let within = 0;
  let all = 0;
  for (let i = 0; i < parts; i++) {
    const d = quantile((i + 0.5) / parts);
    all += d * -Math.expm1(-h) / h;
    within += d * -Math.expm1(-h * Math.min(1, t / d)) / h;
  }
  return within / all;
}

// Uniform on 2 to 14 days, half of them worsen: 4,000 found in it at time 0.
// Planted: duration not biased by length, or the elapsed share uniform: red at 2 d, both.
Deno.test("cases found in a state leave it by the residual law of the time in it", () => {
  const n = 4000;
  const h = -Math.log(1 - 0.9);
  const scenario = world([row("sub", "general", { moderate: n })], [], {
    wards: [["sub", "general", n]],
    risk: { moderate: 0.5, severe: 0.9 },
    change: (s) => ({
      ...s,
      course: { ...s.course, moderate: { law: "uniform", low: 2 * DAY, high: 14 * DAY } },
    }),
  });
  const ends = new Map<number, number>();
  for (const e of logged(scenario, 0, "residual").events) {
    const ended = e.event === "recovered" || e.event === "worsened";
    if (ended && !ends.has(e.person)) ends.set(e.person, e.at / DAY);
  }
  assertEquals(ends.size, n);
  for (const t of [0.5, 1, 2, 4, 8]) {
    const expected = leftWithin(t, (u) => 2 + 12 * u, h);
    const found = [...ends.values()].filter((at) => at <= t).length / n;
    assertAlmostEquals(found, expected, 4 * Math.sqrt(expected * (1 - expected) / n), `${t} d`);
  }
});

// Two kinds, half the residents each. Found critical they are as often as they come to be, times
// (1 − e^−h)/h, and then they die with 1 − h e^−h/(1 − e^−h).
// Planted: kinds as residents are, without the time in the state, or without a step before: red.
Deno.test("who is found in a state is biased by who enters it and how long they stay", () => {
  const n = 3000;
  const KINDS = {
    young: { moderate: 0.5, severe: 0.6, critical: 0.9, deathSevere: 0, deathCritical: 0.1 },
    old: { moderate: 0.8, severe: 0.9, critical: 0.2, deathSevere: 0.5, deathCritical: 0.99 },
  };
  const scenario = world([row("designated", "icu", { critical: n })], [], {
    wards: [["designated", "icu", n]],
    change: (s) => {
      const severity = s.course.severity.map((r) => ({
        ...r,
        ...KINDS[r.ageBand === "80+" ? "old" : "young"],
      }));
      const ageShares = s.people.map(({ ageBand: a }) => a === "40-49" || a === "80+" ? 0.5 : 0);
      return { ...s, city: { ...s.city, ageShares }, course: { ...s.course, severity } };
    },
  });
  const { measure } = logged(scenario);
  const [young, old] = [KINDS.young, KINDS.old].map((k) => {
    const [worse, dies, h] = [k.critical, k.deathSevere, k.deathCritical].map((p) =>
      -Math.log1p(-p)
    );
    const enters = k.moderate * k.severe * worse / (worse + dies) * -Math.expm1(-worse - dies);
    const stay = -Math.expm1(-h) / h;
    return { found: enters * stay, dies: 1 - Math.exp(-h) / stay };
  });
  const expected = (young.found * young.dies + old.found * old.dies) / (young.found + old.found);
  assertAlmostEquals(measure("deaths") / n, expected, 4 * Math.sqrt(expected * (1 - expected) / n));
  // In right care from the start to the end nobody dies who was not to die.
  assertEquals(measure("deaths_expected_in_right_care"), measure("deaths"));
  assertEquals(measure("deaths_excess"), 0);
});

// Planted: decided upon in the order of the list: the moderate get the beds, red.
Deno.test("a waiting list asks at time 0 and is served by severity, whatever its order", () => {
  const waiting: WaitingRow[] = [
    { grid: "g", state: "moderate", place: "home", patients: 2 },
    { grid: "g", state: "moderate", place: "lead", patients: 1 },
    { grid: "g", state: "severe", place: "designated", patients: 2 },
    { grid: "g", state: "severe", place: "home", patients: 1 },
  ];
  const stay = constant(6 * HOUR);
  const scenario = world([row("designated", "general", { ordinary: 1 })], waiting, {
    wards: [ward("designated", "general", 3, "shared")],
    change: staying(stay),
  });
  const { events, measure } = logged(scenario);
  const at0 = events.filter((e) => e.at === 0).map((e) => `${e.event} ${e.facility} ${e.rule}`);
  assertEquals(at0, [
    "present  ",
    "present  ",
    "present lead ",
    "present designated ",
    "present designated ",
    "present  ",
    "requested designated severe_covid",
    "accepted designated severe_covid",
    "requested designated severe_covid",
    "accepted designated severe_covid",
    "requested  severe_covid",
    "refused designated severe_covid",
    "waits  severe_covid",
    ...[1, 2].flatMap(
      () => ["requested  moderate", "refused designated moderate", "waits  moderate"],
    ),
    "requested lead moderate",
    "refused designated moderate",
    "waits  moderate",
  ]);
  // Hand-over, then loading within the hospital: the delay counts from 0.
  const admitted = events.find((e) => e.event === "admitted")!;
  assertEquals(admitted.at, TIMES.handOver + TIMES.load);
  assertEquals(measure("present_at_start"), 6);
  // The ordinary patient's bed goes to the third severe case, who was last in the list.
  const third = events.filter((e) => e.event === "accepted")[2];
  assert(third.at > 0 && third.at < 6 * HOUR);
  const severe = new Set(
    events.filter((e) => e.event === "requested" && e.rule === "severe_covid").map((e) => e.person),
  );
  assert(severe.has(third.person), "the third severe case goes before the moderate");
});

Deno.test("a case in a bed below the need asks for another, and one above it stays", () => {
  const census = [row("designated", "general", { severe: 1 }), row("lead", "icu", { moderate: 1 })];
  const wards: TinySpec["wards"] = [["designated", "general", 1], ["designated", "sub_icu", 1], [
    "lead",
    "icu",
    1,
  ]];
  const { events } = logged(world(census, [], { wards }));
  const [severe, moderate] = events.filter((e) => e.event === "present").map((e) => e.person);
  const story = (p: number) =>
    events.filter((e) => e.person === p && e.at < 2 * HOUR).map((e) => `${e.event} ${e.ward}`);
  assertEquals(story(severe), [
    "present general",
    "requested ",
    "accepted sub_icu",
    "admitted sub_icu",
  ]);
  assertEquals(story(moderate), ["present icu"]);
});

// Planted: numbers one after the other, whatever the ward: nobody is who they were, red.
Deno.test("who is present is the same whatever beds, rules and other patients there are", () => {
  const census = [
    row("designated", "general", { moderate: 40 }),
    row("lead", "icu", { critical: 20 }),
  ];
  const wards: TinySpec["wards"] = [["designated", "general", 60], ["lead", "icu", 30]];
  const risk = { ...RISKS, severe: 0.3, deathCritical: 0.5 };
  const run = (rows: CensusRow[], change = (s: Scenario) => s) =>
    logged(world(rows, [], { wards, risk, change }));
  const one = run(census);
  const keysOf = ({ events }: typeof one) =>
    events.filter((e) => e.event === "present").map((e) => `${e.person} ${e.facility} ${e.value}`);
  const more = run(census, (s) => ({
    ...s,
    city: { ...s.city, wards: s.city.wards.map((w) => ({ ...w, beds: w.beds + 9 })) },
    referral: { ...s.referral, greenChannel: false },
  }));
  assertEquals(keysOf(more), keysOf(one));
  assertEquals(more.result.died, one.result.died);
  assert(one.result.died.length > 0);
  // One more moderate case, named before the critical ones: everybody else stays who they were.
  const [first, second] = census;
  const other = run([{ ...first, moderate: 41 }, second]);
  const kept = new Set(keysOf(one));
  assertEquals(keysOf(other).filter((person) => kept.has(person)).length, 60);
});

// Planted: those present counted by day 28 too: more than a half recovered, red.
Deno.test("cases of a census are nobody who is infected, and all are accounted for", () => {
  const census = [
    row("designated", "general", { moderate: 40 }),
    row("lead", "icu", { critical: 20 }),
  ];
  const both = world(census, [], {
    residents: 300,
    risk: { ...RISKS, deathCritical: 0.5 },
    wards: [["sub", "general", 300], ["designated", "general", 60], ["lead", "icu", 30]],
    change: (s) => ({ ...s, wave: TRAINING.wave }),
  });
  const { start: _, ...alone } = both;
  const [found, without] = [both, alone].map(replicationOf);
  assertEquals(found.infected, without.infected);
  for (const name of ["infected", "recovered_by_day_28", "recovered_by_day_28_of_bed_needing"]) {
    assertEquals(measureOf(found, name), measureOf(without, name), name);
  }
  const needed = measureOf(found, "needed_bed") - measureOf(without, "needed_bed");
  assertEquals([needed, measureOf(found, "present_at_start")], [60, 60]);
  const recovered = found.series.find((p) => p.measure === "recovered")!.values;
  const ended = recovered.reduce((a, b) => a + b, 0) + measureOf(found, "deaths");
  assertAlmostEquals(ended + measureOf(found, "unresolved"), found.infected + 60, 1e-2);
});

Deno.test("the same census gives the same rows, twice, and without one there is no new measure", () => {
  const scenario = world([row("sub", "general", { moderate: 3 })], [], {
    wards: [["sub", "general", 4]],
  });
  const rows = () => replicationOf(scenario);
  assertEquals(rows(), rows());
  const { start: _, ...without } = scenario;
  const { measures } = replicationOf(without);
  assertEquals(measures.filter((m) => m.measure === "present_at_start"), []);
});

Deno.test("runReplication() refuses a census that the wards or the risks cannot have", () => {
  const run = (s: Scenario) => () => replicationOf(s);
  const wards: TinySpec["wards"] = [["lead", "icu", 2]];
  assertThrows(
    run(world([row("lead", "icu", { critical: 3 })], [], { wards })),
    RangeError,
    'Cannot start from a census as its patients must fit the physical beds: 1 of 3 do not fit "lead/icu"',
  );
  assertThrows(
    run(world([row("lead", "icu", { critical: 1 })], [], { wards, risk: { moderate: 0.5 } })),
    RangeError,
    "Cannot start from a census as some resident must be able to be in every state of it: current " +
      "risks leave nobody in severity 4",
  );
});
