import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { type LogRows, statisticsOfLog } from "../../../../sim/engine/stats/mod.ts";

/** Columns of rows [time, event, claim, units]. */
function columnsOf(rows: readonly (readonly number[])[]): LogRows {
  const column = (i: number): number[] => rows.map((row) => row[i]);
  return { time: column(0), event: column(1), claim: column(2), units: column(3) };
}

// Two units. Claim 1 takes both, 2 waits 6 min for one, 3 leaves the queue, a fourth is refused; claim
// 2 loses its unit at 14, when the capacity falls to 1.
const DAY = columnsOf([
  [0, 0, 1, 2],
  [0, 1, 1, 2],
  [2, 0, 2, 1],
  [3, 0, 3, 1],
  [4, 4, -2, 1],
  [5, 3, 3, 1],
  [8, 2, 1, 2],
  [8, 1, 2, 1],
  [14, 6, -1, 1],
  [14, 5, 2, 1],
]);

Deno.test("statisticsOfLog() gives the exact statistics of a small day", () => {
  const { counts, wait, waiting, inUse, capacity, utilisation } = statisticsOfLog(DAY, {
    end: 20,
    capacity: 2,
  });
  assertEquals(counts, [3, 2, 1, 1, 1, 1, 1]);
  assertEquals([wait.count, wait.mean, wait.max], [2, 3, 6]);
  assertEquals([waiting, inUse, capacity], [8 / 20, 22 / 20, 34 / 20]);
  assertAlmostEquals(utilisation, 22 / 34, 1e-15);
});

// Planted fault that this catches: the levels emptied at the warm-up, not carried on.
Deno.test("statisticsOfLog() drops the warm-up and carries on who waits and who holds", () => {
  const { counts, wait, waiting, inUse, capacity } = statisticsOfLog(DAY, {
    end: 20,
    capacity: 2,
    warmUp: 4,
  });
  // The refusal at 4 belongs to the warm-up.
  assertEquals(counts, [0, 1, 1, 1, 0, 1, 1]);
  assertEquals([wait.count, wait.mean], [1, 6]);
  assertEquals([waiting, inUse, capacity], [5 / 16, 14 / 16, 26 / 16]);
  const late = statisticsOfLog(DAY, { end: 40, capacity: 2, warmUp: 30 });
  assertEquals([late.counts, late.inUse, late.capacity], [[0, 0, 0, 0, 0, 0, 0], 0, 1]);
});

Deno.test("statisticsOfLog() begins at the start, and counts rows there when there is no warm-up", () => {
  // Fault found here: the time from 0 to the start was counted as time in which nothing was in use.
  const rows = columnsOf([[480, 0, 1, 1], [480, 1, 1, 1], [500, 2, 1, 1], [510, 0, 2, 1]]);
  const window = { start: 480, end: 540, capacity: 1 };
  const { counts, wait, waiting, inUse, utilisation, capacity } = statisticsOfLog(rows, window);
  assertEquals([counts.slice(0, 3), wait.count], [[2, 1, 1], 1]);
  assertEquals([waiting, inUse, utilisation, capacity], [30 / 60, 20 / 60, 20 / 60, 1]);
  const late = statisticsOfLog(rows, { ...window, warmUp: 490 });
  assertEquals([late.counts.slice(0, 3), late.inUse], [[1, 0, 1], 10 / 50]);
});

Deno.test("statisticsOfLog() takes a log that gives its columns by name", () => {
  const column = (name: string): ArrayLike<number> => DAY[name as keyof LogRows] ?? [];
  const window = { end: 20, capacity: 2 };
  assertEquals(statisticsOfLog({ column }, window), statisticsOfLog(DAY, window));
});

Deno.test("statisticsOfLog() takes a number of a claim that is used again", () => {
  const { wait } = statisticsOfLog(
    columnsOf([[0, 0, 7, 1], [1, 1, 7, 1], [2, 2, 7, 1], [4, 0, 7, 1], [7, 1, 7, 1]]),
    { end: 9, capacity: 1 },
  );
  assertEquals([wait.count, wait.mean], [2, 2]);
});

Deno.test("statisticsOfLog() refuses logs that cannot be", () => {
  const refuse = (rows: number[][], message: string): void => {
    assertThrows(() => statisticsOfLog(columnsOf(rows), { end: 9 }), RangeError, message);
  };
  refuse(
    [[0, 1, 5, 1]],
    "Cannot read row 0 of a log as its claim must be waiting: current event is 1 of claim 5",
  );
  refuse(
    [[0, 0, 5, 1], [1, 3, 6, 1]],
    "Cannot read row 1 of a log as its claim must be waiting: current event is 3 of claim 6",
  );
  refuse(
    [[0, 7, 5, 1]],
    "Cannot read row 0 of a log as its event must be 0 to 6: current event is 7 of claim 5",
  );
  refuse(
    [[5, 0, 5, 1], [4, 1, 5, 1]],
    "Cannot follow a level as time must not go back: last change is at 5 min, time is 4 min",
  );
  assertThrows(
    () => statisticsOfLog(DAY, { start: 1, end: 20 }),
    RangeError,
    "Cannot follow a level as time must not go back: last change is at 1 min, time is 0 min",
  );
  for (const warmUp of [479, NaN]) {
    assertThrows(
      () => statisticsOfLog(DAY, { start: 480, end: 540, warmUp }),
      RangeError,
      `Cannot read a log as its warm-up must end at its start or later: start is 480 min, warm-up ends at ${warmUp} min`,
    );
  }
  assertThrows(
    () => statisticsOfLog({ ...DAY, claim: [1] }, { end: 9 }),
    RangeError,
    "Cannot read a log as its columns must have one length: current lengths are 10,10,1,10",
  );
});
