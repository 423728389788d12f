/**
 * Two tiers of beds without waiting: whom the district hospital has no bed for goes to the city hospital,
 * and whom that has no bed for is lost.
 *
 * Source: Erlang (1917), "Solution of some problems in the theory of probabilities of significance in
 * automatic telephone exchanges", Elektroteknikeren 13: of a load of a beds, n beds lose the share B(n, a).
 * With one law of stays both tiers together are n + m beds.
 */

import { assert } from "@std/assert";
import { distributionOf, Executive, keyOf, poissonArrivals } from "../../../sim/engine/mod.ts";
import { Resource, RUNGS, Source, Streams, tInterval, Variates } from "../../../sim/engine/mod.ts";

const [DISTRICT, CITY] = [10, 5]; // [beds]
const [ARRIVALS, STAY] = [3 / 1440, 4 * 1440]; // [patients/min], mean [min]: a load of 12 beds

/** Share that overflows, and share that is lost [-], in one replication. */
function shares(replication: number): number[] {
  const streams = new Streams(keyOf("two tiers", replication));
  // Any law of stays with this mean gives the same shares.
  const law = distributionOf({ law: "lognormal", mean: STAY, sd: STAY });
  const stays = new Variates(law, streams.open("stays"));
  const arrivals = poissonArrivals({ rate: ARRIVALS, stream: streams.open("arrivals") });
  const executive = new Executive({ end: 5_000 * 1440 });
  const district = new Resource(executive, { name: "district", capacity: DISTRICT, room: 0 });
  const city = new Resource(executive, { name: "city", capacity: CITY, room: 0 });
  const arrive = executive.on("arrive", RUNGS.decision, (patient) => {
    if (district.seize(patient, inDistrict) < 0) city.seize(patient, inCity);
  });
  const stayIn = (hospital: Resource): number => {
    const leave = executive.on(`leave ${hospital.name}`, RUNGS.release, (_, claim) => {
      hospital.release(claim);
    });
    return executive.on(`admit to ${hospital.name}`, RUNGS.startOfStay, (patient, claim) => {
      executive.after(stays.next(), leave, patient, claim);
    });
  };
  const [inDistrict, inCity] = [stayIn(district), stayIn(city)];
  const door = new Source(executive, { name: "door", arrivals, then: arrive });
  executive.run();
  return [district, city].map(({ statistics }) => statistics.noRoom / door.arrived);
}

/** Share that n beds lose of a load of a beds [-], by its recursion. */
const erlangB = (n: number, a: number): number =>
  n === 0 ? 1 : a * erlangB(n - 1, a) / (n + a * erlangB(n - 1, a));

Deno.test("example 10: overflow and loss of two tiers are those of Erlang B", () => {
  const seen = Array.from({ length: 10 }, (_, replication) => shares(replication));
  [DISTRICT, DISTRICT + CITY].forEach((beds, tier) => {
    const { low, high } = tInterval(seen.map((row) => row[tier]), 0.9999);
    const theory = erlangB(beds, ARRIVALS * STAY);
    assert(low < theory && theory < high, `${low} to ${high}: ${theory}`);
  });
});
