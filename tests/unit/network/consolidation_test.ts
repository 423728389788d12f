/** The consolidation of March 2020 on the training city: where each patient goes, what comes back. */
import { assert, assertEquals } from "@std/assert";
import { measureOf } from "../../support/tiny_network.ts";
import { changesOf } from "../../support/paired_runs.ts";
import { servedOf } from "../../support/volumes.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import type { ReplicationResult } from "../../../sim/network/mod.ts";
import { loadScenario } from "../../../sim/scenario/mod.ts";

const before = await loadScenario("scenarios/training_march_2020.yaml");
const after = await loadScenario("scenarios/training_march_2020_consolidated.yaml");
const runs = Array.from(
  { length: 5 },
  (_, replication) =>
    [before, after].map((scenario) => runReplication(scenario, { seed: "pairs", replication })),
);

/** Week from Monday 23 March [week]. */
const REOPENED = 5;

/** Ordinary admissions from 23 March on. */
const admissions = ({ volume }: ReplicationResult) =>
  (["inpatient_urgent", "inpatient_elective"] as const).reduce(
    (sum, line) => sum + servedOf(volume, before, line, { from: REOPENED }),
    0,
  );

Deno.test("all inpatients of the district hospitals are moved within a day or so", () => {
  for (const [, run] of runs) {
    assert(measureOf(run, "closure_cases_moved") >= 5);
    assert(measureOf(run, "closure_move_wait_mean") < 6);
    assert(measureOf(run, "closure_hours_to_empty") < 36);
  }
});

// Planted: reopened wards left as they were (`reopen` without the use): no beds given back, red.
Deno.test("ordinary service is back on 23 March, with all beds of the town's hospitals", () => {
  for (const [, run] of runs) {
    assertEquals(measureOf(run, "reopening_day"), 36);
    assertEquals(measureOf(run, "ordinary_beds_given_back"), 98);
  }
});

Deno.test("ordinary admissions grow, rides grow longer, on every pair", () => {
  for (const [a, b] of runs) assert(admissions(b) > 1.15 * admissions(a));
  const measure = "transfer_part_mean";
  const rides = changesOf({ from: before, to: after, measure, groups: { line: "ride" } });
  assert(rides.every((hours) => hours > 0), rides.join(" "));
  for (const [a, b] of runs) assertEquals(measureOf(a, "infected"), measureOf(b, "infected"));
});
