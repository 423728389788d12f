/** Stories and explanations for trainers: one person of a run, or a patient described. */
export { DELAY_PARTS, delaySpells } from "./delay_parts.ts";
export type { DelayPart, DelaySpell } from "./delay_parts.ts";
export { caseText } from "./described_text.ts";
export type { CaseTextSource } from "./described_text.ts";
export { explainCase } from "./described.ts";
export type { CaseQuery, ExplainedCase, ExplainedOffer, ExplainedRule } from "./described.ts";
export { personEvents } from "./events.ts";
export type { LoggedColumns, PersonEvent } from "./events.ts";
export { FIND_KINDS, FoundPeople, foundText } from "./find.ts";
export type { FindKind, FindSpec, FoundPerson } from "./find.ts";
export { storyOf } from "./story.ts";
export type { Story, StoryClause, StoryLine, StorySource } from "./told.ts";
export { storyText } from "./story_text.ts";
