/** Delays of bed requests, as growing columns. */
import { COLOURS } from "../domain/mod.ts";
import { survivalOf } from "../engine/mod.ts";
import type { Survival } from "../engine/mod.ts";

/** Hours in a minute [h/min]. */
export const HOURS = 1 / 60;
/** Horizon of restricted means: seven days [min]. */
export const HORIZON = 7 * 24 * 60;

/** Rules that one set may have, so that set and rule fit one code [-]. */
export const RULE_CODES = 64;

/** One request that has ended, or is still open at the end of the run. */
export interface Delay {
  /** Requested [min]. */
  readonly requestedAt: number;
  /** Time since then [min]. */
  readonly duration: number;
  /** 0 still open, 1 met, 2 ended otherwise. */
  readonly how: 0 | 1 | 2;
  /** Rule: `rule set * 64 + rule`. */
  readonly rule: number;
  /** Colour code [-]. */
  readonly colour: number;
}

/** Estimates of delays [min]; 1 of `how` is the event, 2 a competing one. */
export interface DelaySurvivals {
  /** Of all requests. */
  readonly all: Survival;
  /** By colour, in the order of `COLOURS`. */
  readonly byColour: readonly Survival[];
}

/** All delays of a replication. */
export class Delays {
  /** Requests [1]. */
  count = 0;
  /** Requested [min]. */
  requestedAt = new Float64Array(1024);
  /** Durations [min]. */
  duration = new Float64Array(1024);
  /** How they ended. */
  how = new Uint8Array(1024);
  /** Rules. */
  rule = new Uint8Array(1024);
  /** Colours. */
  colour = new Uint8Array(1024);
  #survivals: { readonly of: number; readonly estimates: DelaySurvivals } | undefined;

  /**
   * Adds a request.
   *
   * @param delay The request.
   */
  add(delay: Delay): void {
    const i = this.count++;
    if (i === this.how.length) this.#grow();
    this.requestedAt[i] = delay.requestedAt;
    this.duration[i] = delay.duration;
    this.how[i] = delay.how;
    this.rule[i] = delay.rule;
    this.colour[i] = delay.colour;
  }

  #grow(): void {
    const rows = this.how.length * 2;
    const float = (old: Float64Array) => {
      const larger = new Float64Array(rows);
      larger.set(old);
      return larger;
    };
    const byte = (old: Uint8Array) => {
      const larger = new Uint8Array(rows);
      larger.set(old);
      return larger;
    };
    this.requestedAt = float(this.requestedAt) as Float64Array<ArrayBuffer>;
    this.duration = float(this.duration) as Float64Array<ArrayBuffer>;
    this.how = byte(this.how) as Uint8Array<ArrayBuffer>;
    this.rule = byte(this.rule) as Uint8Array<ArrayBuffer>;
    this.colour = byte(this.colour) as Uint8Array<ArrayBuffer>;
  }

  /** Estimates of all that have been added; worked out once. */
  get survivals(): DelaySurvivals {
    if (this.#survivals?.of !== this.count) {
      const [all] = this.by(new Uint8Array(this.count), 1);
      const byColour = this.by(this.colour, COLOURS.length);
      const estimates = { all: survivalOf(all), byColour: byColour.map(survivalOf) };
      this.#survivals = { of: this.count, estimates };
    }
    return this.#survivals.estimates;
  }

  /**
   * Requests by group, each as the survival estimator wants them.
   *
   * @param groups Group of each request, from 0 [-].
   * @param count Number of groups [-].
   * @returns Durations [min] and how they ended, by group.
   */
  by(groups: ArrayLike<number>, count: number): { durations: Float64Array; events: Uint8Array }[] {
    const sizes = new Int32Array(count);
    for (let i = 0; i < this.count; i++) sizes[groups[i]]++;
    const samples = Array.from(sizes, (n) => ({
      durations: new Float64Array(n),
      events: new Uint8Array(n),
    }));
    const filled = new Int32Array(count);
    for (let i = 0; i < this.count; i++) {
      const at = filled[groups[i]]++;
      samples[groups[i]].durations[at] = this.duration[i];
      samples[groups[i]].events[at] = this.how[i];
    }
    return samples;
  }
}
