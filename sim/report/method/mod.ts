/** What results rest on, in words: notes below figures and tables, the method of a paper's supplement. */
export { citationCff } from "./citation.ts";
export { differencesText } from "./differences.ts";
export type { Bilingual, Lang } from "./language.ts";
export { methodText } from "./method_text.ts";
export { type Moved, movedFrom } from "./moved.ts";
export { gradeLabel, gradeNote, type NoteOptions, spreadNote } from "./notes.ts";
export { type PrecisionCourse, precisionCourses } from "./precision_courses.ts";
