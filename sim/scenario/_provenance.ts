/** What the numbers and dates of a scenario rest on. */
import { relative } from "@std/path";
import type { Provenance } from "./scenario.ts";
import { isQuantity } from "./quantity.ts";
import { joinPath, type Tree } from "./_tree.ts";

const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Parts that hold no numbers of the model: names, and laws, which have a list of their own. */
const APART = new Set(["title", "description", "uncertainty"]);
/** Words that are a decision of the author and rest on a reason. */
const REASONED = new Set(["referral.lint"]);

/** Every number and date of a merged tree, in its order; files relative to a folder. */
export function provenanceOf(tree: Tree, folder: string): Provenance[] {
  const found: Provenance[] = [];
  collect(tree, "", folder, found);
  return found;
}

function collect(tree: Tree, path: string, folder: string, found: Provenance[]): void {
  if (tree.kind === "list") {
    tree.items.forEach((item, index) => collect(item, `${path}[${index}]`, folder, found));
    return;
  }
  if (tree.kind === "map") {
    for (const [key, entry] of tree.entries) {
      if (path === "" && APART.has(key)) continue;
      collect(entry, joinPath(path, key), folder, found);
    }
    return;
  }
  const text = typeof tree.value === "string" ? tree.value : tree.text;
  const isNumber = typeof tree.value === "number" || isQuantity(text);
  if (!isNumber && !DATE.test(text) && !REASONED.has(path)) return;
  const { grade, source } = tree;
  found.push({ path, text, grade, source, file: relative(folder, tree.file) });
}
