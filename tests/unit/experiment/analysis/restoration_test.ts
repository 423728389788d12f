import { assertAlmostEquals, assertEquals } from "@std/assert";
import { restorationOf } from "../../../../sim/experiment/analysis/mod.ts";

const LINES = 4;
const TIERS = 3;

/** Volumes: `value(week, line, tier)` for so many weeks. */
function volumes(weeks: number, value: (w: number, l: number, t: number) => number): Float64Array {
  const all = new Float64Array(weeks * LINES * TIERS);
  for (let i = 0; i < all.length; i++) {
    all[i] = value(Math.floor(i / (LINES * TIERS)), Math.floor(i / TIERS) % LINES, i % TIERS);
  }
  return all;
}

// 1 November 2022 was a Tuesday: its week is not whole. Whole weeks begin on 7, 14, 21 and 28
// November; the window of 24 days ends on the 24th, so that only those of 7, 14 and 21 begin in it.
// The run ends on 4 December, a Sunday.
const WINDOW = { start: "2022-11-01", days: 24, runOnDays: 10, warmUpDays: 0 };
const WEEKS = 5;

const rowOf = (
  rows: ReturnType<typeof restorationOf>["rows"],
  name: string,
  line?: string,
  tier?: string,
) => rows.find((r) => r.measure === name && r.line === line && r.tier === tier)?.value;

// Planted: the first week taken whole (`first = 0`): red.
Deno.test("restorationOf() takes the whole weeks that begin in the window, from Monday", () => {
  const share = [0.01, 0.5, 0.6, 0.8, 0.9];
  const reference = volumes(WEEKS, () => 10);
  const { rows, weekly } = restorationOf(WINDOW, volumes(WEEKS, (w) => 10 * share[w]), reference);
  assertAlmostEquals(rowOf(rows, "service_volume_vs_2019")!, (0.5 + 0.6 + 0.8) / 3, 1e-12);
  assertEquals(rowOf(rows, "week_of_full_recovery"), NaN);
  const dates = [...new Set(weekly.map((p) => p.date))];
  assertEquals(dates, ["2022-11-07", "2022-11-14", "2022-11-21", "2022-11-28"]);
  const first = weekly.filter((p) => p.date === "2022-11-14");
  assertEquals(first.length, LINES * TIERS);
  assertEquals(first.every((p) => Math.abs(p.value - 0.6) < 1e-12), true);
});

Deno.test("restorationOf() counts the last week when the run holds all of it", () => {
  const last = (runOnDays: number) =>
    restorationOf({ ...WINDOW, runOnDays }, volumes(5, () => 1), volumes(5, () => 2)).weekly.at(-1)!
      .date;
  assertEquals(last(9), "2022-11-21");
  assertEquals(last(10), "2022-11-28");
  assertEquals(last(11), "2022-11-28");
});

Deno.test("restorationOf() begins with the first day when it is a Monday", () => {
  const { weekly } = restorationOf(
    { start: "2022-11-07", days: 14, runOnDays: 0, warmUpDays: 0 },
    volumes(2, () => 3),
    volumes(2, () => 4),
  );
  assertEquals([...new Set(weekly.map((p) => p.date))], ["2022-11-07", "2022-11-14"]);
});

Deno.test("restorationOf() weighs lines and tiers by their volume", () => {
  const reference = volumes(
    WEEKS,
    (_, l, t) => l === 0 && t === 2 ? 90 : l === 3 && t === 1 ? 10 : 0,
  );
  const volume = volumes(WEEKS, (_, l, t) => l === 0 && t === 2 ? 45 : l === 3 && t === 1 ? 10 : 0);
  const { rows } = restorationOf(WINDOW, volume, reference);
  assertAlmostEquals(rowOf(rows, "service_volume_vs_2019")!, 0.55, 1e-12);
  assertEquals(rowOf(rows, "service_volume_vs_2019", "outpatient"), 0.5);
  assertEquals(rowOf(rows, "service_volume_vs_2019", "inpatient_elective", "2"), 1);
  assertEquals(rowOf(rows, "service_volume_vs_2019", undefined, "3"), 0.5);
  assertEquals(rowOf(rows, "service_volume_vs_2019", "emergency"), NaN);
});

// Planted: the first full week taken, not the first from which on all are full: 1 instead of 3.
Deno.test("restorationOf() names the first week from which on volume stays at 95 %", () => {
  const weekOf = (...share: number[]) => {
    const { rows } = restorationOf(
      WINDOW,
      volumes(WEEKS, (w) => 100 * share[w]),
      volumes(WEEKS, () => 100),
    );
    return rowOf(rows, "week_of_full_recovery");
  };
  assertEquals(weekOf(0, 0.96, 0.5, 0.95, 1), 3);
  assertEquals(weekOf(0, 0.96, 0.97, 0.98, 0.99), 1);
  assertEquals(weekOf(0, 0.5, 0.95, 1.2, 1), 2);
  assertEquals(weekOf(1, 1, 1, 0.94, 1), 4);
  assertEquals(weekOf(1, 1, 1, 1, 0.94), NaN);
});
