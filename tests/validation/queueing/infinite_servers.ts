/** Everybody served at once, arrivals by a rate that changes: the mean census at every hour. */

import {
  distributionOf,
  type DistributionSpec,
  Executive,
  type Key,
  keyOf,
  poissonArrivals,
  rateProfile,
  Resource,
  RUNGS,
  Streams,
  Tally,
  Variates,
} from "../../../sim/engine/mod.ts";
import { type Finding, type ValidationCase, zFinding } from "../_case.ts";
import { censusAt, integralFromZero } from "./_theory.ts";

const HOUR = 60;
/** Arrivals in each hour of a day [patients/h]. */
const HOURLY = [
  2,
  1,
  1,
  1,
  1,
  2,
  4,
  9,
  14,
  18,
  16,
  12,
  9,
  10,
  13,
  12,
  10,
  9,
  8,
  7,
  6,
  5,
  4,
  3,
];
const RATES = { rates: HOURLY.map((rate) => rate / HOUR), width: HOUR };

/** Patients there at the end of each hour, of a day that begins with nobody. */
function censuses(service: DistributionSpec, key: Key): number[] {
  const streams = new Streams(key);
  const executive = new Executive({ end: HOURLY.length * HOUR });
  const beds = new Resource(executive, { name: "beds", capacity: Infinity });
  const stays = new Variates(distributionOf(service), streams.open("stay"));
  const profile = rateProfile(RATES);
  const arrivals = poissonArrivals({ profile, stream: streams.open("arrivals") });
  const found: number[] = [];
  const end = executive.on("end", RUNGS.release, (_, claim) => beds.release(claim));
  const begin = executive.on("begin", RUNGS.startOfStay, (patient, claim) => {
    executive.after(stays.next(), end, patient, claim);
  });
  const arrive = executive.on("arrive", RUNGS.decision, (patient) => {
    beds.seize(patient, begin);
    next(patient + 1);
  });
  const next = (patient: number) => {
    const time = arrivals.next(executive.now);
    if (time < Infinity) executive.at(time, arrive, patient);
  };
  const look = executive.on("look", RUNGS.statistics, () => found.push(beds.inUse));
  HOURLY.forEach((_, hour) => executive.at((hour + 1) * HOUR, look, hour));
  next(0);
  executive.run();
  return found;
}

function censusCase(law: string, service: DistributionSpec): ValidationCase {
  const name = `M(t)/G/∞, census of every hour, stay ${law}`;
  const { cdf, mean } = distributionOf(service);
  const lasting = service.law === "constant"
    ? (upTo: number) => Math.min(upTo, mean)
    : (upTo: number) => integralFromZero((x) => 1 - (x > 0 ? cdf(x) : 0), upTo);
  const expected = HOURLY.map((_, hour) => censusAt((hour + 1) * HOUR, RATES, lasting));
  const busiest = expected.indexOf(Math.max(...expected));
  return {
    name,
    source:
      "Eick, Massey and Whitt (1993), The physics of the Mt/G/∞ queue, Operations Research 41(4); " +
      "the integral by Simpson's rule. The census is Poisson.",
    run: (effort) => {
      const replications = effort === "fast" ? 2000 : 20_000;
      const tallies = HOURLY.map(() => new Tally());
      for (let r = 0; r < replications; r++) {
        censuses(service, keyOf(name, r)).forEach((n, hour) => tallies[hour].add(n));
      }
      const findings: Finding[] = tallies.map((tally, hour) =>
        zFinding(`mean census at ${hour + 1} h [patients]`, expected[hour], {
          ours: tally.mean,
          error: Math.sqrt(expected[hour] / replications),
        })
      );
      const [most, tally] = [expected[busiest], tallies[busiest]];
      // The variance of the sample variance of a Poisson count is (m + 2 m² n / (n − 1)) / n.
      const error = Math.sqrt((1 / most + 2 * replications / (replications - 1)) / replications);
      const ours = tally.variance / most;
      return [
        ...findings,
        zFinding(`variance at ${busiest + 1} h over its mean [-]`, 1, { ours, error }),
      ];
    },
  };
}

export const cases: readonly ValidationCase[] = [
  censusCase("exponential", { law: "exponential", mean: 300 }),
  censusCase("lognormal", { law: "lognormal", mean: 300, sd: 300 }),
  censusCase("constant", { law: "constant", value: 250 }),
];
