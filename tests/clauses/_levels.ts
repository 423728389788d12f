/** Risk levels of steps. */

import type { Changes } from "./_effect.ts";

/** Name of a level. */
export type Level = "low" | "medium" | "high";

/** A level from a date on, in all districts or one. */
export type LevelFrom = readonly [from: string, level: Level, district?: string];

/**
 * Levels by date.
 *
 * @param list Levels in order.
 * @returns The change that says them.
 */
export function levels(...list: readonly LevelFrom[]): Changes {
  return {
    "services.levels": list.map(([from, level, district]) => ({
      from,
      level,
      ...(district !== undefined && { district }),
      source: "Chosen to show the clause.",
    })),
  };
}

/** One level throughout the wave of 2022. */
export const always = (level: Level): Changes => levels(["2022-11-01", level]);
/** The high level, and from mid-December on another one. */
export const fallsTo = (level: Level): Changes =>
  levels(["2022-11-01", "high"], ["2022-12-15", level]);
