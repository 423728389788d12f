/** Numbers of policy clauses in texts. */

/** As in the register of clauses: `P22-2.2.2(3)`, `N162-4d`, `BJ-3.6b`, `DT9-classes`. */
const CLAUSE =
  /(?<![A-Za-z0-9])(?:P22|N162|N35|N177|BJ|DT9)-(?:classes|\d+(?:\.\d+)*(?:\(\d+\)|[a-z](?![a-z]))?)/g;

/** The clauses that some texts cite, each once, in order. */
export function clausesIn(...texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => text.match(CLAUSE) ?? []))];
}
