/**
 * Midnights of hospitals and shelters that look like those of a whole city and are simulated by
 * nothing: for tests of figures and the size of the report.
 */
import type { FacilityDayRow, FacilityName } from "../../sim/experiment/results/mod.ts";

const DAY = 86_400_000;

/** Names of the few facilities of the synthetic results. */
export const FACILITY_NAMES: readonly FacilityName[] = ([
  ["synthetic-lead", "Lead hospital", "牵头医院", "hospital", 3],
  ["synthetic-designated-1", "Designated hospital 1", "第1定点医院", "hospital", 2],
  ["synthetic-designated-2", "Designated hospital 2", "第2定点医院", "hospital", 2],
  ["synthetic-partner", "Partner hospital", "协作医院", "hospital", 3],
  ["synthetic-shelter", "Shelter", "方舱", "shelter", 2],
] as const).map(([id, en, zh, kind, tier]) => ({ id, name: { en, zh }, kind, tier }));

/** What is made. */
export interface FacilityDaysSpec {
  /** Scenarios. */
  readonly scenarios: readonly string[];
  /** First day, ISO date. */
  readonly start: string;
  /** Days [d]. */
  readonly days: number;
  /** Facilities, a tenth of them shelters that open on day 40 [-]. */
  readonly facilities: number;
}

/** Kind and tier of the facility at a place: shelter, tertiary, secondary, each in its turn. */
function kindAt(at: number): Pick<FacilityName, "kind" | "tier"> {
  if (at % 10 === 9) return { kind: "shelter", tier: 2 };
  return { kind: "hospital", tier: at % 3 === 0 ? 3 : 2 };
}

/** Names of the facilities. */
export function facilityNamesOf(
  { facilities }: Pick<FacilityDaysSpec, "facilities">,
): FacilityName[] {
  return Array.from({ length: facilities }, (_, at): FacilityName => {
    const { kind, tier } = kindAt(at);
    const [en, zh] = kind === "shelter"
      ? ["shelter", "方舱"]
      : tier === 3
      ? ["tertiary general hospital", "三级综合医院"]
      : ["secondary hospital", "二级医院"];
    return {
      id: `facility-${at}`,
      name: { en: `North district ${en} ${at}`, zh: `北区第${at}${zh}` },
      kind,
      tier,
    };
  });
}

/** A row of every scenario, facility and day. */
export function facilityDaysOf(spec: FacilityDaysSpec): FacilityDayRow[] {
  const { scenarios, start, days, facilities } = spec;
  return scenarios.flatMap((scenario, s) =>
    Array.from({ length: facilities * days }, (_, k): FacilityDayRow => {
      const [at, day] = [Math.floor(k / days), k % days];
      const shelter = kindAt(at).kind === "shelter";
      const beds = 40 + 17 * (at % 41);
      const wave = 1 / Math.cosh((day - 48 - (at % 7)) / (9 + s)) ** 2;
      const open = !shelter || (day >= 40 && day < 90);
      const usable = open ? beds * (1 - 0.12 * wave) : 0;
      return {
        scenario,
        date: new Date(Date.parse(start) + day * DAY).toISOString().slice(0, 10),
        facility: `facility-${at}`,
        usable,
        covid: usable * (shelter ? 1.6 : 1) * wave * (0.2 + 0.05 * ((at * 7) % 11) + 0.05 * s),
        ordinary: shelter ? 0 : beds * (0.78 - 0.4 * wave) * (0.7 + 0.04 * (at % 9)),
      };
    })
  );
}
