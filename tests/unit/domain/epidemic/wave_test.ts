import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { fitWave, Wave, type WaveFit } from "../../../../sim/domain/epidemic/mod.ts";

/** Beijing, days since 1 November 2022: peak 11 December; 14 and 22 December, 31 January. */
const BEIJING: WaveFit = {
  peakDay: 40,
  attack: [{ day: 43, share: 0.431 }, { day: 51, share: 0.757 }, { day: 91, share: 0.923 }],
  scale: 1,
};

Deno.test("fitWave() goes through the three attack rates at the end of their days", () => {
  const wave = fitWave(BEIJING);
  for (const { day, share } of BEIJING.attack) {
    assertAlmostEquals(wave.cumulative(day + 1), share, 1e-12);
  }
  assertAlmostEquals(wave.before, 1.8436, 1e-4);
  assertAlmostEquals(wave.after, 5.7418, 1e-4);
  assertAlmostEquals(wave.height, 0.06085, 1e-5);
  assertAlmostEquals(wave.total, 0.92318, 1e-5);
  assertEquals(wave.peak, 40.5);
});

Deno.test("fitWave() finds the parameters of a wave from three of its points", () => {
  const true_ = new Wave({ peak: 10.5, before: 3, after: 8, height: 0.03 });
  const attack = [12, 20, 30].map((day) => ({ day, share: true_.cumulative(day + 1) }));
  const wave = fitWave({ peakDay: 10, attack, scale: 1 });
  assertAlmostEquals(wave.before, 3, 1e-9);
  assertAlmostEquals(wave.after, 8, 1e-9);
  assertAlmostEquals(wave.height, 0.03, 1e-9);
});

Deno.test("fitWave() multiplies the whole curve by the scale", () => {
  const wave = fitWave(BEIJING);
  const half = fitWave({ ...BEIJING, scale: 0.5 });
  for (const day of [20, 40.5, 45, 100]) {
    assertAlmostEquals(half.cumulative(day), wave.cumulative(day) / 2, 1e-15);
    assertAlmostEquals(half.incidence(day), wave.incidence(day) / 2, 1e-15);
  }
});

Deno.test("fitWave() with scale 0 infects nobody", () => {
  const none = fitWave({ ...BEIJING, scale: 0 });
  assertEquals(none.total, 0);
  assertEquals(none.cumulative(60), 0);
  assertEquals(none.incidence(40.5), 0);
  assertEquals(none.timeOf(1e-12), Infinity);
});

Deno.test("Wave.cumulative() is 0 before the window and the integral of the incidence in it", () => {
  const wave = fitWave(BEIJING);
  assertEquals(wave.cumulative(-5), 0);
  assertEquals(wave.cumulative(0), 0);
  assertEquals(wave.incidence(-1), 0);
  const step = 1 / 64;
  let sum = 0;
  for (let day = 0; day < 92; day += step) {
    sum += step / 6 * (wave.incidence(day) + 4 * wave.incidence(day + step / 2) +
      wave.incidence(day + step));
    assertAlmostEquals(wave.cumulative(day + step), sum, 1e-9);
  }
});

Deno.test("Wave cuts the tail before the window off when the window opens into the rise", () => {
  const wave = new Wave({ peak: 2, before: 2, after: 4, height: 0.1 });
  assertEquals(wave.cumulative(0), 0);
  assertAlmostEquals(wave.cumulative(2), 2 * 0.1 * 2 * Math.tanh(0.5), 1e-15);
  assertAlmostEquals(wave.total, wave.cumulative(2) + 2 * 0.1 * 4, 1e-15);
});

Deno.test("Wave.incidence() is highest at noon of the peak day and continuous there", () => {
  const wave = fitWave(BEIJING);
  assertEquals(wave.incidence(40.5), wave.height);
  assertAlmostEquals(wave.incidence(40.5 - 1e-9), wave.height, 1e-12);
  assertEquals(wave.incidence(40) < wave.height, true);
  assertEquals(wave.incidence(41) < wave.height, true);
});

Deno.test("Wave.timeOf() answers at the ends: 0 for nobody, Infinity past the total", () => {
  const wave = fitWave(BEIJING);
  assertEquals(wave.timeOf(0), 0);
  assertEquals(wave.timeOf(-1), 0);
  assertEquals(wave.timeOf(wave.total), Infinity);
  assertEquals(wave.timeOf(1), Infinity);
});

Deno.test("Wave refuses a width of 0 and more infections than residents", () => {
  assertThrows(
    () => new Wave({ peak: 10, before: 0, after: 2, height: 0.1 }),
    RangeError,
    "Cannot make a wave as peak and widths must be > 0 and height >= 0: peak is 10 d, widths are 0 d and 2 d, height is 0.1 1/d",
  );
  assertThrows(
    () => new Wave({ peak: 1000, before: 1, after: 2, height: 0.25 }),
    RangeError,
    "Cannot make a wave as at most every resident can be infected: share in the end is 1.5",
  );
});

Deno.test("fitWave() refuses points out of order, before the peak or too few", () => {
  const fit = (attack: WaveFit["attack"]) => () => fitWave({ ...BEIJING, attack });
  const message =
    "Cannot fit the wave as there must be three attack rates that rise, up to 1, on days from the peak day 40 on: current ones are ";
  assertThrows(fit([]), RangeError, message + "none");
  assertThrows(
    fit(BEIJING.attack.slice(0, 2)),
    RangeError,
    message + "0.431 on day 43, 0.757 on day 51",
  );
  assertThrows(
    fit(BEIJING.attack.with(0, { day: 39, share: 0.2 })),
    RangeError,
    message + "0.2 on day 39, 0.757 on day 51, 0.923 on day 91",
  );
  assertThrows(fit(BEIJING.attack.with(2, { day: 91, share: 0.7 })), RangeError, message);
  assertThrows(fit(BEIJING.attack.with(2, { day: 91, share: 1.1 })), RangeError, message);
});

Deno.test("fitWave() refuses points that no wave of the shape goes through", () => {
  const fit = (...points: [number, number][]) => () =>
    fitWave({ ...BEIJING, attack: points.map(([day, share]) => ({ day, share })) });
  assertThrows(
    fit([40, 0.1], [51, 0.6], [52, 0.9]),
    RangeError,
    "Cannot fit the wave as the second increment of the attack rates ÷ the first must be > 5.66e-250 and < 0.0909 on these days: current ratio is 0.600",
  );
  assertThrows(
    fit([43, 0.9], [51, 0.91], [91, 0.923]),
    RangeError,
    "Cannot fit the wave as the share infected by the peak must be > 0 and < 0.0590, its height times the days before it: the points leave 0.895",
  );
});

Deno.test("fitWave() refuses a peak between days and a negative scale", () => {
  assertThrows(
    () => fitWave({ ...BEIJING, peakDay: 40.5 }),
    RangeError,
    "Cannot fit the wave as the peak day must be a whole number >= 0: current peak day is 40.5 d",
  );
  assertThrows(
    () => fitWave({ ...BEIJING, scale: -1 }),
    RangeError,
    "Cannot fit the wave as its scale must be >= 0: current scale is -1",
  );
});
