import { assert, assertEquals } from "@std/assert";
import { Executive, KeyedDraws, keyOf, RUNGS, Tally } from "../../sim/engine/mod.ts";

/** Waits of the customers of one server, in order of arrival; service is exponential of mean 1. */
function waitsOf(seed: string, load: number, customers: number): Float64Array {
  const draws = new KeyedDraws(keyOf(seed, 0));
  const arrivals = new Float64Array(customers);
  const waits = new Float64Array(customers);
  const executive = new Executive({ end: Infinity });
  let busy = false;
  let next = 0; // first customer who has not begun
  let came = 0;
  const begin = executive.on("begin", RUNGS.seize, () => {
    if (busy || next === came) return;
    busy = true;
    waits[next] = executive.now - arrivals[next];
    draws.block(next, 0, 1, 0);
    executive.after(-Math.log(draws.u0), end, next++);
  });
  const end = executive.on("end", RUNGS.release, (who) => {
    busy = false;
    executive.after(0, begin, who);
  });
  const arrive = executive.on("arrive", RUNGS.decision, (who) => {
    arrivals[who] = executive.now;
    came = who + 1;
    executive.after(0, begin, who);
    if (who + 1 === customers) return;
    draws.block(who + 1, 0, 0, 0);
    executive.after(-Math.log(draws.u0) / load, arrive, who + 1);
  });
  executive.at(0, arrive, 0);
  executive.run();
  assertEquals([next, executive.pending], [customers, 0]);
  return waits;
}

/** Means of equally long batches, the first ten dropped as warm-up. */
function batchMeans(values: Float64Array, batches: number): Tally {
  const size = values.length / (batches + 10);
  const tally = new Tally();
  for (let batch = 10; batch < batches + 10; batch++) {
    const part = values.subarray(batch * size, (batch + 1) * size);
    tally.add(part.reduce((sum, value) => sum + value, 0) / size);
  }
  return tally;
}

// Planted fault that these catch: the decision left out of the counter (service drawn from block
// (who, 0, 0, 0)), so that a long service goes with a long gap before it.
for (const load of [0.5, 0.8]) {
  Deno.test(`Executive.run() gives the mean wait of M/M/1 at load ${load}`, () => {
    const means = batchMeans(waitsOf("single server", load, 250_000), 40);
    const theory = load / (1 - load);
    const error = Math.sqrt(means.variance / means.count);
    assert(error < 0.1 * theory, `standard error ${error} is too wide to see anything`);
    assert(
      Math.abs(means.mean - theory) <= 4 * error,
      `${means.mean} against ${theory} ± ${error}`,
    );
  });
}

Deno.test("Executive.run() gives the share of M/M/1 that does not wait, and the law of the waits", () => {
  const load = 0.8;
  const waits = waitsOf("law of waits", load, 250_000);
  // P(W > t) = ρ exp(−(1 − ρ) t).
  for (const t of [0, 2, 5, 15]) {
    const means = batchMeans(waits.map((wait) => wait > t ? 1 : 0), 40);
    const error = Math.sqrt(means.variance / means.count);
    const theory = load * Math.exp(-(1 - load) * t);
    assert(Math.abs(means.mean - theory) <= 4 * error, `P(W > ${t}): ${means.mean}, ${theory}`);
  }
});
