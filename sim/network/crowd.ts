/**
 * When those recover who never meet the network: expected numbers per day, not drawn one by one.
 *
 * Incubation and mild state are convolved over a lattice of 64 × 64 quantiles and 24 hours of
 * infection; the two together stay below 28 days, so that all of them have recovered by day 28.
 */
import { MILD } from "../domain/mod.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import type { Laws } from "./laws.ts";

const KNOTS = 64;
const HOURS = 24;

/**
 * Expected recoveries per day of people who never meet the network.
 *
 * @param infected Infections per day of such people [persons/d].
 * @param laws Laws of incubation and mild state.
 * @returns Recoveries per day [persons/d], by day; those past the last day are left out.
 */
export function recoveriesOfCrowd(
  infected: ArrayLike<number>,
  laws: Pick<Laws, "incubation" | "state">,
): Float64Array {
  const lags: number[] = [];
  for (let i = 0; i < KNOTS; i++) {
    const incubation = laws.incubation.quantile((i + 0.5) / KNOTS);
    for (let j = 0; j < KNOTS; j++) {
      const days = (incubation + laws.state[MILD].quantile((j + 0.5) / KNOTS)) / MINUTES_PER_DAY;
      for (let h = 0; h < HOURS; h++) {
        const lag = Math.floor(days + (h + 0.5) / HOURS);
        lags[lag] = (lags[lag] ?? 0) + 1 / (KNOTS * KNOTS * HOURS);
      }
    }
  }
  const recovered = new Float64Array(infected.length);
  for (let day = 0; day < infected.length; day++) {
    if (infected[day] === 0) continue;
    for (let lag = 0; lag < lags.length && day + lag < recovered.length; lag++) {
      recovered[day + lag] += infected[day] * (lags[lag] ?? 0);
    }
  }
  return recovered;
}
