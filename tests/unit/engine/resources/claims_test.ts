import { assertEquals, assertThrows } from "@std/assert";
import {
  Executive,
  REFUSED,
  Resource,
  type ResourceSpec,
  RUNGS,
  type SeizeOptions,
  SimulationError,
} from "../../../../sim/engine/mod.ts";
import { Claims, claimsOf } from "../../../../sim/engine/resources/claims.ts";

function opened(spec: Partial<ResourceSpec> = {}) {
  const executive = new Executive({ end: 100 });
  const then = executive.on("then", RUNGS.seize, () => {});
  return { executive, then, bed: new Resource(executive, { name: "bed", capacity: 1, ...spec }) };
}

Deno.test("Claims.open() keeps its columns while the table grows, and uses places again", () => {
  const claims = new Claims();
  for (let i = 0; i < 1000; i++) assertEquals(claims.open(1, i * 2 ** 33, i), i);
  assertEquals([claims.entity[63], claims.entity[999], claims.then[64]], [
    63 * 2 ** 33,
    999 * 2 ** 33,
    64,
  ]);
  const old = claims.claimOf(500, true);
  claims.close(500);
  assertEquals([claims.slotOf(old, true), claims.open(2, 7, 8)], [-1, 500]);
  assertEquals([claims.slotOf(old, true), claims.slots], [-1, 1000]);
  assertEquals(claims.slotOf(claims.claimOf(500, true), true), 500);
});

Deno.test("Claims.claimOf() stays a small integer in short, and never comes again in whole", () => {
  const claims = new Claims();
  const short = new Set<number>();
  const whole = new Set<number>();
  for (let i = 0; i < 2000; i++) {
    const slot = claims.open(0, i, 0);
    short.add(claims.claimOf(slot, false));
    whole.add(claims.claimOf(slot, true));
    claims.close(slot);
  }
  assertEquals([short.size, whole.size, Math.max(...short) < 2 ** 31], [512, 2000, true]);
});

Deno.test("Claims.slotOf() knows no claim that never was", () => {
  const claims = new Claims();
  claims.open(0, 1, 0);
  for (const claim of [-1, -2, 1, 2 ** 22, 0.5, NaN, Infinity]) {
    assertEquals([claims.slotOf(claim, true), claims.slotOf(claim, false)], [-1, -1]);
  }
});

Deno.test("claimsOf() gives one table to all resources of a run", () => {
  const { executive, bed, then } = opened();
  const other = new Resource(executive, { name: "other", capacity: 1 });
  const mine = bed.seize(1, then);
  assertEquals(other.seize(1, then) === mine, false);
  assertEquals(claimsOf(executive).resources.map(({ name }) => name), ["bed", "other"]);
});

Deno.test("Resource refuses claims that have ended, wait, or are another's", () => {
  const { executive, bed, then } = opened();
  const other = new Resource(executive, { name: "other", capacity: 1 });
  const held = bed.seize(1, then);
  const waits = bed.seize(2, then);
  const foreign = other.seize(3, then);
  const message = (verb: string, claim: number, rule: string) =>
    `Cannot ${verb} resource "bed" as claim ${claim} must be one that ${rule}: clock 0 min`;
  for (const claim of [waits, foreign, REFUSED.noRoom, 99]) {
    assertThrows(
      () => bed.release(claim),
      SimulationError,
      message("release", claim, "holds its units"),
    );
  }
  for (const claim of [held, foreign]) {
    assertThrows(
      () => bed.leave(claim),
      SimulationError,
      message("leave the line of", claim, "waits for it"),
    );
  }
  bed.release(held);
  assertThrows(
    () => bed.release(held),
    SimulationError,
    message("release", held, "holds its units"),
  );
  assertEquals([bed.isHeld(waits), bed.isHeld(foreign), other.isHeld(foreign)], [
    true,
    false,
    true,
  ]);
});

Deno.test("Resource refuses requests that make no sense", () => {
  const refuse = (
    options: SeizeOptions,
    message: string,
    { spec = {}, error = RangeError }: { spec?: Partial<ResourceSpec>; error?: ErrorConstructor } =
      {},
  ): void => {
    const { bed, then } = opened(spec);
    assertThrows(
      () => bed.seize(7, then, options),
      error,
      `Cannot seize resource "bed" for entity 7 as ${message}`,
    );
    assertEquals([bed.inUse, bed.statistics.requested], [0, 0]);
  };
  for (const units of [0, -1, 1.5, NaN, Infinity]) {
    refuse(
      { units },
      `units must be a whole number from 1 to 2147483647: current units are ${units}`,
    );
  }
  refuse({ units: 2 }, "it has at most 1 units: current units are 2");
  for (const patience of [-1, NaN]) {
    refuse({ patience }, `patience must be >= 0: current patience is ${patience} min`);
  }
  // Fault found here: whom an infinite priority shields cannot lose units when capacity falls.
  for (const priority of [NaN, Infinity, -Infinity]) {
    refuse({ priority }, `its priority must be finite: current priority is ${priority}`);
  }
  const loses =
    'its units may be taken away and "onPreempt" must say what happens then: current value is undefined';
  refuse({ priority: 1 }, loses, { spec: { preempts: true }, error: TypeError });
  refuse({}, loses, { spec: { whenShort: "preempt" }, error: TypeError });
  refuse({ units: 2 }, "units with identity are seized one by one: current units are 2", {
    spec: { identity: true, capacity: 4 },
    error: TypeError,
  });
});

Deno.test("Resource asks what happens to holders also when a request says nothing", () => {
  const { bed, then } = opened({ preempts: true });
  assertThrows(() => bed.seize(1, then), TypeError, '"onPreempt" must say');
});

Deno.test("Resource refuses specifications that make no sense", () => {
  const make = (spec: Partial<ResourceSpec>) => () => opened(spec);
  for (const capacity of [-1, 0.5, NaN]) {
    assertThrows(
      make({ capacity }),
      RangeError,
      `Cannot make resource "bed" as it must be a whole number from 0 or Infinity: current capacity is ${capacity}`,
    );
  }
  for (const room of [-1, 0.5, NaN]) {
    assertThrows(
      make({ room }),
      RangeError,
      `Cannot make resource "bed" as its room must be a whole number from 0 or Infinity: current room is ${room}`,
    );
  }
  assertThrows(
    make({ discipline: "random" as "fifo" }),
    TypeError,
    'Cannot make a line as its discipline must be "fifo", "lifo", "priority" or a function: current discipline is random',
  );
  const wrong = (field: keyof ResourceSpec, value: unknown, rule: string): void => {
    const told = typeof value === "string" ? `"${value}"` : `${value}`;
    assertThrows(
      make({ [field]: value } as Partial<ResourceSpec>),
      TypeError,
      `Cannot make resource "bed" as its ${field} must be ${rule}: current ${field} is ${told}`,
    );
  };
  for (const capacity of [undefined, null, "3", true]) {
    wrong("capacity", capacity, "a number or a schedule with steps");
  }
  for (const value of ["stop", null]) wrong("whenShort", value, '"finish" or "preempt"');
  for (const value of ["yes", 1, null]) {
    wrong("identity", value, "true or false");
    wrong("preempts", value, "true or false");
  }
  const { executive, bed } = opened();
  assertThrows(
    () => new Resource(executive, { name: "bed", capacity: 1 }),
    TypeError,
    "its name must be unique",
  );
  assertThrows(
    () => bed.setCapacity(-1),
    RangeError,
    'Cannot set the capacity of resource "bed" as it must be a whole number from 0 or Infinity: current capacity is -1',
  );
});
