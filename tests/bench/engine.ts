/** What the engine costs: models in processes of their own, draws and laws in this one. */

import { fromFileUrl } from "@std/path";
import {
  distributionOf,
  type DistributionSpec,
  KeyedDraws,
  keyOf,
  Stream,
  Streams,
  tabulated,
} from "../../sim/engine/mod.ts";
import { type Figure, RUNS, timed, timingOf } from "./_timing.ts";
import { modelNames, modelOf } from "./models/mod.ts";
import { measure } from "./peers/measure.ts";
import { oursByDefault } from "./peers/programs.ts";

/** Customers, patients or holds for which a run takes about a second. */
const SIZES: Readonly<Record<string, number>> = {
  "mm1": 6e6,
  "mmc": 5e6,
  "carenet": 2e6,
  "hold-100": 1e7,
  "hold": 8e6,
  "hold-1e6": 4e6,
  "crowd": 1e6,
};
const SLOWER_AS_PROCESSES = 3;
const PEERS = fromFileUrl(new URL("./peers", import.meta.url));

/** A law that is timed; `tabulated` where a model would take the table. */
interface TimedLaw {
  readonly name: string;
  readonly spec: DistributionSpec;
}

const OBSERVATIONS = Array.from({ length: 200 }, (_, i) => Math.sqrt(i));
const SHORT: DistributionSpec = { law: "exponential", mean: 2 };
const LONG: DistributionSpec = { law: "lognormal", mean: 5, sd: 4 };

const LAWS: readonly TimedLaw[] = [
  { name: "constant", spec: { law: "constant", value: 1 } },
  { name: "uniform", spec: { law: "uniform", low: 0, high: 1 } },
  { name: "exponential", spec: { law: "exponential", mean: 1 } },
  { name: "erlang", spec: { law: "erlang", stages: 3, mean: 1 } },
  { name: "gamma", spec: { law: "gamma", mean: 6, sd: 4 } },
  { name: "lognormal", spec: { law: "lognormal", mean: 5, sd: 4 } },
  { name: "normal", spec: { law: "normal", mean: 5, sd: 1 } },
  { name: "weibull", spec: { law: "weibull", shape: 1.5, scale: 1 } },
  { name: "log-logistic", spec: { law: "loglogistic", shape: 3, scale: 1 } },
  { name: "triangular", spec: { law: "triangular", low: 0, mode: 1, high: 4 } },
  { name: "beta", spec: { law: "beta", alpha: 2, beta: 3 } },
  { name: "poisson", spec: { law: "poisson", mean: 7 } },
  { name: "binomial", spec: { law: "binomial", trials: 20, probability: 0.3 } },
  { name: "discrete", spec: { law: "discrete", values: [1, 2, 5], weights: [5, 3, 2] } },
  { name: "negative binomial", spec: { law: "negativeBinomial", mean: 3, dispersion: 0.5 } },
  {
    name: "empirical",
    spec: { law: "empirical", observations: OBSERVATIONS, interpolated: false },
  },
  {
    name: "empirical with lines",
    spec: { law: "empirical", observations: OBSERVATIONS, interpolated: true },
  },
  {
    name: "mixture",
    spec: { law: "mixture", parts: [{ weight: 3, of: SHORT }, { weight: 1, of: LONG }] },
  },
  { name: "shifted", spec: { law: "shifted", of: LONG, by: 5 } },
  { name: "scaled", spec: { law: "scaled", of: LONG, factor: 60 } },
  { name: "truncated", spec: { law: "truncated", of: LONG, low: 1, high: 30 } },
];

/** Seconds, rates and peaks of one model in fresh processes. */
async function modelFigures(name: string): Promise<Figure[]> {
  const base = name.replace("-process", "");
  const n = SIZES[base] / (name === base || base === "crowd" ? 1 : SLOWER_AS_PROCESSES);
  const command = [...oursByDefault(PEERS), name, `${Math.round(n)}`];
  const seconds: number[] = [];
  let peak = 0;
  for (let run = 0; run < RUNS; run++) {
    const outcome = await measure([...command, `${run}`]);
    const line = JSON.parse(outcome.output.trim().split("\n").at(-1)!);
    seconds.push(line.seconds / line.n);
    peak = Math.max(peak, outcome.peak ?? NaN);
  }
  const { best, spread } = timingOf(seconds);
  const unit = modelOf(name)!.unit.replace("_per_s", "/s");
  return [
    { name, value: 1 / best, unit, spread },
    { name: `${name}: peak memory`, value: peak, unit: "MB" },
  ];
}

function perDraw(name: string, draw: (count: number) => number, count: number): Figure {
  let sum = 0;
  const { best, spread } = timed(() => sum += draw(count), 2 * RUNS);
  if (!Number.isFinite(sum)) throw new Error(`${name} gives no finite number`);
  return { name, value: best / count * 1e9, unit: "ns", spread };
}

function keyed(count: number): number {
  const draws = new KeyedDraws(keyOf("bench", 0));
  let sum = 0;
  for (let n = 0; n < count / 4; n++) {
    draws.block(n, 0, 0, 0);
    sum += draws.u0 + draws.u1 + draws.u2 + draws.u3;
  }
  return sum;
}

function streamed(stream: Stream, count: number): number {
  let sum = 0;
  for (let n = 0; n < count; n++) sum += stream.uniform();
  return sum;
}

function lawFigures({ name, spec }: TimedLaw): Figure[] {
  const law = distributionOf(spec);
  const table = tabulated(law);
  const time = (label: string, quantile: (u: number) => number, count: number) => {
    const stream = new Streams(keyOf("bench", 0)).open(name);
    return perDraw(label, (draws) => {
      let sum = 0;
      for (let n = 0; n < draws; n++) sum += quantile(stream.uniform());
      return sum;
    }, count);
  };
  const plain = time(`law ${name}`, law.quantile, 2e5);
  if (table === law || plain.value < 25) return [plain];
  return [plain, time(`law ${name}, tabulated`, table.quantile, 2e6)];
}

/** All figures of the engine, in the order in which they are measured. */
export async function engineFigures(say: (text: string) => void): Promise<Figure[]> {
  const stream = new Streams(keyOf("bench", 0)).open("stream");
  const figures = [
    perDraw("keyed draw", keyed, 2e7),
    perDraw("stream draw", (count) => streamed(stream, count), 2e7),
    ...LAWS.flatMap(lawFigures),
  ];
  for (const name of modelNames()) {
    say(`measuring ${name}`);
    figures.push(...await modelFigures(name));
  }
  return figures;
}
