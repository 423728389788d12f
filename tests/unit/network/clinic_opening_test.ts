/** Fever clinics of primary facilities that open by a date. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { KeyedDraws, keyOf } from "../../../sim/engine/mod.ts";
import { openingTimes } from "../../../sim/network/clinic_opening.ts";
import { dateOf } from "../../../sim/network/mod.ts";
import type { ClinicOpeningSpec, Scenario } from "../../../sim/scenario/mod.ts";
import { DAY, logged, replicationWith, tiny, TRAINING } from "../../support/tiny_network.ts";
import { PairedRuns } from "../../support/paired_runs.ts";

const REPLICATION = replicationWith(1, tiny());
const { start } = TRAINING.window;

const opening = (spec: Partial<ClinicOpeningSpec>) => (s: Scenario): Scenario => ({
  ...s,
  clinics: { ...s.clinics, opening: { ...s.clinics.opening, ...spec } },
});

/** Where a mild case who goes to the primary facility is seen, open day and night once it opens. */
function seenAt(spec: Partial<ClinicOpeningSpec>) {
  const always = (s: Scenario): Scenario => ({
    ...opening(spec)(s),
    city: {
      ...s.city,
      facilities: s.city.facilities.map((f) => ({ ...f, feverOpens: 0, feverCloses: 24 })),
    },
  });
  const { events, measure } = logged(tiny({ onset: "primary", change: always }), REPLICATION);
  const words = new Set(["contact", "clinic not open yet", "seen"]);
  const story = events.filter(({ event }) => words.has(event)).map(({ event, facility }) =>
    event === "seen" ? `${event} ${facility}` : event
  );
  return { story, measure, contactAt: events.find(({ event }) => event === "contact")!.at };
}

Deno.test("runReplication() has all fever clinics open where no opening is stated", () => {
  const { story, measure } = seenAt({});
  assertEquals(story, ["contact", "seen chc"]);
  assertEquals(measure("clinic_not_open_yet"), NaN);
});

// Planted: the door of a clinic that is not there yet open to whoever comes: red.
Deno.test("runReplication() sends on to the hospital whoever finds a clinic not open yet", () => {
  const { story, measure } = seenAt({ share: 0, complete: "" });
  assertEquals(story, ["contact", "clinic not open yet", "seen designated"]);
  assertEquals(measure("clinic_not_open_yet"), 1);
  assertEquals(measure("clinic_found_closed"), 1);
  assertEquals(measure("primary_clinics_open"), 0);
});

Deno.test("runReplication() opens a clinic at 00:00 of its day", () => {
  const { contactAt } = seenAt({});
  const day = Math.floor(contactAt / DAY);
  // One day for the whole ramp: it opens at the end of that day.
  const on = (last: number) =>
    seenAt({ share: 0, from: dateOf(start, last - 1), complete: dateOf(start, last) });
  assertEquals(on(day).story, ["contact", "seen chc"]);
  assertEquals(on(day + 1).story, ["contact", "clinic not open yet", "seen designated"]);
  const open = on(day).measure("primary_clinics_open");
  assertAlmostEquals(open, 1 - day / TRAINING.window.days, 1e-12);
});

/** A city of many clinics that begin to open after ten days and are all open after thirty. */
function times(share: number, seed = "opening", complete = dateOf(start, 30)): Float64Array {
  const facilities = Array.from({ length: 4000 }, (_, i) => ({
    ...TRAINING.city.facilities[0],
    id: `c${i}`,
    kind: "primary" as const,
    feverPhysicians: 1,
  }));
  const scenario = opening({ share, from: dateOf(start, 10), complete })({
    ...TRAINING,
    city: { ...TRAINING.city, facilities },
  });
  return openingTimes(scenario, new KeyedDraws(keyOf(seed, 0)));
}

const openBy = (from: Float64Array, day: number) =>
  from.filter((at) => at <= day * DAY).length / from.length;

// Four standard errors of a share of 4,000 are at most 0.032.
Deno.test("openingTimes() opens the stated share at first and the others evenly", () => {
  const from = times(0.4);
  assertAlmostEquals(openBy(from, -1000), 0.4, 0.032);
  assertEquals(openBy(from, 10), openBy(from, -1000));
  assertAlmostEquals(openBy(from, 20), 0.7, 0.032);
  assert(openBy(from, 29) < 1);
  assertEquals(openBy(from, 30), 1);
  assertEquals([...new Set(from)].filter((at) => Number.isFinite(at) && at % DAY !== 0), []);
});

// Planted: the draw keyed by the place in the table: red.
Deno.test("openingTimes() draws once for each facility, whatever else the scenario says", () => {
  const [few, many, never] = [times(0.3), times(0.6), times(0.3, "opening", "")];
  assert(few.every((at, i) => many[i] <= at));
  assert(few.every((at, i) => (at === -Infinity) === (never[i] === -Infinity)));
  assertEquals(never.includes(Infinity), true);
  assert(times(0.3, "other").some((at, i) => at !== few[i]));
  const facilities = [...TRAINING.city.facilities].reverse();
  const half = opening({ share: 0.5, complete: dateOf(start, 30) })(TRAINING);
  const draws = new KeyedDraws(keyOf("opening", 0));
  const reversed = openingTimes({ ...half, city: { ...half.city, facilities } }, draws);
  assertEquals([...openingTimes(half, draws)].reverse(), [...reversed]);
});

// On the training grid the hospital has physicians to spare and the one clinic has not: whoever is
// sent on waits less, and is counted as having found it closed.
Deno.test("a clinic that opens only by 10 January is found closed more often (P22-3.1)", () => {
  const late = opening({ share: 0, from: "2023-01-09", complete: "2023-01-10" })(TRAINING);
  const pairs = new PairedRuns(TRAINING, late);
  const closed = pairs.changes("clinic_found_closed");
  assert(closed.every((change) => change > 100), `${closed}`);
  const waits = pairs.changes("clinic_wait_mean");
  assert(waits.every((change) => change < 0), `${waits}`);
});

Deno.test("by 20 December fewer find a clinic not open yet than by 10 January (P22-3.1)", () => {
  const [soon, late] = [["2022-12-19", "2022-12-20"], ["2023-01-09", "2023-01-10"]]
    .map(([from, complete]) => opening({ share: 0, from, complete })(TRAINING));
  const changes = new PairedRuns(soon, late).changes("clinic_not_open_yet");
  assert(changes.every((change) => change > 100), `${changes}`);
});
