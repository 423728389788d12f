import { assertEquals, assertThrows } from "@std/assert";
import { isQuantity, parseQuantity, type QuantityKind } from "../../../sim/scenario/mod.ts";

Deno.test("parseQuantity() turns each unit into the one inside", () => {
  const cases: [string | number, QuantityKind, number][] = [
    ["30 min", "duration", 30],
    ["2 h", "duration", 120],
    ["4.5 d", "duration", 6480],
    ["1 w", "duration", 10080],
    ["0.5d", "duration", 720],
    ["92 d", "days", 92],
    ["35 %", "share", 0.35],
    [".7", "share", 0.7],
    [0.7, "share", 0.7],
    ["40 km/h", "speed", 40 / 60],
    ["0.5 km/min", "speed", 0.5],
    ["12 /d", "rate", 12 / 1440],
    ["6 /h", "rate", 0.1],
    ["4.58 /y", "perYear", 4.58],
    ["80 y", "age", 80],
    ["1e-3", "number", 0.001],
    ["-2", "number", -2],
  ];
  for (const [written, kind, value] of cases) assertEquals(parseQuantity(written, kind), value);
});

Deno.test("parseQuantity() refuses a missing, wrong or unknown unit", () => {
  const refused: [string | number, QuantityKind, string][] = [
    [4, "duration", 'Cannot read "4": expected a duration, a number and one of min, h, d, w'],
    [
      "35 %",
      "duration",
      'Cannot read "35 %": expected a duration, a number and one of min, h, d, w',
    ],
    ["2 h", "days", 'Cannot read "2 h": expected a number of days, a number and d'],
    ["0.5 d", "share", 'Cannot read "0.5 d": expected a share, a number with or without %'],
    ["12 km", "speed", 'Cannot read "12 km": expected a speed, a number and one of km/h, km/min'],
    ["12", "rate", 'Cannot read "12": expected a rate, a number and one of /min, /h, /d'],
    ["", "number", 'Cannot read "": expected a number'],
    ["1e999", "number", 'Cannot read "1e999": expected a number'],
    [NaN, "number", 'Cannot read "NaN": expected a number'],
    ["1 2", "number", 'Cannot read "1 2": expected a number'],
  ];
  for (const [written, kind, message] of refused) {
    assertThrows(() => parseQuantity(written, kind), SyntaxError, message);
  }
});

Deno.test("isQuantity() tells quantities from dates and names", () => {
  assertEquals(["4.2 d", "35 %", "0", "12 /d"].map(isQuantity), [true, true, true, true]);
  assertEquals(["2022-12-11", "low", "", "4 hurs"].map(isQuantity), [false, false, false, false]);
});
