/** What a scenario file would say, and whether it would be right, with other numbers at some paths. */
import type * as z from "zod";
import { checkScenario } from "./_scenario_checks.ts";
import { type ScenarioFile, scenarioSchema } from "./_schema.ts";
import { check, type Locator } from "./_schema_kit.ts";
import { type Issue, IssueList, ScenarioError } from "./error.ts";
import { pathName } from "./_locator.ts";
import type { Written } from "./_parameter_laws.ts";
import { type Keys, valueAt, withValueAt } from "./_value_paths.ts";

/** Values as written, by path. */
export type Laid = ReadonlyMap<Keys, Written>;

/** The outcome of a trial. */
export interface Tried {
  /** What is wrong. */
  readonly issues: readonly Issue[];
  /** Number inside at one of the paths; NaN where it cannot be read. */
  at(keys: Keys): number;
}

/** Tries other numbers in a scenario file that is right as it stands. */
export class Trial {
  readonly #written: unknown;
  readonly #file: ScenarioFile;

  constructor(written: unknown, file: ScenarioFile) {
    this.#written = written;
    this.#file = file;
  }

  /** Number of the file as it stands, in the unit inside; undefined when there is none. */
  number(keys: Keys): number | undefined {
    const value = valueAt(this.#file, keys);
    return typeof value === "number" ? value : undefined;
  }

  /** Lays values into the file and checks the parts that they belong to, and what joins the parts. */
  try(laid: Laid): Tried {
    const issues = new IssueList();
    const parts: Record<string, unknown> = { window: this.#file.window };
    for (const name of new Set([...laid.keys()].map(([part]) => String(part)))) {
      let part = valueAt(this.#written, [name]);
      for (const [keys, value] of laid) {
        if (keys[0] === name) part = withValueAt(part, keys.slice(1), value);
      }
      const schema: z.ZodType<unknown> = scenarioSchema.shape[name as keyof ScenarioFile];
      parts[name] = check(schema, part, unplaced([name]), issues);
    }
    checkScenario(parts as Partial<ScenarioFile>, unplaced([]), issues);
    const at = (keys: Keys) => {
      const value = valueAt(parts, keys);
      return typeof value === "number" ? value : NaN;
    };
    return { issues: issuesOf(issues), at };
  }
}

/** What stands in a list of issues. */
export function issuesOf(list: IssueList): readonly Issue[] {
  try {
    list.throwIfAny("scenario", "");
    return [];
  } catch (error) {
    return (error as ScenarioError).issues;
  }
}

/** A locator for values that stand in no file. */
export function unplaced(within: Keys): Locator {
  return {
    place: () => ({ file: "", line: 0 }),
    written: () => "",
    name: (path) => pathName([...within, ...path]),
  };
}
