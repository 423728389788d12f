/**
 * Ordinary patients waiting for beds, by ward: urgent ones of a green channel, the priority class,
 * other urgent ones, then elective patients of the priority class; first come first served in each.
 */
import { distributionOf } from "../engine/mod.ts";
import type { Distribution } from "../engine/mod.ts";
import { KIND } from "./decisions.ts";
import { UrgentLine } from "./urgent_line.ts";
import type { UrgentPatient } from "./urgent_line.ts";
import type { World } from "./world.ts";

/** Classes of those who wait. */
export const WAITS = { URGENT: 0, URGENT_PRIORITY: 1, ELECTIVE_PRIORITY: 2 } as const;
const CLASSES = 3;
/** The order in which classes are looked at when nobody of a green channel waits. */
const ORDER = [WAITS.URGENT_PRIORITY, WAITS.URGENT, WAITS.ELECTIVE_PRIORITY] as const;

/** Somebody at the head of the lines of a ward. */
export interface Head {
  /** Who. */
  readonly patient: UrgentPatient;
  /** Class, see `WAITS` [-]. */
  readonly order: number;
}

/** The lines of all wards. */
export class WardLines {
  readonly #lines: readonly UrgentLine[];
  /** 1 where somebody may be in the line of a ward. */
  readonly #waiting: Uint8Array;
  readonly #world: World;
  readonly #patience: Distribution;

  /** @param world The replication. */
  constructor(world: World) {
    const wards = world.scenario.city.wards.length;
    this.#lines = Array.from({ length: wards * CLASSES }, () => new UrgentLine());
    this.#waiting = new Uint8Array(wards);
    this.#world = world;
    this.#patience = distributionOf(world.scenario.services.urgentPatience);
  }

  /**
   * An urgent patient joins the line of a ward.
   *
   * @param w Ward.
   * @param who Number of the patient [-].
   * @param first Whether of the priority class.
   */
  joinUrgent(w: number, who: number, first: boolean): void {
    const { draws, executive: { now: since }, scenario: { emergency } } = this.#world;
    draws.block(who, KIND.INPATIENT | w, 0, 1);
    const until = since + this.#patience.quantile(draws.u2);
    const green = draws.u0 < emergency.greenShare;
    const channel = green && emergency.modelled && emergency.greenChannels;
    const order = first && !channel ? WAITS.URGENT_PRIORITY : WAITS.URGENT;
    this.#lines[w * CLASSES + order].join({ who, since, until, green }, channel);
    this.#waiting[w] = 1;
  }

  /**
   * An elective patient of the priority class joins the line of a ward.
   *
   * @param w Ward.
   * @param who Number of the patient [-].
   * @param times When the patient first came and goes elsewhere [min].
   * @param times.since First came [min].
   * @param times.until Goes elsewhere [min].
   */
  joinElective(
    w: number,
    who: number,
    { since, until }: { readonly since: number; readonly until: number },
  ): void {
    const line = this.#lines[w * CLASSES + WAITS.ELECTIVE_PRIORITY];
    line.join({ who, since, until, green: false }, false);
    this.#waiting[w] = 1;
  }

  /**
   * The first in line who is still there.
   *
   * @param w Ward.
   * @returns Who, who stays in line; undefined when nobody waits.
   */
  first(w: number): Head | undefined {
    if (this.#waiting[w] === 0) return undefined;
    const urgent = this.#at(w, WAITS.URGENT);
    if (urgent !== undefined && this.goesFirst(w)) return urgent;
    for (const order of ORDER) {
      const head = order === WAITS.URGENT ? urgent : this.#at(w, order);
      if (head !== undefined) return head;
    }
    this.#waiting[w] = 0;
    return undefined;
  }

  #at(w: number, order: number): Head | undefined {
    const { now } = this.#world.executive;
    const patient = this.#lines[w * CLASSES + order].first(now, (gone) => {
      this.#gone(w, { patient: gone, order });
    });
    return patient && { patient, order };
  }

  /**
   * Whether the one whom `first` gave is of a green channel.
   *
   * @param w Ward.
   * @returns True when they go before the others.
   */
  goesFirst(w: number): boolean {
    return this.#lines[w * CLASSES + WAITS.URGENT].firstGoesFirst;
  }

  /**
   * Takes the first in line who is still there, to be admitted now.
   *
   * @param w Ward.
   * @returns Who; undefined when nobody waits.
   */
  take(w: number): Head | undefined {
    const { executive: { now }, reception } = this.#world;
    const head = this.first(w);
    if (head === undefined) return undefined;
    if (head.order !== WAITS.ELECTIVE_PRIORITY) reception.urgentAdmitted(head.patient, now);
    this.#lines[w * CLASSES + head.order].take();
    return head;
  }

  /** Somebody in line has lost patience. */
  #gone(w: number, { patient, order }: Head): void {
    const { reception, hospital } = this.#world;
    if (order === WAITS.ELECTIVE_PRIORITY) hospital?.electiveLost(w, patient.who);
    else {
      reception.urgentGone(patient);
      hospital?.wentElsewhere(patient.since);
    }
  }

  /**
   * Sees off, at the end of a run, everybody whose patience has ended, behind others too; empties the
   * lines.
   */
  close(): void {
    this.#waiting.forEach((_, w) => {
      for (let head = this.first(w); head !== undefined; head = this.first(w)) {
        this.#lines[w * CLASSES + head.order].take();
      }
    });
  }
}
