import { assertAlmostEquals, assertEquals } from "@std/assert";
import { LINE_FAMILIES, LINES, MONITORED } from "../../../../sim/domain/mod.ts";
import type { Line, Monitored } from "../../../../sim/domain/mod.ts";
import {
  monitoringPaths,
  monitoringRows,
  restorationPaths,
  restorationRows,
} from "../../../../sim/experiment/analysis/mod.ts";
import type { SeriesPath } from "../../../../sim/experiment/results/mod.ts";
import { volumesOf, weekdayOf } from "../../../../sim/network/mod.ts";
import type { WindowSpec } from "../../../../sim/scenario/mod.ts";

// 2 March 2020 was a Monday; whole weeks begin on 2, 9, 16, 23 and 30 March, the run ends on a Tuesday.
const WINDOW = { start: "2020-03-02", days: 30, runOnDays: 7, warmUpDays: 0 };

interface Filling {
  readonly window?: WindowSpec;
  readonly served?: (week: number, line: Line, tier: number) => number;
  readonly noted?: (day: number, figure: Monitored, tier: number) => number;
}

/** Volumes of one grid, zero where nothing is said. */
function volumes(
  { window = WINDOW, served = () => 0, noted = () => 0 }: Filling,
): Float64Array {
  const days = window.days + window.runOnDays;
  const weeks = Math.ceil((days + weekdayOf(window.start, 0)) / 7);
  const all = new Float64Array(
    weeks * (LINES.length * 3 + LINE_FAMILIES.length) + days * MONITORED.length * 3,
  );
  const { weekly, daily } = volumesOf(all, window);
  weekly.forEach((_, i) => {
    const week = Math.floor(i / (LINES.length * 3));
    weekly[i] = served(week, LINES[Math.floor(i / 3) % LINES.length], i % 3 + 1);
  });
  daily.forEach((_, i) => {
    const day = Math.floor(i / (MONITORED.length * 3));
    daily[i] = noted(day, MONITORED[Math.floor(i / 3) % MONITORED.length], i % 3 + 1);
  });
  return all;
}

const input = (own: Filling, other: Filling, replication = 0) => ({
  scenario: "plan",
  replication,
  volume: volumes(own),
  reference: volumes(other),
  operations: true,
});

const cell = (
  rows: ReturnType<typeof restorationRows>,
  institution: string,
  quantity: string,
) => rows.filter((row) => row.institution === institution && row.quantity === quantity);

/** Weekly rows of a scenario whose visits are such shares of 2019, one list per replication [%]. */
function rowsOf(shares: readonly (readonly number[])[], window: WindowSpec = WINDOW) {
  const visits = (of: (week: number) => number): Filling => ({
    window,
    served: (week, line) => line === "outpatient_general" ? of(week) : 0,
  });
  const paths: SeriesPath[] = shares.flatMap((share, replication) =>
    restorationPaths(window, input(visits((w) => share[w]), visits(() => 100), replication))
  );
  return cell(restorationRows(paths), "all", "visits");
}

// Planted: imaging counted as a visit (family `procedure` among the families): secondary 31.8 instead of 50.
Deno.test("restorationPaths() gives visits and admissions by tier as % of 2019, nobody twice", () => {
  const reference = (_: number, line: Line, tier: number): number =>
    line === "outpatient_specialist" && tier === 2
      ? 60
      : line === "emergency" && tier === 2
      ? 40
      : line === "imaging"
      ? 1000
      : line === "inpatient_urgent" || line === "inpatient_elective"
      ? 5 * tier
      : 0;
  const own = (w: number, line: Line, tier: number): number =>
    line === "outpatient_specialist"
      ? reference(w, line, tier) / 6
      : line === "imaging"
      ? 300
      : line === "inpatient_elective"
      ? 0
      : reference(w, line, tier);
  const paths = restorationPaths(WINDOW, input({ served: own }, { served: reference }));
  const rows = restorationRows(paths);
  assertEquals(cell(rows, "secondary", "visits").map(({ mean }) => mean), [50, 50, 50, 50, 50]);
  assertEquals(cell(rows, "all", "visits")[0].mean, 50);
  assertEquals(cell(rows, "tertiary", "admissions")[0].mean, 50);
  assertEquals(cell(rows, "other", "admissions")[0].mean, 50);
  // No visits there in 2019, and nobody in bed: no rows.
  assertEquals(cell(rows, "tertiary", "visits"), []);
  assertEquals(cell(rows, "all", "inpatients"), []);
});

Deno.test("restorationPaths() takes those in bed from the seven midnights of the week", () => {
  const inBed = (of: (day: number) => number): Filling => ({
    noted: (day, figure, tier) => figure === "inpatients" && tier === 3 ? of(day) : 0,
  });
  const paths = restorationPaths(WINDOW, input(inBed((day) => day), inBed(() => 10)));
  const rows = cell(restorationRows(paths), "tertiary", "inpatients");
  // Days 0 to 6 are 0 to 6 in bed: 21 of 70.
  assertEquals(rows.map(({ week, mean }) => [week, mean]), [
    ["2020-03-02", 30],
    ["2020-03-09", 100],
    ["2020-03-16", 170],
    ["2020-03-23", 240],
    ["2020-03-30", 310],
  ]);
});

// Planted: `reported` from the first whole week whatever the date: three more weeks.
Deno.test("restorationRows() marks what the notice wants reported: from 23 March to the first full week", () => {
  const rows = rowsOf([[50, 96, 60, 80, 95, 0]]);
  assertEquals(rows.map(({ week, reported, full }) => [week, reported, full]), [
    ["2020-03-02", false, false],
    ["2020-03-09", false, false],
    ["2020-03-16", false, false],
    ["2020-03-23", true, false],
    ["2020-03-30", true, true],
  ]);
  const soon = rowsOf([[50, 60, 95, 100, 97, 0]]);
  assertEquals(soon.map(({ reported }) => reported), [false, false, false, true, false]);
  assertEquals(soon.map(({ full }) => full), [false, false, true, true, true]);
});

Deno.test("restorationRows() reports from the first whole week where the window has no March 2020", () => {
  // A Tuesday; the week before is not whole.
  const window = { start: "2022-11-01", days: 34, runOnDays: 0, warmUpDays: 0 };
  const rows = rowsOf([[100, 90, 94.9, 96, 100]], window);
  assertEquals(rows.map(({ week, mean, reported, full }) => [week, mean, reported, full]), [
    ["2022-11-07", 90, true, false],
    ["2022-11-14", 94.9, true, false],
    ["2022-11-21", 96, true, true],
    ["2022-11-28", 100, false, true],
  ]);
});

// t of two degrees of freedom is 4.30265; standard deviation of 40, 50, 60 is 10.
Deno.test("restorationRows() gives the mean over replications with its 95 % interval", () => {
  const [row] = rowsOf([[40, 1, 1, 1, 1, 1], [50, 1, 1, 1, 1, 1], [60, 1, 1, 1, 1, 1]]);
  assertEquals([row.replications, row.mean, row.p50, row.unit], [3, 50, 50, "%"]);
  assertAlmostEquals(row.meanHigh - 50, 4.302653 * 10 / Math.sqrt(3), 1e-5);
  assertAlmostEquals(50 - row.meanLow, row.meanHigh - 50, 1e-9);
});

// Planted: tier 1 among the institutions of level two and above: 222 instead of 220.
Deno.test("monitoringRows() adds up institutions of level two and above, beside those of 2019", () => {
  const noted = (factor: number) => (day: number, figure: Monitored, tier: number): number =>
    figure === "visits" && day === 1 ? factor * [1, 10, 100][tier - 1] : 0;
  const paths = [1, 3].flatMap((factor, replication) =>
    monitoringPaths(WINDOW, input({ noted: noted(factor) }, { noted: noted(4) }, replication))
  );
  const rows = monitoringRows(paths).filter(({ date, quantity }) =>
    date === "2020-03-03" && quantity === "visits"
  );
  assertEquals(
    rows.map(({ institution, mean, reference, replications }) => [
      institution,
      mean,
      reference,
      replications,
    ]),
    [
      ["level_2_and_above", 220, 440, 2],
      ["tertiary", 200, 400, 2],
      ["secondary", 20, 40, 2],
    ],
  );
});

Deno.test("monitoringRows() has operations only where they are counted, and every day of the run", () => {
  const one = input({}, {});
  const quantities = (operations: boolean) => [
    ...new Set(
      monitoringRows(monitoringPaths(WINDOW, { ...one, operations })).map((row) => row.quantity),
    ),
  ];
  assertEquals(quantities(true), ["visits", "admissions", "inpatients", "operations"]);
  assertEquals(quantities(false), ["visits", "admissions", "inpatients"]);
  const days = new Set(monitoringRows(monitoringPaths(WINDOW, one)).map(({ date }) => date));
  assertEquals([days.size, [...days].at(-1)], [37, "2020-04-07"]);
});
