import { assert, assertEquals } from "@std/assert";
import { Calendar, keyOf, type Stream, Streams } from "../../../../sim/engine/mod.ts";

function emptied(calendar: Calendar): number[][] {
  const rows: number[][] = [];
  while (calendar.pop()) {
    rows.push([calendar.time, calendar.kind, calendar.entity, calendar.stamp]);
  }
  return rows;
}

function opened(name: string): Stream {
  return new Streams(keyOf(name, 0)).open("draws");
}

/** A sorted list that is searched by halves: slow, and too plain to be wrong. */
class PlainList {
  readonly rows: (readonly [time: number, order: number])[] = [];

  add(time: number, order: number): void {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const [t, o] = this.rows[middle];
      if (t < time || (t === time && o < order)) low = middle + 1;
      else high = middle;
    }
    this.rows.splice(low, 0, [time, order]);
  }
}

/** Both calendars side by side; the entity is the order, so that it tells which notice left. */
class Pair {
  readonly calendar = new Calendar();
  readonly plain = new PlainList();
  order = 0;

  add(time: number): void {
    // Orders fall and rise, as those of rungs do.
    const order = this.order ^ 5;
    this.order++;
    this.calendar.schedule(time, order, 3, order, -order);
    this.plain.add(time, order);
  }

  /** Pops both; returns the time, or undefined when nothing was due. */
  pop(until = Infinity): number | undefined {
    const [time, order] = this.plain.rows[0] ?? [Infinity, NaN];
    const due = this.plain.rows.length > 0 && time <= until;
    this.calendar.until = until;
    assertEquals(this.calendar.pop(), due);
    if (!due) return undefined;
    this.plain.rows.shift();
    const { calendar } = this;
    if (calendar.time !== time || calendar.entity !== order || calendar.stamp !== -order) {
      assertEquals([calendar.time, calendar.entity, calendar.stamp], [time, order, -order]);
    }
    if (order % 3 === 0) assertEquals(calendar.nextTime, this.plain.rows[0]?.[0] ?? Infinity);
    return time;
  }

  /** Pops all that is left. */
  empty(): void {
    assertEquals(this.calendar.size, this.plain.rows.length);
    while (this.pop() !== undefined);
    assertEquals([this.calendar.size, this.calendar.nextTime], [0, Infinity]);
  }
}

/** Times of a notice that is scheduled at the clock, by shape. */
const SHAPES: Readonly<Record<string, (draws: Stream, now: number) => number>> = {
  "spread evenly": (draws, now) => now + draws.uniform() * 100,
  "exponential": (draws, now) => now - Math.log(draws.uniform()),
  "all equal": () => 7,
  "few distinct": (draws, now) => now + Math.floor(draws.uniform() * 3),
  "whole minutes": (draws, now) => now + Math.floor(draws.uniform() * 1440),
  "sevenths": (draws, now) => (Math.ceil(now * 7) + Math.floor(draws.uniform() * 300)) / 7,
  "far outliers": (draws, now) => now + (draws.uniform() < 0.02 ? 1e12 : draws.uniform()),
  "near and far": (draws, now) => now + (draws.uniform() < 0.5 ? 1e-9 : 1e9) * draws.uniform(),
  "over 60 powers of ten": (draws, now) => now + 10 ** (60 * draws.uniform() - 30),
  "without end": (draws, now) => draws.uniform() < 0.7 ? Infinity : now + draws.uniform(),
  "ever farther": (draws, now) => now === 0 ? draws.uniform() : now * (1 + draws.uniform()),
  "before 0": (draws, now) => Math.max(now, -1e6) + draws.uniform() * 1e3,
};

// Planted faults that were seen to turn these red: ties not broken by order, in each of the heap's three
// comparisons; the second child not looked at; the hole not filled before the first is taken or asked
// for; near told from far by `<=`; a bucket served twice; buckets not emptied before a new cut; a width of 0 allowed; the least of a sample for the least.
for (const [shape, timeOf] of Object.entries(SHAPES)) {
  Deno.test(`Calendar.pop() gives the order of a sorted list, held at any size: ${shape}`, () => {
    for (const size of [1, 2, 47, 49, 127, 128, 129, 500, 5000]) {
      const draws = opened(`${shape} ${size}`);
      const pair = new Pair();
      for (let i = 0; i < size; i++) pair.add(timeOf(draws, 0));
      for (let i = 0; i < 2 * size; i++) pair.add(timeOf(draws, pair.pop() ?? 0));
      pair.empty();
    }
  });

  Deno.test(`Calendar.pop() gives the order of a sorted list that grows and shrinks: ${shape}`, () => {
    const draws = opened(`${shape} waves`);
    const pair = new Pair();
    let now = 0;
    for (const size of [300, 0, 3000, 20, 60, 700, 130, 0, 5000, 0]) {
      while (pair.calendar.size !== size) {
        const grows = pair.calendar.size < size;
        if (draws.uniform() < (grows ? 0.9 : 0.1)) pair.add(timeOf(draws, now));
        else now = pair.pop() ?? now;
        if (now === Infinity) now = 0;
      }
    }
    pair.empty();
  });
}

Deno.test("Calendar.pop() leaves notices past `until` and takes earlier ones that come after", () => {
  const draws = opened("bounded pops");
  const pair = new Pair();
  for (let i = 0; i < 2000; i++) pair.add(1e4 * draws.uniform());
  // Each look at the bound brings a bucket near; then notices before that bucket are added.
  for (let until = 0; until <= 1e4; until += 7) {
    while (pair.pop(until) !== undefined);
    assertEquals(pair.calendar.nextTime, pair.plain.rows[0]?.[0] ?? Infinity);
    for (let i = 0; i < 3; i++) pair.add(until + 7 * draws.uniform());
    if (until % 70 === 0) pair.add(until + 5e3 * draws.uniform());
  }
  assert(pair.calendar.size > 0);
  pair.empty();
});

Deno.test("Calendar.pop() keeps order while the time scale grows 1e9-fold, and back", () => {
  const draws = opened("time scale");
  const pair = new Pair();
  let now = 0;
  const scales = [1e-3, 1e-1, 1e1, 1e3, 1e5, 1e6, 1e3, 1e-3];
  for (const scale of scales) {
    for (let i = 0; i < 1500; i++) pair.add(now + scale * draws.uniform());
    for (let i = 0; i < 1400; i++) now = pair.pop()!;
  }
  pair.empty();
});

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

Deno.test("Calendar.pop() takes infinite times, early and late, in their order", () => {
  const calendar = new Calendar();
  const times = [Infinity, -Infinity, 5, 1e308, -1e308, Infinity];
  for (let i = 0; i < 200; i++) calendar.schedule(times[i % 6], i, 0, i, 0);
  const rows = emptied(calendar);
  const expected = Array.from({ length: 200 }, (_, i) => i).sort((a, b) =>
    times[a % 6] === times[b % 6] ? a - b : times[a % 6] - times[b % 6]
  );
  assertEquals(rows.map((row) => row[2]), expected);
});

Deno.test("Calendar keeps its order whatever room it begins with", () => {
  const [none, ample] = [1, 5000].map((room) => {
    const calendar = new Calendar(room);
    const draws = opened("room");
    for (let i = 0; i < 3000; i++) calendar.schedule(draws.uniform() * 1000, i, 1, i, 0);
    return emptied(calendar);
  });
  assertEquals(none, ample);
  assertEquals(none.length, 3000);
});
