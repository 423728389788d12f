/**
 * Free beds as a referral platform publishes them: at fixed times, and nothing in between.
 *
 * A publication first gives free beds to the best of those who wait, all wards one after another by
 * the live state, and then publishes what is left. Until the next one every decision sees these
 * numbers, those on beds of the own hospital too. A ward published as full is passed over though it
 * may have a bed by now; one published free may have none, which is found out on confirmation. The
 * platform is also what works the queue: a bed freed in between takes nobody who waits on it. Such a
 * bed is for ordinary patients of the hospital's own line, for new requests if the ward was published
 * free, else for the next publication.
 *
 * One patient: a moderate case asks at 10:00. At 08:00 the first hospital was published full, so the
 * bed it freed at 09:00 is passed over (`no_bed`). The second showed two beds, both taken since: it
 * says so on confirmation (`stale`) after 12 min. The third showed one and has it: it is held from
 * 10:00, and the hand-over begins at 10:12. Without the third the patient would wait, and the first
 * hospital's bed would be offered at the next publication.
 *
 * Publications come last of their instant, on the rung of statistics: they see it when it is over,
 * and decisions of the same instant still see the numbers before.
 *
 * Source: State Council, Joint Prevention and Control Mechanism (7 December 2022), plan for graded
 * care of COVID-19 through medical alliances, section 2.6: records and referral platform linked. The
 * interval and the time of confirmation are not in the text.
 */
import { REFUSALS } from "../domain/mod.ts";
import { distributionOf, RUNGS, SimulationError, tabulated } from "../engine/mod.ts";
import type { Distribution } from "../engine/mod.ts";
import type { Breach } from "./audits.ts";
import { BLOCK } from "./decisions.ts";
import type { PlatformFace } from "./known_faces.ts";
import type { World } from "./world.ts";

const STALE = REFUSALS.indexOf("stale");
/** More than the wards of any city, so that request and ward fit one occurrence [-]. */
const WARDS = 2 ** 16;

/** The published state of beds. */
export class BedPlatform implements PlatformFace {
  isMatching = false;
  unseen = 0;
  publications = 0;
  confirmations = 0;
  confirming = 0;
  readonly #world: World;
  readonly #shown: Int32Array;
  readonly #confirmation: Distribution;
  readonly #publishes: number;

  /** @param world The replication. */
  constructor(world: World) {
    const { executive, scenario: { referral: { information } }, layout } = world;
    this.#world = world;
    this.#shown = new Int32Array(layout.wardType.length);
    this.#confirmation = tabulated(distributionOf(information.confirmation));
    this.#publishes = executive.on("beds published", RUNGS.statistics, () => this.#publish());
    world.audits.push((breach) => this.#audit(breach));
  }

  /** Publishes the state at the start and schedules the next publication; call once. */
  start(): void {
    const { executive, scenario: { referral: { information } } } = this.#world;
    this.#show();
    const first = executive.now < 0 ? 0 : information.publishedEvery;
    executive.at(first, this.#publishes, 0);
  }

  #publish(): void {
    const { executive, flows, scenario: { referral: { information } } } = this.#world;
    if (executive.now > 0) this.#countUnseen();
    this.isMatching = true;
    for (let w = 0; w < this.#shown.length; w++) {
      if (this.#freeNow(w) > 0) flows.referral.serve(w);
    }
    this.isMatching = false;
    this.#show();
    executive.after(information.publishedEvery, this.#publishes, 0);
  }

  /** Beds of a ward that a case could have now [beds]. */
  #freeNow(w: number): number {
    const { wards } = this.#world;
    return wards.uses.covid[w] === 1 ? Math.max(0, wards.vacant[w]) : 0;
  }

  #countUnseen(): void {
    this.publications++;
    for (let w = 0; w < this.#shown.length; w++) {
      if (this.#shown[w] === 0) this.unseen += this.#freeNow(w);
    }
  }

  #show(): void {
    const { log } = this.#world;
    for (let w = 0; w < this.#shown.length; w++) {
      const free = this.#freeNow(w);
      if (free !== this.#shown[w]) log?.ward("beds published", w, free);
      this.#shown[w] = free;
    }
  }

  /** Every refusal as stale has cost one confirmation. */
  #audit(breach: Breach): void {
    const stale = this.#world.collect.refusals[STALE];
    if (stale === this.confirmations) return;
    const state = `refused as stale ${stale}, confirmed ${this.confirmations}`;
    breach("every bed found gone must have cost a confirmation", state);
  }

  shown(ward: number): number {
    return this.#shown[ward];
  }

  confirm(p: number, ward: number): void {
    const { patients, draws, executive } = this.#world;
    const occurrence = patients.requests[p] * WARDS + ward;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.CONFIRMATION, occurrence);
    const takes = this.#confirmation.quantile(draws.u0);
    patients.seenAt[p] = Math.max(patients.seenAt[p], executive.now) + takes;
    this.confirmations++;
    this.confirming += takes;
  }

  check(ward: number): void {
    if (this.isMatching || this.#shown[ward] > 0) return;
    const { executive, scenario: { city }, wards } = this.#world;
    const { facility, type } = city.wards[ward];
    throw new SimulationError(
      `Cannot hold a bed of ward "${facility}/${type}" as it must be published as free: ` +
        `published ${this.#shown[ward]}, free ${wards.vacant[ward]}`,
      { clock: executive.now, entity: ward },
    );
  }
}
