/** Which paths of a scenario name a number that can be uncertain, and why others do not. */
import { COLOURS } from "../domain/terms/mod.ts";
import { nearestName, quoted } from "./error.ts";
import { provenanceOf } from "./_provenance.ts";
import type { Trial } from "./_parameter_trial.ts";
import type { Tree } from "./_tree.ts";
import { isWithin, keysOf, treeAt } from "./_value_paths.ts";

/** Why a path is refused. */
export interface PathProblem {
  readonly rule: string;
  readonly value: string;
  readonly nearest?: string;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Groups of numbers of which none can change alone, and what holds for them. */
const JOINED: readonly (readonly [group: string, why: string])[] = [
  ...COLOURS.map((colour) => [`contact.onset.${colour}`, "sum to 1"] as const),
  ...["moderate", "severe", "critical"].map((s) => [`contact.worsening.${s}`, "sum to 1"] as const),
  ["services.weekProfile", "have a mean of 1"],
];

/** Judges paths of one scenario; every path passes while the scenario itself is wrong. */
export class ParameterPaths {
  readonly #tree: Tree;
  readonly #trial: Trial | undefined;
  readonly #numbers: readonly string[];

  constructor(tree: Tree, trial: Trial | undefined) {
    this.#tree = tree;
    this.#trial = trial;
    this.#numbers = provenanceOf(tree, "").filter(({ path, text }) =>
      !DATE.test(text) && !isWithin(path, "window")
    ).map(({ path }) => path);
  }

  /** Why a path names no number that can be uncertain; undefined when it does. */
  problem(path: string): PathProblem | undefined {
    if (this.#trial === undefined) return undefined;
    const value = quoted(path);
    const keys = keysOf(path);
    const node = treeAt(this.#tree, keys);
    if (node === undefined || ["uncertainty", "title", "description"].includes(String(keys[0]))) {
      const nearest = nearestName(path, this.#numbers);
      const rule = "Expected the path of a number of the scenario";
      return { rule, value, ...(nearest === undefined ? {} : { nearest }) };
    }
    if (isWithin(path, "window")) {
      const rule = "Expected a number of the model, not of the window in which it is observed";
      return { rule, value };
    }
    if (this.#numbers.includes(path) && this.#trial.number(keys) !== undefined) return undefined;
    return { rule: "Expected the path of one number", value: `${value}, ${kindOf(node)}` };
  }

  /** Why the number at a path cannot change by itself; undefined when it can. */
  joined(path: string): PathProblem | undefined {
    const [group, why] = JOINED.find(([group]) => isWithin(path, group)) ?? [];
    if (group === undefined) return undefined;
    const rule = `Expected a number that can change by itself: those of ${group} ${why}`;
    return { rule, value: quoted(path) };
  }

  /** Whether something stands at a path. */
  exists(path: string): boolean {
    return this.#trial === undefined || treeAt(this.#tree, keysOf(path)) !== undefined;
  }
}

function kindOf(node: Tree): string {
  if (node.kind === "list") return `a list of ${node.items.length}`;
  if (node.kind === "map") return node.entries.has("law") ? "a law" : "a map";
  if (typeof node.value === "boolean") return "true or false";
  if (DATE.test(node.text)) return "a date";
  return `the text ${quoted(String(node.value))}`;
}
