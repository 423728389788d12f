/** What stands at a path of a scenario file: numbers, words, flags and lists, each with its source. */
import { joinPath, type Leaf, type Tree } from "./_tree.ts";
import { readMerged } from "./_extends.ts";
import { MAX_BYTES } from "./_files.ts";
import { keysOf, treeAt } from "./_value_paths.ts";
import type { LoadOptions } from "./city_folder.ts";
import { IssueList } from "./error.ts";

/** One value as written. */
export interface WrittenValue {
  /** Path, e.g. `contact.followUp.red`. */
  readonly path: string;
  /** Text as written; `[]` for a list without an item. */
  readonly text: string;
  /** How well it is known; `assumed` where nothing is said. */
  readonly grade: Leaf["grade"];
  /** What it rests on; empty where nothing is said. */
  readonly source: string;
}

/**
 * Reads what a scenario file, laid over those it extends, says at a path and below.
 *
 * Unlike the provenance of a loaded scenario this holds words, flags and empty lists too. The file is
 * merged and not checked.
 *
 * @param file Path of the scenario file.
 * @param path Path within it, e.g. `contact.followUp` or `wave.attack[0].share`.
 * @param options Largest size of a file.
 * @returns Values in the order of the file; none when nothing stands there.
 * @throws {ScenarioError} When a file cannot be read.
 *
 * @example How often those known to be ill are called on
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { writtenValues } from "./mod.ts";
 *
 * const values = await writtenValues("scenarios/base.yaml", "contact.followUp");
 * assertEquals(values.map(({ text }) => text), ["0 min", "3 d", "1 d"]);
 * ```
 */
export async function writtenValues(
  file: string,
  path: string,
  options: LoadOptions = {},
): Promise<WrittenValue[]> {
  const issues = new IssueList();
  const tree = await readMerged(file, { issues, maxBytes: options.maxBytes ?? MAX_BYTES });
  issues.throwIfAny("scenario", file);
  const node = treeAt(tree!, keysOf(path));
  return node === undefined ? [] : valuesOf(node, path);
}

function valuesOf(tree: Tree, path: string): WrittenValue[] {
  if (tree.kind === "leaf") {
    const text = typeof tree.value === "string" ? tree.value : tree.text;
    return [{ path, text, grade: tree.grade, source: tree.source }];
  }
  if (tree.kind === "map") {
    return [...tree.entries].flatMap(([key, entry]) => valuesOf(entry, joinPath(path, key)));
  }
  if (tree.items.length === 0) return [{ path, text: "[]", grade: "assumed", source: "" }];
  return tree.items.flatMap((item, index) => valuesOf(item, `${path}[${index}]`));
}
