/** A network of six stations with feedback: product form. */

import type { ValidationCase } from "../_case.ts";
import { type NetworkObserved, type NetworkSpec, runNetwork } from "./_network.ts";
import { type Quantity, study } from "./_replicate.ts";
import { queueValues, trafficRates } from "./_theory.ts";

const NODES = ["reception", "examination", "imaging", "treatment", "ward", "pharmacy"];

// Imaging, treatment and pharmacy send back to the examination, treatment also to itself, the ward
// to treatment.
const NETWORK: NetworkSpec = {
  outside: [1, 0, 0, 0.1, 0, 0],
  routes: [
    [0, 0.8, 0, 0, 0, 0.1],
    [0, 0, 0.4, 0.3, 0, 0.2],
    [0, 0.9, 0, 0, 0.1, 0],
    [0, 0.15, 0, 0.1, 0.15, 0.4],
    [0, 0, 0, 0.2, 0, 0],
    [0, 0.05, 0, 0, 0, 0],
  ],
  servers: [1, 3, 1, 4, 9, 1],
  means: [0.7, 1.2, 1.1, 3, 30, 0.9],
  pair: [1, 2],
};

const NAME = "Jackson network of six stations with feedback";
/** The node whose interval is looked at [-]. */
const COVERED = 3;

function jacksonCase(): ValidationCase {
  const { outside, routes, servers, means, pair } = NETWORK;
  const flows = trafficRates(outside, routes);
  const nodes = flows.map((rate, i) => queueValues({ rate, mean: means[i], servers: servers[i] }));
  const [a, b] = pair.map((i) => nodes[i]);
  const present = nodes.reduce((sum, node) => sum + node.present, 0);
  const total = outside.reduce((sum, rate) => sum + rate, 0);
  const quantities: Quantity<NetworkObserved>[] = [
    ...nodes.flatMap((node, i): Quantity<NetworkObserved>[] => [
      {
        name: `L, ${NODES[i]} [patients]`,
        reference: node.present,
        of: (o) => o.present[i],
        covered: i === COVERED,
      },
      { name: `Wq, ${NODES[i]} [min]`, reference: node.wait, of: (o) => o.wait[i] },
      { name: `flow, ${NODES[i]} [patients/min]`, reference: flows[i], of: (o) => o.flow[i] },
    ]),
    { name: "time in the network [min]", reference: present / total, of: (o) => o.stay },
    {
      name: "examination and imaging both empty [-]",
      reference: a.law[0] * b.law[0],
      of: (o) => o.bothEmpty,
    },
    {
      name: "mean product of the numbers at both [patients²]",
      reference: a.present * b.present,
      of: (o) => o.product,
    },
  ];
  return {
    name: NAME,
    source:
      "Jackson (1957), Networks of waiting lines, Operations Research 5(4), 518–521; traffic " +
      "equations by elimination, each node as M/M/c.",
    run: (effort) => {
      const [replications, length] = effort === "fast" ? [200, 250] : [20_000, 1000];
      // Stationary but for when those of the start came. Who came last stays a sum of visits, of
      // which the ward's is the longest; twelve of its means are 360 min.
      const size = { warmUp: 400, length };
      return study({
        name: NAME,
        replications,
        run: (key) => runNetwork(NETWORK, size, key),
        quantities,
      });
    },
  };
}

export const cases: readonly ValidationCase[] = [jacksonCase()];
