/** Who is admitted first: priority classes, the list of elective patients, an intake that grows. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { runReplication } from "../../../sim/network/mod.ts";
import { intakeByDay } from "../../../sim/network/elective_intake.ts";
import type { AdmissionSpec, LevelPlan, Scenario } from "../../../sim/scenario/mod.ts";
import { constant, DAY, measureOf, tiny, TRAINING, ward } from "../../support/tiny_network.ts";

const run = (scenario: Scenario, replication = 0) =>
  runReplication(scenario, { seed: "admission", replication });

const admission = (change: Partial<AdmissionSpec>) => (s: Scenario): Scenario => ({
  ...s,
  hospital: { ...s.hospital, admission: { ...s.hospital.admission, ...change } },
});

const LINES = { urgent: 2, elective: 3 } as const;

/** Ordinary admissions of a line [patients]. */
function admitted(scenario: Scenario, line: keyof typeof LINES, replication = 0): number {
  return run(scenario, replication).volume.reduce(
    (sum, n, i) => Math.floor(i / 3) % 4 === LINES[line] ? sum + n : sum,
    0,
  );
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
        stay: { general: stay, sub_icu: stay, icu: stay },
        plans: {
          ...s.services.plans,
          low: { spacing: 1, open: { ...s.services.plans.low.open, inpatient_elective: open } },
        },
        ...change,
      },
    }),
  });
}

const planned = (opens: readonly number[]) => ({
  planOn: (day: number) =>
    ({ spacing: 1, open: { inpatient_elective: opens[day] } }) as unknown as LevelPlan,
});

// Planted: the growth of a day taken for that of a week, red.
Deno.test("the intake falls at once and grows by so much a week, to the plan or beyond", () => {
  const opens = [0.5, 0.2, 0.2, 1, 1, 1];
  const at = (growthPerWeek: number, most: number) =>
    [...intakeByDay(planned(opens), { days: 6, growthPerWeek, most })].map((x) =>
      Number(x.toFixed(6))
    );
  assertEquals(at(0, 1), opens);
  assertEquals(at(0.7, 1), [0.5, 0.2, 0.2, 0.3, 0.4, 0.5]);
  assertEquals(at(5.6, 1.2), [0.5, 0.2, 0.2, 1, 1.2, 1.2]);
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
  const open = { outpatient: 1, emergency: 1, inpatient_urgent: 0, inpatient_elective: 1 };
  const { services } = full;
  const closed = { ...services, plans: { ...services.plans, low: { spacing: 1, open } } };
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
