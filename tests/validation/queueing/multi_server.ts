/** Several servers before one line: M/M/c, and those who wait in it. */

import type { DistributionSpec } from "../../../sim/engine/mod.ts";
import type { Finding, ValidationCase } from "../_case.ts";
import { printed, type Quantity, type Sizes } from "./_replicate.ts";
import { numberFound } from "./_start.ts";
import type { Observed } from "./_station.ts";
import { stationCase } from "./_station_case.ts";
import { erlangC, queueValues } from "./_theory.ts";

interface SeveralServers {
  readonly name: string;
  readonly rate: number;
  readonly mean: number;
  readonly servers: number;
  readonly sizes: Sizes;
  readonly covered?: boolean;
  /** Number of which the share of time with so many or more is wanted [customers]. */
  readonly atLeast?: number;
  readonly printed: (values: ReturnType<typeof queueValues>) => readonly Finding[];
}

function serversCase(spec: SeveralServers): ValidationCase {
  const { name, rate, mean, servers, sizes, covered = false, atLeast } = spec;
  const values = queueValues({ rate, mean, servers });
  const service: DistributionSpec = { law: "exponential", mean };
  const many = values.law.subarray(atLeast ?? 0).reduce((sum, p) => sum + p, 0);
  const quantities: Quantity<Observed>[] = [
    { name: "L [customers]", reference: values.present, of: (o) => o.present },
    { name: "Lq [customers]", reference: values.waiting, of: (o) => o.waiting },
    { name: "W [min]", reference: values.stay, of: (o) => o.stays[0] },
    { name: "Wq [min]", reference: values.wait, of: (o) => o.wait, covered },
    { name: "share who wait [-]", reference: values.waited, of: (o) => o.waited },
    {
      name: "share of the servers in use [-]",
      reference: values.use,
      of: ({ inService: [sum, per] }) => [sum, per * servers],
    },
  ];
  if (atLeast !== undefined) {
    quantities.push({
      name: `P(N ≥ ${atLeast}) [-]`,
      reference: many,
      of: (o) => o.atLeast(atLeast),
    });
  }
  return stationCase({
    name,
    source: "Birth–death chain of M/M/c, solved level by level.",
    spec: {
      servers,
      classes: [{ rate, service }],
      found: numberFound(values.law, service),
      // Those of the start have begun with probability 1 − e⁻¹⁴.
      warmUp: 14 / (servers / mean - rate),
    },
    sizes,
    quantities,
    printed: spec.printed(values),
  });
}

const AT_LEAST_FOUR = [".586182", ".050972", ".019034", ".013022"];

const fourOrMore = AT_LEAST_FOUR.map((text, i) =>
  serversCase({
    name: `M/M/${i + 1}, rate .5, mean service 1.75`,
    rate: 0.5,
    mean: 1.75,
    servers: i + 1,
    atLeast: 4,
    sizes: {
      fast: { replications: 100, length: i === 0 ? 6000 : 3000 },
      full: { replications: 500, length: i === 0 ? 200_000 : 60_000 },
    },
    printed: ({ law }) => [
      printed("P(N ≥ 4)", text, law.subarray(4).reduce((sum, p) => sum + p, 0)),
    ],
  })
);

function allWait(servers: number, load: number, text: string): ValidationCase {
  return serversCase({
    name: `Erlang C(${servers}, ${load})`,
    rate: load,
    mean: 1,
    servers,
    atLeast: servers,
    sizes: {
      fast: { replications: 100, length: 16_000 / load },
      full: { replications: 500, length: 80_000 / load },
    },
    printed: ({ waited }) => [
      printed("share who wait, by the chain", text, waited),
      printed("share who wait, by the recursion", text, erlangC(servers, load)),
    ],
  });
}

export const cases: readonly ValidationCase[] = [
  ...fourOrMore,
  serversCase({
    name: "M/M/3, rate .2, service rate .1",
    rate: 0.2,
    mean: 10,
    servers: 3,
    covered: true,
    sizes: {
      fast: { replications: 200, length: 8000 },
      full: { replications: 20_000, length: 30_000 },
    },
    printed: ({ wait }) => [printed("Wq", "4.4444", wait)],
  }),
  serversCase({
    name: "M/M/4, rate .2, service rate .1",
    rate: 0.2,
    mean: 10,
    servers: 4,
    sizes: {
      fast: { replications: 100, length: 12_000 },
      full: { replications: 500, length: 300_000 },
    },
    printed: ({ wait }) => [printed("Wq", "0.8696", wait)],
  }),
  serversCase({
    name: "M/M/5, one comes in 4 min, mean service 10 min",
    rate: 1 / 4,
    mean: 10,
    servers: 5,
    sizes: {
      fast: { replications: 100, length: 12_000 },
      full: { replications: 500, length: 300_000 },
    },
    printed: ({ wait, use }) => [printed("Wq", ".52149", wait), printed("use", ".5", use)],
  }),
  allWait(45, 40, ".340706"),
  allWait(10, 8, ".409180"),
];
