/** Results of samples in a whole network: courier, rapid tests, turnaround, what waits for them. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import type { LaboratorySpec, Scenario } from "../../../sim/scenario/mod.ts";
import { changesOf } from "../../support/paired_runs.ts";
import {
  constant,
  logged,
  replicationWith,
  story,
  tiny,
  TRAINING,
} from "../../support/tiny_network.ts";
import type { TinySpec } from "../../support/tiny_network.ts";

const REPLICATION = replicationWith(1, tiny());

const laboratory = (change: Partial<LaboratorySpec> = {}) => (scenario: Scenario): Scenario => ({
  ...scenario,
  contact: { ...scenario.contact, antigenSensitivity: 0 },
  laboratory: {
    ...scenario.laboratory,
    modelled: true,
    machines: [0, 1, 1],
    batchSize: 10,
    longestWait: 120,
    cycle: 240,
    courier: constant(50),
    ...change,
  },
});

const run = (change: Partial<LaboratorySpec>, spec: TinySpec = {}) =>
  logged(
    tiny({
      risk: { moderate: 1 },
      worsening: "hospital",
      wards: [["sub", "general", 2]],
      change: laboratory(change),
      ...spec,
    }),
    REPLICATION,
  );

/** From the sample to the request for a bed. */
const steps = ({ events }: ReturnType<typeof run>) =>
  story(events.filter(({ event }) => ["sample", "requested"].includes(event)));

Deno.test("Laboratories keep a suspected case waiting for the batch and the cycle", () => {
  const { events, measure } = run({});
  assertEquals(story(events).slice(2, 6), [
    "615 seen designated 0",
    "615 sample designated 2",
    "975 requested designated moderate 0",
    "975 accepted sub/general moderate 0",
  ]);
  assertAlmostEquals(measure("pcr_turnaround_mean"), 6, 1e-6);
  assertEquals(measure("pcr_within_10h"), 1);
  assertEquals(measure("pcr_samples"), 1);
});

// Planted: the courier left out of `send`: 360 min instead of 410.
Deno.test("Laboratories send samples of primary facilities to the lead hospital by courier", () => {
  const primary = { worsening: "primary" } as const;
  const result = run({}, primary);
  // Facility 3 is the lead hospital.
  assertEquals(steps(result), ["0 sample chc 3", "410 requested chc moderate 0"]);
  // Without machines at the lead, the nearest that has one: the designated hospital.
  assertEquals(steps(run({ machines: [0, 1, 0] }, primary))[0], "0 sample chc 2");
});

Deno.test("Laboratories count what is late, and what was never reported", () => {
  const late = run({ cycle: 500 });
  assertEquals(late.measure("pcr_within_10h"), 0);
  assertAlmostEquals(late.measure("pcr_turnaround_mean"), 620 / 60, 1e-6);
  const never = run({ cycle: 365 * 1440 });
  assertEquals(never.measure("pcr_within_10h"), 0);
  assertEquals(never.measure("pcr_samples"), 1);
});

Deno.test("Laboratories test the stated share rapidly at the place", () => {
  const rapid = run({ rapidShare: { moderate: 1, severe: 0, critical: 0 }, rapidTime: 40 });
  assertEquals(steps(rapid), ["0 sample designated 2", "40 requested designated moderate 0"]);
  assertEquals(rapid.measure("rapid_tests"), 1);
});

Deno.test("Laboratories report to nobody when the patient has gone, and lose no sample", () => {
  // Recovers after 5 days at 7,200 min, before the result.
  const { events, measure } = run({ cycle: 9000 });
  assertEquals(story(events).slice(3), ["615 sample designated 2", "7200 recovered designated 2"]);
  assertAlmostEquals(measure("pcr_turnaround_mean"), 9120 / 60, 1e-6);
});

Deno.test("without laboratories there are none of their measures", () => {
  const off = logged(tiny({ risk: { moderate: 1 } }), REPLICATION);
  for (const name of ["pcr_samples", "pcr_within_10h", "ct_scans", "door_to_bed_mean"]) {
    assertEquals(off.measure(name), NaN);
  }
});

const onGrid = (change: Partial<LaboratorySpec>): Scenario => ({
  ...TRAINING,
  laboratory: { ...TRAINING.laboratory, modelled: true, ...change },
});

// Planted: `cycle` halved in `advance`: twice the cycle then keeps everything within 10 hours.
Deno.test("a longer PCR cycle lowers the share of results within 10 hours", () => {
  const [half, one, two] = [120, 240, 480].map((cycle) => onGrid({ cycle }));
  const measure = "pcr_within_10h";
  assert(changesOf({ from: one, to: two, measure }).every((change) => change < -0.3));
  // Below 10 hours for all: nothing left to gain.
  assert(changesOf({ from: half, to: one, measure }).every((change) => Math.abs(change) < 1e-9));
  const turnaround = changesOf({ from: half, to: one, measure: "pcr_turnaround_mean" });
  assert(turnaround.every((change) => change > 2));
});

Deno.test("tests of other people and closed nights lengthen the turnaround", () => {
  const measure = "pcr_turnaround_mean";
  const from = onGrid({ machines: [0, 1, 1] });
  const loaded = onGrid({ machines: [0, 1, 1], otherSamples: 545 / 1440 });
  assert(changesOf({ from, to: loaded, measure }).every((change) => change > 1));
  const byDay = onGrid({ opens: 480, closes: 1080 });
  assert(changesOf({ from: onGrid({}), to: byDay, measure }).every((change) => change > 2));
});
