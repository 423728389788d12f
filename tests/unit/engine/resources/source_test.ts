import { assertEquals, assertThrows } from "@std/assert";
import { Executive, RUNGS } from "../../../../sim/engine/mod.ts";
import { scheduledArrivals } from "../../../../sim/engine/random/mod.ts";
import { Source, type SourceSpec } from "../../../../sim/engine/resources/mod.ts";

/** Every arrival as [time, entity, place], and the source. */
function arrivalsOf(
  spec: Partial<SourceSpec> & { readonly times?: readonly number[] },
  { start = 0, end = 100 } = {},
) {
  const executive = new Executive({ start, end });
  const log: number[][] = [];
  const then = executive.on("arrive", RUNGS.startOfStay, (who, place) => {
    log.push([executive.now, who, place]);
  });
  const { times = [10, 20, 20, 35], ...rest } = spec;
  const source = new Source(executive, {
    name: "doors",
    arrivals: scheduledArrivals(times),
    then,
    ...rest,
  });
  return { executive, log, source };
}

Deno.test("Source lets entities arrive in order, several at one instant too", () => {
  const { executive, log, source } = arrivalsOf({});
  assertEquals([executive.pending, source.arrived], [1, 0]);
  executive.run();
  assertEquals(log, [[10, 0, 0], [20, 1, 0], [20, 2, 0], [35, 3, 0]]);
  assertEquals([source.arrived, executive.eventsDone, executive.pending], [4, 4, 0]);
});

Deno.test("Source hands over a batch within one event, and none of an empty one", () => {
  const sizes = [2, 0, 3, 1];
  const { executive, log } = arrivalsOf({ batch: { next: () => sizes.shift()! } });
  executive.run();
  assertEquals(log, [[10, 0, 0], [10, 1, 1], [20, 2, 0], [20, 3, 1], [20, 4, 2], [35, 5, 0]]);
  assertEquals(executive.eventsDone, 4);
});

Deno.test("Source stops at its limit, within a batch too, and draws nothing more", () => {
  let drawn = 0;
  const every5 = { next: (after: number) => (drawn++, after + 5) };
  const lone = arrivalsOf({ arrivals: every5, limit: 3 });
  lone.executive.run();
  assertEquals([lone.log.map(([time]) => time), drawn], [[5, 10, 15], 3]);
  drawn = 0;
  const batches = arrivalsOf({ arrivals: every5, limit: 3, batch: { next: () => 2 } });
  batches.executive.run();
  assertEquals([batches.log, drawn], [[[5, 0, 0], [5, 1, 1], [10, 2, 0]], 2]);
  drawn = 0;
  arrivalsOf({ arrivals: every5, limit: 0 }).executive.run();
  assertEquals(drawn, 0);
});

Deno.test("Source stops after `until`, that instant included, and at the end of the run", () => {
  const early = arrivalsOf({ until: 20 });
  early.executive.run();
  assertEquals([early.source.arrived, early.executive.droppedPastEnd], [3, 0]);
  const cut = arrivalsOf({}, { end: 30 });
  cut.executive.run();
  assertEquals([cut.source.arrived, cut.executive.droppedPastEnd], [3, 1]);
});

Deno.test("Source begins at the clock, and draws the next arrival before it hands one over", () => {
  const executive = new Executive({ start: -10, end: -1 });
  const log: string[] = [];
  const then = executive.on("arrive", RUNGS.startOfStay, (who) => {
    log.push(`${executive.now} ${who} arrives`);
  });
  const next = (after: number): number => {
    log.push(`drawn after ${after}`);
    return after + 4;
  };
  new Source(executive, { name: "doors", arrivals: { next }, then });
  executive.run();
  assertEquals(log, [
    "drawn after -10",
    "drawn after -6",
    "-6 0 arrives",
    "drawn after -2",
    "-2 1 arrives",
  ]);
});

Deno.test("Source numbers its entities from the first that is given, in batches too", () => {
  const lone = arrivalsOf({ first: 1000, limit: 2 });
  lone.executive.run();
  assertEquals([lone.log, lone.source.arrived], [[[10, 1000, 0], [20, 1001, 0]], 2]);
  const batches = arrivalsOf({ first: 7, limit: 3, batch: { next: () => 2 } });
  batches.executive.run();
  assertEquals([batches.log, batches.source.arrived], [[[10, 7, 0], [10, 8, 1], [20, 9, 0]], 3]);
});

Deno.test("Source refuses limits, ends, batches and times that make no sense", () => {
  assertThrows(
    () => arrivalsOf({ limit: 1.5 }),
    RangeError,
    'Cannot make source "doors" as its limit must be a whole number from 0 or Infinity: current limit is 1.5',
  );
  for (const first of [-1, 0.5, NaN, Infinity]) {
    assertThrows(
      () => arrivalsOf({ first }),
      RangeError,
      `Cannot make source "doors" as its first entity must be a whole number from 0: current first entity is ${first}`,
    );
  }
  assertThrows(
    () => arrivalsOf({ until: -1 }),
    RangeError,
    'Cannot make source "doors" as it must end at the clock or later: clock is 0 min, end is -1 min',
  );
  for (const size of [-1, 0.5, NaN]) {
    assertThrows(
      () => arrivalsOf({ batch: { next: () => size } }),
      RangeError,
      `Cannot let entities arrive from "doors" as a batch must be a whole number from 0: current batch is ${size}`,
    );
  }
  assertThrows(
    () => arrivalsOf({ arrivals: { next: () => NaN } }),
    TypeError,
    'Cannot schedule event "arrival from "doors"" as its time must be a number: current time is NaN',
  );
  assertThrows(
    () => arrivalsOf({ arrivals: { next: () => -5 } }),
    RangeError,
    'Cannot schedule event "arrival from "doors"" as its time must be >= the clock: clock is 0 min, time is -5 min',
  );
});
