/**
 * Entities that hold units and wait for others' so that none of them can ever go on.
 *
 * Found by reducing the graph of who waits for whom: whoever can be served is let go on to its end and
 * gives back all it holds, and those who are left over are stuck. A cycle in the graph would not be
 * enough to tell, as there are many units of a resource and others than those in the cycle hold some.
 *
 * Source: Holt (1972), "Some deadlock properties of computer systems", ACM Computing Surveys 4(3),
 * 179–196; here with lines that are served strictly in order.
 */

import { type Executive, SimulationError } from "../kernel/mod.ts";
import { CLAIM, type Claims, claimsOf, sentencesOf } from "./claims.ts";

/** Units of one resource. */
export interface UnitsOf {
  /** Name of the resource. */
  readonly resource: string;
  /** Units [units]. */
  readonly units: number;
}

/** An entity that can never go on. */
export interface Deadlocked {
  /** Entity [-]. */
  readonly entity: number;
  /** What it holds, by claim. */
  readonly holds: readonly UnitsOf[];
  /** What it waits for, by claim. */
  readonly waitsFor: readonly UnitsOf[];
}

/**
 * The entities of a run that hold units and can never go on as things are.
 *
 * An entity that waits for nothing is taken to give back all it holds, sooner or later; so is one whose
 * patience ends, and one that waits in several lines as soon as one of them serves it. Lines are served
 * strictly in order. A capacity by schedule is taken at the greatest that is still to come, past the end
 * of the run too, and any other as it is. What nobody can foresee, such as units that a request yet to
 * come takes away, is not counted on.
 *
 * @param executive Clock and calendar of the run.
 * @returns Entities in order of their number, with what they hold and wait for; none when all can go on.
 *
 * @example Two who each hold what the other wants
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { Executive, Resource, RUNGS } from "../mod.ts";
 * import { deadlockOf } from "./mod.ts";
 *
 * const executive = new Executive({ end: 100 });
 * const goOn = executive.on("go on", RUNGS.seize, () => {});
 * const bed = new Resource(executive, { name: "bed", capacity: 1 });
 * const lift = new Resource(executive, { name: "lift", capacity: 1 });
 * bed.seize(1, goOn);
 * lift.seize(2, goOn);
 * lift.seize(1, goOn);
 * assertEquals(deadlockOf(executive), []);
 * bed.seize(2, goOn);
 * assertEquals(deadlockOf(executive).map(({ entity }) => entity), [1, 2]);
 * ```
 */
export function deadlockOf(executive: Executive): Deadlocked[] {
  const claims = claimsOf(executive);
  const { held, waiting } = openClaims(claims);
  const stuck = stuckEntities(claims, { held, waiting });
  const unitsOf = (slot: number): UnitsOf => ({
    resource: claims.resources[claims.resource[slot]].name,
    units: claims.units[slot],
  });
  return [...stuck].filter((entity) => held.has(entity)).sort((a, b) => a - b).map((entity) => ({
    entity,
    holds: held.get(entity)!.map(unitsOf),
    waitsFor: waiting.get(entity)!.map(unitsOf),
  }));
}

/**
 * Looks for deadlocks whenever an entity that holds units joins a line, from now on.
 *
 * The look comes as part of the request. A model that asks first and gives up what it holds at the same
 * instant afterwards is seen between the two. Each look takes a time in proportion to the open claims.
 *
 * Who holds and who waits is told by the number of the entity alone. So each entity must have a number of
 * its own in the run, whichever source it comes from; see `first` of {@link SourceSpec}.
 *
 * @param executive Clock and calendar of the run.
 * @param then What to do with those who can never go on; throws a SimulationError that tells them when
 * left out.
 *
 * @example A patient who wants the last bed but keeps it
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { Executive, Resource, RUNGS, SimulationError } from "../mod.ts";
 * import { watchDeadlocks } from "./mod.ts";
 *
 * const executive = new Executive({ end: 100 });
 * watchDeadlocks(executive);
 * const goOn = executive.on("go on", RUNGS.seize, () => {});
 * const bed = new Resource(executive, { name: "bed", capacity: 1 });
 * bed.seize(7, goOn);
 * assertThrows(
 *   () => bed.seize(7, goOn),
 *   SimulationError,
 *   'Cannot go on as an entity waits for itself: entity 7 holds 1 of "bed" and waits for 1 of "bed"',
 * );
 * ```
 */
export function watchDeadlocks(
  executive: Executive,
  then?: (deadlocked: readonly Deadlocked[]) => void,
): void {
  const claims = claimsOf(executive);
  claims.onWait = (slot) => {
    if (claims.state[slot] !== CLAIM.waiting || !holdsUnits(claims, claims.entity[slot])) return;
    const deadlocked = deadlockOf(executive);
    if (deadlocked.length === 0) return;
    if (then === undefined) throw deadlockError(claims, deadlocked, executive.now);
    then(deadlocked);
  };
}

/**
 * Says how errors of a run name its entities.
 *
 * @param executive Clock and calendar of the run.
 * @param nameOf Name of an entity; undefined for one that it does not know.
 *
 * @example Patients by name
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { Executive, Resource, RUNGS, SimulationError } from "../mod.ts";
 * import { nameEntities } from "./mod.ts";
 *
 * const executive = new Executive({ end: 100 });
 * nameEntities(executive, (entity) => `patient ${entity}`);
 * const goOn = executive.on("go on", RUNGS.seize, () => {});
 * new Resource(executive, { name: "bed", capacity: 0 }).seize(7, goOn);
 * assertThrows(() => executive.run(), SimulationError, 'patient 7 waits for resource "bed"');
 * ```
 */
export function nameEntities(
  executive: Executive,
  nameOf: (entity: number) => string | undefined,
): void {
  claimsOf(executive).nameOf = nameOf;
}

/** Slots by entity. */
type Slots = Map<number, number[]>;

function openClaims(claims: Claims): { readonly held: Slots; readonly waiting: Slots } {
  const held: Slots = new Map();
  const waiting: Slots = new Map();
  for (let slot = 0; slot < claims.slots; slot++) {
    const state = claims.state[slot];
    if (state === CLAIM.free) continue;
    const entity = claims.entity[slot];
    const slots = state === CLAIM.held ? held : waiting;
    const own = slots.get(entity);
    if (own === undefined) slots.set(entity, [slot]);
    else own.push(slot);
  }
  return { held, waiting };
}

/**
 * The entities that wait and cannot be served, whoever else goes on; or even if some who are stuck gave
 * back what they hold.
 */
function stuckEntities(
  claims: Claims,
  { held, waiting }: { readonly held: Slots; readonly waiting: Slots },
  givers: readonly number[] = [],
): Set<number> {
  const stuck = new Set(waiting.keys());
  const free = claims.resources.map((resource) => resource.most - resource.inUse);
  const lines = claims.resources.map((resource) => resource.waiting > 0 ? resource.queue : []);
  const places = lines.map(() => 0);
  const touched: number[] = lines.map((_, number) => number);
  const giveBack = (entity: number): void => {
    for (const slot of held.get(entity) ?? []) {
      const number = claims.resource[slot];
      free[number] += claims.units[slot];
      touched.push(number);
    }
    held.delete(entity);
  };
  const letGo = (entity: number): void => {
    stuck.delete(entity);
    giveBack(entity);
  };
  givers.forEach(giveBack);
  for (const entity of held.keys()) if (!waiting.has(entity)) letGo(entity);
  for (const [entity, slots] of waiting) {
    if (slots.some((slot) => claims.patient[slot] === 1)) letGo(entity);
  }
  while (touched.length > 0) {
    const number = touched.pop()!;
    const line = lines[number];
    for (; places[number] < line.length; places[number]++) {
      const entity = line[places[number]];
      if (!stuck.has(entity)) continue;
      if (fewestUnits(claims, waiting.get(entity)!, number) > free[number]) break;
      letGo(entity);
    }
  }
  return stuck;
}

/** The smallest request of an entity in one line. */
function fewestUnits(claims: Claims, slots: readonly number[], number: number): number {
  return Math.min(
    ...slots.filter((slot) => claims.resource[slot] === number).map((slot) => claims.units[slot]),
  );
}

function holdsUnits(claims: Claims, entity: number): boolean {
  for (let slot = 0; slot < claims.slots; slot++) {
    if (claims.entity[slot] === entity && claims.state[slot] === CLAIM.held) return true;
  }
  return false;
}

function deadlockError(
  claims: Claims,
  deadlocked: readonly Deadlocked[],
  clock: number,
): SimulationError {
  const told = (units: readonly UnitsOf[]) =>
    units.map(({ resource, units }) => `${units} of "${resource}"`).join(" and ");
  const said = deadlocked.map(({ entity, holds, waitsFor }) =>
    [entity, `holds ${told(holds)} and waits for ${told(waitsFor)}`] as const
  );
  const entities = deadlocked.map(({ entity }) => entity);
  const stuck = stuckEntities(claims, openClaims(claims), entities);
  const nobodyCan = entities.some((entity) => stuck.has(entity));
  const rule = entities.length === 1
    ? `an entity waits for ${nobodyCan ? "units that nobody can free" : "itself"}`
    : `${entities.length} entities wait for ${
      nobodyCan ? "units that nobody can free" : "each other"
    }`;
  return new SimulationError(`Cannot go on as ${rule}: ${sentencesOf(claims, said)}`, { clock });
}
