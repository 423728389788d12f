/**
 * Who may have which bed: candidates tried in order for a patient, and the best patient for a bed.
 */
import { BLOCK } from "./decisions.ts";
import { capabilityBit } from "./layout.ts";
import type { CandidateList, RulesInForce } from "./candidates.ts";
import type { Layout } from "./layout.ts";
import type { World } from "./world.ts";

/**
 * Number of queues for beds that rules need: one per rule, grid and whether a capability is needed.
 *
 * @param rules The rule sets.
 * @param layout The layout.
 * @returns Queues [-].
 */
export function bedQueueCount(rules: readonly RulesInForce[], layout: Layout): number {
  return rules.reduce((n, { set }) => n + set.rules.length, 0) * layout.grids.ids.length * 2;
}

/** Matches patients and beds. */
export class BedSearch {
  readonly #world: World;
  /** Queues that have a ward among their candidates, by ward. */
  readonly #queuesOf: readonly Int32Array[];
  readonly #grids: number;
  /** Why the last ward asked did not take a patient, see `REFUSALS` [-]. */
  #refusal = 0;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    this.#grids = world.layout.grids.ids.length;
    this.#queuesOf = this.#listQueues();
  }

  /**
   * The queue of a rule and a grid.
   *
   * @param set 0 for the rules in force, 1 for the others [-].
   * @param rule Rule [-].
   * @param grid Grid [-].
   * @param needy 1 when a capability is needed beside the bed [-].
   * @returns Queue [-].
   */
  queueOf(set: number, rule: number, grid: number, needy: number): number {
    const before = set === 0 ? 0 : this.#world.rules[0].set.rules.length;
    return ((before + rule) * this.#grids + grid) * 2 + needy;
  }

  #listQueues(): Int32Array[] {
    const { layout, rules, scenario } = this.#world;
    const lists: Set<number>[] = Array.from(layout.wardFacility, () => new Set<number>());
    // Queues of rules that nobody follows are left out: every freed bed looks through its list.
    const followed = scenario.referral.adherence < 1 ? rules : rules.slice(0, 1);
    followed.forEach((r, set) =>
      r.candidates.forEach((list, i) => {
        const queue = this.queueOf(set, Math.floor(i / this.#grids), i % this.#grids, 0);
        for (const ward of list.wards) {
          lists[ward].add(queue);
          if (layout.facilities.capabilities[layout.wardFacility[ward]] !== 0) {
            lists[ward].add(queue + 1);
          }
        }
      })
    );
    return lists.map((set) => Int32Array.from(set).sort());
  }

  /**
   * The first ward of a list that takes a patient now; every refusal before it is counted.
   *
   * @param p Patient [-].
   * @param list Candidates, in order.
   * @returns Ward [-]; −1 when none accepts.
   */
  firstAccepting(p: number, list: CandidateList): number {
    const { collect, log, patients } = this.#world;
    for (const ward of list.wards) {
      if (this.#accepts(p, ward)) return ward;
      collect.refused(this.#refusal);
      log?.referral("refused", p, patients.ruleSet[p], patients.rule[p], ward, this.#refusal);
    }
    return -1;
  }

  /** Whether a ward takes a patient now; if not, `#refusal` says why. */
  #accepts(p: number, ward: number): boolean {
    const { wards } = this.#world;
    if (!this.#eligible(p, ward)) return false;
    if (wards.free(ward) > 0) return true;
    const open = wards.physical[ward] - wards.covid[ward] - wards.ordinary[ward] - wards.held[ward];
    this.#refusal = open > 0 ? 2 : 1;
    return false;
  }

  /** Whether a ward could take a patient if it had a bed; who is in a bed only moves up. */
  #eligible(p: number, ward: number): boolean {
    const { patients, layout } = this.#world;
    const bed = patients.ward[p];
    this.#refusal = 0;
    if (bed >= 0 && layout.wardType[ward] <= layout.wardType[bed]) return false;
    return this.willing(p, ward);
  }

  /**
   * Whether a ward's facility has what a patient needs beside a bed, and adheres.
   *
   * @param p Patient [-].
   * @param ward Ward [-].
   * @returns True when it would take the patient if it had a bed.
   */
  willing(p: number, ward: number): boolean {
    const { patients, layout, scenario, draws } = this.#world;
    const facility = layout.wardFacility[ward];
    const capability = patients.capability[p];
    this.#refusal = 0;
    if (capability > 0) {
      const has = layout.facilities.capabilities[facility] & capabilityBit(capability - 1);
      if (has === 0) return false;
    }
    const { facilityAdherence } = scenario.referral;
    if (facilityAdherence >= 1) return true;
    this.#refusal = 5;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.ADHERENCE, facility);
    return draws.u0 < facilityAdherence;
  }

  /**
   * The first of all waiting whom a ward could take.
   *
   * @param ward Ward [-].
   * @returns Patient [-]; −1 when there is none.
   */
  best(ward: number): number {
    const { bedQueues, patients } = this.#world;
    let best = -1;
    let bestBucket = -1;
    const { used } = bedQueues;
    for (const queue of this.#queuesOf[ward]) {
      for (let left = used[queue]; left !== 0;) {
        const bucket = 31 - Math.clz32(left);
        if (bucket < bestBucket) break;
        left &= ~(1 << bucket);
        for (let p = bedQueues.first(queue, bucket); p >= 0; p = patients.after[p]) {
          if (bucket === bestBucket && patients.requestedAt[p] >= patients.requestedAt[best]) break;
          if (!this.#eligible(p, ward)) continue;
          best = p;
          bestBucket = bucket;
          left = 0;
          break;
        }
      }
    }
    return best;
  }
}
