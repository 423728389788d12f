/** Whether uncertain numbers can take their ends together, as far as the scenario joins them. */
import { pathName } from "./_locator.ts";
import type { Written } from "./_parameter_laws.ts";
import type { Trial } from "./_parameter_trial.ts";
import type { Keys } from "./_value_paths.ts";

/** A number and the ends of its law, each of them right by itself. */
export interface Ends {
  readonly keys: Keys;
  readonly low: Written;
  readonly high: Written;
}

/** Takes what is wrong with the last of some numbers. */
export type Refuse = (ends: Ends, rule: string, value: string) => void;

/**
 * Tries the ends of the numbers of one part: of every two, and of all at once.
 *
 * What joins numbers are orders (low below high, attack rates that rise) and sums, so that these
 * corners show what can break. A form of three numbers or more, such as the fit of the wave, may
 * still break inside; therefore drawn sets are checked again.
 */
export function checkTogether(ends: readonly Ends[], trial: Trial, refuse: Refuse): void {
  const parts = Map.groupBy(ends, ({ keys }) => keys[0]);
  for (const part of parts.values()) {
    const pairs = part.flatMap((b, index) => part.slice(0, index).map((a) => [a, b]));
    const found = pairs.filter((pair) => !fits(pair, trial, refuse));
    if (found.length === 0 && part.length > 2) fits(part, trial, refuse);
  }
}

/** Tries the corners of two numbers, or the two ends of all; stops at the first that is wrong. */
function fits(group: readonly Ends[], trial: Trial, refuse: Refuse): boolean {
  const all = (end: "low" | "high") => group.map((ends) => [ends, ends[end]] as const);
  const corners = [all("low"), all("high")];
  if (group.length === 2) {
    const [a, b] = group;
    corners.push([[a, a.low], [b, b.high]], [[a, a.high], [b, b.low]]);
  }
  for (const corner of corners) {
    const { issues } = trial.try(new Map(corner.map(([{ keys }, value]) => [keys, value])));
    if (issues.length === 0) continue;
    const [{ rule, path }] = issues;
    const last = group[group.length - 1];
    const where = path === pathName(last.keys) ? "" : ` (${path})`;
    const value = corner.map(([{ keys }, at]) => `${pathName(keys)} ${at}`).join(" with ");
    refuse(last, `${rule}${where}`, value);
    return false;
  }
  return true;
}
