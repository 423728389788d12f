import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { peakOf } from "../../bench/peers/measure.ts";
import {
  type Model,
  MODELS,
  parseResult,
  type Result,
  standardScores,
} from "../../bench/peers/models.ts";
import { FLOOR, OURS, programs } from "../../bench/peers/programs.ts";
import {
  aligned,
  bestAndSpread,
  type Cell,
  rateText,
  rowsOf,
  tableOf,
  verdictOf,
} from "../../bench/peers/report.ts";
import { tellingLine } from "../../bench/peers/set_up.ts";
import { requestOf } from "../../bench/peers.ts";

const LINE = '{"peer":"x","version":"1.2","model":"mm1","n":4,"seconds":2,"events":8,' +
  '"customers_per_s":2,"checks":{"mean_time_in_system":10}}';

function result(n: number, seconds: number, checks: Record<string, number>): Result {
  return { version: "1", n, seconds, rate: n / seconds, checks };
}

function cell(peer: string, seconds: readonly number[], mean = 10): Cell {
  const results = seconds.map((time) => result(1e6, time, { mean_time_in_system: mean }));
  return { peer, model: "mm1", results, peaks: [undefined, 12, 9] };
}

Deno.test("parseResult() reads the last line that begins with a brace", () => {
  const output = `warming up\n{"seconds":1}\n${LINE}\ndone\n`;
  assertEquals(parseResult(output, "mm1"), {
    version: "1.2",
    n: 4,
    seconds: 2,
    rate: 2,
    checks: { mean_time_in_system: 10 },
  });
});

Deno.test("parseResult() refuses output without a line, a rate or a time", () => {
  const refused = (output: string, message: string, model: Model = "mm1") => {
    assertThrows(() => parseResult(output, model), Error, message);
  };
  refused("nothing", "Cannot read a result as a line must begin with {: found none");
  refused(
    LINE,
    'Cannot read a result as "patients_per_s" must be a finite number: current value is undefined',
    "carenet",
  );
  refused(
    LINE.replace('"seconds":2', '"seconds":0'),
    "Cannot read a result as seconds must be > 0: current value is 0",
  );
});

Deno.test("standardScores() weighs runs by their length", () => {
  const runs = [
    result(30_000, 1, { mean_time_in_system: 11 }),
    result(10_000, 1, {
      mean_time_in_system: 7,
    }),
  ];
  assertAlmostEquals(standardScores("mm1", runs).mean_time_in_system, 0, 1e-12);
  const slow = [result(10_000, 1, { mean_time_in_system: 10 + 1.93 })];
  assertAlmostEquals(standardScores("mm1", slow).mean_time_in_system, 1, 1e-12);
});

Deno.test("standardScores() expects the n-th of the pending events at n / pending", () => {
  const { end_time } = standardScores("hold-100", [result(10_000, 1, { end_time: 102 })]);
  assertAlmostEquals(end_time, 2, 1e-12);
});

Deno.test("standardScores() counts those who reach the ICU, and gives NaN for what is missing", () => {
  const n = 1e6;
  const chance = 0.65 * 0.2 * 0.25;
  const admitted = n * chance + 3 * Math.sqrt(n * chance * (1 - chance));
  const scores = standardScores("carenet", [result(n, 1, { icu_admissions: admitted })]);
  assertAlmostEquals(scores.icu_admissions, 3, 1e-9);
  assert(Number.isNaN(scores.mean_wait_icu));
});

Deno.test("bestAndSpread() tells how far the second best is behind the best", () => {
  assertEquals(bestAndSpread([3, 2, 2.5]), { best: 2, spread: 0.25 });
  assertEquals(bestAndSpread([2]), { best: 2, spread: undefined });
});

Deno.test("rowsOf() puts the fastest first and compares with ours and the floor", () => {
  const cells = [cell("slow", [8]), cell(OURS, [2, 3, 4]), cell(FLOOR, [1, 1]), cell("none", [])];
  const rows = rowsOf(cells, "mm1");
  assertEquals(rows.map(({ peer }) => peer), [FLOOR, OURS, "slow"]);
  assertEquals(rows.map(({ toOurs }) => toOurs), [2, 1, 0.25]);
  assertEquals(rows.map(({ toFloor }) => toFloor), [1, 0.5, 0.125]);
  assertEquals(rows.map(({ spread }) => spread), [0, 0.5, undefined]);
  assertEquals(rows.map(({ peak }) => peak), [12, 12, 12]);
  assertEquals(rowsOf(cells, "mmc"), []);
});

Deno.test("rowsOf() marks results more than four standard errors off, and missing ones", () => {
  const off = (errors: number) => rowsOf([cell("x", [1], 10 + errors * 0.193)], "mm1")[0].agrees;
  assertEquals([off(3.9), off(4.1), off(NaN)], [true, false, false]);
});

Deno.test("tableOf() stands in columns and ends with the distance to the floor", () => {
  const rows = rowsOf([cell(OURS, [2, 3]), cell(FLOOR, [1, 1.1], 12)], "mm1");
  assertEquals(tableOf("mm1", rows), [
    "mm1",
    "peer        version  customers/s  x gridcare  x rust-floor  spread  peak MB  check (z)",
    "rust-floor  1                1 M           2             1     10%       12  DIFFERS (+14.7)",
    "gridcare    1              500 k           1           0.5     50%       12  ok (+0.0)",
    "The hand-written Rust loop is 2 times as fast as gridcare: within 3.",
  ]);
});

Deno.test("verdictOf() says when the floor is more than three times as fast", () => {
  const verdict = (seconds: number) =>
    verdictOf(rowsOf([cell(OURS, [seconds]), cell(FLOOR, [1])], "mm1"));
  assertEquals(verdict(3.5), [
    "The hand-written Rust loop is 3.5 times as fast as gridcare: not within 3.",
  ]);
  assertEquals(verdictOf(rowsOf([cell(OURS, [1])], "mm1")), []);
});

Deno.test("rateText() and aligned() write numbers of few digits into columns", () => {
  assertEquals([12_345_678, 45_600, 999, 7.126].map(rateText), ["12.3 M", "45.6 k", "999", "7.13"]);
  assertEquals(aligned([["a", "bb"], ["ccc", "d"]], [0]), ["a    bb", "ccc   d"]);
});

Deno.test("tellingLine() finds the first line with an error, or else the last", () => {
  assertEquals(tellingLine("start\nERROR: no such thing\nmore\n"), "ERROR: no such thing");
  assertEquals(tellingLine("one\ntwo\n\n"), "two");
  assertEquals(tellingLine(""), "no output");
});

Deno.test("peakOf() reads the high-water mark of a process in MB", () => {
  assertEquals(peakOf("VmPeak:\t 9 kB\nVmHWM:\t   12500 kB\nVmRSS:\t 1 kB\n"), 12.8);
  assertEquals(peakOf("State:\tZ (zombie)\n"), undefined);
});

Deno.test("programs() gives each a name of its own, and Ciw no hold model", () => {
  const all = programs(["ours"], "sources", "cache");
  const names = all.map(({ name }) => name);
  assertEquals(new Set(names).size, names.length);
  assertEquals(names.slice(0, 3), [OURS, `${OURS}-process`, FLOOR]);
  const ciw = all.find(({ name }) => name === "ciw")!;
  assertEquals(MODELS.filter((model) => model in ciw.sizes), ["mm1", "mmc", "carenet"]);
});

Deno.test("requestOf() reads what to compare, in the order of the tables", () => {
  const request = requestOf(["--only", "ciw,simpy", "--models=mmc", "--rounds", "2", "--json"]);
  assertEquals(request.programs.map(({ name }) => name), ["simpy", "ciw"]);
  assertEquals([request.models, request.rounds, request.scale, request.json], [
    ["mmc"],
    2,
    1,
    true,
  ]);
  const own = requestOf(["--ours", "a  b"]).programs[0];
  assertEquals([own.name, own.command], [OURS, ["a", "b"]]);
});

Deno.test("requestOf() refuses unknown names, lengths of nothing and a cache in the project", () => {
  const refused = (args: string[], message: string) => {
    assertThrows(() => requestOf(args), RangeError, message);
  };
  refused(["--models", "mg1"], "Cannot compare as --models must be among mm1, mmc, carenet");
  refused(["--only", "x"], 'current value is "x"');
  refused(["--scale", "0"], 'Cannot compare as --scale must be > 0: current value is "0"');
  refused(["--rounds", "two"], 'Cannot compare as --rounds must be > 0: current value is "two"');
  const inside = fromFileUrl(new URL("../../../results/peers", import.meta.url));
  refused(
    ["--cache", inside],
    `Cannot compare as the cache must be outside the project: current folder is ${inside}`,
  );
});
