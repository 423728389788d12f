/** Facilities by day, curves and flows of the tiny results: a hospital, a shelter, ten patients; made up. */
import {
  BED_OUTCOMES,
  type CurveName,
  type CurveRow,
  type FacilityDayRow,
  type FlowPlace,
  type FlowRow,
} from "../../experiment/results/mod.ts";

const SCENARIOS = ["plan", "no_tiers"] as const;
const DATES = ["2022-12-05", "2022-12-06"] as const;

/** A mean of three replications, with an interval of so much on either side. */
const estimate = (mean: number, half: number) => ({
  replications: 3,
  mean,
  meanLow: Number((mean - half).toFixed(10)),
  meanHigh: Number((mean + half).toFixed(10)),
});

/** Two days of a hospital and a shelter: fuller and fuller, the hospital more so without tiers. */
export const TINY_FACILITY_DAYS: readonly FacilityDayRow[] = SCENARIOS.flatMap((scenario, s) =>
  DATES.flatMap((date, day): FacilityDayRow[] => [
    { scenario, date, facility: "hospital", usable: 10, covid: 4 + 2 * day + 2 * s, ordinary: 2 },
    {
      scenario,
      date,
      facility: "shelter",
      usable: 20,
      covid: (5 + 5 * day) * (1 - s),
      ordinary: 0,
    },
  ])
);

function curve(
  scenario: string,
  name: CurveName,
  points: readonly (readonly [group: string, hours: number, mean: number])[],
): CurveRow[] {
  return points.map(([group, hours, mean]) => ({
    scenario,
    curve: name,
    group,
    hours,
    ...estimate(mean, mean > 0 && mean < 1 ? 0.05 : 0),
    uncertainty: "parameters",
  }));
}

/** Transfers after 6 hours and a day, outcomes on the day of the need, a week and four weeks later. */
export const TINY_CURVES: readonly CurveRow[] = SCENARIOS.flatMap((scenario, s) => [
  ...curve(scenario, "transfer_unfinished", [
    ...["", "green", "yellow", "red"].flatMap((group, g) =>
      ([[6, 0.5 - 0.1 * g], [24, 0.2 - 0.04 * g]] as const)
        .map(([hours, mean]) => [group, hours, Number((mean * (1 + s)).toFixed(2))] as const)
    ),
  ]),
  ...curve(scenario, "bed_outcome", [
    ...BED_OUTCOMES.flatMap((group, k) =>
      [[0, 0], [168, 0.4], [672, 0.8]].map(([hours, sum]) =>
        [group, hours, Number((sum * [0.6, 0.2, 0.1, 0.1][k]).toFixed(3))] as const
      )
    ),
  ]),
]);

type Flow = readonly [from: FlowPlace, to: FlowPlace, patients: number];

const FLOWS: { readonly [scenario: string]: readonly Flow[] } = {
  plan: [
    ["home", "shelter", 6],
    ["home", "designated", 3],
    ["home", "recovered", 1],
    ["shelter", "designated", 2],
    ["shelter", "recovered", 4],
    ["designated", "recovered", 3],
    ["designated", "died", 1],
    ["designated", "unresolved", 1],
  ],
  no_tiers: [
    ["home", "designated", 8],
    ["home", "recovered", 1],
    ["home", "died", 1],
    ["designated", "recovered", 6],
    ["designated", "died", 1],
    ["designated", "unresolved", 1],
  ],
};

/** Ten patients: what goes into a kind of place goes out of it, or is still there. */
export const TINY_FLOWS: readonly FlowRow[] = SCENARIOS.flatMap((scenario) =>
  FLOWS[scenario].map(([from, to, patients]) => ({
    scenario,
    from,
    to,
    ...estimate(patients, 0.5),
  }))
);
