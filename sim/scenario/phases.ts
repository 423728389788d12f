/**
 * Phases: spans of a run in which the same rules and links hold.
 *
 * The rules of all phases stand one after another in one list per rule set, so that a rule has one
 * number for the whole run: that of the first phase first. A phase that changes neither the rules of
 * a set nor any link takes the numbers of the phase before.
 */
import type { Link, ReferralRule, RuleSet } from "../domain/mod.ts";
import { minutesBetween } from "./_instants.ts";
import type { LinksChange } from "./interventions_spec.ts";
import type { Scenario } from "./scenario.ts";

/** What phases need of a scenario. */
export type Phased = Pick<Scenario, "city" | "window" | "referral" | "interventions">;

/** A span in which the same rules and links hold. */
export interface Phase {
  /** From when on [min]; −Infinity for the first. */
  readonly at: number;
  /** Names of the changes that begin it; empty for the first. */
  readonly name: string;
  /** The rules in force, and those of whoever does not follow them. */
  readonly sets: readonly [RuleSet, RuleSet];
  /** Number of the first rule of each set [-]. */
  readonly first: readonly [number, number];
  /** Links. */
  readonly links: readonly Link[];
}

/**
 * Minutes from the first instant of the window to the instant of an intervention.
 *
 * @param scenario Scenario with its window.
 * @param on ISO date or instant.
 * @returns Time [min].
 *
 * @example Noon of the second day
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario, minuteOf } from "./mod.ts";
 *
 * const scenario = await loadScenario("scenarios/training.yaml");
 * assertEquals(minuteOf(scenario, "2022-11-02T12:00"), 2160);
 * ```
 */
export function minuteOf({ window }: Pick<Scenario, "window">, on: string): number {
  return minutesBetween(window.start, on);
}

/** Links after some of them have changed. */
function changedLinks(links: readonly Link[], changes: readonly LinksChange[]): readonly Link[] {
  return changes.reduce<readonly Link[]>((before, { grids, role, facilities }) => {
    const kept = before.filter((link) => link.role !== role || !grids.includes(link.grid));
    const added = grids.flatMap((grid) =>
      facilities.map((facility, i) => ({ grid, role, order: i + 1, facility }))
    );
    return [...kept, ...added];
  }, links);
}

/** Numbers of the first rules of a phase: new ones for a set that changes. */
function firstOf(before: Phase, sets: Phase["sets"], links: readonly Link[]): [number, number] {
  const next = (s: 0 | 1) =>
    sets[s] === before.sets[s] && links === before.links
      ? before.first[s]
      : before.first[s] + before.sets[s].rules.length;
  return [next(0), next(1)];
}

/**
 * The phases of a run, in order of time.
 *
 * @param scenario A checked scenario.
 * @returns At least one; changes of one instant begin one phase.
 *
 * @example Without interventions everything stays as it is
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario, phasesOf } from "./mod.ts";
 *
 * assertEquals(phasesOf(await loadScenario("scenarios/training.yaml")).length, 1);
 * ```
 */
export function phasesOf(scenario: Phased): Phase[] {
  const { city, referral, interventions = [] } = scenario;
  const sets: Phase["sets"] = [referral.rules, referral.otherwise];
  const phases: Phase[] = [{ at: -Infinity, name: "", sets, first: [0, 0], links: city.links }];
  const changes = interventions.filter(({ rules, links }) => rules ?? links);
  for (const instant of new Set(changes.map(({ on }) => minuteOf(scenario, on)))) {
    const now = changes.filter(({ on }) => minuteOf(scenario, on) === instant);
    const before = phases[phases.length - 1];
    const rules = now.findLast((change) => change.rules !== undefined)?.rules ?? before.sets[0];
    const moved = now.flatMap((change) => change.links ?? []);
    const links = moved.length > 0 ? changedLinks(before.links, moved) : before.links;
    const own: Phase["sets"] = [rules, before.sets[1]];
    const name = now.map((change) => change.name).join(", ");
    phases.push({ at: instant, name, sets: own, first: firstOf(before, own, links), links });
  }
  return phases;
}

/**
 * All rules of a run by their numbers, as event logs and measures have them.
 *
 * @param scenario A checked scenario.
 * @returns The rules in force over time, and those of whoever does not follow them.
 *
 * @example Those of the only phase
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario, numberedRules } from "./mod.ts";
 *
 * const scenario = await loadScenario("scenarios/training.yaml");
 * assertEquals(numberedRules(scenario)[0], scenario.referral.rules.rules);
 * ```
 */
export function numberedRules(
  scenario: Phased,
): [readonly ReferralRule[], readonly ReferralRule[]] {
  const phases = phasesOf(scenario);
  const of = (s: 0 | 1) =>
    phases.flatMap(({ sets, first }, k) =>
      k > 0 && first[s] === phases[k - 1].first[s] ? [] : sets[s].rules
    );
  return [of(0), of(1)];
}
