/**
 * Markup that cannot be injected into: whatever stands in `${…}` of an `markup` template is escaped
 * unless it is markup itself. All text of the report goes through it.
 */
import type { Lang } from "../figures/mod.ts";

/** Text that is already markup. */
export class Markup {
  readonly #text: string;

  /** Takes text as markup, unescaped. */
  constructor(text: string) {
    this.#text = text;
  }

  /** The markup as text. */
  toString(): string {
    return this.#text;
  }
}

/** What a template takes. */
export type Part = string | number | Markup | readonly Part[];

/** Makes markup of a template; parts that are text or numbers are escaped, lists are joined. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(
    strings.map((text, at) => text + (at < parts.length ? written(parts[at]) : "")).join(""),
  );
}

/** A text in both languages, of which one is shown. */
export function both(en: Part, zh: Part): Markup {
  return markup`<span lang="en">${en}</span><span lang="zh">${zh}</span>`;
}

/** A text made for each language. */
export function inBoth(make: (lang: Lang) => Part): Markup {
  return both(make("en"), make("zh"));
}

/** A path of a scenario, or of a file, as code that breaks after its dots, or slashes, only. */
export function pathCode(path: string, after: "." | "/" = "."): Markup {
  const parts = path.split(after);
  return markup`<code class="path">${
    parts.map((part, at) => at === parts.length - 1 ? part : markup`${part}${after}<wbr>`)
  }</code>`;
}

/** JSON that may stand in a script element. */
export function scriptJson(value: unknown): Markup {
  return new Markup(
    JSON.stringify(value)
      .replaceAll("<", "\\u003c")
      .replaceAll("\u2028", "\\u2028")
      .replaceAll("\u2029", "\\u2029"),
  );
}

function written(part: Part): string {
  if (part instanceof Markup) return part.toString();
  if (typeof part === "object") return part.map(written).join("");
  return String(part)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
