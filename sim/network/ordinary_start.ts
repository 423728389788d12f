/** Ordinary patients who are in beds when a run begins, and how long each still stays. */
import { poissonQuantile, residualLifeOf, tabulated } from "../engine/mod.ts";
import type { Distribution } from "../engine/mod.ts";
import { KIND } from "./decisions.ts";
import { startWards } from "./start_wards.ts";
import type { World } from "./world.ts";

/** The equilibrium of ordinary care. */
export interface Equilibrium {
  /** Laws of the stay by ward type [min]. */
  readonly laws: readonly Distribution[];
  /** Mean arrivals by ward [patients/min]. */
  readonly rate: Float64Array;
}

/**
 * Fills wards: by the census where one is given, else with the Poisson number of the equilibrium.
 *
 * @param world The replication.
 * @param equilibrium Laws and rates.
 * @param found Called with everybody: ward, place among those present there, time left of the stay [min].
 */
export function fillWards(
  world: World,
  equilibrium: Equilibrium,
  found: (w: number, i: number, left: number) => void,
): void {
  const { executive, draws, wards, scenario, layout } = world;
  // Tabulated when somebody is there to ask: it takes longer than a small run.
  const tables: Distribution[] = [];
  const residual = (type: number) =>
    tables[type] ??= tabulated(residualLifeOf(equilibrium.laws[type]));
  const given = scenario.start && startWards(scenario, layout, wards).ordinary;
  for (let w = 0; w < equilibrium.rate.length; w++) {
    const present = given === undefined ? meanPresent(world, w, equilibrium) : given[w];
    for (let i = 0; i < present; i++) {
      if (given === undefined) wards.ordinaryChange(executive.now, w, 1);
      else wards.foundIn(executive.now, w, "ordinary");
      draws.block(i, KIND.PRESENT | w, 0, 0);
      found(w, i, residual(layout.wardType[w]).quantile(draws.u0));
    }
  }
}

/** Ordinary patients in a ward when nothing is given [patients]. */
function meanPresent({ draws, wards, layout }: World, w: number, { laws, rate }: Equilibrium) {
  if (rate[w] === 0) return 0;
  draws.block(0, KIND.PRESENT | w, 1, 0);
  return Math.min(
    wards.freeForOrdinary(w),
    poissonQuantile(rate[w] * laws[layout.wardType[w]].mean, draws.u0),
  );
}
