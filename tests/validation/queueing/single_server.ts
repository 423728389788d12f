/** One server: M/M/1, M/G/1 and two classes by priority. */

import { distributionOf, type DistributionSpec } from "../../../sim/engine/mod.ts";
import type { ValidationCase } from "../_case.ts";
import { printed, type Quantity, type Sizes } from "./_replicate.ts";
import { numberFound, workFound } from "./_start.ts";
import type { Observed } from "./_station.ts";
import { stationCase } from "./_station_case.ts";
import { headOfLineWaits, type Moments, queueValues, singleServerWaits } from "./_theory.ts";

// The start is stationary but for when those in it came; the wait of an M/M/1 exceeds
// t = 14 / (μ − λ) with probability e⁻¹⁴, so none of them is left when the measuring begins.
const RELAXATIONS = 14;

interface SingleServer {
  readonly name: string;
  readonly rate: number;
  readonly mean: number;
  readonly sizes: Sizes;
  readonly covered?: boolean;
  readonly printedValues: Readonly<Partial<Record<"L" | "Lq" | "W" | "Wq", string>>>;
}

function markovCase(
  { name, rate, mean, sizes, covered = false, printedValues }: SingleServer,
): ValidationCase {
  const values = queueValues({ rate, mean, servers: 1 });
  const service: DistributionSpec = { law: "exponential", mean };
  const load = rate * mean;
  const { square } = singleServerWaits(rate, [mean, 2 * mean ** 2, 6 * mean ** 3]);
  const computed = { L: values.present, Lq: values.waiting, W: values.stay, Wq: values.wait };
  const quantities: Quantity<Observed>[] = [
    { name: "L [customers]", reference: values.present, of: (o) => o.present, covered },
    { name: "Lq [customers]", reference: values.waiting, of: (o) => o.waiting },
    { name: "W [min]", reference: values.stay, of: (o) => o.stays[0] },
    { name: "Wq [min]", reference: values.wait, of: (o) => o.wait, covered },
    { name: "mean square of the waits [min²]", reference: square, of: (o) => o.waitSquare },
    { name: "share who wait [-]", reference: load, of: (o) => o.waited },
  ];
  return stationCase({
    name,
    source:
      "Birth–death chain of M/M/1, solved level by level; mean square of Pollaczek–Khinchine.",
    spec: {
      servers: 1,
      classes: [{ rate, service }],
      found: numberFound(values.law, service),
      warmUp: RELAXATIONS / (1 / mean - rate),
    },
    sizes,
    quantities,
    printed: Object.entries(printedValues).map(([symbol, text]) =>
      printed(symbol, text, computed[symbol as keyof typeof computed])
    ),
  });
}

function momentsOf(service: DistributionSpec): Moments {
  const { mean, variance } = distributionOf(service);
  const cv2 = variance / mean ** 2;
  // Third moments in units of mean³: constant 1, gamma (1 + c)(1 + 2c), lognormal (1 + c)³, c = cv².
  const third = service.law === "lognormal" ? (1 + cv2) ** 3 : (1 + cv2) * (1 + 2 * cv2);
  return [mean, variance + mean ** 2, third * mean ** 3];
}

function generalCase(
  { name, rate, service, sizes, covered = false }: {
    name: string;
    rate: number;
    service: DistributionSpec;
    sizes: Sizes;
    covered?: boolean;
  },
): ValidationCase {
  const moments = momentsOf(service);
  const { mean, square } = singleServerWaits(rate, moments);
  return stationCase({
    name,
    source: "Pollaczek–Khinchine formula and its second moment, from the moments of the law.",
    // Work in the start beyond 60 services of mean 1 has probability below 1e-7 at these loads.
    spec: {
      servers: 1,
      classes: [{ rate, service }],
      found: workFound(rate, service),
      warmUp: 100,
    },
    sizes,
    quantities: [
      { name: "Wq [min]", reference: mean, of: (o) => o.wait, covered },
      { name: "mean square of the waits [min²]", reference: square, of: (o) => o.waitSquare },
      { name: "L [customers]", reference: rate * (mean + moments[0]), of: (o) => o.present },
      {
        name: "share of time in service [-]",
        reference: rate * moments[0],
        of: (o) => o.inService,
      },
      { name: "share who wait [-]", reference: rate * moments[0], of: (o) => o.waited },
    ],
  });
}

const RATES = [0.2, 0.6] as const;

function priorityCase(): ValidationCase {
  const service: DistributionSpec = { law: "exponential", mean: 1 };
  const moments: Moments = [1, 2, 6];
  const waits = headOfLineWaits(RATES.map((rate) => ({ rate, service: moments })));
  const stays = waits.map((wait) => wait + 1);
  const name = "M/M/1 with priority at the head of the line, rates .2 and .6";
  return stationCase({
    name,
    source:
      "Cobham (1954), Priority assignment in waiting line problems, Operations Research 2(1).",
    spec: {
      servers: 1,
      discipline: "priority",
      classes: [{ rate: 0.2, service, priority: 1 }, { rate: 0.6, service, priority: 0 }],
      // The work of the start is stationary, the kinds in it are not: all are of the higher. The
      // server first being free, nothing is left of it; the tail of that time falls as
      // exp(−(1 − √.8)² t), at 1,500 to 5e-8.
      found: workFound(0.8, service),
      warmUp: 1500,
    },
    sizes: {
      fast: { replications: 100, length: 3000 },
      full: { replications: 20_000, length: 20_000 },
    },
    quantities: [
      {
        name: "W of the higher class [min]",
        reference: stays[0],
        of: (o) => o.stays[0],
        covered: true,
      },
      {
        name: "W of the lower class [min]",
        reference: stays[1],
        of: (o) => o.stays[1],
        covered: true,
      },
      { name: "Lq [customers]", reference: 0.2 * waits[0] + 0.6 * waits[1], of: (o) => o.waiting },
      { name: "share of time in service [-]", reference: 0.8, of: (o) => o.inService },
    ],
    printed: [
      printed("W of the higher class", "2.0", stays[0]),
      printed("W of the lower class", "6.0", stays[1]),
    ],
  });
}

// Coverage of Student's interval falls short by about an eightieth of the squared skewness of the
// replications' means; the lengths keep that below .006, well within the band of 2,000 intervals.
export const cases: readonly ValidationCase[] = [
  markovCase({
    name: "M/M/1, 10 come and 12 can be served an hour",
    rate: 10 / 60,
    mean: 5,
    sizes: {
      fast: { replications: 200, length: 15_000 },
      full: { replications: 500, length: 300_000 },
    },
    printedValues: { L: "5", Lq: "4.1667", W: "30", Wq: "25" },
  }),
  markovCase({
    name: "M/M/1, load .5",
    rate: 0.5,
    mean: 1,
    sizes: {
      fast: { replications: 200, length: 2000 },
      full: { replications: 20_000, length: 6000 },
    },
    covered: true,
    printedValues: { L: "1", Lq: "0.5" },
  }),
  markovCase({
    name: "M/M/1, load .9",
    rate: 0.9,
    mean: 1,
    sizes: {
      fast: { replications: 200, length: 3000 },
      full: { replications: 20_000, length: 45_000 },
    },
    covered: true,
    printedValues: { L: "9", Lq: "8.1" },
  }),
  markovCase({
    name: "M/M/1, load .95",
    rate: 0.95,
    mean: 1,
    sizes: {
      fast: { replications: 100, length: 6000 },
      full: { replications: 500, length: 100_000 },
    },
    printedValues: { L: "19", Lq: "18.05" },
  }),
  generalCase({
    name: "M/D/1, load .7",
    rate: 0.7,
    service: { law: "constant", value: 1 },
    sizes: {
      fast: { replications: 200, length: 1500 },
      full: { replications: 20_000, length: 6000 },
    },
    covered: true,
  }),
  generalCase({
    name: "M/Erlang-3/1, load .8",
    rate: 0.8,
    service: { law: "erlang", stages: 3, mean: 1 },
    sizes: {
      fast: { replications: 100, length: 1500 },
      full: { replications: 500, length: 15_000 },
    },
  }),
  generalCase({
    name: "M/lognormal/1, load .6, coefficient of variation .8",
    rate: 0.6,
    service: { law: "lognormal", mean: 1, sd: 0.8 },
    sizes: {
      fast: { replications: 200, length: 2000 },
      full: { replications: 20_000, length: 8000 },
    },
    covered: true,
  }),
  priorityCase(),
];
