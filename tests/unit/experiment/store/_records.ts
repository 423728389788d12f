/** Records to keep, made from a number: equal numbers make equal records. */
import type { RunKey } from "../../../../sim/experiment/store/mod.ts";
import type { ReplicationRecord } from "../../../../sim/experiment/results/mod.ts";

/** Numbers from 0 up to 1, from a seed. Source: Lehmer generator of Park and Miller (1988), "Random
 * number generators: good ones are hard to find", Communications of the ACM 31(10), 1192–1201. */
export function lehmer(seed: number): () => number {
  let state = seed % 2147483646 + 1;
  for (let i = 0; i < 3; i++) state = state * 16807 % 2147483647;
  return () => (state = state * 16807 % 2147483647) / 2147483647;
}

/** Key of a replication of one scenario and seed. */
export const keyOf = (replication: number, program = "0.2.0 3fa2 deno"): RunKey => ({
  program,
  scenario: "5f2c",
  seed: "1",
  replication,
});

/** How much a record holds; by default as much as one of Beijing. */
export interface Size {
  readonly measures: number;
  readonly days: number;
  readonly dead: number;
  readonly facilities: number;
}

const BEIJING: Size = { measures: 200, days: 120, dead: 33_000, facilities: 342 };
/** A record of a small place. */
export const SMALL: Size = { measures: 3, days: 4, dead: 5, facilities: 2 };
const PERSONS_PER_GRID = 2 ** 24;

function points(draw: () => number, names: readonly string[], days: number) {
  return names.map((ward, i) => ({
    measure: "census",
    unit: "patients",
    ward,
    line: "ordinary",
    values: Float64Array.from(
      { length: days },
      // Counts in one series, means in the next, as in real records.
      () => i % 2 === 0 ? Math.floor(draw() * 9000) : draw() * 9000,
    ),
  }));
}

/** Beds and patients of facilities by day, as even as real ones, and the shares of curves. */
function detailOf(draw: () => number, { facilities, days }: Size): Float64Array {
  const beds = Array.from({ length: facilities }, () => Math.floor(20 + draw() * 400));
  const usable = beds.flatMap((n) => new Array<number>(days).fill(n));
  const covid = beds.flatMap((n) =>
    Array.from({ length: days }, (_, day) => Math.round(0.4 * n / Math.cosh((day - 60) / 12)))
  );
  const ordinary = beds.flatMap((n) =>
    Array.from({ length: days }, () => Math.round(n * 0.5 + (draw() - 0.5) * Math.sqrt(n)))
  );
  return Float64Array.of(
    ...usable,
    ...covid,
    ...ordinary,
    ...Array.from({ length: 332 }, () => draw()),
  );
}

/** A record with as many digits in its numbers as real ones have. */
export function recordOf(number: number, size: Size = BEIJING): ReplicationRecord {
  const draw = lehmer(number);
  const { measures, days, dead } = size;
  const died = Float64Array.from(
    { length: dead },
    () => Math.floor(draw() * 62) * PERSONS_PER_GRID + Math.floor(draw() * 353_000),
  ).sort();
  const wards = ["general", "icu", "fever", "shelter", "observation"];
  return {
    measures: Array.from({ length: measures }, (_, i) => ({
      measure: `measure_${i}`,
      unit: "min",
      ...(i % 3 === 0 && { tier: String(i % 4), colour: "" }),
      value: i % 7 === 0 ? NaN : draw() * 1000,
    })),
    series: points(draw, [...wards, ...wards, ...wards, ...wards], days),
    start: points(draw, wards, days + 40),
    volume: Float64Array.from({ length: 216 }, () => Math.floor(draw() * 1e5)),
    detail: detailOf(draw, size),
    died,
    events: Math.floor(draw() * 1e8),
    infected: Math.floor(draw() * 2e7),
    met: Math.floor(draw() * 1e7),
  };
}
