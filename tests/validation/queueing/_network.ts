/** An open network of stations through the public blocks; those who leave a station go on by chance. */

import {
  type DiscreteTable,
  discreteTable,
  distributionOf,
  Executive,
  Handles,
  type Key,
  poissonArrivals,
  Resource,
  RUNGS,
  type Stream,
  Streams,
  TimeWeighted,
  Variates,
} from "../../../sim/engine/mod.ts";
import type { Sample } from "./_replicate.ts";
import { queueValues, trafficRates } from "./_theory.ts";

/** A network with exponential services and Poisson arrivals from without. */
export interface NetworkSpec {
  /** Arrivals from without at each node [1/min]. */
  readonly outside: readonly number[];
  /** Share of those leaving a node (row) who go to each node (column) [-]; the rest go away. */
  readonly routes: readonly (readonly number[])[];
  /** Servers of each node [-]. */
  readonly servers: readonly number[];
  /** Mean service at each node [min]. */
  readonly means: readonly number[];
  /** Two nodes whose numbers are looked at together [-]. */
  readonly pair: readonly [number, number];
}

/** What one replication gives. */
export interface NetworkObserved {
  /** Mean number present at each node [customers]. */
  readonly present: readonly Sample[];
  /** Wait at each node [min]. */
  readonly wait: readonly Sample[];
  /** Services ended per time at each node [1/min]. */
  readonly flow: readonly Sample[];
  /** Time from coming to going away [min]. */
  readonly stay: Sample;
  /** Share of time in which both nodes of the pair are empty [-]. */
  readonly bothEmpty: Sample;
  /** Mean product of the numbers present at the pair [customers²]. */
  readonly product: Sample;
}

/** Runs one replication; the start is drawn from the product form. */
export function runNetwork(
  spec: NetworkSpec,
  { warmUp, length }: { warmUp: number; length: number },
  key: Key,
): NetworkObserved {
  return new Network(spec, warmUp, warmUp + length, key).run(warmUp);
}

class Network {
  readonly #spec: NetworkSpec;
  readonly #executive: Executive;
  readonly #desks: readonly Resource[];
  readonly #services: readonly Variates[];
  readonly #routes: readonly DiscreteTable[];
  readonly #ways: readonly Stream[];
  readonly #handles = new Handles();
  readonly #came: number[] = [];
  readonly #node: number[] = [];
  readonly #bothEmpty = new TimeWeighted();
  readonly #product = new TimeWeighted();
  readonly #begin: number;
  #stays = 0;
  #gone = 0;

  constructor(spec: NetworkSpec, warmUp: number, end: number, key: Key) {
    const { outside, routes, servers, means } = spec;
    const streams = new Streams(key);
    const executive = this.#executive = new Executive({ end });
    this.#spec = spec;
    this.#desks = servers.map((capacity, i) =>
      new Resource(executive, { name: `node ${i}`, capacity })
    );
    this.#services = means.map((mean, i) =>
      new Variates(distributionOf({ law: "exponential", mean }), streams.open(`service ${i}`))
    );
    this.#routes = routes.map((row) =>
      discreteTable([...row, 1 - row.reduce((sum, share) => sum + share, 0)])
    );
    this.#ways = routes.map((_, i) => streams.open(`way ${i}`));
    const finish = executive.on("end", RUNGS.release, (who, claim) => this.#finish(who, claim));
    this.#begin = executive.on("begin", RUNGS.startOfStay, (who, claim) => {
      executive.after(this.#services[this.#node[who]].next(), finish, who, claim);
    });
    this.#start(streams.open("start"));
    const arrivals = outside.map((rate, i) =>
      rate > 0 ? poissonArrivals({ rate, stream: streams.open(`arrivals ${i}`) }) : undefined
    );
    const arrive = executive.on("arrive", RUNGS.decision, (node) => {
      this.#enter(node);
      executive.at(arrivals[node]!.next(executive.now), arrive, node);
    });
    arrivals.forEach((arrival, node) => {
      if (arrival !== undefined) executive.at(arrival.next(0), arrive, node);
    });
    executive.at(warmUp, executive.on("measure", RUNGS.statistics, () => this.#flush()), 0);
  }

  /** Fills each node by its own law, independently of the others. */
  #start(stream: Stream): void {
    const { outside, routes, servers, means } = this.#spec;
    trafficRates(outside, routes).forEach((rate, node) => {
      const { law } = queueValues({ rate, mean: means[node], servers: servers[node] });
      const present = discreteTable(law).index(stream.uniform());
      for (let n = 0; n < present; n++) this.#enter(node);
    });
  }

  #enter(node: number): void {
    const who = this.#handles.take();
    this.#came[who] = this.#executive.now;
    this.#visit(who, node);
  }

  #visit(who: number, node: number): void {
    this.#node[who] = node;
    this.#desks[node].seize(who, this.#begin);
    this.#look();
  }

  #finish(who: number, claim: number): void {
    const node = this.#node[who];
    this.#desks[node].release(claim);
    const next = this.#routes[node].index(this.#ways[node].uniform());
    if (next < this.#desks.length) return this.#visit(who, next);
    this.#look();
    this.#stays += this.#executive.now - this.#came[who];
    this.#gone++;
    this.#handles.giveBack(who);
  }

  #look(): void {
    const [a, b] = this.#spec.pair.map((node) =>
      this.#desks[node].inUse + this.#desks[node].waiting
    );
    const { now } = this.#executive;
    this.#bothEmpty.set(now, a + b === 0 ? 1 : 0);
    this.#product.set(now, a * b);
  }

  #flush(): void {
    const { now } = this.#executive;
    for (const desk of this.#desks) desk.statistics.flush(now);
    this.#bothEmpty.flush(now);
    this.#product.flush(now);
    this.#stays = this.#gone = 0;
  }

  run(warmUp: number): NetworkObserved {
    this.#executive.run();
    const { now } = this.#executive;
    const desks = this.#desks.map((desk) => desk.statistics);
    return {
      present: desks.map(({ meanInUse, meanWaiting }): Sample => [meanInUse + meanWaiting, 1]),
      wait: desks.map(({ waits }): Sample => [waits.sum, waits.count]),
      flow: desks.map(({ released }): Sample => [released, now - warmUp]),
      stay: [this.#stays, this.#gone],
      bothEmpty: [this.#bothEmpty.mean(now), 1],
      product: [this.#product.mean(now), 1],
    };
  }
}
