/** An item of a reporting guideline, filled in. */
import type { ResultSet } from "../../experiment/results/mod.ts";
import type { Bilingual, Lang } from "./language.ts";

/** An item of a guideline with what fills it. */
export interface GuidelineItem {
  /** Number in the guideline, e.g. `4.3`. */
  readonly number: string;
  /** Name in the guideline. */
  readonly name: Bilingual;
  /** Section of the guideline to which it belongs. */
  readonly section: Bilingual;
  /** What is to be said, in Markdown. */
  readonly text: (set: ResultSet, lang: Lang) => string;
}
