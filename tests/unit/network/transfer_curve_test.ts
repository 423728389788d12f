/** Share of transfers unfinished by the time since the request. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { COLOURS } from "../../../sim/domain/mod.ts";
import { detailOf, TRANSFER_HOURS } from "../../../sim/network/mod.ts";
import { beginReplication } from "../../../sim/network/replication.ts";
import { loadScenario } from "../../../sim/scenario/mod.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";
import { constant, measureOf, SPEED, tiny } from "../../support/tiny_network.ts";

const GROUPS = ["", ...COLOURS];
const HOUR = 60;

/** A replication's curves by group, and the requests that they are made of. */
function curvesOf(scenario: Scenario) {
  const { world, invariants, finish } = beginReplication(scenario, { seed: "c", replication: 0 });
  invariants.run();
  const result = finish();
  const { transfers } = detailOf(result.detail, scenario.window);
  const { delays } = world.collect;
  const requests = Array.from({ length: delays.count }, (_, i) => ({
    after: delays.duration[i],
    met: delays.how[i] === 1,
    colour: COLOURS[delays.colour[i]],
  }));
  const hours = TRANSFER_HOURS.length;
  const curves = new Map(
    GROUPS.map((group, g) => [group, transfers.subarray(g * hours, (g + 1) * hours)] as const),
  );
  return { result, requests, curves };
}

const scenarioOf = (name: string) =>
  loadScenario(fromFileUrl(new URL(`../../../scenarios/${name}.yaml`, import.meta.url)));

/** Kaplan and Meier's factors, one by one, with the time of each. */
function factors(requests: readonly { after: number; met: boolean }[]) {
  const ends = [...new Set(requests.filter(({ met }) => met).map(({ after }) => after))];
  return ends.map((end) => {
    const atRisk = requests.filter(({ after }) => after >= end).length;
    const here = requests.filter(({ after, met }) => met && after === end).length;
    return { end, factor: 1 - here / atRisk };
  });
}

// Planted: those that end otherwise counted as finished; an hour of 61 minutes; colours in another
// order: red.
Deno.test("transfer_unfinished is the product limit of the requests, for all and by colour", async () => {
  const { curves, requests } = curvesOf(await scenarioOf("training_from_census"));
  assert(requests.some(({ met }) => !met), "some are not met");
  for (const [group, curve] of curves) {
    const own = requests.filter(({ colour }) => group === "" || colour === group);
    assert(own.length > 100, `${own.length} requests of ${group}`);
    const steps = factors(own);
    TRANSFER_HOURS.forEach((hours, h) => {
      const share = steps.filter(({ end }) => end <= hours * HOUR)
        .reduce((product, { factor }) => product * factor, 1);
      assertAlmostEquals(curve[h], share, 1e-9, `${group} ${hours} h`);
    });
  }
});

// The curve falls, so that its area to 168 h lies between the sums of lower and upper rectangles.
// Planted: the curve of yellow given as that of green; the mean restricted at 6 days: red.
Deno.test("the restricted mean of the measures is the area below the curve", async () => {
  for (const name of ["training", "training_city"]) {
    const { curves, result } = curvesOf(await scenarioOf(name));
    for (const [group, curve] of curves) {
      const mean = measureOf(result, "transfer_delay_mean", group === "" ? {} : { colour: group });
      let [lower, upper] = [0, 0];
      TRANSFER_HOURS.forEach((hours, h) => {
        const width = hours - (TRANSFER_HOURS[h - 1] ?? 0);
        lower += width * curve[h];
        upper += width * (curve[h - 1] ?? 1);
      });
      assert(lower <= mean && mean <= upper, `${name} ${group}: ${lower} ${mean} ${upper}`);
      assert(upper < 1.4 * lower + 1, `${name} ${group}: ${lower} to ${upper}`);
      const median = measureOf(
        result,
        "transfer_delay_median",
        group === "" ? {} : { colour: group },
      );
      TRANSFER_HOURS.forEach((hours, h) => {
        if (!Number.isNaN(median)) assertEquals(curve[h] <= 0.5, hours >= median);
      });
    }
  }
});

Deno.test("transfers that all take one time are unfinished before it and finished from it on", () => {
  const scenario = tiny({
    residents: 100,
    risk: { moderate: 1 },
    wards: [["sub", "general", 100]],
    worsening: "call_120",
    change: (s) => ({
      ...s,
      referral: { ...s.referral, handOver: constant(90) },
    }),
  });
  const { curves, requests } = curvesOf(scenario);
  // Hand-over, then by own means from the designated hospital to the sub-designated one, 5 km back.
  const whole = 90 + 5 / SPEED;
  for (const { after } of requests) assertAlmostEquals(after, whole, 1e-3);
  assert(requests.length > 20);
  const expected = TRANSFER_HOURS.map((hours) => hours * HOUR < whole ? 1 : 0);
  assertEquals([...curves.get("")!], expected);
});

Deno.test("transfer_unfinished has no value where nobody asks for a bed", () => {
  const { curves, requests } = curvesOf(tiny({ residents: 20 }));
  assertEquals(requests.length, 0);
  for (const curve of curves.values()) assert(curve.every(Number.isNaN));
});
