/** Care in the corridor of an emergency department: that of boarding, or so much less. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { runReplication } from "../../../sim/network/mod.ts";
import type { EmergencySpec, Scenario } from "../../../sim/scenario/mod.ts";
import {
  DAY,
  HOUR,
  logged,
  measureOf,
  replicationWith,
  tiny,
  TRAINING,
} from "../../support/tiny_network.ts";

const REPLICATION = replicationWith(1, tiny());

/** A critical case without any bed, in a facility whose only place is a single room or a bed. */
function deathAt(change: Partial<EmergencySpec>, boarding: number): number {
  const scenario = tiny({
    risk: { moderate: 1, severe: 1, critical: 1, deathCritical: 0.5 },
    worsening: "call_120",
    change: (s: Scenario) => ({
      ...s,
      care: { ...s.care, boarding, criticalDeathWithout: 0.95 },
      emergency: {
        ...s.emergency,
        modelled: true,
        physicians: [0, 1, 1],
        resuscitation: [0, 0, 0],
        observation: [0, 0, 0],
        isolation: [0, 1, 1],
        ...change,
      },
    }),
  });
  const { events } = logged(scenario, REPLICATION);
  const seen = events.find(({ event }) => event === "seen")!.at;
  const died = events.find(({ event }) => event === "died")!;
  assertEquals(died.value, 4);
  return (died.at - seen) / HOUR;
}

// Planted: the care not brought up to date when the corridor begins or ends: all equal, red.
Deno.test("a corridor is as boarding with a share of 0 and as no care with a share of 1", () => {
  const boarding = deathAt({ corridor: 0 }, 0.5);
  assert(boarding < (7 * DAY) / HOUR);
  const none = deathAt({ corridor: 0 }, 1);
  assert(none < boarding);
  const between = deathAt({ corridor: 0.5 }, 0.5);
  assert(none < between && between < boarding);
  // The first hours, by ambulance and in the line, are boarding in all: so not quite as none.
  const corridor = deathAt({ corridor: 1 }, 0.5);
  assert(corridor < between && corridor >= none);
  // In an observation bed the share does not matter.
  const bed = { observation: [0, 1, 1] as const };
  assertAlmostEquals(deathAt({ ...bed, corridor: 1 }, 0.5), deathAt({ ...bed, corridor: 0 }, 0.5));
});

const onGrid = (corridor: number): Scenario => ({
  ...TRAINING,
  emergency: {
    ...TRAINING.emergency,
    modelled: true,
    resuscitation: [0, 0, 0],
    observation: [0, 1, 1],
    corridor,
  },
});

// A death or two in forty: single pairs may tie, so the pairs are added up.
Deno.test("corridors without care cost lives where emergency departments have a bed each (BJ-3.3a)", () => {
  const deaths = (corridor: number, replication: number) =>
    measureOf(runReplication(onGrid(corridor), { seed: "pairs", replication }), "deaths_excess");
  let [boarding, none] = [0, 0];
  for (let replication = 0; replication < 10; replication++) {
    boarding += deaths(0, replication);
    none += deaths(1, replication);
  }
  assert(none > boarding, `${boarding} to ${none}`);
});
