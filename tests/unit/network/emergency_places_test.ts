/** Emergency departments: who is seen there, and the places where people stay. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import type { EmergencySpec, Scenario } from "../../../sim/scenario/mod.ts";
import { changesOf } from "../../support/paired_runs.ts";
import {
  HOUR,
  logged,
  replicationWith,
  story,
  tiny,
  TRAINING,
} from "../../support/tiny_network.ts";
import type { TinySpec } from "../../support/tiny_network.ts";

const REPLICATION = replicationWith(1, tiny());
const RESUSCITATION = 1;
const OBSERVATION = 2;
const ISOLATION = 3;
const CORRIDOR = 4;

const emergency = (change: Partial<EmergencySpec> = {}) => (scenario: Scenario): Scenario => ({
  ...scenario,
  emergency: {
    ...scenario.emergency,
    modelled: true,
    physicians: [0, 1, 1],
    resuscitation: [0, 1, 1],
    observation: [0, 1, 1],
    isolation: [0, 0, 0],
    ...change,
  },
});

const run = (change: Partial<EmergencySpec>, spec: TinySpec = {}) =>
  logged(
    tiny({
      risk: { moderate: 1, severe: 1, critical: 1, deathCritical: 0 },
      worsening: "call_120",
      ...spec,
      change: (scenario) => emergency(change)(spec.change?.(scenario) ?? scenario),
    }),
    REPLICATION,
  );

const places = ({ events }: ReturnType<typeof run>) =>
  events.filter(({ event }) => event === "place").map(({ value }) => value);

// First-contact duty: nobody is turned away, the critical stay until a bed is found.
Deno.test("EmergencyFlow stabilises a critical patient without a bed in a resuscitation place", () => {
  const result = run({});
  assertEquals(places(result), [RESUSCITATION]);
  // Seen at 120 min, recovered from the critical state after 7 days, sent home to wait.
  const days = result.measure("emergency_place_occupancy", { line: "resuscitation" }) * 3 * 92;
  assertAlmostEquals(days, 7 - 120 / 1440, 1e-6);
  assertEquals(result.measure("corridor_hours"), 0);
});

// Planted: `?? BAY.CORRIDOR` replaced by the first wanted place: the invariant stops the run.
Deno.test("EmergencyFlow keeps whoever finds no place in the corridor, and counts the hours", () => {
  const result = run({ resuscitation: [0, 0, 0], observation: [1, 0, 0] });
  assertEquals(places(result), []);
  const full = run({ resuscitation: [0, 0, 1], observation: [0, 0, 1], isolation: [0, 1, 0] });
  assertEquals(places(full), [CORRIDOR]);
  assertAlmostEquals(full.measure("corridor_hours"), 7 * 24 - 2, 1e-5);
  assertEquals(full.measure("corridor_stays"), 1);
});

Deno.test("EmergencyFlow gives the critical an observation bed where no other place is free", () => {
  assertEquals(places(run({ resuscitation: [0, 0, 1] })), [OBSERVATION]);
});

const suspected: TinySpec = {
  risk: { moderate: 1, severe: 1, critical: 0 },
  worsening: "hospital",
  wards: [["designated", "sub_icu", 1], ["designated", "general", 1]],
  change: (s) => ({ ...s, contact: { ...s.contact, antigenSensitivity: 0 } }),
};

Deno.test("EmergencyFlow isolates a suspected case in a single room until the transfer", () => {
  const without = run({}, suspected);
  assertEquals(places(without), [OBSERVATION]);
  assertEquals(without.measure("suspected_in_single_room"), 0);
  const room = run({ isolation: [0, 1, 1] }, suspected);
  assertEquals(places(room), [ISOLATION]);
  assertEquals(room.measure("suspected_in_single_room"), 1);
  // Ten hours for the result, 45 min of hand-over.
  assertAlmostEquals(room.measure("suspicion_to_transfer_mean"), 10.75, 1e-6);
});

Deno.test("EmergencyFlow directs the mild brought by ambulance to the fever clinic", () => {
  const mild: TinySpec = { risk: {}, onset: "call_120" };
  const at = (share: number) => run({ directedShare: share }, mild);
  assertEquals(at(1).measure("emergency_directed_elsewhere"), 1);
  assertEquals(at(0).measure("emergency_directed_elsewhere"), 0);
  assertEquals(story(at(1).events), story(at(0).events));
});

Deno.test("EmergencyFlow has the severe seen by its own physicians", () => {
  // Nobody works in the emergency department of the designated hospital but the clinic's physician.
  const shared = run({ physicians: [0, 0, 1] }, suspected);
  assertEquals(places(shared), [OBSERVATION]);
  assertEquals(shared.measure("clinic_visits"), 1);
});

Deno.test("EmergencyFlow measures the time from the door to the bed", () => {
  const { events, measure } = run({}, {
    risk: { moderate: 1 },
    worsening: "hospital",
    wards: [["sub", "general", 1]],
  });
  const [contact, admitted] = ["contact", "admitted"].map((word) =>
    events.find(({ event }) => event === word)!.at
  );
  assertAlmostEquals(measure("door_to_bed_mean"), (admitted - contact) / HOUR, 1e-6);
  assertAlmostEquals(measure("door_to_bed_mean", { line: "moderate" }), 70 / HOUR, 1e-6);
  assertAlmostEquals(measure("door_to_bed_mean", { colour: "green" }), 70 / HOUR, 1e-6);
});

Deno.test("EmergencyFlow counts who never gets a bed as censored, not as quick", () => {
  const { measure } = run({});
  // Recovers 10 days after the door, without a bed: the mean is restricted to 7 days.
  assertAlmostEquals(measure("door_to_bed_mean"), 168, 1e-6);
  assertEquals(measure("door_to_bed_median"), NaN);
});

const onGrid = (change: Partial<EmergencySpec>): Scenario => ({
  ...TRAINING,
  emergency: { ...TRAINING.emergency, modelled: true, ...change },
});

Deno.test("fewer observation beds mean more hours in corridors; single rooms fewer", () => {
  const from = onGrid({});
  const half = onGrid({ observation: [0, 3, 6] });
  const rooms = onGrid({ isolation: [0, 4, 8] });
  const measure = "corridor_hours";
  assert(changesOf({ from, to: half, measure }).every((change) => change > 500));
  assert(changesOf({ from, to: rooms, measure }).every((change) => change < -100));
});
