/**
 * Staff ill with the wave: the share absent each day, and infectious days at work.
 *
 * Staff go through what the residents of their hospital's district go through. Only expected
 * infections of residents count: no infection of staff is drawn, and none of theirs infects a
 * patient. Who is absent today was infected before today, so that the share is known each day also
 * where the curve is only known day by day. Daily health reports find staff sooner: they are away
 * longer and infectious at work for less time; what that spares others is not modelled.
 */
import { absentByDay, absentOn } from "../domain/mod.ts";
import type { AbsenceLaw } from "../domain/mod.ts";
import { distributionOf } from "../engine/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import type { InfectionCurve } from "./infection_curve.ts";

const days = (minutes: number): number => minutes / MINUTES_PER_DAY;

/** Infection to staying away [d]. */
function delayOf({ staff: { absence } }: Scenario): number {
  return days(absence.dailyReports ? absence.delayWithReports : absence.delay);
}

/** Illness of staff by district. */
export class StaffIllness {
  /** Days that the run observes [d] -- constant. */
  readonly days: number;
  readonly #scenario: Scenario;
  readonly #curve: InfectionCurve;
  /** P(an absence lasts longer than a time [d]) [-]. */
  readonly #lasts: AbsenceLaw["lasts"];
  /** Shares absent by district and day, as far as worked out [-]; one list for a given curve. */
  readonly #absent: readonly number[][];

  /**
   * @param scenario A checked scenario.
   * @param curve Expected infections.
   * @param districts How many districts there are [-].
   */
  constructor(scenario: Scenario, curve: InfectionCurve, districts: number) {
    const { window, staff: { absence } } = scenario;
    this.days = window.days + window.runOnDays;
    this.#scenario = scenario;
    this.#curve = curve;
    const length = distributionOf(absence.duration);
    this.#lasts = (time) => 1 - length.cdf(time * MINUTES_PER_DAY);
    this.#absent = Array.from({ length: curve.isGiven ? 1 : districts }, () => []);
  }

  /** Share of residents infected from the first day to a time: nobody after the window [-]. */
  #attackOf(district: number): (day: number) => number {
    const last = this.#scenario.window.days;
    return (day) => this.#curve.cumulative(district, Math.min(day, last));
  }

  #lawOf(district: number): AbsenceLaw {
    const { factor } = this.#scenario.staff.absence;
    const attack = this.#attackOf(district);
    return { attack, factor, delay: delayOf(this.#scenario), lasts: this.#lasts };
  }

  /**
   * Share of staff absent on a day.
   *
   * @param district District of the hospital or grid [-].
   * @param day Day [d], at most today.
   * @returns Share at 00:00 of the day [-]; 0 outside the days observed.
   */
  absent(district: number, day: number): number {
    if (this.#scenario.staff.absence.factor === 0 || day < 0 || day >= this.days) return 0;
    const place = this.#curve.isGiven ? 0 : district;
    const known = this.#absent[place];
    if (day < known.length) return known[day];
    const law = this.#lawOf(place);
    if (this.#curve.isGiven) known.push(...absentByDay(law, this.days));
    else while (known.length <= day) known.push(absentOn(law, known.length));
    return known[day];
  }

  /**
   * Expected time that one of the staff is infectious at work; at the end of the run.
   *
   * @param district District of the hospital [-].
   * @returns Days per employed person over the run [d].
   */
  infectiousDays(district: number): number {
    const { factor, infectiousAfter } = this.#scenario.staff.absence;
    const atWork = Math.max(0, delayOf(this.#scenario) - days(infectiousAfter));
    return factor * this.#attackOf(district)(this.days) * atWork;
  }
}
