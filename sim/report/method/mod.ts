/** What results rest on, in words: notes below figures and tables, the method of a paper's supplement. */
export { changeText } from "./change_text.ts";
export { citationCff } from "./citation.ts";
export { decidingEnds, drawsOf, FEW_DRAWS, FEWEST_DRAWS, isClear, tooFewDraws } from "./clear.ts";
export { differencesText } from "./differences.ts";
export { infectionsOf, isWithoutInfections } from "./infections.ts";
export type { Bilingual, Lang } from "./language.ts";
export { methodText } from "./method_text.ts";
export { type Moved, movedFrom, movedNote } from "./moved.ts";
export {
  type Graded,
  gradeLabel,
  gradeNote,
  type NoteOptions,
  type Spread,
  spreadNote,
} from "./notes.ts";
export { type PrecisionCourse, precisionCourses } from "./precision_courses.ts";
export { shownChanges } from "./shown_changes.ts";
export { START_VERDICTS, type StartGroup, startsOf } from "./starts.ts";
