/** The error of a run that breaks. */

/** Where a run stood when it broke. */
export interface SimulationErrorContext extends ErrorOptions {
  /** Clock at the failure [min since the window began]. */
  readonly clock: number;
  /** Index of the replication [-], from 0. */
  readonly replication?: number;
  /** Number of the entity concerned [-]. */
  readonly entity?: number;
}

/**
 * The run itself breaks: an invariant of the model does not hold. The run cannot go on.
 *
 * The message ends in the clock, and the replication and entity where they are given; they are
 * fields too.
 *
 * @example An invariant says where it failed
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { SimulationError } from "./mod.ts";
 *
 * const error = new SimulationError("Cannot release a bed as none is held", { clock: 90, entity: 7 });
 * assertEquals(error.message, "Cannot release a bed as none is held: clock 90 min, entity 7");
 * ```
 */
export class SimulationError extends Error {
  /** Clock at the failure [min since the window began]. */
  readonly clock: number;
  /** Index of the replication [-], from 0; undefined when not given. */
  readonly replication: number | undefined;
  /** Number of the entity concerned [-]; undefined when not given. */
  readonly entity: number | undefined;

  /**
   * Makes the error.
   * @param message What cannot be done, and the rule; no final period.
   * @param context Clock, and replication, entity and cause where known.
   */
  constructor(message: string, context: SimulationErrorContext) {
    const { clock, replication, entity } = context;
    const where = [`clock ${clock} min`];
    if (replication !== undefined) where.push(`replication ${replication}`);
    if (entity !== undefined) where.push(`entity ${entity}`);
    super(`${message}: ${where.join(", ")}`, context);
    this.name = "SimulationError";
    this.clock = clock;
    this.replication = replication;
    this.entity = entity;
  }
}
