/** Patients of a run who are worth following, and how long everybody waited under two scenarios. */
import type { Colour } from "gridcare/domain/mod.ts";
import { runReplication } from "gridcare/network/mod.ts";
import {
  FIND_KINDS,
  type FindKind,
  FoundPeople,
  type FoundPerson,
  wordProblem,
} from "gridcare/report/mod.ts";
import type { Scenario } from "gridcare/scenario/mod.ts";
import { type Frame, frameOf } from "./frames.ts";

const MINUTES_PER_DAY = 1440;
const MINUTES_PER_HOUR = 60;
const COUNT = 10;

/** Which run is looked into. */
export interface RunAsked {
  /** Seed, as it was given to the run. */
  readonly seed: string;
  /** Replication, from 0; 0 when left out [-]. */
  readonly replication?: number;
}

/** Whom to look for. */
export interface FindAsked extends RunAsked {
  /** What by: `died`, `waited-longest`, `refused-most`, `icu` or `moved-most`. */
  readonly find: FindKind;
  /** How many at most; 10 when left out [persons]. */
  readonly count?: number;
}

/** What was looked for, as the header of a column. */
const AMOUNT: { readonly [Kind in FindKind]: string } = {
  died: "waits for beds [h]",
  "waited-longest": "waits for beds [h]",
  "refused-most": "refused by wards [times]",
  icu: "in ICU beds [h]",
  "moved-most": "admitted to beds [times]",
};

/** End of a run [min since 00:00 of the first day]. */
export function endOf({ window: { days, runOnDays } }: Scenario): number {
  return (days + runOnDays) * MINUTES_PER_DAY;
}

/** Minutes as hours, rounded to a tenth [h]. */
export function hoursOf(minutes: number): number {
  return Math.round(10 * minutes / MINUTES_PER_HOUR) / 10;
}

function foundIn(scenario: Scenario, { find, count = COUNT, ...run }: FindAsked): FoundPerson[] {
  const problems = wordProblem('"find"', find, FIND_KINDS);
  if (!(count > 0)) problems.push(`"count" must be above 0: current value is ${count}`);
  if (problems.length > 0) throw new RangeError(`Cannot find patients as ${problems.join("; ")}`);
  const people = new FoundPeople({ kind: find, count, city: scenario.city });
  runReplication(scenario, { replication: 0, ...run, log: people });
  return people.found(endOf(scenario));
}

/**
 * Patients of a replication who are worth following, the most first.
 *
 * @param scenario Scenario.
 * @param asked What to look for, seed, replication, how many.
 * @returns Columns patient, colour, what was looked for with its unit, and end.
 * @throws {RangeError} When there is nobody, or the words are wrong.
 *
 * @example Who waited longest in a small wave
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { setParameters } from "gridcare/scenario/mod.ts";
 * import { findPatients } from "./find_patients.ts";
 * import { columnsOf } from "./frames.ts";
 * import { openScenario } from "./open_scenario.ts";
 *
 * const small = setParameters(await openScenario("training"), { "wave.scale": 0.3 });
 * const frame = findPatients(small, { find: "waited-longest", seed: "1", count: 3 });
 * assertEquals(columnsOf(frame), ["patient", "colour", "waits for beds [h]", "end"]);
 * ```
 */
export function findPatients(scenario: Scenario, asked: FindAsked): Frame {
  const counted = AMOUNT[asked.find];
  const inMinutes = counted?.endsWith("[h]");
  const found = foundIn(scenario, asked);
  if (found.length === 0) {
    throw new RangeError(
      `Cannot find patients as replication ${asked.replication ?? 0} of "${scenario.name}" must ` +
        `have some: of "${asked.find}" it has none`,
    );
  }
  return frameOf(found.map(({ id, colour, amount, end }) => ({
    patient: id,
    colour,
    [counted]: inMinutes ? hoursOf(amount) : amount,
    end,
  })));
}

/** How long one person waited in beds' queues under two scenarios. */
export interface PairedWait {
  /** Name of the patient. */
  readonly patient: string;
  /** Health colour. */
  readonly colour: Colour;
  /** Waits under the first scenario [h]. */
  readonly first: number;
  /** Waits under the second scenario [h]. */
  readonly second: number;
  /** The first less the second [h]. */
  readonly difference: number;
}

const EVERYBODY = 1e8;

/**
 * How long everybody waited in queues for beds under two scenarios, person by person. Whoever waited
 * under neither is left out.
 *
 * @param scenarios Two scenarios of one city: within a replication the same people fall ill.
 * @param run Seed and replication.
 * @returns Pairs, from whom the first scenario spares most to whom it costs most; of equals by name.
 *
 * @example A scenario beside itself changes nothing
 * ```ts
 * import { assert } from "@std/assert";
 * import { setParameters } from "gridcare/scenario/mod.ts";
 * import { pairWaits } from "./find_patients.ts";
 * import { openScenario } from "./open_scenario.ts";
 *
 * const small = setParameters(await openScenario("training"), { "wave.scale": 0.3 });
 * const pairs = pairWaits([small, small], { seed: "1" });
 * assert(pairs.every(({ difference }) => difference === 0));
 * ```
 */
export function pairWaits(
  scenarios: readonly [Scenario, Scenario],
  run: RunAsked,
): PairedWait[] {
  const [first, second] = scenarios.map((scenario) => {
    const found = foundIn(scenario, { ...run, find: "waited-longest", count: EVERYBODY });
    return new Map(found.map((person) => [person.id, person]));
  });
  const hours = (people: ReadonlyMap<string, FoundPerson>, id: string) =>
    hoursOf(people.get(id)?.amount ?? 0);
  const pairs = [...new Map([...first, ...second]).values()].map(({ id, colour }) => {
    const waits = { first: hours(first, id), second: hours(second, id) };
    return {
      patient: id,
      colour,
      ...waits,
      difference: hoursOf((waits.first - waits.second) * MINUTES_PER_HOUR),
    };
  });
  const order = new Intl.Collator("en", { numeric: true });
  return pairs.sort((a, b) => a.difference - b.difference || order.compare(a.patient, b.patient));
}
