import { assertEquals } from "@std/assert";
import { PriorityQueues, VehiclePool } from "../../../../sim/engine/mod.ts";

const tableOf = (times: readonly number[]) => ({
  line: new Uint8Array(times.length),
  queue: new Int32Array(times.length).fill(-1),
  bucket: new Uint8Array(times.length),
  after: new Int32Array(times.length).fill(-1),
  before: new Int32Array(times.length).fill(-1),
  asked: Float64Array.from(times),
});

/** Takes everybody out of a queue, front first. */
function drain(queues: PriorityQueues<ReturnType<typeof tableOf>>, queue: number): number[] {
  const order: number[] = [];
  for (let top = queues.top(queue); top >= 0; top = queues.top(queue)) {
    const first = queues.first(queue, top);
    order.push(first);
    queues.remove(first);
  }
  return order;
}

Deno.test("PriorityQueues serves the higher bucket, then the earlier time, then who joined first", () => {
  const table = tableOf([5, 3, 3, 9, 1]);
  const queues = new PriorityQueues({ queues: 2, table, line: 4, time: (t) => t.asked });
  [0, 1, 2, 3].forEach((p) => queues.join(p, 1, p === 3 ? 8 : 2));
  queues.join(4, 0, 0);
  assertEquals([...queues.length], [1, 4]);
  assertEquals([...table.line], [4, 4, 4, 4, 4]);
  assertEquals(drain(queues, 1), [3, 1, 2, 0]);
  assertEquals([queues.top(1), queues.rank[1], queues.top(0)], [-1, -Infinity, 0]);
  assertEquals([...table.line], [0, 0, 0, 0, 4]);
});

Deno.test("PriorityQueues.rank is that of the head after every join and removal", () => {
  // Planted fault seen: the rank left as it was when the head is removed.
  const times = Array.from({ length: 200 }, (_, i) => (i * 7919) % 101);
  const table = tableOf(times);
  const queues = new PriorityQueues({ queues: 3, table, line: 1, time: (t) => t.asked });
  const inside: number[][] = [[], [], []];
  const expected = (queue: number) =>
    Math.max(-Infinity, ...inside[queue].map((p) => table.bucket[p] * 1e9 - times[p]));
  const check = () => assertEquals([...queues.rank], [0, 1, 2].map(expected));
  times.forEach((_, p) => {
    const queue = p % 3;
    queues.join(p, queue, (p * 13) % 5);
    inside[queue].push(p);
    if (p % 4 === 3) {
      const gone = inside[queue].splice((p * 31) % inside[queue].length, 1)[0];
      queues.remove(gone);
    }
    check();
  });
  for (let queue = 0; queue < 3; queue++) {
    assertEquals(drain(queues, queue).length, inside[queue].length);
  }
});

Deno.test("VehiclePool.nearestFree() takes the nearest of the group, else of the pool, else none", () => {
  const pool = new VehiclePool([
    { group: 0, base: 10 },
    { group: 0, base: 11 },
    { group: -1, base: 12 },
    { group: 1, base: 13 },
  ], 2);
  const km = (vehicle: number) => [5, 2, 0, 0][vehicle];
  const taken = [1, 2, 3].map((load) => {
    const vehicle = pool.nearestFree(0, km);
    if (vehicle >= 0) pool.take(vehicle, load);
    return vehicle;
  });
  assertEquals(taken, [1, 0, 2]);
  assertEquals(pool.nearestFree(0, km), -1);
  assertEquals(pool.busy, 3);
  pool.release(0);
  assertEquals([pool.nearestFree(0, km), pool.load[0], pool.node[0]], [0, -1, 10]);
});
