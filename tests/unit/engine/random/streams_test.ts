import { assertEquals, assertNotEquals, assertThrows } from "@std/assert";
import { KeyedDraws, keyOf, Stream, Streams } from "../../../../sim/engine/mod.ts";

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

// The words after the state 1, 2, 3, 4 are those of the authors' xoshiro128plusplus.c, version 1.0.
Deno.test("Stream.word() gives the published words", () => {
  const stream = new Stream("known", [1, 2, 3, 4]);
  const words = Array.from({ length: 10 }, () => stream.word() >>> 0);
  assertEquals(words, [
    641,
    1573767,
    3222811527,
    3517856514,
    836907274,
    4247214768,
    3867114732,
    1355841295,
    495546011,
    621204420,
  ]);
});

// The 64-bit FNV-1a hash of "a" is af63dc4c8601ec8c, as published with the algorithm.
Deno.test("Streams.open() takes the state from a counter that persons do not use", () => {
  const words = new KeyedDraws(key).words(0, 0xffffffff, 0x8601ec8c, 0xaf63dc4c);
  const same = new Stream("a", words);
  const expected = Array.from({ length: 8 }, () => same.uniform());
  assertEquals(take(new Streams(key), "a", 8), expected);
});

Deno.test("Stream refuses a state that it cannot leave", () => {
  for (const state of [[0, 0, 0, 0], [1, 2, 3]]) {
    assertThrows(
      () => new Stream("stuck", state),
      RangeError,
      `Cannot make stream "stuck" as its state takes four words that are not all 0: current state is ${
        state.join(", ")
      }`,
    );
  }
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
