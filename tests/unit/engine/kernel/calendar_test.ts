import { assertEquals } from "@std/assert";
import { Calendar, KeyedDraws } from "../../../../sim/engine/mod.ts";

function emptied(calendar: Calendar): number[][] {
  const rows: number[][] = [];
  while (calendar.pop()) {
    rows.push([calendar.time, calendar.kind, calendar.entity, calendar.stamp]);
  }
  return rows;
}

Deno.test("Calendar.pop() leaves time, kind, entity and stamp of the soonest notice", () => {
  const calendar = new Calendar();
  calendar.schedule(2.5, 1, 3, 2 ** 40, -7);
  calendar.schedule(-1, 2, 4, 5, 0.5);
  assertEquals([calendar.size, calendar.nextTime], [2, -1]);
  assertEquals(emptied(calendar), [[-1, 4, 5, 0.5], [2.5, 3, 2 ** 40, -7]]);
});

Deno.test("Calendar.pop() breaks ties of time by order, whatever the sequence of scheduling", () => {
  const calendar = new Calendar();
  for (const order of [5, 1, 4, 2, 8, 0, 7, 3, 6]) calendar.schedule(10, order, 0, order, 0);
  assertEquals(emptied(calendar).map((row) => row[2]), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

Deno.test("Calendar.pop() says no and keeps its fields when nothing is pending", () => {
  const calendar = new Calendar();
  calendar.schedule(3, 0, 0, 9, 0);
  calendar.pop();
  assertEquals([calendar.pop(), calendar.time, calendar.entity], [false, 3, 9]);
  assertEquals([calendar.size, calendar.nextTime], [0, Infinity]);
});

Deno.test("Calendar.schedule() keeps every notice while it grows and slots are used again", () => {
  const calendar = new Calendar(1);
  const draws = new KeyedDraws({ a: 1, b: 2 });
  const expected: number[][] = [];
  const seen: number[][] = [];
  for (let i = 0; i < 3000; i++) {
    draws.block(i, 0, 0, 0);
    // Few distinct times, so that ties are many.
    const time = 1000 + Math.floor(draws.u0 * 50);
    calendar.schedule(time, i, 0, i, 2 * i);
    expected.push([time, i, 2 * i]);
    if (i % 3 === 0) {
      calendar.pop();
      seen.push([calendar.time, calendar.entity, calendar.stamp]);
      const soonest = expected.reduce((a, b) =>
        b[0] < a[0] || (b[0] === a[0] && b[1] < a[1]) ? b : a
      );
      assertEquals(seen[seen.length - 1], soonest);
      expected.splice(expected.indexOf(soonest), 1);
    }
  }
  expected.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  assertEquals(emptied(calendar).map(([t, , entity, stamp]) => [t, entity, stamp]), expected);
});
