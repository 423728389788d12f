/** Two tiers of beds: who finds no bed in the first asks the second, who finds none there is lost. */

import {
  distributionOf,
  type DistributionSpec,
  Executive,
  type Key,
  poissonArrivals,
  Resource,
  RUNGS,
  Streams,
  Variates,
} from "../../../sim/engine/mod.ts";
import type { ValidationCase } from "../_case.ts";
import { printed, type Sample, study } from "./_replicate.ts";
import { numberFound } from "./_start.ts";
import { erlangB, queueValues } from "./_theory.ts";

const LOAD = 8;
/** Time before the measuring begins [mean stays]. */
const WARM_UP = 100;

interface Tiers {
  readonly beds: readonly [first: number, second: number];
  readonly service: DistributionSpec;
  readonly length: number;
}

interface TiersObserved {
  /** Share who find no bed in the first tier [-]; share who find none at all [-]. */
  readonly blocked: Sample;
  readonly lost: Sample;
  /** Beds in use in the first tier, in both [beds]. */
  readonly inFirst: Sample;
  readonly inBoth: Sample;
}

// All beds together start in their stationary state, those of the start in the first tier as far as it
// goes. How they share out is not stationary until they have gone: of the longest-tailed law here the
// rest of a stay is above 100 means with probability 1e-4.
function runTiers({ beds, service, length }: Tiers, key: Key): TiersObserved {
  const streams = new Streams(key);
  const executive = new Executive({ end: WARM_UP + length });
  const [first, second] = beds.map((capacity, tier) =>
    new Resource(executive, { name: `tier ${tier + 1}`, capacity, room: 0 })
  );
  const stays = new Variates(distributionOf(service), streams.open("stay"));
  const arrivals = poissonArrivals({ rate: LOAD, stream: streams.open("arrivals") });
  const all = beds[0] + beds[1];
  const { law } = queueValues({ rate: LOAD, mean: 1, servers: all, most: all });
  const found = numberFound(law, service)(streams.open("start"));
  const tierOf = (patient: number) => patient % 2 === 0 ? first : second;
  const end = executive.on("end", RUNGS.release, (patient, claim) => {
    tierOf(patient).release(claim);
  });
  const begin = executive.on("begin", RUNGS.startOfStay, (patient, claim) => {
    const number = Math.floor(patient / 2);
    executive.after(number < found.length ? found[number] : stays.next(), end, patient, claim);
  });
  // A patient's number is even in the first tier and odd in the second.
  const admit = (number: number) => {
    if (first.seize(2 * number, begin) < 0) second.seize(2 * number + 1, begin);
  };
  const arrive = executive.on("arrive", RUNGS.decision, (number) => {
    admit(number);
    executive.at(arrivals.next(executive.now), arrive, number + 1);
  });
  const measure = executive.on("measure", RUNGS.statistics, () => {
    for (const tier of [first, second]) tier.statistics.flush(executive.now);
  });
  found.forEach((_, number) => admit(number));
  executive.at(arrivals.next(0), arrive, found.length);
  executive.at(WARM_UP, measure, 0);
  executive.run();
  const [one, two] = [first.statistics, second.statistics];
  return {
    blocked: [one.noRoom, one.requested],
    lost: [two.noRoom, one.requested],
    inFirst: [one.meanInUse, 1],
    inBoth: [one.meanInUse + two.meanInUse, 1],
  };
}

const BLOCKED = { 8: ".23557", 10: ".12166" } as const;

function overflowCase(first: 8 | 10, law: string, service: DistributionSpec): ValidationCase {
  const name = `Overflow of ${first} beds to ${12 - first} of the tier above, stay ${law}`;
  const [blocked, lost] = [erlangB(first, LOAD), erlangB(12, LOAD)];
  return {
    name,
    source: "Erlang (1917): the first tier is a loss system, and so are both tiers together.",
    run: (effort) => {
      const [replications, length] = effort === "fast" ? [100, 250] : [500, 5000];
      const run = (key: Key) => runTiers({ beds: [first, 12 - first], service, length }, key);
      return [
        printed("blocked", BLOCKED[first], blocked),
        printed("lost", ".05141", lost),
        ...study({
          name,
          replications,
          run,
          quantities: [
            { name: "blocked in the first tier [-]", reference: blocked, of: (o) => o.blocked },
            { name: "lost [-]", reference: lost, of: (o) => o.lost },
            {
              name: "in use in the first tier [beds]",
              reference: LOAD * (1 - blocked),
              of: (o) => o.inFirst,
            },
            { name: "in use in both [beds]", reference: LOAD * (1 - lost), of: (o) => o.inBoth },
          ],
        }),
      ];
    },
  };
}

const STAYS: Readonly<Record<string, DistributionSpec>> = {
  exponential: { law: "exponential", mean: 1 },
  constant: { law: "constant", value: 1 },
  lognormal: { law: "lognormal", mean: 1, sd: 1.5 },
};

export const cases: readonly ValidationCase[] = ([8, 10] as const).flatMap((first) =>
  Object.entries(STAYS).map(([law, service]) => overflowCase(first, law, service))
);
