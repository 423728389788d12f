/** Text in XML. */

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};
const SPECIAL = /[&<>"'\t\n\r]/g;
/** Characters that XML 1.0 has no way to write, halves of pairs among them. */
const IMPOSSIBLE =
  // deno-lint-ignore no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as the value of an attribute; what XML cannot hold is written as its code, `\u0007`. */
export function xmlText(text: string): string {
  return text
    .replace(IMPOSSIBLE, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replace(SPECIAL, (c) => ENTITIES[c]);
}
