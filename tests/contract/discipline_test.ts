/** What every discipline promises, asked of every discipline. */

import { assertEquals } from "@std/assert";
import { type Discipline, keyOf, type Stream, Streams } from "../../sim/engine/mod.ts";
import { Executive, Resource, RUNGS } from "../../sim/engine/mod.ts";

interface Asked {
  readonly entity: number;
  readonly priority: number;
  readonly units: number;
  readonly time: number;
}

interface Case {
  readonly name: string;
  readonly discipline: Discipline;
  /** The smaller goes first; those of one rank go by joining. */
  readonly rank: (asked: Asked) => number;
}

const CASES: readonly Case[] = [
  { name: "fifo", discipline: "fifo", rank: () => 0 },
  { name: "lifo", discipline: "lifo", rank: ({ entity }) => -entity },
  { name: "priority", discipline: "priority", rank: ({ priority }) => -priority },
  ...([
    ["most units first", ({ units }: Asked) => -units],
    ["by priority and then time", ({ priority, time }: Asked) => time - 30 * priority],
    ["all of one rank", () => 7],
    [
      "by entity, some without end",
      ({ entity }: Asked) => entity % 3 ? 1 / (entity % 5) : -Infinity,
    ],
  ] as const).map(([name, rank]) => ({ name, rank, discipline: rank })),
];

/** A resource whose single holder keeps all units while others ask, and the model's record of them. */
class Bench {
  readonly executive = new Executive({ end: 1e9 });
  readonly served: number[] = [];
  readonly waiting: (Asked & { readonly claim: number; readonly order: number })[] = [];
  readonly #resource: Resource;
  readonly #begin: number;
  readonly #rank: (asked: Asked) => number;
  #holder: number;
  #entities = 0;

  constructor({ discipline, rank }: Case) {
    this.#rank = rank;
    this.#resource = new Resource(this.executive, { name: "desk", capacity: 4, discipline });
    this.#begin = this.executive.on("begin", RUNGS.seize, (entity, claim) => {
      this.served.push(entity);
      this.#holder = claim;
    });
    this.#holder = -1;
    this.#resource.seize(-1, this.#begin, { units: 4 });
  }

  get queue(): readonly number[] {
    return this.#resource.queue;
  }

  join(draws: Stream, ahead = false): number {
    const entity = this.#entities++;
    const asked = {
      entity,
      priority: Math.floor(draws.uniform() * 4),
      // More than half of all, so that one is served at a time.
      units: 3 + Math.floor(draws.uniform() * 2),
      time: this.executive.now,
    };
    const { priority, units } = asked;
    const claim = this.#resource.seize(entity, this.#begin, { priority, units, ahead });
    this.waiting.push({ ...asked, claim, order: ahead ? -entity : entity });
    return entity;
  }

  leave(place: number): void {
    this.#resource.leave(this.waiting.splice(place, 1)[0].claim);
  }

  serve(): void {
    this.#resource.release(this.#holder);
  }

  /** Who should be served when, by sorting. */
  get expected(): number[] {
    return this.waiting.toSorted((a, b) => {
      const [x, y] = [this.#rank(a), this.#rank(b)];
      return x === y ? a.order - b.order : x - y;
    }).map(({ entity }) => entity);
  }
}

// Planted faults that were seen to turn these red: ties of rank broken by place in the heap; the one that
// takes the place of who leaves only sinks there, or only rises; `before` or the last one of a list not
// mended; `ahead` without effect.
for (const one of CASES) {
  Deno.test(`Discipline serves everyone once, in its order, ties by joining: ${one.name}`, () => {
    const draws = new Streams(keyOf(one.name, 0)).open("order");
    const bench = new Bench(one);
    for (let i = 0; i < 200; i++) {
      bench.executive.run(i - i % 5);
      bench.join(draws);
    }
    const expected = bench.expected;
    assertEquals(bench.queue, expected);
    for (let i = 0; i < 200; i++) bench.serve();
    assertEquals([bench.served.slice(1), bench.queue], [expected, []]);
  });

  Deno.test(`Discipline lets anybody leave, and keeps its order: ${one.name}`, () => {
    const draws = new Streams(keyOf(one.name, 0)).open("leaving");
    const bench = new Bench(one);
    for (let i = 0; i < 1000; i++) {
      bench.executive.run(i);
      if (draws.uniform() < 0.55 || bench.waiting.length === 0) bench.join(draws);
      else if (draws.uniform() < 0.5) {
        bench.leave(Math.floor(draws.uniform() * bench.waiting.length));
      } else {
        const [first] = bench.expected;
        bench.serve();
        assertEquals(bench.served.at(-1), first);
        bench.waiting.splice(bench.waiting.findIndex(({ entity }) => entity === first), 1);
      }
      assertEquals(bench.queue, bench.expected);
    }
  });

  Deno.test(`Discipline puts who goes ahead in front of its equals: ${one.name}`, () => {
    const draws = new Streams(keyOf(one.name, 0)).open("ahead");
    const bench = new Bench(one);
    for (let i = 0; i < 100; i++) bench.join(draws, draws.uniform() < 0.3);
    assertEquals(bench.queue, bench.expected);
  });
}
