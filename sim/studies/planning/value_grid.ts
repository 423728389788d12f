/** The values among which a goal is sought, and the scenario at each of them. */
import { parameterAt, type Scenario, setParameters } from "../../scenario/mod.ts";
import { readAll } from "../measured/mod.ts";

/** Values at equal steps of something about a scenario. */
export interface ValueGrid {
  /** What takes the values: a path, or what a change is called. */
  readonly what: string;
  /** Unit of the values as told; empty without one. */
  readonly unit: string;
  /** Values as told, ascending. */
  readonly values: readonly number[];
  /** The scenario at a value, by its index. */
  at(index: number): Scenario;
}

/** One number of the scenario takes the values. */
export interface ByPath {
  /** Path of the number, e.g. `transfer.vehicleFactor`. */
  readonly path: string;
}

/** Whatever a program changes takes the values. */
export interface ByChange {
  /** What is changed, for tables and sentences, e.g. `beds of intensive care`. */
  readonly what: string;
  /** Unit of the values; none when left out. */
  readonly unit?: string;
  /** Makes the scenario at a value; names must differ between values. */
  readonly change: (scenario: Scenario, value: number) => Scenario;
}

/** Where a goal is sought. */
export type GridOptions = (ByPath | ByChange) & {
  /** Scenario. */
  readonly scenario: Scenario;
  /** Smallest value: plain in the unit inside; by path also as a file writes it. */
  readonly from: number | string;
  /** Largest value. */
  readonly to: number | string;
  /** Step between values, above 0. */
  readonly step: number | string;
};

/** Most values of a grid [-]: more is a step that was not meant. */
const MOST = 10_000;

/** The grid that is asked for, undefined with problems. */
export function gridOf(options: GridOptions): { grid?: ValueGrid; problems: string[] } {
  const { scenario, from, to, step } = options;
  try {
    const place = placeOf(options);
    const { values, problems } = readAll(place, [from, to, step]);
    const [low, high, by] = values;
    if (low > high) problems.push(`values must go up: current values are ${from} to ${to}`);
    if (by <= 0) problems.push(`the step must be > 0: current step is ${step}`);
    if (problems.length > 0) return { problems };
    const count = Math.floor((high - low) / by + 1e-9) + 1;
    if (count > MOST) {
      return { problems: [`there must be at most ${MOST} values: current number is ${count}`] };
    }
    const inside = Array.from({ length: count }, (_, i) => tidy(low + i * by));
    const { what, unit, scale } = place;
    const scenarioAt = "path" in options
      ? (value: number) => setParameters(scenario, { [options.path]: value })
      : (value: number) => options.change(scenario, value);
    const told = inside.map((value) => tidy(value / scale));
    return { grid: { what, unit, values: told, at: (i) => scenarioAt(inside[i]) }, problems };
  } catch (error) {
    return { problems: [(error as Error).message] };
  }
}

function placeOf(options: GridOptions) {
  if ("path" in options) {
    return { ...parameterAt(options.scenario, options.path), what: options.path };
  }
  const { what, unit = "" } = options;
  return { what, unit, scale: 1, read: plainNumber };
}

function plainNumber(written: number | string): number {
  const value = typeof written === "number" ? written : NaN;
  if (Number.isFinite(value)) return value;
  throw new SyntaxError(`Cannot read ${JSON.stringify(written)}: expected a plain number`);
}

/** Without the dust of floating point. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
