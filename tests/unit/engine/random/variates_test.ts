import { assertEquals, assertThrows } from "@std/assert";
import {
  batchSizes,
  distributionOf,
  type DistributionSpec,
  Variates,
} from "../../../../sim/engine/random/mod.ts";

const listed = (...uniforms: number[]) => ({ uniform: () => uniforms.shift() ?? NaN });

Deno.test("Variates.next() is the quantile of one uniform", () => {
  const variates = new Variates(
    distributionOf({ law: "uniform", low: 10, high: 20 }),
    listed(0.1, 0.9),
  );
  assertEquals([variates.next(), variates.next(), variates.mean], [11, 19, 15]);
});

Deno.test("batchSizes() draws whole numbers from 1", () => {
  const law = distributionOf({ law: "discrete", values: [1, 4], weights: [3, 1] });
  const sizes = batchSizes({ law, stream: listed(0.75, 0.76) });
  assertEquals([sizes.next(), sizes.next(), sizes.mean], [1, 4, 1.75]);
});

Deno.test("batchSizes() refuses a law of anything else", () => {
  const refused: [DistributionSpec, string][] = [
    [{ law: "poisson", mean: 3 }, "0"],
    [{ law: "constant", value: 1.5 }, "1.5"],
    [{ law: "uniform", low: 1, high: 3 }, "1.0000000002328306"],
  ];
  for (const [spec, size] of refused) {
    assertThrows(
      () => batchSizes({ law: distributionOf(spec), stream: listed() }),
      RangeError,
      `Cannot draw sizes of batches as each must be a whole number from 1: current law gives ${size}`,
    );
  }
});
