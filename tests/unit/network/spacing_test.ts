/** Beds spaced out step by step: shares by hand, and nobody urgent kept out for it. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { LINES } from "../../../sim/domain/mod.ts";
import { runReplication, volumesOf } from "../../../sim/network/mod.ts";
import { Spacing } from "../../../sim/network/spacing.ts";
import { loadScenario } from "../../../sim/scenario/mod.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";

const DAY = 1440;
const URGENT = LINES.indexOf("inpatient_urgent");
const [LOW, HIGH] = [0, 2];
const county = await loadScenario("scenarios/county_high.yaml");

function within(scenario: Scenario, spacingWithin: number): Scenario {
  return { ...scenario, wards: { ...scenario.wards, spacingWithin } };
}

Deno.test("spacing comes in by equal steps and goes at once", () => {
  const spacing = new Spacing(within(county, 5 * DAY), new Uint8Array([LOW, HIGH]));
  assertEquals([spacing.share(0, 0), spacing.share(1, 0)], [1, 0.75]);
  spacing.set(0, { day: 10, level: HIGH });
  const shares = [10, 11, 12, 13, 14, 15, 40].map((day) => spacing.share(0, day));
  [0.95, 0.9, 0.85, 0.8, 0.75, 0.75, 0.75].forEach((share, i) =>
    assertAlmostEquals(shares[i], share)
  );
  assertEquals([13, 14].map((day) => spacing.isComingIn(day)), [true, false]);
  spacing.set(0, { day: 12, level: LOW });
  assertEquals(spacing.share(0, 12), 1);
  spacing.set(0, { day: 13, level: HIGH });
  assertAlmostEquals(spacing.share(0, 13), 0.95);
});

Deno.test("without a time of its own spacing is there at once", () => {
  const spacing = new Spacing(within(county, 0), new Uint8Array([LOW]));
  spacing.set(0, { day: 3, level: HIGH });
  assertEquals([spacing.share(0, 3), spacing.isComingIn(3)], [0.75, false]);
});

/** Urgent ordinary admissions until eight days into the high level against those at the low one [-]. */
function urgentShare(scenario: Scenario): number {
  const admitted = (of: Scenario) => {
    const window = { ...of.window, days: 40, runOnDays: 0 };
    const { volume } = runReplication({ ...of, window }, { seed: "1", replication: 0 });
    const { weekly } = volumesOf(volume, window);
    return weekly.reduce(
      (sum, admissions, i) => Math.floor(i / 3) % LINES.length === URGENT ? sum + admissions : sum,
      0,
    );
  };
  const { services } = scenario;
  const low = { ...services, levels: services.levels.slice(0, 1) };
  return admitted(scenario) / admitted({ ...scenario, services: low });
}

Deno.test("urgent patients of the county are admitted when the level rises; spaced at once some are not", () => {
  const share = urgentShare(county);
  assert(share > 0.995, `${share} with steps`);
  const atOnce = urgentShare(within(county, 0));
  assert(atOnce < share, `${atOnce} at once, ${share} with steps`);
});
