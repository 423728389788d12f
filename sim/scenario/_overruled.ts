/**
 * What becomes of uncertain parameters where a file changes the numbers that it extends.
 *
 * A law was written for the number beside it. A file that changes the number fixes it, unless it
 * states a law itself: `vehicleFactor: 2` must not be drawn around 1 again.
 */
import { joinPath, type Leaf, type MapTree, mergeTrees, type Tree } from "./_tree.ts";
import { isWithin } from "./_value_paths.ts";

/** Parts of a file that hold no numbers of the model. */
const APART = new Set(["title", "description", "extends", "uncertainty"]);

/**
 * A file laid over what it extends, without the laws and columns of numbers that it changes, draws by
 * a law of its own or names in `fixed`. What columns there are is known later: until then `fixed`
 * holds all that columns of the table must not name.
 */
export function mergeScenarios(under: Tree, over: Tree): Tree {
  const inherited = sectionOf(under);
  const own = sectionOf(over);
  const merged = mergeTrees(under, over);
  const section = sectionOf(merged);
  if (inherited === undefined || section === undefined || merged.kind !== "map") return merged;
  const stated = own?.entries.get("fixed");
  if (stated !== undefined && stated.kind !== "list") return merged;
  const fixed = [...replacedBy(over), ...leavesOf(stated)];
  const entries = new Map(section.entries);
  const laws = entries.get("parameters");
  const lawsHere = own?.entries.get("parameters");
  if (laws?.kind === "map") {
    const kept = [...laws.entries].filter(([path]) =>
      (lawsHere?.kind === "map" && lawsHere.entries.has(path)) ||
      !fixed.some(({ value }) => isWithin(path, String(value)))
    );
    entries.set("parameters", { ...laws, entries: new Map(kept) });
  }
  const lawsBelow = lawsHere?.kind === "map" ? lawsHere.entries : [];
  const drawnHere = [...lawsBelow].map(([path, law]) => unwritten(path, law));
  const items = own?.entries.has("sets")
    ? leavesOf(stated)
    : [...leavesOf(inherited.entries.get("fixed")), ...fixed, ...drawnHere];
  entries.set("fixed", { kind: "list", items, file: section.file, line: section.line });
  const changed = { ...section, entries };
  return { ...merged, entries: new Map(merged.entries).set("uncertainty", changed) };
}

function sectionOf(tree: Tree): MapTree | undefined {
  const section = tree.kind === "map" ? tree.entries.get("uncertainty") : undefined;
  return section?.kind === "map" ? section : undefined;
}

function leavesOf(tree: Tree | undefined): Leaf[] {
  return tree?.kind === "list" ? tree.items.filter((item) => item.kind === "leaf") : [];
}

/** A path as an entry of `fixed`; without text, as nobody wrote it. */
function unwritten(path: string, { file, line }: Tree): Leaf {
  return { kind: "leaf", value: path, text: "", file, line, grade: "assumed", source: "" };
}

/** Paths at which a file replaces what it extends. */
function replacedBy(over: Tree): Leaf[] {
  const found: Leaf[] = [];
  const walk = (tree: Tree, path: string): void => {
    if (tree.kind === "map" && !tree.entries.has("law")) {
      for (const [key, entry] of tree.entries) {
        if (path !== "" || !APART.has(key)) walk(entry, joinPath(path, key));
      }
      return;
    }
    found.push(unwritten(path, tree));
  };
  walk(over, "");
  return found;
}
