/** Frames of searches for the smallest number that keeps a promise. */
import { assertEquals } from "@std/assert";
import { rowsOf, triedFrame } from "../../notebooks/toolkit/mod.ts";

const tried = [
  {
    value: 2,
    replications: 8,
    mean: 21.54321,
    meanLow: 18,
    meanHigh: 25,
    bound: 24.98765,
    verdict: "open",
  },
] as const;

Deno.test("triedFrame() gives a row per value with its verdict and the target", () => {
  const promise = { measure: "response_time_mean", atMost: 20 };
  const study = { what: "factor", unit: "-", measureUnit: "min", promise, tried };
  assertEquals(rowsOf(triedFrame(study)), [{
    "factor [-]": 2,
    replications: 8,
    "mean [min]": 21.54,
    "bound [min]": 24.99,
    "at most [min]": 20,
    verdict: "open",
  }]);
});

Deno.test("triedFrame() names a target from below, and no unit where there is none", () => {
  const promise = { measure: "transfer_within_target", atLeast: 0.9 };
  const study = { what: "vehicles", unit: "", measureUnit: "-", promise, tried };
  assertEquals(Object.keys(rowsOf(triedFrame(study))[0]), [
    "vehicles",
    "replications",
    "mean [-]",
    "bound [-]",
    "at least [-]",
    "verdict",
  ]);
});
