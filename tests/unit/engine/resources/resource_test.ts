import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  Executive,
  REFUSED,
  Resource,
  RUNGS,
  SimulationError,
} from "../../../../sim/engine/mod.ts";
import { statisticsOfLog } from "../../../../sim/engine/stats/mod.ts";
import { World } from "../../../support/resource_world.ts";

const THREE = [{ at: 0, hold: 10 }, { at: 2, hold: 10 }, { at: 4, hold: 1 }];

Deno.test("Resource.seize() serves one at a time, first come first served, each row in its place", () => {
  const { rows, resource } = new World({ capacity: 1 }, THREE).run();
  assertEquals(rows.words, [
    "0 requested 0",
    "0 seized 0",
    "2 requested 1",
    "4 requested 2",
    "10 released 0",
    "10 seized 1",
    "20 released 1",
    "20 seized 2",
    "21 released 2",
  ]);
  assertEquals(rows.claim, [0, 0, 1, 2, 0, 1, 1, 2, 2]);
  const { statistics } = resource;
  assertEquals([statistics.requested, statistics.seized, statistics.released], [3, 3, 3]);
  assertEquals([statistics.waits.count, statistics.waits.mean, statistics.waits.max], [3, 8, 16]);
  assertEquals([statistics.meanInUse, statistics.meanWaiting], [0.021, 0.024]);
  assertEquals(statistics.utilisation, 0.021);
  assertEquals([resource.inUse, resource.free, resource.waiting, resource.queue], [0, 1, 0, []]);
});

Deno.test("Resource.seize() calls the model before it returns when units are free, later when not", () => {
  const executive = new Executive({ end: 10 });
  const log: string[] = [];
  const desk = new Resource(executive, { name: "desk", capacity: 1 });
  const begin = executive.on("begin", RUNGS.seize, (who) => log.push(`${who} begins`));
  const claim = desk.seize(1, begin);
  log.push("1 has asked");
  desk.seize(2, begin);
  log.push("2 has asked");
  assertEquals([desk.isHeld(claim), desk.isWaiting(claim)], [true, false]);
  desk.release(claim);
  assertEquals([desk.isHeld(claim), desk.isWaiting(claim)], [false, false]);
  assertEquals(log, ["1 begins", "1 has asked", "2 has asked", "2 begins"]);
});

Deno.test("Resource.release() comes before a request of the same instant, by the ladder", () => {
  const { told } = new World({ capacity: 1, room: 0 }, [{ at: 0, hold: 10 }, { at: 10, hold: 5 }])
    .run();
  assertEquals(told, ["0 begins 0", "10 ends 0", "10 begins 1", "15 ends 1"]);
});

Deno.test("Resource.seize() from within a grant waits behind the line", () => {
  const executive = new Executive({ end: 10 });
  const order: number[] = [];
  const desk = new Resource(executive, { name: "desk", capacity: 2 });
  const begin = executive.on("begin", RUNGS.seize, (who, claim) => {
    order.push(who);
    if (who === 2) {
      desk.seize(4, begin);
      desk.release(claim);
    }
  });
  const first = desk.seize(1, begin);
  const two = desk.seize(0, begin, { units: 1 });
  desk.seize(2, begin);
  desk.seize(3, begin);
  desk.release(first);
  assertEquals([order, desk.queue], [[1, 0, 2, 3], [4]]);
  desk.release(two);
  assertEquals(order, [1, 0, 2, 3, 4]);
});

Deno.test("Resource.seize() lets a request for many units hold up those behind it", () => {
  const { told } = new World({ capacity: 3 }, [
    { at: 0, hold: 10, units: 2 },
    { at: 1, hold: 5, units: 3 },
    { at: 2, hold: 1 },
  ]).run();
  assertEquals(told, [
    "0 begins 0",
    "10 ends 0",
    "10 begins 1",
    "15 ends 1",
    "15 begins 2",
    "16 ends 2",
  ]);
});

Deno.test("Resource.leave() of the first serves those whom it held up", () => {
  const world = new World({ capacity: 3 }, [
    { at: 0, hold: 10, units: 2 },
    { at: 1, hold: 5, units: 3 },
    { at: 2, hold: 1 },
  ]).run(5);
  world.resource.leave(world.claims[1]);
  assertEquals(world.told, ["0 begins 0", "5 begins 2"]);
  assertEquals([world.resource.statistics.reneged, world.resource.waiting], [1, 0]);
});

Deno.test("Resource.seize() with ahead goes in front and may fit where the first did not", () => {
  const { told } = new World({ capacity: 3 }, [
    { at: 0, hold: 10, units: 2 },
    { at: 1, hold: 5, units: 3 },
    { at: 2, hold: 1, ahead: true },
  ]).run(4);
  assertEquals(told, ["0 begins 0", "2 begins 2", "3 ends 2"]);
});

Deno.test("Resource serves by priority, and by joining within one", () => {
  const visits = [0, 1, 5, 1, 5].map((priority, at) => ({ at, hold: 10, priority }));
  const { told } = new World({ capacity: 1, discipline: "priority" }, visits).run();
  assertEquals(told.filter((row) => row.includes("begins")), [
    "0 begins 0",
    "10 begins 2",
    "20 begins 4",
    "30 begins 1",
    "40 begins 3",
  ]);
});

Deno.test("Resource takes a unit for a higher priority; who lost it resumes what is left", () => {
  const visits = [{ at: 0, hold: 10 }, { at: 4, hold: 3, priority: 1 }, { at: 5, hold: 2 }];
  const { told, rows, resource } = new World(
    { capacity: 1, discipline: "priority", preempts: true },
    visits,
    { returns: "resume" },
  ).run();
  assertEquals(told, [
    "0 begins 0",
    "4 begins 1",
    "4 loses 0",
    "7 ends 1",
    "7 begins 0",
    "13 ends 0",
    "13 begins 2",
    "15 ends 2",
  ]);
  assertEquals(rows.words.slice(2, 6), [
    "4 requested 1",
    "4 preempted 0",
    "4 seized 1",
    "4 requested 0",
  ]);
  const { statistics } = resource;
  assertEquals([statistics.requested, statistics.seized, statistics.released], [4, 4, 3]);
  assertEquals([statistics.preempted, statistics.waits.sum], [1, 3 + 8]);
});

Deno.test("Resource takes a unit for a higher priority; who lost it repeats all of it", () => {
  const visits = [{ at: 0, hold: 10 }, { at: 4, hold: 3, priority: 1 }, { at: 5, hold: 2 }];
  const { told } = new World(
    { capacity: 1, discipline: "priority", preempts: true },
    visits,
    { returns: "repeat" },
  ).run();
  assertEquals(told.slice(3), ["7 ends 1", "7 begins 0", "17 ends 0", "17 begins 2", "19 ends 2"]);
});

Deno.test("Resource takes units from the lowest priority and latest, and from no equal", () => {
  const visits = [
    { at: 0, hold: 50, priority: 1 },
    { at: 1, hold: 50 },
    { at: 2, hold: 50 },
    { at: 3, hold: 50 },
    { at: 4, hold: 5, priority: 1, units: 2 },
    { at: 5, hold: 5, priority: 1, units: 2 },
  ];
  const world = new World({ capacity: 4, discipline: "priority", preempts: true }, visits).run(6);
  assertEquals(world.told.slice(4), ["4 begins 4", "4 loses 3", "4 loses 2"]);
  assertEquals([world.resource.queue, world.resource.statistics.preempted], [[5], 2]);
});

Deno.test("Resource lets a request that may take units pass the line only by its priority", () => {
  // Fault found here: with free units and a line held up by its first, anybody passed it.
  const visits = [
    { at: 0, hold: 50, units: 2 },
    { at: 1, hold: 5, units: 3 },
    { at: 2, hold: 5 },
    { at: 3, hold: 5, priority: 1 },
  ];
  const { told, resource } = new World(
    { capacity: 3, discipline: "priority", preempts: true },
    visits,
  ).run(4);
  assertEquals([told, resource.queue], [["0 begins 0", "3 begins 3"], [1, 2]]);
});

Deno.test("Resource.seize() refuses without room, and asks who balks only those who would wait", () => {
  const asked: number[][] = [];
  const world = new World({
    capacity: 1,
    room: 2,
    balks: (who, waiting) => {
      asked.push([who, waiting]);
      return who === 2;
    },
  }, [0, 1, 2, 3, 4].map((at) => ({ at, hold: 10 }))).run(5);
  assertEquals(asked, [[1, 0], [2, 1], [3, 1]]);
  assertEquals([world.claims[2], world.claims[4]], [REFUSED.balked, REFUSED.noRoom]);
  const { statistics } = world.resource;
  assertEquals([statistics.requested, statistics.balked, statistics.noRoom], [5, 1, 1]);
  assertEquals(world.rows.words.filter((row) => row.includes("refused")), [
    "2 refused 2",
    "4 refused 4",
  ]);
});

Deno.test("Resource lets a request go when its patience ends, and tells the model", () => {
  const { told, rows, resource } = new World({ capacity: 1 }, [
    { at: 0, hold: 10 },
    { at: 1, hold: 10, patience: 3 },
    { at: 2, hold: 1, patience: 8 },
    { at: 3, hold: 1, patience: 0 },
  ]).run();
  // Patience of 2 ends as the unit is released; a release comes first.
  assertEquals(told, [
    "0 begins 0",
    "3 reneges 3",
    "4 reneges 1",
    "10 ends 0",
    "10 begins 2",
    "11 ends 2",
  ]);
  assertEquals(rows.words.filter((row) => row.includes("reneged")), ["3 reneged 3", "4 reneged 1"]);
  const { statistics } = resource;
  assertEquals([statistics.reneged, statistics.waits.count, statistics.waits.sum], [2, 2, 8]);
  assertEquals(statistics.meanWaiting, (3 + 8) / 1000);
});

Deno.test("Resource ends the patience of its own claim only, however often the place was used", () => {
  // Fault found here: the event knew its claim by the generation modulo 512.
  const executive = new Executive({ end: 1e4 });
  const log: number[] = [];
  const desk = new Resource(executive, { name: "desk", capacity: 1 });
  const begin = executive.on("begin", RUNGS.seize, () => {});
  const left = executive.on("left", RUNGS.seize, (who) => log.push(who));
  const holder = desk.seize(0, begin);
  const patient = desk.seize(1, begin, { patience: 1000, onRenege: left });
  desk.leave(patient);
  for (let i = 0; i < 511; i++) desk.leave(desk.seize(2, begin));
  const later = desk.seize(3, begin, { patience: 3000, onRenege: left });
  assertEquals(later, patient);
  executive.run(2000);
  assertEquals([log, desk.isWaiting(later)], [[], true]);
  executive.run(4000);
  assertEquals([log, desk.isWaiting(later)], [[3], false]);
  desk.release(holder);
  assertEquals(desk.inUse, 0);
});

Deno.test("Resource hands over to one after another, never to one within another", () => {
  const executive = new Executive({ end: 10 });
  const desk = new Resource(executive, { name: "desk", capacity: 1 });
  let within = 0;
  let done = 0;
  const begin = executive.on("begin", RUNGS.seize, (_, claim) => {
    assertEquals(++within, 1);
    desk.release(claim);
    within--;
    done++;
  });
  const hold = executive.on("hold", RUNGS.seize, () => {});
  const holder = desk.seize(0, hold);
  // So many that calls within calls would fill the stack.
  for (let who = 1; who <= 50_000; who++) desk.seize(who, begin);
  desk.release(holder);
  assertEquals([done, desk.waiting], [50_000, 0]);
});

Deno.test("Resource gives the lowest free unit, and knows who holds which", () => {
  const { resource, claims } = new World({ capacity: 3, identity: true }, [
    { at: 0, hold: 9 },
    { at: 1, hold: 2 },
    { at: 2, hold: 9 },
    { at: 4, hold: 9 },
    { at: 5, hold: 9 },
  ]).run(6);
  assertEquals([0, 2, 3].map((who) => resource.unitOf(claims[who])), [0, 2, 1]);
  const waits = claims[4];
  assertThrows(() => resource.unitOf(waits), SimulationError, "must be one that holds its units");
});

Deno.test("ResourceStatistics.flush() drops the past and keeps who waits and who holds", () => {
  const world = new World({ capacity: 1 }, THREE, { end: 30 }).run(5);
  world.resource.statistics.flush(5);
  assertEquals(world.resource.statistics.utilisation, NaN);
  world.run();
  const { statistics } = world.resource;
  assertEquals([statistics.requested, statistics.seized, statistics.released], [0, 2, 3]);
  assertEquals([statistics.waits.count, statistics.waits.sum], [2, 8 + 16]);
  assertAlmostEquals(statistics.meanInUse, 16 / 25, 1e-15);
  assertAlmostEquals(statistics.meanWaiting, (5 + 15) / 25, 1e-15);
  assertThrows(
    () => statistics.flush(29),
    RangeError,
    "Cannot flush statistics as time must not go back: last change is at 30 min, time is 29 min",
  );
});

Deno.test("ResourceStatistics.utilisation is NaN without units, 0 of Infinity, above 1 when short", () => {
  const utilisationOf = (capacity: number) => {
    const visits = capacity > 0 ? [{ at: 0, hold: 10 }] : [];
    const { resource } = new World({ capacity }, visits, { end: 20 }).run();
    return resource.statistics.utilisation;
  };
  assertEquals([0, 1, Infinity].map(utilisationOf), [NaN, 0.5, 0]);
  const { resource } = new World(
    { capacity: { steps: [{ at: 0, capacity: 2 }, { at: 10, capacity: 1 }] } },
    [{ at: 0, hold: 20, units: 2 }],
    { end: 20 },
  ).run();
  assertEquals([resource.statistics.utilisation, resource.free], [40 / 30, 1]);
  const { executive, resource: closed } = new World({
    capacity: { steps: [{ at: 0, capacity: 1 }, { at: 10, capacity: 0 }] },
  }, [{ at: 0, hold: 20 }]).run(10);
  closed.statistics.flush(10);
  executive.run(15);
  assertEquals(closed.statistics.utilisation, Infinity);
});

Deno.test("statisticsOfLog() finds the statistics of a resource again, after a warm-up too", () => {
  const visits = Array.from({ length: 300 }, (_, i) => ({
    at: i * 3.7,
    hold: 1 + (i * 7919 % 97) / 5,
    priority: i % 3,
    units: 1 + i % 2,
    patience: 5 + i % 41,
  }));
  const steps = [{ at: 0, capacity: 3 }, { at: 500, capacity: 2 }, { at: 700, capacity: 4 }];
  for (const warmUp of [0, 333.5]) {
    const world = new World(
      { capacity: { steps }, discipline: "priority", preempts: true, room: 6 },
      visits,
      { returns: "resume" },
    );
    if (warmUp > 0) world.run(warmUp).resource.statistics.flush(warmUp);
    const { statistics } = world.run().resource;
    const again = statisticsOfLog(world.rows, { end: 1000, capacity: 3, warmUp });
    assertEquals(statistics.requested, again.counts[0] + again.counts[4]);
    assertEquals(
      [statistics.seized, statistics.released, statistics.reneged, statistics.preempted],
      [again.counts[1], again.counts[2], again.counts[3], again.counts[5]],
    );
    assertEquals(Math.min(statistics.reneged, statistics.preempted, statistics.noRoom) > 0, true);
    assertAlmostEquals(statistics.waits.mean, again.wait.mean, 1e-12);
    assertAlmostEquals(statistics.waits.variance, again.wait.variance, 1e-10);
    assertAlmostEquals(statistics.meanInUse, again.inUse, 1e-12);
    assertAlmostEquals(statistics.meanWaiting, again.waiting, 1e-12);
    assertAlmostEquals(statistics.utilisation, again.utilisation, 1e-12);
  }
});
