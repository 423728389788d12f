/** A given census laid out on wards: how many ordinary patients each has, and which cases. */
import { CRITICAL, MODERATE, SEVERE, WARD_TYPES } from "../domain/mod.ts";
import type { CensusRow, Scenario } from "../scenario/mod.ts";
import { indexOf } from "./layout.ts";
import type { Layout } from "./layout.ts";
import type { Wards } from "./wards.ts";

/** Cases of one facility, ward type and state in one ward. */
export interface StartCell {
  /** Facility, ward type and state, the same whatever else is in the census. */
  readonly name: string;
  /** Ward [-]. */
  readonly ward: number;
  /** Severity code [-]. */
  readonly severity: number;
  /** Number of the first of them among those of the name [-]. */
  readonly from: number;
  /** One past that of the last [-]. */
  readonly to: number;
}

/** A census by ward. */
export interface StartWards {
  /** Ordinary patients by ward [patients]. */
  readonly ordinary: Int32Array;
  /** Cases, in the order of the census. */
  readonly cases: readonly StartCell[];
}

const STATES = [["moderate", MODERATE], ["severe", SEVERE], ["critical", CRITICAL]] as const;

/**
 * Lays a census out: where a facility has several wards of a type, cases go to those set apart for
 * COVID first and ordinary patients to those without COVID first, then either to shared ones.
 *
 * @param scenario A checked scenario with a census.
 * @param layout Its layout.
 * @param wards Wards, with their beds of the first day.
 * @returns Patients by ward.
 * @throws {RangeError} When patients exceed the physical beds.
 */
export function startWards(scenario: Scenario, layout: Layout, wards: Wards): StartWards {
  const facility = indexOf(layout.facilities.ids);
  const room = Int32Array.from(wards.physical, (n, w) => n + Math.max(0, wards.converted[w]));
  const ordinary = new Int32Array(room.length);
  const cases: StartCell[] = [];
  for (const row of scenario.start?.census ?? []) {
    const type = WARD_TYPES.indexOf(row.ward);
    const own = scenario.city.wards.flatMap((spec, w) =>
      layout.wardFacility[w] === facility.get(row.facility) && layout.wardType[w] === type
        ? [{ w, use: spec.use }]
        : []
    );
    const inOrder = (first: string) =>
      [first, "shared"].flatMap((use) => own.filter((ward) => ward.use === use).map(({ w }) => w));
    for (const [state, severity] of STATES) {
      const name = `${row.facility}/${row.ward}/${state}`;
      let from = 0;
      for (const [ward, n] of fill(room, inOrder("covid"), row[state], row)) {
        cases.push({ name, ward, severity, from, to: from += n });
      }
    }
    for (const [ward, n] of fill(room, inOrder("ordinary"), row.ordinary, row)) ordinary[ward] += n;
  }
  return { ordinary, cases };
}

/** Takes beds of some wards, in order. */
function fill(room: Int32Array, list: number[], patients: number, row: CensusRow) {
  let left = patients;
  const taken: [ward: number, n: number][] = [];
  for (const ward of list) {
    const n = Math.min(left, room[ward]);
    if (n <= 0) continue;
    room[ward] -= n;
    left -= n;
    taken.push([ward, n]);
  }
  if (left === 0) return taken;
  throw new RangeError(
    `Cannot start from a census as its patients must fit the physical beds: ${left} of ${patients} do not fit "${row.facility}/${row.ward}"`,
  );
}
