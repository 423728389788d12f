/**
 * Who may have which bed: candidates tried in order for a patient, and the best patient for a bed.
 */
import { REFUSALS } from "../domain/mod.ts";
import { BUCKETS } from "../engine/mod.ts";
import type { Breach } from "./audits.ts";
import { BLOCK } from "./decisions.ts";
import { capabilityBit } from "./layout.ts";
import type { CandidateList, RulesInForce } from "./candidates.ts";
import type { Layout } from "./layout.ts";
import type { World } from "./world.ts";

/** Queues of one rule and grid: by the bed already had (none, general, sub-ICU) and a needed capability. */
const VARIANTS = 6;

/** Codes of the reasons for a refusal. */
const [NO_CAPABILITY, NO_BED, NO_STAFFED_BED, CLOSED, DOES_NOT_ADHERE, STALE, TOO_FAR] = REFUSALS
  .keys();

/**
 * Number of queues for beds that rules need: one per rule, grid, whether a capability is needed
 * beside the bed, and the type of bed that those in it already have.
 *
 * @param rules The rule sets.
 * @param layout The layout.
 * @returns Queues [-].
 */
export function bedQueueCount(rules: readonly RulesInForce[], layout: Layout): number {
  return rules.reduce((n, { set }) => n + set.rules.length, 0) * layout.grids.ids.length * VARIANTS;
}

/**
 * Place in the order of a queue for beds: by severity, colour in the green channel, and rule.
 *
 * @param world The replication.
 * @param p Patient with an open request [-].
 * @returns Place, the highest first [-].
 */
export function bedOrder({ patients, profiles, scenario, rules }: World, p: number): number {
  const colour = scenario.referral.greenChannel ? profiles.colour[patients.cell[p]] : 0;
  return patients.severity[p] * 3 + colour + rules[patients.ruleSet[p]].priority[patients.rule[p]];
}

/** Matches patients and beds. */
export class BedSearch {
  readonly #world: World;
  /** Queues that have a ward among their candidates, by ward. */
  readonly #queuesOf: readonly Int32Array[];
  readonly #grids: number;
  #ownQueues: number[][] | undefined;
  /** Why the last ward asked did not take a patient, see `REFUSALS` [-]. */
  #refusal = NO_CAPABILITY;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    this.#grids = world.layout.grids.ids.length;
    this.#queuesOf = this.#listQueues();
    world.audits.push((breach) => this.#audit(breach));
  }

  /**
   * The queue in which a patient waits: by rule, grid, bed and needed capability, so that whoever is
   * first in a queue can nearly always have what becomes free.
   *
   * @param p Patient with an open request [-].
   * @returns Queue [-].
   */
  queueOf(p: number): number {
    const { patients, layout, wards } = this.#world;
    const ward = patients.ward[p];
    const bed = ward < 0 || wards.uses.empties[ward] === 1 ? 0 : 1 + layout.wardType[ward];
    const needy = patients.capability[p] > 0 ? 1 : 0;
    return this.#firstQueue(patients.ruleSet[p], patients.rule[p], patients.grid[p]) + bed * 2 +
      needy;
  }

  #firstQueue(set: number, rule: number, grid: number): number {
    const before = set === 0 ? 0 : this.#world.rules[0].set.rules.length;
    return ((before + rule) * this.#grids + grid) * VARIANTS;
  }

  #listQueues(): Int32Array[] {
    const { layout, rules, scenario } = this.#world;
    const lists: Set<number>[] = Array.from(layout.wardFacility, () => new Set<number>());
    // Queues of rules that nobody follows are left out: every freed bed looks through its list.
    const followed = scenario.referral.adherence < 1 ? rules : rules.slice(0, 1);
    followed.forEach((r, set) =>
      r.candidates.forEach((list, i) => {
        const queue = this.#firstQueue(set, Math.floor(i / this.#grids), i % this.#grids);
        for (const ward of list.wards) {
          const able = layout.facilities.capabilities[layout.wardFacility[ward]] !== 0;
          for (let bed = 0; bed <= layout.wardType[ward]; bed++) {
            lists[ward].add(queue + bed * 2);
            if (able) lists[ward].add(queue + bed * 2 + 1);
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
    for (const asked of list.asked) {
      const isFar = asked < 0;
      const ward = isFar ? -1 - asked : asked;
      if (!this.#isMoveUp(p, ward)) continue;
      if (isFar) this.#refusal = TOO_FAR;
      else if (this.#accepts(p, ward)) return ward;
      collect.refused(this.#refusal);
      log?.referral("refused", p, patients.ruleSet[p], patients.rule[p], ward, this.#refusal);
    }
    return -1;
  }

  /** Whether a ward takes a patient now; if not, `#refusal` says why. */
  #accepts(p: number, ward: number): boolean {
    const { wards, flows: { platform } } = this.#world;
    if (!this.willing(p, ward)) return false;
    const isPublished = platform !== undefined && !platform.isMatching;
    this.#refusal = NO_BED;
    if (isPublished && platform.shown(ward) === 0) return false;
    if (wards.vacant[ward] > 0 && wards.uses.covid[ward] === 1) return true;
    if (isPublished) {
      platform.confirm(p, ward);
      this.#refusal = STALE;
      return false;
    }
    const spare = wards.open(ward) - wards.usable[ward] + wards.vacant[ward];
    this.#refusal = spare <= 0 ? NO_BED : wards.isShortOfStaff(ward) ? NO_STAFFED_BED : CLOSED;
    return false;
  }

  /**
   * Patients in the queues of rules that send to a ward itself, not as overflow.
   *
   * @param ward Ward [-].
   * @returns Patients [patients].
   */
  waitingFor(ward: number): number {
    const { bedQueues } = this.#world;
    this.#ownQueues ??= this.#listOwnQueues();
    let waiting = 0;
    for (const queue of this.#ownQueues[ward]) {
      for (let i = 0; i < VARIANTS; i++) waiting += bedQueues.length[queue + i];
    }
    return waiting;
  }

  /**
   * Patients who would have a bed of any ward of a patient's list before the patient: with a higher
   * place in the order, or as high and earlier. Goes through all who wait: for one patient, not many.
   *
   * @param p Patient who waits for a bed [-].
   * @returns Patients [patients].
   */
  ahead(p: number): number {
    const { bedQueues, patients, rules, layout } = this.#world;
    const index = patients.rule[p] * layout.grids.ids.length + patients.grid[p];
    const { wards } = rules[patients.ruleSet[p]].candidates[index];
    const queues = new Set([...wards].flatMap((ward) => [...this.#queuesOf[ward]]));
    let ahead = 0;
    for (const queue of queues) {
      for (let bucket = patients.bucket[p]; bucket < BUCKETS; bucket++) {
        for (let q = bedQueues.first(queue, bucket); q >= 0; q = patients.after[q]) {
          const earlier = patients.requestedAt[q] < patients.requestedAt[p];
          if (bucket > patients.bucket[p] || earlier) ahead++;
        }
      }
    }
    return ahead;
  }

  /** First queues of the rules and grids that name a ward as their own destination, by ward. */
  #listOwnQueues(): number[][] {
    const { layout, rules } = this.#world;
    const lists: number[][] = Array.from(layout.wardFacility, () => []);
    rules.forEach((r, set) =>
      r.candidates.forEach(({ wards, own }, i) => {
        const queue = this.#firstQueue(set, Math.floor(i / this.#grids), i % this.#grids);
        for (const ward of wards.slice(0, own)) lists[ward].push(queue);
      })
    );
    return lists;
  }

  /** Who is in a bed only moves up, to a ward of a higher type, unless the ward is to be emptied. */
  #isMoveUp(p: number, ward: number): boolean {
    const { patients, layout, wards } = this.#world;
    const bed = patients.ward[p];
    return bed < 0 || wards.uses.empties[bed] === 1 || layout.wardType[ward] > layout.wardType[bed];
  }

  /** Whether a ward could take a patient if it had a bed. */
  #eligible(p: number, ward: number): boolean {
    return this.#isMoveUp(p, ward) && this.willing(p, ward);
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
    this.#refusal = NO_CAPABILITY;
    if (capability > 0) {
      const has = layout.facilities.capabilities[facility] & capabilityBit(capability - 1);
      if (has === 0) return false;
    }
    const { facilityAdherence } = scenario.referral;
    if (facilityAdherence >= 1) return true;
    this.#refusal = DOES_NOT_ADHERE;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.ADHERENCE, facility);
    return draws.u0 < facilityAdherence;
  }

  /**
   * The first of all waiting whom a ward could take; nobody between publications of free beds.
   *
   * @param ward Ward [-].
   * @returns Patient [-]; −1 when there is none.
   */
  best(ward: number): number {
    const { bedQueues, wards, flows: { platform } } = this.#world;
    if (wards.uses.covid[ward] === 0 || platform?.isMatching === false) return -1;
    const { rank } = bedQueues;
    let best = -1;
    let highest = -Infinity;
    for (const queue of this.#queuesOf[ward]) {
      if (rank[queue] > highest) {
        highest = rank[queue];
        best = queue;
      }
    }
    if (best < 0) return -1;
    const p = bedQueues.first(best, bedQueues.top(best));
    return this.#eligible(p, ward) ? p : this.#bestOfAll(ward);
  }

  /** The same when the one at the very front cannot have the ward: looks behind the heads too. */
  #bestOfAll(ward: number): number {
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

  /** No bed is free for which somebody waits: nothing is polled, so each must have been offered. */
  #audit(breach: Breach): void {
    const { wards, patients } = this.#world;
    for (let w = 0; w < wards.vacant.length; w++) {
      if (wards.free(w) <= 0) continue;
      const p = this.best(w);
      if (p < 0) continue;
      const who = `person ${patients.ordinal[p]} of grid ${patients.grid[p]}`;
      breach("no bed may be free for which a patient waits", `${wards.free(w)} for ${who}`, w);
    }
  }
}
