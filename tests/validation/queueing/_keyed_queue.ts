/** M/M/1 whose customers draw by their own number: what each takes depends on nobody else. */

import { Executive, type Key, KeyedDraws, Resource, RUNGS } from "../../../sim/engine/mod.ts";

/** Decisions of a customer [-]: third part of the counter. */
const DRAW = { gap: 0, service: 1, found: 2, numberFound: 3 } as const;

/** What is run. */
export interface KeyedQueue {
  /** Arrivals per mean service [-], below 1. */
  readonly load: number;
  /** Time before the customers that are looked at [mean services]. */
  readonly warmUp: number;
  /** Customers whose waits are looked at [customers]. */
  readonly customers: number;
}

/**
 * Waits of customers one after another [mean services].
 *
 * The start is stationary; a customer is looked at once those of the start have gone.
 */
export function keyedWaits({ load, warmUp, customers }: KeyedQueue, key: Key): Float64Array {
  const draws = new KeyedDraws(key);
  const exponential = (customer: number, decision: number, mean: number): number => {
    draws.block(customer, 0, decision, 0);
    return -mean * Math.log(draws.u0);
  };
  const executive = new Executive({ end: Infinity });
  const server = new Resource(executive, { name: "server", capacity: 1 });
  const came: number[] = [];
  const waits = new Float64Array(customers);
  let first = -1;
  const finish = executive.on("end", RUNGS.release, (_, claim) => server.release(claim));
  const begin = executive.on("begin", RUNGS.startOfStay, (who, claim) => {
    if (who >= 0 && first >= 0 && who >= first) waits[who - first] = executive.now - came[who];
    const service = who >= 0 ? exponential(who, DRAW.service, 1) : exponential(~who, DRAW.found, 1);
    executive.after(service, finish, who, claim);
  });
  const arrive = executive.on("arrive", RUNGS.decision, (who) => {
    came[who] = executive.now;
    if (first < 0 && executive.now >= warmUp) first = who;
    server.seize(who, begin);
    if (first >= 0 && who + 1 === first + customers) return;
    executive.after(exponential(who + 1, DRAW.gap, 1 / load), arrive, who + 1);
  });
  // P(N ≥ n) = ρⁿ; those of the start have numbers below 0.
  draws.block(0, 0, DRAW.numberFound, 0);
  const found = Math.floor(Math.log(draws.u0) / Math.log(load));
  for (let n = 0; n < found; n++) server.seize(~n, begin);
  executive.after(exponential(0, DRAW.gap, 1 / load), arrive, 0);
  executive.run();
  return waits;
}
