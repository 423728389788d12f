/** Paths such as `wave.attack[0].share` into trees and plain data. */
import type { Tree } from "./_tree.ts";

/** A path in pieces. */
export type Keys = readonly (string | number)[];

const PIECE = /\[(\d+)\]|([^.[\]]+)/g;

/** The pieces of a written path. */
export function keysOf(path: string): Keys {
  return [...path.matchAll(PIECE)].map(([, index, name]) => name ?? Number(index));
}

/** True when a path is another or lies within it. */
export function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);
}

/** The node of a tree at a path. */
export function treeAt(tree: Tree, keys: Keys): Tree | undefined {
  let node: Tree | undefined = tree;
  for (const key of keys) {
    if (node?.kind === "map") node = node.entries.get(String(key));
    else if (node?.kind === "list" && typeof key === "number") node = node.items[key];
    else return undefined;
  }
  return node;
}

/** The value of plain data at a path; undefined when there is none. */
export function valueAt(data: unknown, keys: Keys): unknown {
  let value = data;
  for (const key of keys) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

/** Plain data with another value at a path; what does not lie on the path is shared. */
export function withValueAt<T>(data: T, keys: Keys, value: unknown): T {
  const [key, ...rest] = keys;
  if (key === undefined) return value as T;
  const copy = (Array.isArray(data) ? [...data] : { ...data }) as Record<string | number, unknown>;
  copy[key] = withValueAt(copy[key], rest, value);
  return copy as T;
}
