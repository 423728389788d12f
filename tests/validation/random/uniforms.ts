/** Uniformity and independence of keyed draws over each part of the counter, and of streams. */

import { KeyedDraws, keyOf, Streams } from "../../../sim/engine/random/mod.ts";
import { type Effort, type Fault, type Finding, type ValidationCase, zFinding } from "../_case.ts";
import { chiSquare, kolmogorov } from "./_judges.ts";

/** The n-th uniform of a sequence. */
type Sequence = (n: number) => number;

const base = keyOf("uniforms", 0);

function counted(block: (draws: KeyedDraws, n: number) => void): Sequence {
  const draws = new KeyedDraws(base);
  return (n) => {
    block(draws, n);
    return draws.u0;
  };
}

const SEQUENCES: readonly (readonly [string, () => Sequence])[] = [
  ["persons", () => counted((draws, n) => draws.block(n, 3, 5, 7))],
  ["groups", () => counted((draws, n) => draws.block(11, n, 5, 7))],
  ["decisions", () => counted((draws, n) => draws.block(11, 3, n, 7))],
  ["occurrences", () => counted((draws, n) => draws.block(11, 3, 5, n))],
  ["replications", () => (n) => {
    const draws = new KeyedDraws({ a: base.a + n, b: base.b });
    draws.block(11, 3, 5, 7);
    return draws.u0;
  }],
  ["words of a block", () => {
    const draws = new KeyedDraws(base);
    return (n) => {
      draws.block(n >> 2, 1, 1, 1);
      return [draws.u0, draws.u1, draws.u2, draws.u3][n & 3];
    };
  }],
  ["numbers of a stream", () => {
    const stream = new Streams(base).open("uniforms");
    return () => stream.uniform();
  }],
  ["streams by name", () => {
    const streams = new Streams(base);
    return (n) => streams.open(`stream ${n}`).uniform();
  }],
];

/** Counts by 256 cells, pairs of neighbours by 32 × 32, and the largest distance. */
function evenness(sequence: Sequence, n: number): Finding[] {
  const values = Float64Array.from({ length: n }, (_, i) => sequence(i));
  const single = new Float64Array(256);
  const pairs = new Float64Array(1024);
  for (const u of values) single[(u * 256) | 0]++;
  for (let i = 0; i + 1 < n; i += 2) {
    pairs[((values[i] * 32) | 0) * 32 + ((values[i + 1] * 32) | 0)]++;
  }
  return [
    chiSquare("cells of 1/256", single, () => n / 256),
    chiSquare("pairs of neighbours", pairs, () => n / 2048),
    kolmogorov("distribution function", values),
  ];
}

/**
 * Birthday spacings: among 512 birthdays in a year of 2²⁴ days the sorted spacings repeat about
 * twice, a Poisson number.
 */
function birthdays(sequence: Sequence, years: number): Finding {
  let repeats = 0;
  for (let year = 0; year < years; year++) {
    const days = Float64Array.from({ length: 512 }, (_, i) => {
      return Math.floor(sequence(year * 512 + i) * 2 ** 24);
    }).sort();
    const spacings = days.map((day, i) => i === 0 ? day : day - days[i - 1]).sort();
    for (let i = 1; i < 512; i++) if (spacings[i] === spacings[i - 1]) repeats++;
  }
  return zFinding("repeated spacings of birthdays in a year [-]", 2, {
    ours: repeats / years,
    error: Math.sqrt(2 / years),
  });
}

const nameOf = (over: string): string => `Uniforms over ${over}`;

function check(open: () => Sequence, effort: Effort): Finding[] {
  const n = effort === "fast" ? 2 ** 15 : 2 ** 21;
  return [...evenness(open(), n), birthdays(open(), n / 512)];
}

/** One case for each way in which draws follow one another. */
export const cases: ValidationCase[] = SEQUENCES.map(([over, open]) => ({
  name: nameOf(over),
  source: "the uniform law; birthday spacings after Marsaglia and Tsang (2002), " +
    '"Some difficult-to-pass tests of randomness", Journal of Statistical Software 7(3)',
  run: (effort) => check(open, over === "streams by name" ? "fast" : effort),
}));

/** Faults that the cases must notice. */
export const faults: Fault[] = [
  {
    name: "decision_left_out_of_counter",
    what: "The third part of the counter is not used, so that decisions share their draws.",
    file: "sim/engine/random/keyed_draws.ts",
    find: "philox(c0, c1, c2, c3, this.#a, this.#b);",
    replace: "philox(c0, c1, 0, c3, this.#a, this.#b);",
    red: [
      nameOf("decisions"),
      "M/M/1 with keyed draws, load 0.5",
      "M/M/1 with keyed draws, load 0.8",
      "Coverage of paired and simultaneous intervals",
      "Optimal computing budget allocation over ten systems",
      "Urgent care centre as published, rate frozen at the arrival before",
      "Urgent care centre with arrivals at the rate of their own time",
      "Stroke unit, delay by the number of acute and rehabilitation beds",
      "Stroke wards that refuse whom they have no bed for",
      "Experiment: check of the start of a ward that begins empty",
    ],
  },
];
