/**
 * A YAML file as a tree that remembers where each value stands and what it rests on.
 *
 * Grade and source are inherited downward within one file, before files are merged, so that a
 * number changed by an extending file never borrows the source of the number it replaces.
 */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node as YamlNode,
  parseDocument,
} from "yaml";
import { type Grade, GRADES } from "../domain/terms/mod.ts";
import { type IssueList, nearestName, quoted } from "./error.ts";

/** Most aliases that are expanded in one file, those within others counted again. */
const MAX_ALIASES = 100;
/** Deepest nesting of maps and lists. */
const MAX_DEPTH = 40;

/** Where a node stands. */
interface Place {
  readonly file: string;
  readonly line: number;
}
/** A value with what it rests on. */
export interface Leaf extends Place {
  readonly kind: "leaf";
  readonly value: unknown;
  readonly text: string;
  readonly grade: Grade;
  readonly source: string;
}
/** A map. */
export interface MapTree extends Place {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, Tree>;
  readonly keyLines: ReadonlyMap<string, number>;
}
/** A list. */
export interface ListTree extends Place {
  readonly kind: "list";
  readonly items: readonly Tree[];
}
/** A value, a map or a list. */
export type Tree = Leaf | MapTree | ListTree;

/** What numbers below rest on unless they say otherwise. */
interface Ground {
  readonly grade: Grade;
  readonly source: string;
}

/** Reads YAML text; undefined after adding issues that leave nothing to go on with. */
export function parseTree(text: string, file: string, issues: IssueList): Tree | undefined {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, uniqueKeys: true, stringKeys: true });
  const problems = [...document.errors, ...document.warnings];
  for (const problem of problems) {
    const line = lineCounter.linePos(problem.pos[0]).line;
    const rule = problem.code === "DUPLICATE_KEY"
      ? "Expected every key once in its map"
      : "Expected valid YAML";
    const value = problem.message.split("\n")[0].replace(/ at line \d+, column \d+:?$/, "");
    issues.add({ file, line, path: "", rule, value });
  }
  if (problems.length > 0) return undefined;
  return new Reader(document, file, lineCounter, issues).read();
}

/** One walk over a document. */
class Reader {
  #aliases = 0;
  #stopped = false;

  constructor(
    private readonly document: Document,
    private readonly file: string,
    private readonly lines: LineCounter,
    private readonly issues: IssueList,
  ) {}

  read(): Tree | undefined {
    const ground: Ground = { grade: "assumed", source: "" };
    const tree = this.#tree(this.document.contents, ground, "", 0);
    return this.#stopped ? undefined : tree;
  }

  #lineOf(node: unknown): number {
    const range = (node as YamlNode | null)?.range;
    return range ? this.lines.linePos(range[0]).line : 0;
  }

  #stop(rule: string, value: string, line: number): Leaf {
    if (!this.#stopped) this.issues.add({ file: this.file, line, path: "", rule, value });
    this.#stopped = true;
    return this.#leaf(null, "", line, { grade: "assumed", source: "" });
  }

  #leaf(value: unknown, text: string, line: number, ground: Ground): Leaf {
    return { kind: "leaf", value, text, file: this.file, line, ...ground };
  }

  #tree(node: unknown, ground: Ground, path: string, depth: number): Tree {
    const line = this.#lineOf(node);
    if (this.#stopped) return this.#leaf(null, "", line, ground);
    if (depth > MAX_DEPTH) {
      return this.#stop(`Expected at most ${MAX_DEPTH} levels of nesting`, "more", line);
    }
    if (isAlias(node)) {
      this.#aliases++;
      if (this.#aliases > MAX_ALIASES) {
        return this.#stop(`Expected at most ${MAX_ALIASES} aliases when expanded`, "more", line);
      }
      return this.#tree(node.resolve(this.document), ground, path, depth + 1);
    }
    if (isMap(node)) return this.#map(node.items, line, ground, path, depth);
    if (isSeq(node)) {
      const items = node.items.map((item, index) =>
        this.#tree(item, ground, `${path}[${index}]`, depth + 1)
      );
      return { kind: "list", items, file: this.file, line };
    }
    const value = isScalar(node) ? node.value : null;
    const written = isScalar(node) ? node.source : undefined;
    return this.#leaf(value, written ?? String(value ?? ""), line, ground);
  }

  #map(
    pairs: readonly { key: unknown; value: unknown }[],
    line: number,
    outer: Ground,
    path: string,
    depth: number,
  ): Tree {
    const nodes = new Map<string, { line: number; value: unknown }>();
    for (const { key, value } of pairs) {
      nodes.set(isScalar(key) ? String(key.value) : String(key), {
        line: this.#lineOf(key),
        value,
      });
    }
    const ground = this.#ground(nodes, outer, path);
    nodes.delete("grade");
    nodes.delete("source");
    const only = nodes.size === 1 ? nodes.get("value") : undefined;
    if (only !== undefined) return this.#tree(only.value, ground, path, depth + 1);
    const entries = new Map<string, Tree>();
    const keyLines = new Map<string, number>();
    for (const [key, entry] of nodes) {
      entries.set(key, this.#tree(entry.value, ground, joinPath(path, key), depth + 1));
      keyLines.set(key, entry.line);
    }
    return { kind: "map", entries, keyLines, file: this.file, line };
  }

  #ground(
    nodes: ReadonlyMap<string, { line: number; value: unknown }>,
    outer: Ground,
    path: string,
  ): Ground {
    const scalar = (key: string) => {
      const node = nodes.get(key)?.value;
      return isScalar(node) ? String(node.value ?? "") : undefined;
    };
    const source = scalar("source");
    const named = scalar("grade");
    const grade = GRADES.find((known) => known === named);
    const wrong = nodes.has("grade") ? grade === undefined : false;
    if (wrong) this.#wrongGrade(named ?? "", nodes.get("grade")?.line ?? 0, path);
    if (nodes.has("source") && source === undefined) {
      const line = nodes.get("source")?.line ?? 0;
      const at = joinPath(path, "source");
      this.issues.add({ file: this.file, line, path: at, rule: "Expected text", value: "a map" });
    }
    return { grade: grade ?? outer.grade, source: source ?? outer.source };
  }

  #wrongGrade(value: string, line: number, path: string): void {
    const nearest = nearestName(value, GRADES);
    this.issues.add({
      file: this.file,
      line,
      path: joinPath(path, "grade"),
      rule: `Expected one of ${GRADES.join(", ")}`,
      value: quoted(value),
      ...(nearest === undefined ? {} : { nearest }),
    });
  }
}

/** Path of an entry of a map. */
export function joinPath(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

/**
 * Lays one tree over another: maps merge deeply, everything else replaces; so does a map that names
 * its law, because the parameters of one law mean nothing to another.
 */
export function mergeTrees(under: Tree | undefined, over: Tree): Tree {
  if (under === undefined || under.kind !== "map" || over.kind !== "map") return over;
  if (over.entries.has("law")) return over;
  const entries = new Map(under.entries);
  for (const [key, tree] of over.entries) entries.set(key, mergeTrees(entries.get(key), tree));
  const keyLines = new Map([...under.keyLines, ...over.keyLines]);
  return { ...over, entries, keyLines };
}

/** The tree as plain data. */
export function plainOf(tree: Tree): unknown {
  if (tree.kind === "leaf") return tree.value;
  if (tree.kind === "list") return tree.items.map(plainOf);
  return Object.fromEntries([...tree.entries].map(([key, entry]) => [key, plainOf(entry)]));
}
