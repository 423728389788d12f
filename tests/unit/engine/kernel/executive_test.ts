import { assertEquals, assertThrows } from "@std/assert";
import {
  Executive,
  keyOf,
  type Rung,
  RUNGS,
  SimulationError,
  Streams,
} from "../../../../sim/engine/mod.ts";

Deno.test("Executive.run() orders one instant by the whole ladder, whatever the sequence", () => {
  const log: string[] = [];
  const executive = new Executive({ end: 10 });
  const kinds = Object.entries(RUNGS).reverse().map(([name, rung]) =>
    executive.on(name, rung as Rung, () => log.push(name))
  );
  for (const kind of kinds) executive.at(5, kind, 0);
  executive.run();
  assertEquals(log, [
    "capacity",
    "release",
    "vehicle",
    "endOfStay",
    "decision",
    "seize",
    "startOfStay",
    "statistics",
  ]);
});

Deno.test("Executive.run() orders one rung of one instant by the sequence of scheduling", () => {
  const log: number[] = [];
  const executive = new Executive({ end: 10 });
  const one = executive.on("one", RUNGS.seize, (entity) => log.push(entity));
  const other = executive.on("other", RUNGS.seize, (entity) => log.push(entity));
  for (let i = 0; i < 20; i++) executive.at(5, i % 2 ? one : other, i);
  executive.run();
  assertEquals(log, Array.from({ length: 20 }, (_, i) => i));
});

Deno.test("Executive.run() lets an event of the present instant on a lower rung happen next", () => {
  const log: string[] = [];
  const executive = new Executive({ end: 10 });
  const release = executive.on("release", RUNGS.release, () => log.push("release"));
  const watch = executive.on("watch", RUNGS.statistics, () => log.push("watch"));
  const decide = executive.on("decide", RUNGS.decision, (entity) => {
    log.push("decide");
    executive.at(executive.now, release, entity);
  });
  executive.at(4, watch, 0);
  executive.at(4, decide, 0);
  executive.run();
  assertEquals(log, ["decide", "release", "watch"]);
});

Deno.test("Executive.after() hands entity and stamp to the handler at its time", () => {
  const log: number[][] = [];
  const executive = new Executive({ start: -100, end: 100 });
  const kind = executive.on("note", RUNGS.decision, (entity, stamp) => {
    log.push([executive.now, entity, stamp]);
  });
  executive.after(30, kind, 7, 3);
  executive.after(0, kind, 8);
  executive.run();
  assertEquals(log, [[-100, 8, 0], [-70, 7, 3]]);
  assertEquals([executive.now, executive.eventsDone, executive.pending], [100, 2, 0]);
});

Deno.test("Executive.at() drops and counts what falls past the end, and keeps what falls on it", () => {
  const executive = new Executive({ end: 10 });
  const log: number[] = [];
  const kind = executive.on("note", RUNGS.decision, (entity) => log.push(entity));
  executive.at(10, kind, 1);
  executive.at(10.000001, kind, 2);
  executive.run();
  assertEquals([log, executive.droppedPastEnd], [[1], 1]);
});

Deno.test("Executive.run() stops at a bound and goes on from there", () => {
  const executive = new Executive({ end: 10 });
  const log: number[] = [];
  const kind = executive.on("note", RUNGS.decision, () => log.push(executive.now));
  for (const time of [1, 4, 4.5, 9]) executive.at(time, kind, 0);
  executive.run(4);
  assertEquals([log, executive.now, executive.nextTime, executive.pending], [[1, 4], 4, 4.5, 2]);
  executive.run();
  assertEquals([log, executive.now], [[1, 4, 4.5, 9], 10]);
});

Deno.test("Executive.run() without an end goes on until nothing is scheduled", () => {
  const executive = new Executive({ end: Infinity });
  const kind = executive.on("count", RUNGS.decision, (left) => {
    if (left > 0) executive.after(2, kind, left - 1);
  });
  executive.at(0, kind, 5);
  executive.run();
  assertEquals([executive.now, executive.eventsDone], [10, 6]);
});

Deno.test("Executive refuses time that goes back, NaN, unknown kinds, taken names, wrong bounds", () => {
  const executive = new Executive({ start: 440, end: 1000 });
  const kind = executive.on("admit", RUNGS.seize, () => {});
  assertThrows(
    () => executive.at(420, kind, 0),
    RangeError,
    'Cannot schedule event "admit" as its time must be >= the clock: clock is 440 min, time is 420 min',
  );
  assertThrows(() => executive.after(-1, kind, 0), RangeError, "time is 439 min");
  assertThrows(
    () => executive.at(NaN, kind, 0),
    TypeError,
    'Cannot schedule event "admit" as its time must be a number: current time is NaN',
  );
  assertThrows(
    () => executive.at(Infinity, kind, 0),
    RangeError,
    'Cannot schedule event "admit" as its time must be finite: current time is Infinity min',
  );
  for (const wrong of [1, -1, 0.5, NaN]) {
    assertThrows(
      () => executive.at(500, wrong, 0),
      TypeError,
      `Cannot schedule an event as its kind must be registered: current kind is ${wrong}, kinds are 0 to 0`,
    );
  }
  assertThrows(
    () => executive.on("admit", RUNGS.seize, () => {}),
    TypeError,
    'Cannot register a kind of event as its name must be unique: current name is "admit"',
  );
  assertThrows(
    () => executive.run(1001),
    RangeError,
    "Cannot run as the bound must lie between the clock and the end: clock is 440 min, end is 1000 min, bound is 1001 min",
  );
  assertThrows(() => executive.run(439), RangeError, "bound is 439 min");
  assertThrows(
    () => new Executive({ start: 5, end: 4 }),
    RangeError,
    "Cannot make an executive as its end must be >= its start: start is 5 min, end is 4 min",
  );
  assertThrows(() => new Executive({ end: NaN }), RangeError, "start is 0 min, end is NaN min");
  for (const start of [NaN, -Infinity, Infinity]) {
    assertThrows(
      () => new Executive({ start, end: Infinity }),
      RangeError,
      `Cannot make an executive as its start must be finite: current start is ${start} min`,
    );
  }
});

Deno.test("SimulationError carries clock, replication, entity and cause", () => {
  const cause = new Error("inner");
  const error = new SimulationError("Cannot go on", { clock: 5, replication: 2, entity: 9, cause });
  assertEquals(error.message, "Cannot go on: clock 5 min, replication 2, entity 9");
  assertEquals([error.name, error.clock, error.replication, error.entity], [
    "SimulationError",
    5,
    2,
    9,
  ]);
  assertEquals(error.cause, cause);
  const bare = new SimulationError("Cannot go on", { clock: -3 });
  assertEquals([bare.message, bare.replication, bare.entity], [
    "Cannot go on: clock -3 min",
    undefined,
    undefined,
  ]);
});

Deno.test("Executive.run() gives one history whether or not others wait far ahead", () => {
  // 5,000 notices that are due after the end of interest bring the calendar from its heap to buckets.
  // Planted fault seen: ties broken by the slot of a notice in place of rung and sequence.
  const history = (others: number): string[] => {
    const log: string[] = [];
    const executive = new Executive({ start: -3, end: 1e9 });
    const draws = new Streams(keyOf("one history", 0)).open("times");
    const other = executive.on("other", RUNGS.decision, () => {});
    for (let n = 0; n < others; n++) executive.at(1000 + n % 700, other, n);
    const kinds = [RUNGS.release, RUNGS.seize].map((rung, i) =>
      executive.on(`kind ${i}`, rung, (who) => {
        log.push(`${executive.now} ${i} ${who}`);
        if (who > 0) executive.after(Math.floor(draws.uniform() * 40) / 7, kinds[1 - i], who - 1);
      })
    );
    for (let n = 0; n < 60; n++) {
      executive.at(Math.floor(draws.uniform() * 200) / 7, kinds[n % 2], 6);
    }
    executive.run(999);
    return log;
  };
  const plain = history(0);
  assertEquals(plain.length, 60 * 7);
  for (const others of [100, 200, 5000]) assertEquals(history(others), plain);
});

Deno.test("Executive.stop() ends the run after the event that happens, and it can go on", () => {
  const executive = new Executive({ end: 10 });
  const log: number[] = [];
  let checks = 0;
  executive.atRest(() => checks++);
  const kind = executive.on("note", RUNGS.decision, (entity) => {
    log.push(entity);
    if (entity === 2) executive.stop();
  });
  for (const entity of [1, 2, 3]) executive.at(entity, kind, entity);
  executive.run();
  assertEquals([log, executive.now, executive.pending, checks], [[1, 2], 2, 1, 0]);
  executive.run();
  assertEquals([log, executive.now, checks], [[1, 2, 3], 10, 1]);
});

Deno.test("Executive.stop() in the last event leaves the clock there and asks no check", () => {
  const executive = new Executive({ end: 10 });
  let checks = 0;
  executive.atRest(() => checks++);
  const kind = executive.on("note", RUNGS.decision, () => executive.stop());
  executive.at(4, kind, 0);
  executive.run();
  assertEquals([executive.now, executive.pending, checks], [4, 0, 0]);
});

Deno.test("Executive.atRest() is asked at the end only, and not when events were dropped past it", () => {
  const checksOf = (times: readonly number[], bounds: readonly number[]): number => {
    let checks = 0;
    const executive = new Executive({ end: 10 });
    executive.atRest(() => checks++);
    const kind = executive.on("note", RUNGS.decision, () => {});
    for (const time of times) executive.at(time, kind, 0);
    for (const bound of bounds) executive.run(bound);
    return checks;
  };
  assertEquals(checksOf([3], [10]), 1);
  assertEquals(checksOf([3], [5]), 0);
  assertEquals(checksOf([3], [5, 10]), 1);
  assertEquals(checksOf([3, 11], [10]), 0);
});

Deno.test("Executive.call() runs a kind at once, as part of the event that happens", () => {
  const executive = new Executive({ end: 10 });
  const log: number[][] = [];
  const inner = executive.on("inner", RUNGS.statistics, (...who) => log.push(who));
  const outer = executive.on("outer", RUNGS.capacity, (entity) => {
    executive.call(inner, entity, 9);
    log.push([executive.now]);
  });
  executive.at(4, outer, 7);
  executive.run();
  assertEquals([log, executive.eventsDone], [[[7, 9], [4]], 1]);
});

Deno.test("Executive refuses a rung and a kind that are not there, and a run within a run", () => {
  const executive = new Executive({ end: 10 });
  assertThrows(
    () => executive.on("nowhere", undefined as unknown as Rung, () => {}),
    TypeError,
    'Cannot register "nowhere" as its rung must be one of RUNGS: current rung is undefined',
  );
  assertThrows(
    () => executive.call(3, 0, 0),
    TypeError,
    "Cannot call an event as its kind must be registered: current kind is 3, kinds are 0 to -1",
  );
  executive.at(1, executive.on("again", RUNGS.decision, () => executive.run(5)), 0);
  assertThrows(
    () => executive.run(),
    TypeError,
    "Cannot run as an executive runs once at a time: current clock is 1 min, in an event",
  );
});

Deno.test("Executive.stop() leaves the clock at its event and the rest to the next run", () => {
  const log: number[] = [];
  const executive = new Executive({ end: 10 });
  const note = executive.on("note", RUNGS.decision, (who) => {
    log.push(who);
    if (who === 1) executive.stop();
  });
  for (let who = 0; who < 4; who++) executive.at(who, note, who);
  executive.run();
  assertEquals([log, executive.now, executive.pending], [[0, 1], 1, 2]);
  executive.run();
  assertEquals([log, executive.now, executive.pending], [[0, 1, 2, 3], 10, 0]);
});

Deno.test("Executive.run() asks at rest only when nothing was past the end", () => {
  const asked = (end: number): number => {
    let times = 0;
    const executive = new Executive({ end });
    executive.atRest(() => times++);
    executive.at(8, executive.on("note", RUNGS.decision, () => {}), 0);
    executive.run(Math.min(5, end));
    executive.run();
    return times;
  };
  assertEquals([asked(7), asked(9), asked(Infinity)], [0, 1, 1]);
});
