/**
 * Patients of a run who are worth following, found while it runs: only those present are kept, and of
 * those gone the best few.
 */
import { WARD_TYPES } from "../../domain/mod.ts";
import type { City, Colour } from "../../domain/mod.ts";
import { Dictionary } from "../../engine/mod.ts";
import { PERSONS_PER_GRID, seenOf } from "../../network/mod.ts";
import type { LogTarget } from "../../network/mod.ts";
import type { Lang } from "../method/mod.ts";
import { inColumns } from "./_layout.ts";
import { Wording } from "./_wording.ts";

/** What patients can be looked for by. */
export const FIND_KINDS = ["died", "waited-longest", "refused-most", "icu", "moved-most"] as const;
/** Name of it. */
export type FindKind = (typeof FIND_KINDS)[number];

/** A patient found. */
export interface FoundPerson {
  /** Grid and number: the name of the person. */
  readonly id: string;
  /** Health colour. */
  readonly colour: Colour;
  /** What was looked for: waits for beds or time in ICU beds [min], refusals or admissions [-]. */
  readonly amount: number;
  /** How it ended. */
  readonly end: "died" | "recovered" | "present";
}

/** What is kept of somebody. */
interface Known {
  readonly key: number;
  readonly colour: Colour;
  amount: number;
  since: number;
  end: FoundPerson["end"];
}

/** What to look for, where. */
export interface FindSpec {
  /** What to look for. */
  readonly kind: FindKind;
  /** How many [persons]. */
  readonly count: number;
  /** City. */
  readonly city: City;
}

/** Events that begin and end what is counted in minutes. */
const WAIT = {
  begins: ["waits"],
  ends: ["accepted", "contact", "sent home", "bed left", "died", "depart"],
};
const STAY = { begins: ["admitted", "present"], ends: ["bed left", "depart"] };
const NOTHING = { begins: [], ends: [] };

/** Events of which each counts one. */
const COUNTED: Readonly<Partial<Record<FindKind, string>>> = {
  "refused-most": "refused",
  "moved-most": "admitted",
};

/**
 * Takes the rows of a log and finds patients.
 *
 * @example Refused twice
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadCity } from "../../scenario/mod.ts";
 * import { FoundPeople } from "./mod.ts";
 *
 * const city = await loadCity("data/training_grid");
 * const found = new FoundPeople({ kind: "refused-most", count: 3, city });
 * const [arrival, refused] = ["arrival", "refused"].map((word) => found.events.code(word));
 * found.rows.row(0, 7, arrival, -1, -1, -1, -1, 0);
 * found.rows.row(1, 7, refused, 0, 0, 0, 0, 1);
 * found.rows.row(2, 7, refused, 0, 0, 0, 0, 1);
 * assertEquals(found.found(3), [
 *   { id: "training-g1-7", colour: "green", amount: 2, end: "present" },
 * ]);
 * ```
 */
export class FoundPeople implements LogTarget {
  /** Words of the events. */
  readonly events = new Dictionary();
  /** What takes the rows. */
  readonly rows: LogTarget["rows"];
  readonly #spec: FindSpec;
  readonly #present = new Map<number, Known>();
  #best: Known[] = [];
  readonly #begins: ReadonlySet<number>;
  readonly #ends: ReadonlySet<number>;
  readonly #counts: number;

  /** @param spec What to look for. */
  constructor(spec: FindSpec) {
    this.#spec = spec;
    const { kind } = spec;
    const span = kind === "died" || kind === "waited-longest"
      ? WAIT
      : kind === "icu"
      ? STAY
      : NOTHING;
    const codes = (words: readonly string[]) =>
      new Set(words.map((word) => this.events.code(word)));
    this.#begins = codes(span.begins);
    this.#ends = codes(span.ends);
    const counted = COUNTED[kind];
    this.#counts = counted === undefined ? -1 : this.events.code(counted);
    const [arrival, died, depart] = ["arrival", "died", "depart"].map((w) => this.events.code(w));
    this.rows = {
      row: (time, key, event, _facility, ward, _set, _rule, value) => {
        if (key < 0) return;
        if (event === arrival) this.#take(key, value);
        const known = this.#present.get(key);
        if (known === undefined) return;
        this.#count(known, event, { time, ward });
        if (event === died) known.end = "died";
        if (event === depart) this.#leave(known);
      },
    };
  }

  #take(key: number, value: number): void {
    const { colour } = seenOf(value);
    this.#present.set(key, { key, colour, amount: 0, since: NaN, end: "present" });
  }

  #count(
    known: Known,
    event: number,
    { time, ward }: { readonly time: number; readonly ward: number },
  ): void {
    if (event === this.#counts) known.amount++;
    if (this.#ends.has(event) && !Number.isNaN(known.since)) {
      known.amount += time - known.since;
      known.since = NaN;
    }
    if (this.#begins.has(event) && Number.isNaN(known.since) && this.#isMeant(ward)) {
      known.since = time;
    }
  }

  /** Whether a ward is of the type looked for. */
  #isMeant(ward: number): boolean {
    const { kind, city } = this.#spec;
    return kind !== "icu" || (ward >= 0 && WARD_TYPES.indexOf(city.wards[ward].type) === 2);
  }

  #leave(known: Known): void {
    this.#present.delete(known.key);
    if (known.end === "present") known.end = "recovered";
    this.#offer(known);
  }

  #offer(known: Known): void {
    const { kind, count } = this.#spec;
    if (kind === "died" ? known.end !== "died" : known.amount <= 0) return;
    this.#best.push(known);
    if (this.#best.length > 100 + 2 * count) this.#best = this.#first();
  }

  #first(): Known[] {
    return this.#best.sort((a, b) => b.amount - a.amount || a.key - b.key)
      .slice(0, this.#spec.count);
  }

  /**
   * Whom the run had, the most first; of equals the first of the grids and the numbers.
   *
   * @param end End of the run [min since 00:00 of the first day].
   * @returns Patients, as many as were asked for or fewer.
   */
  found(end: number): FoundPerson[] {
    for (const known of this.#present.values()) {
      if (!Number.isNaN(known.since)) known.amount += end - known.since;
      known.since = NaN;
      this.#offer(known);
    }
    this.#present.clear();
    const { grids } = this.#spec.city;
    return this.#first().map(({ key, colour, amount, end }) => ({
      id: `${grids[Math.floor(key / PERSONS_PER_GRID)].id}-${key % PERSONS_PER_GRID}`,
      colour,
      amount,
      end,
    }));
  }
}

const IN_MINUTES: readonly FindKind[] = ["died", "waited-longest", "icu"];

/**
 * Writes a list of patients found.
 *
 * @param people Patients.
 * @param kind What they were looked for by.
 * @param lang Language.
 * @returns Lines.
 *
 * @example Nobody
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { foundText } from "./mod.ts";
 *
 * assertEquals(foundText([], "died", "en"), ["Nobody in this replication."]);
 * ```
 */
export function foundText(people: readonly FoundPerson[], kind: FindKind, lang: Lang): string[] {
  const words = new Wording(lang);
  if (people.length === 0) return [words.text("find.none")];
  const head = (["patient", "class", "what", "end"] as const)
    .map((name) => words.text(`find.${name}`));
  const rows = people.map(({ id, colour, amount, end }) => [
    id,
    words.terms.colour[colour],
    words.text(
      `find.${kind}`,
      IN_MINUTES.includes(kind) ? { time: words.duration(amount) } : { number: amount },
    ),
    words.text(`end.${end}`),
  ]);
  return inColumns([head, ...rows]);
}
