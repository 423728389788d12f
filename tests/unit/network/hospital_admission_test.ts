/** Who is admitted first: priority classes, the list of elective patients, an intake that grows. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { runReplication } from "../../../sim/network/mod.ts";
import { IntakeShares } from "../../../sim/network/elective_intake.ts";
import type { AdmissionSpec, LevelPlan, Scenario } from "../../../sim/scenario/mod.ts";
import { servedOf } from "../../support/volumes.ts";
import { constant, DAY, measureOf, tiny, TRAINING, ward } from "../../support/tiny_network.ts";

const run = (scenario: Scenario, replication = 0) =>
  runReplication(scenario, { seed: "admission", replication });

const admission = (change: Partial<AdmissionSpec>) => (s: Scenario): Scenario => ({
  ...s,
  hospital: { ...s.hospital, admission: { ...s.hospital.admission, ...change } },
});

/** Ordinary admissions of a line [patients]. */
function admitted(scenario: Scenario, line: "urgent" | "elective", replication = 0): number {
  return servedOf(run(scenario, replication).volume, scenario, `inpatient_${line}`);
}

/** A shared ward without epidemic whose elective intake is a given share. */
function oneWard(beds: number, open: number, change: Partial<Scenario["services"]>): Scenario {
  const stay = constant(DAY);
  return tiny({
    wards: [ward("lead", "general", beds, "shared")],
    change: (s) => ({
      ...s,
      wave: { ...s.wave, scale: 0 },
      services: {
        ...s.services,
        weekProfile: [1, 1, 1, 1, 1, 1, 1],
        holidays: [],
        stay: { general: stay, sub_icu: stay, icu: stay },
        plans: {
          ...s.services.plans,
          low: {
            ...s.services.plans.low,
            open: { ...s.services.plans.low.open, inpatient_elective: open },
          },
        },
        ...change,
      },
    }),
  });
}

/** Plans by day, in the second of two districts; the first is closed throughout. */
const planned = (opens: readonly number[], perWeek = 0) => ({
  planOn: (district: number, day: number) =>
    ({
      open: { inpatient_elective: district === 1 ? opens[day] : 0 },
      rampPerWeek: { inpatient_elective: perWeek },
    }) as unknown as LevelPlan,
  districts: 2,
});

// Planted: the growth of a day taken for that of a week, red.
Deno.test("the intake falls at once and grows by so much a week, to the plan or beyond", () => {
  const opens = [0.5, 0.2, 0.2, 1, 1, 1];
  const at = (growthPerWeek: number, most: number) => {
    const shares = new IntakeShares({ ...planned(opens), growthPerWeek, most });
    assertEquals(shares.on(0, 5), 0);
    assertEquals(shares.on(1, -1), 0.5);
    return opens.map((_, day) => Number(shares.on(1, day).toFixed(6)));
  };
  assertEquals(at(0, 1), opens);
  assertEquals(at(0.7, 1), [0.5, 0.2, 0.2, 0.2, 0.3, 0.4]);
  assertEquals(at(5.6, 1.2), [0.5, 0.2, 0.2, 0.2, 1, 1.2]);
});

// Planted: the ramp of the plan left aside (`perWeek` the hospitals' own alone), as before: red.
Deno.test("elective admissions come back by the ramp of the plan, as other lines do", () => {
  const opens = [1, 0.2, 0.2, 1, 1, 1];
  const at = (growthPerWeek: number) => {
    const shares = new IntakeShares({ ...planned(opens, 0.7), growthPerWeek, most: 1 });
    return opens.map((_, day) => Number(shares.on(1, day).toFixed(6)));
  };
  assertEquals(at(0), [1, 0.2, 0.2, 0.2, 0.3, 0.4]);
  assertEquals(at(1.4), [1, 0.2, 0.2, 0.2, 0.4, 0.6]);
});

Deno.test("elective admissions do not jump in the week after the level has fallen", () => {
  const { plans } = TRAINING.services;
  const levels = [
    { from: "2022-11-01", level: "high" },
    { from: "2022-12-05", level: "low" },
  ] as const;
  const week = (inpatient_elective: number, from: number) => {
    const low = { ...plans.low, rampPerWeek: { ...plans.low.rampPerWeek, inpatient_elective } };
    const s = oneWard(1000, 1, {
      occupancy: 0.5,
      urgentShare: 0,
      levels,
      electiveReturns: 0,
      plans: { ...plans, low },
    });
    return servedOf(run(s).volume, s, "inpatient_elective", { from, to: from + 1 });
  };
  // From 0.127 on a tenth more each week: on average 3/70 more in the first one.
  const mean = 500 * 7;
  assertAlmostEquals(week(0.1, 5) / mean, 0.127 + 0.1 * 3 / 7, 0.02);
  assertAlmostEquals(week(0.1, 8) / mean, 0.127 + 0.1 * 24 / 7, 0.04);
  assertAlmostEquals(week(0, 5) / mean, 1, 0.06);
});

Deno.test("elective patients of the priority class are admitted though the line is closed", () => {
  const closed = oneWard(1000, 0, { occupancy: 0.05, urgentShare: 0 });
  assertEquals(admitted(closed, "elective"), 0);
  const demand = 50 * 120;
  for (const elective of [0.3, 1]) {
    const first = admission({ priority: { urgent: 0, elective } })(closed);
    const mean = demand * elective;
    assertAlmostEquals(admitted(first, "elective"), mean, 4 * Math.sqrt(mean));
  }
});

// One bed, twice as many urgent patients as it takes, a patience of three stays: with a class that
// goes first, its elective members are served only when no urgent one waits.
Deno.test("elective patients of the priority class wait behind urgent ones", () => {
  const scenario = oneWard(1, 1, {
    occupancy: 4,
    urgentShare: 0.5,
    urgentPatience: constant(3 * DAY),
  });
  const first = admission({
    priority: { urgent: 0, elective: 1 },
    patience: constant(100 * DAY),
  })(scenario);
  assert(admitted(first, "elective") <= admitted(scenario, "elective"));
  assert(admitted(first, "urgent") > 110);
});

Deno.test("a list admits the quota of the plan, and the wait is that of those called", () => {
  const open = 0.25;
  const patience = constant(1000 * DAY);
  const scenario = oneWard(1000, open, { occupancy: 0.05, urgentShare: 0 });
  const listed = admission({ list: true, patience })(scenario);
  // The quota of 12.5 a day, from 08:00 of every day on; all who are called wait longer and longer.
  assertAlmostEquals(admitted(listed, "elective"), 50 * open * 120, 1);
  // Day t calls those who came on day t / 4 after the warm-up began: mean of 3/4 (t + 14).
  const mean = 0.75 * (46 + 14);
  assertAlmostEquals(measureOf(run(listed), "elective_wait_mean"), mean, 2);
});

Deno.test("who waits on a list too long goes elsewhere", () => {
  const scenario = oneWard(1000, 0.5, { occupancy: 0.05, urgentShare: 0 });
  const wait = (days: number) =>
    measureOf(
      run(admission({ list: true, patience: constant(days * DAY) })(scenario)),
      "elective_wait_mean",
    );
  assert(wait(3) <= 3, `${wait(3)} d`);
  assert(wait(30) > 15, `${wait(30)} d`);
});

Deno.test("urgent patients who lose patience or find the line closed are counted", () => {
  const full = oneWard(1, 1, { occupancy: 4, urgentShare: 1, urgentPatience: constant(DAY / 2) });
  const measured = admission({ growthPerWeek: 0.5 });
  const gone = measureOf(run(measured(full)), "urgent_went_elsewhere");
  // Arrivals four times what the bed takes: about three in four leave.
  assertAlmostEquals(gone, 0.75, 0.05);
  const open = { ...TRAINING.services.plans.low.open, inpatient_urgent: 0 };
  const { services } = full;
  const closed = {
    ...services,
    plans: { ...services.plans, low: { ...services.plans.low, open } },
  };
  assertEquals(
    measureOf(run(measured({ ...full, services: closed })), "urgent_went_elsewhere"),
    1,
  );
});

Deno.test("growth after a level falls moves elective admissions, in every replication", () => {
  const falls: Scenario = {
    ...TRAINING,
    services: {
      ...TRAINING.services,
      levels: [{ from: "2022-11-01", level: "high" }, { from: "2022-12-15", level: "low" }],
    },
  };
  for (let replication = 0; replication < 3; replication++) {
    const [slow, fast] = [0.1, 0.5].map((growthPerWeek) =>
      admitted(admission({ growthPerWeek })(falls), "elective", replication)
    );
    const first = admission({ growthPerWeek: 0.1, priority: { urgent: 0.2, elective: 0.2 } });
    assert(slow < fast, `${slow}, ${fast}`);
    assert(admitted(first(falls), "elective", replication) > slow);
  }
});
