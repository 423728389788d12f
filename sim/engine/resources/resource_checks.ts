/** What a resource refuses: bad specifications, bad requests, claims that are not there. */

import { SimulationError } from "../kernel/mod.ts";
import { checkSchedule, isCapacity } from "./capacity_schedule.ts";
import { REFUSED, type ResourceSpec, type SeizeOptions } from "./resource_spec.ts";

/** Most units of one request; their column holds whole numbers of 32 bits. */
const MOST_UNITS = 2 ** 31 - 1;

/**
 * Checks a specification.
 * @param spec Specification.
 * @throws {RangeError} If a capacity or the room is no whole number from 0 or Infinity, or the steps of
 * a schedule do not rise.
 * @throws {TypeError} If the capacity is neither a number nor a schedule, `whenShort` is unknown, or
 * `identity` or `preempts` is not true or false.
 */
export function checkSpec(spec: ResourceSpec): void {
  const { name, capacity, room = Infinity } = spec;
  const action = `Cannot make resource "${name}"`;
  checkShape(spec, action);
  if (!isCapacity(room)) {
    throw new RangeError(
      `${action} as its room must be a whole number from 0 or Infinity: current room is ${room}`,
    );
  }
  if (typeof capacity === "number") checkCapacity(capacity, action);
  else checkSchedule(capacity, action);
}

/** Refuses what the types refuse, for models that are not checked by them. */
function checkShape(spec: ResourceSpec, action: string): void {
  const refuse = (field: keyof ResourceSpec, rule: string): never => {
    const value: unknown = spec[field];
    const told = typeof value === "string" ? `"${value}"` : String(value);
    throw new TypeError(`${action} as its ${field} must be ${rule}: current ${field} is ${told}`);
  };
  const { capacity, whenShort = "finish" } = spec;
  if (typeof capacity !== "number" && !Array.isArray((capacity ?? undefined)?.steps)) {
    refuse("capacity", "a number or a schedule with steps");
  }
  if (whenShort !== "finish" && whenShort !== "preempt") {
    refuse("whenShort", '"finish" or "preempt"');
  }
  for (const field of ["identity", "preempts"] as const) {
    const value = spec[field];
    if (value !== undefined && typeof value !== "boolean") refuse(field, "true or false");
  }
}

/**
 * Checks a capacity.
 * @param capacity Units [units].
 * @param action What cannot be done, for the message.
 * @throws {RangeError} If it is no whole number from 0 or Infinity.
 */
export function checkCapacity(capacity: number, action: string): void {
  if (isCapacity(capacity)) return;
  throw new RangeError(
    `${action} as it must be a whole number from 0 or Infinity: current capacity is ${capacity}`,
  );
}

/**
 * Checks a request. One that holds is found so without building a message.
 * @param spec Specification of the resource.
 * @param capacity Units it has now [units].
 * @param entity Who asks [-].
 * @param options What the request says.
 * @throws {RangeError} If the units are no whole number from 1 to 2³¹ − 1, more than the resource ever has or has
 * now, patience is negative, or the priority is not finite.
 * @throws {TypeError} If units may be taken away and the request does not say what happens then, or
 * units with identity are not asked for one by one.
 */
export function checkRequest(
  spec: ResourceSpec,
  capacity: number,
  entity: number,
  options: SeizeOptions,
): void {
  const { units = 1, priority = 0, patience = Infinity, onPreempt } = options;
  if (
    (units === 1 || areUnits(units) && units <= mostOf(spec, capacity) && !spec.identity) &&
    patience >= 0 && Math.abs(priority) < Infinity &&
    (onPreempt !== undefined || !(spec.preempts || spec.whenShort === "preempt"))
  ) return;
  throw wrongRequest(spec, capacity, entity, options);
}

/** The error of a request that does not hold. */
function wrongRequest(
  spec: ResourceSpec,
  capacity: number,
  entity: number,
  { units = 1, priority = 0, patience = Infinity }: SeizeOptions,
): Error {
  const action = `Cannot seize resource "${spec.name}" for entity ${entity}`;
  if (!areUnits(units)) {
    return new RangeError(
      `${action} as units must be a whole number from 1 to ${MOST_UNITS}: current units are ${units}`,
    );
  }
  if (spec.identity && units > 1) {
    return new TypeError(
      `${action} as units with identity are seized one by one: current units are ${units}`,
    );
  }
  if (units > 1 && units > mostOf(spec, capacity)) {
    return new RangeError(
      `${action} as it has at most ${mostOf(spec, capacity)} units: current units are ${units}`,
    );
  }
  if (!(patience >= 0)) {
    return new RangeError(
      `${action} as patience must be >= 0: current patience is ${patience} min`,
    );
  }
  if (!(Math.abs(priority) < Infinity)) {
    return new RangeError(
      `${action} as its priority must be finite: current priority is ${priority}`,
    );
  }
  return new TypeError(
    `${action} as its units may be taken away and "onPreempt" must say what happens then: current value is undefined`,
  );
}

function areUnits(units: number): boolean {
  return Number.isInteger(units) && units >= 1 && units <= MOST_UNITS;
}

/** Most units that there are by the specification, or now. */
function mostOf({ capacity }: ResourceSpec, now: number): number {
  return typeof capacity === "number"
    ? Math.max(capacity, now)
    : capacity.steps.reduce((most, step) => Math.max(most, step.capacity), now);
}

/**
 * Why an entity that would have to wait does not join the line.
 * @param spec Specification of the resource.
 * @param entity Who asks [-].
 * @param waiting Requests that wait [requests].
 * @returns One of {@link REFUSED}, or 0 when it joins [-].
 */
export function refusalOf(spec: ResourceSpec, entity: number, waiting: number): number {
  if (spec.room !== undefined && waiting >= spec.room) return REFUSED.noRoom;
  return spec.balks !== undefined && spec.balks(entity, waiting) ? REFUSED.balked : 0;
}

/**
 * Checks that units can be told apart.
 * @param spec Specification of the resource.
 * @throws {TypeError} If they have no identity.
 */
export function checkIdentity({ name, identity }: ResourceSpec): void {
  if (identity) return;
  throw new TypeError(
    `Cannot name a unit of resource "${name}" as its units must have identity: current identity is ${identity}`,
  );
}

/**
 * The error of a claim that is not in the state it should be in.
 * @param verb What cannot be done.
 * @param claim Claim [-].
 * @param resource The resource that was asked.
 * @param clock When [min since the window began].
 * @returns Error, to throw.
 */
export function notThere(
  verb: string,
  claim: number,
  resource: { readonly name: string },
  clock: number,
): SimulationError {
  const rule = verb.startsWith("leave") ? "waits for it" : "holds its units";
  return new SimulationError(
    `Cannot ${verb} resource "${resource.name}" as claim ${claim} must be one that ${rule}`,
    { clock },
  );
}
