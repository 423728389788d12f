/** Languages in which results speak. */

/** Language of titles, labels and texts. */
export type Lang = "en" | "zh";

/** A text in both languages. */
export interface Bilingual {
  /** In English. */
  readonly en: string;
  /** In Chinese. */
  readonly zh: string;
}
