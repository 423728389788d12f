import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { KeyedDraws, keyOf } from "../../../../sim/engine/mod.ts";

const hex = (words: Uint32Array) => [...words].map((word) => word.toString(16).padStart(8, "0"));

// Known answers distributed with Random123, the library of the paper's authors.
Deno.test("KeyedDraws.words() gives the published answers of Philox4x32-10", () => {
  assertEquals(
    hex(new KeyedDraws({ a: 0, b: 0 }).words(0, 0, 0, 0)),
    ["6627e8d5", "e169c58d", "bc57ac4c", "9b00dbd8"],
  );
  assertEquals(
    hex(new KeyedDraws({ a: -1, b: -1 }).words(-1, -1, -1, -1)),
    ["408f276d", "41c83b0e", "a20bc7c6", "6d5451fd"],
  );
  assertEquals(
    hex(
      new KeyedDraws({ a: 0xa4093822, b: 0x299f31d0 })
        .words(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344),
    ),
    ["d16cfe09", "94fdcceb", "5001e420", "24126ea1"],
  );
});

Deno.test("KeyedDraws.block() gives (word + 1/2) / 2³² of each word", () => {
  const draws = new KeyedDraws({ a: 0, b: 0 });
  draws.block(0, 0, 0, 0);
  assertEquals(
    [draws.u0, draws.u1, draws.u2, draws.u3].map((u) => u * 2 ** 32 - 0.5),
    [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
  );
});

Deno.test("KeyedDraws.block() does not care for the order of drawing", () => {
  const draws = new KeyedDraws(keyOf("order", 3));
  const drawn = (person: number) => {
    draws.block(person, 0, 2, 1);
    return [draws.u0, draws.u1, draws.u2, draws.u3];
  };
  const persons = Array.from({ length: 200 }, (_, i) => i);
  const forwards = persons.map(drawn);
  const backwards = persons.toReversed().map(drawn).reverse();
  assertEquals(backwards, forwards);
});

Deno.test("KeyedDraws.block() changes with each part of the counter and of the key", () => {
  const first = (a: number, b: number, c: [number, number, number, number]) => {
    const draws = new KeyedDraws({ a, b });
    draws.block(...c);
    return draws.u0;
  };
  const base = first(1, 2, [3, 4, 5, 6]);
  assertNotEquals(first(9, 2, [3, 4, 5, 6]), base);
  assertNotEquals(first(1, 9, [3, 4, 5, 6]), base);
  assertNotEquals(first(1, 2, [9, 4, 5, 6]), base);
  assertNotEquals(first(1, 2, [3, 9, 5, 6]), base);
  assertNotEquals(first(1, 2, [3, 4, 9, 6]), base);
  assertNotEquals(first(1, 2, [3, 4, 5, 9]), base);
});

// Planted fault that this catches: the words taken as signed, which halves one side.
Deno.test("KeyedDraws.block() is uniform: four moments and the distribution function", () => {
  const draws = new KeyedDraws(keyOf("uniform", 0));
  const n = 100_000;
  const values = new Float64Array(4 * n);
  for (let i = 0; i < n; i++) {
    draws.block(i, 0, 0, 0);
    values.set([draws.u0, draws.u1, draws.u2, draws.u3], 4 * i);
  }
  for (let k = 1; k <= 4; k++) {
    const mean = values.reduce((sum, u) => sum + u ** k, 0) / values.length;
    const sd = Math.sqrt(1 / (2 * k + 1) - 1 / (k + 1) ** 2);
    assert(
      Math.abs(mean - 1 / (k + 1)) <= 4 * sd / Math.sqrt(values.length),
      `moment ${k}: ${mean}`,
    );
  }
  values.sort();
  const gap = values.reduce((most, u, i) => Math.max(most, Math.abs(u - i / values.length)), 0);
  // P(gap √n > 2.2) is 1e-4 for uniforms.
  assert(gap * Math.sqrt(values.length) < 2.2, `gap ${gap}`);
});

/** Philox4x32-10 with BigInt, word for word as in the paper. */
function philoxByBigInt(counter: readonly number[], key: readonly number[]): number[] {
  const [M0, M1, W0, W1, LOW] = [0xd2511f53n, 0xcd9e8d57n, 0x9e3779b9n, 0xbb67ae85n, 0xffffffffn];
  let [a, b, c, d] = counter.map((word) => BigInt.asUintN(32, BigInt(word)));
  let [k0, k1] = key.map((word) => BigInt.asUintN(32, BigInt(word)));
  for (let round = 0; round < 10; round++) {
    const [p0, p1] = [M0 * a, M1 * c];
    [a, b, c, d] = [(p1 >> 32n) ^ b ^ k0, p1 & LOW, (p0 >> 32n) ^ d ^ k1, p0 & LOW];
    [k0, k1] = [(k0 + W0) & LOW, (k1 + W1) & LOW];
  }
  return [a, b, c, d].map(Number);
}

// Planted: the high word shifted by 31 bits in `_philox.ts`: red.
Deno.test("KeyedDraws.words() is Philox4x32-10 for any counter and key", () => {
  let word = 1;
  const next = () => word = (Math.imul(word, 1664525) + 1013904223) | 0;
  for (let trial = 0; trial < 500; trial++) {
    const counter = [next(), next(), next(), next()] as const;
    const key = { a: next(), b: next() };
    const words = new KeyedDraws(key).words(...counter);
    assertEquals([...words], philoxByBigInt(counter, [key.a, key.b]));
  }
});

// Planted: `block` that leaves its uniforms in the memory of all: red.
Deno.test("KeyedDraws keeps its uniforms while another draws", () => {
  const [one, other] = [0, 1].map((r) => new KeyedDraws(keyOf("two", r)));
  one.block(1, 2, 3, 4);
  const before = [one.u0, one.u1, one.u2, one.u3];
  other.block(1, 2, 3, 4);
  assertNotEquals([other.u0, other.u1], before.slice(0, 2));
  assertEquals([one.u0, one.u1, one.u2, one.u3], before);
});
