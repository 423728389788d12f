import { assertEquals, assertThrows } from "@std/assert";
import { Executive, Resource, RUNGS } from "../../../../sim/engine/mod.ts";
import { Claims } from "../../../../sim/engine/resources/claims.ts";
import { Holders } from "../../../../sim/engine/resources/holders.ts";
import { UnitNumbers } from "../../../../sim/engine/resources/unit_numbers.ts";

Deno.test("UnitNumbers.take() gives the lowest free number", () => {
  const numbers = new UnitNumbers();
  assertEquals([0, 1, 2, 3, 4].map(() => numbers.take()), [0, 1, 2, 3, 4]);
  for (const unit of [3, 1, 4]) numbers.giveBack(unit);
  assertEquals([numbers.take(), numbers.take()], [1, 3]);
  numbers.giveBack(0);
  assertEquals([0, 1, 2].map(() => numbers.take()), [0, 4, 5]);
});

function holders(rows: readonly (readonly [priority: number, units: number])[]): Holders {
  const claims = new Claims();
  const held = new Holders(claims);
  for (const [priority, units] of rows) {
    const slot = claims.open(0, 0, 0);
    claims.note(slot, { priority, units });
    held.add(slot);
  }
  return held;
}

Deno.test("Holders.victims() takes the lowest priority first, and of one priority the latest", () => {
  const held = holders([[1, 1], [0, 1], [2, 1], [0, 1], [1, 1]]);
  assertEquals(held.victims(1, 2), [3]);
  assertEquals(held.victims(3, 2), [3, 1, 4]);
  assertEquals(held.victims(5, 2), undefined);
  assertEquals(held.victims(5, 3), [3, 1, 4, 0, 2]);
  held.remove(3);
  assertEquals(held.victims(2, 2), [1, 4]);
});

Deno.test("Holders.victims() takes whole claims, so perhaps more units than are wanted", () => {
  const held = holders([[0, 3], [1, 2]]);
  assertEquals([held.victims(1, 5), held.victims(4, 5), held.victims(0, 5)], [[0], [0, 1], []]);
});

Deno.test("Holders.victims() spares whom it does not need, the highest priority and earliest first", () => {
  // Fault found here: the latest lost its unit though the earlier had to lose enough for all.
  assertEquals(holders([[0, 3], [0, 1]]).victims(3, 5), [0]);
  assertEquals(holders([[0, 3], [0, 1]]).victims(4, 5), [1, 0]);
  assertEquals(holders([[0, 4], [0, 2], [0, 1], [0, 1]]).victims(6, 5), [3, 2, 0]);
  // Two of the three small ones suffice with the large one; the one of the higher priority stays.
  assertEquals(holders([[2, 3], [1, 1], [0, 1], [0, 1]]).victims(5, 5), [3, 2, 0]);
  assertEquals(holders([[0, 2], [0, 1], [0, 1]]).victims(2, 5), [2, 1]);
});

/** Three holders of one unit each, of which only one unit is left. */
function shortOfUnits(whenShort: "finish" | "preempt") {
  const executive = new Executive({ end: 10 });
  const order: number[] = [];
  const begin = executive.on("begin", RUNGS.seize, (who) => order.push(who));
  const onPreempt = executive.on("lost", RUNGS.seize, (who) => order.push(-who));
  const ward = new Resource(executive, { name: "ward", capacity: 3, preempts: true, whenShort });
  const claims = [1, 2, 3].map((who) => ward.seize(who, begin, { onPreempt }));
  ward.setCapacity(1);
  return { order, ward, claims, urgent: () => ward.seize(4, begin, { onPreempt, priority: 1 }) };
}

Deno.test("Resource below its use lets an urgent request take one's place, and the rest finish", () => {
  // Fault found here: all three lost their units, two of them for nobody.
  const { order, ward, claims, urgent } = shortOfUnits("finish");
  assertEquals([ward.inUse, ward.free], [3, -2]);
  urgent();
  assertEquals([order, ward.inUse], [[1, 2, 3, 4, -3], 3]);
  for (const claim of claims.slice(0, 2)) ward.release(claim);
  assertEquals([ward.inUse, ward.free, ward.statistics.preempted], [1, 0, 1]);
  const short = shortOfUnits("preempt");
  assertEquals([short.order, short.ward.inUse], [[1, 2, 3, -3, -2], 1]);
  short.urgent();
  assertEquals([short.order.slice(5), short.ward.inUse], [[4, -1], 1]);
});

Deno.test("Resource hands over what a holder of several units lost beyond the need to the line", () => {
  const executive = new Executive({ end: 10 });
  const order: number[] = [];
  const begin = executive.on("begin", RUNGS.seize, (who) => order.push(who));
  const lost = executive.on("lost", RUNGS.seize, (who) => order.push(-who));
  const ward = new Resource(executive, {
    name: "ward",
    capacity: 3,
    discipline: "priority",
    preempts: true,
  });
  ward.seize(1, begin, { units: 3, onPreempt: lost });
  ward.seize(2, begin, { onPreempt: lost });
  ward.seize(3, begin, { units: 3, onPreempt: lost });
  ward.seize(4, begin, { priority: 1, onPreempt: lost });
  assertEquals([order, ward.queue, ward.free], [[1, 4, -1, 2], [3], 1]);
});

Deno.test("Resource.unitOf() refuses where units have no identity", () => {
  const executive = new Executive({ end: 10 });
  const desk = new Resource(executive, { name: "desk", capacity: 1 });
  const claim = desk.seize(1, executive.on("begin", RUNGS.seize, () => {}));
  assertThrows(
    () => desk.unitOf(claim),
    TypeError,
    'Cannot name a unit of resource "desk" as its units must have identity: current identity is undefined',
  );
});
