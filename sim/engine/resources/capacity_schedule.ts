/** A capacity that changes at known instants, once or by a period. */

import { type Executive, RUNGS } from "../kernel/mod.ts";

/** From when a capacity holds. */
export interface CapacityStep {
  /** When [min since the window began, or since the period began]. */
  readonly at: number;
  /** Units from then on [units], a whole number from 0 or Infinity. */
  readonly capacity: number;
}

/**
 * Capacities by instant. Without a period the first step must be at 0 or before, and its capacity also
 * holds before it. With a period the steps come again and again, before 0 too: the first step may be
 * at any time, and the last one holds until the first one of the next period.
 */
export interface CapacitySchedule {
  /** Steps in order of time. */
  readonly steps: readonly CapacityStep[];
  /** Length of the period [min], longer than from first step to last; not periodic when left out. */
  readonly period?: number;
}

/**
 * Checks a schedule.
 * @param schedule Schedule.
 * @param action What cannot be done without it, for the message.
 * @throws {RangeError} If there is no step, times do not rise, a capacity is no whole number from 0,
 * the first step lies after 0 and there is no period, or the steps do not fit into the period.
 */
export function checkSchedule(schedule: CapacitySchedule, action: string): void {
  const { steps, period } = schedule;
  const refuse = (rule: string, found: string): never => {
    throw new RangeError(`${action} as ${rule}: current ${found}`);
  };
  if (steps.length === 0) refuse("its schedule takes at least one step", "number of steps is 0");
  const first = steps[0].at;
  if (!(period === undefined ? first <= 0 : Math.abs(first) < Infinity)) {
    refuse(
      period === undefined
        ? "its schedule must begin at 0 min or before"
        : "the first step of its period must be finite",
      `first step is at ${first} min`,
    );
  }
  steps.forEach(({ at, capacity }, i) => {
    if (i > 0 && !(at > steps[i - 1].at && at < Infinity)) {
      refuse("the steps of its schedule must rise in time", `step ${i} is at ${at} min`);
    }
    if (!isCapacity(capacity)) {
      refuse("each capacity must be a whole number from 0 or Infinity", `capacity is ${capacity}`);
    }
  });
  const span = steps[steps.length - 1].at - first;
  if (period !== undefined && !(period > span && period < Infinity)) {
    refuse(
      "its period must be longer than from its first step to its last",
      `period is ${period} min, steps span ${span} min`,
    );
  }
}

/**
 * Whether a number can be a capacity.
 * @param capacity Number [units].
 * @returns Whether it is a whole number from 0, or Infinity.
 */
export function isCapacity(capacity: number): boolean {
  return capacity === Infinity || (Number.isInteger(capacity) && capacity >= 0);
}

/**
 * The capacity at an instant.
 *
 * @param schedule Checked schedule.
 * @param now When [min since the window began].
 * @returns Units [units].
 *
 * @example Three nurses from 08:00 to 20:00, one at night
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { capacityAt } from "./mod.ts";
 *
 * const nurses = { steps: [{ at: 480, capacity: 3 }, { at: 1200, capacity: 1 }], period: 1440 };
 * assertEquals([0, 480, 1199, 1200, 1440 + 480].map((at) => capacityAt(nurses, at)), [1, 3, 3, 1, 3]);
 * ```
 */
export function capacityAt(schedule: CapacitySchedule, now: number): number {
  const { steps, period } = schedule;
  if (period === undefined) return (steps.findLast((step) => step.at <= now) ?? steps[0]).capacity;
  for (let turn = turnBefore(schedule, now) + 2;; turn--) {
    const held = steps.findLast((step) => instantOf(step, turn * period) <= now);
    if (held !== undefined) return held.capacity;
  }
}

/**
 * The next instant at which the capacity is set.
 * @param schedule Checked schedule.
 * @param now When [min since the window began].
 * @returns Instant after `now` [min since the window began]; Infinity when none follows.
 */
export function nextChange(schedule: CapacitySchedule, now: number): number {
  const { steps, period } = schedule;
  if (period === undefined) return steps.find((step) => step.at > now)?.at ?? Infinity;
  for (let turn = turnBefore(schedule, now);; turn++) {
    const next = steps.find((step) => instantOf(step, turn * period) > now);
    if (next !== undefined) return instantOf(next, turn * period);
  }
}

/**
 * The most units there are from an instant on.
 * @param capacity Checked schedule, or a number when there is none.
 * @param current Units there are now [units].
 * @param now When [min since the window began].
 * @returns Greatest capacity, now or at a later step [units].
 */
export function mostFrom(
  capacity: number | CapacitySchedule,
  current: number,
  now: number,
): number {
  if (typeof capacity === "number") return current;
  const { steps, period } = capacity;
  const later = steps.filter(({ at }) => period !== undefined || at > now);
  return Math.max(current, ...later.map((step) => step.capacity));
}

/** When a step comes in a period. Rounded here alone, so that the event of a step finds that step. */
function instantOf({ at }: CapacityStep, begin: number): number {
  return begin + at;
}

/** A turn of the period whose first step is surely past, the last such or the one before. */
function turnBefore({ steps, period = 1 }: CapacitySchedule, now: number): number {
  return Math.floor((now - steps[0].at) / period) - 1;
}

/**
 * Lets a capacity follow a schedule, by an event at each change on the rung of capacities.
 *
 * The first change past the end of the run is dropped and counted as any event of then. It is what says
 * that the run has not come to rest, and that those who wait for the change do not wait for ever.
 *
 * @param executive Clock and calendar; with a period its run takes an end.
 * @param options Name for the events, checked schedule, and what sets the capacity.
 * @returns Capacity now [units].
 */
export function followSchedule(
  executive: Executive,
  { name, schedule, set }: {
    readonly name: string;
    readonly schedule: CapacitySchedule;
    readonly set: (capacity: number) => void;
  },
): number {
  const goOn = (): void => {
    const next = nextChange(schedule, executive.now);
    if (next < Infinity) executive.at(next, kind, 0);
  };
  const kind = executive.on(`capacity of "${name}" changes`, RUNGS.capacity, () => {
    set(capacityAt(schedule, executive.now));
    goOn();
  });
  goOn();
  return capacityAt(schedule, executive.now);
}
