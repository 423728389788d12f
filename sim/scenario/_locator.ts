/** Where in its files a path of a scenario stands. */
import { quoted } from "./error.ts";
import type { Locator } from "./_schema_kit.ts";
import type { Tree } from "./_tree.ts";

/** Finds lines and written values in a tree. */
export function treeLocator(tree: Tree, file: string): Locator {
  return {
    place: (path) => placeOf(tree, path, file),
    written: (path) => writtenAt(tree, path),
    name: pathName,
  };
}

/** A path in words: `rules[2].to.role`. */
export function pathName(path: readonly PropertyKey[]): string {
  return path.map((key, index) =>
    typeof key === "number" ? `[${key}]` : index === 0 ? String(key) : `.${String(key)}`
  ).join("");
}

function placeOf(
  tree: Tree,
  path: readonly PropertyKey[],
  file: string,
): { file: string; line: number } {
  let node = tree;
  let place = { file: tree.file, line: 0 };
  for (const key of path) {
    const next = childOf(node, key);
    if (next === undefined) return place;
    const keyLine = node.kind === "map" ? node.keyLines.get(String(key)) : undefined;
    place = { file: next.file, line: keyLine ?? next.line };
    if (next.kind === "leaf") place = { file: next.file, line: next.line || place.line };
    node = next;
  }
  return path.length === 0 ? { file, line: 0 } : place;
}

function writtenAt(tree: Tree, path: readonly PropertyKey[]): string {
  let node: Tree | undefined = tree;
  for (const key of path) {
    node = node === undefined ? undefined : childOf(node, key);
  }
  if (node === undefined) return "nothing";
  if (node.kind === "map") return "a map";
  if (node.kind === "list") return `a list of ${node.items.length}`;
  if (node.value === null) return "nothing";
  return typeof node.value === "string" ? quoted(node.value) : node.text;
}

function childOf(node: Tree, key: PropertyKey): Tree | undefined {
  if (node.kind === "map") return node.entries.get(String(key));
  if (node.kind === "list") return node.items[Number(key)];
  return undefined;
}
