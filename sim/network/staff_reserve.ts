/**
 * The reserve: trained staff of other departments, called to wards that lack staff.
 *
 * Every morning at 00:00, after the illness of the day is known, a ward with too few staff for its
 * open beds calls its reserve when the patients in it, on the way to it and waiting for it exceed
 * its usable beds by the stated number. All of a ward's reserve comes after the delay, ill and on
 * shifts like all staff; it fills the places of the absent first, as no ward has more than its
 * physical beds. It goes when, on so many mornings in a row, the ward would have had beds for all of
 * them without it.
 *
 * Source: plan of 7 December 2022 for tiered care of COVID-19 (P22-2.3c): a reserve of 20 to 30 % of
 * front-line staff, mixed teams. When it is called is not in the text.
 */
import { RUNGS } from "../engine/mod.ts";
import { DailyLevel } from "../engine/mod.ts";
import type { World } from "./world.ts";

/** The reserve of every ward. */
export class StaffReserve {
  readonly #world: World;
  /** Reserve ÷ staff of the ward [-]; 0 for none. */
  readonly #share: Float64Array;
  readonly #state: ("away" | "called" | "here")[];
  readonly #quiet: Uint16Array;
  readonly #arrives: number;
  /** Persons of the reserve at work by day [persons] -- statistic. */
  readonly daily: DailyLevel;

  /**
   * @param world The replication.
   * @param onChange Called when a reserve has come or gone.
   */
  constructor(world: World, onChange: () => void) {
    this.#world = world;
    const { scenario: { city, staff: { reserve }, window }, executive } = world;
    const keeps = (facility: string) =>
      reserve.roles.length === 0 ||
      city.links.some((l) => l.facility === facility && reserve.roles.includes(l.role));
    this.#share = Float64Array.from(
      city.wards,
      ({ facility, type }) => reserve.share[type] > 0 && keeps(facility) ? reserve.share[type] : 0,
    );
    this.#state = city.wards.map(() => "away");
    this.#quiet = new Uint16Array(city.wards.length);
    this.daily = new DailyLevel({ days: window.days + window.runOnDays });
    this.#arrives = executive.on("reserve arrives", RUNGS.capacity, (w) => {
      this.#state[w] = "here";
      this.#quiet[w] = 0;
      this.#moved(w, "reserve arrived");
      onChange();
    });
  }

  /** Whether any ward has a reserve. */
  get isKept(): boolean {
    return this.#share.some((share) => share > 0);
  }

  /**
   * Reserve at work ÷ staff employed for a ward.
   *
   * @param w Ward.
   * @returns Share [-].
   */
  share(w: number): number {
    return this.#state[w] === "here" ? this.#share[w] : 0;
  }

  /**
   * Calls and releases; once a day, after the illness update.
   *
   * @param presence Staff present ÷ staff employed now in a ward, without the reserve [-].
   * @returns Whether a reserve has gone.
   */
  review(presence: (w: number) => number): boolean {
    let hasGone = false;
    for (let w = 0; w < this.#share.length; w++) {
      if (this.#share[w] === 0) continue;
      if (this.#state[w] === "away") this.#callIfShort(w);
      else if (this.#state[w] === "here") hasGone = this.#releaseIfIdle(w, presence(w)) || hasGone;
    }
    return hasGone;
  }

  /** Patients in a ward, on the way to it or waiting for it [patients]. */
  #wanted(w: number): number {
    const { wards, flows } = this.#world;
    return wards.taken(w) + flows.referral.waitingFor(w);
  }

  #callIfShort(w: number): void {
    const { wards, executive, scenario: { staff: { reserve } }, log } = this.#world;
    if (!wards.isShortOfStaff(w)) return;
    if (this.#wanted(w) - wards.usable[w] < reserve.shortfall) return;
    this.#state[w] = "called";
    log?.ward("reserve called", w, this.#persons(w));
    executive.after(reserve.delay, this.#arrives, w);
  }

  #releaseIfIdle(w: number, presence: number): boolean {
    const { wards, flows, scenario: { staff: { reserve } } } = this.#world;
    const spaced = wards.spacedBeds(w, flows.capacity.spacingOf(w));
    const without = Math.floor(Math.min(spaced, wards.staff.bedsOf(w, presence)) + 1e-9);
    this.#quiet[w] = without >= this.#wanted(w) ? this.#quiet[w] + 1 : 0;
    if (this.#quiet[w] < reserve.releaseAfter) return false;
    this.#moved(w, "reserve released");
    this.#state[w] = "away";
    return true;
  }

  #persons(w: number): number {
    const { staff } = this.#world.wards;
    return this.#share[w] * (staff.physicians[w] + staff.nurses[w]);
  }

  /** Counts a reserve that has come or is about to go. */
  #moved(w: number, event: "reserve arrived" | "reserve released"): void {
    const persons = event === "reserve arrived" ? this.#persons(w) : -this.#persons(w);
    this.daily.add(this.#world.executive.now, persons);
    this.#world.log?.ward(event, w, Math.abs(persons));
  }
}
