/** Ordinary care beside COVID: levels, spacing, conversion, returns, census against theory. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import {
  constant,
  DAY,
  logged,
  measureOf,
  tiny,
  TRAINING,
  ward,
} from "../../support/tiny_network.ts";
import { linesWith, servedOf } from "../../support/volumes.ts";
import { runReplication, weekdayOf } from "../../../sim/network/mod.ts";
import { referenceOf } from "../../../sim/experiment/mod.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";
import { openPlan } from "../../../sim/scenario/mod.ts";
import type { Line, WardSpec } from "../../../sim/domain/mod.ts";

/** Series of a run by measure, ward type and line. */
function seriesOf(s: Scenario, replication = 0) {
  const result = runReplication(s, { seed: "ordinary", replication });
  const series = (measure: string, wardType = "", line = "") =>
    result.series.find((p) =>
      p.measure === measure && (p.ward ?? "") === wardType && (p.line ?? "") === line
    )!.values;
  return { result, series };
}

/** Volume of a line over all weeks and tiers. */
const volumeOf = (volume: Float64Array, line: Line): number => servedOf(volume, tiny(), line);

const services = (change: Partial<Scenario["services"]>) => (s: Scenario): Scenario => ({
  ...s,
  services: { ...s.services, ...change },
});

/** A city of one shared ward without epidemic. */
function oneWard(
  beds: number,
  change: Partial<Scenario["services"]>,
  spec: Partial<WardSpec> = {},
) {
  return tiny({
    wards: [{ ...ward("lead", "general", beds, "shared"), ...spec }],
    change: (s) => services(change)({ ...s, wave: { ...s.wave, scale: 0 } }),
  });
}

const STAYS = (days: number) => ({
  general: constant(days * DAY),
  sub_icu: constant(days * DAY),
  icu: constant(days * DAY),
});

// M/G/∞: demand of a tenth of the beds never meets a full ward, so the census is that of unlimited
// beds: mean beds × occupancy, variance of its mean over T days 2 m E[residual] / T at most.
// Planted: the start filled with whole instead of residual stays: twice as many on day 9, red.
for (
  const [name, stay, second] of [
    ["constant", constant(9 * DAY), 81],
    ["lognormal", { law: "lognormal", mean: 9 * DAY, sd: 8 * DAY }, 81 + 64],
    ["exponential", { law: "exponential", mean: 9 * DAY }, 162],
  ] as const
) {
  Deno.test(`the census of unlimited beds has the mean of theory: ${name} stay`, () => {
    const mean = 400;
    const scenario = oneWard(4000, {
      occupancy: 0.1,
      weekProfile: [1, 1, 1, 1, 1, 1, 1],
      holidays: [],
      stay: { general: stay, sub_icu: stay, icu: stay },
    });
    // Without warm-up, so that a wrong start is not forgotten before it is looked at.
    const { series } = seriesOf({ ...scenario, window: { ...scenario.window, warmUpDays: 0 } });
    const census = series("census", "general", "ordinary");
    const average = (from: number, to: number) =>
      census.slice(from, to).reduce((a, b) => a + b, 0) / (to - from);
    const residual = second / (2 * 9);
    const band = (days: number) => 4 * Math.sqrt(Math.min(mean, 2 * mean * residual / days));
    assertAlmostEquals(average(0, 120), mean, band(120));
    // Each fortnight too, so that a fault that mends itself with time is seen.
    for (let day = 0; day < 112; day += 14) {
      assertAlmostEquals(average(day, day + 14), mean, band(14));
    }
  });
}

Deno.test("the reference of the training grid fills the published share of its beds", () => {
  const reference = referenceOf(TRAINING);
  const values = [0, 1, 2].map((replication) => {
    const result = runReplication(reference, { seed: "ordinary", replication });
    assertEquals(result.infected, 0);
    return measureOf(result, "bed_occupancy_mean", { ward: "general", tier: "3" });
  });
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  // 404 beds, mean stay 9.3 d, sd 8 d: standard error over 3 × 92 d; blocked electives take some.
  const residual = (9.3 ** 2 + 8 ** 2) / (2 * 9.3);
  const error = Math.sqrt(2 * 404 * 0.815 * residual / (3 * 92)) / 404;
  assertAlmostEquals(mean, TRAINING.services.occupancy, 4 * error);
});

Deno.test("no infections leave no COVID patient in any bed, and nobody waiting", () => {
  const { result, series } = seriesOf({ ...TRAINING, wave: { ...TRAINING.wave, scale: 0 } });
  for (const type of ["general", "sub_icu", "icu"]) {
    assertEquals(Math.max(...series("census", type, "covid")), 0);
    assertEquals(measureOf(result, "covid_census_peak", { ward: type }), 0);
  }
  for (
    const name of [
      "infected",
      "deaths",
      "needed_bed",
      "bed_requests",
      "clinic_visits",
      "waiting_peak",
    ]
  ) {
    assertEquals(measureOf(result, name), 0, name);
  }
});

Deno.test("spacing changes usable beds on the day of the level, in shared wards only", () => {
  const levels = [
    { from: "2022-11-01", level: "low" },
    { from: "2022-11-21", level: "high" },
    { from: "2022-12-11", level: "medium" },
  ] as const;
  const plans = TRAINING.services.plans;
  const scenario = tiny({
    wards: [ward("lead", "general", 40, "shared"), ["sub", "general", 11], [
      "designated",
      "icu",
      7,
    ]],
    change: (s) => {
      const { wards, ...rest } = services({ levels })(s);
      return { ...rest, wards: { ...wards, spacingWithin: 0 } };
    },
  });
  const { series } = seriesOf(scenario);
  const usable = series("usable_beds", "general");
  const beds = (spacing: number) => 11 + Math.floor(40 * spacing);
  for (let day = 0; day < usable.length; day++) {
    const level = day < 20 ? "low" : day < 40 ? "high" : "medium";
    assertEquals(usable[day], beds(plans[level].spacing), `day ${day}`);
  }
  assertEquals(new Set(series("usable_beds", "icu")), new Set([7]));
});

Deno.test("spacing moves nobody out of a bed", () => {
  const scenario = oneWard(40, {
    occupancy: 0.9,
    stay: STAYS(60),
    levels: [{ from: "2022-11-01", level: "low" }, { from: "2022-12-01", level: "high" }],
  });
  const { series } = seriesOf(scenario);
  const occupancy = series("bed_occupancy", "general");
  assert(occupancy[30] > 1, `occupancy on the day of the change is ${occupancy[30]}`);
  const census = series("census", "general", "ordinary");
  const usable = series("usable_beds", "general");
  for (let day = 31; day < census.length; day++) {
    if (census[day] > usable[day]) assert(census[day] <= census[day - 1] + 1e-9, `day ${day}`);
  }
});

function convertible(opens: string): Scenario {
  const icu = { ...ward("lead", "icu", 10, "shared"), convertibleBeds: 6 };
  return tiny({
    wards: [icu, ward("lead", "general", 50, "shared")],
    change: (s) => ({ ...s, wards: { ...s.wards, convertibleOpens: opens } }),
  });
}

Deno.test("convertible ICU beds open on their day and come out of the general ward", () => {
  const { series } = seriesOf(convertible("2022-12-20"));
  const icu = series("usable_beds", "icu");
  const general = series("usable_beds", "general");
  for (let day = 0; day < icu.length; day++) {
    assertEquals(icu[day], day < 49 ? 10 : 16, `ICU on day ${day}`);
    assertEquals(general[day], day < 49 ? 50 : 44, `general on day ${day}`);
  }
});

for (const [opens, from] of [["2022-11-01", 0], ["2022-10-15", 0]] as const) {
  Deno.test(`convertible ICU beds that opened by ${opens} are there on the first day`, () => {
    const { series } = seriesOf(convertible(opens));
    assertEquals([...series("usable_beds", "icu")].slice(from), new Array(120 - from).fill(16));
  });
}

Deno.test("staff limit usable beds", () => {
  const { general, icu } = TRAINING.wards.staff;
  const wards = [
    { ...ward("lead", "general", 50), physicians: 3 },
    { ...ward("lead", "icu", 10), nurses: 7 },
  ];
  const { series } = seriesOf(tiny({ wards }));
  assertEquals(series("usable_beds", "general")[5], Math.floor(3 / general.physicians + 1e-9));
  assertEquals(series("usable_beds", "icu")[5], Math.floor(7 / icu.nurses));
});

Deno.test("elective patients who are not served come back, a stated share of them", () => {
  const closed = { ...TRAINING.services.plans.low.open, inpatient_elective: 0.2 };
  const base = {
    occupancy: 0.05,
    urgentShare: 0,
    stay: STAYS(1),
    electiveReturnDelay: constant(2 * DAY),
    plans: { ...TRAINING.services.plans, low: { ...TRAINING.services.plans.low, open: closed } },
  };
  const served = (electiveReturns: number) =>
    volumeOf(
      seriesOf(oneWard(1000, { ...base, electiveReturns })).result.volume,
      "inpatient_elective",
    );
  const n = 50 * 120;
  // One attempt: a fifth. With returns r: sum of (.8 r)^k × .2 over eight attempts.
  const expected = (r: number) => n * 0.2 * (1 - (0.8 * r) ** 8) / (1 - 0.8 * r);
  for (const r of [0, 0.5, 1]) {
    const mean = expected(r);
    // The first fortnight's returns come from the warm-up, the last two days' attempts are not over.
    assertAlmostEquals(served(r), mean, 4 * Math.sqrt(mean) + 0.03 * mean * r, `returns ${r}`);
  }
});

Deno.test("a closed line of inpatients is not served at all, an open one in full", () => {
  const open = { ...TRAINING.services.plans.low.open, inpatient_urgent: 0 };
  const { result } = seriesOf(oneWard(1000, {
    occupancy: 0.05,
    urgentShare: 0.5,
    stay: STAYS(1),
    plans: { ...TRAINING.services.plans, low: { ...TRAINING.services.plans.low, open } },
  }));
  assertEquals(volumeOf(result.volume, "inpatient_urgent"), 0);
  const elective = volumeOf(result.volume, "inpatient_elective");
  assertAlmostEquals(elective, 25 * 120, 4 * Math.sqrt(25 * 120));
});

// Planted: the weekday of a day taken one off: Monday's rate then shows on Sunday, red.
Deno.test("visits follow the week profile and the level, weekday by weekday", () => {
  const profile = [1.4, 1.2, 1, 1, 1, 0.9, 0.5];
  const scenario = tiny({
    residents: 100_000,
    change: (s) =>
      services({
        lines: linesWith(s.services, { outpatient_general: { volume: [4, 0, 0], online: 0 } }),
        weekProfile: profile,
        holidays: [],
        plans: { ...s.services.plans, low: openPlan({ lines: linesWith(s.services) }) },
      })({
        ...s,
        wave: { ...s.wave, scale: 0 },
      }),
  });
  const volumeOn = (weekday: number) => {
    const only = services({ weekProfile: profile.map((x, i) => i === weekday ? x : 0) })(scenario);
    return runReplication(only, { seed: "visits", replication: 0 }).volume;
  };
  // The first week begins on a Tuesday: it has no Monday, but a Sunday.
  const first = { to: 1 };
  assertEquals(servedOf(volumeOn(0), scenario, "outpatient_general", first), 0);
  assert(servedOf(volumeOn(6), scenario, "outpatient_general", first) > 0);
  for (const weekday of [0, 5, 6]) {
    const days = Array.from({ length: 120 }, (_, d) => weekdayOf("2022-11-01", d))
      .filter((w) => w === weekday).length;
    const mean = days * 4 / 365 * 100_000 * profile[weekday];
    assertAlmostEquals(
      servedOf(volumeOn(weekday), scenario, "outpatient_general"),
      mean,
      4 * Math.sqrt(mean),
      `weekday ${weekday}`,
    );
  }
});

// Planted: elective patients come on every day alike (`comes` always true), as before: red.
Deno.test("festivals lower elective admissions by their factor, and nobody else's", () => {
  const { low } = TRAINING.services.plans;
  const half = { ...low, open: { ...low.open, inpatient_elective: 0.5 } };
  const world = (factor: number, list = false) => {
    const scenario = oneWard(4000, {
      occupancy: 0.1,
      urgentShare: 0.5,
      stay: STAYS(1),
      electiveReturns: 0,
      weekProfile: [1, 1, 1, 1, 1, 1, 1],
      holidays: [{ from: "2022-11-14", to: "2022-11-20", factor }],
      plans: { ...TRAINING.services.plans, low: list ? half : low },
    });
    const { admission } = scenario.hospital;
    return {
      ...scenario,
      hospital: { ...scenario.hospital, admission: { ...admission, list, most: 1 } },
    };
  };
  const inWeek = (s: Scenario, line: Line, from: number, to = from + 1) =>
    servedOf(seriesOf(s).result.volume, s, line, { from, to });
  const [none, festival] = [world(1), world(0.25)];
  const mean = 200 * 7;
  for (const [line, factor] of [["inpatient_elective", 0.25], ["inpatient_urgent", 1]] as const) {
    const some = inWeek(festival, line, 2);
    assertAlmostEquals(some, mean * factor, 4 * Math.sqrt(mean * factor), line);
    assertEquals(inWeek(festival, line, 3, 18), inWeek(none, line, 3, 18), line);
  }
  assertEquals(inWeek(festival, "inpatient_urgent", 2), inWeek(none, "inpatient_urgent", 2));
  // A list on which many wait calls its quota, a half of what comes, and less in the festival.
  const patience = constant(1000 * DAY);
  const listed = (factor: number) => {
    const s = world(factor, true);
    const admission = { ...s.hospital.admission, patience };
    return inWeek({ ...s, hospital: { ...s.hospital, admission } }, "inpatient_elective", 2);
  };
  assertAlmostEquals(listed(1), 0.5 * mean, 1);
  assertAlmostEquals(listed(0.25), 0.5 * 0.25 * mean, 1);
  // More than on other weekdays is possible too.
  const more = inWeek(world(1.5), "inpatient_elective", 2);
  assertAlmostEquals(more, mean * 1.5, 4 * Math.sqrt(mean * 1.5));
});

Deno.test("ordinary urgent patients leave when their patience ends", () => {
  // One bed, taken for the whole run: those who wait give up and do not come in later.
  const demand = (patience: number) =>
    volumeOf(
      seriesOf(
        oneWard(1, {
          occupancy: 3,
          urgentShare: 1,
          stay: STAYS(6),
          urgentPatience: constant(patience),
        }),
      )
        .result.volume,
      "inpatient_urgent",
    );
  const most = 120 / 6 + 1;
  const patient = demand(100 * DAY);
  const impatient = demand(1);
  assert(patient >= 19 && patient <= most, `served ${patient} with patience`);
  assert(impatient < patient, `served ${impatient} without, ${patient} with patience`);
});

Deno.test("the same ordinary patients come whatever the level", () => {
  const low = oneWard(4000, { occupancy: 0.1, urgentShare: 1 });
  const high = services({ levels: [{ from: "2022-11-01", level: "high" }] })(low);
  const volume = (s: Scenario) => seriesOf(s).result.volume;
  assertEquals(volume(high), volume(low));
  assertEquals(logged(low).events, []);
});
