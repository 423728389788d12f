/** Triage at the door of fever clinics, and what strengthens those of primary facilities. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import type { ClinicSupportSpec, Scenario, TriageSpec } from "../../../sim/scenario/mod.ts";
import { changesOf } from "../../support/paired_runs.ts";
import {
  constant,
  DAY,
  HOUR,
  logged,
  replicationWith,
  story,
  TIMES,
  tiny,
  TRAINING,
} from "../../support/tiny_network.ts";
import type { TinySpec } from "../../support/tiny_network.ts";

const REPLICATION = replicationWith(1, tiny());

const triage = (change: Partial<TriageSpec> = {}) => (scenario: Scenario): Scenario => ({
  ...scenario,
  clinics: {
    ...scenario.clinics,
    triage: { nurses: 1, duration: constant(5), resolvedShare: 0, ...change },
  },
});

const run = (change: Partial<TriageSpec>, spec: TinySpec) =>
  logged(tiny({ ...spec, change: triage(change) }), REPLICATION);

Deno.test("Triage comes before the physician for those on foot", () => {
  const { events, measure } = run({}, { onset: "hospital" });
  assertEquals(story(events), [
    "0 contact 3",
    "5 triaged designated 0",
    "20 seen designated 1",
    "20 sent home 1",
  ]);
  assertEquals(measure("triage_wait_mean"), 0);
  assertAlmostEquals(measure("clinic_wait_mean"), 5, 1e-9);
});

// Planted: `way[p] === CALL` left out of `isBrought`: triaged first, seen at 125 min.
Deno.test("Triage is passed by those brought by ambulance and by the critical", () => {
  const risk = { moderate: 1, severe: 1, critical: 1 };
  for (const worsening of ["call_120", "hospital"] as const) {
    const { events } = run({}, { risk, worsening });
    assertEquals(events.filter(({ event }) => event === "triaged"), []);
  }
  const brought = run({}, { onset: "call_120" });
  assertEquals(brought.events.filter(({ event }) => event === "triaged"), []);
});

Deno.test("Triage sends the stated share of the mild home, nobody else", () => {
  const mild = run({ resolvedShare: 1 }, { onset: "hospital" });
  assertEquals(story(mild.events), ["0 contact 3", "5 triaged designated 1"]);
  assertEquals(mild.measure("triage_resolved"), 1);
  assertEquals(mild.measure("unresolved"), 0);
  const moderate = run({ resolvedShare: 1 }, { risk: { moderate: 1 }, worsening: "hospital" });
  assertEquals(moderate.measure("triage_resolved"), 0);
});

const onGrid = (change: Partial<TriageSpec>): Scenario => ({
  ...TRAINING,
  clinics: {
    ...TRAINING.clinics,
    triage: { ...TRAINING.clinics.triage, nurses: 1, ...change },
  },
});

Deno.test("more nurses shorten the wait for triage; a longer triage lengthens it", () => {
  const measure = "triage_wait_mean";
  const from = onGrid({});
  assert(changesOf({ from, to: onGrid({ nurses: 2 }), measure }).every((change) => change < -2));
  const slow = onGrid({ duration: constant(6) });
  assert(changesOf({ from, to: slow, measure }).every((change) => change > 2));
});

const supported = (change: Partial<ClinicSupportSpec>): Scenario => ({
  ...TRAINING,
  clinics: {
    ...TRAINING.clinics,
    support: { ...TRAINING.clinics.support, ...change },
  },
});

// Planted: `kind !== "primary"` left out, so that hospitals get them too: not seen here, but in the
// test below.
Deno.test("physicians sent to primary clinics shorten waits, from their day on", () => {
  const measure = "clinic_wait_mean";
  const all = supported({ physicians: 2 });
  const late = supported({ physicians: 2, from: "2022-12-20" });
  assert(changesOf({ from: TRAINING, to: all, measure }).every((change) => change < -1));
  const gains = changesOf({ from: late, to: all, measure });
  assert(gains.every((change) => change < 0), `${gains}`);
});

Deno.test("support is for primary facilities alone", () => {
  const cities = [TRAINING, supported({ physicians: 50 })].map((scenario) => ({
    ...scenario,
    contact: {
      ...scenario.contact,
      contractToPrimary: 0,
      onset: Object.fromEntries(
        Object.entries(scenario.contact.onset).map(([colour, shares]) => [
          colour,
          { ...shares, online: 0, primary: 0, none: shares.none + shares.online + shares.primary },
        ]),
      ) as Scenario["contact"]["onset"],
      worsening: Object.fromEntries(
        Object.entries(scenario.contact.worsening).map(([severity, shares]) => [
          severity,
          { ...shares, online: 0, primary: 0, none: shares.none + shares.online + shares.primary },
        ]),
      ) as Scenario["contact"]["worsening"],
    },
  }));
  const changes = changesOf({ from: cities[0], to: cities[1], measure: "clinic_wait_mean" });
  assertEquals(changes, changes.map(() => 0));
});

Deno.test("longer hours let a mild case of the evening in", () => {
  const before = logged(tiny({ onset: "primary" }), REPLICATION).events[0].at;
  const later = (22 * HOUR - before % DAY + DAY) % DAY;
  const at = (longerHours: number) =>
    logged(
      tiny({
        onset: "primary",
        change: (s) => ({
          ...s,
          contact: { ...s.contact, onsetDelay: constant(TIMES.onsetDelay + later) },
          clinics: { ...s.clinics, support: { ...s.clinics.support, longerHours } },
        }),
      }),
      REPLICATION,
    );
  assertEquals(story(at(0).events)[1], "600 contact 2");
  assertEquals(story(at(3 * HOUR).events)[1], "15 seen chc 1");
  assertEquals(at(3 * HOUR).measure("clinic_found_closed"), 0);
});
