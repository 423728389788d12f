/**
 * Arrivals of a clinic's day hour by hour, and what an hour loses when the rate is frozen.
 *
 * A wrong hour hides in a right sum: with the rate frozen at the arrival before, the third hour loses
 * 23 % of its patients while the day loses 1 %.
 */

import { Executive, keyOf, RUNGS, Streams, Tally } from "../../../sim/engine/mod.ts";
import { type Effort, exactFinding, type Finding, zFinding } from "../_case.ts";
import type { Fault, ValidationCase } from "../_case.ts";
import { arrivalsOf, type Coming, HOURLY_RATES } from "./_urgent_care.ts";

const HOURS = 19;
const rateOf = (hour: number): number => HOURLY_RATES[hour % HOURLY_RATES.length];
const hours = Array.from({ length: HOURS }, (_, hour) => hour);
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Patients of each hour of a day, and of the whole day in the last place. */
function countsOf(seed: string, day: number, coming: Coming): number[] {
  const arrivals = arrivalsOf(coming, new Streams(keyOf(seed, day)).open("arrivals"));
  const executive = new Executive({ end: HOURS * 60 });
  const counts = new Array<number>(HOURS + 1).fill(0);
  const arrive = executive.on("arrive", RUNGS.decision, () => {
    counts[Math.floor(executive.now / 60)]++;
    executive.at(arrivals.next(executive.now), arrive, 0);
  });
  executive.at(arrivals.next(0), arrive, 0);
  executive.run();
  counts[HOURS] = sumOf(counts);
  return counts;
}

/** Patients of each hour and of the day, over many days. */
function talliesOf(seed: string, coming: Coming, effort: Effort): Tally[] {
  const days = effort === "full" ? 100_000 : 4000;
  const tallies = Array.from({ length: HOURS + 1 }, () => new Tally());
  for (let day = 0; day < days; day++) {
    countsOf(seed, day, coming).forEach((count, hour) => tallies[hour].add(count));
  }
  return tallies;
}

const named = (hour: number): string => hour === HOURS ? "day" : `hour ${hour + 1}`;

/**
 * Patients expected of each hour when the gap after an arrival is drawn at the rate of that arrival's
 * hour.
 *
 * Let q(j) be the probability that the last arrival was at the rate of hour j; the first gap has that
 * of the first hour. Within hour i each other q(j) falls at its own rate, and all of it goes to q(i).
 */
function expectedWhenFrozen(): number[] {
  let others: { rate: number; q: number }[] = [];
  let own = 1;
  return hours.map((hour) => {
    const rate = rateOf(hour);
    if (hour > 0) {
      others.push({ rate: rateOf(hour - 1), q: own });
      own = sumOf(others.filter((other) => other.rate === rate).map(({ q }) => q));
      others = others.filter((other) => other.rate !== rate);
    }
    const expected = rate +
      sumOf(others.map((other) => other.q * (1 - rate / other.rate) * -Math.expm1(-other.rate)));
    others = others.map((other) => ({ ...other, q: other.q * Math.exp(-other.rate) }));
    own = 1 - sumOf(others.map(({ q }) => q));
    return expected;
  });
}

const FROZEN = "Nelson's clinic by the hour, the bias of a rate frozen at the arrival before";

function runFrozen(effort: Effort): Finding[] {
  const tallies = talliesOf(FROZEN, "frozen", effort);
  const expected = expectedWhenFrozen();
  expected.push(sumOf(expected));
  const rates = [...hours.map(rateOf), sumOf(hours.map(rateOf))];
  const findings = expected.map((reference, hour) => {
    const { mean, variance, count } = tallies[hour];
    return zFinding(`${named(hour)}, mean [patients]`, reference, {
      ours: mean,
      error: Math.sqrt(variance / count),
    });
  });
  const lossOf = (hour: number, mean: number): number => 1 - mean / rates[hour];
  for (const [hour, printed, tolerance] of [[2, 0.23, 0.005], [HOURS, 0.012, 0.0005]] as const) {
    const { mean, variance, count } = tallies[hour];
    const loss = lossOf(hour, expected[hour]);
    const quantity = `${named(hour)}, share lost`;
    findings.push(exactFinding(`${quantity}, theory [-]`, printed, { ours: loss, tolerance }));
    const error = Math.sqrt(variance / count) / rates[hour];
    findings.push(zFinding(`${quantity} [-]`, loss, { ours: lossOf(hour, mean), error }));
  }
  return findings;
}

/** Cases of the arrivals by the hour. */
export const cases: readonly ValidationCase[] = [{
  name: FROZEN,
  source:
    "Nelson (2013), Foundations and methods of stochastic simulation, Springer, exercise 13 of " +
    "chapter 4, with the rate that held at the arrival before, as in Monks and Harper, treat-sim " +
    "3.0.0, Python package. Theory: the law of that rate, hour after hour.",
  run: runFrozen,
}];

/** Faults that this case must see. */
export const faults: readonly Fault[] = [
  {
    name: "frozen_rate_of_the_hour_after",
    what: "The frozen rate is that of an hour after the arrival before.",
    file: "tests/validation/studies/_urgent_care.ts",
    find: "PROFILE.rateAt(after) / PROFILE.highest",
    replace: "PROFILE.rateAt(after + 60) / PROFILE.highest",
    red: [FROZEN, "Urgent care centre as published, rate frozen at the arrival before"],
  },
];
