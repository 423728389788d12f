/** The longest travel to a candidate: who is refused as too far, and what it moves. */
import { assert, assertEquals } from "@std/assert";
import { REFUSALS } from "../../../sim/domain/mod.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";
import {
  logged,
  measureOf,
  replicationWith,
  tiny,
  TRAINING,
  ward,
} from "../../support/tiny_network.ts";
import type { TinySpec } from "../../support/tiny_network.ts";
import { PairedRuns } from "../../support/paired_runs.ts";
import { runReplication } from "../../../sim/network/mod.ts";

const REPLICATION = replicationWith(1, tiny());

const reaching = (reach: number) => (s: Scenario): Scenario => ({
  ...s,
  referral: { ...s.referral, reach },
});

/** What a moderate case hears of wards at a longest travel [min]. */
function told(reach: number, wards: TinySpec["wards"] & object): string[] {
  const scenario = tiny({ risk: { moderate: 1 }, wards, change: reaching(reach) });
  return logged(scenario, REPLICATION).events.flatMap((e) => {
    if (e.event === "refused") return [`${e.facility} ${REFUSALS[e.value]}`];
    return e.event === "accepted" ? [`${e.facility} takes`] : [];
  });
}

const BEYOND = [["lead", "general", 1], ["partner", "general", 1]] as const;

// Planted: the limit asked after the bed was held: red. At 0.5 km/min the lead hospital is 40 min
// away, the partner 60 min.
Deno.test("runReplication() refuses candidates beyond the reach as too far, in their order", () => {
  assertEquals(told(0, BEYOND), ["lead takes"]);
  assertEquals(told(40.01, BEYOND), ["lead takes"]);
  assertEquals(told(39.99, BEYOND), ["lead too_far", "partner too_far"]);
  const full = [["lead", "general", 1], ["partner", "general", 0]] as const;
  assertEquals(told(30, full), ["lead too_far", "partner too_far"]);
});

Deno.test("runReplication() asks those beyond the reach only when those before have no bed", () => {
  const wards = [["designated", "general", 1], ...BEYOND] as const;
  assertEquals(told(30, wards), ["designated takes"]);
  const full = [["designated", "general", 0], ...BEYOND] as const;
  assertEquals(told(30, full), ["designated no_bed", "lead too_far", "partner too_far"]);
});

// Planted: no exception for the hospital of the first contact: red (nowhere to go).
Deno.test("runReplication() finds the hospital that residents go to by themselves never too far", () => {
  const wards = [["sub", "general", 1], ["designated", "general", 1]] as const;
  assertEquals(told(0, wards), ["sub takes"]);
  assertEquals(told(5, wards), ["sub too_far", "designated takes"]);
});

Deno.test("runReplication() measures the way by road", () => {
  const winding = (s: Scenario): Scenario => ({
    ...reaching(39.99 * 1.5)(s),
    transfer: { ...s.transfer, detour: 1.5 },
  });
  const scenario = tiny({ risk: { moderate: 1 }, wards: BEYOND, change: winding });
  const { events, measure } = logged(scenario, REPLICATION);
  assertEquals(events.some((e) => e.event === "accepted"), false);
  assertEquals(measure("refusals", { rule: "too_far" }), 2);
  assertEquals(measure("refusals", { rule: "stale" }), NaN);
});

// Planted: wards beyond the reach kept in the list that a bed that opens looks through: red.
Deno.test("runReplication() gives no bed that opens beyond the reach to those who wait", () => {
  const opens = { date: "2022-12-25", facility: "lead", ward: "general", use: "covid" } as const;
  const places = (reach: number) => {
    const scenario = tiny({
      residents: 60,
      risk: { moderate: 1 },
      wards: [ward("sub", "general", 1), ward("lead", "general", 2, "ordinary")],
      change: (s) => reaching(reach)({ ...s, wards: { ...s.wards, uses: [opens] } }),
    });
    const accepted = logged(scenario).events.filter((e) => e.event === "accepted");
    return new Set(accepted.map((e) => e.facility));
  };
  assertEquals(places(0), new Set(["sub", "lead"]));
  assertEquals(places(15), new Set(["sub"]));
});

Deno.test("a reach of fourteen minutes leaves more without a bed on the training grid", () => {
  const pairs = new PairedRuns(TRAINING, reaching(14)(TRAINING));
  for (const measure of ["never_in_bed", "transfer_delay_mean", "deaths"]) {
    const changes = pairs.changes(measure);
    assert(changes.every((change) => change > 0), `${measure} ${changes}`);
  }
});

// It moves nothing: the farthest hospital of the training grid is less than 40 min away.
Deno.test("a reach beyond the farthest hospital moves nothing", () => {
  const runs = [TRAINING, reaching(40)(TRAINING)].map((scenario) =>
    runReplication(scenario, { seed: "pairs", replication: 0 })
  );
  assertEquals(measureOf(runs[1], "refusals", { rule: "too_far" }), 0);
  const others = runs.map(({ measures }) => measures.filter(({ rule }) => rule !== "too_far"));
  assertEquals(others[1], others[0]);
});
