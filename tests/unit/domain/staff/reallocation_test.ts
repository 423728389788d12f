/** Staff shared out between the wards of one hospital, by hand and at random. */
import { assert, assertEquals } from "@std/assert";
import { reallocateStaff, staffedBeds, wholeBeds } from "../../../../sim/domain/staff/mod.ts";
import type { CrewedWard } from "../../../../sim/domain/staff/mod.ts";
import { keyOf, Streams } from "../../../../sim/engine/mod.ts";

const RATIO = [[0.1, 0.4], [0.5, 1.5], [1, 2.5]].map(([physicians, nurses]) => ({
  physicians,
  nurses,
}));
const ward = (level: number, beds: number, physicians: number, nurses: number): CrewedWard => ({
  level,
  beds,
  ratio: RATIO[level],
  staff: { physicians, nurses },
});
const ALL = { presence: 1, qualified: [1, 1, 1] };
const moved = (wards: CrewedWard[], spec = ALL) =>
  reallocateStaff(wards, spec).map(({ physicians, nurses }) => [physicians, nurses]);
const rounded = (rows: number[][]) => rows.map((row) => row.map((n) => Math.round(n * 1e6) / 1e6));

Deno.test("reallocateStaff() moves nobody while every ward has the staff for its beds", () => {
  assertEquals(moved([ward(0, 10, 1, 4), ward(2, 2, 2, 5)]), [[0, 0], [0, 0]]);
});

// The general ward keeps 2 physicians and 8 nurses for its 20 beds; two ICU beds lack 2 and 5.
Deno.test("reallocateStaff() gives the spare staff of a general ward to the ICU", () => {
  assertEquals(rounded(moved([ward(0, 20, 5, 16), ward(2, 3, 1, 2.5)])), [[-2, -5], [2, 5]]);
});

// Physicians for three, nurses for one: one bed is staffed and no physician goes in vain.
Deno.test("reallocateStaff() brings only as many as make whole beds of both", () => {
  assertEquals(rounded(moved([ward(0, 20, 5, 10.7), ward(2, 3, 0, 0)])), [[-1, -2.5], [1, 2.5]]);
});

// A fifth of 5 and 20: one physician and four nurses are able, one bed.
Deno.test("reallocateStaff() sends only the qualified upwards, and anybody down", () => {
  const spec = { presence: 1, qualified: [1, 0.5, 0.2] };
  assertEquals(rounded(moved([ward(0, 0, 5, 20), ward(2, 4, 0, 0)], spec)), [[-1, -2.5], [1, 2.5]]);
  assertEquals(rounded(moved([ward(2, 0, 5, 20), ward(0, 50, 0, 0)], spec)), [[-5, -20], [5, 20]]);
});

// Half are able for the sub-ICU ward, a fifth for the ICU and in these: 2 of 10 and 3 more of 10.
Deno.test("reallocateStaff() counts the qualified once", () => {
  const spec = { presence: 1, qualified: [1, 0.5, 0.2] };
  const wards = [ward(0, 0, 10, 99), ward(1, 20, 0, 0), ward(2, 20, 0, 0)];
  assertEquals(rounded(moved(wards, spec).map(([n]) => [n])), [[-5], [3], [2]]);
});

Deno.test("reallocateStaff() asks a ward of the same type first, and needs more when many are ill", () => {
  const wards = [ward(0, 0, 9, 40), ward(2, 2, 4, 10), ward(2, 2, 0, 0)];
  assertEquals(rounded(moved(wards)), [[0, 0], [-2, -5], [2, 5]]);
  assertEquals(rounded(moved(wards, { ...ALL, presence: 0.5 })), [[-4, -10], [0, 0], [4, 10]]);
  assertEquals(moved(wards, { ...ALL, presence: 0 }), [[0, 0], [0, 0], [0, 0]]);
});

// Planted: a ward gives up staff whom its own beds need: fewer staffed than before, red.
Deno.test("reallocateStaff() loses nobody and takes no needed bed away, at random", () => {
  const stream = new Streams(keyOf("reallocation", 0)).open("wards");
  for (let i = 0; i < 500; i++) {
    const wards = Array.from({ length: 1 + Math.floor(stream.uniform() * 4) }, () => {
      const level = Math.floor(stream.uniform() * 3);
      const beds = Math.floor(stream.uniform() * 30);
      return ward(level, beds, stream.uniform() * 20, stream.uniform() * 60);
    });
    const spec = { presence: 0.3 + 0.7 * stream.uniform(), qualified: [1, 0.4, 0.2] };
    const moves = reallocateStaff(wards, spec);
    for (const crew of ["physicians", "nurses"] as const) {
      assert(Math.abs(moves.reduce((sum, m) => sum + m[crew], 0)) < 1e-9);
      wards.forEach(({ staff }, w) => assert(staff[crew] + moves[w][crew] > -1e-9));
    }
    wards.forEach(({ staff, ratio, beds }, w) => {
      const staffed = (change: { physicians: number; nurses: number }) =>
        Math.min(
          beds,
          wholeBeds(staffedBeds({
            physicians: (staff.physicians + change.physicians) * spec.presence,
            nurses: (staff.nurses + change.nurses) * spec.presence,
          }, ratio)),
        );
      assert(staffed(moves[w]) >= staffed({ physicians: 0, nurses: 0 }));
    });
  }
});
