/** Services by risk level: what each level leaves open, and what its fall gives back. */
import { assert, assertEquals } from "@std/assert";
import { tiny } from "../../support/tiny_network.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import type { LevelPlan, Scenario } from "../../../sim/scenario/mod.ts";

type Services = Scenario["services"];

/** Plans that differ in the share of outpatients who are seen. */
function plansOf({ plans }: Services): Services["plans"] {
  const open = (plan: LevelPlan, outpatient: number): LevelPlan => ({
    ...plan,
    open: { ...plan.open, outpatient },
  });
  return { low: open(plans.low, 1), medium: open(plans.medium, 0.5), high: open(plans.high, 0) };
}

/** Outpatient visits by week, without an epidemic. */
function visitsUnder(levels: Services["levels"]): number[] {
  const scenario = tiny({
    residents: 100_000,
    change: (s) => ({
      ...s,
      wave: { ...s.wave, scale: 0 },
      services: {
        ...s.services,
        outpatientVisits: [4, 0, 0],
        weekProfile: [1, 1, 1, 1, 1, 1, 1],
        plans: plansOf(s.services),
        levels,
      },
    }),
  });
  const { volume } = runReplication(scenario, { seed: "levels", replication: 0 });
  // By week, line and tier; outpatients are the first of four lines, primary care the first tier.
  return Array.from({ length: volume.length / 12 }, (_, week) => volume[week * 12]);
}

const FROM = "2022-11-01";

// Planted: the plan of the lowest level at every level: as many visits at all of them, red.
Deno.test("each level leaves open what its plan says", () => {
  const [low, medium, high] = (["low", "medium", "high"] as const).map((level) =>
    visitsUnder([{ from: FROM, level }])
  );
  const sum = (visits: number[]) => visits.reduce((a, b) => a + b, 0);
  const half = sum(low) / 2;
  assert(half > 10_000, `${half}`);
  assert(Math.abs(sum(medium) - half) < 4 * Math.sqrt(half), `${sum(medium)}`);
  assertEquals(sum(high), 0);
});

// Planted: the first level on every day: nothing comes back, red.
Deno.test("services come back in full from the day on which the level falls", () => {
  const all = visitsUnder([{ from: FROM, level: "low" }]);
  // 5 December 2022 is a Monday; the window begins on a Tuesday, so its week is the sixth.
  const back = visitsUnder([{ from: FROM, level: "high" }, { from: "2022-12-05", level: "low" }]);
  assertEquals(back.slice(0, 5), [0, 0, 0, 0, 0]);
  assertEquals(back.slice(5), all.slice(5));
});
