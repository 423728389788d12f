/** Stories and explanations as a notebook shows them: tables and plain text, everything escaped. */
import { type Story, storyRows, type StorySource, storyText } from "gridcare/report/mod.ts";
import { DISPLAY, type Displayable } from "./display.ts";
import { escapeHtml } from "./escape.ts";

const LEFT = "text-align:left;vertical-align:top";
const CLOCK = `${LEFT};white-space:nowrap;padding-right:1em`;
const REASON = `${LEFT};padding-left:2em`;
const LINES = "text-align:left;white-space:pre-wrap";

/** Something shown that is also a text. */
export interface ShownText extends Displayable {
  /** The same as plain text. */
  readonly text: string;
  /** The same as HTML, escaped. */
  readonly html: string;
}

/** A story that a notebook shows. */
export interface ShownStory extends ShownText {
  /** The story as data. */
  readonly told: Story;
}

function shown(text: string, html: string): ShownText {
  return { text, html, [DISPLAY]: () => ({ "text/html": html, "text/plain": text }) };
}

/** Lines of text in one type width. */
function preformatted(lines: readonly string[]): string {
  return `<pre style="${LINES}">${escapeHtml(lines.join("\n"))}</pre>`;
}

/**
 * Makes lines of text something that a notebook shows as they are, columns below columns.
 *
 * @param lines Lines.
 * @returns What is shown.
 *
 * @example A tag is text
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { shownLines } from "./show_story.ts";
 *
 * assertEquals(shownLines(["a <b>"]).html.includes("a &lt;b&gt;"), true);
 * ```
 */
export function shownLines(lines: readonly string[]): ShownText {
  return shown(lines.join("\n"), preformatted(lines));
}

/**
 * Makes a story something that a notebook shows: who it is, a table of times and sentences, and where
 * the time to care went.
 *
 * @param told Story.
 * @param source Where it comes from.
 * @returns What is shown.
 *
 * @example A name from a file stays a name
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { shownStory } from "./show_story.ts";
 * import { openScenario } from "./open_scenario.ts";
 *
 * const scenario = await openScenario("training");
 * const run = { grid: "training-g1", id: "training-g1-0", replication: 0, seed: "1" };
 * const source = { scenario, clauses: [], ...run, lang: "en" } as const;
 * const story = shownStory({ person: ["<i>"], lines: [], end: [] }, source);
 * assertEquals([story.text, story.html.includes("&lt;i&gt;")], ["<i>", true]);
 * ```
 */
export function shownStory(told: Story, source: StorySource): ShownStory {
  const rows = storyRows(told, source).map(({ clock, since, level, text }) => {
    const cells = [clock, since].map((cell) => `<td style="${CLOCK}">${escapeHtml(cell)}</td>`);
    const said = `<td style="${level === 0 ? LEFT : REASON}">${escapeHtml(text)}</td>`;
    return `<tr>${cells.join("")}${said}</tr>`;
  });
  const person = told.person.map((line, at) =>
    at === 0 ? `<b>${escapeHtml(line)}</b>` : escapeHtml(line)
  );
  const html = `<p style="text-align:left">${person.join("<br>")}</p>` +
    `<table><tbody>${rows.join("")}</tbody></table>${preformatted(told.end)}`;
  return { ...shown(storyText(told, source).join("\n"), html), told };
}

/**
 * Shows several things beside one another, each in a column of its own.
 *
 * @param columns Stories or explanations, at least one.
 * @returns What is shown; as plain text one below the other.
 *
 * @example Two columns
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { shownLines, sideBySide } from "./show_story.ts";
 *
 * assertEquals(sideBySide(shownLines(["a"]), shownLines(["b"])).text, "a\n\nb");
 * ```
 */
export function sideBySide(...columns: readonly ShownText[]): ShownText {
  const width = `width:${Math.floor(100 / columns.length)}%`;
  const cells = columns.map(({ html }) => `<td style="${LEFT};${width}">${html}</td>`);
  return shown(
    columns.map(({ text }) => text).join("\n\n"),
    `<table><tbody><tr>${cells.join("")}</tr></tbody></table>`,
  );
}
