/** Visits of chronic patients with longer prescriptions: against patients followed one by one. */
import { assertAlmostEquals } from "@std/assert";
import {
  LONG_INTERVAL_DAYS as LONG,
  ORDINARY_INTERVAL_DAYS as ORDINARY,
  PrescriptionRounds,
} from "../../../../sim/domain/services/mod.ts";

/** So many patients for each share that targets distinguish and each day of the long interval. */
const RANKS = 10;

/**
 * Visits a day of patients whom nobody adds up: each has a rank and the day of the next visit, spread
 * evenly over the interval that the first target gives.
 */
function byHand(targets: readonly number[], first: number): number[] {
  const patients = Array.from({ length: RANKS * LONG }, (_, i) => {
    const rank = (i % RANKS + 0.5) / RANKS;
    const start = Math.floor(i / RANKS);
    return { rank, next: rank < first ? start : start % ORDINARY };
  });
  return targets.map((target, day) => {
    const come = patients.filter(({ next }) => next === day);
    for (const patient of come) patient.next = day + (patient.rank < target ? LONG : ORDINARY);
    return come.length / (patients.length / ORDINARY);
  });
}

const days = (n: number, target: number): number[] => new Array(n).fill(target);

// Planted: the share moved by a 28th of the gap each day, as before: 0.95 on day 7, red.
for (
  const [name, first, targets] of [
    ["half of them from the second day on", 0, [0, ...days(199, 0.5)]],
    ["up, further up, and down again", 0.1, [
      ...days(20, 0.1),
      ...days(45, 0.3),
      ...days(200, 0.1),
    ]],
    ["all of them, then nobody", 1, [...days(90, 1), ...days(200, 0)]],
    [
      "a level that changes every five days",
      0.5,
      Array.from(
        { length: 300 },
        (_, day) => [0, 0.3, 0.5][Math.floor(day / 5) % 3],
      ),
    ],
  ] as const
) {
  Deno.test(`PrescriptionRounds gives the visits of a cohort followed by hand: ${name}`, () => {
    const rounds = new PrescriptionRounds([0, 0.1, 0.3, 0.5, 1], first);
    byHand(targets, first).forEach((visits, day) => {
      assertAlmostEquals(rounds.next(targets[day]), visits, 1e-9, `day ${day}`);
    });
  });
}

Deno.test("PrescriptionRounds: nothing changes for four weeks, then a half for eight, then an echo", () => {
  const rounds = new PrescriptionRounds([0, 0.5], 0);
  for (let day = 0; day < 2 * LONG; day++) {
    const visits = rounds.next(0.5);
    const due = day % LONG < ORDINARY ? 1 : 0.5;
    assertAlmostEquals(visits, due, 1e-12, `day ${day}`);
  }
});

Deno.test("PrescriptionRounds begins where its first target has held for long: two thirds at a half", () => {
  const rounds = new PrescriptionRounds([0.5], 0.5);
  for (let day = 0; day < 200; day++) assertAlmostEquals(rounds.next(0.5), 2 / 3);
  const ordinary = new PrescriptionRounds([0, 0.3, 0.5], 0);
  for (let day = 0; day < 200; day++) assertAlmostEquals(ordinary.next(0), 1);
});
