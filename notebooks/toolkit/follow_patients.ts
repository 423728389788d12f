/** The story of one patient of a run. */
import { personKey, runReplication } from "gridcare/network/mod.ts";
import {
  delaySpells,
  type Lang,
  type PersonEvent,
  personEvents,
  personNamed,
  personTimeLineFigure,
  storyOf,
  type StorySource,
} from "gridcare/report/mod.ts";
import { loadClauses, quoted, type Scenario } from "gridcare/scenario/mod.ts";
import { endOf, hoursOf, type RunAsked } from "./find_patients.ts";
import { type ShownStory, shownStory } from "./show_story.ts";
import type { Figure } from "./svg.ts";

/** Whose story is told. */
export interface FollowAsked extends RunAsked {
  /** Name of the patient, e.g. `training-g1-14463`. */
  readonly patient: string;
  /** Language; English when left out. */
  readonly lang?: Lang;
}

/** A patient followed. */
export interface FollowedPatient {
  /** The story; show it. */
  readonly story: ShownStory;
  /** The path as a figure. */
  readonly figure: Figure;
  /** What happened, as data. */
  readonly events: readonly PersonEvent[];
  /** Time without a bed that suffices, from the need of it, all needs together [h]. */
  readonly hoursWithoutBed: number;
  /** Whether such a bed was reached each time; true of one who never needed any. */
  readonly hadBed: boolean;
  /** Names of the rules that decided, in order. */
  readonly rules: readonly string[];
}

/** The rule of each decision. */
function rulesOf(events: readonly PersonEvent[], { referral }: Scenario): string[] {
  const sets = [referral.rules, referral.otherwise];
  return events.filter(({ event, rule }) => event === "decided" && rule >= 0)
    .map(({ set, rule }) => sets[set].rules[rule].name);
}

/**
 * Follows a patient through a replication: it runs again, and what happens to this one is kept.
 *
 * @param scenario Scenario.
 * @param asked Patient, seed, replication, language.
 * @returns Story, figure, events, and how long there was no bed that suffices.
 * @throws {RangeError} When the name is wrong, or the network never met the person.
 *
 * @example The one who waited longest
 * ```ts
 * import { assert } from "@std/assert";
 * import { setParameters } from "gridcare/scenario/mod.ts";
 * import { findPatients } from "./find_patients.ts";
 * import { followPatient } from "./follow_patients.ts";
 * import { openScenario } from "./open_scenario.ts";
 *
 * const small = setParameters(await openScenario("training"), { "wave.scale": 0.3 });
 * const patient = String(findPatients(small, { find: "icu", seed: "1" }).at(0, "patient"));
 * const { events, story } = await followPatient(small, { patient, seed: "1" });
 * assert(events.some(({ event }) => event === "admitted"));
 * assert(story.text.includes("ADMITTED to an ICU bed"));
 * ```
 */
export async function followPatient(
  scenario: Scenario,
  { patient, lang = "en", seed, replication = 0 }: FollowAsked,
): Promise<FollowedPatient> {
  const { grid, ordinal, problems } = personNamed(patient, scenario, '"patient"');
  if (problems.length > 0) throw new RangeError(`Cannot follow a patient as ${problems[0]}`);
  const run = { seed, replication, log: true, follow: personKey(grid, ordinal) };
  const events = personEvents(runReplication(scenario, run).log!);
  if (events.length === 0) {
    throw new RangeError(
      `Cannot follow patient ${quoted(patient)} as the network must have met the person: in ` +
        `replication ${replication} of "${scenario.name}" it never did`,
    );
  }
  const { clauses } = await loadClauses();
  const place = { grid: scenario.city.grids[grid].id, id: patient, replication, seed };
  const source: StorySource = { scenario, clauses, lang, ...place };
  const spells = delaySpells(events, scenario.city, endOf(scenario));
  return {
    story: shownStory(storyOf(events, source), source),
    figure: personTimeLineFigure(events, source) as Figure,
    events,
    hoursWithoutBed: hoursOf(spells.reduce((sum, { total }) => sum + total, 0)),
    hadBed: spells.every(({ met }) => met),
    rules: rulesOf(events, scenario),
  };
}
