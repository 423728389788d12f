/**
 * Who waits for units of resources and who holds them: one table for all resources of a run.
 *
 * A claim is born when an entity asks, and dies when it gives the units back or goes without. It is
 * named by a number that joins its slot in the table with the slot's generation; so a claim that has
 * ended is told from the next one in its place, and nothing is allocated per claim.
 *
 * Where a claim can end without the model's doing, by pre-emption, the whole generation is in the
 * number, and so it is in the events that end patience. Elsewhere only a mistake can bring an ended
 * claim back, and the generation modulo 512 finds nearly all; the number then stays within 31 bits,
 * which the language handles without a box (a sixth of the time of M/M/1).
 */

import { type Executive, SimulationError } from "../kernel/mod.ts";

/** State of a slot [-]. */
export const CLAIM = {
  /** Nobody's. */
  free: 0,
  /** Waits for units. */
  waiting: 1,
  /** Holds units. */
  held: 2,
} as const;

/** Slots of the table. */
const MOST_SLOTS = 2 ** 22;
const SLOT_MASK = MOST_SLOTS - 1;
/** Generations of a slot told apart in a short number. */
const SHORT_MASK = 511;
/** Generations of a slot, after which it begins anew; a claim then still fits a double. */
const GENERATIONS = 2 ** 30;

/** Columns of claims by slot. */
export class Claims {
  /** State, one of {@link CLAIM} [-] -- state. */
  state = new Uint8Array(64);
  /** Number of the resource [-] -- state. */
  resource = new Int32Array(64);
  /** Entity [-] -- state. */
  entity = new Float64Array(64);
  /** When the units were asked for, and then when they were seized [min] -- state. */
  since = new Float64Array(64);
  /** Units asked for [units] -- state. */
  units = new Int32Array(64);
  /** Priority; higher goes first [-] -- state. */
  priority = new Float64Array(64);
  /** Kind of event to call when the units are seized [-] -- state. */
  then = new Int32Array(64);
  /** Kind of event to call when patience ends [-]; -1 for none -- state. */
  onRenege = new Int32Array(64);
  /** Kind of event to call when the units are taken away [-]; -1 for none -- state. */
  onPreempt = new Int32Array(64);
  /** The one behind in its line, or the place in a line by rank [-] -- state. */
  after = new Int32Array(64);
  /** The one ahead in its line [-] -- state. */
  before = new Int32Array(64);
  /** Unit that is held, where units have identity [-] -- state. */
  unit = new Int32Array(64);
  /** Whether patience ends, 1, or not, 0 [-] -- state. */
  patient = new Uint8Array(64);

  /** Called with the slot of a claim after it joined a line; nothing at first. */
  onWait: ((slot: number) => void) | undefined = undefined;
  /** What entities are called; by their number where it gives none. */
  nameOf: (entity: number) => string | undefined = () => undefined;

  /** Resources over this table by number. */
  readonly resources: Claimed[] = [];
  /** Slots that were ever in use [slots] -- state. */
  slots = 0;
  #generation = new Int32Array(64);
  #free = -1;

  /**
   * Opens a claim for one unit that waits.
   * @param resource Number of the resource [-].
   * @param entity Who asks [-].
   * @param then Kind of event to call when the units are seized [-].
   * @returns Slot [-].
   * @throws {RangeError} If more claims are open than the table can name.
   */
  open(resource: number, entity: number, then: number): number {
    let slot = this.#free;
    if (slot < 0) slot = this.#newSlot();
    else this.#free = this.after[slot];
    this.state[slot] = CLAIM.waiting;
    this.resource[slot] = resource;
    this.entity[slot] = entity;
    this.then[slot] = then;
    this.units[slot] = 1;
    this.priority[slot] = 0;
    this.onRenege[slot] = -1;
    this.patient[slot] = 0;
    return slot;
  }

  /**
   * Writes what a request says beyond who asks.
   * @param slot Slot in use [-].
   * @param options Units, priority, patience, and what to call.
   */
  note(slot: number, options: Noted): void {
    const { units = 1, priority = 0, patience = Infinity, onRenege = -1, onPreempt = -1 } = options;
    this.units[slot] = units;
    this.patient[slot] = patience < Infinity ? 1 : 0;
    this.priority[slot] = priority;
    this.onRenege[slot] = onRenege;
    this.onPreempt[slot] = onPreempt;
  }

  /**
   * Ends a claim; its number is never valid again.
   * @param slot Slot in use [-].
   */
  close(slot: number): void {
    this.state[slot] = CLAIM.free;
    this.#generation[slot] = (this.#generation[slot] + 1) & (GENERATIONS - 1);
    this.after[slot] = this.#free;
    this.#free = slot;
  }

  /**
   * The number by which the model knows a claim.
   * @param slot Slot in use [-].
   * @param whole Whether the number holds the whole generation.
   * @returns Claim [-].
   */
  claimOf(slot: number, whole: boolean): number {
    const generation = this.#generation[slot];
    return (whole ? generation : generation & SHORT_MASK) * MOST_SLOTS + slot;
  }

  /**
   * The slot of a claim.
   * @param claim Claim [-].
   * @param whole Whether the number holds the whole generation.
   * @returns Slot [-]; -1 when the claim has ended or never was.
   */
  slotOf(claim: number, whole: boolean): number {
    const slot = claim & SLOT_MASK;
    return slot < this.slots && this.state[slot] !== CLAIM.free &&
        this.claimOf(slot, whole) === claim
      ? slot
      : -1;
  }

  #newSlot(): number {
    const length = this.state.length;
    if (this.slots === length) this.#grow(2 * length);
    return this.slots++;
  }

  #grow(length: number): void {
    if (length > MOST_SLOTS) {
      throw new RangeError(
        `Cannot open a claim as at most ${MOST_SLOTS} can be open at once: current number is ${this.slots}`,
      );
    }
    this.state = grown(this.state, new Uint8Array(length));
    this.resource = grown(this.resource, new Int32Array(length));
    this.entity = grown(this.entity, new Float64Array(length));
    this.since = grown(this.since, new Float64Array(length));
    this.units = grown(this.units, new Int32Array(length));
    this.priority = grown(this.priority, new Float64Array(length));
    this.then = grown(this.then, new Int32Array(length));
    this.onRenege = grown(this.onRenege, new Int32Array(length));
    this.onPreempt = grown(this.onPreempt, new Int32Array(length));
    this.after = grown(this.after, new Int32Array(length));
    this.before = grown(this.before, new Int32Array(length));
    this.unit = grown(this.unit, new Int32Array(length));
    this.patient = grown(this.patient, new Uint8Array(length));
    this.#generation = grown(this.#generation, new Int32Array(length));
  }
}

/** The part of a request's options that a claim keeps. */
export interface Noted {
  /** Units [units]. */
  readonly units?: number;
  /** Priority [-]. */
  readonly priority?: number;
  /** Longest wait [min]. */
  readonly patience?: number;
  /** Kind of event to call when patience ends [-]. */
  readonly onRenege?: number;
  /** Kind of event to call when the units are taken away [-]. */
  readonly onPreempt?: number;
}

/** What a table of claims knows of a resource. */
export interface Claimed {
  /** Name, for people. */
  readonly name: string;
  /** Most units there are from now on [units]. */
  readonly most: number;
  /** Units in use [units]. */
  readonly inUse: number;
  /** Entities that wait [requests]. */
  readonly waiting: number;
  /** Who waits, in the order in which they would be served [entities]. */
  readonly queue: number[];
}

const tables = new WeakMap<Executive, Claims>();

/** Entities that are named in an error; the others are counted. */
const NAMED = 5;

/**
 * Says what entities do, for an error.
 * @param claims Table of the claims.
 * @param entities Each with what it does.
 * @returns The first few, and dots when there are more.
 */
export function sentencesOf(
  claims: Claims,
  entities: readonly (readonly [entity: number, does: string])[],
): string {
  const said = entities.slice(0, NAMED).map(([entity, does]) =>
    `${claims.nameOf(entity) ?? `entity ${entity}`} ${does}`
  );
  return (entities.length > NAMED ? [...said, "…"] : said).join(", ");
}

/** Refuses a run that has come to rest while claims wait. */
function checkRest(claims: Claims, clock: number): void {
  const waiting = Array.from({ length: claims.slots }, (_, slot) => slot)
    .filter((slot) => claims.state[slot] === CLAIM.waiting)
    .map((slot) => {
      const { name } = claims.resources[claims.resource[slot]];
      return [claims.entity[slot], `waits for resource "${name}"`] as const;
    });
  if (waiting.length === 0) return;
  const count = waiting.length === 1 ? "1 request waits" : `${waiting.length} requests wait`;
  throw new SimulationError(
    `Cannot go on as nothing is scheduled and ${count} for what does not come: ${
      sentencesOf(claims, waiting)
    }`,
    { clock },
  );
}

/**
 * The claims of a run. One that comes to rest while some of them wait breaks.
 * @param executive Clock and calendar of the run.
 * @returns Table, the same for the same executive.
 */
export function claimsOf(executive: Executive): Claims {
  let claims = tables.get(executive);
  if (claims === undefined) {
    const made = new Claims();
    executive.atRest(() => checkRest(made, executive.now));
    tables.set(executive, made);
    claims = made;
  }
  return claims;
}

function grown<T extends Uint8Array | Int32Array | Float64Array>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}
