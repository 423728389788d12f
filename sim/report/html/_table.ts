/** Tables of the report: each says what it rests on and what the spread of its numbers holds. */
import type { ResultSet } from "../../experiment/results/mod.ts";
import { gradeNote, spreadNote } from "../method/mod.ts";
import { both, inBoth, type Markup, markup, type Part } from "./_markup.ts";

/** A table. */
export interface TableSpec {
  /** Its name on the page. */
  readonly id: string;
  /** What it shows. */
  readonly caption: Part;
  /** Cells of the head, from the left. */
  readonly head: readonly Part[];
  /** Rows, or bodies of rows. */
  readonly body: Part;
  /** How cells are set: numbers to the right, closely where there are many columns, or small text. */
  readonly kind?: "numbers" | "numbers compact" | "fine";
}

/** Grade of the inputs and kind of spread, in both languages. */
export function restsOn(set: ResultSet): Markup {
  return inBoth((lang) =>
    lang === "en"
      ? `${gradeNote(set, lang)}. Spread of results: ${spreadNote(set, lang)}.`
      : `${gradeNote(set, lang)}。结果的离散：${spreadNote(set, lang)}。`
  );
}

/** A table that can be scrolled sideways, with its caption. */
export function tableOf(set: ResultSet, { id, caption, head, body, kind }: TableSpec): Markup {
  return markup`
    <div class="scroll" role="region" tabindex="0" aria-labelledby="${id}-caption">
      <table class="${kind ?? ""}">
        <caption id="${id}-caption"><div>${caption} <small>${restsOn(set)}</small></div></caption>
        <thead><tr>${head.map((cell) => markup`<th scope="col">${cell}</th>`)}</tr></thead>
        ${body}
      </table>
    </div>
  `;
}

/** Cells of a head in both languages. */
export function headOf(names: readonly (readonly [en: string, zh: string])[]): Markup[] {
  return names.map(([en, zh]) => both(en, zh));
}
