import { assert } from "@std/assert";
import { KeyedDraws, keyOf } from "../../sim/engine/mod.ts";

/** Arrivals per hour of a clinic's morning [arrivals/h]. */
const RATES = [2, 10, 40, 25, 5, 12];
const DAYS = 4000;

/** Time of an arrival after `from` [h], given a unit exponential; Infinity past the last hour. */
type Next = (from: number, exponential: number) => number;

/** The n-th arrival falls where the cumulative rate reaches the n-th point of the unit process. */
const byCumulativeRate: Next = (from, exponential) => {
  let left = exponential;
  for (let at = from; at < RATES.length; at = Math.floor(at) + 1) {
    const rate = RATES[Math.floor(at)];
    const room = (Math.floor(at) + 1 - at) * rate;
    if (left < room) return at + left / rate;
    left -= room;
  }
  return Infinity;
};

/** The planted fault: the rate of the last arrival's hour holds until the next arrival. */
const frozenAtLastArrival: Next = (from, exponential) =>
  from + exponential / RATES[Math.floor(from)];

/** Largest |count − expected| / √expected over the hours. */
function worstHour(next: Next): number {
  const counts = RATES.map(() => 0);
  for (let day = 0; day < DAYS; day++) {
    const draws = new KeyedDraws(keyOf("bins", day));
    let at = 0;
    for (let n = 0;; n++) {
      draws.block(n, 0, 0, 0);
      at = next(at, -Math.log(draws.u0));
      if (at >= RATES.length) break;
      counts[Math.floor(at)]++;
    }
  }
  return Math.max(...counts.map((count, hour) => {
    const expected = DAYS * RATES[hour];
    return Math.abs(count - expected) / Math.sqrt(expected);
  }));
}

Deno.test("KeyedDraws gives a Poisson process its count in every hour", () => {
  const worst = worstHour(byCumulativeRate);
  assert(worst <= 4, `worst hour is ${worst} standard errors off`);
});

Deno.test("the check by hour sees a rate that is frozen at the last arrival", () => {
  assert(worstHour(frozenAtLastArrival) > 4);
});
