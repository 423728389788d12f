/**
 * The floor of this engine: each model as one loop by hand over a heap on typed arrays, run by Deno
 * as `floor.ts MODEL N SEED`. Nothing is imported.
 *
 * Recorded: sums of the times in the system or of the waits, and nothing else.
 */

/** Small fast counter generator of 32 bits (C. Doty-Humphrey, PractRand), and laws over it. */
class Draws {
  #a: number;
  #b: number;
  #c = 0x9e3779b9 | 0;
  #counter = 1;
  #spare = NaN;

  constructor(seed: number) {
    this.#a = seed | 0;
    this.#b = ~seed;
    for (let i = 0; i < 16; i++) this.uniform();
  }

  /** Between 0 and 1, both left out. */
  uniform(): number {
    const word = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + word) | 0;
    return ((word >>> 0) + 0.5) * 2 ** -32;
  }

  exponential(mean: number): number {
    return -mean * Math.log(this.uniform());
  }

  /** Polar method; every second value is left over from the one before. */
  normal(): number {
    const spare = this.#spare;
    if (spare === spare) {
      this.#spare = NaN;
      return spare;
    }
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1) continue;
      const factor = Math.sqrt(-2 * Math.log(square) / square);
      this.#spare = y * factor;
      return x * factor;
    }
  }

  lognormal(mu: number, sigma: number): number {
    return Math.exp(mu + sigma * this.normal());
  }
}

/** A binary heap in columns; equal times leave in the order of scheduling. */
class Calendar {
  size = 0;
  /** Time of the event that was taken last. */
  now = 0;
  #times: Float64Array;
  #orders: Float64Array;
  #whats: Int32Array;
  #scheduled = 0;

  constructor(capacity: number) {
    this.#times = new Float64Array(capacity);
    this.#orders = new Float64Array(capacity);
    this.#whats = new Int32Array(capacity);
  }

  schedule(time: number, what: number): void {
    if (this.size === this.#times.length) this.#grow();
    const times = this.#times;
    const orders = this.#orders;
    const whats = this.#whats;
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (times[parent] <= time) break;
      times[at] = times[parent];
      orders[at] = orders[parent];
      whats[at] = whats[parent];
      at = parent;
    }
    times[at] = time;
    orders[at] = this.#scheduled++;
    whats[at] = what;
  }

  /** Takes the soonest event off; its time is then `now`. */
  next(): number {
    const what = this.#whats[0];
    this.now = this.#times[0];
    const last = --this.size;
    if (last > 0) this.#sink(this.#times[last], this.#orders[last], this.#whats[last]);
    return what;
  }

  /** Puts the soonest event off. */
  postpone(delay: number): void {
    this.now = this.#times[0];
    this.#sink(this.now + delay, this.#scheduled++, this.#whats[0]);
  }

  #sink(time: number, order: number, what: number): void {
    const times = this.#times;
    const orders = this.#orders;
    const whats = this.#whats;
    const size = this.size;
    let at = 0;
    for (;;) {
      let best = 2 * at + 1;
      if (best >= size) break;
      const other = best + 1;
      if (
        other < size &&
        (times[other] < times[best] ||
          (times[other] === times[best] && orders[other] < orders[best]))
      ) best = other;
      const soonest = times[best];
      if (soonest > time || (soonest === time && orders[best] > order)) break;
      times[at] = soonest;
      orders[at] = orders[best];
      whats[at] = whats[best];
      at = best;
    }
    times[at] = time;
    orders[at] = order;
    whats[at] = what;
  }

  #grow(): void {
    const [times, orders, whats] = [this.#times, this.#orders, this.#whats];
    this.#times = new Float64Array(2 * times.length);
    this.#orders = new Float64Array(2 * times.length);
    this.#whats = new Int32Array(2 * times.length);
    this.#times.set(times);
    this.#orders.set(orders);
    this.#whats.set(whats);
  }
}

/** A line of numbers in a ring, whose length is a power of two. */
class Line {
  length = 0;
  #ring = new Float64Array(16);
  #head = 0;

  push(item: number): void {
    const ring = this.#ring;
    if (this.length === ring.length) {
      this.#ring = new Float64Array(2 * ring.length);
      this.#ring.set(ring.subarray(this.#head));
      this.#ring.set(ring.subarray(0, this.#head), ring.length - this.#head);
      this.#head = 0;
    }
    this.#ring[(this.#head + this.length++) & (this.#ring.length - 1)] = item;
  }

  shift(): number {
    const item = this.#ring[this.#head];
    this.#head = (this.#head + 1) & (this.#ring.length - 1);
    this.length--;
    return item;
  }
}

interface Run {
  readonly seconds: number;
  readonly events: number;
  readonly checks: Readonly<Record<string, number>>;
}

const ARRIVAL = -1;

function queue(n: number, rate: number, servers: number, draws: Draws): Run {
  const start = performance.now();
  const calendar = new Calendar(16);
  const line = new Line();
  const came = new Float64Array(servers);
  const idle = Array.from({ length: servers }, (_, server) => server);
  let toCome = n;
  let events = 0;
  let total = 0;
  calendar.schedule(draws.exponential(1 / rate), ARRIVAL);
  while (calendar.size > 0) {
    const what = calendar.next();
    const now = calendar.now;
    events++;
    if (what === ARRIVAL) {
      if (idle.length > 0) {
        const server = idle.pop()!;
        came[server] = now;
        calendar.schedule(now + draws.exponential(1), server);
      } else {
        line.push(now);
      }
      if (--toCome > 0) calendar.schedule(now + draws.exponential(1 / rate), ARRIVAL);
    } else {
      total += now - came[what];
      if (line.length > 0) {
        came[what] = line.shift();
        calendar.schedule(now + draws.exponential(1), what);
      } else {
        idle.push(what);
      }
    }
  }
  const seconds = (performance.now() - start) / 1000;
  return { seconds, events, checks: { mean_time_in_system: total / n } };
}

const PLACE = [0, 1, 2, 3, 2];
const GOES_ON = [0.65, 0.2, 0.25, 0.8, 0];
const ICU_STAGE = 3;
const NO_PLACE = -1;

function logMoments(mean: number, deviation: number): readonly [number, number] {
  const variance = Math.log1p((deviation / mean) ** 2);
  return [Math.log(mean) - variance / 2, Math.sqrt(variance)];
}

/** Columns of patients by number; numbers of those who left are given out again. */
class CareNetwork {
  readonly waits = new Float64Array(5);
  readonly stays = new Float64Array(5);
  readonly #calendar: Calendar;
  readonly #draws: Draws;
  readonly #asked: number[] = [];
  readonly #stage: number[] = [];
  readonly #held: number[] = [];
  readonly #gone: number[] = [];
  readonly #free = [30, 150, 46, 12];
  readonly #lines = [new Line(), new Line(), new Line(), new Line()];
  readonly #sub = logMoments(5, 4);
  readonly #ward = logMoments(7, 5);
  readonly #icu = logMoments(6, 5);

  constructor(calendar: Calendar, draws: Draws) {
    this.#calendar = calendar;
    this.#draws = draws;
  }

  arrive(): void {
    const patient = this.#gone.length > 0 ? this.#gone.pop()! : this.#asked.length;
    this.#held[patient] = NO_PLACE;
    this.#request(patient, 0);
  }

  endStay(patient: number): void {
    const stage = this.#stage[patient];
    const held = this.#held[patient];
    if (this.#draws.uniform() >= GOES_ON[stage]) {
      this.#gone.push(patient);
      this.#release(held);
      return;
    }
    if (stage === ICU_STAGE) {
      this.#held[patient] = NO_PLACE;
      this.#release(held);
    }
    this.#request(patient, stage + 1);
  }

  #request(patient: number, stage: number): void {
    const place = PLACE[stage];
    this.#asked[patient] = this.#calendar.now;
    this.#stage[patient] = stage;
    if (this.#free[place] > 0) {
      this.#free[place]--;
      this.#admit(patient);
    } else {
      this.#lines[place].push(patient);
    }
  }

  #admit(patient: number): void {
    const stage = this.#stage[patient];
    const left = this.#held[patient];
    const now = this.#calendar.now;
    this.waits[stage] += now - this.#asked[patient];
    this.stays[stage]++;
    this.#held[patient] = PLACE[stage];
    this.#calendar.schedule(now + this.#stay(stage), patient);
    if (left !== NO_PLACE) this.#release(left);
  }

  #release(place: number): void {
    if (this.#lines[place].length > 0) this.#admit(this.#lines[place].shift());
    else this.#free[place]++;
  }

  #stay(stage: number): number {
    if (stage === 0) return this.#draws.exponential(0.5);
    if (stage === 4) return this.#draws.exponential(3);
    const law = stage === 1 ? this.#sub : stage === 2 ? this.#ward : this.#icu;
    return this.#draws.lognormal(law[0], law[1]);
  }
}

function careNetwork(n: number, draws: Draws): Run {
  const start = performance.now();
  const calendar = new Calendar(512);
  const network = new CareNetwork(calendar, draws);
  let toCome = n;
  let events = 0;
  calendar.schedule(draws.exponential(1 / 40), ARRIVAL);
  while (calendar.size > 0) {
    const what = calendar.next();
    events++;
    if (what !== ARRIVAL) {
      network.endStay(what);
    } else {
      network.arrive();
      if (--toCome > 0) calendar.schedule(calendar.now + draws.exponential(1 / 40), ARRIVAL);
    }
  }
  const seconds = (performance.now() - start) / 1000;
  const mean = (stage: number) => network.waits[stage] / Math.max(1, network.stays[stage]);
  const checks = {
    mean_wait_primary: mean(0),
    mean_wait_sub_bed: mean(1),
    mean_wait_designated: mean(2),
    mean_wait_icu: mean(3),
    icu_admissions: network.stays[ICU_STAGE],
  };
  return { seconds, events, checks };
}

/** The soonest event is put off. Filling the calendar is not timed. */
function hold(n: number, pending: number, draws: Draws): Run {
  const calendar = new Calendar(pending);
  for (let what = 0; what < pending; what++) calendar.schedule(draws.exponential(1), what);
  const start = performance.now();
  for (let done = 0; done < n; done++) calendar.postpone(draws.exponential(1));
  const seconds = (performance.now() - start) / 1000;
  return { seconds, events: n, checks: { end_time: calendar.now } };
}

const MODELS: Readonly<Record<string, readonly [string, (n: number, draws: Draws) => Run]>> = {
  "mm1": ["customers", (n, draws) => queue(n, 0.9, 1, draws)],
  "mmc": ["customers", (n, draws) => queue(n, 7.2, 8, draws)],
  "carenet": ["patients", careNetwork],
  "hold-100": ["holds", (n, draws) => hold(n, 100, draws)],
  "hold": ["holds", (n, draws) => hold(n, 10_000, draws)],
  "hold-1e6": ["holds", (n, draws) => hold(n, 1_000_000, draws)],
};

const [model, count, seed] = Deno.args;
if (!(model in MODELS)) throw new RangeError(`Cannot run ${model}`);
const [unit, run] = MODELS[model];
const n = Number(count);
run(Math.max(1000, Math.floor(n / 3)), new Draws(Number(seed) + 1_000_000)); // warms the compiler
const { seconds, events, checks } = run(n, new Draws(Number(seed)));
console.log(JSON.stringify({
  peer: "js-floor",
  version: Deno.version.deno,
  model,
  n,
  seconds,
  events,
  [`${unit}_per_s`]: n / seconds,
  checks,
}));
