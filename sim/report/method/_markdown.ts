/** Markdown in which text from files can be no markup. */
import type { Bilingual, Lang } from "./language.ts";

/** Text from a file, on one line, with every sign that Markdown or HTML reads escaped. */
export function plainMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").trim()
    .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    .replace(/[\\`*_{}[\]#|~$]/g, "\\$&")
    .replace(/^[-+=](?=\s|$)/, "\\$&").replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}

/** Text from a file as code: a path, a hash, a command. */
export function codeMarkdown(text: string): string {
  const line = text.replace(/\s+/g, " ").trim().replaceAll("|", "\\|");
  if (line === "") return "–";
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const room = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${room}${line}${room}${fence}`;
}

/** A table; cells are Markdown already. */
export function tableMarkdown(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell === "" ? " " : cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A list; items are Markdown already. */
export function listMarkdown(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

/** What the program cannot know and a reader must fill in. */
export function blank(lang: Lang, what: Bilingual): string {
  return lang === "en" ? `**[To be filled in: ${what.en}]**` : `**〔待填写：${what.zh}〕**`;
}

/** One of two texts. */
export function say(lang: Lang, en: string, zh: string): string {
  return lang === "en" ? en : zh;
}
