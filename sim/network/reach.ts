/**
 * Which candidates are too far, grid by grid, so that asking costs nothing during a run.
 *
 * Travel is judged as for `nearest`: from the grid's most populous community at the mean speed of the
 * day, not from where a patient is. A facility to which residents of the grid go by themselves (their
 * own primary facility, the hospital of a first contact) is never too far: it is where they ask.
 */
import type { Scenario, TransferSpec } from "../scenario/mod.ts";
import type { Layout } from "./layout.ts";

/** Mean travel speed over the day [km/min]. */
const meanSpeed = (speed: readonly number[]): number =>
  speed.reduce((a, b) => a + b, 0) / speed.length;

/**
 * Road distance that is travelled within a time at the mean speed of the day.
 *
 * @param transfer Speeds.
 * @param minutes Time [min].
 * @returns Distance by road, detour included [km].
 */
export function kmWithin({ speed }: TransferSpec, minutes: number): number {
  return minutes * meanSpeed(speed);
}

/**
 * Node of the most populous community of a grid.
 *
 * @param layout Layout.
 * @param grid Grid [-].
 * @returns Node for travel times [-].
 */
export function mainCommunity(layout: Layout, grid: number): number {
  const { first, order, cumulative } = layout.grids;
  let best = first[grid];
  let most = -1;
  for (let i = first[grid]; i < first[grid + 1]; i++) {
    const share = cumulative[i] - (i === first[grid] ? 0 : cumulative[i - 1]);
    if (share > most) {
      most = share;
      best = i;
    }
  }
  return layout.communities.node[order[best]];
}

/**
 * Facilities that are too far for residents of a grid.
 *
 * @param scenario A checked scenario.
 * @param layout Its layout.
 * @param grid Grid [-].
 * @returns Facilities [-]; none without a limit.
 */
export function facilitiesTooFar(
  { referral, transfer }: Scenario,
  layout: Layout,
  grid: number,
): ReadonlySet<number> {
  if (referral.reach === 0) return new Set();
  const { communities, facilities, travel } = layout;
  const reach = kmWithin(transfer, referral.reach);
  const home = mainCommunity(layout, grid);
  const far = new Set<number>();
  facilities.node.forEach((node, f) => travel.km(home, node) > reach && far.add(f));
  communities.grid.forEach((g, c) => {
    if (g !== grid) return;
    far.delete(communities.primary[c]);
    far.delete(communities.hospital[c]);
  });
  return far;
}
