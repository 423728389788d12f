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
