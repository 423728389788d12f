/** The models of the comparison, what their results should be, and the line a program prints. */

/** Models by name, in the order of the tables. */
export const MODELS = ["mm1", "mmc", "carenet", "hold-100", "hold", "hold-1e6"] as const;

/** Name of a model. */
export type Model = typeof MODELS[number];

/** What the rate of each model counts. */
export const COUNTED: Readonly<Record<Model, "customers" | "patients" | "holds">> = {
  "mm1": "customers",
  "mmc": "customers",
  "carenet": "patients",
  "hold-100": "holds",
  "hold": "holds",
  "hold-1e6": "holds",
};

/** Events that stand in the calendar of the hold models. */
const PENDING: Readonly<Partial<Record<Model, number>>> = {
  "hold-100": 100,
  "hold": 10_000,
  "hold-1e6": 1_000_000,
};

/** What one run of one program gave. */
export interface Result {
  readonly version: string;
  readonly n: number;
  /** Time of the simulation alone [s]. */
  readonly seconds: number;
  /** Customers, patients or holds in a second [1/s]. */
  readonly rate: number;
  readonly checks: Readonly<Record<string, number>>;
}

function fieldOf(line: Readonly<Record<string, unknown>>, name: string): number {
  const value = line[name];
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new TypeError(
    `Cannot read a result as "${name}" must be a finite number: current value is ${value}`,
  );
}

/** Reads the last line of a program's output that begins with `{`. */
export function parseResult(output: string, model: Model): Result {
  const text = output.split("\n").findLast((line) => line.startsWith("{"));
  if (text === undefined) {
    throw new SyntaxError("Cannot read a result as a line must begin with {: found none");
  }
  const line = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const seconds = fieldOf(line, "seconds");
  if (seconds <= 0) {
    throw new RangeError(
      `Cannot read a result as seconds must be > 0: current value is ${seconds}`,
    );
  }
  return {
    version: String(line.version),
    n: fieldOf(line, "n"),
    seconds,
    rate: fieldOf(line, `${COUNTED[model]}_per_s`),
    checks: (line.checks ?? {}) as Readonly<Record<string, number>>,
  };
}

interface Expected {
  readonly value: number;
  /** Standard error of the value itself. */
  readonly error: number;
  /** Standard deviation of the mean over n, times the root of n. */
  readonly spread: number;
}

/**
 * Mean times in the system follow from Erlang's formulas; their spreads come from 120 runs of a
 * million customers. The waits of the care network have no formula: they come from 180 million
 * patients on the Rust floor.
 */
const MEANS: Readonly<Partial<Record<Model, Readonly<Record<string, Expected>>>>> = {
  mm1: { mean_time_in_system: { value: 10, error: 0, spread: 193 } },
  mmc: { mean_time_in_system: { value: 1.876916, error: 0, spread: 27.2 } },
  carenet: {
    mean_wait_primary: { value: 0.00981, error: 0.0003, spread: 4.7 },
    mean_wait_sub_bed: { value: 0.01488, error: 0.00014, spread: 1.9 },
    mean_wait_designated: { value: 0.206, error: 0.0017, spread: 22 },
    mean_wait_icu: { value: 0.1302, error: 0.0009, spread: 12.2 },
  },
};

/** Share of the patients who reach the ICU. */
const ICU_SHARE = 0.65 * 0.2 * 0.25;

/**
 * How far the runs of a program, taken together, are from what they should be, in standard errors.
 *
 * Hold models: with unit exponential delays the pending events are a Poisson process, so that the
 * n-th comes at n / pending, give or take root n / pending. A check that is missing gives NaN.
 */
export function standardScores(model: Model, results: readonly Result[]): Record<string, number> {
  const n = results.reduce((sum, result) => sum + result.n, 0);
  const total = (name: string) =>
    results.reduce((sum, { checks }) => sum + (checks[name] ?? NaN), 0);
  const mean = (name: string) =>
    results.reduce((sum, result) => sum + (result.checks[name] ?? NaN) * result.n, 0) / n;
  const scores = Object.fromEntries(
    Object.entries(MEANS[model] ?? {}).map(([name, { value, error, spread }]) => [
      name,
      (mean(name) - value) / Math.hypot(error, spread / Math.sqrt(n)),
    ]),
  );
  const pending = PENDING[model];
  if (pending !== undefined) {
    scores.end_time = (total("end_time") * pending - n) / Math.sqrt(n);
  }
  if (model === "carenet") {
    const deviation = Math.sqrt(n * ICU_SHARE * (1 - ICU_SHARE));
    scores.icu_admissions = (total("icu_admissions") - n * ICU_SHARE) / deviation;
  }
  return scores;
}
