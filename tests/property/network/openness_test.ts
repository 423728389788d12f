/** Laws of published beds in small worlds, whatever is published when, seen when and how far. */
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { runReplication } from "../../../sim/network/mod.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";
import { allEventsOf, constant, HOUR, tiny, ward } from "../../support/tiny_network.ts";
import type { Event } from "../../support/tiny_network.ts";

const RUNS = 40;
const ASKS = new Set(["decided", "requested", "refused", "steps down"]);

const beds = fc.integer({ min: 0, max: 3 });
const worlds = fc.record({
  seed: fc.string({ minLength: 1, maxLength: 6 }),
  residents: fc.integer({ min: 5, max: 60 }),
  beds: fc.tuple(beds, beds, beds, beds),
  shared: fc.boolean(),
  every: fc.integer({ min: 1, max: 48 }).map((hours) => hours * HOUR),
  confirmation: fc.integer({ min: 0, max: 200 }),
  seenAfter: fc.integer({ min: 0, max: 600 }),
  reach: fc.constantFrom(0, 5, 15, 30, 50),
  share: fc.constantFrom(0, 0.5, 1),
  screenedShare: fc.constantFrom(0, 0.5),
});
type World = typeof worlds extends fc.Arbitrary<infer T> ? T : never;

function scenarioOf(w: World): Scenario {
  const use = w.shared ? "shared" : "covid";
  const change = (s: Scenario): Scenario => ({
    ...s,
    window: { ...s.window, days: 60, runOnDays: 20, warmUpDays: 2 },
    clinics: { ...s.clinics, opening: { share: w.share, from: "", complete: "2022-12-20" } },
    referral: {
      ...s.referral,
      reach: w.reach,
      screenedShare: w.screenedShare,
      information: {
        publishedEvery: w.every,
        confirmation: constant(w.confirmation),
        seenAfter: w.seenAfter,
      },
    },
    services: { ...s.services, occupancy: 0.5 },
  });
  return tiny({
    residents: w.residents,
    onset: "primary",
    risk: { moderate: 0.8, severe: 0.5, critical: 0.5, deathCritical: 0.3 },
    wards: [
      ward("sub", "general", w.beds[0]),
      ward("designated", "general", w.beds[1], use),
      ward("designated", "sub_icu", w.beds[2], use),
      ward("lead", "icu", w.beds[3], use),
    ],
    change,
  });
}

/** Who gets a bed between publications has just asked, in a ward that was published free. */
function checkShown(events: readonly Event[], every: number): void {
  const shown = new Map<string, number>();
  const asked = new Map<number, number>();
  for (const { at, event, person, facility, ward: type, value } of events) {
    if (event === "beds published") shown.set(`${facility}/${type}`, value);
    if (ASKS.has(event)) asked.set(person, at);
    if (event !== "accepted" || at % every === 0) continue;
    assertEquals(asked.get(person), at, `${person} waited for a publication`);
    assert((shown.get(`${facility}/${type}`) ?? 0) > 0, `${person} in ${facility}/${type}`);
  }
}

// Planted: freed beds given to those who wait between publications: red.
// The invariants that every run checks are part of this law.
Deno.test("beds change hands between publications only as they were published", () => {
  fc.assert(
    fc.property(worlds, (w) => {
      const scenario = scenarioOf(w);
      const result = runReplication(scenario, { seed: w.seed, replication: 0, log: true });
      checkShown(allEventsOf(scenario, result), w.every);
    }),
    { numRuns: RUNS, seed: 20221207 },
  );
});
