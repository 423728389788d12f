/** Facilities by day, curves and flows of synthetic results: smooth, simulated by nothing. */
import {
  BED_OUTCOMES,
  type CurveRow,
  type FacilityDayRow,
  type FlowPlace,
  type FlowRow,
  type ResultSet,
  type Uncertainty,
} from "../../sim/experiment/results/mod.ts";
import { TRANSFER_HOURS } from "../../sim/network/mod.ts";

/** What the synthetic tables are made of. */
export interface DetailSpec {
  /** Scenarios by name, with how hard they press on beds and how long transfers take [-]. */
  readonly scenarios: readonly {
    readonly name: string;
    readonly load: number;
    readonly delay: number;
  }[];
  /** Days, ISO dates, from the first. */
  readonly dates: readonly string[];
  /** Replications [-]. */
  readonly replications: number;
  /** What the spread holds. */
  readonly uncertainty: Uncertainty;
}

const digits = (value: number): number => Number(value.toPrecision(10));

const FACILITIES = [
  ["synthetic-lead", 400],
  ["synthetic-designated-1", 250],
  ["synthetic-designated-2", 150],
  ["synthetic-partner", 600],
  ["synthetic-shelter", 1000],
] as const;

function facilityDaysOf({ scenarios, dates }: DetailSpec): FacilityDayRow[] {
  return scenarios.flatMap(({ name: scenario, load }) =>
    FACILITIES.flatMap(([facility, beds], f) =>
      dates.map((date, day): FacilityDayRow => {
        const wave = Math.min(1, load / Math.cosh((day - 50 - 2 * f) / 14) ** 2);
        const covid = digits(0.7 * beds * wave);
        const ordinary = facility.endsWith("shelter") ? 0 : digits(0.25 * beds);
        return { scenario, date, facility, usable: beds, covid, ordinary };
      })
    )
  );
}

function curvesOf({ scenarios, replications, uncertainty }: DetailSpec): CurveRow[] {
  const row = (
    at: Pick<CurveRow, "scenario" | "curve" | "group" | "hours">,
    mean: number,
  ): CurveRow => {
    const half = replications > 1 ? 0.02 * Math.min(mean, 1 - mean) : NaN;
    const [low, high] = [mean - half, mean + half].map(digits);
    return { ...at, replications, mean: digits(mean), meanLow: low, meanHigh: high, uncertainty };
  };
  return scenarios.flatMap(({ name: scenario, load, delay }) => [
    ...["", "green", "yellow", "red"].flatMap((group, g) =>
      TRANSFER_HOURS.map((hours) =>
        row(
          { scenario, curve: "transfer_unfinished", group, hours },
          Math.exp(-hours * (1 + g) / (6 * delay)),
        )
      )
    ),
    ...BED_OUTCOMES.flatMap((group, k) =>
      Array.from({ length: 29 }, (_, day) =>
        row(
          { scenario, curve: "bed_outcome", group, hours: 24 * day },
          [0.6, 0.2, 0.08 * load, 0.06 * load][k] * (1 - Math.exp(-day / 6)),
        ))
    ),
  ]);
}

type Share = readonly [from: FlowPlace, to: FlowPlace, share: number];

/** Shares of those in a kind of place, in an order in which all that comes in has come. */
const SHARES: readonly Share[] = [
  ["home", "sub_designated", 0.3],
  ["home", "designated", 0.25],
  ["home", "lead", 0.15],
  ["home", "recovered", 0.26],
  ["home", "died", 0.03],
  ["home", "unresolved", 0.01],
  ["sub_designated", "designated", 0.1],
  ["sub_designated", "recovered", 0.88],
  ["sub_designated", "unresolved", 0.02],
  ["designated", "lead", 0.2],
  ["designated", "recovered", 0.7],
  ["designated", "died", 0.1],
  ["lead", "partner", 0.3],
  ["lead", "recovered", 0.6],
  ["lead", "died", 0.1],
  ["partner", "recovered", 0.8],
  ["partner", "died", 0.2],
];

/** What goes into a kind of place goes out of it, or is still there. */
function flowsOf({ scenarios, replications }: DetailSpec): FlowRow[] {
  return scenarios.flatMap(({ name: scenario, load }) => {
    const there: { [place in FlowPlace]?: number } = { home: 100_000 * load };
    return SHARES.map(([from, to, share]): FlowRow => {
      const mean = there[from]! * share;
      there[to] = (there[to] ?? 0) + mean;
      const half = replications > 1 ? 0.01 * mean : NaN;
      const [low, high] = [mean - half, mean + half].map(digits);
      return { scenario, from, to, replications, mean: digits(mean), meanLow: low, meanHigh: high };
    });
  });
}

/** The three tables, numbers at ten significant digits as in files. */
export function detailsOf(spec: DetailSpec): Pick<ResultSet, "facilityDays" | "curves" | "flows"> {
  return {
    facilityDays: facilityDaysOf(spec),
    curves: curvesOf(spec),
    flows: flowsOf(spec),
  };
}
