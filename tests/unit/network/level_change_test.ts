/** Services by risk level: what each level leaves open, and what its fall gives back. */
import { assert, assertEquals } from "@std/assert";
import { GENERAL, once, plan, services } from "../../support/service_worlds.ts";
import { servedOf } from "../../support/volumes.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";

type Services = Scenario["services"];

/** Everybody asks once and does not come back; no ramp. */
const LINES = { [GENERAL]: { ...once(1), returns: 0, minutes: 0 } };
const AT_ONCE = {
  rampPerWeek: { outpatient: 0, public_health: 0, procedure: 0, inpatient_elective: 0 },
};
const PLANS: Services["plans"] = {
  low: plan({}, AT_ONCE),
  medium: plan({ [GENERAL]: 0.5 }, AT_ONCE),
  high: plan({ [GENERAL]: 0 }, AT_ONCE),
};
const WEEKS = 8;

/** Visits by week, without an epidemic. */
function visitsUnder(levels: Services["levels"]): number[] {
  const scenario = services(LINES, PLANS.low, { plans: PLANS, levels });
  const { volume } = runReplication(scenario, { seed: "levels", replication: 0 });
  return Array.from(
    { length: WEEKS },
    (_, week) => servedOf(volume, scenario, GENERAL, { from: week, to: week + 1 }),
  );
}

const FROM = "2022-11-01";

// Planted: the plan of the lowest level at every level: as many visits at all of them, red.
Deno.test("each level leaves open what its plan says", () => {
  const [low, medium, high] = (["low", "medium", "high"] as const).map((level) =>
    visitsUnder([{ from: FROM, level }])
  );
  const sum = (visits: number[]) => visits.reduce((a, b) => a + b, 0);
  const half = sum(low) / 2;
  assert(half > 1500, `${half}`);
  assert(Math.abs(sum(medium) - half) < 4 * Math.sqrt(half), `${sum(medium)}`);
  assertEquals(sum(high), 0);
});

// Planted: the first level on every day: nothing comes back, red.
Deno.test("services come back in full from the day on which the level falls", () => {
  const all = visitsUnder([{ from: FROM, level: "low" }]);
  // 21 November 2022 is a Monday; the window begins on a Tuesday, so its week is the fourth.
  const back = visitsUnder([{ from: FROM, level: "high" }, { from: "2022-11-21", level: "low" }]);
  assertEquals(back.slice(0, 3), [0, 0, 0]);
  assert(all.slice(3, 5).every((visits) => visits > 0));
  assertEquals(back.slice(3), all.slice(3));
});
