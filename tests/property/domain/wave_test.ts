import { assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { fitWave, Wave } from "../../../sim/domain/epidemic/mod.ts";

/** Waves whose total stays below everyone. */
const wave = fc.record({
  peakDay: fc.integer({ min: 5, max: 60 }),
  before: fc.double({ min: 0.5, max: 10, noNaN: true }),
  after: fc.double({ min: 0.5, max: 10, noNaN: true }),
  share: fc.double({ min: 0.05, max: 0.99, noNaN: true }),
}).map(({ peakDay, before, after, share }) => ({
  peakDay,
  wave: new Wave({
    peak: peakDay + 0.5,
    before,
    after,
    height: share / (2 * (before + after)),
  }),
}));
const unit = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

Deno.test("Wave.timeOf() inverts Wave.cumulative() and neither ever falls", () => {
  fc.assert(
    fc.property(wave, fc.array(unit, { minLength: 30, maxLength: 30 }), ({ wave }, units) => {
      let time = 0;
      for (const u of units.toSorted((a, b) => a - b)) {
        const t = wave.timeOf(u * wave.total);
        assertEquals(t >= time, true);
        assertEquals(wave.cumulative(t) >= wave.cumulative(time), true);
        if (t < Infinity) assertAlmostEquals(wave.cumulative(t), u * wave.total, 1e-13);
        time = t;
      }
    }),
    { numRuns: 200, seed: 1 },
  );
});

Deno.test("fitWave() finds any wave again from three of its points", () => {
  fc.assert(
    fc.property(wave, ({ peakDay, wave }) => {
      const days = [0, 0.7, 2].map((widths, i) => peakDay + i + Math.ceil(widths * 2 * wave.after));
      const attack = days.map((day) => ({ day, share: wave.cumulative(day + 1) }));
      const fitted = fitWave({ peakDay, attack, scale: 1 });
      assertAlmostEquals(fitted.after, wave.after, 1e-6);
      assertAlmostEquals(fitted.height, wave.height, 1e-6);
      for (const { day, share } of attack) {
        assertAlmostEquals(fitted.cumulative(day + 1), share, 1e-9);
      }
    }),
    { numRuns: 200, seed: 2 },
  );
});
