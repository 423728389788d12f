/** A person by the name that lists and logs give: grid of residence and number. */
import { PERSONS_PER_GRID } from "../../network/mod.ts";
import { nearestName, quoted } from "../../scenario/mod.ts";
import type { Scenario } from "../../scenario/mod.ts";

/** A person by name. */
export interface NamedPerson {
  /** Grid of residence, by its place in the city [-]; -1 when there is no such grid. */
  readonly grid: number;
  /** Number of the person in the grid [-]. */
  readonly ordinal: number;
  /** What is wrong with the name, one line each. */
  readonly problems: readonly string[];
}

/** What to write instead, when the grid is none of the city. */
function hintOf(gridId: string, number: string, ids: readonly string[]): string {
  if (gridId === "") {
    return `, such as ${quoted(`${ids[0]}-${/^\d+$/.test(number) ? number : 17}`)}`;
  }
  const nearest = nearestName(gridId, ids);
  return nearest === undefined ? "" : `; nearest is ${quoted(`${nearest}-${number}`)}`;
}

/**
 * Reads the name of a person.
 *
 * @param id Name, e.g. `training-g1-17`.
 * @param scenario Scenario, whose city has the grid.
 * @param name What the name is the value of, as messages are to write it.
 * @returns Grid and number, or what is wrong.
 *
 * @example A person, and somebody of another city
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario } from "../../scenario/mod.ts";
 * import { personNamed } from "./mod.ts";
 *
 * const scenario = await loadScenario("scenarios/training.yaml");
 * const person = { grid: 0, ordinal: 17, problems: [] };
 * assertEquals(personNamed("training-g1-17", scenario, "patient"), person);
 * assertEquals(personNamed("training-g2-17", scenario, "patient").problems, [
 *   'patient must be a grid of the city, a hyphen and a number: current value is "training-g2-17"; ' +
 *   'nearest is "training-g1-17"',
 * ]);
 * ```
 */
export function personNamed(id: string, { city }: Scenario, name: string): NamedPerson {
  const at = id.lastIndexOf("-");
  const [gridId, number] = [id.slice(0, Math.max(0, at)), id.slice(at + 1)];
  const ids = city.grids.map((grid) => grid.id);
  const grid = ids.indexOf(gridId);
  const ordinal = Number(number);
  if (grid < 0) {
    const problem = `${name} must be a grid of the city, a hyphen and a number: current value is ${
      quoted(id)
    }${hintOf(gridId, number, ids)}`;
    return { grid, ordinal, problems: [problem] };
  }
  const problems = /^\d{1,8}$/.test(number) && ordinal < PERSONS_PER_GRID ? [] : [
    `${name} must end in a number below ${PERSONS_PER_GRID}: current one is ${quoted(number)}`,
  ];
  return { grid, ordinal, problems };
}
