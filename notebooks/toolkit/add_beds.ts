/** More beds in one ward, the question that planners ask first. */
import type { BilingualName } from "gridcare/domain/mod.ts";
import type { Scenario } from "gridcare/scenario/mod.ts";
import { changeScenario } from "./change_scenario.ts";
import { insteadOf } from "./names.ts";

/** What a ward gets. */
export interface MoreBeds {
  /** Facility. */
  readonly facility: string;
  /** Ward type, e.g. `general`. */
  readonly ward: string;
  /** Beds more; fewer when negative [beds]. */
  readonly beds: number;
  /** Nurses more; none when left out [persons]. */
  readonly nurses?: number;
  /** Physicians more; none when left out [persons]. */
  readonly physicians?: number;
}

/** A whole number of what there will be, at least 0. */
function summed(there: number, more: number, what: string): number {
  const sum = there + more;
  if (Number.isInteger(sum) && sum >= 0) return sum;
  throw new RangeError(
    `Cannot add ${what} as there must be a whole number of at least 0: ` +
      `there are ${there}, to be added are ${more}`,
  );
}

/**
 * Copies a scenario with more beds in one ward.
 *
 * Beds need staff: those without nurses and physicians to look after them stay closed. Whether the
 * people and the days are the same stays as it was, so that the copy can be compared with the original.
 *
 * @param scenario Original; left as it is.
 * @param naming Short name of the copy, and its titles.
 * @param more Ward, beds, and staff.
 * @returns A frozen scenario.
 * @throws {RangeError} When there is no such ward; when there would be less than none.
 *
 * @example Ten beds more
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { addBeds } from "./add_beds.ts";
 * import { openScenario } from "./open_scenario.ts";
 *
 * const plan = await openScenario("training");
 * const naming = { name: "ten_more", title: { en: "Ten more beds", zh: "增加十张床位" } };
 * const more = { facility: "training-lead-1", ward: "icu", beds: 10 };
 * const { city } = await addBeds(plan, naming, more);
 * const wards = city.wards.filter(({ facility }) => facility === "training-lead-1");
 * assertEquals(wards.map(({ beds }) => beds), [220, 10, 20]);
 * ```
 */
export async function addBeds(
  scenario: Scenario,
  naming: { readonly name: string; readonly title: BilingualName },
  { facility, ward: type, beds, nurses = 0, physicians = 0 }: MoreBeds,
): Promise<Scenario> {
  const { city } = scenario;
  const at = city.wards.findIndex((ward) => ward.facility === facility && ward.type === type);
  const ward = city.wards[at];
  if (ward === undefined) {
    const names = city.wards.map((other) => `${other.facility} ${other.type}`);
    throw new RangeError(
      `Cannot add beds as the city must have the ward: current ward is "${facility} ${type}"; ` +
        insteadOf(`${facility} ${type}`, names),
    );
  }
  const larger = {
    ...ward,
    beds: summed(ward.beds, beds, "beds"),
    nurses: summed(ward.nurses, nurses, "nurses"),
    physicians: summed(ward.physicians, physicians, "physicians"),
  };
  return await changeScenario(scenario, naming, {
    city: { ...city, wards: city.wards.with(at, larger) },
  });
}
