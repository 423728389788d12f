/** Stories and explanations for trainers: one person of a run, or a patient described. */
export { DELAY_PARTS, delayPieces, delaySpells } from "./delay_parts.ts";
export type { DelayPart, DelayPiece, DelaySpell } from "./delay_parts.ts";
export { caseAsked, DISEASE_WORDS } from "./case_asked.ts";
export type { AskedCase, CaseWords } from "./case_asked.ts";
export { caseText } from "./described_text.ts";
export type { CaseTextSource } from "./described_text.ts";
export { explainCase } from "./described.ts";
export type { CaseQuery, ExplainedCase, ExplainedOffer, ExplainedRule } from "./described.ts";
export { personEvents } from "./events.ts";
export type { LoggedColumns, PersonEvent } from "./events.ts";
export { FIND_KINDS, FoundPeople, foundText } from "./find.ts";
export type { FindKind, FindSpec, FoundPerson } from "./find.ts";
export { personNamed } from "./person_named.ts";
export type { NamedPerson } from "./person_named.ts";
export { storyOf } from "./story.ts";
export type { Story, StoryClause, StoryLine, StorySource } from "./told.ts";
export { storyRows, storyText } from "./story_text.ts";
export type { StoryRow } from "./story_text.ts";
export { TIME_LINE_LANES, timeLineOf } from "./time_line.ts";
export type {
  TimeLine,
  TimeLineKind,
  TimeLineLane,
  TimeLineMark,
  TimeLineMarkKind,
  TimeLineStretch,
} from "./time_line.ts";
export { wordProblem } from "./word_problem.ts";
