/** A scenario file laid over those that it extends. */
import { dirname, isAbsolute, join, normalize } from "@std/path";
import { type Reading, readText } from "./_files.ts";
import { mergeScenarios } from "./_overruled.ts";
import { type Leaf, parseTree, type Tree } from "./_tree.ts";
import { type Keys, treeAt } from "./_value_paths.ts";

/** Keys that say what one file is and are not handed on to those that extend it. */
const OWN = ["title", "description", "extends"] as const;

/** The merged tree of a file and its ancestors, or undefined after adding issues. */
export async function readMerged(
  path: string,
  reading: Reading,
  from: readonly string[] = [],
): Promise<Tree | undefined> {
  const { issues } = reading;
  const text = await readText(path, reading);
  const tree = text === undefined ? undefined : parseTree(text, path, issues);
  if (tree === undefined) return undefined;
  if (tree.kind !== "map") {
    const rule = "Expected a map of the parts of a scenario";
    issues.add({ file: path, line: tree.line, path: "", rule, value: tree.kind });
    return undefined;
  }
  const parent = tree.entries.get("extends");
  const own = without(tree, ["extends"]);
  if (parent === undefined) return own;
  if (parent.kind !== "leaf" || typeof parent.value !== "string") {
    const value = parent.kind === "leaf" ? parent.text : `a ${parent.kind}`;
    const rule = "Expected the path of one scenario file";
    issues.add({ file: path, line: parent.line, path: "extends", rule, value });
    return undefined;
  }
  const above = beside(path, parent.value);
  const chain = [...from, path];
  if (chain.includes(above)) {
    const value = [...chain.slice(chain.indexOf(above)), above].join(" → ");
    const rule = "Expected no cycle";
    issues.add({ file: path, line: parent.line, path: "extends", rule, value });
    return undefined;
  }
  const base = await readMerged(above, reading, chain);
  return base === undefined ? undefined : mergeScenarios(without(base, OWN), own);
}

/** Path that a file names, seen from where the name was written. */
export function pathAt(tree: Tree, keys: Keys): string {
  const leaf = treeAt(tree, keys) as Leaf;
  return beside(leaf.file, String(leaf.value));
}

/** A path that a file names: as it is when absolute, else from the folder of the file. */
function beside(file: string, named: string): string {
  return isAbsolute(named) ? normalize(named) : join(dirname(file), named);
}

function without(tree: Tree, keys: readonly string[]): Tree {
  if (tree.kind !== "map") return tree;
  const entries = new Map([...tree.entries].filter(([key]) => !keys.includes(key)));
  return { ...tree, entries };
}
