/**
 * The ledger of beds and staff: what the city has, what idle wards bring, who comes from outside.
 *
 * Moves within the city sum to zero, so the staff of all wards and fever clinics are those of the city
 * table, those of idle wards that have opened and those lent from outside, less those lent out. Idle
 * wards alone add physical beds.
 */
import { partOf } from "../domain/mod.ts";
import type { IdleWardSpec, StaffMoveSpec } from "../scenario/mod.ts";
import type { Audit } from "./audits.ts";
import { dayOf, MINUTES_PER_DAY } from "./calendar_days.ts";
import type { World } from "./world.ts";

/** Sums of persons differ by rounding alone [persons]. */
const ROUNDING = 1e-6;

/** What is kept in the ledger. */
interface Stock {
  readonly beds: number;
  readonly physicians: number;
  readonly nurses: number;
}

/**
 * The audit of a replication's beds and staff.
 *
 * @param world The replication before its first change.
 * @param isOpen Whether an idle ward has opened, by its place in the scenario.
 * @returns The audit.
 */
export function ledgerAudit(world: World, isOpen: (i: number) => boolean): Audit {
  const first = stockOf(world);
  const began = world.executive.now;
  return (breach) => {
    const { wards: { staff }, scenario: { wards } } = world;
    const now = stockOf(world);
    const parts = [
      first,
      ...wards.idle.filter((_, i) => isOpen(i)).map((ward) => opened(world, ward)),
      ...lent(world),
      support(world, began),
    ];
    for (const what of ["beds", "physicians", "nurses"] as const) {
      const expected = parts.reduce((sum, part) => sum + (part[what] ?? 0), 0);
      if (Math.abs(now[what] - expected) <= ROUNDING) continue;
      breach(`${what} must come from somewhere`, `expected ${expected}, found ${now[what]}`);
    }
    staff.physicians.forEach((physicians, w) => {
      if (physicians >= -ROUNDING && staff.nurses[w] >= -ROUNDING) return;
      const state = `physicians ${physicians}, nurses ${staff.nurses[w]}`;
      breach("only staff who are there can go", state, w);
    });
  };
}

function stockOf({ wards: { physical, staff }, flows: { clinic } }: World): Stock {
  const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);
  return {
    beds: sum(physical),
    physicians: sum(staff.physicians) + sum(clinic.physicians),
    nurses: sum(staff.nurses),
  };
}

/** What an idle ward brings; of a facility elsewhere its share. */
function opened({ scenario: { city } }: World, ward: IdleWardSpec): Stock {
  const { share = 1 } = city.facilities.find(({ id }) => id === ward.facility)!;
  return {
    beds: Math.floor(ward.beds * share),
    physicians: ward.physicians * share,
    nurses: ward.nurses * share,
  };
}

/** Staff who have come from outside the city, negative for those who have gone there. */
function lent({ scenario: { staff, window }, executive }: World): Partial<Stock>[] {
  // Changes of the last instant are not made.
  const made = executive.now < executive.end ? executive.now : executive.now - 1;
  const day = made / MINUTES_PER_DAY;
  const runs = ({ date, until }: StaffMoveSpec) =>
    dayOf(window.start, date) <= day && (until === "" || dayOf(window.start, until) > day);
  return staff.moves.filter(runs).map(({ from, to, physicians, nurses }) => {
    const sign = from === "" ? 1 : to === "" ? -1 : 0;
    return { physicians: sign * physicians, nurses: sign * nurses };
  });
}

/** Physicians who have come to the fever clinics of primary facilities since the run began. */
function support({ scenario, executive }: World, began: number): Partial<Stock> {
  const { clinics: { support: { physicians, from } }, city, window } = scenario;
  const at = from === "" ? -Infinity : dayOf(window.start, from) * MINUTES_PER_DAY;
  if (at <= began || at > executive.now) return {};
  const clinics = city.facilities.filter((f) => f.kind === "primary" && f.feverPhysicians > 0);
  return { physicians: clinics.reduce((sum, clinic) => sum + partOf(clinic, physicians), 0) };
}
