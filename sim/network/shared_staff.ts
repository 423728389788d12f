/**
 * Staff who change between the wards of their hospital, by the cases that it expects.
 *
 * Each time everybody is thought to be back in the ward that they belong to, and is then shared out
 * anew: a ward is to have the staff for the cases that it expects and the ordinary patients in it,
 * with the margin, as far as it has beds. So a ward gives up the staff of its empty beds where another
 * lacks staff, and gets them back when that one needs them no more. Numbers of staff of a hospital stay
 * the same. A reserve of staff is a share of those in the ward, lent ones included.
 */
import { reallocateStaff, WARD_TYPES, wholeBeds } from "../domain/mod.ts";
import { DailyLevel, SimulationError } from "../engine/mod.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import type { World } from "./world.ts";

/** Less than this is nobody: what rounding leaves [persons]. */
const ROUNDING = 1e-9;

/** Staff of all hospitals away from the wards that they belong to. */
export class SharedStaff {
  readonly #world: World;
  /** Wards by facility. */
  readonly #wards: readonly (readonly number[])[];
  /** Cases expected by ward when staff were last shared out [patients]. */
  #cases: Float64Array;
  /** Physicians who came to each ward, less those who went [persons] -- state. */
  readonly #physicians: Float64Array;
  /** Nurses who came to each ward, less those who went [persons] -- state. */
  readonly #nurses: Float64Array;
  /** Staff who work in another ward by day [persons] -- statistic. */
  readonly moved: { readonly physicians: DailyLevel; readonly nurses: DailyLevel };

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    const { city, window } = world.scenario;
    this.#wards = city.facilities.map(({ id }) =>
      [...city.wards.keys()].filter((w) => city.wards[w].facility === id)
    ).filter((wards) => wards.length > 1);
    this.#cases = new Float64Array(city.wards.length);
    this.#physicians = new Float64Array(city.wards.length);
    this.#nurses = new Float64Array(city.wards.length);
    const days = window.days + window.runOnDays;
    this.moved = { physicians: new DailyLevel({ days }), nurses: new DailyLevel({ days }) };
  }

  /**
   * Shares the staff of every hospital out anew, and sets usable beds.
   *
   * @param cases Cases expected by ward [patients].
   */
  share(cases: Float64Array): void {
    this.#cases = cases;
    if (this.#reshare()) this.#world.flows.capacity.changed();
  }

  /** Shares out anew when some were employed or have gone; usable beds are to be set afterwards. */
  staffChanged(): void {
    this.#reshare();
  }

  /** Whether anybody has moved. */
  #reshare(): boolean {
    const { scenario: { wards: { hospitalPlan, staff } }, layout, wards, executive } = this.#world;
    const day = Math.floor(executive.now / MINUTES_PER_DAY);
    const presence = 1 - (this.#world.flows.capacity.staffing?.absent[day] ?? 0);
    const { sub_icu, icu } = hospitalPlan.qualified;
    let hasMoved = false;
    for (const own of this.#wards) {
      const crewed = own.map((w) => ({
        level: layout.wardType[w],
        staff: {
          physicians: wards.staff.physicians[w] - this.#physicians[w],
          nurses: wards.staff.nurses[w] - this.#nurses[w],
        },
        ratio: staff[WARD_TYPES[layout.wardType[w]]],
        beds: this.#beds(w),
      }));
      const moves = reallocateStaff(crewed, { presence, qualified: [1, sub_icu, icu] });
      const before = this.#employed(own);
      own.forEach((w, i) => hasMoved = this.#assign(w, moves[i]) || hasMoved);
      this.#check(own, before);
    }
    this.moved.physicians.set(executive.now, away(this.#physicians));
    this.moved.nurses.set(executive.now, away(this.#nurses));
    return hasMoved;
  }

  /** Beds of a ward that are to be staffed [beds]. */
  #beds(w: number): number {
    const { wards, flows, scenario: { wards: { hospitalPlan: { safety } } } } = this.#world;
    const patients = this.#cases[w] + wards.ordinary[w] * (1 + safety);
    const wanted = Math.max(wards.taken(w), Math.ceil(patients - ROUNDING));
    return Math.min(wanted, wholeBeds(wards.spacedBeds(w, flows.capacity.spacingOf(w))));
  }

  /** Brings so many more staff to a ward than belong to it; false when they are there. */
  #assign(w: number, { physicians, nurses }: { physicians: number; nurses: number }): boolean {
    const { wards, log } = this.#world;
    const come = [physicians - this.#physicians[w], nurses - this.#nurses[w]];
    if (come.every((n) => Math.abs(n) < ROUNDING)) return false;
    wards.staff.assign(w, come[0], come[1]);
    this.#physicians[w] = physicians;
    this.#nurses[w] = nurses;
    log?.ward("staff shared", w, physicians + nurses);
    return true;
  }

  /** Staff of some wards [persons]. */
  #employed(own: readonly number[]): number {
    const { physicians, nurses } = this.#world.wards.staff;
    return own.reduce((sum, w) => sum + physicians[w] + nurses[w], 0);
  }

  /** Nobody is lost or found, and no ward has fewer than none. */
  #check(own: readonly number[], before: number): void {
    const { wards: { staff }, executive } = this.#world;
    const after = this.#employed(own);
    const least = Math.min(...own.flatMap((w) => [staff.physicians[w], staff.nurses[w]]));
    if (Math.abs(after - before) < 1e-6 && least > -1e-6) return;
    throw new SimulationError(
      `Cannot share staff as those of a hospital must stay the same: before ${before}, now ` +
        `${after}, fewest in a ward ${least}`,
      { clock: executive.now, entity: own[0] },
    );
  }
}

/** Staff who work in another ward [persons]. */
const away = (came: Float64Array): number => came.reduce((sum, n) => sum + Math.max(0, n), 0);
