/** Laws of the whole network: pairing, effect of care, huge capacity, same bytes. */
import { assert, assertAlmostEquals, assertEquals, assertNotEquals } from "@std/assert";
import {
  constant,
  DAY,
  eventsOf,
  logged,
  measureOf,
  tiny,
  TRAINING,
} from "../../support/tiny_network.ts";
import type { Event, TinySpec } from "../../support/tiny_network.ts";
import { fitWave } from "../../../sim/domain/mod.ts";
import { dayOf, runReplication } from "../../../sim/network/mod.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";

const SEED = "laws";
const run = (scenario: Scenario, replication = 0, seed = SEED) =>
  runReplication(scenario, { seed, replication });

/** The training grid with many times the beds, staff and vehicles. */
function huge(scenario: Scenario): Scenario {
  const { city } = scenario;
  const wards = city.wards.map((w) => ({
    ...w,
    use: w.use === "shared" ? "covid" as const : w.use,
    beds: w.beds * 500,
    convertibleBeds: 0,
    physicians: w.physicians * 1000,
    nurses: w.nurses * 1000,
  }));
  const facilities = city.facilities.map((f) => ({
    ...f,
    feverPhysicians: f.feverPhysicians * 500,
  }));
  const fleets = city.fleets.map((f) => ({ ...f, vehicles: f.vehicles * 60 }));
  return { ...scenario, city: { ...city, wards, facilities, fleets } };
}

/** Care that makes no difference. */
const NO_HARM = {
  ...TRAINING.care,
  moderateWithout: 0,
  severeWithout: 0,
  severeDeathWithout: 0,
  criticalDeathWithout: 0,
};

const replicationRows = (scenario: Scenario, replication = 0, seed = SEED) => {
  const { measures, series, volume, died, events, infected, met } = run(
    scenario,
    replication,
    seed,
  );
  return { measures, series, volume, died, events, infected, met };
};

Deno.test("the same seed gives the same rows, twice", () => {
  assertEquals(replicationRows(TRAINING), replicationRows(TRAINING));
});

Deno.test("another seed and another replication give other people", () => {
  const one = run(TRAINING);
  assertNotEquals(one.died, run(TRAINING, 1).died);
  assertNotEquals(one.died, run(TRAINING, 0, "other").died);
  assertNotEquals(one.series[0].values, run(TRAINING, 1).series[0].values);
});

Deno.test("the event log changes nothing", () => {
  const { log: _, ...kept } = runReplication(TRAINING, { seed: SEED, replication: 0, log: true });
  const { log: __, ...without } = runReplication(TRAINING, { seed: SEED, replication: 0 });
  assertEquals(kept, without);
});

Deno.test("progress grows from 0 to 1 and changes nothing", () => {
  const shares: number[] = [];
  const scenario = tiny({ residents: 20, risk: { moderate: 1 } });
  const watched = runReplication(scenario, {
    seed: SEED,
    replication: 0,
    onProgress: (share) => shares.push(share),
  });
  assertEquals(shares.at(-1), 1);
  assert(shares.every((s, i) => i === 0 || s > shares[i - 1]));
  assertEquals(watched.measures, run(scenario).measures);
});

/** When people first turn up in a log, and what first happens to them. */
function firsts(scenario: Scenario): Map<number, string> {
  const found = new Map<number, string>();
  for (const e of logged(scenario, 0, SEED).events) {
    if (!found.has(e.person)) found.set(e.person, `${e.at} ${e.event} ${e.value}`);
  }
  return found;
}

Deno.test("another bed in one facility leaves everybody's infection and first event unchanged", () => {
  const { city } = TRAINING;
  const more = (type: string): Scenario => ({
    ...TRAINING,
    city: {
      ...city,
      wards: city.wards.map((w) =>
        w.facility === "training-lead-1" && w.type === type
          ? { ...w, beds: w.beds + 7, nurses: 999 }
          : w
      ),
    },
  });
  const before = firsts(TRAINING);
  assert(before.size > 4000, `${before.size} people in the log`);
  for (const type of ["general", "icu"]) assertEquals(firsts(more(type)), before);
  const [one, two] = [run(TRAINING), run(more("icu"))];
  for (const name of ["infected", "needed_bed", "deaths_expected_in_right_care"]) {
    assertEquals(measureOf(one, name), measureOf(two, name), name);
  }
});

/** Times of every step of everybody's course [min], by person and step. */
function coursesOf(scenario: Scenario): Map<string, number> {
  const steps = new Set(["worsened", "convalescent", "died"]);
  const { events } = logged(scenario, 0, SEED);
  return new Map(
    events.filter((e) => steps.has(e.event)).map((
      e,
    ) => [`${e.person} ${e.event} ${e.value}`, e.at]),
  );
}

// When care makes no difference, courses are the same to the minute whatever beds and rules there are.
// Planted: the block of a state drawn with the number of beds as occurrence: red.
Deno.test("courses without effect of care are the same whatever beds and rules", () => {
  const neutral = { ...TRAINING, care: NO_HARM };
  const { city, referral } = TRAINING;
  const before = coursesOf(neutral);
  assert(before.size > 2000, `${before.size} steps`);
  const more = city.wards.map((w) =>
    w.use === "shared" ? { ...w, beds: w.beds + 7, nurses: 999 } : w
  );
  const others: Scenario[] = [
    { ...neutral, city: { ...city, wards: more } },
    { ...neutral, referral: { ...referral, adherence: 0.3, facilityAdherence: 0.5 } },
  ];
  for (const other of others) {
    const after = coursesOf(other);
    assertEquals([...after.keys()].sort(), [...before.keys()].sort());
    for (const [step, at] of before) assertAlmostEquals(after.get(step)!, at, 1e-4, step);
  }
});

Deno.test("rules, adherence and transport leave infections and needs unchanged", () => {
  const reference = run(TRAINING);
  const others: Partial<Scenario>[] = [
    { referral: { ...TRAINING.referral, adherence: 0 } },
    {
      referral: {
        ...TRAINING.referral,
        rules: TRAINING.referral.otherwise,
        facilityAdherence: 0.5,
      },
    },
    { transfer: { ...TRAINING.transfer, vehicleFactor: 0.3 } },
    { care: { ...TRAINING.care, moderateWithout: 0.6 } },
    { services: { ...TRAINING.services, levels: [{ from: "2022-11-01", level: "high" }] } },
  ];
  for (const other of others) {
    const changed = run({ ...TRAINING, ...other });
    for (const name of ["infected", "needed_bed", "deaths_expected_in_right_care"]) {
      assertEquals(measureOf(changed, name), measureOf(reference, name), name);
    }
  }
});

Deno.test("with huge capacity nobody waits and no bed is full", () => {
  const scenario = huge(TRAINING);
  const result = run(scenario);
  assertEquals(measureOf(result, "waiting_peak"), 0);
  assertEquals(measureOf(result, "boarding_hours"), 0);
  assertEquals(measureOf(result, "transfers_unfinished") >= 0, true);
  for (const type of ["general", "sub_icu", "icu"]) {
    assert(measureOf(result, "bed_occupancy_peak", { ward: type }) < 0.2, type);
  }
  for (const reason of ["no_bed", "no_staffed_bed"]) {
    assertEquals(measureOf(result, "refusals", { rule: reason }), 0);
  }
  assertEquals(measureOf(result, "transfer_part_mean", { line: "wait_for_bed" }), 0);
});

// Without care of any kind counting for less, nobody dies who would not die in right care.
// Planted: a threshold changed whenever care changes: red.
Deno.test("care that makes no difference leaves exactly the deaths of right care", () => {
  const care = NO_HARM;
  for (const scenario of [{ ...TRAINING, care }, huge({ ...TRAINING, care })]) {
    const result = run({ ...scenario, window: { ...TRAINING.window, runOnDays: 90 } });
    assertEquals(measureOf(result, "deaths"), measureOf(result, "deaths_expected_in_right_care"));
    assertEquals(measureOf(result, "deaths_excess"), 0);
    assertEquals(measureOf(result, "unresolved"), 0);
  }
});

/** Whether every member of one ascending list is in the other. */
function within(some: Float64Array, all: Float64Array): boolean {
  const set = new Set(all);
  return some.every((person) => set.has(person));
}

// With beds for all or for none, those who die under better care die under worse care too.
Deno.test("worse care only adds deaths, when beds are there for all or for none", () => {
  const nobody: TinySpec = { residents: 3000, worsening: "none", age: "80+" };
  const risk = { moderate: 0.4, severe: 0.4, critical: 0.3, deathSevere: 0.1, deathCritical: 0.4 };
  const harms = [0, 0.3, 0.6, 0.9].map((x) => ({
    moderateWithout: x,
    severeWithout: x,
    severeDeathWithout: Math.min(0.95, x + 0.05),
    criticalDeathWithout: x,
    lowerBed: 0.5,
    boarding: 0.75,
  }));
  const died = harms.map((care) =>
    run(tiny({ ...nobody, risk, change: (s) => ({ ...s, care }) })).died
  );
  for (let i = 1; i < died.length; i++) {
    assert(within(died[i - 1], died[i]), `level ${i}`);
    assert(died[i].length > died[i - 1].length, `${died.map((d) => d.length)}`);
  }
});

Deno.test("deaths in right care are among the deaths of the training grid", () => {
  const care = NO_HARM;
  const window = { ...TRAINING.window, runOnDays: 90 };
  const least = run({ ...TRAINING, window, care });
  const real = run({ ...TRAINING, window });
  assert(within(least.died, real.died));
  assertAlmostEquals(
    real.died.length - least.died.length,
    measureOf(real, "deaths_excess"),
    1e-9,
  );
});

Deno.test("counts agree with one another", () => {
  for (
    const scenario of [TRAINING, {
      ...TRAINING,
      referral: { ...TRAINING.referral, adherence: 0.08 },
    }]
  ) {
    const result = run(scenario);
    const m = (name: string, groups = {}) => measureOf(result, name, groups);
    const sum = (name: string, group: string, values: string[]) =>
      values.reduce((total, v) => total + m(name, { [group]: v }), 0);
    const colours = ["green", "yellow", "red"];
    assertEquals(sum("infected", "colour", colours), m("infected"));
    assertEquals(sum("deaths", "colour", colours), m("deaths"));
    const places = ["home", "facility_without_bed", "bed_below_need", "right_bed"];
    assertEquals(sum("deaths", "ward", places), m("deaths"));
    assertEquals(m("deaths_excess"), m("deaths") - m("deaths_expected_in_right_care"));
    assertEquals(m("transfers_completed") + m("transfers_unfinished"), m("bed_requests"));
    assertEquals(result.died.length, m("deaths"));
    assert(m("never_in_bed") <= m("needed_bed"));
    const daily = (name: string) =>
      result.series.find((p) => p.measure === name)!.values.reduce((a, b) => a + b, 0);
    assertEquals(daily("infected"), m("infected"));
    assertEquals(daily("deaths"), m("deaths"));
    assertEquals(daily("clinic_visits"), m("clinic_visits"));
    assertAlmostEquals(daily("recovered") + m("deaths") + m("unresolved"), m("infected"), 0.5);
    const parts = ["hand_over", "wait_for_bed", "wait_for_vehicle", "drive_to_patient", "ride"];
    assert(parts.every((line) => m("transfer_part_mean", { line }) >= 0));
  }
});

// Planted: infections counted on the day before: red.
Deno.test("infections follow the wave of the scenario, day by day", () => {
  const { wave, window, city } = TRAINING;
  const curve = fitWave({
    peakDay: dayOf(window.start, wave.peak),
    attack: wave.attack.map(({ date, share }) => ({ day: dayOf(window.start, date), share })),
    scale: wave.scale,
  });
  const residents = city.communities.reduce((sum, c) => sum + c.population, 0);
  const runs = [0, 1, 2].map((r) =>
    run(TRAINING, r).series.find((p) => p.measure === "infected")!.values
  );
  let chiSquare = 0;
  let days = 0;
  for (let day = 0; day < window.days; day++) {
    const mean = 3 * residents * (curve.cumulative(day + 1) - curve.cumulative(day));
    const z = (runs.reduce((sum, values) => sum + values[day], 0) - mean) / Math.sqrt(mean);
    if (mean < 5) continue;
    assert(Math.abs(z) < 4.5, `day ${day}: z ${z.toFixed(2)}`);
    chiSquare += z * z;
    days++;
  }
  assert(
    Math.abs(chiSquare - days) < 4 * Math.sqrt(2 * days),
    `chi-square ${chiSquare} on ${days} days`,
  );
  for (const values of runs) assertEquals(Math.max(...values.slice(window.days)), 0);
});

/** Mean wait for a bed from request to admission or to leaving the queue [min], all in one ward. */
function meanWait(events: readonly Event[]): { mean: number; n: number } {
  const asked = new Map<number, number>();
  const waits: number[] = [];
  for (const e of events) {
    if (e.event === "requested") asked.set(e.person, e.at);
    if (e.event === "accepted") waits.push(e.at - asked.get(e.person)!);
  }
  return { mean: waits.reduce((a, b) => a + b, 0) / waits.length, n: waits.length };
}

// One ward, one class, first come first served. In a network of many queues this is not so in general.
Deno.test("more beds in a single ward admit more and leave fewer without", () => {
  const world = (beds: number) =>
    tiny({
      residents: 80,
      risk: { moderate: 1 },
      wards: [["sub", "general", beds]],
      change: (s) => ({
        ...s,
        course: { ...s.course, moderate: constant(40 * DAY) },
        window: { ...s.window, runOnDays: 200 },
      }),
    });
  const waits = [2, 5, 9, 20, 80].map((beds) => {
    const scenario = world(beds);
    const result = runReplication(scenario, { seed: SEED, replication: 0, log: true });
    const events = eventsOf(scenario, result);
    const { mean, n } = meanWait(events);
    const unserved = measureOf(result, "never_in_bed");
    return { mean, n, unserved };
  });
  for (let i = 1; i < waits.length; i++) {
    assert(waits[i].n >= waits[i - 1].n, "more are admitted");
    assert(waits[i].unserved <= waits[i - 1].unserved, "fewer go without");
  }
  assert(waits[0].mean > 5 * DAY);
  assertEquals(waits.at(-1)!.mean, 0);
});

for (const [days, runOnDays] of [[50, 0], [70, 3], [92, 5], [92, 28]]) {
  Deno.test(`a run of ${days} + ${runOnDays} days ends with everybody accounted for`, () => {
    const result = run({ ...TRAINING, window: { ...TRAINING.window, days, runOnDays } });
    const counted = measureOf(result, "deaths") + measureOf(result, "unresolved");
    assert(counted >= 0 && counted < result.infected);
  });
}
