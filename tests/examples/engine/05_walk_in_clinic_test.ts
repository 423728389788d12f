/**
 * A walk-in clinic where people do not join a long line (balking) and do not wait for ever (reneging).
 *
 * Those present are a birth-and-death process: births at the arrival rate as long as fewer than
 * five wait, deaths by service and by patience. An arrival sees it as it is on average.
 */

import { assert } from "@std/assert";
import { distributionOf, Executive, keyOf, poissonArrivals } from "../../../sim/engine/mod.ts";
import { Resource, RUNGS, Source, Streams, tInterval, Variates } from "../../../sim/engine/mod.ts";

const [ARRIVALS, SERVICE, PATIENCE] = [0.25, 10, 15]; // [patients/min], means [min]
const [NURSES, LONGEST] = [2, 5]; // [nurses], [patients] in the line

/** Shares of those who come that balk and that renege [-], in one replication. */
function lostShares(replication: number): number[] {
  const streams = new Streams(keyOf("walk-in clinic", replication));
  const exponential = (mean: number, name: string) =>
    new Variates(distributionOf({ law: "exponential", mean }), streams.open(name));
  const services = exponential(SERVICE, "services");
  const patience = exponential(PATIENCE, "patience");
  const executive = new Executive({ end: 100_000 }); // [min]
  const nurses = new Resource(executive, {
    name: "nurses",
    capacity: NURSES,
    balks: (_, waiting) => waiting >= LONGEST,
  });
  const arrive = executive.on("arrive", RUNGS.decision, (patient) => {
    nurses.seize(patient, begin, { patience: patience.next() });
  });
  const begin = executive.on("begin", RUNGS.startOfStay, (patient, claim) => {
    executive.after(services.next(), end, patient, claim);
  });
  const end = executive.on("end", RUNGS.release, (_, claim) => nurses.release(claim));
  const arrivals = poissonArrivals({ rate: ARRIVALS, stream: streams.open("arrivals") });
  new Source(executive, { name: "door", arrivals, then: arrive });
  executive.run();
  const { requested, balked, reneged } = nurses.statistics;
  return [balked / requested, reneged / requested];
}

/** The same shares by theory. */
function theory(): number[] {
  const weights = [1];
  for (let n = 1; n <= NURSES + LONGEST; n++) {
    const deaths = Math.min(n, NURSES) / SERVICE + Math.max(n - NURSES, 0) / PATIENCE;
    weights.push(weights[n - 1] * ARRIVALS / deaths);
  }
  const sum = weights.reduce((a, b) => a + b);
  const waiting = weights.reduce((area, w, n) => area + w / sum * Math.max(n - NURSES, 0), 0);
  return [weights[NURSES + LONGEST] / sum, waiting / PATIENCE / ARRIVALS];
}

Deno.test("example 05: as many balk and renege as the balance of births and deaths says", () => {
  const shares = Array.from({ length: 10 }, (_, replication) => lostShares(replication));
  theory().forEach((expected, i) => {
    const { low, high } = tInterval(shares.map((row) => row[i]), 0.9999);
    assert(low < expected && expected < high, `${low} to ${high}: ${expected}`);
  });
});
