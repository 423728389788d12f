/**
 * The story of one person of a run, decision by decision: events in, lines out.
 *
 * Pure: it looks nothing up but the scenario, and says nothing that an event did not. The rule of a
 * decision is the one that the run used; it is held against what the run says that the rules saw, and
 * a story whose rule does not follow from that is refused.
 */
import { Teller } from "./_teller.ts";
import { tellContact } from "./_tell_contact.ts";
import { tellCourse } from "./_tell_course.ts";
import { tellMove } from "./_tell_move.ts";
import { tellReferral } from "./_tell_referral.ts";
import { endOfStory } from "./_tell_end.ts";
import type { PersonEvent } from "./events.ts";
import type { Story, StorySource } from "./told.ts";

/**
 * Tells the story of a person.
 *
 * @param events Events of the person, of a log that follows this one.
 * @param source Scenario, clauses, who it is, language.
 * @returns The story as data.
 * @throws {Error} When the rule of a decision is not the one that follows from what the rules saw.
 *
 * @example Nothing happened
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario } from "../../scenario/mod.ts";
 * import { storyOf } from "./mod.ts";
 *
 * const scenario = await loadScenario("scenarios/training.yaml");
 * const run = { grid: "training-g1", id: "training-g1-0", replication: 0, seed: "1" };
 * const story = storyOf([], { scenario, clauses: [], ...run, lang: "en" });
 * assertEquals(story.person, [
 *   "training-g1-0",
 *   "Scenario Training grid, the plan; replication 0, seed 1",
 * ]);
 * ```
 */
export function storyOf(events: readonly PersonEvent[], source: StorySource): Story {
  const teller = new Teller(source);
  for (const event of events) {
    teller.begin(event);
    const told = tellContact(teller, event) || tellReferral(teller, event) ||
      tellMove(teller, event) || tellCourse(teller, event);
    if (!told) teller.unknown(event);
  }
  teller.flush();
  return { person: teller.person(), lines: teller.lines, end: endOfStory(teller, events) };
}
