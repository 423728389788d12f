/** Where entities come from. */

import { type Executive, RUNGS } from "../kernel/mod.ts";
import { isCapacity } from "./capacity_schedule.ts";

/** What a source is made of. */
export interface SourceSpec {
  /** Name, for people and errors. */
  readonly name: string;
  /**
   * When entities arrive: the next instant, not before the one given [min since the window began];
   * Infinity when none follows. Such are `poissonArrivals`, `renewalArrivals`, `scheduledArrivals`.
   */
  readonly arrivals: { next(after: number): number };
  /** Kind of event to call for each entity, with its number and its place in the batch, from 0 [-]. */
  readonly then: number;
  /** How many arrive at one instant: a whole number from 0 for each [entities]; 1 when left out. */
  readonly batch?: { next(): number };
  /**
   * Number of the first entity [-], a whole number from 0; 0 when left out. Sources of one run whose
   * entities meet at resources take numbers far apart, see {@link Source}.
   */
  readonly first?: number;
  /** Entities after which none arrives [entities], a whole number from 0 or Infinity; Infinity when left out. */
  readonly limit?: number;
  /** Last instant at which they arrive [min since the window began]; Infinity when left out. */
  readonly until?: number;
}

/**
 * Lets entities 0, 1, 2, … arrive, by one event for each instant, on the rung of decisions; or those from
 * `first` on.
 *
 * Every source counts from its own `first`. Where deadlocks are watched or processes share the resources,
 * an entity is known by its number alone; so there each must have a number of its own in the run.
 *
 * The next instant is drawn before the entities of this one are handed over; so the model may draw what
 * it likes. All of a batch are handed over within one event, in order of number; its size is drawn with
 * its instant.
 *
 * @example Two buses with three people each
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { Executive, RUNGS } from "../kernel/mod.ts";
 * import { scheduledArrivals } from "../random/mod.ts";
 * import { Source } from "./mod.ts";
 *
 * const executive = new Executive({ end: 60 });
 * const log: number[][] = [];
 * const arrive = executive.on("arrive", RUNGS.decision, (who) => log.push([executive.now, who]));
 * const buses = new Source(executive, {
 *   name: "buses",
 *   arrivals: scheduledArrivals([10, 40]),
 *   batch: { next: () => 3 },
 *   then: arrive,
 * });
 * executive.run();
 * assertEquals(log, [[10, 0], [10, 1], [10, 2], [40, 3], [40, 4], [40, 5]]);
 * assertEquals(buses.arrived, 6);
 * ```
 */
export class Source {
  /** Name, for people and errors. */
  readonly name: string;
  /** Entities that have arrived [entities] -- statistic; the next one has this number beyond `first`. */
  arrived = 0;

  readonly #executive: Executive;
  readonly #spec: SourceSpec;
  readonly #until: number;
  readonly #kind: number;

  /**
   * Schedules the first arrival, at the clock or after it.
   * @param executive Clock and calendar.
   * @param spec Arrivals, what to call, and when to stop.
   * @throws {RangeError} If the limit is no whole number from 0 or Infinity, the first number is no whole
   * number from 0, or `until` lies before the clock.
   * @throws {TypeError} If the name is taken.
   */
  constructor(executive: Executive, spec: SourceSpec) {
    checkSpec(spec, executive.now);
    const { name, then, first = 0, limit = Infinity } = spec;
    this.name = name;
    this.#executive = executive;
    this.#spec = spec;
    this.#until = spec.until ?? Infinity;
    const one = (): void => {
      const before = this.arrived++;
      if (before + 1 < limit) this.#scheduleNext();
      executive.call(then, first + before, 0);
    };
    const batch = (size: number): void => {
      if (this.arrived + size < limit) this.#scheduleNext();
      for (let place = 0; place < size && this.arrived < limit; place++) {
        executive.call(then, first + this.arrived++, place);
      }
    };
    this.#kind = executive.on(
      `arrival from "${name}"`,
      RUNGS.decision,
      spec.batch === undefined ? one : batch,
    );
    if (limit > 0) this.#scheduleNext();
  }

  /** Schedules the next instant, with the size of its batch in place of the entity. */
  #scheduleNext(): void {
    const { arrivals, batch } = this.#spec;
    const next = arrivals.next(this.#executive.now);
    if (next > this.#until || next === Infinity) return;
    this.#executive.at(next, this.#kind, batch === undefined ? 1 : this.#sizeOf(batch));
  }

  #sizeOf(batch: { next(): number }): number {
    const size = batch.next();
    if (Number.isInteger(size) && size >= 0) return size;
    throw new RangeError(
      `Cannot let entities arrive from "${this.name}" as a batch must be a whole number from 0: current batch is ${size}`,
    );
  }
}

function checkSpec(spec: SourceSpec, now: number): void {
  const { name, first = 0, limit = Infinity, until = Infinity } = spec;
  if (!(Number.isSafeInteger(first) && first >= 0)) {
    throw new RangeError(
      `Cannot make source "${name}" as its first entity must be a whole number from 0: current first entity is ${first}`,
    );
  }
  if (!isCapacity(limit)) {
    throw new RangeError(
      `Cannot make source "${name}" as its limit must be a whole number from 0 or Infinity: current limit is ${limit}`,
    );
  }
  if (!(until >= now)) {
    throw new RangeError(
      `Cannot make source "${name}" as it must end at the clock or later: clock is ${now} min, end is ${until} min`,
    );
  }
}
