/** Two beds that are told apart, each cleaned after a stay before the next patient may have it. */

import { assertEquals } from "@std/assert";
import { Executive, Resource, RUNGS, scheduledArrivals, Source } from "../../../sim/engine/mod.ts";

const STAYS = [100, 40, 60, 30]; // by patient [min]
const CLEANING = 20; // [min]

Deno.test("example 07: a bed is free when it is clean, and the lowest clean one is taken", () => {
  const executive = new Executive({ end: 1440 });
  const beds = new Resource(executive, { name: "beds", capacity: 2, identity: true });
  const log: string[] = [];
  const note = (what: string, claim: number) =>
    log.push(`${executive.now} bed ${beds.unitOf(claim)} ${what}`);

  const arrive = executive.on("arrive", RUNGS.decision, (patient) => beds.seize(patient, admit));
  const admit = executive.on("admit", RUNGS.startOfStay, (patient, claim) => {
    note(`takes patient ${patient}`, claim);
    executive.after(STAYS[patient], leave, patient, claim);
  });
  // The patient goes; the claim stays, so the bed is not handed over yet.
  const leave = executive.on("leave", RUNGS.endOfStay, (patient, claim) => {
    note("is to be cleaned", claim);
    executive.after(CLEANING, clean, patient, claim);
  });
  const clean = executive.on("clean", RUNGS.release, (_, claim) => {
    note("is clean", claim);
    beds.release(claim);
  });
  const arrivals = scheduledArrivals([0, 10, 20, 130]); // [min]
  new Source(executive, { name: "door", arrivals, then: arrive });
  executive.run();

  assertEquals(log, [
    "0 bed 0 takes patient 0",
    "10 bed 1 takes patient 1",
    "50 bed 1 is to be cleaned",
    "70 bed 1 is clean",
    "70 bed 1 takes patient 2",
    "100 bed 0 is to be cleaned",
    "120 bed 0 is clean",
    "130 bed 1 is to be cleaned",
    "130 bed 0 takes patient 3",
    "150 bed 1 is clean",
    "160 bed 0 is to be cleaned",
    "180 bed 0 is clean",
  ]);
  assertEquals(beds.statistics.waits.sum, 50); // patient 2, from 20 to 70
  assertEquals(beds.statistics.meanInUse * 1440, 120 + 60 + 80 + 50); // stays and cleaning [min]
});
