import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { KimNelson } from "../../../../sim/engine/stats/mod.ts";

/** Two systems whose difference has mean `gap` and the pattern +1, -1, so that S² = n0 / (n0 - 1). */
const pair = (gap: number) => (system: number, number: number): number =>
  system === 0 ? 0 : gap + (number % 2 === 0 ? 1 : -1);

Deno.test("KimNelson drops a system in the round in which the triangle lets it go", () => {
  // n0 = 4, α = .1, k = 2: η = (0.2^(-2/3) - 1) / 2, h² = 6 η, S² = 4/3, δ = 1.
  // Differences of sums grow by 0.5 a round, the triangle is (h² S² - r) / 2 at round r.
  const end = 6 * (0.2 ** (-2 / 3) - 1) / 2 * 4 / 3;
  assertAlmostEquals(end, 7.696071, 1e-6);
  const kn = new KimNelson({ systems: 2, difference: 1, level: 0.9, firstStage: 4 });
  const rounds: number[] = [];
  while (!kn.done) {
    kn.step(pair(0.5));
    rounds.push(kn.round);
  }
  // r = 4: 2.0 > 1.848 at once.
  assertEquals([rounds, kn.best, kn.values], [[4], 1, 8]);
  const slow = new KimNelson({ systems: 2, difference: 1, level: 0.9, firstStage: 4 });
  assertEquals(slow.run(pair(0.25)), 1);
  // r = 4: 1.0 < 1.848; r = 5: 1.25 + 1 > 1.348.
  assertEquals([slow.round, slow.values], [5, 10]);
});

Deno.test("KimNelson ends with the better mean when the triangle has closed, the first of equal ones", () => {
  const kn = new KimNelson({ systems: 2, difference: 1, level: 0.9, firstStage: 4 });
  const gap = (system: number, number: number): number =>
    system === 0 ? 0 : number < 4 ? pair(0)(1, number) : number === 4 ? 0.01 : 0;
  // The triangle closes at 7.696 rounds.
  assertEquals([kn.run(gap), kn.round, kn.values], [1, 8, 16]);
  const alike = new KimNelson({ systems: 3, difference: 1 });
  assertEquals([alike.run(() => 7), alike.values], [0, 30]);
});

Deno.test("KimNelson selects the smallest mean when told so, and asks each number once", () => {
  const asked: string[] = [];
  const kn = new KimNelson({ systems: 3, difference: 0.5, best: "smallest", firstStage: 3 });
  const best = kn.run((system, number) => {
    asked.push(`${system}/${number}`);
    return [5, 3, 4][system] + Math.sin(9 * number + system);
  });
  assertEquals(best, 1);
  assertEquals([new Set(asked).size, kn.values], [asked.length, asked.length]);
  assertEquals(kn.contenders, [1]);
  kn.step(() => NaN);
  assertEquals(kn.values, asked.length);
});

Deno.test("KimNelson refuses numbers outside", () => {
  assertThrows(
    () => new KimNelson({ systems: 1, difference: 1 }),
    RangeError,
    "Cannot select as it takes 2 systems or more, a positive difference, a level between 1 / systems and 1 and a first stage of 2 or more: current numbers are 1, 1, 0.95 and 10",
  );
});

Deno.test("KimNelson refuses a best that is neither", () => {
  assertThrows(
    () => new KimNelson({ systems: 2, difference: 1, best: "least" as "smallest" }),
    TypeError,
    'Cannot select as best must be "largest" or "smallest": current best is "least"',
  );
});
