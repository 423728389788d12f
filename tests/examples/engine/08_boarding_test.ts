/**
 * Boarding: a patient who is to go on keeps the old bed until there is a new one. Where patients go both
 * ways, from ward to intensive care and back, everybody may come to wait for everybody else.
 */

import { assertEquals, assertThrows } from "@std/assert";
import {
  deadlockOf,
  Executive,
  Processes,
  Resource,
  SimulationError,
  watchDeadlocks,
} from "../../../sim/engine/mod.ts";

/** One patient goes up and one comes down, both from minute 60 on; what happened, by minute. */
function hospital({ wardBeds, watched = false }: { wardBeds: number; watched?: boolean }) {
  const executive = new Executive({ end: 1440 }); // [min]
  if (watched) watchDeadlocks(executive);
  const ward = new Resource(executive, { name: "ward", capacity: wardBeds });
  const icu = new Resource(executive, { name: "ICU", capacity: 1 });
  const processes = new Processes(executive);
  const log: string[] = [];
  const stay = (name: string, from: Resource, to: Resource): void => {
    processes.start(name, function* (self) {
      yield self.seize(from);
      yield self.hold(60);
      log.push(`${executive.now} ${name} asks for a bed of ${to.name}`);
      yield self.seize(to); // the bed of `from` is still held: boarding
      self.release(from);
      log.push(`${executive.now} ${name} has it`);
      yield self.hold(120);
      self.release(to);
    });
  };
  stay("Ann", ward, icu);
  stay("Ben", icu, ward);
  return { executive, log };
}

Deno.test("example 08: two patients who board for each other's bed never go on, and are found", () => {
  const asked = ["60 Ann asks for a bed of ICU", "60 Ben asks for a bed of ward"];
  const { executive, log } = hospital({ wardBeds: 1 });
  executive.run(100);
  assertEquals(log, asked);
  assertEquals(deadlockOf(executive).map(({ entity }) => entity), [0, 1]);
  // The watch ends the run at the very request that closes the circle.
  const watched = hospital({ wardBeds: 1, watched: true }).executive;
  assertThrows(() => watched.run(), SimulationError, "2 entities wait for each other");
  assertEquals(watched.now, 60);
  // One bed more in the ward, and both go on at once.
  const roomy = hospital({ wardBeds: 2, watched: true });
  roomy.executive.run();
  assertEquals(roomy.log, [...asked, "60 Ben has it", "60 Ann has it"]);
});
