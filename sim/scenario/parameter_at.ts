/** One number of a scenario: its value, and the unit in which its file writes it. */
import type { Written } from "./_parameter_laws.ts";
import { readAs, unitInside } from "./_parameter_units.ts";
import { fileOf, numberPaths, type PartName, writtenPart } from "./_scenario_file.ts";
import { keysOf, valueAt } from "./_value_paths.ts";
import { nearestName, quoted } from "./error.ts";
import { formOf, QUANTITY_KINDS } from "./quantity.ts";
import type { Scenario } from "./scenario.ts";

/** One number of a scenario. */
export interface ParameterPlace {
  /** Value, in the unit inside [min, d, -, km/min, 1/min, 1/y or years, by the number]. */
  readonly value: number;
  /** Unit as written, e.g. `d` or `%`; empty for a number without one. */
  readonly unit: string;
  /** Units inside that one unit as written has [-], e.g. 1440 for `d` of a duration. */
  readonly scale: number;
  /**
   * Reads another value of the number, whatever its range.
   *
   * @param written A plain number in the unit inside, or as a file writes it.
   * @returns Value, in the unit inside [min, d, -, km/min, 1/min, 1/y or years, by the number].
   * @throws {SyntaxError} When it is no number, or its unit is not one of the number.
   */
  read(written: number | string): number;
}

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*/;

/**
 * Finds a number of a scenario by its path.
 *
 * @param scenario Scenario.
 * @param path Path, e.g. `care.lowerBed`.
 * @returns Its value, its unit, and how other values of it are read.
 * @throws {RangeError} When the path names no number.
 *
 * @example A stay of 8 days
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario, parameterAt } from "./mod.ts";
 *
 * const stay = parameterAt(await loadScenario("scenarios/training.yaml"), "course.severe.mean");
 * assertEquals([stay.unit, stay.scale], ["d", 1440]);
 * assertEquals([stay.read("36 h"), stay.read(2160)], [2160, 2160]);
 * ```
 */
export function parameterAt(scenario: Scenario, path: string): ParameterPlace {
  const file = fileOf(scenario);
  const paths = numberPaths(file);
  if (!paths.includes(path)) {
    const nearest = nearestName(path, paths);
    const hint = nearest === undefined ? "" : `; nearest is ${quoted(nearest)}`;
    throw new RangeError(
      `Cannot find a number of scenario "${scenario.name}" as its path must name one: ` +
        `current path is ${quoted(path)}${hint}`,
    );
  }
  const keys = keysOf(path);
  const inside = writtenPart(file, keys[0] as PartName).units.get(path) ?? "";
  const kinds = QUANTITY_KINDS.filter((kind) => unitInside(kind) === inside);
  const text = scenario.provenance.find((entry) => entry.path === path)?.text ?? "";
  const named = text.replace(NUMBER, "");
  const scale = text === "" ? undefined : readAs(`1 ${named}`.trim(), kinds);
  return {
    value: valueAt(file, keys) as number,
    unit: scale === undefined ? inside : named,
    scale: scale ?? 1,
    read: (written: Written) => {
      const value = typeof written === "number" ? written : readAs(written, kinds);
      if (value !== undefined && Number.isFinite(value)) return value;
      throw new SyntaxError(
        `Cannot read ${JSON.stringify(written)} as ${path}: expected ${formOf(kinds[0])}`,
      );
    },
  };
}
