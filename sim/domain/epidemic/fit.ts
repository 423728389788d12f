/** Fit of a wave to published attack rates. */
import { Wave } from "./wave.ts";

/** A cumulative attack rate. */
export interface AttackShare {
  /** Day at whose end it holds [d since the window began], from 0: day 0 ends at time 1. */
  readonly day: number;
  /** Cumulative share of residents infected [-]. */
  readonly share: number;
}

/** What a wave is fitted to. */
export interface WaveFit {
  /** Day of highest incidence [d since the window began], a whole number; the peak is at its noon. */
  readonly peakDay: number;
  /** Three cumulative attack rates on days from the peak day on, rising. */
  readonly attack: readonly AttackShare[];
  /** Factor on the whole curve [-], 0 or more; 0 is no epidemic. */
  readonly scale: number;
}

/**
 * Fits a wave through three cumulative attack rates with a given day of the peak.
 *
 * The ratio of the two increments between the points gives the width after the peak, the increments
 * themselves the area after it, and what is left the width before it, the density being continuous
 * at the peak.
 *
 * @param spec Peak day [d since the window began], three attack rates [-] by day, scale [-].
 * @returns The wave, times the scale.
 * @throws {RangeError} When the days or shares are out of order, or no wave of this shape goes
 *   through the points.
 *
 * @example Beijing, winter 2022, days since 1 November
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { fitWave } from "./mod.ts";
 *
 * const attack = [{ day: 43, share: 0.431 }, { day: 51, share: 0.757 }, { day: 91, share: 0.923 }];
 * const wave = fitWave({ peakDay: 40, attack, scale: 1 });
 * assertAlmostEquals(wave.cumulative(52), 0.757, 1e-9);
 * assertAlmostEquals(wave.height, 0.061, 1e-3);
 * ```
 */
export function fitWave(spec: WaveFit): Wave {
  checkFit(spec);
  const peak = spec.peakDay + 0.5;
  const [x1, x2, x3] = spec.attack.map(({ day }) => day + 1 - peak);
  const [c1, c2, c3] = spec.attack.map(({ share }) => share);
  const ratio = (c3 - c2) / (c2 - c1);
  const ratioAt = (s: number): number => tanhGap(x2, x3, s) / tanhGap(x1, x2, s);
  const low = x2 / 600;
  const high = 1e4 * x3;
  if (!(ratio > ratioAt(low) && ratio < ratioAt(high))) {
    throw new RangeError(
      `Cannot fit the wave as the second increment of the attack rates ÷ the first must be > ${
        ratioAt(low).toPrecision(3)
      } and < ${ratioAt(high).toPrecision(3)} on these days: current ratio is ${
        ratio.toPrecision(3)
      }`,
    );
  }
  const after = bisect(ratioAt, { target: ratio, low, high });
  const area = (c2 - c1) / tanhGap(x1, x2, after);
  const height = area / (2 * after);
  const atPeak = c1 - area * Math.tanh(x1 / (2 * after));
  const areaBefore = (s: number): number => 2 * height * s * Math.tanh(peak / (2 * s));
  if (!(atPeak > areaBefore(peak / 600) && atPeak < areaBefore(1e4 * peak))) {
    throw new RangeError(
      `Cannot fit the wave as the share infected by the peak must be > 0 and < ${
        (height * peak).toPrecision(3)
      }, its height times the days before it: the points leave ${atPeak.toPrecision(3)}`,
    );
  }
  const before = bisect(areaBefore, { target: atPeak, low: peak / 600, high: 1e4 * peak });
  return new Wave({ peak, before, after, height: height * spec.scale });
}

/** tanh(b/2s) − tanh(a/2s), without cancellation where both are near 1. */
function tanhGap(a: number, b: number, s: number): number {
  return 2 * (1 / (Math.exp(a / s) + 1) - 1 / (Math.exp(b / s) + 1));
}

/** Argument at which a rising function takes a value, to the last bits; bisection of the logarithm. */
function bisect(
  f: (s: number) => number,
  { target, low, high }: { target: number; low: number; high: number },
): number {
  let a = Math.log(low);
  let b = Math.log(high);
  for (let step = 0; step < 100; step++) {
    const middle = (a + b) / 2;
    if (f(Math.exp(middle)) < target) a = middle;
    else b = middle;
  }
  return Math.exp((a + b) / 2);
}

/** Refuses points that no wave can have. */
function checkFit({ peakDay, attack, scale }: WaveFit): void {
  if (!(Number.isInteger(peakDay) && peakDay >= 0)) {
    throw new RangeError(
      `Cannot fit the wave as the peak day must be a whole number >= 0: current peak day is ${peakDay} d`,
    );
  }
  if (!(scale >= 0 && scale < Infinity)) {
    throw new RangeError(
      `Cannot fit the wave as its scale must be >= 0: current scale is ${scale}`,
    );
  }
  const rising = attack.length === 3 &&
    attack.every(({ day, share }, i) =>
      i === 0
        ? day >= peakDay && share > 0
        : day > attack[i - 1].day && share > attack[i - 1].share && share <= 1
    );
  if (!rising) {
    throw new RangeError(
      `Cannot fit the wave as there must be three attack rates that rise, up to 1, on days from the peak day ${peakDay} on: current ones are ${
        attack.map(({ day, share }) => `${share} on day ${day}`).join(", ") || "none"
      }`,
    );
  }
}
