/** Infection of ordinary inpatients: its law, what it adds to stays, what lowers it. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { runReplication } from "../../../sim/network/mod.ts";
import type { InHospitalInfectionSpec, Scenario } from "../../../sim/scenario/mod.ts";
import { constant, DAY, measureOf, tiny, TRAINING, ward } from "../../support/tiny_network.ts";

const run = (scenario: Scenario, replication = 0) =>
  runReplication(scenario, { seed: "infection", replication });

const infection = (change: Partial<InHospitalInfectionSpec>) => (s: Scenario): Scenario => ({
  ...s,
  hospital: { ...s.hospital, infection: { ...s.hospital.infection, ...change } },
});

/** Forty days of 2,000 ordinary patients and 500 cases who all stay, in one ward, and nobody else. */
function closedWard(change: Partial<InHospitalInfectionSpec>, spacing = 1): Scenario {
  const stay = constant(100_000 * DAY);
  return tiny({
    risk: { moderate: 1 },
    wards: [ward("lead", "general", 5000, "shared")],
    change: (s) =>
      infection({ rate: 0.1 / DAY, recognisedFactor: 1, infectiousFrom: 60, ...change })({
        ...s,
        window: { ...s.window, days: 40, runOnDays: 28, warmUpDays: 0 },
        wave: { ...s.wave, scale: 0 },
        course: { ...s.course, moderate: constant(10_000 * DAY) },
        start: {
          census: [{
            facility: "lead",
            ward: "general",
            ordinary: 2000,
            moderate: 500,
            severe: 0,
            critical: 0,
          }],
          waiting: [],
        },
        services: {
          ...s.services,
          stay: { general: stay, sub_icu: stay, icu: stay },
          plans: { ...s.services.plans, low: { ...s.services.plans.low, spacing } },
        },
      }),
  });
}

const infected = (scenario: Scenario, replication = 0) =>
  measureOf(run(scenario, replication), "in_hospital_infections");

/** Of 2,000, how many a hazard infects [patients], and how far a run may be from it. */
function expected(perDay: number): { mean: number; band: number } {
  const p = 1 - Math.exp(-perDay * 40);
  return { mean: 2000 * p, band: 4 * Math.sqrt(2000 * p * (1 - p)) };
}

// A fifth of the ward is infectious: 0.02 a day for 40 days infects 0.55 of them.
// Planted: sources over ordinary patients alone (a quarter): 0.63, red.
Deno.test("the share infected is that of a constant hazard", () => {
  const { mean, band } = expected(0.1 * 0.2);
  assertAlmostEquals(infected(closedWard({})), mean, band);
});

// Planted: spacing left out of the pressure of the day, red.
Deno.test("every other bed left empty lowers the hazard by its effect, half of that by half", () => {
  const at = (spacing: number, spacingEffect: number) =>
    infected(closedWard({ spacingEffect }, spacing));
  assertEquals(at(0.5, 1), 0);
  for (const [spacing, factor] of [[0.5, 0.4], [0.75, 0.7], [1, 1]] as const) {
    const { mean, band } = expected(0.1 * 0.2 * factor);
    assertAlmostEquals(at(spacing, 0.6), mean, band);
  }
});

Deno.test("infections rise with the rate", () => {
  const counts = [0.02, 0.05, 0.1].map((rate) => infected(closedWard({ rate: rate / DAY })));
  assert(counts[0] < counts[1] && counts[1] < counts[2], counts.join(", "));
});

Deno.test("patients infected in hospital pass it on once they are infectious", () => {
  const alone = infected(closedWard({ infectiousFrom: 60 }));
  const passedOn = infected(closedWard({ infectiousFrom: 1, recognition: 60 * DAY }));
  const recognised = infected(closedWard({ infectiousFrom: 1, recognition: 0 }));
  assert(passedOn > 1.2 * alone, `${passedOn} with, ${alone} without`);
  assertEquals(recognised, alone);
});

Deno.test("a patient infected stays longer by the stated law, the others leave", () => {
  const short = (extra: number) => {
    const world = closedWard({ rate: 0.3 / DAY, extraStay: constant(extra * DAY) });
    const stay = constant(10 * DAY);
    return run({
      ...world,
      services: { ...world.services, stay: { general: stay, sub_icu: stay, icu: stay } },
    });
  };
  const at = (extra: number, day: number) =>
    short(extra).series.find((p) =>
      p.measure === "census" && p.ward === "general" && p.line === "ordinary"
    )!.values[day];
  assertEquals(at(0, 30), 0);
  assertEquals(at(1000, 30), measureOf(short(1000), "in_hospital_infections"));
});

Deno.test("nobody is infected where nobody is infectious", () => {
  const on = infection({ rate: 10 / DAY })(TRAINING);
  assertEquals(infected({ ...on, wave: { ...on.wave, scale: 0 } }), 0);
});

Deno.test("infection in hospital is measured only where it is on", () => {
  assertEquals(infected(TRAINING), NaN);
});

Deno.test("buffer wards and the effect of spacing lower infections, in every replication", () => {
  const on = infection({ rate: 0.3 / DAY });
  const high = (s: Scenario): Scenario => ({
    ...s,
    services: { ...s.services, levels: [{ from: s.window.start, level: "high" }] },
  });
  for (let replication = 0; replication < 3; replication++) {
    const count = (s: Scenario) => infected(s, replication);
    const base = count(on(TRAINING));
    const buffer = count({
      ...on(TRAINING),
      hospital: { ...on(TRAINING).hospital, buffer: { share: 0.1 } },
    });
    assert(buffer < base, `buffer ${buffer}, none ${base}`);
    const [none, strong] = [0, 0.9].map((spacingEffect) =>
      count(infection({ rate: 0.3 / DAY, spacingEffect })(high(TRAINING)))
    );
    assert(strong < none, `spacing ${strong}, none ${none}`);
  }
});
