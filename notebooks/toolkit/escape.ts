/** Text from files, made harmless where HTML is written. */

const NAMED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Writes a text so that HTML shows it and never obeys it.
 *
 * @param text Any text.
 * @returns The text with the five special characters named.
 *
 * @example A tag becomes text
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { escapeHtml } from "./escape.ts";
 *
 * assertEquals(escapeHtml('<b title="x">'), "&lt;b title=&quot;x&quot;&gt;");
 * ```
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => NAMED[character] as string);
}
