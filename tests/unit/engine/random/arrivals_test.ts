import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  distributionOf,
  keyOf,
  poissonArrivals,
  RateProfile,
  rateProfile,
  type RateProfileSpec,
  renewalArrivals,
  scheduledArrivals,
  Streams,
  type Uniforms,
} from "../../../../sim/engine/random/mod.ts";

const open = (name: string) => new Streams(keyOf(name, 0)).open("arrivals");

/** Gives the numbers of a list, and then fails. */
function listed(...uniforms: number[]): Uniforms & { readonly left: number } {
  return {
    get left() {
      return uniforms.length;
    },
    uniform: () => {
      const next = uniforms.shift();
      if (next === undefined) throw new Error("the list is used up");
      return next;
    },
  };
}

/** The uniform that makes a unit exponential. */
const uniformOf = (exponential: number) => -Math.expm1(-exponential);

Deno.test("RateProfile.rateAt() takes the interval that begins at the instant", () => {
  const profile = rateProfile({ rates: [1, 0, 3], width: [10, 5, 20], start: 100 });
  const rates = [99.9, 100, 109.9, 110, 115, 134.9, 135].map((time) => profile.rateAt(time));
  assertEquals(rates, [0, 1, 1, 0, 3, 3, 0]);
  assertEquals([profile.start, profile.end, profile.highest, profile.total], [100, 135, 3, 70]);
});

Deno.test("RateProfile.cumulative() and .timeOf() undo each other", () => {
  const profile = rateProfile({ rates: [1, 0, 3], width: [10, 5, 20], start: 100 });
  assertEquals([0, 100, 104, 112, 116, 200].map((t) => profile.cumulative(t)), [
    0,
    0,
    4,
    10,
    13,
    70,
  ]);
  assertEquals([0, 4, 10, 13, 70, 70.1].map((n) => profile.timeOf(n)), [
    100,
    104,
    110,
    116,
    135,
    Infinity,
  ]);
  assertEquals(profile.integral(104, 116), 9);
});

Deno.test("RateProfile with a period begins again, and is 0 in what the intervals leave", () => {
  const profile = rateProfile({ rates: [0.5, 1], width: 60, start: 480, period: 1440 });
  assertEquals(profile.end, Infinity);
  const times = [479, 480, 540, 600, 1919, 1920, 480 + 1440 * 7 + 61];
  assertEquals(times.map((time) => profile.rateAt(time)), [0, 0.5, 1, 0, 0, 0.5, 1]);
  assertAlmostEquals(profile.cumulative(480 + 1440 * 7 + 61), 7 * 90 + 31, 1e-9);
  assertAlmostEquals(profile.timeOf(7 * 90 + 31), 480 + 1440 * 7 + 61, 1e-9);
  assertAlmostEquals(profile.timeOf(90), 600, 1e-9);
  assertAlmostEquals(profile.timeAfter(600, 0.5), 1921, 1e-9);
  assertEquals([profile.cumulative(Infinity), profile.timeOf(Infinity)], [Infinity, Infinity]);
});

Deno.test("RateProfile.timeAfter() agrees with the cumulative rate everywhere", () => {
  const stream = open("time after");
  for (const period of [undefined, 100, 130]) {
    const spec = { rates: [0.2, 0, 0, 1.5, 0.01, 0], width: [10, 20, 5, 15, 30, 20], start: 7 };
    const profile = new RateProfile(period === undefined ? spec : { ...spec, period });
    for (let i = 0; i < 2000; i++) {
      const from = 300 * stream.uniform() - 10;
      const expected = 60 * stream.uniform() ** 3;
      const time = profile.timeAfter(from, expected);
      if (time === Infinity) assert(profile.integral(from, 1e9) < expected + 1e-9);
      else {
        assertAlmostEquals(profile.integral(from, time), expected, 1e-9);
        assert(profile.integral(from, time - 1e-6) < expected);
      }
    }
  }
});

Deno.test("rateProfile() refuses rates, widths and periods that make no profile", () => {
  const refused: [RateProfileSpec, string][] = [
    [{ rates: [1, -2], width: 5 }, "each rate is finite and >= 0: current rate 1 is -2 /min"],
    [{ rates: [NaN], width: 5 }, "each rate is finite and >= 0: current rate 0 is NaN /min"],
    [{ rates: [0, 0], width: 5 }, "at least one rate is positive: current rates are all 0"],
    [{ rates: [], width: 5 }, "at least one rate is positive: current rates are none"],
    [{ rates: [1, 2], width: [5] }, "each rate has a width: current numbers are 2 and 1"],
    [{ rates: [1], width: 0 }, "each width is positive: current width 0 is 0 min"],
    [{ rates: [1], width: 5, start: NaN }, "its start is finite: current start is NaN min"],
    [
      { rates: [1, 1], width: 5, period: 9 },
      "its period holds all intervals, 10 min: current period is 9 min",
    ],
  ];
  for (const [spec, message] of refused) {
    assertThrows(() => rateProfile(spec), RangeError, `Cannot make a rate profile as ${message}`);
  }
});

Deno.test("poissonArrivals() puts an arrival where the cumulative rate has grown by the draw", () => {
  const profile = rateProfile({ rates: [1, 0, 4], width: 10 });
  const stream = listed(...[3, 9, 4, 40].map(uniformOf));
  const arrivals = poissonArrivals({ profile, stream });
  assertAlmostEquals(arrivals.next(0), 3, 1e-12);
  assertAlmostEquals(arrivals.next(3), 20.5, 1e-12);
  assertAlmostEquals(arrivals.next(20.5), 21.5, 1e-12);
  assertEquals([arrivals.next(21.5), stream.left], [Infinity, 0]);
});

Deno.test("poissonArrivals() of one rate have exponential gaps", () => {
  const arrivals = poissonArrivals({ rate: 0.25, stream: listed(uniformOf(1), uniformOf(2)) });
  assertAlmostEquals(arrivals.next(10), 14, 1e-12);
  assertAlmostEquals(arrivals.next(14), 22, 1e-12);
});

Deno.test("poissonArrivals() by thinning asks the rate at the candidate's own time", () => {
  const profile = rateProfile({ rates: [1, 4], width: 10 });
  // Candidates at 2 (refused: .3 x 4 > 1), 9 (kept: .2 x 4 < 1), 11 (kept whatever is drawn).
  const uniforms = [uniformOf(8), 0.3, uniformOf(28), 0.2, uniformOf(8), 0.999];
  const arrivals = poissonArrivals({ profile, stream: listed(...uniforms), method: "thinning" });
  // The uniform of an exponential of 28 lies so near 1 that it keeps five digits.
  assertAlmostEquals(arrivals.next(0), 9, 1e-5);
  assertAlmostEquals(arrivals.next(9), 11, 1e-12);
});

Deno.test("poissonArrivals() refuses a rate that is not positive, and both or neither", () => {
  const stream = open("refused");
  for (const rate of [0, -1, NaN, Infinity]) {
    assertThrows(
      () => poissonArrivals({ rate, stream }),
      RangeError,
      `Cannot make Poisson arrivals as their rate must be positive: current rate is ${rate} /min`,
    );
  }
  const rule = "Cannot make Poisson arrivals as they take either a profile or a rate: current ";
  assertThrows(() => poissonArrivals({ stream }), TypeError, `${rule}options have neither`);
  const profile = rateProfile({ rates: [1], width: 1 });
  assertThrows(
    () => poissonArrivals({ stream, profile, rate: 1 }),
    TypeError,
    `${rule}options have both`,
  );
});

Deno.test("renewalArrivals() draw the first gap from the residual or from the law itself", () => {
  const law = distributionOf({ law: "uniform", low: 2, high: 6 });
  const ordinary = renewalArrivals({ law, stream: listed(0.5, 0.25), first: "ordinary" });
  assertEquals([ordinary.next(10), ordinary.next(14)], [14, 17]);
  // The residual has density 1/4 up to 2, so half of it lies below 2.
  const equilibrium = renewalArrivals({ law, stream: listed(0.25, 0.25) });
  assertAlmostEquals(equilibrium.next(10), 11, 1e-9);
  assertEquals(equilibrium.next(11), 14);
});

// Planted fault that this catches: the first gap from the law itself, which gives 4.08 of 4 arrivals.
Deno.test("renewalArrivals() in equilibrium have t / mean arrivals from the first minute on", () => {
  const stream = open("equilibrium");
  const law = distributionOf({
    law: "empirical",
    observations: [1, 2, 9, 28],
    interpolated: false,
  });
  let count = 0;
  let squares = 0;
  const runs = 20_000;
  for (let run = 0; run < runs; run++) {
    const arrivals = renewalArrivals({ law, stream });
    let n = 0;
    for (let at = arrivals.next(0); at < 40; at = arrivals.next(at)) n++;
    count += n;
    squares += n * n;
  }
  const mean = count / runs;
  const error = Math.sqrt((squares / runs - mean ** 2) / runs);
  assert(Math.abs(mean - 4) <= 4 * error, `${mean} against 4 ± ${error}`);
});

Deno.test("renewalArrivals() refuse gaps that reach below 0 or have no mean", () => {
  const stream = open("refused");
  const rule =
    "Cannot make renewal arrivals as their gaps must be non-negative with a positive mean";
  assertThrows(
    () => renewalArrivals({ law: distributionOf({ law: "uniform", low: -1, high: 1 }), stream }),
    RangeError,
    `${rule}: current mean is 0 min, lowest gap is -0.9999999997671694 min`,
  );
  assertThrows(
    () =>
      renewalArrivals({ law: distributionOf({ law: "loglogistic", shape: 1, scale: 1 }), stream }),
    RangeError,
    `${rule}: current mean is Infinity min`,
  );
});

Deno.test("scheduledArrivals() come once each, those before the first call not at all", () => {
  const arrivals = scheduledArrivals([3, 5, 5, 9]);
  assertEquals([4, 5, 5, 9, 9].map((at) => arrivals.next(at)), [5, 5, 9, Infinity, Infinity]);
  assertEquals(scheduledArrivals([]).next(0), Infinity);
});

Deno.test("scheduledArrivals() refuse times that are not finite or not ascending", () => {
  const rule = "Cannot schedule arrivals as their times must be finite and ascending: current time";
  assertThrows(
    () => scheduledArrivals([3, 2]),
    RangeError,
    `${rule} 1 is 2 min, the one before it is 3`,
  );
  assertThrows(() => scheduledArrivals([NaN]), RangeError, `${rule} 0 is NaN min`);
  assertThrows(() => scheduledArrivals([1, Infinity]), RangeError, `${rule} 1 is Infinity min`);
});

// Planted fault that this catches: the larger of the two instants not taken.
Deno.test("RateProfile.timeAfter() never goes back, at the edges of intervals too", () => {
  const stream = open("RateProfile.timeAfter() never goes back");
  for (let round = 0; round < 400; round++) {
    const width = Array.from({ length: 5 }, () => 0.1 + 60 * stream.uniform());
    const rates = width.map(() => stream.uniform() < 0.3 ? 0 : stream.uniform());
    const sum = width.reduce((total, one) => total + one, 0);
    const start = 1000 * stream.uniform();
    const profile = rateProfile({
      rates: [...rates, 0.5],
      width: [...width, 7],
      start,
      period: sum + 7,
    });
    for (let turn = 0; turn < 20; turn++) {
      let edge = start + turn * (sum + 7);
      for (const one of width) {
        edge += one;
        for (const time of [edge, edge * (1 - 2 ** -52), edge * (1 + 2 ** -52)]) {
          for (const expected of [0, 1e-300, 1e-17, 1e-13]) {
            const next = profile.timeAfter(time, expected);
            assert(next >= time, `${next} comes before ${time}`);
          }
        }
      }
    }
  }
});

Deno.test("arrivals refuse a method and a first gap that they do not know", () => {
  const stream = open("refused");
  assertThrows(
    () => poissonArrivals({ rate: 1, stream, method: "thining" as "thinning" }),
    TypeError,
    'Cannot make Poisson arrivals as method must be "inversion" or "thinning": current method is "thining"',
  );
  const law = distributionOf({ law: "exponential", mean: 1 });
  assertThrows(
    () => renewalArrivals({ law, stream, first: "residual" as "ordinary" }),
    TypeError,
    'Cannot make renewal arrivals as first must be "equilibrium" or "ordinary": current first is "residual"',
  );
});
