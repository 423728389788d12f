/**
 * Buffer wards: a newly admitted ordinary inpatient lies in a bed set aside until infection is excluded.
 *
 * The test's result comes after a fixed time; the patient then moves into another bed of the ward,
 * or blocks the buffer bed until one is free, first come first served. A patient whose stay ends
 * before leaves from the buffer bed.
 */
import { RUNGS } from "../engine/mod.ts";
import type { Breach } from "./audits.ts";
import type { World } from "./world.ts";

/** The newly admitted. */
export class BufferWards {
  readonly #world: World;
  /** Numbers of those in buffer beds, by ward. */
  readonly #inside: readonly Set<number>[];
  /** Of them, those whose result is there, and since when [min]; in order of time. */
  readonly #cleared: readonly Map<number, number>[];
  readonly #result: number;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    const { wards } = world.scenario.city;
    this.#inside = wards.map(() => new Set());
    this.#cleared = wards.map(() => new Map());
    world.audits.push((breach) => this.#audit(breach));
    this.#result = world.executive.on("infection excluded", RUNGS.decision, (w, who) => {
      if (!this.#inside[w].has(who)) return;
      this.#cleared[w].set(who, world.executive.now);
      world.flows.referral.serve(w);
    });
  }

  /**
   * Whether a ward has buffer beds, so that every new patient lies in one first.
   *
   * @param w Ward.
   * @returns True when it has.
   */
  covers(w: number): boolean {
    return this.#world.wards.buffers.beds[w] > 0;
  }

  /**
   * Whether a buffer bed is free for a new patient; none is while usable beds are too few.
   *
   * @param w Ward.
   * @returns True when one is.
   */
  hasRoom(w: number): boolean {
    const { buffers, vacant, uses } = this.#world.wards;
    return uses.ordinary[w] === 1 && buffers.beds[w] - buffers.used[w] + Math.min(0, vacant[w]) > 0;
  }

  /**
   * Puts a new patient into a buffer bed.
   *
   * @param w Ward.
   * @param who Number of the patient [-].
   */
  enter(w: number, who: number): void {
    const { wards, executive, scenario } = this.#world;
    wards.bufferChange(executive.now, w, 1);
    this.#inside[w].add(who);
    executive.after(scenario.contact.pcrTurnaround, this.#result, w, who);
  }

  /**
   * Takes a patient whose stay ends out of the buffer bed.
   *
   * @param w Ward.
   * @param who Number of the patient [-].
   * @returns False when the patient is in none.
   */
  leave(w: number, who: number): boolean {
    if (!this.#inside[w].delete(who)) return false;
    this.#cleared[w].delete(who);
    const { wards, executive } = this.#world;
    wards.bufferChange(executive.now, w, -1);
    return true;
  }

  /**
   * Since when the first patient with a result waits for another bed of the ward.
   *
   * @param w Ward.
   * @returns Time [min]; Infinity when none waits.
   */
  clearedSince(w: number): number {
    for (const since of this.#cleared[w].values()) return since;
    return Infinity;
  }

  /**
   * Moves that patient into a free bed of the ward.
   *
   * @param w Ward.
   * @returns Number of the patient [-].
   */
  moveFirst(w: number): number {
    const { wards, executive } = this.#world;
    const [who] = this.#cleared[w].keys();
    this.#cleared[w].delete(who);
    this.#inside[w].delete(who);
    wards.leaveBuffer(executive.now, w);
    return who;
  }

  /** Buffer beds in use are those of the patients inside. */
  #audit(breach: Breach): void {
    const { buffers } = this.#world.wards;
    this.#inside.forEach(({ size }, w) => {
      if (size === buffers.used[w] && this.#cleared[w].size <= size) return;
      const state = `in use ${buffers.used[w]} by ${size} patients, of them with a result ` +
        `${this.#cleared[w].size}`;
      breach("each buffer bed must be used by one person", state, w);
    });
  }
}
