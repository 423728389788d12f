/** Ordinary care from the first day of the warm-up on, and the factor on becoming moderate. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { logged, tiny, TRAINING, ward } from "../../support/tiny_network.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";

const replicationOf = (s: Scenario) => runReplication(s, { seed: "start", replication: 0 });

Deno.test("ReplicationResult.start goes from the warm-up to the end and joins the series of the run", () => {
  const { start, series } = replicationOf(TRAINING);
  const { warmUpDays, days, runOnDays } = TRAINING.window;
  assertEquals(start.map((p) => [p.measure, p.unit, p.ward, p.line]), [
    ["census", "patients", "general", "ordinary"],
    ["census", "patients", "sub_icu", "ordinary"],
    ["census", "patients", "icu", "ordinary"],
  ]);
  for (const { ward, values } of start) {
    assertEquals(values.length, warmUpDays + days + runOnDays);
    const run = series.find((p) =>
      p.measure === "census" && p.ward === ward && p.line === "ordinary"
    )!;
    assertEquals(values.slice(warmUpDays), run.values);
  }
});

// Beds so many that none is ever full: mean census 0.1 × 4000 on every day, variance 400.
// Planted: no patients at the start of the warm-up: 40 instead of 400 on its first day, red.
Deno.test("ReplicationResult.start holds occupancy times beds from the first day of the warm-up", () => {
  const scenario = tiny({
    wards: [ward("lead", "general", 4000, "shared")],
    change: (s) => ({
      ...s,
      wave: { ...s.wave, scale: 0 },
      services: { ...s.services, occupancy: 0.1, weekProfile: [1, 1, 1, 1, 1, 1, 1] },
    }),
  });
  const { start } = replicationOf(scenario);
  const warmUp = start[0].values.slice(0, scenario.window.warmUpDays);
  for (const census of warmUp) assertAlmostEquals(census, 400, 4 * Math.sqrt(400));
  const mean = warmUp.reduce((a, b) => a + b, 0) / warmUp.length;
  // Autocorrelation lasts as long as a stay: no better than two independent days in a fortnight.
  assertAlmostEquals(mean, 400, 4 * Math.sqrt(400 / 2));
});

Deno.test("moderateFactor multiplies the risk of becoming moderate and keeps it below 1", () => {
  const spec = { residents: 2000, wards: [["sub", "general", 2000]] } as const;
  const needed = (moderate: number, factor: number) => {
    const change = (s: Scenario) => ({ ...s, course: { ...s.course, moderateFactor: factor } });
    return logged(tiny({ ...spec, risk: { moderate }, change }));
  };
  const [half, quarter] = [needed(0.5, 1), needed(0.25, 2)];
  assertEquals(quarter.events, half.events);
  assertEquals(quarter.result.measures, half.result.measures);
  assert(half.measure("needed_bed") > 700, `${half.measure("needed_bed")} needed a bed`);
  assertEquals(needed(1e-3, 1e9).measure("needed_bed"), needed(1 - 1e-6, 1).measure("needed_bed"));
  // Once at 1 the factor leaves it there.
  assertEquals(needed(1, 3).events, needed(1, 1).events);
});
