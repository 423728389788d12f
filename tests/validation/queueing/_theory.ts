/**
 * Exact values of queueing theory, computed here and not taken from a table.
 *
 * Times are in the unit of the mean service; rates are its inverse.
 */

/** A queue with exponential times, as a chain of births and deaths. */
export interface ChainSpec {
  /** Arrivals per time; of each source where `sources` is given [1/time]. */
  readonly rate: number;
  /** Mean service [time]. */
  readonly mean: number;
  /** Servers [-]. */
  readonly servers: number;
  /** Most customers that are let in [customers]; as many as matter when left out. */
  readonly most?: number;
  /** Customers of a closed population [customers]; an unlimited one when left out. */
  readonly sources?: number;
}

/** What a queue is in the long run. */
export interface QueueValues {
  /** Probability of each number present [-]. */
  readonly law: Float64Array;
  /** Mean number present [customers]. */
  readonly present: number;
  /** Mean number waiting [customers]. */
  readonly waiting: number;
  /** Mean time in the system of those let in [time]. */
  readonly stay: number;
  /** Mean wait of those let in [time]. */
  readonly wait: number;
  /** Share of arrivals refused [-]. */
  readonly loss: number;
  /** Share of those let in who find no free server [-]. */
  readonly waited: number;
  /** Share of the servers' time in use [-]. */
  readonly use: number;
}

/** Levels of an unlimited queue that are kept; the tail beyond is below 1e-16 up to a load of .98. */
const LEVELS = 2000;

/**
 * Values of M/M/c, M/M/c/K and M/M/c//N from the balance of births and deaths.
 *
 * Arrivals see the chain as time does where they come from without; from a closed population they see
 * it weighted by the rate at which they come.
 */
export function queueValues(spec: ChainSpec): QueueValues {
  const { rate, mean, servers, sources, most = sources ?? LEVELS } = spec;
  const birth = (n: number) => sources === undefined ? rate : (sources - n) * rate;
  const logs = [0];
  for (let n = 1; n <= most; n++) {
    logs.push(logs[n - 1] + Math.log(birth(n - 1) * mean / Math.min(n, servers)));
  }
  const top = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const law = Float64Array.from(weights, (weight) => weight / total);
  const over = (of: (n: number) => number) => law.reduce((sum, p, n) => sum + p * of(n), 0);
  const present = over((n) => n);
  const waiting = over((n) => Math.max(0, n - servers));
  const asking = over(birth);
  const accepted = over((n) => n < most ? birth(n) : 0);
  const delayed = over((n) => n >= servers && n < most ? birth(n) : 0);
  return {
    law,
    present,
    waiting,
    stay: present / accepted,
    wait: waiting / accepted,
    loss: sources === undefined ? 1 - accepted / asking : 0,
    waited: delayed / accepted,
    use: (present - waiting) / servers,
  };
}

/**
 * Share of calls lost by n lines that are offered a load.
 *
 * Source: Erlang (1917), by the recursion over the lines.
 */
export function erlangB(lines: number, load: number): number {
  let blocked = 1;
  for (let n = 1; n <= lines; n++) blocked = load * blocked / (n + load * blocked);
  return blocked;
}

/** Share of calls that wait for one of n lines, from the share lost. */
export function erlangC(lines: number, load: number): number {
  const blocked = erlangB(lines, load);
  return blocked / (1 - (load / lines) * (1 - blocked));
}

/** First three moments of a service [time, time², time³]. */
export type Moments = readonly [first: number, second: number, third: number];

/**
 * Moments of the waits of M/G/1 in order of arrival.
 *
 * Source: Pollaczek (1930) and Khinchine (1932); the second moment as in Kleinrock (1975), "Queueing
 * systems", volume 1, Wiley, section 5.7.
 */
export function singleServerWaits(
  rate: number,
  [first, second, third]: Moments,
): { mean: number; square: number } {
  const free = 1 - rate * first;
  const mean = rate * second / (2 * free);
  return { mean, square: 2 * mean ** 2 + rate * third / (3 * free) };
}

/** A class of customers at one server; the first in a list goes first. */
export interface PriorityClass {
  /** Arrivals per time [1/time]. */
  readonly rate: number;
  /** Moments of the service. */
  readonly service: Moments;
}

/**
 * Mean wait of each class at one server that finishes whom it has begun.
 *
 * Source: Cobham (1954), "Priority assignment in waiting line problems", Operations Research 2(1),
 * 70–76.
 */
export function headOfLineWaits(classes: readonly PriorityClass[]): number[] {
  const residual = classes.reduce((sum, { rate, service }) => sum + rate * service[1] / 2, 0);
  let above = 0;
  return classes.map(({ rate, service }) => {
    const upTo = above + rate * service[0];
    const wait = residual / ((1 - above) * (1 - upTo));
    above = upTo;
    return wait;
  });
}

/**
 * Arrivals at each node of an open network: the solution of λ = γ + λ P.
 *
 * By elimination with the largest pivot.
 */
export function trafficRates(
  outside: readonly number[],
  routes: readonly (readonly number[])[],
): number[] {
  const n = outside.length;
  const rows = outside.map((rate, i) => [
    ...outside.map((_, j) => (i === j ? 1 : 0) - routes[j][i]),
    rate,
  ]);
  for (let k = 0; k < n; k++) {
    const pivot = rows.slice(k).reduce(
      (best, row, i) => Math.abs(row[k]) > Math.abs(rows[best][k]) ? k + i : best,
      k,
    );
    [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const factor = rows[i][k] / rows[k][k];
      rows[i] = rows[i].map((value, j) => value - factor * rows[k][j]);
    }
  }
  return rows.map((row, i) => row[n] / row[i]);
}

/** Rates by interval, from time 0. */
export interface Rates {
  /** Arrivals per time in each interval [1/time]. */
  readonly rates: readonly number[];
  /** Length of each interval [time]. */
  readonly width: number;
}

/**
 * Mean number present at an instant when all are served at once and nobody was there at time 0:
 * the integral of λ(u) P(S > t − u).
 *
 * Source: Eick, Massey and Whitt (1993), "The physics of the Mt/G/∞ queue", Operations Research
 * 41(4), 731–742, theorem 1.
 *
 * @param lasting Integral of P(S > x) from 0 to its argument [time].
 */
export function censusAt(
  time: number,
  { rates, width }: Rates,
  lasting: (upTo: number) => number,
): number {
  return rates.reduce((sum, rate, i) => {
    const [from, to] = [i * width, Math.min((i + 1) * width, time)];
    return to > from ? sum + rate * (lasting(time - from) - lasting(time - to)) : sum;
  }, 0);
}

/** Integral of a smooth function from 0, by Simpson's rule. */
export function integralFromZero(of: (x: number) => number, upTo: number, cells = 2000): number {
  const step = upTo / cells;
  let sum = of(0) + of(upTo);
  for (let i = 1; i < cells; i++) sum += of(i * step) * (i % 2 === 1 ? 4 : 2);
  return sum * step / 3;
}
