/**
 * The loss ward M/M/c/c over time, started empty: laws, expectations over a run and the probability of
 * too many full days, all by uniformisation.
 *
 * Source: Jensen (1953), "Markoff chains as an aid in the study of Markoff processes", Skandinavisk
 * Aktuarietidskrift 36, 87–91; Stewart (1994), "Introduction to the numerical solution of Markov
 * chains", Princeton University Press, section 8.2.
 */

/** A loss ward with exponential stays. */
export interface LossWard {
  /** Beds [-]. */
  readonly beds: number;
  /** Arrivals in a day [patients/d]. */
  readonly rate: number;
  /** Mean stay [d]. */
  readonly stay: number;
}

/** What a run is expected to give. */
export interface Expected {
  /** Patients refused [patients]. */
  readonly refused: number;
  /** Beds in use, mean over the run [beds]. */
  readonly inUse: number;
}

/** One step of the chain that jumps, or stays, at the uniform rate. */
function step({ beds, rate, stay }: LossWard, law: Float64Array): Float64Array {
  const pace = rate + beds / stay;
  return law.map((p, n) => {
    const leaves = n / stay;
    const comes = n < beds ? rate : 0;
    const fromBelow = n > 0 ? law[n - 1] * rate : 0;
    const fromAbove = n < beds ? law[n + 1] * (n + 1) / stay : 0;
    return (p * (pace - leaves - comes) + fromBelow + fromAbove) / pace;
  });
}

/** Weights of 0, 1, 2, … jumps in a time, up to where less than 1e-15 is left. */
function jumpWeights({ beds, rate, stay }: LossWard, time: number): number[] {
  const mean = (rate + beds / stay) * time;
  const weights: number[] = [];
  let log = -mean;
  for (let k = 0; k < mean + 12 * Math.sqrt(mean) + 30; k++) {
    weights.push(Math.exp(log));
    log += Math.log(mean / (k + 1));
  }
  return weights;
}

/** Probability of each number of patients a while after a law [-]. */
export function lawAfter(ward: LossWard, time: number, from: Float64Array): Float64Array {
  const after = new Float64Array(ward.beds + 1);
  let law = from;
  for (const weight of jumpWeights(ward, time)) {
    law.forEach((p, n) => after[n] += weight * p);
    law = step(ward, law);
  }
  return after;
}

/** Nobody there [-]. */
export function empty({ beds }: LossWard): Float64Array {
  return Float64Array.from({ length: beds + 1 }, (_, n) => n === 0 ? 1 : 0);
}

/** Days spent with each number of patients, expected, from a law on [d]. */
function timesIn(ward: LossWard, time: number, from: Float64Array): Float64Array {
  const times = new Float64Array(ward.beds + 1);
  const pace = ward.rate + ward.beds / ward.stay;
  let law = from;
  let left = 1;
  for (const weight of jumpWeights(ward, time)) {
    left -= weight;
    const share = Math.max(0, left) / pace;
    law.forEach((p, n) => times[n] += share * p);
    law = step(ward, law);
  }
  return times;
}

/** Expectations over a stretch of days that begins with a law; empty when left out. */
export function expectedOf(ward: LossWard, days: number, from = empty(ward)): Expected {
  const times = timesIn(ward, days, from);
  return {
    refused: ward.rate * times[ward.beds],
    inUse: times.reduce((sum, time, n) => sum + n * time, 0) / days,
  };
}

/** Mean number in use over each day of a run that starts empty [beds]. */
export function dailyMeans(ward: LossWard, days: number): Float64Array {
  let law = empty(ward);
  return Float64Array.from({ length: days }, () => {
    const { inUse } = expectedOf(ward, 1, law);
    law = lawAfter(ward, 1, law);
    return inUse;
  });
}

/** Which days are counted. */
export interface FullDays {
  /** Least number in use at the end of a day for it to count [beds]. */
  readonly level: number;
  /** The event is more than so many such days [d]. */
  readonly more: number;
  /** Days of the run [d]. */
  readonly days: number;
}

/** Probability that a run that starts empty has more than so many days that end at a level or above [-]. */
export function exceedanceOf(ward: LossWard, { level, more, days }: FullDays): number {
  const nothing = () => new Float64Array(ward.beds + 1);
  // By number of such days so far, those beyond the limit together.
  let laws = Array.from({ length: more + 2 }, (_, count) => count === 0 ? empty(ward) : nothing());
  for (let day = 0; day < days; day++) {
    const next = laws.map(nothing);
    laws.forEach((law, count) =>
      lawAfter(ward, 1, law).forEach((p, n) => {
        next[n >= level ? Math.min(count + 1, more + 1) : count][n] += p;
      })
    );
    laws = next;
  }
  return laws[more + 1].reduce((sum, p) => sum + p, 0);
}
