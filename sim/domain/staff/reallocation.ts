/** Staff of one hospital who change between its wards, so that more of the needed beds are staffed. */
import { wholeBeds } from "./beds.ts";
import type { StaffPerBed } from "./beds.ts";

/** A ward with the staff who belong to it. */
export interface CrewedWard {
  /** Place of its type in the list of ward types [-]: the higher, the more is asked of staff. */
  readonly level: number;
  /** Physicians and nurses who belong to it [persons]. */
  readonly staff: StaffPerBed;
  /** Staff for each bed. */
  readonly ratio: StaffPerBed;
  /** Beds that are to be staffed [beds]. */
  readonly beds: number;
}

/** What holds for all wards of the hospital. */
export interface ReallocationSpec {
  /** Staff present ÷ staff employed [-]. */
  readonly presence: number;
  /** Share of the staff of a ward of a lower type who can work in a ward of a type [-], by type. */
  readonly qualified: readonly number[];
}

const CREWS = ["physicians", "nurses"] as const;
type Crew = (typeof CREWS)[number];

/** Staff of a hospital's wards while they are shared out. */
class Sharing {
  /** Staff of each ward now [persons]. */
  readonly at: Record<Crew, number>[];
  /** Staff of each ward who work in a ward of a higher type [persons]. */
  readonly up: Record<Crew, number>[];

  constructor(readonly wards: readonly CrewedWard[], readonly spec: ReallocationSpec) {
    this.at = wards.map(({ staff }) => ({ ...staff }));
    this.up = wards.map(() => ({ physicians: 0, nurses: 0 }));
  }

  /** Staff that so many beds of a ward need [persons]. */
  need(w: number, crew: Crew, beds: number): number {
    return beds * this.wards[w].ratio[crew] / this.spec.presence;
  }

  /** Staff whom a ward can give to another [persons]. */
  spare(from: number, to: number, crew: Crew): number {
    const { level, staff, beds } = this.wards[from];
    const spare = Math.max(0, this.at[from][crew] - this.need(from, crew, beds));
    if (from === to) return 0;
    if (this.wards[to].level <= level) return spare;
    const able = this.spec.qualified[this.wards[to].level] * staff[crew] - this.up[from][crew];
    return Math.min(spare, Math.max(0, able));
  }

  /** Whole beds of a ward that so many more staff can serve, at most those to be staffed. */
  reach(w: number, more: (crew: Crew) => number): number {
    const { beds, ratio } = this.wards[w];
    const most = CREWS.map((crew) =>
      ratio[crew] > 0
        ? (this.at[w][crew] + more(crew)) * this.spec.presence / ratio[crew]
        : Infinity
    );
    return Math.min(beds, wholeBeds(Math.min(...most)));
  }

  /** Brings the staff for as many beds of a ward as can be had. */
  fill(to: number): void {
    const { level } = this.wards[to];
    const order = [...this.wards.keys()].sort((a, b) => {
      const far = (w: number) => this.wards[w].level === level ? -1 : this.wards[w].level;
      return far(a) - far(b) || a - b;
    });
    const beds = this.reach(
      to,
      (crew) => order.reduce((sum, from) => sum + this.spare(from, to, crew), 0),
    );
    if (beds <= this.reach(to, () => 0)) return;
    for (const crew of CREWS) {
      let left = Math.max(0, this.need(to, crew, beds) - this.at[to][crew]);
      for (const from of order) {
        const persons = Math.min(left, this.spare(from, to, crew));
        this.at[from][crew] -= persons;
        this.at[to][crew] += persons;
        if (this.wards[from].level < level) this.up[from][crew] += persons;
        left -= persons;
      }
    }
  }
}

/**
 * Where the staff of one hospital work, so that wards which lack staff for the beds to be staffed get
 * those whom others can spare.
 *
 * Wards of the highest type are served first. A ward gives what it does not need for its own beds:
 * first one of the same type, then from the lowest type up. Physicians and nurses are given apart,
 * but only as many as make whole beds of both. Upwards only the qualified go.
 *
 * @param wards Wards of the hospital, with the staff who belong to them.
 * @param spec Presence, and who is qualified.
 * @returns Physicians and nurses who come to each ward, negative for those who go [persons]; each sum
 * is 0.
 *
 * @example Two of ten nurses of a general ward can work in the ICU, which lacks three
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { reallocateStaff } from "./mod.ts";
 *
 * const ward = (level: number, nurses: number, beds: number) => ({
 *   level,
 *   beds,
 *   staff: { physicians: 9, nurses },
 *   ratio: { physicians: 0, nurses: 1 },
 * });
 * const moves = reallocateStaff([ward(0, 10, 5), ward(2, 1, 4)], {
 *   presence: 1,
 *   qualified: [1, 0.2, 0.2],
 * });
 * assertEquals(moves.map(({ nurses }) => nurses), [-2, 2]);
 * ```
 */
export function reallocateStaff(
  wards: readonly CrewedWard[],
  spec: ReallocationSpec,
): StaffPerBed[] {
  const sharing = new Sharing(wards, spec);
  if (spec.presence > 0) {
    const order = [...wards.keys()].sort((a, b) => wards[b].level - wards[a].level || a - b);
    for (const w of order) sharing.fill(w);
  }
  return wards.map(({ staff }, w) => ({
    physicians: sharing.at[w].physicians - staff.physicians,
    nurses: sharing.at[w].nurses - staff.nurses,
  }));
}
