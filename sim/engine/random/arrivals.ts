/**
 * Arrivals one after another: Poisson with a rate that changes, renewal, and by a list.
 *
 * Each kind draws one uniform an arrival, so that the n-th arrival of two scenarios takes the same
 * number; only thinning does not, as the number of its candidates depends on the rates.
 */

import type { Distribution } from "./distribution.ts";
import { RateProfile } from "./rate_profile.ts";
import { residualLifeOf } from "./residual_life.ts";
import type { Uniforms } from "./variates.ts";

/** Refuses a name that an option does not know. */
function checkName(doing: string, option: string, name: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  throw new TypeError(
    `Cannot ${doing} as ${option} must be "${
      known.join('" or "')
    }": current ${option} is "${name}"`,
  );
}

/** A process of arrivals. */
export interface Arrivals {
  /**
   * Draws the next arrival.
   * @param after Time of the arrival before, or when the process begins [min].
   * @returns Time of the next arrival [min], not before `after`; Infinity if none comes any more.
   */
  next(after: number): number;
}

/** What Poisson arrivals are drawn from. */
export interface PoissonArrivalsOptions {
  /** Rates by time; instead of `rate`. */
  readonly profile?: RateProfile;
  /** One rate for ever [1/min], positive; instead of `profile`. */
  readonly rate?: number;
  /** Stream that these arrivals have for themselves. */
  readonly stream: Uniforms;
  /**
   * `inversion` of the cumulative rate, one uniform an arrival, or `thinning` of candidates at the
   * highest rate, two uniforms a candidate. Inversion when left out.
   */
  readonly method?: "inversion" | "thinning";
}

/**
 * Arrivals of a Poisson process, whose rate may change with time.
 *
 * By inversion the next arrival is where the cumulative rate has grown by a unit exponential. By
 * thinning each candidate is kept with probability rate at the candidate's own time over highest rate.
 * The rate at the arrival before, in either method, would carry one interval's rate into the next:
 * an hour of a clinic's morning then falls a quarter short while the day's total falls by 1 %.
 *
 * Source: Çinlar (1975), "Introduction to stochastic processes", Prentice-Hall, section 4.7
 * (inversion); Lewis and Shedler (1979), "Simulation of nonhomogeneous Poisson processes by
 * thinning", Naval Research Logistics Quarterly 26(3), 403–413.
 *
 * @param options Profile or rate, stream and method.
 * @returns The arrivals.
 * @throws {RangeError} If the rate is not positive.
 * @throws {TypeError} If both or neither of profile and rate are given, or the method is unknown.
 *
 * @example None before the doors open, none after they close
 * ```ts
 * import { assert, assertEquals } from "@std/assert";
 * import { keyOf, poissonArrivals, rateProfile, Streams } from "./mod.ts";
 *
 * const stream = new Streams(keyOf("example", 0)).open("arrivals");
 * const profile = rateProfile({ rates: [2], width: 60, start: 480 });
 * const arrivals = poissonArrivals({ profile, stream });
 * assert(arrivals.next(0) > 480);
 * assertEquals(arrivals.next(540), Infinity);
 * ```
 */
export function poissonArrivals(options: PoissonArrivalsOptions): Arrivals {
  const { profile, rate, stream, method = "inversion" } = options;
  checkName("make Poisson arrivals", "method", method, ["inversion", "thinning"]);
  if ((profile === undefined) === (rate === undefined)) {
    throw new TypeError(
      `Cannot make Poisson arrivals as they take either a profile or a rate: current options have ${
        profile === undefined ? "neither" : "both"
      }`,
    );
  }
  if (profile !== undefined) {
    return method === "thinning" ? new Thinned(profile, stream) : new Inverted(profile, stream);
  }
  if (!(rate! > 0 && rate! < Infinity)) {
    throw new RangeError(
      `Cannot make Poisson arrivals as their rate must be positive: current rate is ${rate} /min`,
    );
  }
  return new Constant(1 / rate!, stream);
}

/** Exponential gaps; thinning at one rate keeps every candidate, so it is the same. */
class Constant implements Arrivals {
  readonly #mean: number;
  readonly #stream: Uniforms;

  constructor(mean: number, stream: Uniforms) {
    this.#mean = mean;
    this.#stream = stream;
  }

  next(after: number): number {
    return after - this.#mean * Math.log1p(-this.#stream.uniform());
  }
}

class Inverted implements Arrivals {
  readonly #profile: RateProfile;
  readonly #stream: Uniforms;

  constructor(profile: RateProfile, stream: Uniforms) {
    this.#profile = profile;
    this.#stream = stream;
  }

  next(after: number): number {
    return this.#profile.timeAfter(after, -Math.log1p(-this.#stream.uniform()));
  }
}

class Thinned implements Arrivals {
  readonly #profile: RateProfile;
  readonly #stream: Uniforms;

  constructor(profile: RateProfile, stream: Uniforms) {
    this.#profile = profile;
    this.#stream = stream;
  }

  next(after: number): number {
    const { highest, start, end } = this.#profile;
    let time = Math.max(after, start);
    while (time < end) {
      time -= Math.log1p(-this.#stream.uniform()) / highest;
      if (this.#stream.uniform() * highest < this.#profile.rateAt(time)) return time;
    }
    return Infinity;
  }
}

/** What renewal arrivals are drawn from. */
export interface RenewalArrivalsOptions {
  /** Law of the gaps [min], non-negative with a positive mean. */
  readonly law: Distribution;
  /** Stream that these arrivals have for themselves. */
  readonly stream: Uniforms;
  /**
   * Law of the first gap: `equilibrium`, as of a process that has always run, or `ordinary`, as after
   * an arrival. Equilibrium when left out.
   */
  readonly first?: "equilibrium" | "ordinary";
}

/**
 * Arrivals whose gaps are independent and of one law, one uniform each.
 *
 * In equilibrium every interval of length t has t / mean arrivals on average, from the first on.
 *
 * @param options Law of the gaps, stream and what the first gap is.
 * @returns The arrivals; the first call of `next` tells when the process begins.
 * @throws {RangeError} If the law reaches below 0 or has no positive, finite mean.
 * @throws {TypeError} If what the first gap is has an unknown name.
 *
 * @example A bus every ten minutes, and a passenger who comes at any time
 * ```ts
 * import { assert, assertEquals } from "@std/assert";
 * import { distributionOf, keyOf, renewalArrivals, Streams } from "./mod.ts";
 *
 * const stream = new Streams(keyOf("example", 0)).open("buses");
 * const buses = renewalArrivals({ law: distributionOf({ law: "constant", value: 10 }), stream });
 * const first = buses.next(0);
 * assert(first > 0 && first < 10);
 * assertEquals(buses.next(first), first + 10);
 * ```
 */
export function renewalArrivals(
  { law, stream, first = "equilibrium" }: RenewalArrivalsOptions,
): Arrivals {
  checkName("make renewal arrivals", "first", first, ["equilibrium", "ordinary"]);
  const lowest = law.quantile(2 ** -33);
  if (!(law.mean > 0 && law.mean < Infinity && lowest >= 0)) {
    throw new RangeError(
      `Cannot make renewal arrivals as their gaps must be non-negative with a positive mean: current mean is ${law.mean} min, lowest gap is ${lowest} min`,
    );
  }
  let gap = first === "equilibrium" ? residualLifeOf(law) : law;
  return {
    next: (after) => {
      const time = after + gap.quantile(stream.uniform());
      gap = law;
      return time;
    },
  };
}

/**
 * Arrivals at given instants. Those before the first `after` do not come; each other one comes once,
 * also where several share an instant.
 *
 * @param times Instants [min], ascending.
 * @returns The arrivals.
 * @throws {RangeError} If an instant is not finite or earlier than the one before it.
 *
 * @example Two at once
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { scheduledArrivals } from "./mod.ts";
 *
 * const arrivals = scheduledArrivals([480, 495, 495]);
 * assertEquals([0, 480, 495, 495].map((at) => arrivals.next(at)), [480, 495, 495, Infinity]);
 * ```
 */
export function scheduledArrivals(times: readonly number[]): Arrivals {
  const wrong = times.findIndex((time, i) =>
    !(Math.abs(time) < Infinity && !(time < times[i - 1]))
  );
  if (wrong >= 0) {
    throw new RangeError(
      `Cannot schedule arrivals as their times must be finite and ascending: current time ${wrong} is ${
        times[wrong]
      } min, the one before it is ${times[wrong - 1] ?? "none"}`,
    );
  }
  const instants = Float64Array.from(times);
  let i = 0;
  return {
    next: (after) => {
      while (i < instants.length && instants[i] < after) i++;
      return i < instants.length ? instants[i++] : Infinity;
    },
  };
}
