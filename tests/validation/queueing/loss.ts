/** Stations that refuse or that few can come to: M/M/c/K, closed populations, Erlang's loss. */

import type { DistributionSpec } from "../../../sim/engine/mod.ts";
import type { ValidationCase } from "../_case.ts";
import { printed, type Quantity, type Sizes } from "./_replicate.ts";
import { numberFound } from "./_start.ts";
import type { Observed } from "./_station.ts";
import { stationCase } from "./_station_case.ts";
import { erlangB, queueValues } from "./_theory.ts";

interface Limited {
  readonly name: string;
  readonly rate: number;
  readonly mean: number;
  readonly servers: number;
  readonly most: number;
  readonly sizes: Sizes;
  readonly covered?: boolean;
  readonly printedValues: Readonly<Partial<Record<"L" | "W" | "loss", string>>>;
}

function limitedCase(spec: Limited): ValidationCase {
  const { name, rate, mean, servers, most, sizes, covered = false, printedValues } = spec;
  const values = queueValues({ rate, mean, servers, most });
  const service: DistributionSpec = { law: "exponential", mean };
  const computed = { L: values.present, W: values.stay, loss: values.loss };
  const quantities: Quantity<Observed>[] = [
    { name: "loss [-]", reference: values.loss, of: (o) => o.loss, covered },
    { name: "L [customers]", reference: values.present, of: (o) => o.present },
    { name: "W of those let in [min]", reference: values.stay, of: (o) => o.stays[0] },
    { name: "Wq of those let in [min]", reference: values.wait, of: (o) => o.wait },
    { name: "P(full) [-]", reference: values.law[most], of: (o) => o.atLeast(most) },
  ];
  return stationCase({
    name,
    source: "Birth–death chain of M/M/c/K, solved level by level.",
    spec: {
      servers,
      room: most - servers,
      classes: [{ rate, service }],
      found: numberFound(values.law, service),
      // At most K services stand before those of the start.
      warmUp: (most - servers + 14) * mean,
    },
    sizes,
    quantities: most > servers ? quantities : quantities.filter(({ name }) => !/^Wq/.test(name)),
    printed: Object.entries(printedValues).map(([symbol, text]) =>
      printed(symbol, text, computed[symbol as keyof typeof computed])
    ),
  });
}

const PRESENT = ["2.674", "1.661", "1.457", "1.430", "1.429"];
const WAITING = ["1.744", ".325", ".040", ".002", "0"];

function closedCase(servers: number): ValidationCase {
  const [rate, mean, sources] = [0.1, 4, 5];
  const values = queueValues({ rate, mean, servers, sources });
  const service: DistributionSpec = { law: "exponential", mean };
  const name = `M/M/${servers}//5, each source asks at rate .1, service rate .25`;
  return stationCase({
    name,
    source: "Birth–death chain of a closed population, solved level by level.",
    spec: {
      servers,
      sources,
      classes: [{ rate, service }],
      found: numberFound(values.law, service),
      warmUp: (sources + 14) * mean,
    },
    sizes: {
      fast: { replications: 100, length: 5000 },
      full: { replications: 500, length: 100_000 },
    },
    quantities: [
      { name: "L [customers]", reference: values.present, of: (o) => o.present },
      { name: "Lq [customers]", reference: values.waiting, of: (o) => o.waiting },
      { name: "W [min]", reference: values.stay, of: (o) => o.stays[0] },
      { name: "Wq [min]", reference: values.wait, of: (o) => o.wait },
      { name: "share who wait [-]", reference: values.waited, of: (o) => o.waited },
    ],
    printed: [
      printed("L", PRESENT[servers - 1], values.present),
      printed("Lq", WAITING[servers - 1], values.waiting),
    ],
  });
}

/** Laws of the stay, of mean 1. */
const STAYS: Readonly<Record<string, DistributionSpec>> = {
  exponential: { law: "exponential", mean: 1 },
  constant: { law: "constant", value: 1 },
  "Erlang-4": { law: "erlang", stages: 4, mean: 1 },
  lognormal: { law: "lognormal", mean: 1, sd: 1.5 },
  gamma: { law: "gamma", mean: 1, sd: 1.2 },
};

interface Lost {
  readonly lines: number;
  readonly load: number;
  readonly stay: string;
  readonly text: string;
  readonly sizes: Sizes;
  readonly covered?: boolean;
}

function lostCase({ lines, load, stay, text, sizes, covered = false }: Lost): ValidationCase {
  const service = STAYS[stay];
  const { law, loss, present } = queueValues({ rate: load, mean: 1, servers: lines, most: lines });
  return stationCase({
    name: `Erlang B(${lines}, ${load}), stay ${stay}`,
    source: "Erlang (1917); insensitive to the law of the stay (Sevastyanov 1957).",
    // Those of the start are stationary to the last detail; nobody waits.
    spec: {
      servers: lines,
      room: 0,
      classes: [{ rate: load, service }],
      found: numberFound(law, service),
      warmUp: 0,
    },
    sizes,
    quantities: [
      { name: "loss [-]", reference: loss, of: (o) => o.loss, covered },
      { name: "mean number in use [beds]", reference: present, of: (o) => o.inService },
      { name: "P(all in use) [-]", reference: loss, of: (o) => o.atLeast(lines) },
    ],
    printed: [
      printed("loss, by the chain", text, loss),
      printed("loss, by the recursion", text, erlangB(lines, load)),
    ],
  });
}

function lostCases(): ValidationCase[] {
  const sizes = (load: number): Sizes => ({
    fast: { replications: 100, length: 3000 / load },
    full: { replications: 500, length: 20_000 / load },
  });
  const ten = Object.keys(STAYS).map((stay) =>
    lostCase({
      lines: 10,
      load: 8,
      stay,
      text: ".121661",
      covered: stay === "exponential",
      sizes: stay === "exponential"
        ? { fast: { replications: 200, length: 200 }, full: { replications: 20_000, length: 300 } }
        : sizes(8),
    })
  );
  const others = [
    [45, 30, "lognormal", ".002320"],
    [45, 45, "Erlang-4", ".110022"],
    [45, 60, "constant", ".286244"],
    [100, 90, "lognormal", ".026957"],
  ] as const;
  return [
    ...ten,
    ...others.map(([lines, load, stay, text]) =>
      lostCase({ lines, load, stay, text, sizes: sizes(load / 2) })
    ),
  ];
}

export const cases: readonly ValidationCase[] = [
  limitedCase({
    name: "M/M/1/6, rate 1, service rate 1.2",
    rate: 1,
    mean: 1 / 1.2,
    servers: 1,
    most: 6,
    covered: true,
    sizes: {
      fast: { replications: 200, length: 1500 },
      full: { replications: 20_000, length: 2500 },
    },
    printedValues: { L: "2.290", W: "2.482", loss: ".0774" },
  }),
  limitedCase({
    name: "M/M/10/10, load 40",
    rate: 40,
    mean: 1,
    servers: 10,
    most: 10,
    sizes: {
      fast: { replications: 100, length: 60 },
      full: { replications: 500, length: 2500 },
    },
    printedValues: { loss: ".7577" },
  }),
  limitedCase({
    name: "M/M/2/3, rate 3, service rate 4",
    rate: 3,
    mean: 1 / 4,
    servers: 2,
    most: 3,
    sizes: {
      fast: { replications: 100, length: 1000 },
      full: { replications: 500, length: 30_000 },
    },
    printedValues: { loss: ".04936", L: ".76234" },
  }),
  ...[1, 2, 3, 4, 5].map(closedCase),
  ...lostCases(),
];
