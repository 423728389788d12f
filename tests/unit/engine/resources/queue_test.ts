import { assertEquals, assertThrows } from "@std/assert";
import { Executive, Resource, RUNGS } from "../../../../sim/engine/mod.ts";
import { Claims } from "../../../../sim/engine/resources/claims.ts";
import { type Discipline, queueOf } from "../../../../sim/engine/resources/queue.ts";

/** A line of claims with the given priorities, joined in order; entities are their numbers. */
function lineOf(discipline: Discipline, priorities: readonly number[]) {
  const claims = new Claims();
  const line = queueOf(claims, discipline);
  const join = (priority: number, ahead = false): number => {
    const slot = claims.open(0, claims.slots, 0);
    claims.note(slot, { priority });
    line.join(slot, ahead);
    return slot;
  };
  priorities.forEach((priority) => join(priority));
  return { line, join };
}

Deno.test("Queue orders by each discipline", () => {
  const orderOf = (discipline: Discipline) => lineOf(discipline, [1, 3, 2, 3, 1]).line.inOrder();
  assertEquals(orderOf("fifo"), [0, 1, 2, 3, 4]);
  assertEquals(orderOf("lifo"), [4, 3, 2, 1, 0]);
  assertEquals(orderOf("priority"), [1, 3, 2, 0, 4]);
  assertEquals(orderOf(({ priority }) => priority), [0, 4, 2, 1, 3]);
  assertEquals(orderOf(({ entity }) => -entity), [4, 3, 2, 1, 0]);
});

Deno.test("Queue.join() ahead goes in front of its equals, the last such first", () => {
  const fifo = lineOf("fifo", [0, 0]);
  fifo.join(0, true);
  fifo.join(0, true);
  fifo.join(0);
  assertEquals(fifo.line.inOrder(), [3, 2, 0, 1, 4]);
  const ranked = lineOf("priority", [1, 2, 1]);
  ranked.join(1, true);
  ranked.join(1, true);
  ranked.join(1);
  assertEquals(ranked.line.inOrder(), [1, 4, 3, 0, 2, 5]);
});

Deno.test("Queue.leave() takes the first, the last, the middle and the only one", () => {
  for (const discipline of ["fifo", "lifo", "priority"] as const) {
    const { line, join } = lineOf(discipline, [0, 0, 0, 0]);
    line.leave(2);
    line.leave(0);
    line.leave(3);
    assertEquals([line.inOrder(), line.first, line.size], [[1], 1, 1]);
    line.leave(1);
    assertEquals([line.inOrder(), line.first, line.size], [[], -1, 0]);
    assertEquals([join(0), line.first], [4, 4]);
  }
});

Deno.test("Queue by priority takes infinite ranks, and ties among them by joining", () => {
  const { line } = lineOf(({ priority }) => 1 / priority, [0, 1, -0, 0, -0]);
  assertEquals(line.inOrder(), [2, 4, 1, 0, 3]);
});

Deno.test("Resource with a rank serves the shortest job, known by entity, units, priority and time", () => {
  const executive = new Executive({ end: 100 });
  const seen: unknown[] = [];
  const desk = new Resource(executive, {
    name: "desk",
    capacity: 3,
    discipline: (request) => {
      seen.push(request);
      return request.units;
    },
  });
  const begin = executive.on("begin", RUNGS.seize, () => {});
  desk.seize(1, begin, { units: 3 });
  executive.run(5);
  desk.seize(2, begin, { units: 3, priority: 4 });
  desk.seize(3, begin, { units: 2 });
  assertEquals(desk.queue, [3, 2]);
  assertEquals(seen, [
    { entity: 2, priority: 4, units: 3, time: 5 },
    { entity: 3, priority: 0, units: 2, time: 5 },
  ]);
});

Deno.test("Queue refuses a rank that is no number", () => {
  assertThrows(
    () => lineOf(() => NaN, [0]),
    TypeError,
    "Cannot let entity 0 wait as its rank must be a number: current rank is NaN",
  );
});
