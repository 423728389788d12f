/** Operations: days and lists, grades that wait, emergencies with and without a result. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { runReplication, weekdayOf } from "../../../sim/network/mod.ts";
import type { EmergencySurgerySpec, Scenario, SurgerySpec } from "../../../sim/scenario/mod.ts";
import {
  constant,
  DAY,
  HOUR,
  measureOf,
  TIMES,
  tiny,
  TRAINING,
  ward,
} from "../../support/tiny_network.ts";

const run = (scenario: Scenario, replication = 0) =>
  runReplication(scenario, { seed: "surgery", replication });

const surgery = (change: Partial<SurgerySpec>) => (s: Scenario): Scenario => ({
  ...s,
  hospital: { ...s.hospital, surgery: { ...s.hospital.surgery, counted: true, ...change } },
});

const laws = (minutes: number) => new Array(4).fill(constant(minutes));

/** A ward of 50 beds, thus one theatre, without epidemic, whose patients all stay two days. */
function oneTheatre(change: Partial<SurgerySpec>, services: Partial<Scenario["services"]>) {
  const stay = constant(2 * DAY);
  return tiny({
    wards: [ward("lead", "general", 50, "shared")],
    change: (s) =>
      surgery({ share: { urgent: 1, elective: 1 }, duration: laws(120), ...change })({
        ...s,
        wave: { ...s.wave, scale: 0 },
        services: {
          ...s.services,
          weekProfile: [1, 1, 1, 1, 1, 1, 1],
          stay: { general: stay, sub_icu: stay, icu: stay },
          ...services,
        },
      }),
  });
}

/** Operating days of the window, Monday to Friday [d]. */
const OPERATING_DAYS = Array.from({ length: 92 }, (_, day) => weekdayOf("2022-11-01", day))
  .filter((weekday) => weekday < 5).length;

/** Elective patients alone, far more than can be operated on. */
const FULL = { occupancy: 1, urgentShare: 0, electiveReturns: 0 };

// Four operations of two hours fill a day of eight; what is longer than that has the theatre alone.
// Planted: an operation that ends with the day refused: three a day, red.
for (const [minutes, perDay] of [[120, 4], [121, 3], [600, 1]] as const) {
  Deno.test(`a theatre does ${perDay} operations of ${minutes} min in a day`, () => {
    const result = run(oneTheatre({ duration: laws(minutes), longestList: 1000 }, FULL));
    assertEquals(measureOf(result, "operations"), perDay * OPERATING_DAYS);
  });
}

Deno.test("every operation needed is done where theatres are many", () => {
  const result = run(oneTheatre({ theatresPer100Beds: 1000 }, { occupancy: 0.2, urgentShare: 0 }));
  const needed = 50 * 0.2 / 2 * 92;
  assertAlmostEquals(measureOf(result, "operations"), needed, 4 * Math.sqrt(needed));
  assertAlmostEquals(measureOf(result, "operations_vs_2019"), 1, 0.03);
  // To the list of the next day half a day on average; from Friday's to Monday's three times that.
  const mean = 4 / 7 * 12 + 3 / 7 * 36;
  assertAlmostEquals(measureOf(result, "surgery_wait_mean", { line: "listed" }), mean, 3);
});

Deno.test("a long list keeps elective patients who need an operation out of the beds", () => {
  const at = (longestList: number) =>
    run(oneTheatre({ longestList, afterShare: 0 }, { ...FULL, occupancy: 0.9 }));
  const beds = (longestList: number) =>
    measureOf(at(longestList), "bed_occupancy_mean", { ward: "general" });
  assert(beds(1) < 0.7 && beds(100) > 0.9, `${beds(1)}, ${beds(100)}`);
  assertEquals(measureOf(at(1), "operations"), measureOf(at(100), "operations"));
});

Deno.test("grades above the highest wait, unless the patient is of the priority class", () => {
  const grades = [0, 0.5, 0.5, 0];
  const highestGrade = { low: 2, medium: 2, high: 2 };
  const scenario = oneTheatre({ grades, highestGrade, theatresPer100Beds: 1000 }, {
    ...FULL,
    occupancy: 0.2,
  });
  const done = (s: Scenario, line: string) => measureOf(run(s), "operations", { line });
  assertEquals(done(scenario, "grade_3_4"), 0);
  assert(done(scenario, "grade_1_2") > 150);
  const { admission } = scenario.hospital;
  const first = {
    ...scenario,
    hospital: {
      ...scenario.hospital,
      admission: { ...admission, priority: { urgent: 0, elective: 1 } },
    },
  };
  assertAlmostEquals(done(first, "grade_3_4"), 230, 4 * Math.sqrt(230));
});

/** Few urgent patients who all need an operation of an hour. */
function emergencies(change: Partial<EmergencySurgerySpec>, occupancy = 0.02): Scenario {
  const { emergency } = TRAINING.hospital.surgery;
  return oneTheatre(
    { duration: laws(60), emergency: { ...emergency, theatres: 50, cleaning: 60, ...change } },
    { occupancy, urgentShare: 1, urgentPatience: constant(100 * DAY) },
  );
}

// Planted: the special theatre left out of the search: ten hours with it too, red.
for (
  const [share, theatres, wait] of [
    [0, 0, 0],
    [1, 0, TIMES.pcr],
    [1, 50, 0],
  ] as const
) {
  Deno.test(`${share} without a result and ${theatres} special theatres wait ${wait / HOUR} h`, () => {
    const result = run(emergencies({ unexcludedShare: share, negativePressure: theatres }));
    const mean = measureOf(result, "surgery_wait_mean", { line: "emergency" });
    assertAlmostEquals(mean, wait / HOUR, 1e-9);
    const within = measureOf(result, "emergency_surgery_within_target");
    assertEquals(within, wait <= TRAINING.hospital.surgery.emergency.target ? 1 : 0);
  });
}

// One hour of operation and one of cleaning: twelve a day, when the result takes for ever.
// Planted: the theatre free before it is cleaned: 24 a day, red.
Deno.test("a special theatre is cleaned after every patient", () => {
  const scenario = emergencies({ unexcludedShare: 1, negativePressure: 1 }, 3);
  const result = run({
    ...scenario,
    contact: { ...scenario.contact, pcrTurnaround: 1000 * DAY },
    services: { ...scenario.services, occupancy: 2 },
  });
  assertAlmostEquals(measureOf(result, "operations"), 12 * 92, 2);
});

Deno.test("operations are measured only where they are counted", () => {
  assertEquals(measureOf(run(TRAINING), "operations"), NaN);
});

Deno.test("theatres and special theatres move waits and operations, in every replication", () => {
  const { emergency } = TRAINING.hospital.surgery;
  for (let replication = 0; replication < 3; replication++) {
    const at = (change: Partial<SurgerySpec>, name: string, line?: string) =>
      measureOf(run(surgery(change)(TRAINING), replication), name, line ? { line } : {});
    const vs2019 = (theatresPer100Beds: number) => at({ theatresPer100Beds }, "operations_vs_2019");
    assert(vs2019(0.5) < vs2019(1));
    const wait = (negativePressure: number) =>
      at(
        { emergency: { ...emergency, unexcludedShare: 1, negativePressure } },
        "surgery_wait_mean",
        "emergency",
      );
    assert(wait(1) < wait(0));
  }
});
