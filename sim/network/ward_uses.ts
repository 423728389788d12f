/** Whom a ward takes, now and later in the run. */
import type { WardSpec, WardUse } from "../domain/mod.ts";
import { laterUses } from "../scenario/mod.ts";
import type { Scenario } from "../scenario/mod.ts";

/**
 * All uses that a ward has in a run.
 *
 * @param scenario A checked scenario.
 * @param spec The ward.
 * @returns Its first use and those it changes to.
 */
export function usesOf(scenario: Scenario, spec: WardSpec): ReadonlySet<WardUse> {
  return new Set([spec.use, ...laterUses(scenario, spec)]);
}

/** Whom each ward takes. */
export class WardUses {
  /** 1 where COVID cases may come in now -- state. */
  readonly covid: Uint8Array;
  /** 1 where ordinary patients may come in now, so that spacing applies -- state. */
  readonly ordinary: Uint8Array;
  /** 1 where ordinary patients come in at some time -- constant. */
  readonly everOrdinary: Uint8Array;
  /** Whom closed wards no longer take: 0 open, 1 COVID cases, 2 anybody -- state. */
  readonly closed: Uint8Array;
  /** 1 where COVID inpatients are to be moved elsewhere -- state. */
  readonly empties: Uint8Array;
  /** Physical beds that nobody can come into any more [beds] -- state. */
  readonly lost: Int32Array;
  readonly #use: WardUse[];

  /** @param scenario A checked scenario. */
  constructor(scenario: Scenario) {
    const specs = scenario.city.wards;
    this.covid = new Uint8Array(specs.length);
    this.ordinary = new Uint8Array(specs.length);
    this.closed = new Uint8Array(specs.length);
    this.empties = new Uint8Array(specs.length);
    this.lost = new Int32Array(specs.length);
    this.#use = specs.map(({ use }) => use);
    specs.forEach(({ use }, w) => this.set(w, use));
    this.everOrdinary = Uint8Array.from(specs, (spec) => {
      const uses = usesOf(scenario, spec);
      return uses.has("ordinary") || uses.has("shared") ? 1 : 0;
    });
  }

  /**
   * Changes whom a ward takes, when it is open; whoever is in it stays.
   *
   * @param w Ward.
   * @param use Use from now on.
   */
  set(w: number, use: WardUse): void {
    this.#use[w] = use;
    this.covid[w] = use === "ordinary" || this.closed[w] > 0 ? 0 : 1;
    this.ordinary[w] = use === "covid" || this.closed[w] > 1 ? 0 : 1;
  }

  /**
   * Use of a ward, when it is open.
   *
   * @param w Ward.
   * @returns The use.
   */
  of(w: number): WardUse {
    return this.#use[w];
  }

  /**
   * Closes a ward; whoever is in it stays, or is to be moved elsewhere.
   *
   * @param w Ward.
   * @param closed 1 to COVID cases, 2 to everybody [-].
   * @param empties Whether COVID inpatients are to be moved.
   */
  close(w: number, closed: 1 | 2, empties: boolean): void {
    this.closed[w] = closed;
    this.empties[w] = empties ? 1 : 0;
    this.set(w, this.#use[w]);
  }

  /**
   * Opens a closed ward again.
   *
   * @param w Ward.
   * @param use Whom it takes; as before when undefined.
   */
  reopen(w: number, use: WardUse | undefined): void {
    this.closed[w] = this.empties[w] = 0;
    this.set(w, use ?? this.#use[w]);
  }
}
