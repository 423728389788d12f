import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { BED_OUTCOMES, FLOW_PLACES } from "../../../../sim/domain/mod.ts";
import { tInterval } from "../../../../sim/engine/mod.ts";
import { detailTables } from "../../../../sim/experiment/analysis/mod.ts";
import type { DetailOptions } from "../../../../sim/experiment/analysis/mod.ts";
import type { FlowPlace } from "../../../../sim/experiment/results/mod.ts";
import { detailOf, TRANSFER_HOURS } from "../../../../sim/network/mod.ts";
import type { Detail } from "../../../../sim/network/mod.ts";
import type { Scenario } from "../../../../sim/scenario/mod.ts";
import { tiny, ward } from "../../../support/tiny_network.ts";

const DAYS = 3;
const PLACES = FLOW_PLACES.length;
/** Two facilities of the tiny city, "sub" and "lead", for three days. */
const SCENARIO: Scenario = tiny({
  wards: [["sub", "general", 4], ward("lead", "general", 9, "shared")],
  change: (s) => ({ ...s, window: { ...s.window, days: 2, runOnDays: 1 } }),
});

/** Details of one replication, zero where nothing is said. */
function packed(fill: (detail: Detail) => void): Float64Array {
  const all = new Float64Array(2 * DAYS * 3 + 4 * TRANSFER_HOURS.length + 4 * 29 + PLACES ** 2);
  fill(detailOf(all, SCENARIO.window));
  return all;
}

const tablesOf = (fills: readonly ((detail: Detail) => void)[], options: DetailOptions = {}) =>
  detailTables([{ scenario: SCENARIO, details: fills.map(packed) }], options);

Deno.test("detailTables() gives facilities by day, each number its mean over replications", () => {
  const { facilityDays } = tablesOf([0, 1].map((replication) => ({ census }) => {
    census.forEach((_, i) => census[i] = i + 10 * replication);
  }));
  assertEquals(
    facilityDays.map(({ date, facility, usable, covid, ordinary }) =>
      [date, facility, usable, covid, ordinary] as const
    ),
    // Places in the array, and half of ten.
    [
      ["2022-11-01", "sub", 5, 11, 17],
      ["2022-11-02", "sub", 6, 12, 18],
      ["2022-11-03", "sub", 7, 13, 19],
      ["2022-11-01", "lead", 8, 14, 20],
      ["2022-11-02", "lead", 9, 15, 21],
      ["2022-11-03", "lead", 10, 16, 22],
    ],
  );
  assertEquals(new Set(facilityDays.map(({ scenario }) => scenario)), new Set(["tiny"]));
});

// Planted: NaN taken for 0: the mean of red 0.2, red; the hours of outcomes those of transfers: red.
Deno.test("detailTables() gives curves by group and time, over the replications that have them", () => {
  const green = [0.5, 0.7, 0.6];
  const red = [NaN, 0.4, 0.2];
  const hours = TRANSFER_HOURS.length;
  const { curves } = tablesOf(green.map((_, replication) => ({ transfers, outcomes }) => {
    transfers.fill(NaN);
    transfers.fill(green[replication], hours, 2 * hours);
    transfers.fill(red[replication], 3 * hours);
    outcomes.fill(0.1);
    outcomes[29 + 28] = replication / 10;
  }));
  const transfers = curves.filter(({ curve }) => curve === "transfer_unfinished");
  // Nobody asked whose colour is yellow, and no curve of all was filled in.
  assertEquals([...new Set(transfers.map(({ group }) => group))], ["green", "red"]);
  assertEquals(
    transfers.map(({ hours }) => hours),
    [...TRANSFER_HOURS, ...TRANSFER_HOURS],
  );
  const [first, last] = [transfers[0], transfers.at(-1)!];
  const expected = tInterval(green);
  assertEquals([first.replications, last.replications], [3, 2]);
  assertAlmostEquals(first.mean, expected.mean, 1e-12);
  assertAlmostEquals(first.meanLow, expected.low, 1e-12);
  assertAlmostEquals(first.meanHigh, expected.high, 1e-12);
  assertAlmostEquals(last.mean, 0.3, 1e-12);
  const outcomes = curves.filter(({ curve }) => curve === "bed_outcome");
  assertEquals(outcomes.length, 4 * 29);
  assertEquals([...new Set(outcomes.map(({ group }) => group))], [...BED_OUTCOMES]);
  const end = outcomes.find(({ group, hours }) => group === BED_OUTCOMES[1] && hours === 672)!;
  assertAlmostEquals(end.mean, 0.1, 1e-12);
  assertEquals(outcomes[1].hours, 24);
});

Deno.test("detailTables() takes means of sets for intervals, and says what the spread holds", () => {
  const values = [1, 3, 7, 9];
  const fills = values.map((value) => ({ transfers }: Detail) => void transfers.fill(value));
  const options = { replicationsPerSet: 2, uncertainty: "parameters" } as const;
  const [{ mean, meanLow, meanHigh, replications, uncertainty }] = tablesOf(fills, options).curves;
  const { low, high } = tInterval([2, 8]);
  assertEquals([mean, meanLow, meanHigh], [5, low, high]);
  assertEquals([replications, uncertainty], [4, "parameters"]);
  assertThrows(
    () => tablesOf(fills, { replicationsPerSet: 0 }),
    RangeError,
    "replications per set",
  );
});

Deno.test("detailTables() gives passages that some replication has, in the order of places", () => {
  const put = (passages: Float64Array, from: FlowPlace, to: FlowPlace, n: number) =>
    passages[FLOW_PLACES.indexOf(from) * PLACES + FLOW_PLACES.indexOf(to)] = n;
  const { flows } = tablesOf([
    ({ passages }) => {
      put(passages, "shelter", "recovered", 3);
      put(passages, "home", "shelter", 4);
      put(passages, "shelter", "unresolved", 1);
    },
    ({ passages }) => {
      put(passages, "home", "shelter", 2);
      put(passages, "shelter", "recovered", 2);
    },
  ]);
  assertEquals(flows.map(({ from, to, mean }) => [from, to, mean]), [
    ["home", "shelter", 3],
    ["shelter", "recovered", 2.5],
    ["shelter", "unresolved", 0.5],
  ]);
  const { low, high } = tInterval([4, 2]);
  assertEquals([flows[0].meanLow, flows[0].meanHigh, flows[0].replications], [low, high, 2]);
});

Deno.test("detailTables() of one replication has no intervals, and of none no rows", () => {
  const { curves } = tablesOf([({ transfers }) => void transfers.fill(0.5)]);
  assertEquals([curves[0].mean, curves[0].meanLow, curves[0].meanHigh], [0.5, NaN, NaN]);
  assertEquals(tablesOf([]), { facilityDays: [], curves: [], flows: [] });
});

Deno.test("detailTables() refuses details of another window", () => {
  const details = [packed(() => {}).subarray(1)];
  assertThrows(
    () => detailTables([{ scenario: SCENARIO, details }]),
    RangeError,
    "Cannot read details as their array must be of this window and whole facilities: " +
      "current number of facilities is 1.8888",
  );
});
