/**
 * One station through the public blocks: customers come, wait in a line of a `Resource`, are served
 * and go, or are refused.
 *
 * The station starts with customers whose remaining services are given: those of the stationary state.
 * Whoever waits in it came before time 0, so waits are true once these have gone; the time until the
 * measuring begins leaves room for that.
 */

import {
  type Discipline,
  distributionOf,
  type DistributionSpec,
  Executive,
  Handles,
  type Key,
  poissonArrivals,
  Resource,
  RUNGS,
  StateTimes,
  type Stream,
  Streams,
  Variates,
} from "../../../sim/engine/mod.ts";
import type { Sample } from "./_replicate.ts";

/** Customers of one kind. */
export interface CustomerClass {
  /** Arrivals per time; of each source where there are sources [1/time]. */
  readonly rate: number;
  /** Law of the service [time]. */
  readonly service: DistributionSpec;
  /** Priority [-], higher first; 0 when left out. */
  readonly priority?: number;
}

/** A station. */
export interface StationSpec {
  /** Servers [-]. */
  readonly servers: number;
  /** Places to wait [customers]; without end when left out. */
  readonly room?: number;
  /** Order of service; first in, first out when left out. */
  readonly discipline?: Discipline;
  /** Kinds of customers. */
  readonly classes: readonly CustomerClass[];
  /** Customers of a closed population [customers]; all of the first kind. */
  readonly sources?: number;
  /**
   * Draws the services of those present at time 0, those in service first [time].
   * @param stream Stream of the start.
   */
  readonly found: (stream: Stream) => readonly number[];
  /** Time before the measuring begins [time]. */
  readonly warmUp: number;
}

/** What one replication of a station gives. */
export interface Observed {
  /** Mean number present [customers], waiting [customers], in service [customers]. */
  readonly present: Sample;
  readonly waiting: Sample;
  readonly inService: Sample;
  /** Wait of the served, its square, and whether there was any. */
  readonly wait: Sample;
  readonly waitSquare: Sample;
  readonly waited: Sample;
  /** Share of requests refused [-]. */
  readonly loss: Sample;
  /** Time in the system by kind of customer [time]. */
  readonly stays: readonly Sample[];
  /** Share of time with so many present, or more [-]. */
  readonly atLeast: (customers: number) => Sample;
}

/** Runs one replication of a station. */
export function runStation(spec: StationSpec, length: number, key: Key): Observed {
  const station = new Station(spec, key, spec.warmUp + length);
  return station.run();
}

class Station {
  readonly #spec: StationSpec;
  readonly #executive: Executive;
  readonly #desk: Resource;
  readonly #present = new StateTimes();
  readonly #handles = new Handles();
  /** By handle: when it came, what it takes, its kind. */
  readonly #came: number[] = [];
  readonly #work: number[] = [];
  readonly #kind: number[] = [];
  readonly #stays: Float64Array;
  readonly #gone: Float64Array;
  readonly #services: readonly Variates[];
  readonly #first: Stream;
  #waited = 0;

  readonly #arrive: number;
  readonly #begin: number;
  readonly #end: number;

  constructor(spec: StationSpec, key: Key, end: number) {
    const { servers, room, discipline = "fifo", classes } = spec;
    this.#spec = spec;
    const streams = new Streams(key);
    const executive = this.#executive = new Executive({ end });
    this.#desk = new Resource(executive, {
      name: "desk",
      capacity: servers,
      discipline,
      ...(room === undefined ? {} : { room }),
    });
    this.#stays = new Float64Array(classes.length);
    this.#gone = new Float64Array(classes.length);
    this.#services = classes.map(({ service }, kind) =>
      new Variates(distributionOf(service), streams.open(`service ${kind}`))
    );
    this.#first = streams.open("start");
    this.#begin = executive.on("begin", RUNGS.startOfStay, (who, claim) => {
      if (executive.now > this.#came[who]) this.#waited++;
      executive.after(this.#work[who], this.#end, who, claim);
    });
    const sources = spec.sources === undefined ? undefined : new Variates(
      distributionOf({ law: "exponential", mean: 1 / classes[0].rate }),
      streams.open("sources"),
    );
    this.#end = executive.on("end", RUNGS.release, (who, claim) => {
      this.#leave(who, claim);
      if (sources !== undefined) executive.after(sources.next(), this.#arrive, 0);
    });
    this.#arrive = sources !== undefined
      ? executive.on("arrive", RUNGS.decision, () => this.#come(0, this.#services[0].next()))
      : this.#comeForEver(streams);
    this.#start(sources);
    executive.at(spec.warmUp, executive.on("measure", RUNGS.statistics, () => this.#flush()), 0);
  }

  /** Poisson arrivals of each kind. */
  #comeForEver(streams: Streams): number {
    const executive = this.#executive;
    const arrivals = this.#spec.classes.map(({ rate }, kind) =>
      poissonArrivals({ rate, stream: streams.open(`arrivals ${kind}`) })
    );
    const arrive = executive.on("arrive", RUNGS.decision, (kind) => {
      this.#come(kind, this.#services[kind].next());
      executive.at(arrivals[kind].next(executive.now), arrive, kind);
    });
    arrivals.forEach((arrival, kind) => executive.at(arrival.next(0), arrive, kind));
    return arrive;
  }

  #start(sources: Variates | undefined): void {
    const found = this.#spec.found(this.#first);
    for (const work of found) this.#come(0, work);
    if (sources === undefined) return;
    for (let i = found.length; i < this.#spec.sources!; i++) {
      this.#executive.after(sources.next(), this.#arrive, 0);
    }
  }

  #come(kind: number, work: number): void {
    const who = this.#handles.take();
    const now = this.#executive.now;
    this.#came[who] = now;
    this.#work[who] = work;
    this.#kind[who] = kind;
    this.#present.add(now, 1);
    const { priority } = this.#spec.classes[kind];
    const claim = priority === undefined
      ? this.#desk.seize(who, this.#begin)
      : this.#desk.seize(who, this.#begin, { priority });
    if (claim >= 0) return;
    this.#present.add(now, -1);
    this.#handles.giveBack(who);
  }

  #leave(who: number, claim: number): void {
    const kind = this.#kind[who];
    this.#stays[kind] += this.#executive.now - this.#came[who];
    this.#gone[kind]++;
    this.#present.add(this.#executive.now, -1);
    this.#handles.giveBack(who);
    this.#desk.release(claim);
  }

  #flush(): void {
    const { now } = this.#executive;
    this.#desk.statistics.flush(now);
    this.#present.flush(now);
    this.#stays.fill(0);
    this.#gone.fill(0);
    this.#waited = 0;
  }

  run(): Observed {
    this.#executive.run();
    const { now } = this.#executive;
    const { statistics: desk } = this.#desk;
    const { count, mean, variance } = desk.waits;
    return {
      present: [desk.meanInUse + desk.meanWaiting, 1],
      waiting: [desk.meanWaiting, 1],
      inService: [desk.meanInUse, 1],
      wait: [desk.waits.sum, count],
      waitSquare: count > 1 ? [(count - 1) * variance + count * mean ** 2, count] : [0, 0],
      waited: [this.#waited, count],
      loss: [desk.noRoom, desk.requested],
      stays: Array.from(this.#stays, (stay, kind): Sample => [stay, this.#gone[kind]]),
      atLeast: (customers) => [this.#present.shareFrom(customers, now), 1],
    };
  }
}
