/**
 * Telemedicine: a clinic that lacks a capability asks the lead hospital before it refers.
 *
 * After a delay the case waits for one of the grid's advisers, the first to come first. Advice settles
 * a stated share of the cases, which the lower levels then treat; the others, and those who wait too
 * long, are referred as beyond the ability of the lower levels.
 */
import { MODERATE } from "../domain/mod.ts";
import { distributionOf, RUNGS, tabulated, Tally } from "../engine/mod.ts";
import type { Distribution } from "../engine/mod.ts";
import type { TelemedicineSpec } from "../scenario/mod.ts";
import type { Breach } from "./audits.ts";
import { BLOCK } from "./decisions.ts";
import { capabilityBit } from "./layout.ts";
import { LINE, PLACE } from "./patients.ts";
import type { TelemedicineFace } from "./primary_faces.ts";
import type { World } from "./world.ts";

/** Dialysis + 1: it has rules of its own. */
const DIALYSIS = 1;
const SETTLED = 1;
const ASKED = 2;

/**
 * Whether a case needs a capability that the lower levels of the grid lack.
 *
 * @param world The replication.
 * @param p Patient [-].
 * @returns True when so, and no advice has settled it.
 */
export function beyondAbility(world: World, p: number): boolean {
  const { patients, missing } = world;
  const capability = patients.capability[p];
  return capability > DIALYSIS && patients.advised[p] !== SETTLED &&
    (missing[patients.grid[p]] & capabilityBit(capability - 1)) !== 0;
}

/** A case that waits for advice or is being discussed. */
interface Request {
  readonly p: number;
  readonly stamp: number;
  readonly grid: number;
  readonly since: number;
}

/** Advisers of all grids. */
export class Telemedicine implements TelemedicineFace {
  readonly #world: World;
  readonly #spec: TelemedicineSpec;
  readonly #lines: readonly Request[][];
  readonly #head: Int32Array;
  readonly #free: Int32Array;
  readonly #open: Request[] = [];
  readonly #spare: number[] = [];
  readonly #delay: Distribution;
  readonly #advice: Distribution;
  readonly #ready: number;
  readonly #ends: number;
  readonly #gaveUp: number;
  /** Asked for [consultations]. */
  requested = 0;
  /** Given [consultations]. */
  given = 0;
  /** Of them, settled [consultations]. */
  settled = 0;
  /** Referred without advice, as the wait was too long [consultations]. */
  withoutAdvice = 0;
  /** Waits for an adviser, of those who had advice [min]. */
  readonly wait = new Tally();

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    const { executive, layout: { grids } } = world;
    this.#spec = world.scenario.primary.telemedicine;
    this.#lines = grids.ids.map(() => []);
    this.#head = new Int32Array(grids.ids.length);
    this.#free = new Int32Array(grids.ids.length).fill(this.#spec.advisers);
    this.#delay = tabulated(distributionOf(this.#spec.delay));
    this.#advice = tabulated(distributionOf(this.#spec.advice));
    world.audits.push((breach) => this.#audit(breach));
    this.#ready = executive.on("records for advice are there", RUNGS.seize, (p, stamp) => {
      if (this.#waits(p, stamp)) this.#join(p, stamp);
    });
    this.#ends = executive.on("end of advice", RUNGS.release, (slot) => this.#end(slot));
    this.#gaveUp = executive.on("no advice in time", RUNGS.decision, (p, stamp) => {
      if (!this.#waits(p, stamp)) return;
      this.withoutAdvice++;
      world.patients.pathStamp[p]++;
      world.flows.referral.decide(p);
    });
  }

  asks(p: number): boolean {
    const { patients, layout: { facilities }, draws, executive, flows, log } = this.#world;
    if (patients.severity[p] > MODERATE || patients.advised[p] !== 0) return false;
    const facility = patients.facility[p];
    if (facility < 0 || !beyondAbility(this.#world, p)) return false;
    const bit = capabilityBit(patients.capability[p] - 1);
    if ((facilities.capabilities[facility] & bit) !== 0) return false;
    this.requested++;
    patients.advised[p] = ASKED;
    log?.patient("asks for advice", p, patients.severity[p]);
    flows.course.watch(p);
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.ADVICE, patients.visits[p]);
    executive.after(this.#delay.quantile(draws.u0), this.#ready, p, ++patients.pathStamp[p]);
    return true;
  }

  /** Each adviser is free or advises one case; none is free while a case waits. */
  #audit(breach: Breach): void {
    const busy = new Int32Array(this.#free.length);
    const spare = new Set(this.#spare);
    this.#open.forEach(({ grid }, slot) => spare.has(slot) || busy[grid]++);
    this.#free.forEach((free, grid) => {
      const line = this.#lines[grid];
      const waits = line.slice(this.#head[grid]).some(({ p, stamp }) => this.#waits(p, stamp));
      if (free >= 0 && free + busy[grid] === this.#spec.advisers && !(free > 0 && waits)) return;
      const state = `${this.#spec.advisers} in all, free ${free}, advising ${busy[grid]}`;
      breach("each adviser must be free or advise one case", state, grid);
    });
  }

  /** Whether a case is still in the clinic with nothing decided. */
  #waits(p: number, stamp: number): boolean {
    const { patients } = this.#world;
    return stamp === patients.pathStamp[p] && patients.place[p] === PLACE.BOARDING &&
      patients.line[p] === LINE.NONE && patients.target[p] < 0 && patients.rule[p] < 0;
  }

  #join(p: number, stamp: number): void {
    const { patients, executive } = this.#world;
    const grid = patients.grid[p];
    this.#lines[grid].push({ p, stamp, grid, since: executive.now });
    this.#serve(grid);
    if (stamp === patients.pathStamp[p]) {
      executive.after(this.#spec.longestWait, this.#gaveUp, p, stamp);
    }
  }

  #serve(grid: number): void {
    const line = this.#lines[grid];
    while (this.#free[grid] > 0 && this.#head[grid] < line.length) {
      const request = line[this.#head[grid]++];
      if (this.#waits(request.p, request.stamp)) this.#begin(request);
    }
    if (this.#head[grid] < line.length) return;
    line.length = 0;
    this.#head[grid] = 0;
  }

  #begin({ p, grid, since }: Request): void {
    const { patients, draws, executive } = this.#world;
    this.#free[grid]--;
    this.wait.add(executive.now - since);
    const slot = this.#spare.pop() ?? this.#open.length;
    this.#open[slot] = { p, stamp: ++patients.pathStamp[p], grid, since };
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.ADVICE, patients.visits[p]);
    executive.after(this.#advice.quantile(draws.u1), this.#ends, slot);
  }

  #end(slot: number): void {
    const { p, stamp, grid } = this.#open[slot];
    this.#spare.push(slot);
    this.#free[grid]++;
    this.given++;
    if (this.#waits(p, stamp)) {
      const { patients, draws, flows, log } = this.#world;
      draws.block(patients.ordinal[p], patients.grid[p], BLOCK.CALLS, 0);
      if (draws.u2 < this.#spec.settles) {
        patients.advised[p] = SETTLED;
        this.settled++;
      }
      log?.patient("advised", p, patients.advised[p]);
      patients.pathStamp[p]++;
      flows.referral.decide(p);
    }
    this.#serve(grid);
  }
}
