import { assertEquals, assertNotEquals, assertThrows } from "@std/assert";
import { KeyedDraws, keyOf, Streams } from "../../../../sim/engine/mod.ts";

const key = keyOf("streams", 0);
const take = (streams: Streams, name: string, n: number) => {
  const stream = streams.open(name);
  return Array.from({ length: n }, () => stream.uniform());
};

Deno.test("Stream.uniform() does not change when another stream is opened or used", () => {
  const alone = take(new Streams(key), "arrivals", 10);
  const streams = new Streams(key);
  take(streams, "patience", 7);
  assertEquals(take(streams, "arrivals", 10), alone);
  assertEquals(new Set(alone).size, 10);
});

Deno.test("Stream.uniform() differs by name and by replication", () => {
  const base = take(new Streams(key), "arrivals", 1);
  assertNotEquals(take(new Streams(key), "Arrivals", 1), base);
  assertNotEquals(take(new Streams(keyOf("streams", 1)), "arrivals", 1), base);
});

// The 64-bit FNV-1a hash of "a" is af63dc4c8601ec8c, as published with the algorithm.
Deno.test("Stream.uniform() draws from the counters that persons do not use", () => {
  const draws = new KeyedDraws(key);
  const expected: number[] = [];
  for (let block = 0; block < 2; block++) {
    draws.block(block, 0xffffffff, 0x8601ec8c, 0xaf63dc4c);
    expected.push(draws.u0, draws.u1, draws.u2, draws.u3);
  }
  assertEquals(take(new Streams(key), "a", 8), expected);
});

Deno.test("Streams.open() refuses a name that is open", () => {
  const streams = new Streams(key);
  assertEquals(streams.open("arrivals").name, "arrivals");
  assertThrows(
    () => streams.open("arrivals"),
    TypeError,
    'Cannot open stream "arrivals" as each decision must have its own: "arrivals" is open',
  );
});
