/**
 * Staff ill with the wave: the share absent each day, and infectious days at work.
 *
 * The wave is the same curve per resident in every grid, so what a hospital's staff go through does
 * not depend on the grids they live in. Only expected infections of residents count: no infection of
 * staff is drawn, and none of theirs infects a patient. Daily health reports find staff sooner: they
 * are away longer and infectious at work for less time; what that spares others is not modelled.
 */
import { absentByDay } from "../domain/mod.ts";
import { distributionOf } from "../engine/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import { waveOf } from "./case_flow.ts";

const days = (minutes: number): number => minutes / MINUTES_PER_DAY;

/** Infection to staying away [d]. */
function delayOf({ staff: { absence } }: Scenario): number {
  return days(absence.dailyReports ? absence.delayWithReports : absence.delay);
}

/** Days that a run observes [d]. */
const observed = ({ window }: Scenario): number => window.days + window.runOnDays;

/** Share of residents infected from the first day to a time: nobody after the window [-]. */
function attackOf(scenario: Scenario): (day: number) => number {
  const wave = waveOf(scenario);
  return (day) => wave.cumulative(Math.min(day, scenario.window.days));
}

/**
 * Share of staff absent on every day of a run.
 *
 * @param scenario A checked scenario.
 * @returns Share at 00:00 of each day [-], from the first.
 */
export function absentShares(scenario: Scenario): Float64Array {
  const { absence } = scenario.staff;
  if (absence.factor === 0) return new Float64Array(observed(scenario));
  const length = distributionOf(absence.duration);
  return absentByDay({
    attack: attackOf(scenario),
    factor: absence.factor,
    delay: delayOf(scenario),
    lasts: (time) => 1 - length.cdf(time * MINUTES_PER_DAY),
  }, observed(scenario));
}

/**
 * Expected time that one of the staff is infectious at work.
 *
 * @param scenario A checked scenario.
 * @returns Days per employed person over the run [d].
 */
export function infectiousDays(scenario: Scenario): number {
  const { factor, infectiousAfter } = scenario.staff.absence;
  const atWork = Math.max(0, delayOf(scenario) - days(infectiousAfter));
  return factor * attackOf(scenario)(observed(scenario)) * atWork;
}
