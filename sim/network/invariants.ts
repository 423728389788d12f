/**
 * Laws that hold in every run, whatever the scenario; a breach stops the run and says where.
 *
 * Beds are checked at every change (`wards.ts`). What can only be seen as a whole is checked once a
 * simulated week and at the end, between two events: everybody infected is somewhere, nobody in two
 * places, the beds, vehicles, servers and queues are those of the patients, and what each part of the
 * network says of its own books (`World.audits`). The run is only held up for it; no event is added.
 * So they take less than a hundredth of a replication; every day they would take a twentieth of a
 * small one, and a count that has come apart does not heal within the week.
 */
import { SimulationError } from "../engine/mod.ts";
import type { Breach } from "./audits.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import { HeadCount } from "./head_count.ts";
import { LINE } from "./patients.ts";
import type { World } from "./world.ts";

/** What is known of infections. */
export interface Infections {
  /** Infections drawn so far, by grid [persons]. */
  readonly drawn: Int32Array;
  /** Of them, those whose first event has not happened [persons]. */
  readonly foreseen: number;
}

/** Runs a replication and checks it. */
export class Invariants {
  readonly #world: World;
  readonly #infections: Infections;
  readonly #replication: number;
  readonly #heads: HeadCount;
  #clock = -Infinity;

  /**
   * @param world The replication.
   * @param infections What is known of infections.
   * @param replication Number of the replication [-].
   */
  constructor(world: World, infections: Infections, replication: number) {
    this.#world = world;
    this.#infections = infections;
    this.#replication = replication;
    this.#heads = new HeadCount(world);
  }

  /**
   * Lets the events happen up to an instant, with checks on the way and there.
   *
   * @param until Where to stop [min]; the end of the run when left out.
   * @param every Days between checks [d], whole; 7 when left out.
   * @throws {SimulationError} When an invariant breaks; with clock, replication, entity and state.
   */
  run(until: number = this.#world.executive.end, every = 7): void {
    const { executive } = this.#world;
    const step = every * MINUTES_PER_DAY;
    while (executive.now < until) {
      const next = (Math.floor(executive.now / step) + 1) * step;
      try {
        executive.run(Math.min(until, next));
      } catch (error) {
        throw this.#placed(error);
      }
      this.check();
    }
  }

  /**
   * Checks everything now.
   *
   * @throws {SimulationError} When an invariant breaks; with clock, replication, entity and state.
   */
  check(): void {
    const breach: Breach = (rule, state, entity = -1) => {
      throw new SimulationError(`Cannot go on with the run as ${rule}: ${state}`, {
        clock: this.#world.executive.now,
        replication: this.#replication,
        entity,
      });
    };
    this.#checkClock(breach);
    this.#heads.take(breach);
    this.#checkPatients(breach);
    this.#checkBeds(breach);
    for (const audit of this.#world.audits) audit(breach, this.#heads);
  }

  #checkClock(breach: Breach): void {
    const { now, nextTime } = this.#world.executive;
    if (now < this.#clock || nextTime < now) {
      breach("the clock must go forward", `before ${this.#clock} min, next event ${nextTime} min`);
    }
    this.#clock = now;
  }

  /** Infected, and present at the start = recovered + dead + present + not yet met. */
  #checkPatients(breach: Breach): void {
    const { collect } = this.#world;
    const { foreseen } = this.#infections;
    const crowd = collect.crowd.values.reduce((a, b) => a + b, 0);
    const infected = this.#infections.drawn.reduce((a, b) => a + b, 0);
    const { recoveredKnown, died } = collect;
    const accounted = crowd + recoveredKnown + died.length + this.#heads.open + foreseen;
    if (accounted === infected + collect.present) return;
    breach(
      "infected must equal recovered, dead and present",
      `infected ${infected}, at the start ${collect.present}, counted ${accounted}: never met ` +
        `${crowd}, recovered ${recoveredKnown}, dead ${died.length}, present ${this.#heads.open}, ` +
        `to be met ${foreseen}`,
    );
  }

  /** Beds in use and held are those of patients, within the physical ones. */
  #checkBeds(breach: Breach): void {
    const { wards, scenario: { city }, collect, bedQueues } = this.#world;
    const { inBed, held, inLine } = this.#heads;
    for (let w = 0; w < inBed.length; w++) {
      const state = () =>
        `"${city.wards[w].facility}/${city.wards[w].type}" COVID ${wards.covid[w]} by ${
          inBed[w]
        } ` +
        `patients, held ${wards.held[w]} for ${held[w]}, ordinary ${wards.ordinary[w]}, physical ` +
        `${wards.physical[w]}, usable ${wards.usable[w]}`;
      if (wards.covid[w] !== inBed[w] || wards.held[w] !== held[w]) {
        breach("each bed must be used or held by one person", state(), w);
      }
      const taken = wards.taken(w);
      const vacant = wards.usable[w] - wards.buffers.aside(w) - taken + wards.buffers.used[w];
      if (wards.vacant[w] !== vacant) {
        breach("each bed must be counted once", `${state()}, vacant ${wards.vacant[w]}`, w);
      }
      if (wards.ordinary[w] < 0 || taken > wards.physical[w] + Math.max(0, wards.converted[w])) {
        breach("beds in use and held must be physical ones", state(), w);
      }
    }
    const queued = bedQueues.length.reduce((a, b) => a + b, 0);
    if (queued !== inLine[LINE.BED] || collect.waiting.value !== queued) {
      breach(
        "who waits for a bed must be in one queue",
        `in queues ${queued}, patients ${inLine[LINE.BED]}, counted ${collect.waiting.value}`,
      );
    }
  }

  /** The error with the number of the replication; an event in the past is a breach too. */
  #placed(error: unknown): unknown {
    const now = this.#world.executive.now;
    const late = error instanceof RangeError && error.message.startsWith("Cannot schedule event");
    if (late) {
      return new SimulationError(error.message, {
        clock: now,
        replication: this.#replication,
        cause: error,
      });
    }
    if (!(error instanceof SimulationError) || error.replication !== undefined) return error;
    const [message] = error.message.split(/: clock /);
    const entity = error.entity === undefined ? {} : { entity: error.entity };
    const { clock } = error;
    return new SimulationError(message, {
      clock,
      replication: this.#replication,
      ...entity,
      cause: error,
    });
  }
}
