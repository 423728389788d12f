/** The beds that a rule offers in a grid, in the order in which they are asked for. */
import type { BedDestination, ReferralRule } from "../domain/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { candidatesOf } from "./candidates.ts";
import { indexOf, layoutOf } from "./layout.ts";
import { mainCommunity } from "./reach.ts";

/** Whose rule is asked about, and where. */
export interface OfferQuery {
  /** Rule. */
  readonly rule: ReferralRule;
  /** Home grid of the patient. */
  readonly grid: string;
}

/** A ward that a rule names. */
export interface Offer {
  /** Index of the ward in the city [-]. */
  readonly ward: number;
  /** Index of its facility in the city [-]. */
  readonly facility: number;
  /** Place of the destination that names it: 0 for the rule's own, then the overflow [-]. */
  readonly place: number;
  /** That destination. */
  readonly to: BedDestination;
  /** Travel from the grid's most populous community at the mean speed of the day [min]. */
  readonly minutes: number;
  /** Whether it is beyond the longest travel and never taken. */
  readonly tooFar: boolean;
}

/**
 * The wards that a rule offers, in the order in which a run asks them.
 *
 * @param scenario A checked scenario.
 * @param query Rule and home grid.
 * @returns Wards; none for a rule that keeps people at home.
 * @throws {RangeError} When there is no such grid.
 *
 * @example The plan sends moderate cases to the sub-designated hospital first
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario } from "../scenario/mod.ts";
 * import { offersOf } from "./mod.ts";
 *
 * const scenario = await loadScenario("scenarios/training.yaml");
 * const rule = scenario.referral.rules.rules.find(({ name }) => name === "moderate")!;
 * const [first] = offersOf(scenario, { rule, grid: "training-g1" });
 * assertEquals(scenario.city.facilities[first.facility].id, "training-sub-designated-1");
 * ```
 */
export function offersOf(scenario: Scenario, { rule, grid }: OfferQuery): Offer[] {
  const layout = layoutOf(scenario);
  const at = indexOf(layout.grids.ids).get(grid);
  if (at === undefined) {
    throw new RangeError(
      `Cannot list what a rule offers as the grid must be one of the city: current grid is "${grid}"`,
    );
  }
  const places = [rule.to, ...rule.overflow].filter((to) => "role" in to);
  const alone = places.map((to) => ({ ...rule, to, overflow: [] }));
  const lists = candidatesOf(scenario, layout, { name: "", rules: [rule, ...alone] });
  const grids = layout.grids.ids.length;
  const wardsOf = (list: number) => Array.from(lists[list * grids + at].asked, wardIn);
  const named = places.map((_, place) => new Set(wardsOf(place + 1)));
  const home = mainCommunity(layout, at);
  const { speed } = scenario.transfer;
  const kmPerMin = speed.reduce((sum, v) => sum + v, 0) / speed.length;
  return Array.from(lists[at].asked, (asked) => {
    const ward = wardIn(asked);
    const facility = layout.wardFacility[ward];
    const place = named.findIndex((wards) => wards.has(ward));
    const minutes = layout.travel.km(home, layout.facilities.node[facility]) / kmPerMin;
    return { ward, facility, place, to: places[place], minutes, tooFar: asked < 0 };
  });
}

/** The ward that an entry of a list of those asked means. */
function wardIn(asked: number): number {
  return asked < 0 ? -1 - asked : asked;
}
