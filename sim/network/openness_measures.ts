/** Rows of refusals, of beds as published, and of clinics that open; none of what is off. */
import { measureDefinition, REFUSALS } from "../domain/mod.ts";
import type { Refusal } from "../domain/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import { ratio } from "./daily_beds.ts";
import type { Groups } from "./groups.ts";
import type { World } from "./world.ts";

/** One value of one measure of what is known and open. */
export interface OpennessRow extends Groups {
  /** Measure. */
  readonly measure: string;
  /** Unit. */
  readonly unit: string;
  /** Value [unit]. */
  readonly value: number;
}

const row = (measure: string, value: number, groups: Groups = {}): OpennessRow => ({
  measure,
  unit: measureDefinition(measure).unit,
  value,
  ...groups,
});

/** Whether a scenario can give a reason: some have a mechanism that may be off. */
function isGiven(reason: Refusal, { referral }: Scenario): boolean {
  if (reason === "stale") return referral.information.publishedEvery > 0;
  return reason !== "too_far" || referral.reach > 0;
}

/**
 * Rows of refusals by reason.
 *
 * @param world The replication, at its end.
 * @returns One row for each reason that the scenario can give, in the order of `REFUSALS`.
 */
export function refusalRows({ collect, scenario }: World): OpennessRow[] {
  return REFUSALS.flatMap((rule, i) =>
    isGiven(rule, scenario) ? [row("refusals", collect.refusals[i], { rule })] : []
  );
}

function openShare({ scenario: { city, window } }: World, from: Float64Array): number {
  const end = window.days * MINUTES_PER_DAY;
  let clinics = 0;
  let open = 0;
  city.facilities.forEach(({ kind, feverPhysicians }, f) => {
    if (kind !== "primary" || feverPhysicians === 0) return;
    clinics++;
    open += end - Math.min(end, Math.max(0, from[f]));
  });
  return ratio(open, clinics * end);
}

/**
 * Rows of published beds and of clinics that open.
 *
 * @param world The replication, at its end.
 * @returns Rows in the order of the catalogue.
 */
export function opennessRows(world: World): OpennessRow[] {
  const { platform, opening } = world.flows;
  return [
    ...(platform === undefined ? [] : [
      row("free_beds_unseen", ratio(platform.unseen, platform.publications)),
      row("confirmation_hours", platform.confirming / 60),
    ]),
    ...(opening === undefined ? [] : [
      row("clinic_not_open_yet", opening.turnedAway),
      row("primary_clinics_open", openShare(world, opening.from)),
    ]),
  ];
}
