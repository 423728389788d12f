/** Scenarios of the cities beside Beijing of 2022: they load, pass the linter, and run in part. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { fitWave } from "../../../sim/domain/mod.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import type { ReplicationResult } from "../../../sim/network/mod.ts";
import { lintScenario, loadScenario, restrictCity } from "../../../sim/scenario/mod.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";

const load = (name: string): Promise<Scenario> =>
  loadScenario(fromFileUrl(new URL(`../../../scenarios/${name}.yaml`, import.meta.url)));

const NAMES = [
  "beijing_2020_high",
  "beijing_2020_low_throughout",
  "beijing_2020_as_medium",
  "county_low",
  "county_medium",
  "county_high",
  "county_wave",
  "county_wave_by_cases",
  "shanghai_2022",
  "shanghai_2022_fewer_shelters",
];

const day = (start: string, date: string): number =>
  Math.round((Date.parse(date) - Date.parse(start)) / 86_400_000);

/** The curve of a scenario. */
function waveOf({ wave, window }: Scenario) {
  return fitWave({
    peakDay: day(window.start, wave.peak),
    attack: wave.attack.map(({ date, share }) => ({ day: day(window.start, date), share })),
    scale: wave.scale,
  });
}

/** A part of a city for some days, without a run-on. */
function run(
  scenario: Scenario,
  { districts, days }: { districts: string[]; days: number },
): ReplicationResult {
  const city = restrictCity(scenario.city, districts);
  const window = { ...scenario.window, days };
  return runReplication({ ...scenario, city, window }, { seed: "1", replication: 0 });
}

for (const name of NAMES) {
  Deno.test(`scenarios/${name}.yaml has no errors, and every number a source`, async () => {
    const scenario = await load(name);
    const errors = lintScenario(scenario).filter(({ severity }) => severity === "error");
    assertEquals(errors, []);
    assertEquals(scenario.provenance.filter(({ source }) => source === ""), []);
  });
}

Deno.test("Shanghai's wave goes through the published shares, three days earlier", async () => {
  const scenario = await load("shanghai_2022");
  const wave = waveOf(scenario);
  const residents = scenario.city.communities.reduce((sum, { population }) => sum + population, 0);
  const share = (reported: string) =>
    wave.cumulative(day(scenario.window.start, reported) - 3 + 1) * residents / 626_965;
  assertAlmostEquals(share("2022-04-15"), 0.5, 1e-3);
  assertAlmostEquals(share("2022-04-23"), 0.75, 1e-3);
  assertAlmostEquals(share("2022-05-16"), 0.99, 1e-3);
  // Not fitted; published 0.05, 0.25 and 0.95.
  assertAlmostEquals(share("2022-03-30"), 0.05, 0.03);
  assertAlmostEquals(share("2022-04-09"), 0.25, 0.05);
  assertAlmostEquals(share("2022-05-05"), 0.95, 0.02);
  assert(Math.abs(wave.total * residents / 626_965 - 1) < 0.02);
});

Deno.test("Beijing's wave of 2020 goes through the confirmed cases, six days earlier", async () => {
  const scenario = await load("beijing_2020_high");
  const cases = (reported: string) =>
    waveOf(scenario).cumulative(day(scenario.window.start, reported) - 6 + 1) * 21_893_095;
  for (const [date, count] of [["2020-02-05", 253], ["2020-02-10", 337], ["2020-02-29", 411]]) {
    assertAlmostEquals(cases(date as string), count as number, 1);
  }
});

Deno.test("the county's volumes are 6.2 visits for each resident, by the national shares", async () => {
  const { lines } = (await load("county_low")).services;
  const visits = Object.entries(lines).filter(([line]) =>
    /^(outpatient|chronic|antenatal|emergency)/.test(line)
  );
  const byTier = [0, 1, 2].map((tier) =>
    visits.reduce((sum, [, { volume }]) => sum + volume[tier], 0)
  );
  const all = byTier[0] + byTier[1] + byTier[2];
  assertAlmostEquals(all, 6.2, 0.01);
  assertAlmostEquals(byTier[1] / all, 0.159, 1e-3);
  assertAlmostEquals(byTier[2] / all, 0.228, 1e-3);
});

Deno.test("runReplication() runs the county: the wave fills its beds, the quiet weeks do not", async () => {
  const districts = ["county", "outside"];
  const wave = run(await load("county_wave"), { districts, days: 106 });
  const quiet = run(await load("county_low"), { districts, days: 60 });
  assert(wave.infected > 400_000 && wave.infected < 500_000);
  assertEquals(quiet.infected, 0);
});

Deno.test("runReplication() runs a district of Beijing of 2020 and one of Shanghai", async () => {
  const beijing = run(await load("beijing_2020_high"), { districts: ["yanqing"], days: 60 });
  const shanghai = run(await load("shanghai_2022"), { districts: ["chongming"], days: 75 });
  assert(beijing.infected < 40);
  assert(shanghai.infected > 10_000 && shanghai.infected < 20_000);
});
