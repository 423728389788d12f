/** Words that have no place in the repository: of one machine, of papers that are not in it. */
import type { SourceFile } from "./tree.ts";

// Written in pieces, so that this file does not hold what it looks for.
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(String.raw`/` + "work/(?:main|shared|steering|\\.library|\\.mirror)"),
    "a path of one machine",
  ],
  [new RegExp("/(?:tmp/" + "bash_jobs|root/|home/[a-z]+/)"), "a path of one machine"],
  [
    new RegExp("https?://[^/ ]*(?:" + "registry|pypi|crates\\.io|golang|maven)[^/ ]*"),
    "a registry's host",
  ],
  [
    new RegExp(
      String.raw`\b(?:MOD` + "EL|FA" + String.raw`CTS|DES` + "IGN|STY" + String.raw`LE|POL` +
        "ICY|VALID" + String.raw`ATION|TOOL` + String.raw`CHAIN)(?:\.md)?\s*(?:§|\d)`,
    ),
    "a paper that is not here",
  ],
  [
    new RegExp(String.raw`\((?:S|B|V)\d{1,3}(?:[,;] ?(?:S|B|V)\d{1,3})*\)|\[(?:S|B|V)\d{1,3}\]`),
    "a tag of a paper that is not here",
  ],
  [new RegExp("\\b[Ii]ss" + "ue #?\\d"), "a number of an issue"],
  [
    new RegExp("\\b(?:this|a previous|the next) sess" + "ion\\b|\\bhel" + "per [A-F]\\b", "i"),
    "who wrote it",
  ],
];

const SUFFIX = "(?:Manager|Helper|Util|Utils|Ifc)";
const NAMED = new RegExp(
  String.raw`\b(?:class|interface|type|enum|function|const|let)\s+(\w+${SUFFIX}|[iI]mpl\w*)\b`,
  "g",
);

/** Lines with a forbidden word. */
export function forbiddenWords(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, i) =>
      FORBIDDEN.filter(([pattern]) => pattern.test(line)).map(([pattern, what]) =>
        `${path}:${i + 1} names ${what}: ${pattern.exec(line)![0]}`
      )
    )
  );
}

/** Declared names and files that say nothing of what they are. */
export function emptyNames(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => [
    ...[...text.matchAll(NAMED)].map((found) => `${path} declares ${found[1]}`),
    ...(/(?:manager|helpers?|utils?|index)\.ts$/.test(path) ? [`${path} is named so`] : []),
    ...(/[A-Z-]/.test(path.slice(path.lastIndexOf("/") + 1)) ? [`${path} is not snake_case`] : []),
  ]);
}
