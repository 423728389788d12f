/** Worlds of one patient, or a few, on the way through beds; whole logs compared. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import {
  constant,
  DAY,
  HOUR,
  logged,
  replicationWith,
  story,
  TIMES,
  tiny,
} from "../../support/tiny_network.ts";
import type { Event, TinySpec } from "../../support/tiny_network.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";

const REPLICATION = replicationWith(1, tiny());
const run = (spec: TinySpec) => logged(tiny(spec), REPLICATION);

const transfer = (change: Partial<Scenario["transfer"]>) => (s: Scenario): Scenario => ({
  ...s,
  transfer: { ...s.transfer, ...change },
});
const referral = (change: Partial<Scenario["referral"]>) => (s: Scenario): Scenario => ({
  ...s,
  referral: { ...s.referral, ...change },
});

// From the fever clinic of the designated hospital, 10 km out, to the sub-designated one, 5 km out.
Deno.test("runReplication() brings a moderate case by own means to the sub-designated hospital", () => {
  const { events, measure } = run({ risk: { moderate: 1 }, wards: [["sub", "general", 1]] });
  assertEquals(story(events), [
    "0 worsened 2",
    "600 contact 3",
    "615 seen designated 1",
    "615 requested designated moderate 0",
    "615 accepted sub/general moderate 0",
    "670 admitted sub/general moderate 0",
    "7200 recovered sub/general 2",
    "8640 discharged sub/general 0",
  ]);
  const part = (line: string) => measure("transfer_part_mean", { line }) * 60;
  assertEquals(part("wait_for_bed"), 0);
  assertAlmostEquals(part("hand_over"), 45, 1e-9);
  assertEquals(part("wait_for_vehicle"), 0);
  assertEquals(part("drive_to_patient"), 0);
  assertAlmostEquals(part("ride"), 10, 1e-4);
  assertEquals(measure("treated_where_rule_says"), 1);
  assertEquals(measure("transfers_completed"), 1);
  assertEquals(measure("transfers_unfinished"), 0);
});

// Planted: the vehicle sought in the pool first: nobody comes, red.
Deno.test("runReplication() brings a moderate case by ambulance, part by part", () => {
  const { events, measure } = run({
    risk: { moderate: 1 },
    wards: [["sub", "general", 1]],
    change: transfer({ privateShare: 0 }),
  });
  assertEquals(story(events).slice(4, 6), [
    "615 accepted sub/general moderate 0",
    `${615 + 45 + 20 + 12 + 10 + 13} admitted sub/general moderate 0`,
  ]);
  const part = (line: string) => measure("transfer_part_mean", { line }) * 60;
  assertAlmostEquals(part("hand_over"), 45, 1e-9);
  assertEquals(part("wait_for_vehicle"), 0);
  assertAlmostEquals(part("drive_to_patient"), 20 + 12, 1e-4);
  assertAlmostEquals(part("ride"), 10 + 13, 1e-4);
  assertAlmostEquals(measure("transfer_delay_mean"), 100 / 60, 1e-5);
  assertEquals(measure("transfer_within_target"), 1);
  assertAlmostEquals(measure("response_time_mean"), 20, 1e-4);
  const busy = 20 + 12 + 10 + 13 + 30 + 10;
  assertAlmostEquals(measure("vehicle_use"), busy / DAY / 92, 1e-7);
});

Deno.test("runReplication() takes the pool's vehicle only when the grid's own are out", () => {
  const two = (vehicles: [number, number]) => {
    const scenario = tiny({
      residents: 2,
      risk: { moderate: 1 },
      wards: [["sub", "general", 9]],
      vehicles,
      change: (s) => transfer({ privateShare: 0, disinfection: 90 * DAY })(s),
    });
    return logged(scenario, replicationWith(2, scenario));
  };
  const waits = (run: ReturnType<typeof two>) =>
    run.measure("transfer_part_mean", { line: "wait_for_vehicle" });
  const admitted = (run: ReturnType<typeof two>) =>
    run.events.filter((e) => e.event === "admitted");
  assertEquals(admitted(two([1, 1])).length, 2);
  assertEquals(waits(two([1, 1])), 0);
  assertEquals(admitted(two([2, 0])).length, 2);
  assertEquals(admitted(two([1, 0])).length, 1);
  assertEquals(admitted(two([0, 0])).length, 0);
});

/** Events of each person, people in the order of their first event. */
function byPerson(events: readonly Event[]): Event[][] {
  const people = new Map<number, Event[]>();
  for (const e of events) people.set(e.person, [...people.get(e.person) ?? [], e]);
  return [...people.values()];
}

// One bed, three patients, who would stay 20 days each: the second takes the bed when it is freed.
Deno.test("runReplication() lets a moderate case wait at home and take the freed bed", () => {
  const scenario = tiny({
    residents: 3,
    risk: { moderate: 1 },
    wards: [["sub", "general", 1]],
    change: (s) => ({ ...s, course: { ...s.course, moderate: constant(20 * DAY) } }),
  });
  const { events, measure } = logged(scenario, replicationWith(3, scenario));
  const [first, second] = byPerson(events);
  const at = (list: Event[], event: string) => list.find((e) => e.event === event)?.at ?? NaN;
  assert(
    at(second, "requested") < at(first, "discharged"),
    "the second must come while the bed is taken",
  );
  assertEquals(second.map((e) => e.event).slice(3, 7), [
    "requested",
    "refused",
    "waits",
    "accepted",
  ]);
  assertEquals(at(second, "accepted"), at(first, "discharged"));
  const home = TIMES.handOver + 10;
  assertAlmostEquals(at(second, "admitted"), at(second, "accepted") + home, 1e-3);
  const delays = byPerson(events).map((list) => at(list, "admitted") - at(list, "requested"));
  assertEquals(delays.filter((d) => d >= 0).length, measure("transfers_completed"));
  assertAlmostEquals(
    measure("transfer_part_mean", { line: "wait_for_bed" }) * 60,
    byPerson(events).map((l) => at(l, "accepted") - at(l, "requested")).filter((d) => d >= 0)
      .reduce((a, b, _, { length }) => a + b / length, 0),
    1e-6,
  );
  assertEquals(measure("refusals", { rule: "no_bed" }) > 0, true);
});

const ALL_BEDS = [
  ["sub", "general", 2],
  ["designated", "general", 2],
  ["designated", "sub_icu", 1],
  ["designated", "icu", 1],
] as const;

Deno.test("runReplication() refers up from a bed, and down after observation", () => {
  const { events, measure } = run({ risk: { moderate: 1, severe: 0.9 }, wards: ALL_BEDS });
  const up = events.findIndex((e) => e.event === "worsened" && e.value === 3);
  assertEquals(events[up].ward, "general");
  const t = events[up].at;
  const inside = TIMES.handOver + TIMES.load;
  const ride = TIMES.handOver + 10 + TIMES.load + 10 + TIMES.unload;
  const convalescent = TIMES.severe;
  const down = convalescent + TIMES.observation;
  const home = convalescent + TIMES.convalescence;
  assertEquals(story(events.slice(up), t), [
    "0 worsened sub/general 3",
    "0 requested sub severe_covid 0",
    "0 accepted designated/sub_icu severe_covid 0",
    `${ride} admitted designated/sub_icu severe_covid 0`,
    `${convalescent} convalescent designated/sub_icu 2`,
    `${down} accepted designated/general 0`,
    `${down + inside} admitted designated/general 0`,
    `${home} recovered designated/general 2`,
    `${home} discharged designated/general ${1}`,
  ]);
  assertEquals(measure("down_referrals"), 1);
  assertEquals(measure("bed_requests"), 2);
});

Deno.test("runReplication() keeps a convalescent in place without referral down", () => {
  const { events, measure } = run({
    risk: { moderate: 1, severe: 1 },
    wards: ALL_BEDS,
    change: referral({ downReferral: false }),
  });
  assertEquals(story(events.slice(-3)).map((line) => line.split(" ").slice(1).join(" ")), [
    "convalescent designated/sub_icu 2",
    "recovered designated/sub_icu 2",
    "discharged designated/sub_icu 2",
  ]);
  assertEquals(measure("down_referrals"), 0);
});

// Planted: the ward not served when its bed is vacated: the freed beds are taken later, red.
Deno.test("runReplication() frees the bed of one who dies in it for the next", () => {
  const scenario = tiny({
    residents: 15,
    risk: { moderate: 1, severe: 1, critical: 1, deathCritical: 0.9999 },
    wards: [["designated", "icu", 1]],
    change: (s) => ({ ...s, course: { ...s.course, critical: constant(60 * DAY) } }),
  });
  const { events, measure, result } = logged(scenario);
  const people = byPerson(events);
  const dead = people.filter((list) => list.some((e) => e.event === "died"));
  assertEquals(dead.length, measure("deaths"));
  assertEquals([...result.died], dead.map((list) => list[0].person).sort((a, b) => a - b));
  const inBed = events.filter((e) => e.event === "died" && e.ward === "icu");
  const taken = inBed.filter(({ at }) => events.some((e) => e.event === "accepted" && e.at === at));
  const last = events.findLast((e) => e.event === "died")!;
  assert(taken.length >= 2, `freed beds taken at once: ${taken.length}`);
  assert(taken.length >= inBed.length - 2, `${inBed.length} died in the bed until ${last.at}`);
});

// The bed is held for someone on the way who dies: the one waiting gets it at that instant.
Deno.test("runReplication() frees the held bed and the vehicle of one who dies on the road", () => {
  const far = (s: Scenario): Scenario => ({
    ...transfer({ privateShare: 0, load: constant(30 * DAY) })(s),
    course: { ...s.course, critical: constant(10 * DAY) },
  });
  const scenario = tiny({
    residents: 2,
    risk: { moderate: 1, severe: 1, critical: 1, deathCritical: 0.9999 },
    wards: [["lead", "icu", 1]],
    change: far,
  });
  const { events, measure } = logged(scenario, replicationWith(2, scenario));
  const [first, second] = byPerson(events);
  assertEquals(first.some((e) => e.event === "admitted"), false);
  const died = first.find((e) => e.event === "died");
  const waits = second.find((e) => e.event === "waits");
  const accepted = second.find((e) => e.event === "accepted");
  if (waits !== undefined && died !== undefined && waits.at < died.at) {
    assertEquals(accepted?.at, died.at);
  } else assertEquals(accepted?.at, second.find((e) => e.event === "requested")?.at);
  assertEquals(measure("deaths", { ward: "right_bed" }), 0);
  assertEquals(measure("never_in_bed"), 2);
});

Deno.test("runReplication() walks a patient to another ward of the same hospital", () => {
  const { events } = run({ risk: { moderate: 1 }, wards: [["designated", "general", 1]] });
  assertEquals(story(events).slice(3, 7), [
    "615 requested designated moderate 0",
    "615 accepted designated/general moderate 0",
    `${615 + TIMES.handOver + TIMES.load} admitted designated/general moderate 0`,
    "7200 recovered designated/general 2",
  ]);
});

Deno.test("runReplication() does not let a severe case travel by own means", () => {
  const { events } = run({ risk: { moderate: 1, severe: 1 }, wards: [["lead", "sub_icu", 1]] });
  const seen = events.find((e) => e.event === "accepted")!;
  const admitted = events.find((e) => e.event === "admitted")!;
  // Drive from the community to the designated hospital 20, load 12, 10 km on 20, unload 13.
  assertAlmostEquals(admitted.at - seen.at, 45 + 20 + 12 + 20 + 13, 1e-3);
});

Deno.test("runReplication() counts those who die at home, in a facility and in a bed apart", () => {
  const risk = { moderate: 1, severe: 1, critical: 1, deathCritical: 1 };
  const place = (spec: TinySpec, ward: string) =>
    run({ risk, ...spec }).measure("deaths", { ward });
  assertEquals(place({}, "home"), 1);
  const later = { ...risk, deathCritical: 0.9999 };
  const slow = (s: Scenario): Scenario => ({
    ...s,
    course: { ...s.course, critical: constant(90 * DAY) },
    care: { ...s.care, criticalDeathWithout: 0, boarding: 0, lowerBed: 0 },
  });
  const wards = [["designated", "icu", 1]] as const;
  assertEquals(place({ risk: later, wards, change: slow }, "right_bed"), 1);
  assertEquals(place({ risk: later, change: slow }, "facility_without_bed"), 1);
});

Deno.test("runReplication() uses 24 hours of observation before a moderate case goes home", () => {
  const { events } = run({
    risk: { moderate: 1 },
    wards: [["sub", "general", 1]],
    change: referral({ observation: 7 * HOUR }),
  });
  assertEquals(story(events).slice(-2), [
    "7200 recovered sub/general 2",
    "7620 discharged sub/general 0",
  ]);
});

// Planted: the uniform of unloading read after the bed was given to the next, who draws too: red.
Deno.test("runReplication() keeps the times of a transfer the person's own, whoever waits", () => {
  const exponential = (mean: number) => ({ law: "exponential", mean } as const);
  const journeys = (beds: number) => {
    const scenario = tiny({
      residents: 80,
      risk: { moderate: 1, severe: 0.9 },
      wards: [["sub", "general", beds], ["designated", "sub_icu", 80]],
      vehicles: [80, 0],
      change: (s) => ({
        ...transfer({ privateShare: 0, load: exponential(20), unload: exponential(20) })(s),
        course: { ...s.course, moderate: constant(12 * DAY) },
      }),
    });
    const { events } = logged(scenario);
    const minutes = new Map<number, number>();
    for (const list of byPerson(events)) {
      const i = list.findIndex((e) => e.event === "accepted" && e.ward === "sub_icu");
      const first = list.find((e) => e.event === "admitted");
      if (i >= 0 && first?.ward === "general" && list[i + 1]?.event === "admitted") {
        minutes.set(list[i].person, Math.round((list[i + 1].at - list[i].at) * 1e3) / 1e3);
      }
    }
    return { minutes, waited: events.some((e) => e.event === "waits") };
  };
  const few = journeys(2);
  const many = journeys(80);
  assertEquals([few.waited, many.waited], [true, false]);
  const both = [...few.minutes.keys()].filter((person) => many.minutes.has(person));
  assert(both.length >= 5, `${both.length} people went up from a bed in both worlds`);
  for (const person of both) assertEquals(few.minutes.get(person), many.minutes.get(person));
});

Deno.test("runReplication() gives a held ICU bed back when its patient turns convalescent", () => {
  const { events, measure } = run({
    risk: { moderate: 1, severe: 1, critical: 1 },
    wards: [["lead", "icu", 1], ["designated", "general", 1]],
    change: (s) => ({
      ...transfer({ load: constant(20 * DAY) })(s),
      course: { ...s.course, critical: constant(2 * DAY) },
    }),
  });
  assertEquals(events.filter((e) => e.event === "accepted").map((e) => e.ward), ["icu", "general"]);
  assertEquals(measure("covid_census_peak", { ward: "icu" }), 0);
});

// Planted: the bucket of the vehicle queue left as it was when a patient in it worsens: red.
Deno.test("runReplication() moves one who worsens while waiting for a vehicle to the front", () => {
  const scenario = tiny({
    residents: 40,
    risk: { moderate: 0.999 },
    onset: "hospital",
    wards: [["sub", "general", 40], ["designated", "sub_icu", 40]],
    worsening: "call_120",
    change: (s) => ({
      ...transfer({ privateShare: 0, disinfection: 2 * DAY })(s),
      course: {
        ...s.course,
        severity: s.course.severity.map((row) => ({ ...row, severe: 0.5 })),
        moderate: constant(20 * DAY),
      },
    }),
  });
  const { events } = logged(scenario);
  // Those who called 120 while moderate and became severe before the vehicle came are seen before
  // those who called earlier and stayed moderate.
  const calls = byPerson(events).flatMap((list) => {
    const called = list.find((e) => e.event === "contact" && e.value === 4);
    const worse = list.find((e) => e.event === "worsened" && e.value === 3);
    const seen = list.find((e) => called && e.event === "seen" && e.at > called.at);
    return called && seen ? [{ at: called.at, worse: worse?.at ?? Infinity, seen: seen.at }] : [];
  });
  const jumped = calls.filter((c) => c.worse < c.seen - 200);
  assert(jumped.length > 0, "some must worsen while they wait");
  for (const c of jumped) {
    const passedBy = calls.filter((o) =>
      o.worse > o.seen && o.seen < c.seen && o.seen - 200 > Math.max(c.worse, c.at)
    );
    assertEquals(passedBy, []);
  }
});
