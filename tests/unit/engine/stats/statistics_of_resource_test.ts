import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import {
  ColumnLog,
  Executive,
  KeyedDraws,
  keyOf,
  Resource,
  RUNGS,
} from "../../../../sim/engine/mod.ts";
import { RESOURCE_COLUMNS } from "../../../../sim/engine/resources/mod.ts";
import { statisticsOfLog } from "../../../../sim/engine/stats/mod.ts";
import { World } from "../../../support/resource_world.ts";

// Planted faults that this catches, in the log or in either of the two: a wait counted from the
// seizure; a claim that leaves the queue still counted as waiting.
Deno.test("statisticsOfLog() gives a resource's own statistics to the last bits", () => {
  const end = 5000;
  const log = new ColumnLog([...RESOURCE_COLUMNS]);
  const executive = new Executive({ end });
  const beds = new Resource(executive, { name: "beds", capacity: 4, room: 9, log });
  const draws = new KeyedDraws(keyOf("statistics of a log", 0));
  const leave = executive.on("leave", RUNGS.release, (_, claim) => beds.release(claim));
  const begin = executive.on("begin", RUNGS.startOfStay, (who, claim) => {
    draws.block(who, 0, 1, 0);
    executive.after(-3 * Math.log(draws.u0), leave, who, claim);
  });
  const arrive = executive.on("arrive", RUNGS.decision, (who) => {
    draws.block(who, 0, 0, 0);
    beds.seize(who, begin, { units: draws.u2 < 0.2 ? 2 : 1, patience: -8 * Math.log(draws.u1) });
    executive.after(-Math.log(draws.u0), arrive, who + 1);
  });
  const shrink = executive.on("shrink", RUNGS.decision, (units) => beds.setCapacity(units));
  executive.at(0, arrive, 0);
  executive.at(2000.5, shrink, 3);
  executive.at(3100.25, shrink, 5);
  executive.run();

  const ours = statisticsOfLog(log, { end, capacity: 4 });
  const own = beds.statistics;
  const [requested, seized, released, reneged, refused] = ours.counts;
  assertEquals([requested + refused, seized, released], [own.requested, own.seized, own.released]);
  assertEquals([reneged, refused], [own.reneged, own.noRoom + own.balked]);
  assert(own.seized > 3000 && own.reneged > 100 && own.noRoom > 10);
  assertEquals([ours.wait.mean, ours.wait.variance], [own.waits.mean, own.waits.variance]);
  assertAlmostEquals(ours.waiting / own.meanWaiting, 1, 1e-12);
  assertAlmostEquals(ours.inUse / own.meanInUse, 1, 1e-12);
  assertAlmostEquals(ours.utilisation / own.utilisation, 1, 1e-12);
});

// Planted faults that this catches: the levels begun at 0; rows at the end of the warm-up counted.
Deno.test("statisticsOfLog() finds a run again that starts at 08:00, warms up and pre-empts", () => {
  const window = { start: 480, end: 540, capacity: 1 };
  const visits = Array.from({ length: 12 }, (_, i) => ({
    at: 480 + 5 * i,
    hold: 7,
    priority: i % 4 === 1 ? 1 : 0,
  }));
  for (const warmUp of [480, 500, 512]) {
    const log = new ColumnLog([...RESOURCE_COLUMNS]);
    const world = new World({ capacity: 1, discipline: "priority", preempts: true, log }, visits, {
      ...window,
      returns: "resume",
    });
    // At 500 somebody asks, which the flush drops.
    if (warmUp > 480) world.run(warmUp).resource.statistics.flush(warmUp);
    const own = world.run().resource.statistics;
    const ours = statisticsOfLog(log, { ...window, warmUp });
    const [requested, seized, released, , refused, preempted] = ours.counts;
    assertEquals(
      [requested + refused, seized, released, preempted],
      [own.requested, own.seized, own.released, own.preempted],
    );
    assert(own.preempted > 0 && own.seized > 3);
    assertEquals([ours.wait.count, ours.wait.mean], [own.waits.count, own.waits.mean]);
    assertAlmostEquals(ours.inUse, own.meanInUse, 1e-12);
    assertAlmostEquals(ours.waiting, own.meanWaiting, 1e-12);
    assertAlmostEquals(ours.utilisation, own.utilisation, 1e-12);
  }
});
