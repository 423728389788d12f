/** Whom a ward takes, now and later in the run. */
import type { WardSpec, WardUse } from "../domain/mod.ts";
import type { Scenario } from "../scenario/mod.ts";

/**
 * All uses that a ward has in a run.
 *
 * @param scenario A checked scenario.
 * @param spec The ward.
 * @returns Its first use and those it changes to.
 */
export function usesOf({ wards }: Scenario, spec: WardSpec): ReadonlySet<WardUse> {
  const later = wards.uses.filter((u) => u.facility === spec.facility && u.ward === spec.type);
  return new Set([spec.use, ...later.map(({ use }) => use)]);
}

/** Whom each ward takes. */
export class WardUses {
  /** 1 where COVID cases may come in now -- state. */
  readonly covid: Uint8Array;
  /** 1 where ordinary patients may come in now, so that spacing applies -- state. */
  readonly ordinary: Uint8Array;
  /** 1 where ordinary patients come in at some time -- constant. */
  readonly everOrdinary: Uint8Array;

  /** @param scenario A checked scenario. */
  constructor(scenario: Scenario) {
    const specs = scenario.city.wards;
    this.covid = new Uint8Array(specs.length);
    this.ordinary = new Uint8Array(specs.length);
    specs.forEach(({ use }, w) => this.set(w, use));
    this.everOrdinary = Uint8Array.from(specs, (spec) => {
      const uses = usesOf(scenario, spec);
      return uses.has("ordinary") || uses.has("shared") ? 1 : 0;
    });
  }

  /**
   * Changes whom a ward takes; whoever is in it stays.
   *
   * @param w Ward.
   * @param use Use from now on.
   */
  set(w: number, use: WardUse): void {
    this.covid[w] = use === "ordinary" ? 0 : 1;
    this.ordinary[w] = use === "covid" ? 0 : 1;
  }
}
