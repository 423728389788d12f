/** Staff over time in tiny worlds: shifts, illness, moves, the reserve; usable beds exact. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import {
  DAY,
  HOUR,
  logged,
  measureOf,
  replicationWith,
  tiny,
  TRAINING,
  ward,
} from "../../support/tiny_network.ts";
import type { TinySpec } from "../../support/tiny_network.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";
import type { StaffMoveSpec, StaffSpec } from "../../../sim/scenario/mod.ts";

type Change = (scenario: Scenario) => Scenario;

const staff = (change: Partial<StaffSpec>): Change => (s) => ({
  ...s,
  staff: { ...s.staff, ...change },
});
const without: Change = (s) => ({ ...s, wave: { ...s.wave, scale: 0 } });
const move = (change: Partial<StaffMoveSpec>): StaffMoveSpec => ({
  date: "2022-11-11",
  until: "",
  from: "",
  ward: "general",
  to: "",
  joins: "general",
  physicians: 0,
  nurses: 0,
  clause: "N162-2",
  ...change,
});

/** Ten covid beds of the lead hospital with exactly their staff. */
const TEN = { ...ward("lead", "general", 10), physicians: 1, nurses: 4 };

function usableOf(change: Change, spec: TinySpec = { wards: [TEN] }, type = "general") {
  const result = runReplication(tiny({ ...spec, change }), { seed: "staff", replication: 0 });
  const values = (measure: string) =>
    result.series.find((p) => p.measure === measure && (p.ward ?? type) === type)?.values;
  return { result, usable: [...values("usable_beds")!], absent: values("staff_absent") };
}

Deno.test("staff who are always present have no measures of their own", () => {
  const { result, usable, absent } = usableOf(without);
  assertEquals(new Set(usable), new Set([10]));
  assertEquals(absent, undefined);
  assert(!result.measures.some(({ measure }) => /staff|reserve|usable/.test(measure)));
});

// 16 h with 1.2 of the norm (but ten beds) and 8 h with 0.6. Planted: boundaries of shifts not
// scheduled: 10 or 6 all day, red.
Deno.test("Staffing changes usable beds at the boundaries of shifts", () => {
  const roster = {
    normHours: 40 * HOUR,
    weekHours: 40 * HOUR,
    rest: 0,
    shifts: [{ from: 6 * HOUR, weight: 4 }, { from: 22 * HOUR, weight: 1 }],
  };
  const { usable } = usableOf((s) => staff({ roster })(without(s)));
  for (const beds of usable) assertAlmostEquals(beds, (16 * 10 + 8 * 6) / 24, 1e-9);
});

Deno.test("Staffing with longer rest has fewer beds (N177-5)", () => {
  const shifts = [{ from: 0, weight: 1 }, { from: 12 * HOUR, weight: 1 }];
  const roster = (rest: number) => ({ normHours: 2400, weekHours: 2400, rest, shifts });
  const beds = (rest: number) =>
    usableOf((s) => staff({ roster: roster(rest * HOUR) })(without(s))).usable[9];
  // 168 h × 12 ÷ (12 + rest): 42 h, 33.6 h, 28 h a week.
  assertEquals([36, 48, 60].map(beds), [10, 8, 7]);
});

Deno.test("Staffing takes the infected of the wave away and brings them back, by day", () => {
  const ill = (dailyReports: boolean): Change => (s) =>
    staff({ absence: { ...s.staff.absence, factor: 1, dailyReports } })(s);
  const { usable, absent, result } = usableOf(ill(false));
  const peak = Math.max(...absent!);
  assert(peak > 0.2 && peak < 0.9, `${peak}`);
  usable.forEach((beds, day) =>
    assertEquals(beds, Math.floor(10 * (1 - absent![day]) + 1e-9), `day ${day}`)
  );
  assertEquals(measureOf(result, "staff_absent_peak"), peak);
  const lost = usable.reduce((sum, beds) => sum + 10 - beds, 0);
  assertAlmostEquals(measureOf(result, "bed_days_lost_to_absence"), lost, 1e-6);
  // Reports find staff a day sooner: away a day earlier, half the infectious days at work.
  const sooner = usableOf(ill(true));
  for (let day = 1; day < 100; day++) {
    assertAlmostEquals(sooner.absent![day - 1], absent![day], 1e-12);
  }
  const days = (r: typeof result) => measureOf(r, "staff_infectious_days");
  assertAlmostEquals(days(sooner.result), days(result) / 2, 1e-9);
});

Deno.test("DatedChanges lends staff from a date and takes them back (N162-2, N162-3)", () => {
  const moves = [move({ from: "lead", nurses: 2, until: "2022-11-21" })];
  const { usable } = usableOf((s) => staff({ moves })(without(s)));
  assertEquals([usable[9], usable[10], usable[19], usable[20]], [10, 5, 5, 10]);
});

Deno.test("DatedChanges moves staff between facilities, and from outside the city (N35-4.3)", () => {
  const wards = [TEN, { ...ward("partner", "general", 10), physicians: 1, nurses: 0 }];
  const moves = [
    move({ from: "lead", to: "partner", nurses: 1 }),
    move({ date: "2022-11-13", to: "partner", nurses: 2 }),
  ];
  const { usable } = usableOf((s) => staff({ moves })(without(s)), { wards });
  // Lead 7 beds (3 nurses) and partner 2 (1 nurse); then partner 7.
  assertEquals([usable[9], usable[10], usable[12]], [10, 7 + 2, 7 + 7]);
});

// Planted: usable beds from those employed at the start, not from those present: admitted, red.
Deno.test("Staffing moves nobody out of a bed and lets nobody in when staff go", () => {
  const scenario = (moves: StaffMoveSpec[]) =>
    tiny({
      residents: 1,
      risk: { moderate: 1 },
      wards: [{ ...ward("sub", "general", 1), physicians: 1, nurses: 1 }],
      change: staff({ moves }),
    });
  const replication = replicationWith(1, scenario([]));
  const at = (run: ReturnType<typeof logged>, event: string) =>
    run.events.find((e) => e.event === event)?.at;
  const before = logged(scenario([]), replication);
  const admitted = Math.floor(at(before, "admitted")! / DAY);
  const date = (day: number) => new Date(Date.UTC(2022, 10, 1 + day)).toISOString().slice(0, 10);
  const gone = (day: number) =>
    logged(
      scenario([move({ from: "sub", nurses: 1, date: date(day), clause: "N162-2" })]),
      replication,
    );
  const later = gone(admitted + 1);
  assertEquals(at(later, "discharged"), at(before, "discharged"));
  const sooner = gone(admitted - 1);
  assertEquals(at(sooner, "admitted"), undefined);
  assertEquals(sooner.measure("refusals", { rule: "no_staffed_bed" }), 1);
});

Deno.test("a fever clinic sees patients sooner with physicians lent (P22-2.3f, N177-4a)", () => {
  const wait = (moves: StaffMoveSpec[]) =>
    measureOf(
      runReplication(
        tiny({ residents: 40, risk: {}, onset: "primary", change: staff({ moves }) }),
        { seed: "lent", replication: 0 },
      ),
      "clinic_wait_mean",
    );
  const lent = move({
    date: "2022-11-02",
    from: "lead",
    ward: "general",
    to: "chc",
    joins: "fever_clinic",
    physicians: 3,
    clause: "N177-4a",
  });
  const none = wait([]);
  assert(none > 0);
  assert(wait([{ ...lent, from: "" }]) < none);
});

// Two moderate cases, two beds, nurses for one. Planted: the reserve called but never added: the
// second person is never admitted, red.
Deno.test("StaffReserve is called in the morning, comes after the delay, and goes again", () => {
  const scenario = tiny({
    residents: 2,
    risk: { moderate: 1 },
    wards: [{ ...ward("sub", "general", 2), physicians: 1, nurses: 0.4 }],
    change: (s) =>
      staff({
        reserve: {
          ...s.staff.reserve,
          roles: ["sub_designated"],
          share: { general: 1, sub_icu: 0, icu: 0 },
        },
      })(s),
  });
  // The first replication in which the second person still waits when the reserve arrives.
  let run = logged(scenario, 0);
  const isServed = () => {
    const at = run.events.find((e) => e.event === "reserve arrived")?.at;
    return run.events.some((e) => e.event === "accepted" && e.at === at);
  };
  for (let r = 1; !isServed(); r++) {
    assert(r < 100);
    run = logged(scenario, r);
  }
  const times = (word: string) => run.events.filter((e) => e.event === word).map((e) => e.at);
  const [called] = times("reserve called");
  const [arrived] = times("reserve arrived");
  const [released] = times("reserve released");
  const waits = times("waits")[0];
  assertEquals(called, Math.ceil(waits / DAY) * DAY);
  assertEquals(arrived, called + DAY);
  assertEquals(times("accepted").includes(arrived), true);
  // Released on the third morning on which one bed is enough for those in beds and waiting.
  const first = times("discharged")[0];
  assertEquals(released, Math.ceil(first / DAY) * DAY + 2 * DAY);
  // One physician and 0.4 nurses, as the reserve is as large as the staff.
  assertAlmostEquals(run.measure("reserve_person_days"), 1.4 * (released - arrived) / DAY, 1e-9);
});

Deno.test("a reserve of facilities with other roles is not called", () => {
  const { reserve, absence } = TRAINING.staff;
  const scenario: Scenario = {
    ...TRAINING,
    staff: {
      ...TRAINING.staff,
      absence: { ...absence, factor: 1 },
      reserve: { ...reserve, roles: ["shelter"], share: { general: 0, sub_icu: 0, icu: 0.3 } },
    },
  };
  const result = runReplication(scenario, { seed: "staff", replication: 0 });
  assertEquals(measureOf(result, "reserve_person_days"), 0);
});
