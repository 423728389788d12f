/** Published service volume of 2020, and runs beside it. */
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { beside, besideTable, publishedOf } from "../../../data/published/_beside.ts";
import { LINE_FAMILIES, LINES, MONITORED } from "../../../sim/domain/mod.ts";
import { periodShare } from "../../../sim/experiment/mod.ts";
import { volumesOf } from "../../../sim/network/mod.ts";
import { TRAINING } from "../../support/tiny_network.ts";
import { DATA } from "./_read.ts";
import { readTable } from "../../../data/_table.ts";

const ROWS = await readTable(new URL("published/service_volume_2020.csv", DATA));
const GRADES = ["observed", "derived", ""];

Deno.test("data/published names grade and source of every ratio, and what was not found", () => {
  for (const { ratio, grade, source, note } of ROWS) {
    assert(GRADES.includes(grade), grade);
    if (ratio === "") assertEquals([grade, source, note], ["", "", "not found as a number"]);
    else assert(Number(ratio) > 0 && Number(ratio) < 1 && source.length > 30, `${ratio} ${source}`);
  }
});

Deno.test("publishedOf() reads months, quarters and years", () => {
  const row = { ...ROWS[0], ratio: "0.5", institution: "all", quantity: "visits" };
  const days = ["2020-02", "2020-Q1", "2020", "2021-12"].map((period) => {
    const [{ question }] = publishedOf([{ ...row, period }]);
    return [question!.from, question!.to];
  });
  assertEquals(days, [
    ["2020-02-01", "2020-02-29"],
    ["2020-01-01", "2020-03-31"],
    ["2020-01-01", "2020-12-31"],
    ["2021-12-01", "2021-12-31"],
  ]);
  assertThrows(
    () => publishedOf([{ ...row, period: "spring" }]),
    RangeError,
    'Cannot read a period as it must be a year, a quarter or a month: current period is "spring"',
  );
});

// Ten visits a day in 2019, of which six, then four, are served; three days from Friday 28 February.
Deno.test("periodShare() adds up the days of the period, and has no value beyond the run", () => {
  const window = { start: "2020-02-28", days: 3, runOnDays: 0, warmUpDays: 0 };
  const packed = (of: (day: number) => number): Float64Array => {
    const all = new Float64Array(
      1 * (LINES.length * 3 + LINE_FAMILIES.length) + 3 * MONITORED.length * 3,
    );
    const { daily } = volumesOf(all, window);
    for (let day = 0; day < 3; day++) daily[day * MONITORED.length * 3 + 1] = of(day);
    return all;
  };
  const input = { volume: packed((day) => day === 0 ? 6 : 4), reference: packed(() => 10) };
  const share = (from: string, to: string, institution: "all" | "tertiary" = "all") =>
    periodShare(window, input, { from, to, institution, quantity: "visits" });
  assertEquals(share("2020-02-28", "2020-02-29"), 0.5);
  assertAlmostEquals(share("2020-02-28", "2020-03-01"), 14 / 30, 1e-12);
  assertEquals(share("2020-02-28", "2020-03-02"), NaN);
  assertEquals(share("2020-02-27", "2020-02-28"), NaN);
  assertEquals(share("2020-02-28", "2020-02-29", "tertiary"), NaN);
});

Deno.test("besideTable() gives ours with its interval and how far off it is, in points", () => {
  const published = publishedOf([
    { ...ROWS[0], series: "all_visits", period: "2020-02", ratio: "0.49" },
    { ...ROWS[0], series: "all_visits", period: "2020-04", ratio: "" },
  ]);
  const one = { scenario: "high", mean: 0.465, low: 0.46, high: 0.47 };
  const none = { scenario: "high", mean: NaN, low: NaN, high: NaN };
  assertEquals(besideTable(published, [[one], [one]]).slice(2), [
    "| all_visits | 2020-02 | China | 49.0 % | 46.5 % (46.0 to 47.0), −2.5 |",
    "| all_visits | 2020-04 | China | – | 46.5 % (46.0 to 47.0) |",
  ]);
  assertEquals(
    besideTable(published, [[none], [none]])[2],
    "| all_visits | 2020-02 | China | 49.0 % | – |",
  );
});

// Everything is open in the training scenario and its wave takes no clinic's physicians.
Deno.test("beside() runs scenarios with their references, replication by replication", () => {
  const question = { from: "2022-11-01", to: "2022-11-30", institution: "all", quantity: "visits" };
  const published = [
    { series: "x", period: "2022-11", region: "", ratio: 1, question: question as never },
    { series: "y", period: "2022-11", region: "", ratio: 1, question: undefined },
  ];
  const [[own], [none]] = beside(published, [TRAINING], { replications: 2, seed: "1" });
  assertEquals([own.scenario, own.mean, own.low], ["training", 1, 1]);
  assertEquals(none.mean, NaN);
});
