/**
 * Staff present over time: rosters by shift, illness by day, the reserve.
 *
 * Present = (employed + reserve at work) × presence of the shift × (1 − absent), physicians and
 * nurses alike, in people of the norm that the ratios of staff to beds are made for. It changes at
 * shift boundaries, once a day with the illness, and with dated moves. Numbers, not persons: an
 * expected number with its fractions, rounded only to beds.
 */
import { rosterPresence, WARD_TYPES, wholeBeds } from "../domain/mod.ts";
import type { ShiftPresence } from "../domain/mod.ts";
import { DailyLevel, RUNGS } from "../engine/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import { StaffReserve } from "./staff_reserve.ts";
import type { World } from "./world.ts";

/** Less than this is no difference [-]. */
const SAME = 1e-9;

/**
 * Whether a scenario's staff are anything but always present.
 *
 * @param scenario A checked scenario.
 * @returns True when a roster, illness, a reserve or a move can change the staff of a ward.
 */
export function isStaffOn({ staff }: Scenario): boolean {
  const { roster, absence, reserve, moves } = staff;
  return absence.factor > 0 || moves.length > 0 ||
    Object.values(reserve.share).some((share) => share > 0) ||
    rosterPresence(roster).some(({ factor }) => Math.abs(factor - 1) > SAME);
}

/** Staff of all wards over time. */
export class Staffing {
  readonly #world: World;
  readonly #shifts: readonly ShiftPresence[];
  /** Times of day at which something changes [min of the day], ascending. */
  readonly #boundaries: readonly number[];
  readonly #tick: number;
  /** Share of staff absent by day, mean over those employed, up to today [-] -- statistic. */
  readonly absent: Float64Array;
  /** Reserve. */
  readonly reserve: StaffReserve;
  /** Usable beds that absence costs, by ward type and day [beds] -- statistic. */
  readonly lost: readonly DailyLevel[];

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    const { scenario, executive } = world;
    const { roster, absence } = scenario.staff;
    this.#shifts = rosterPresence(roster);
    const { curve, illness } = world.epidemic;
    this.absent = Float64Array.from(
      { length: illness.days },
      (_, day) => curve.isGiven ? illness.absent(0, day) : 0,
    );
    this.reserve = new StaffReserve(world, () => world.flows.capacity.changed());
    const varies = this.#shifts.some(({ factor }) =>
      Math.abs(factor - this.#shifts[0].factor) > SAME
    );
    const daily = absence.factor > 0 || this.reserve.isKept ? [0] : [];
    const shifts = varies ? this.#shifts.map(({ from }) => from) : [];
    this.#boundaries = [...new Set([...daily, ...shifts])].sort((a, b) => a - b);
    const days = this.absent.length;
    this.lost = WARD_TYPES.map(() => new DailyLevel({ days }));
    this.#tick = executive.on("shift or day of staff", RUNGS.capacity, () => this.#boundary());
  }

  /** Staff of the first instant, and the first boundary; call once. */
  start(): void {
    this.present();
    this.#scheduleNext();
  }

  #boundary(): void {
    const { executive, flows } = this.#world;
    flows.capacity.changed();
    const isMorning = executive.now % MINUTES_PER_DAY === 0 && executive.now >= 0;
    const { isGiven } = this.#world.epidemic.curve;
    if (isMorning && !isGiven) this.#note(executive.now / MINUTES_PER_DAY);
    if (isMorning && this.reserve.isKept && this.reserve.review((w) => this.#presence(w))) {
      flows.capacity.changed();
    }
    this.#scheduleNext();
  }

  #scheduleNext(): void {
    const { executive } = this.#world;
    if (this.#boundaries.length === 0) return;
    const midnight = Math.floor(executive.now / MINUTES_PER_DAY) * MINUTES_PER_DAY;
    const later = this.#boundaries.find((at) => midnight + at > executive.now);
    const at = midnight + (later ?? MINUTES_PER_DAY + this.#boundaries[0]);
    if (at < executive.end) executive.at(at, this.#tick, 0);
  }

  /** Staff present ÷ employed in the shift that runs [-]. */
  #shift(): number {
    const { now } = this.#world.executive;
    const minute = now - Math.floor(now / MINUTES_PER_DAY) * MINUTES_PER_DAY;
    const shift = this.#shifts.findLast(({ from }) => from <= minute);
    return (shift ?? this.#shifts[this.#shifts.length - 1]).factor;
  }

  /** Notes the share of staff absent today, over all wards. */
  #note(day: number): void {
    const { wards: { staff }, epidemic: { districts, illness } } = this.#world;
    let employed = 0;
    let absent = 0;
    for (let w = 0; w < staff.physicians.length; w++) {
      const persons = staff.physicians[w] + staff.nurses[w];
      employed += persons;
      absent += persons * illness.absent(districts.ofWard[w], day);
    }
    this.absent[day] = employed > 0 ? absent / employed : 0;
  }

  /** Staff of a ward present ÷ employed now [-]. */
  #presence(w: number): number {
    const { executive, epidemic: { districts, illness } } = this.#world;
    const day = Math.floor(executive.now / MINUTES_PER_DAY);
    return this.#shift() * (1 - illness.absent(districts.ofWard[w], day));
  }

  /** Sets who is present now in every ward. */
  present(): void {
    const { staff } = this.#world.wards;
    for (let w = 0; w < staff.physicians.length; w++) {
      const share = (1 + this.reserve.share(w)) * this.#presence(w);
      staff.physiciansPresent[w] = staff.physicians[w] * share;
      staff.nursesPresent[w] = staff.nurses[w] * share;
    }
  }

  /** Counts what absence costs; called whenever usable beds have been set. */
  applied(): void {
    const { wards, layout, flows, executive } = this.#world;
    const shift = this.#shift();
    const lost = new Float64Array(WARD_TYPES.length);
    for (let w = 0; w < wards.usable.length; w++) {
      const full = Math.min(
        wards.spacedBeds(w, flows.capacity.spacingOf(w)),
        wards.staff.bedsOf(w, shift),
      );
      lost[layout.wardType[w]] += Math.max(0, wholeBeds(full) - wards.usable[w]);
    }
    lost.forEach((beds, type) => this.lost[type].set(executive.now, beds));
  }
}
