/** A day ward with three places from 08:00 to 18:00, and one overnight. */

import { assertEquals } from "@std/assert";
import { Executive, Resource, RUNGS, scheduledArrivals, Source } from "../../../sim/engine/mod.ts";

const HOUR = 60; // [min]; time 0 is midnight
const DAY = 24 * HOUR; // [min]

/** The clock as people read it, such as "1 08:00" for the second day. */
function clock(time: number): string {
  const [day, minute] = [Math.floor(time / DAY), time % DAY];
  const two = (n: number) => String(n).padStart(2, "0");
  return `${day} ${two(Math.floor(minute / HOUR))}:${two(minute % HOUR)}`;
}

Deno.test("example 06: a ward serves its line in the morning, and nobody is sent home at dusk", () => {
  const executive = new Executive({ end: 2 * DAY });
  const ward = new Resource(executive, {
    name: "ward",
    capacity: {
      steps: [{ at: 8 * HOUR, capacity: 3 }, { at: 18 * HOUR, capacity: 1 }],
      period: DAY,
    },
  });
  const log: string[] = [];
  const arrive = executive.on("arrive", RUNGS.decision, (patient) => ward.seize(patient, begin));
  const begin = executive.on("begin", RUNGS.startOfStay, (patient, claim) => {
    log.push(`${clock(executive.now)} ${patient} in`);
    executive.after(4 * HOUR, end, patient, claim);
  });
  const end = executive.on("end", RUNGS.release, (patient, claim) => {
    log.push(`${clock(executive.now)} ${patient} out`);
    ward.release(claim);
  });
  const times = [7, 7.5, 15, 16, 17, 17.5].map((hour) => hour * HOUR); // [min]
  new Source(executive, { name: "door", arrivals: scheduledArrivals(times), then: arrive });
  executive.run(18.5 * HOUR);

  // Three places are in use though there is one now: no stay is broken off. Patient 5 waits.
  assertEquals([ward.capacity, ward.inUse, ward.free, ward.queue], [1, 3, -2, [5]]);
  executive.run();
  assertEquals(log, [
    "0 07:00 0 in",
    "0 08:00 1 in",
    "0 11:00 0 out",
    "0 12:00 1 out",
    "0 15:00 2 in",
    "0 16:00 3 in",
    "0 17:00 4 in",
    "0 19:00 2 out",
    "0 20:00 3 out",
    "0 21:00 4 out",
    "0 21:00 5 in",
    "1 01:00 5 out",
  ]);
  // Six stays of 4 h, on two days of 14 h with one place and 10 h with three.
  assertEquals(ward.statistics.utilisation, 6 * 4 / (2 * (14 + 30)));
});
