/** Hospitals and shelters day by day, as a heat map needs them: by kind, the fullest first. */
import type { FacilityDayRow, FacilityName, ResultSet } from "../../experiment/results/mod.ts";
import type { Lang } from "./figure.ts";
import { capitalised, groupLabel } from "./labels.ts";

/** One facility at one midnight, means over replications. */
export interface FacilityMidnight {
  /** Beds that are open and staffed [beds]. */
  readonly usable: number;
  /** COVID patients in beds [patients]. */
  readonly covid: number;
  /** Ordinary patients in beds [patients]. */
  readonly ordinary: number;
  /** Patients over usable beds [%]; infinite with patients and no usable bed, NaN with neither. */
  readonly share: number;
}

/** One facility in all scenarios shown. */
export interface FacilityCourse {
  /** Facility. */
  readonly id: string;
  /** Midnights by scenario and date. */
  readonly days: ReadonlyMap<string, ReadonlyMap<string, FacilityMidnight>>;
  /** Highest share with usable beds [%]. */
  readonly peak: number;
  /** Mean share over midnights with usable beds [%]. */
  readonly mean: number;
}

/** Facilities of one kind and tier. */
export interface FacilityGroup {
  /** Kind and tier in words; empty when they are not known. */
  readonly title: string;
  /** Facilities, the highest peak first. */
  readonly courses: readonly FacilityCourse[];
}

/** Facilities as shown. */
export interface ShownFacilities {
  /** Groups, in the order of {@link FacilityName}: shelters, then tertiary hospitals down to primary. */
  readonly groups: readonly FacilityGroup[];
  /** Dates, in order. */
  readonly dates: readonly string[];
  /** Facilities that ever have a usable bed or a patient [-]. */
  readonly all: number;
}

/** Share of usable beds in use [%]. */
function shareOf({ usable, covid, ordinary }: FacilityDayRow): number {
  const patients = covid + ordinary;
  return usable === 0 && patients === 0 ? NaN : 100 * patients / usable;
}

function courseOf(id: string, rows: readonly FacilityDayRow[]): FacilityCourse {
  const days = new Map<string, Map<string, FacilityMidnight>>();
  const shares: number[] = [];
  for (const row of rows) {
    const { scenario, date, usable, covid, ordinary } = row;
    const share = shareOf(row);
    if (Number.isFinite(share)) shares.push(share);
    const midnights = days.get(scenario) ?? new Map<string, FacilityMidnight>();
    days.set(scenario, midnights.set(date, { usable, covid, ordinary, share }));
  }
  const sum = shares.reduce((total, share) => total + share, 0);
  return { id, days, peak: Math.max(0, ...shares), mean: sum / Math.max(1, shares.length) };
}

function byFullness(a: FacilityCourse, b: FacilityCourse): number {
  return b.peak - a.peak || b.mean - a.mean || (a.id < b.id ? -1 : 1);
}

/** Kind and tier in words. */
function kindOf(named: FacilityName | undefined, lang: Lang): string {
  if (named === undefined) return "";
  if (named.kind === "shelter") return lang === "en" ? "Shelters" : "方舱医院";
  return capitalised(groupLabel({ tier: `${named.tier}` }, lang));
}

/** Place of a kind and tier among the groups. */
function orderOf(named: FacilityName | undefined): number {
  return named === undefined ? 9 : named.kind === "shelter" ? 0 : 4 - named.tier;
}

/** The fullest facilities of some scenarios, grouped by kind and tier. */
export function shownFacilities(
  { facilityDays, manifest: { city } }: ResultSet,
  lang: Lang,
  { scenarios, largest }: { readonly scenarios: readonly string[]; readonly largest: number },
): ShownFacilities {
  const names = new Map(city.facilityNames.map((named) => [named.id, named]));
  const rows = facilityDays.filter(({ scenario }) => scenarios.includes(scenario));
  const courses = [...Map.groupBy(rows, ({ facility }) => facility)]
    .filter(([, days]) => days.some((row) => !Number.isNaN(shareOf(row))))
    .map(([id, days]) => courseOf(id, days)).sort(byFullness);
  const groups = Map.groupBy(courses.slice(0, largest), ({ id }) => orderOf(names.get(id)));
  return {
    groups: [...groups].sort(([a], [b]) => a - b)
      .map(([, group]) => ({ title: kindOf(names.get(group[0].id), lang), courses: group })),
    dates: [...new Set(rows.map(({ date }) => date))].sort(),
    all: courses.length,
  };
}

/** Name of a facility; its identifier where the results do not name it. */
export function facilityLabel({ manifest: { city } }: ResultSet, id: string, lang: Lang): string {
  return city.facilityNames.find((named) => named.id === id)?.name[lang] ?? id;
}
