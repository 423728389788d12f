/** What processes hold: lists of claims, the latest first, whose nodes are used again. */

import type { Resource } from "../resources/mod.ts";

/** No node: the end of a list, or an empty one. */
export const NONE = -1;

/** Claims by process; a process keeps the first node of its list. */
export class Holdings {
  readonly #resources: (Resource | undefined)[] = [];
  readonly #claims: number[] = [];
  readonly #next: number[] = [];
  #free = NONE;

  /** Puts a claim in front of a list; returns the first node. */
  add(first: number, resource: Resource, claim: number): number {
    let node = this.#free;
    if (node === NONE) node = this.#next.length;
    else this.#free = this.#next[node];
    this.#resources[node] = resource;
    this.#claims[node] = claim;
    this.#next[node] = first;
    return node;
  }

  /** The latest claim of a resource in a list, or the claim that is given; NONE when it has none. */
  find(first: number, resource: Resource, claim?: number): number {
    let node = first;
    while (
      node !== NONE && !(this.#resources[node] === resource &&
        (claim === undefined || this.#claims[node] === claim))
    ) node = this.#next[node];
    return node;
  }

  /** The node of a claim in a list, whatever its resource; the claim must be there. */
  findClaim(first: number, claim: number): number {
    let node = first;
    while (this.#claims[node] !== claim) node = this.#next[node];
    return node;
  }

  /** Takes a node out of a list; returns the first node. */
  remove(first: number, node: number): number {
    const after = this.#next[node];
    if (node !== first) {
      let before = first;
      while (this.#next[before] !== node) before = this.#next[before];
      this.#next[before] = after;
    }
    this.#resources[node] = undefined;
    this.#next[node] = this.#free;
    this.#free = node;
    return node === first ? after : first;
  }

  claimAt(node: number): number {
    return this.#claims[node];
  }

  resourceAt(node: number): Resource {
    return this.#resources[node]!;
  }
}
