/** Pairs and ladders of scenarios that differ in the parameter of a clause alone. */

/**
 * Numbers and words of a scenario file by path, as a user would write them. A text that begins with
 * `scenarios/` is a file of the project.
 */
export type Changes = Readonly<Record<string, unknown>>;

/** How a measure goes from one step to the next. */
export type Direction = "rises" | "falls";

/** One scenario of a ladder. */
export interface Step {
  /** What differs, in a word or two. */
  readonly label: string;
  /** The change that makes it. */
  readonly change: Changes;
  /** Where the measure goes from the step before; left out in the first step. */
  readonly moves?: Direction;
  /** Why the measure does not move from the step before; left out where it does. */
  readonly stays?: string;
}

/** One row of one measure. */
export interface MeasureCell {
  /** Name in the catalogue. */
  readonly name: string;
  /** Groups that pick the row; none for that of everybody. */
  readonly group?: Readonly<Record<string, string>>;
}

/** What the parameter of a clause does to a measure. */
export interface Effect {
  /** Clauses that it shows. */
  readonly clauses: readonly string[];
  /** What is tried, in a line; no two effects have the same. */
  readonly title: string;
  /** Scenario that everything is laid over, by name. */
  readonly base: "training" | "training_city" | "training_county" | "training_march_2020";
  /** What is changed in every step, so that the mechanism has something to act upon. */
  readonly set?: Changes;
  /** Steps; each is compared with the one before. */
  readonly steps: readonly Step[];
  /** Measure. */
  readonly measure: MeasureCell;
}

/**
 * Steps that give one number or word several values, the same way all along.
 *
 * @param path Path in the scenario.
 * @param values Values in order.
 * @param moves Where the measure goes from each to the next.
 * @returns Steps, named by their values.
 */
export function ladder(
  path: string,
  values: readonly (string | number | boolean)[],
  moves: Direction,
): Step[] {
  return values.map((value, i) => ({
    label: value === true ? "on" : value === false ? "off" : value === "" ? "never" : `${value}`,
    change: { [path]: value },
    ...(i > 0 && { moves }),
  }));
}

/** A clause that is modelled and has no effect to show, and why. */
export interface NoEffect {
  /** Clause. */
  readonly clause: string;
  /** Why, and where it is tested instead. */
  readonly reason: string;
}

/** Path or paths of what the steps change, as a table shows them. */
export function parameterOf({ steps }: Effect): string {
  return [...new Set(steps.flatMap(({ change }) => Object.keys(change)))].join("; ");
}
