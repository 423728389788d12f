import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  Compartments,
  DistrictWave,
  fitContact,
  fitWave,
  type InfectionPeriods,
  STEPS_PER_DAY,
  Wave,
} from "../../../../sim/domain/epidemic/mod.ts";

const PERIODS: InfectionPeriods = {
  latent: 1.5,
  latentStages: 2,
  infectious: 3.8,
  infectiousStages: 2,
};
const DAYS = 92;
const BEIJING = fitWave({
  peakDay: 40,
  attack: [{ day: 43, share: 0.431 }, { day: 51, share: 0.757 }, { day: 91, share: 0.923 }],
  scale: 1,
});

const sum = (people: Compartments): number =>
  people.susceptible + people.latent.reduce((a, b) => a + b, 0) + people.infectiousAll +
  people.removed;

/** A wave after some days, each with a factor on its contacts. */
function after(wave: Wave, factors: readonly number[], imported = 0.01): DistrictWave {
  const days = factors.length;
  const district = new DistrictWave(fitContact(wave, { periods: PERIODS, imported, days }));
  for (const factor of factors) district.advance(factor);
  return district;
}

const every = (factor: number, days = DAYS): number[] => new Array(days).fill(factor);

Deno.test("Compartments.infect() moves people on and loses nobody", () => {
  const people = new Compartments({ ...PERIODS, latentStages: 1, infectiousStages: 1 });
  people.infect(0.4);
  assertEquals([people.susceptible, people.latent[0], people.infectiousAll], [0.6, 0.4, 0]);
  people.infect(0);
  const leaves = 0.4 / (1.5 * STEPS_PER_DAY);
  assertAlmostEquals(people.infectiousAll, leaves, 1e-15);
  assertAlmostEquals(people.latent[0], 0.4 - leaves, 1e-15);
  for (let step = 0; step < 300; step++) {
    people.infect(0.001);
    assertAlmostEquals(sum(people), 1, 1e-12);
  }
});

Deno.test("Compartments have the mean periods, whatever the stages", () => {
  for (const stages of [1, 2, 5]) {
    const people = new Compartments({ ...PERIODS, latentStages: stages, infectiousStages: stages });
    people.infect(1);
    let latent = 0;
    let infectious = 0;
    for (let step = 0; step < 4000; step++) {
      latent += people.latent.reduce((a, b) => a + b, 0) / STEPS_PER_DAY;
      infectious += people.infectiousAll / STEPS_PER_DAY;
      people.infect(0);
    }
    assertAlmostEquals(latent, PERIODS.latent, 1e-9);
    assertAlmostEquals(infectious, PERIODS.infectious, 1e-9);
  }
});

// Planted: a stage left by rate (1 − exp(−rate)) instead of with its exact mean: final sizes off by
// up to 0.02, red.
Deno.test("a constant contact rate gives the final size of the theory", () => {
  // Source: Kermack and McKendrick (1927), Proceedings of the Royal Society A 115, 700–721:
  // ln(s∞ ÷ s₀) = −R₀ (s₀ + e₀ + i₀ − s∞), here with all who start in the first latent stage.
  for (const [reproduction, seed] of [[1.5, 1e-3], [2.5, 1e-4], [5, 0.1]]) {
    const people = new Compartments(PERIODS);
    people.infect(seed);
    const rate = reproduction / PERIODS.infectious / STEPS_PER_DAY;
    for (let step = 0; step < 20_000; step++) people.expose(rate * people.infectiousAll);
    const left = people.susceptible;
    assertAlmostEquals(Math.log(left / (1 - seed)), -reproduction * (1 - left), 1e-9);
    assertAlmostEquals(sum(people), 1, 1e-12);
  }
});

Deno.test("Compartments refuse a stage shorter than a step", () => {
  assertThrows(
    () => new Compartments({ ...PERIODS, latent: 0.1 }),
    RangeError,
    "Cannot make compartments as a stage must last >= 3 h: the latent period is 0.1 d in 2 stages",
  );
  assertThrows(
    () => new Compartments({ ...PERIODS, infectiousStages: 0 }),
    RangeError,
    "the infectious period is 3.8 d in 0 stages",
  );
});

Deno.test("DistrictWave under factor 1 gives the curve back, whatever comes from outside", () => {
  const early = new Wave({ peak: 3, before: 4, after: 6, height: 0.02 });
  for (const [wave, imported] of [[BEIJING, 0.01], [BEIJING, 0], [BEIJING, 1], [early, 0.05]]) {
    const given = wave as Wave;
    const district = after(given, every(1), imported as number);
    for (let day = 0; day <= DAYS; day++) {
      assertAlmostEquals(district.cumulative(day), given.cumulative(day), 1e-9);
    }
    for (const share of [1e-6, 0.01, 0.2, 0.22]) {
      const step = 1 / STEPS_PER_DAY;
      assertAlmostEquals(district.timeOf(share), given.timeOf(share), step / 10);
    }
  }
});

// Planted: the fitted rate kept by date instead of by the share infected: 0.9 infects more, red.
Deno.test("DistrictWave infects fewer the fewer the contacts, and nobody twice", () => {
  const totals = [0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.97, 1, 1.1, 2, 10].map((factor) =>
    after(BEIJING, every(factor)).cumulative(DAYS)
  );
  totals.forEach((total, i) => assert(i === 0 || total > totals[i - 1], `${totals}`));
  assert(totals[totals.length - 1] < 1);
  // Without contacts only those infected outside.
  assert(totals[0] > 0 && totals[0] < 0.05, `${totals[0]}`);
  assertEquals(after(BEIJING, every(0), 0).cumulative(DAYS), 0);
});

Deno.test("DistrictWave with fewer contacts for some days is nowhere above the curve", () => {
  for (const [from, to] of [[10, 30], [30, 45], [45, 60]]) {
    const factors = every(1).map((f, day) => day >= from && day < to ? 0.3 : f);
    const district = after(BEIJING, factors);
    for (let day = 0; day <= DAYS; day++) {
      assert(district.cumulative(day) <= BEIJING.cumulative(day) + 1e-9, `day ${day}`);
    }
    assertAlmostEquals(sum(district.people), 1, 1e-12);
  }
});

Deno.test("an epidemic held down comes again when contacts are free", () => {
  const held = after(BEIJING, every(1).map((f, day) => day >= 25 && day < 60 ? 0.1 : f));
  assert(held.cumulative(60) < 0.05, `${held.cumulative(60)}`);
  assert(held.cumulative(DAYS) > 0.5, `${held.cumulative(DAYS)}`);
});

Deno.test("DistrictWave.timeOf() is the inverse of the share infected", () => {
  const district = after(BEIJING, every(0.6));
  for (const day of [1, 20.3, 40, 55.55, 91.9]) {
    assertAlmostEquals(district.timeOf(district.cumulative(day)), day, 1e-9);
  }
  assertEquals(district.timeOf(0), 0);
  assertEquals(district.timeOf(0.99), DAYS);
  assertThrows(
    () => district.cumulative(93),
    RangeError,
    "Cannot tell the share infected as the time must be <= the 92 d known: current time is 93 d",
  );
});

Deno.test("fitContact() refuses a curve that leaves nobody, and takes one that infects nobody", () => {
  const all = new Wave({ peak: 3, before: 5, after: 6, height: 0.0639 });
  assertThrows(
    () => fitContact(all, { periods: PERIODS, imported: 0, days: 200 }),
    RangeError,
    "Cannot fit a contact rate as the curve, with its tail before the window, must leave >= " +
      "0.000001 of the residents susceptible: it leaves -",
  );
  const none = new Wave({ peak: 40, before: 2, after: 6, height: 0 });
  assertEquals(after(none, every(1)).cumulative(DAYS), 0);
});

Deno.test("Wave.between() is the increment of the curve, exact in its tails", () => {
  for (const [a, b] of [[0, 10], [20, 41], [41, 80], [3, 3.125]]) {
    const increment = BEIJING.cumulative(b) - BEIJING.cumulative(a);
    assertAlmostEquals(BEIJING.between(a, b), increment, 1e-15);
  }
  // Far after the peak each step is the one before times e^(−step ÷ width).
  const ratio = BEIJING.between(300.125, 300.25) / BEIJING.between(300, 300.125);
  assertAlmostEquals(ratio, Math.exp(-0.125 / BEIJING.after), 1e-12);
  const before = BEIJING.between(-Infinity, 0);
  assertAlmostEquals(
    before / (4 * BEIJING.height * BEIJING.before),
    Math.exp(-40.5 / BEIJING.before),
    1e-12,
  );
});
