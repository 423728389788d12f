/** What one replication gives to the tables of the notices: weekly shares and daily figures as paths. */
import { LINES, MONITORED, TIERS } from "../../domain/mod.ts";
import type { Monitored } from "../../domain/mod.ts";
import { dateOf, dayOf, volumesOf } from "../../network/mod.ts";
import type { Volumes } from "../../network/mod.ts";
import type { WindowSpec } from "../../scenario/mod.ts";
import { INSTITUTIONS, MONITORED_INSTITUTIONS, NO_GROUPS, RESTORED } from "../results/mod.ts";
import type { Institution, MonitoredInstitution, Restored, SeriesPath } from "../results/mod.ts";
import { familyLines, wholeWeeks } from "./restoration.ts";

const DAYS_PER_WEEK = 7;
const TIER_COUNT = TIERS.length;
const MONITORED_COUNT = MONITORED.length;
/** Names under which the paths are summed up. */
export const PATH = {
  restoration: "restoration",
  monitoring: "monitoring",
  reference: "reference",
};

/** Places of the tiers of each kind of institution. */
const TIERS_OF: { readonly [I in Institution | MonitoredInstitution]: readonly number[] } = {
  all: [0, 1, 2],
  tertiary: [2],
  secondary: [1],
  other: [0],
  level_2_and_above: [1, 2],
};

const UNITS: { readonly [M in Monitored]: string } = {
  visits: "visits/d",
  admissions: "patients/d",
  inpatients: "patients",
  operations: "operations/d",
};

const SERVED = {
  visits: familyLines("outpatient", "emergency"),
  admissions: familyLines("inpatient_urgent", "inpatient_elective"),
};

/** Volumes of one replication, and what tells its paths apart. */
export interface NoticeInput {
  /** Scenario. */
  readonly scenario: string;
  /** Replication, from 0 [-]. */
  readonly replication: number;
  /** Volume of the replication, packed. */
  readonly volume: Float64Array;
  /** The same of the reference run. */
  readonly reference: Float64Array;
  /** Whether operations are counted. */
  readonly operations: boolean;
}

/** Volume of a week [visits, admissions, or patients × days]. */
function ofWeek(
  { weekly, daily }: Volumes,
  { week, firstDay }: { readonly week: number; readonly firstDay: number },
  quantity: Restored,
  tiers: readonly number[],
): number {
  let sum = 0;
  if (quantity === "inpatients") {
    const figure = MONITORED.indexOf("inpatients");
    for (let day = firstDay; day < firstDay + DAYS_PER_WEEK; day++) {
      for (const t of tiers) sum += daily[(day * MONITORED_COUNT + figure) * TIER_COUNT + t];
    }
    return sum;
  }
  for (const l of SERVED[quantity]) {
    for (const t of tiers) sum += weekly[(week * LINES.length + l) * TIER_COUNT + t];
  }
  return sum;
}

/** Whole weeks of a window: place, first day from 0 and Monday. */
function weeksOf(window: WindowSpec) {
  const { first, last, offset } = wholeWeeks(window);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const week = first + i;
    const firstDay = week * DAYS_PER_WEEK - offset;
    return { week, firstDay, monday: dateOf(window.start, firstDay) };
  });
}

/**
 * Weekly values of one replication for the table of N35-5.
 *
 * @param window The window.
 * @param input Volumes.
 * @returns A path for each kind of institution and quantity [%]; NaN where the reference has none.
 *
 * @example A week in which half is served
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { restorationPaths } from "./mod.ts";
 *
 * const window = { start: "2020-03-23", days: 7, runOnDays: 0, warmUpDays: 0 };
 * const [volume, reference] = [2, 4].map((n) => new Float64Array(75 + 7 + 84).fill(n));
 * const input = { scenario: "plan", replication: 0, volume, reference, operations: false };
 * const [path] = restorationPaths(window, input);
 * assertEquals([path.dates[0], path.values[0]], ["2020-03-23", 50]);
 * ```
 */
export function restorationPaths(window: WindowSpec, input: NoticeInput): SeriesPath[] {
  const { scenario, replication } = input;
  const [own, other] = [volumesOf(input.volume, window), volumesOf(input.reference, window)];
  const weeks = weeksOf(window);
  const dates = weeks.map(({ monday }) => monday);
  return INSTITUTIONS.flatMap((institution) =>
    RESTORED.map((quantity) => {
      const tiers = TIERS_OF[institution];
      const values = Float64Array.from(weeks, (week) => {
        const most = ofWeek(other, week, quantity, tiers);
        return most > 0 ? 100 * ofWeek(own, week, quantity, tiers) / most : NaN;
      });
      return {
        ...NO_GROUPS,
        ...{ scenario, replication, measure: PATH.restoration, unit: "%" },
        ...{ tier: institution, line: quantity, dates, values },
      };
    })
  );
}

/**
 * Daily values of one replication for the table of BJ-3.18, and those of its reference.
 *
 * @param window The window.
 * @param input Volumes.
 * @returns Paths of the replication, then of the reference, by institution and quantity.
 *
 * @example A day of institutions of level two and above
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { monitoringPaths } from "./mod.ts";
 *
 * const window = { start: "2020-03-23", days: 7, runOnDays: 0, warmUpDays: 0 };
 * const [volume, reference] = [2, 4].map((n) => new Float64Array(75 + 7 + 84).fill(n));
 * const input = { scenario: "plan", replication: 0, volume, reference, operations: false };
 * assertEquals(monitoringPaths(window, input)[0].values[0], 4);
 * ```
 */
export function monitoringPaths(window: WindowSpec, input: NoticeInput): SeriesPath[] {
  const { scenario, replication, operations } = input;
  const days = Array.from({ length: window.days + window.runOnDays }, (_, day) => day);
  const dates = days.map((day) => dateOf(window.start, day));
  const figures = MONITORED.filter((figure) => figure !== "operations" || operations);
  const pathsOf = (measure: string, packed: Float64Array): SeriesPath[] => {
    const { daily } = volumesOf(packed, window);
    return MONITORED_INSTITUTIONS.flatMap((institution) =>
      figures.map((line) => {
        const figure = MONITORED.indexOf(line);
        const at = (day: number, t: number) =>
          daily[(day * MONITORED_COUNT + figure) * TIER_COUNT + t];
        const values = Float64Array.from(
          days,
          (day) => TIERS_OF[institution].reduce((sum, t) => sum + at(day, t), 0),
        );
        return {
          ...NO_GROUPS,
          ...{ scenario, replication, measure, unit: UNITS[line] },
          ...{ tier: institution, line, dates, values },
        };
      })
    );
  };
  return [...pathsOf(PATH.monitoring, input.volume), ...pathsOf(PATH.reference, input.reference)];
}

/** What is asked of a stretch of days. */
export interface PeriodQuestion {
  /** First day, ISO date. */
  readonly from: string;
  /** Last day, ISO date. */
  readonly to: string;
  /** Institutions. */
  readonly institution: Institution | MonitoredInstitution;
  /** Visits, or admissions. */
  readonly quantity: "visits" | "admissions";
}

/**
 * Service volume of some days as a share of the reference, to be laid beside a published ratio.
 *
 * @param window The window.
 * @param input Volumes of one replication.
 * @param question Days, institutions and quantity.
 * @returns Share of the reference [-]; NaN when the run does not hold all the days, or the reference
 * has no volume.
 *
 * @example Half of a day
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { periodShare } from "./mod.ts";
 *
 * const window = { start: "2020-03-23", days: 7, runOnDays: 0, warmUpDays: 0 };
 * const [volume, reference] = [2, 4].map((n) => new Float64Array(75 + 7 + 84).fill(n));
 * const day = { from: "2020-03-24", to: "2020-03-24", institution: "all", quantity: "visits" } as const;
 * assertEquals(periodShare(window, { volume, reference }, day), 0.5);
 * ```
 */
export function periodShare(
  window: WindowSpec,
  input: Pick<NoticeInput, "volume" | "reference">,
  { from, to, institution, quantity }: PeriodQuestion,
): number {
  const [first, last] = [from, to].map((date) => dayOf(window.start, date));
  if (first < 0 || last >= window.days + window.runOnDays) return NaN;
  const figure = MONITORED.indexOf(quantity);
  const [own, other] = [input.volume, input.reference].map((packed) => {
    const { daily } = volumesOf(packed, window);
    let sum = 0;
    for (let day = first; day <= last; day++) {
      for (const t of TIERS_OF[institution]) {
        sum += daily[(day * MONITORED_COUNT + figure) * TIER_COUNT + t];
      }
    }
    return sum;
  });
  return other > 0 ? own / other : NaN;
}
