/** Rows of measures of hospitals from inside; none of a part that is off. */
import { measureDefinition } from "../domain/mod.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import { bedsOf, ratio, sum } from "./daily_beds.ts";
import type { Groups } from "./groups.ts";
import { GRADE_GROUPS, OPERATIONS } from "./hospital_tally.ts";
import type { HospitalTally } from "./hospital_tally.ts";
import type { World } from "./world.ts";

/** One value of one measure of hospitals. */
export interface HospitalRow extends Groups {
  /** Measure. */
  readonly measure: string;
  /** Unit. */
  readonly unit: string;
  /** Value [unit]. */
  readonly value: number;
}

const row = (measure: string, value: number, groups: Groups = {}): HospitalRow => ({
  measure,
  unit: measureDefinition(measure).unit,
  value,
  ...groups,
});

function infectionRows(world: World, { infected }: HospitalTally): HospitalRow[] {
  const { days } = world.scenario.window;
  const patientDays = sum(bedsOf(world).ordinary.map((level) => sum(level, days)));
  return [
    row("in_hospital_infections", infected),
    row("in_hospital_infection_rate", ratio(infected, patientDays) * 1000),
  ];
}

function bufferRows({ wards, executive, scenario }: World): HospitalRow[] {
  const { days } = scenario.window;
  const used = sum(wards.buffers.dailyUsed.finish(executive.end), days);
  const beds = sum(wards.buffers.dailyBeds.finish(executive.end), days);
  return [row("buffer_occupancy_mean", ratio(used, beds))];
}

function surgeryRows(
  { operated, needed, surgeryWaits, withinTarget }: HospitalTally,
): HospitalRow[] {
  const done = operated[0] + operated[1];
  return [
    row("operations", done),
    ...GRADE_GROUPS.map((line, i) => row("operations", operated[i], { line })),
    row("operations_vs_2019", ratio(done, needed[0] + needed[1])),
    ...GRADE_GROUPS.map((line, i) =>
      row("operations_vs_2019", ratio(operated[i], needed[i]), { line })
    ),
    ...OPERATIONS.map((line, i) => row("surgery_wait_mean", surgeryWaits[i].mean / 60, { line })),
    row("emergency_surgery_within_target", ratio(withinTarget, surgeryWaits[1].count)),
  ];
}

/**
 * Measures of hospitals from inside.
 *
 * @param world The replication, at its end.
 * @returns Rows in the order of the catalogue.
 */
export function hospitalRows(world: World): HospitalRow[] {
  const { hospital: tally, scenario: { hospital } } = world;
  if (tally === null) return [];
  return [
    row("elective_wait_mean", tally.electiveWaits.mean / MINUTES_PER_DAY),
    row("urgent_went_elsewhere", ratio(tally.elsewhere, tally.urgent)),
    ...(hospital.infection.rate > 0 ? infectionRows(world, tally) : []),
    ...(hospital.buffer.share > 0 ? bufferRows(world) : []),
    ...(hospital.surgery.counted ? surgeryRows(tally) : []),
  ];
}
