/** What the analysis makes of synthetic results, and their parameters and start. */
import {
  bandsOf,
  compareMeasures,
  comparePairs,
  exceedancesOf,
  PrecisionProcedure,
} from "../../sim/experiment/analysis/mod.ts";
import {
  cellKey,
  type ExceedanceSpec,
  type MeasureRow,
  type ParameterRow,
  type PrecisionRow,
  type PrecisionRule,
  type ResultSet,
  type SeriesPath,
  type SeriesRow,
  type StartRow,
  type Uncertainty,
} from "../../sim/experiment/results/mod.ts";

/** Events whose probability the synthetic set has. */
export const EXCEEDANCES: readonly ExceedanceSpec[] = [
  { measure: "bed_occupancy", groups: { ward: "icu" }, level: 1, orAt: true, days: 0 },
  { measure: "bed_occupancy", groups: { ward: "general" }, level: 0.93, orAt: false, days: 3 },
];

/** The rule of a sequential synthetic set; it never stops, so that any number can be looked at. */
export const PRECISION: PrecisionRule = {
  targets: [
    { measure: "deaths", groups: {}, of: "mean", kind: "relative", halfWidth: 0.02 },
    {
      measure: "bed_occupancy_peak",
      groups: { ward: "icu" },
      of: "difference",
      kind: "absolute",
      halfWidth: 1e-9,
    },
  ],
  atLeast: 3,
  atMost: 1000,
  confidence: 0.95,
  lookAhead: 5,
};

/** What there is to analyse, and how. */
interface Made {
  readonly measures: readonly MeasureRow[];
  readonly series: readonly SeriesRow[];
  readonly names: readonly string[];
  readonly uncertainty: Uncertainty;
  readonly sequential: boolean;
  readonly pairs: boolean;
}

/** All that follows from measures and series, numbers at ten significant digits as in files. */
export function analysisOf(
  { measures, series, names, uncertainty, sequential, pairs }: Made,
): Pick<ResultSet, "bands" | "comparison" | "pairs" | "exceedances" | "precision"> {
  const [baseline] = names;
  const grades = Object.fromEntries(names.map((name) => [name, "assumed"]));
  const paths = pathsOf(series);
  const settings = { uncertainty, grades };
  const comparisons = pairs ? "pairs" : "baseline";
  return {
    bands: atTenDigits(bandsOf(paths, settings)),
    comparison: atTenDigits(compareMeasures(measures, baseline, { ...settings, comparisons })),
    pairs: pairs ? atTenDigits(comparePairs(measures, baseline, settings)) : [],
    exceedances: atTenDigits(exceedancesOf(paths, EXCEEDANCES, { ...settings, baseline })),
    precision: sequential ? atTenDigits(precisionOf(measures, names)) : [],
  };
}

function pathsOf(series: readonly SeriesRow[]): SeriesPath[] {
  const cells = Map.groupBy(
    series,
    (row) => `${row.scenario}\t${row.replication}\t${cellKey(row)}`,
  );
  return [...cells.values()].map((rows) => {
    const { date: _, value: __, ...path } = rows[0];
    const values = Float64Array.from(rows, ({ value }) => value);
    return { ...path, dates: rows.map(({ date }) => date), values };
  });
}

function precisionOf(measures: readonly MeasureRow[], names: readonly string[]): PrecisionRow[] {
  const procedure = new PrecisionProcedure(PRECISION, names);
  const replications = Math.max(...measures.map(({ replication }) => replication)) + 1;
  for (let at = 0; at < replications; at++) {
    const rows = measures.filter(({ replication }) => replication === at);
    procedure.add(names.map((name) => rows.filter(({ scenario }) => scenario === name)));
  }
  return procedure.rows;
}

/** Drawn parameters: the same sets in all scenarios. */
export function parametersOf(names: readonly string[], sets: number): ParameterRow[] {
  return names.flatMap((scenario) =>
    Array.from({ length: sets }, (_, set) => [
      {
        scenario,
        set,
        path: "care.lowerBed",
        unit: "",
        value: ten(0.3 + 0.4 * ((set * 0.618) % 1)),
      },
      { scenario, set, path: "course.incubation.mean", unit: "min", value: 4896 + 10 * (set % 7) },
    ]).flat()
  );
}

/** A census that settles in the first weeks of a warm-up of 56 days, the same in all scenarios. */
export function startOf(names: readonly string[]): StartRow[] {
  const wards = [["general", 60_000], ["sub_icu", 3000], ["icu", 2000]] as const;
  return names.flatMap((scenario) =>
    wards.flatMap(([ward, size]) =>
      Array.from({ length: 176 }, (_, at) => {
        const level = size * (1 - 0.1 * Math.exp(-at / 8));
        return {
          scenario,
          ward,
          day: at - 56,
          census: ten(level * (1 + 0.02 * Math.cos(at * 2 * Math.PI / 7))),
          level: ten(level),
          movingAverage: at < 7 || at > 168 ? NaN : ten(level),
        };
      })
    )
  );
}

function atTenDigits<Row extends object>(rows: readonly Row[]): Row[] {
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map((
        [key, value],
      ) => [key, typeof value === "number" ? ten(value) : value]),
    ) as Row
  );
}

function ten(value: number): number {
  const rounded = Number(value.toPrecision(10));
  return rounded === 0 ? 0 : rounded;
}
