/** Buffer wards: who lies in them, for how long, and what they cost and protect. */
import { servedOf } from "../../support/volumes.ts";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { runReplication } from "../../../sim/network/mod.ts";
import type { ReplicationResult } from "../../../sim/network/mod.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";
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
  runReplication(scenario, { seed: "buffer", replication });

const withBuffer = (share: number) => (s: Scenario): Scenario => ({
  ...s,
  hospital: { ...s.hospital, buffer: { share } },
});

const stays = (minutes: number) => ({
  general: constant(minutes),
  sub_icu: constant(minutes),
  icu: constant(minutes),
});

/** One shared ward without epidemic. */
function oneWard(beds: number, share: number, change: Partial<Scenario["services"]>): Scenario {
  return tiny({
    wards: [ward("lead", "general", beds, "shared")],
    change: (s) =>
      withBuffer(share)({
        ...s,
        wave: { ...s.wave, scale: 0 },
        services: { ...s.services, weekProfile: [1, 1, 1, 1, 1, 1, 1], holidays: [], ...change },
      }),
  });
}

/** Ordinary admissions of all lines [patients]. */
const admissions = ({ volume }: ReplicationResult) =>
  servedOf(volume, tiny(), "inpatient_urgent") + servedOf(volume, tiny(), "inpatient_elective");

// Unlimited buffer: occupancy is arrivals × time in it ÷ beds (Little, 1961).
// Planted: the result after twice the time: 0.104 instead of 0.052, red.
for (const [stay, inside] of [[2 * DAY, TIMES.pcr], [5 * HOUR, 5 * HOUR]] as const) {
  Deno.test(`a new patient lies ${inside / HOUR} h in the buffer when the stay is ${stay / HOUR} h`, () => {
    const result = run(oneWard(1000, 0.2, { occupancy: 0.05, stay: stays(stay) }));
    const inBuffer = 1000 * 0.05 / stay * inside;
    const used = measureOf(result, "buffer_occupancy_mean") * 200;
    const error = Math.sqrt(2 * inBuffer * inside / 2 / (92 * DAY));
    assertAlmostEquals(used, inBuffer, 4 * error);
  });
}

Deno.test("buffer beds with room for everybody change no admission", () => {
  const [without, with_] = [0, 0.2].map((share) =>
    run(oneWard(1000, share, { occupancy: 0.05, stay: stays(2 * DAY) }))
  );
  assertEquals(with_.volume, without.volume);
  assertEquals(measureOf(with_, "urgent_went_elsewhere"), 0);
  assertEquals(measureOf(with_, "elective_wait_mean"), 0);
});

// One buffer bed of ten hours passes at most one patient in ten hours, and always has somebody.
Deno.test("everybody comes in through the buffer, one after another when it has one bed", () => {
  const scenario = oneWard(20, 0.05, {
    occupancy: 1,
    urgentShare: 1,
    stay: stays(2 * DAY),
    urgentPatience: constant(30 * DAY),
  });
  const result = run(scenario);
  const most = 120 * DAY / TIMES.pcr;
  assert(admissions(result) <= most + 1, `${admissions(result)} admitted`);
  assert(admissions(result) >= most * 0.99, `${admissions(result)} admitted`);
  assert(measureOf(result, "buffer_occupancy_mean") > 0.99);
});

Deno.test("a patient with a result blocks the buffer bed until another bed is free", () => {
  // One bed beside the buffer bed, stays of ten days: each patient is in the buffer for the stay of
  // the one before, so that together they pass no more than two in ten days.
  const result = run(oneWard(2, 0.5, {
    occupancy: 3,
    urgentShare: 1,
    stay: stays(10 * DAY),
    urgentPatience: constant(100 * DAY),
  }));
  assert(admissions(result) <= 2 * 12 + 2, `${admissions(result)} admitted`);
  assert(measureOf(result, "buffer_occupancy_mean") > 0.9);
});

Deno.test("buffer beds are measured only where there are any", () => {
  const result = run(oneWard(10, 0, { occupancy: 0.5 }));
  assertEquals(measureOf(result, "buffer_occupancy_mean"), NaN);
  assertEquals(result.measures.some((row) => row.measure === "elective_wait_mean"), false);
});

// A tenth keeps beds for ordinary patients that cases would have taken; three in a hundred are too
// few for all who come.
Deno.test("the size of the buffer moves ordinary admissions, in every replication", () => {
  for (let replication = 0; replication < 5; replication++) {
    const [none, few, tenth] = [0, 0.03, 0.1].map((share) =>
      admissions(run(withBuffer(share)(TRAINING), replication))
    );
    assert(few < none && none < tenth, `${few}, ${none}, ${tenth} in replication ${replication}`);
  }
});
