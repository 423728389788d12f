import { assertEquals } from "@std/assert";
import { keyOf, Streams } from "../../../sim/engine/mod.ts";
import { SampleLine } from "../../../sim/network/sample_line.ts";

/** When so many wait, of given times and of others who come evenly from 0 on, one by one. */
function filledOneByOne(times: readonly number[], others: number, size: number): number {
  const even = others > 0 ? Array.from({ length: size }, (_, k) => (k + 1) / others) : [];
  return [...times, ...even].sort((a, b) => a - b)[size - 1] ?? Infinity;
}

// Planted: `size - middle` for `size - middle - 1` in the search: red.
Deno.test("SampleLine.next() finds when a batch is full, whatever the mix of our samples and others", () => {
  const stream = new Streams(keyOf("full batch", 0)).open("times");
  for (let trial = 0; trial < 400; trial++) {
    const batchSize = 1 + Math.floor(stream.uniform() * 12);
    const others = trial % 4 === 0 ? 0 : stream.uniform() * 0.2;
    const count = 1 + Math.floor(stream.uniform() * 20);
    const times = Array.from({ length: count }, () => Math.floor(stream.uniform() * 100))
      .sort((a, b) => a - b);
    const line = new SampleLine({
      batchSize,
      longestWait: 1e6,
      cycle: 10,
      machines: 1,
      opens: 0,
      closes: 1440,
      others,
      start: 0,
    });
    times.forEach((time, id) => line.add(id, time));
    const full = filledOneByOne(times, others, batchSize);
    const first = Math.min(times[0], others > 0 ? 1 / others : Infinity);
    assertEquals(line.next(), Math.min(full, first + 1e6));
  }
});
