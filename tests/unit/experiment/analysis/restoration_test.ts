import { assertAlmostEquals, assertEquals } from "@std/assert";
import { LINE_FAMILIES, LINES, MONITORED } from "../../../../sim/domain/mod.ts";
import { volumesOf, weekdayOf } from "../../../../sim/network/mod.ts";
import { restorationOf } from "../../../../sim/experiment/analysis/mod.ts";

const LINE = {
  general: LINES.indexOf("outpatient_general"),
  elective: LINES.indexOf("inpatient_elective"),
};
const TIER_COUNT = 3;

/** Volumes: `value(week, line, tier)` for so many weeks, of one grid; nothing by grid and day. */
function volumes(
  window: Parameters<typeof volumesOf>[1],
  value: (w: number, l: number, t: number) => number,
): Float64Array {
  const days = window.days + window.runOnDays;
  const weeks = Math.ceil((days + weekdayOf(window.start, 0)) / 7);
  const all = new Float64Array(
    weeks * (LINES.length * TIER_COUNT + LINE_FAMILIES.length) + days * MONITORED.length * 3,
  );
  const { weekly } = volumesOf(all, window);
  weekly.forEach((_, i) => {
    const perWeek = LINES.length * TIER_COUNT;
    weekly[i] = value(Math.floor(i / perWeek), Math.floor(i / TIER_COUNT) % LINES.length, i % 3);
  });
  return all;
}

const restored = (window: typeof WINDOW, volume: Float64Array, reference: Float64Array) =>
  restorationOf(window, { volume, reference, grids: ["g1"] });

// 1 November 2022 was a Tuesday: its week is not whole. Whole weeks begin on 7, 14, 21 and 28
// November; the window of 24 days ends on the 24th, so that only those of 7, 14 and 21 begin in it.
// The run ends on 4 December, a Sunday.
const WINDOW = { start: "2022-11-01", days: 24, runOnDays: 10, warmUpDays: 0 };

const rowOf = (
  rows: ReturnType<typeof restorationOf>["rows"],
  name: string,
  line?: string,
  tier?: string,
) => rows.find((r) => r.measure === name && r.line === line && r.tier === tier)?.value;

// Planted: the first week taken whole (`first = 0`): red.
Deno.test("restorationOf() takes the whole weeks that begin in the window, from Monday", () => {
  const share = [0.01, 0.5, 0.6, 0.8, 0.9];
  const reference = volumes(WINDOW, () => 10);
  const { rows, weekly } = restored(WINDOW, volumes(WINDOW, (w) => 10 * share[w]), reference);
  assertAlmostEquals(rowOf(rows, "service_volume_vs_2019")!, (0.5 + 0.6 + 0.8) / 3, 1e-12);
  assertEquals(rowOf(rows, "week_of_full_recovery"), NaN);
  const dates = [...new Set(weekly.map((p) => p.date))];
  assertEquals(dates, ["2022-11-07", "2022-11-14", "2022-11-21", "2022-11-28"]);
  const first = weekly.filter((p) => p.date === "2022-11-14");
  // Nine groups of lines by three tiers and over all, twenty-two lines alone, a grid.
  assertEquals(first.length, 9 * 3 + 9 + 22 + 1);
  const known = first.filter((p) => !Number.isNaN(p.value));
  assertEquals(known.every((p) => Math.abs(p.value - 0.6) < 1e-12), true);
});

Deno.test("restorationOf() counts the last week when the run holds all of it", () => {
  const last = (runOnDays: number) =>
    restored(
      { ...WINDOW, runOnDays },
      volumes({ ...WINDOW, runOnDays }, () => 1),
      volumes({ ...WINDOW, runOnDays }, () => 2),
    ).weekly.at(-1)!.date;
  assertEquals(last(9), "2022-11-21");
  assertEquals(last(10), "2022-11-28");
  assertEquals(last(11), "2022-11-28");
});

Deno.test("restorationOf() begins with the first day when it is a Monday", () => {
  const window = { start: "2022-11-07", days: 14, runOnDays: 0, warmUpDays: 0 };
  const { weekly } = restored(window, volumes(window, () => 3), volumes(window, () => 4));
  assertEquals([...new Set(weekly.map((p) => p.date))], ["2022-11-07", "2022-11-14"]);
});

Deno.test("restorationOf() weighs lines and tiers by their volume", () => {
  const reference = volumes(
    WINDOW,
    (_, l, t) => l === LINE.general && t === 2 ? 90 : l === LINE.elective && t === 1 ? 10 : 0,
  );
  const volume = volumes(
    WINDOW,
    (_, l, t) => l === LINE.general && t === 2 ? 45 : l === LINE.elective && t === 1 ? 10 : 0,
  );
  const { rows } = restored(WINDOW, volume, reference);
  assertAlmostEquals(rowOf(rows, "service_volume_vs_2019")!, 0.55, 1e-12);
  assertEquals(rowOf(rows, "service_volume_vs_2019", "outpatient"), 0.5);
  assertEquals(rowOf(rows, "service_volume_vs_2019", "inpatient_elective", "2"), 1);
  assertEquals(rowOf(rows, "service_volume_vs_2019", undefined, "3"), 0.5);
  assertEquals(rowOf(rows, "service_volume_vs_2019", "emergency"), NaN);
});

// Planted: the first full week taken, not the first from which on all are full: 1 instead of 3.
Deno.test("restorationOf() names the first week from which on volume stays at 95 %", () => {
  const weekOf = (...share: number[]) => {
    const { rows } = restored(
      WINDOW,
      volumes(WINDOW, (w) => 100 * share[w]),
      volumes(WINDOW, () => 100),
    );
    return rowOf(rows, "week_of_full_recovery");
  };
  assertEquals(weekOf(0, 0.96, 0.5, 0.95, 1), 3);
  assertEquals(weekOf(0, 0.96, 0.97, 0.98, 0.99), 1);
  assertEquals(weekOf(0, 0.5, 0.95, 1.2, 1), 2);
  assertEquals(weekOf(1, 1, 1, 0.94, 1), 4);
  assertEquals(weekOf(1, 1, 1, 1, 0.94), NaN);
});
