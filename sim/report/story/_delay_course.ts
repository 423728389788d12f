/**
 * The course of a person from event to event, with the time spent without a bed that suffices.
 *
 * Every minute between two events belongs to the part that the earlier of the two began.
 */
import { SEVERITIES, WARD_TYPES } from "../../domain/mod.ts";
import type { City } from "../../domain/mod.ts";
import type { PersonEvent } from "./events.ts";

/** Parts of the delay, in the order in which they mostly come. */
export const DELAY_PARTS = [
  "unnoticed",
  "reception",
  "result",
  "bed",
  "lesser",
  "handOver",
  "vehicle",
  "ride",
] as const;
/** Name of a part. */
export type DelayPart = (typeof DELAY_PARTS)[number];

/** A time without a bed that suffices. */
export interface DelaySpell {
  /** Severities passed through, as codes, the first first. */
  readonly severities: readonly number[];
  /** When it began [min since 00:00 of the first day]. */
  readonly from: number;
  /** How long it lasted [min]. */
  readonly total: number;
  /** Whether it ended with a bed that suffices. */
  readonly met: boolean;
  /** Parts that took any time, in the order of `DELAY_PARTS`; they sum to the total [min]. */
  readonly parts: readonly { readonly part: DelayPart; readonly minutes: number }[];
}

/** A stretch of time that belongs to one part. */
export interface DelayPiece {
  /** Part. */
  readonly part: DelayPart;
  /** When it begins [min since 00:00 of the first day]. */
  readonly from: number;
  /** When it ends [min since 00:00 of the first day]. */
  readonly to: number;
}

const MODERATE = SEVERITIES.indexOf("moderate");

/** Part that an event begins; others leave it as it is. */
const BEGINS: ReadonlyMap<string, DelayPart> = new Map<string, DelayPart>([
  ["contact", "reception"],
  ["waits for triage", "reception"],
  ["waits for physician", "reception"],
  ["left unseen", "unnoticed"],
  ["sent home", "unnoticed"],
  ["seen", "result"],
  ["decided", "bed"],
  ["waits", "bed"],
  ["accepted", "handOver"],
  ["ready", "vehicle"],
  ["waits for vehicle", "vehicle"],
  ["vehicle assigned", "vehicle"],
  ["sets out", "ride"],
  ["moves inside", "ride"],
  ["picked up", "ride"],
  ["bed given up", "bed"],
]);
/** Parts that, for one who has a bed, are waiting in a lesser one. */
const IN_BED: readonly DelayPart[] = ["unnoticed", "reception", "result", "bed"];
/** Events after which nothing is needed any more. */
export const ENDS = ["recovered", "died", "depart"];

/** The severity that an event says; -1 for one that says none. */
function severityAt({ event, value }: PersonEvent): number {
  return event === "worsened" || event === "present" || event === "convalescent" ? value : -1;
}

/** A course as far as it has been told. */
export class Course {
  readonly spells: DelaySpell[] = [];
  readonly pieces: DelayPiece[] = [];
  readonly #city: City;
  #severity = 0;
  #ward = -1;
  #part: DelayPart = "unnoticed";
  /** Whether a bed has sufficed since the need last rose. */
  #had = false;
  #open: { from: number; severities: number[]; spent: Map<DelayPart, number> } | undefined;
  #last = NaN;

  constructor(city: City) {
    this.#city = city;
  }

  pass(event: PersonEvent): void {
    this.#spend(event.time);
    const severity = severityAt(event);
    if (severity > this.#severity) this.#had = false;
    if (severity >= 0) this.#severity = severity;
    if (event.event === "admitted" || event.event === "present") this.#ward = event.ward;
    if (event.event === "bed left") this.#ward = -1;
    this.#part = BEGINS.get(event.event) ?? this.#part;
    if (this.#ward >= 0 && IN_BED.includes(this.#part)) this.#part = "lesser";
    if (ENDS.includes(event.event)) this.end(event.time);
    else if (this.#lacks()) this.#wants(event.time);
    else this.#close(event.time, true);
  }

  #spend(to: number): void {
    if (this.#open !== undefined) {
      const { spent } = this.#open;
      spent.set(this.#part, (spent.get(this.#part) ?? 0) + to - this.#last);
      this.#piece(this.#part, to);
    }
    this.#last = to;
  }

  /** Notes a stretch since the last event, together with the one before it when both are of one part. */
  #piece(part: DelayPart, to: number): void {
    if (to === this.#last) return;
    const before = this.pieces.at(-1);
    const joins = before?.part === part && before.to === this.#last;
    if (joins) this.pieces.pop();
    this.pieces.push({ part, from: joins ? before.from : this.#last, to });
  }

  /** Whether more is needed than there is; who moves on from a bed that sufficed lacks nothing. */
  #lacks(): boolean {
    if (this.#severity < MODERATE) return false;
    if (this.#ward < 0) return !this.#had;
    return WARD_TYPES.indexOf(this.#city.wards[this.#ward].type) < this.#severity - MODERATE;
  }

  #wants(time: number): void {
    this.#open ??= { from: time, severities: [], spent: new Map() };
    const { severities } = this.#open;
    if (this.#severity !== severities.at(-1)) severities.push(this.#severity);
    this.#had = false;
  }

  #close(time: number, met: boolean): void {
    this.#had = met && this.#severity >= MODERATE;
    if (this.#open === undefined) return;
    const { from, severities, spent } = this.#open;
    const parts = DELAY_PARTS.flatMap((part) => {
      const minutes = spent.get(part) ?? 0;
      return minutes > 0 ? [{ part, minutes }] : [];
    });
    this.spells.push({ severities, from, total: time - from, met, parts });
    this.#open = undefined;
  }

  end(time: number): void {
    this.#spend(time);
    this.#close(time, false);
  }
}
