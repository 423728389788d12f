/** Vehicles: which go first, and what their number does. */
import { assert, assertEquals } from "@std/assert";
import { changesOf } from "../../support/paired_runs.ts";
import { measureOf, SPEED, tiny, TRAINING } from "../../support/tiny_network.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";

const transfer = (change: Partial<Scenario["transfer"]>) => (s: Scenario): Scenario => ({
  ...s,
  transfer: { ...s.transfer, ...change },
});

/** Kilometres to degrees of longitude on the equator. */
const east = (km: number): number => km / 111.19492664455873;

// Planted: vehicles of no grid at all: the nearer one of the pool comes at once, red.
Deno.test("a vehicle of the own grid goes before a nearer one of the pool", () => {
  const scenario = (own: number, pool: number) =>
    tiny({
      risk: { moderate: 1 },
      onset: "none",
      worsening: "primary",
      wards: [["sub", "general", 1]],
      vehicles: [own, pool],
      change: (s) => ({
        ...transfer({ privateShare: 0 })(s),
        city: {
          ...s.city,
          fleets: s.city.fleets.map((fleet) =>
            fleet.grid === "" ? fleet : { ...fleet, lon: east(10) }
          ),
        },
      }),
    });
  const wait = (own: number, pool: number) =>
    measureOf(
      runReplication(scenario(own, pool), { seed: "fleet", replication: 0 }),
      "response_time_mean",
    );
  assertEquals(Math.round(wait(1, 1)), Math.round(10 / SPEED));
  assertEquals(Math.round(wait(0, 1)), 0);
});

// Planted: the fleets of the city table whatever the factor: no change, red.
Deno.test("fewer vehicles lengthen the wait for one, in every replication", () => {
  const changes = changesOf({
    from: transfer({ vehicleFactor: 2 })(TRAINING),
    to: transfer({ vehicleFactor: 1 })(TRAINING),
    measure: "transfer_part_mean",
    groups: { line: "wait_for_vehicle" },
  });
  assert(changes.every((change) => change > 0), `${changes}`);
});
