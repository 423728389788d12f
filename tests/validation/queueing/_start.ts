/** Services of those present at the start of a station: draws from its stationary state. */

import {
  discreteTable,
  distributionOf,
  type DistributionSpec,
  type Stream,
} from "../../../sim/engine/mod.ts";

/** Draws the services of those present at time 0, those in service first [time]. */
export type Found = (stream: Stream) => readonly number[];

/**
 * As many as the law says, each with a service of the residual law.
 *
 * Exact where services are exponential, as the rest of one is as long as a whole one; and for a
 * station without a line, whose number is that of exponential stays whatever their law, with the
 * rests of the stays independent of it.
 *
 * Source of the latter: Sevastyanov (1957), "An ergodic theorem for Markov processes and its
 * application to telephone systems with refusals", Theory of Probability and its Applications 2(1),
 * 104–112.
 */
export function numberFound(law: ArrayLike<number>, service: DistributionSpec): Found {
  const numbers = discreteTable(law);
  const rest = restOf(service);
  return (stream) => Array.from({ length: numbers.index(stream.uniform()) }, () => rest(stream));
}

/**
 * The work that one server has before it: a geometric number of residual services.
 *
 * Those present are not as many as in the stationary state, but what newcomers wait for is of its law;
 * the number present is too once the work of the start is done.
 *
 * Source: Beneš (1957), "On queues with Poisson arrivals", Annals of Mathematical Statistics 28(3),
 * 670–677.
 */
export function workFound(rate: number, service: DistributionSpec): Found {
  const load = rate * distributionOf(service).mean;
  const rest = restOf(service);
  return (stream) => {
    const services: number[] = [];
    while (stream.uniform() < load) services.push(rest(stream));
    return services;
  };
}

/**
 * The rest of a service that is found running: a uniform share of a service as seen from within, whose
 * density is x f(x) / mean. The laws used here stay in their family.
 *
 * Source: Cox (1962), "Renewal theory", Methuen, chapter 5.
 */
function restOf(service: DistributionSpec): (stream: Stream) => number {
  const found = distributionOf(seenFromWithin(service));
  return (stream) => stream.uniform() * found.quantile(stream.uniform());
}

function seenFromWithin(service: DistributionSpec): DistributionSpec {
  const { mean, variance } = distributionOf(service);
  const longer = mean + variance / mean;
  const sd = Math.sqrt(variance / mean * longer);
  switch (service.law) {
    case "constant":
      return service;
    case "exponential":
      return { law: "erlang", stages: 2, mean: longer };
    case "erlang":
      return { law: "erlang", stages: service.stages + 1, mean: longer };
    case "gamma":
      return { law: "gamma", mean: longer, sd };
    case "lognormal":
      return { law: "lognormal", mean: longer, sd: longer * Math.sqrt(variance) / mean };
    default:
      throw new RangeError(`Cannot tell the rest of a service: current law is "${service.law}"`);
  }
}
