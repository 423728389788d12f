/** Laws that hold in every small world, whatever its beds, vehicles, rules and risks. */
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { DAY, eventsOf, HOUR, measureOf, tiny, ward } from "../../support/tiny_network.ts";
import type { Event, TinyFacility } from "../../support/tiny_network.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";

const RUNS = 150;
const CHANGES_HAND = new Set(["convalescent", "recovered", "requested", "waits", "sent home"]);
const LEAVES = new Set(["died", "discharged"]);

const beds = fc.integer({ min: 0, max: 5 });
// Whole percents: doubles are drawn by their bits and nearly all lie next to 0.
const percent = (min: number, max: number) => fc.integer({ min, max }).map((x) => x / 100);
const share = percent(0, 100);
const risk = percent(5, 95);
const days = fc.integer({ min: 1, max: 40 }).map((halves) => halves / 2);

const worlds = fc.record({
  seed: fc.string({ minLength: 1, maxLength: 6 }),
  residents: fc.integer({ min: 5, max: 150 }),
  age: fc.constantFrom("30-39" as const, "70-79" as const, "80+" as const),
  disease: fc.constantFrom("none" as const, "stable" as const, "unstable" as const),
  diseaseSevere: fc.boolean(),
  beds: fc.tuple(beds, beds, beds, beds, beds, beds, beds),
  shared: fc.boolean(),
  vehicles: fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 1 })),
  onset: fc.constantFrom(
    "none" as const,
    "primary" as const,
    "hospital" as const,
    "call_120" as const,
  ),
  worsening: fc.constantFrom(
    "online" as const,
    "primary" as const,
    "hospital" as const,
    "call_120" as const,
  ),
  risk: fc.record({
    asymptomatic: percent(0, 60),
    moderate: risk,
    severe: risk,
    critical: risk,
    deathSevere: risk,
    deathCritical: risk,
    underlyingMain: share,
  }),
  stays: fc.tuple(days, days, days, days),
  adherence: share,
  facilityAdherence: share,
  privateShare: share,
  sensitivity: share,
  greenChannel: fc.boolean(),
  downReferral: fc.boolean(),
  high: fc.boolean(),
  runOnDays: fc.integer({ min: 0, max: 40 }),
});
type World = typeof worlds extends fc.Arbitrary<infer T> ? T : never;

const PLACES: readonly (readonly [TinyFacility, "general" | "sub_icu" | "icu"])[] = [
  ["sub", "general"],
  ["designated", "general"],
  ["designated", "sub_icu"],
  ["designated", "icu"],
  ["lead", "general"],
  ["lead", "icu"],
  ["partner", "sub_icu"],
];

const exponential = (mean: number) => ({ law: "exponential", mean: mean * DAY } as const);

function changed(s: Scenario, w: World): Scenario {
  const [moderate, severe, critical, convalescence] = w.stays.map(exponential);
  return {
    ...s,
    window: { ...s.window, days: 60, runOnDays: w.runOnDays, warmUpDays: 3 },
    course: { ...s.course, moderate, severe, critical, convalescence },
    contact: {
      ...s.contact,
      antigenSensitivity: w.sensitivity,
      followUp: { green: 0, yellow: DAY, red: DAY },
    },
    referral: {
      ...s.referral,
      adherence: w.adherence,
      facilityAdherence: w.facilityAdherence,
      greenChannel: w.greenChannel,
      downReferral: w.downReferral,
    },
    transfer: { ...s.transfer, privateShare: w.privateShare, disinfection: 3 * HOUR },
    services: {
      ...s.services,
      occupancy: 0.7,
      // Cheap to tabulate, which takes longer than a run this small.
      stay: { general: exponential(9), sub_icu: exponential(5), icu: exponential(5) },
      levels: w.high
        ? [{ from: "2022-11-01", level: "low" }, { from: "2022-12-01", level: "high" }]
        : [{ from: "2022-11-01", level: "low" }],
    },
  };
}

function scenarioOf(w: World): Scenario {
  const wards = PLACES.map(([facility, type], i) =>
    ward(facility, type, w.beds[i], w.shared && facility !== "sub" ? "shared" : "covid")
  ).filter((spec) => spec.beds > 0);
  const { residents, age, disease, diseaseSevere, vehicles, onset, worsening } = w;
  return tiny({
    residents,
    age,
    disease,
    diseaseSevere,
    vehicles,
    onset,
    worsening,
    risk: w.risk,
    wards,
    change: (s) => changed(s, w),
  });
}

/** Beds that are certainly held or used at each event never exceed those there are. */
function checkBeds(scenario: Scenario, events: readonly Event[]): void {
  const beds = new Map(scenario.city.wards.map((w) => [`${w.facility}/${w.type}`, w.beds]));
  const held = new Map<number, string>();
  const used = new Map<number, string>();
  for (const e of events) {
    const bed = `${e.facility}/${e.ward}`;
    if (e.event === "accepted") {
      used.delete(e.person);
      held.set(e.person, bed);
    } else if (e.event === "admitted") {
      assertEquals(held.get(e.person), bed, `${e.person} comes to a bed that was not held`);
      held.delete(e.person);
      used.set(e.person, bed);
    } else if (LEAVES.has(e.event)) {
      held.delete(e.person);
      used.delete(e.person);
    } else if (CHANGES_HAND.has(e.event) || (e.event === "worsened" && e.facility !== "")) {
      held.delete(e.person);
    }
    const count = [...held.values(), ...used.values()].filter((b) => b === bed).length;
    assert(
      e.ward === "" || count <= (beds.get(bed) ?? 0),
      `${count} of ${beds.get(bed)} in ${bed}`,
    );
  }
}

/** The clock never goes back; the dead and discharged do nothing more; severity moves by steps. */
function checkPeople(events: readonly Event[]): void {
  const over = new Set<number>();
  const severity = new Map<number, number>();
  let clock = -Infinity;
  for (const e of events) {
    assert(e.at >= clock, `clock ${clock}, then ${e.at}`);
    clock = e.at;
    assert(!over.has(e.person), `${e.person}: ${e.event} after the end`);
    if (LEAVES.has(e.event)) over.add(e.person);
    if (e.event === "worsened") {
      assertEquals(e.value, (severity.get(e.person) ?? 1) + 1);
      severity.set(e.person, e.value);
    }
    if (e.event === "died") {
      assert(severity.get(e.person)! >= 3, "only the severe and critical die");
    }
  }
}

function checkCounts(
  scenario: Scenario,
  result: ReturnType<typeof runReplication>,
  events: readonly Event[],
) {
  const m = (name: string, groups = {}) => measureOf(result, name, groups);
  const n = (event: string) => events.filter((e) => e.event === event).length;
  const people = (event: string) =>
    new Set(events.filter((e) => e.event === event).map((e) => e.person)).size;
  assertEquals(m("deaths"), n("died"));
  assertEquals(m("needed_bed"), people("worsened"));
  assertEquals(m("bed_requests"), n("requested"));
  assertEquals(m("transfers_completed") + m("transfers_unfinished"), m("bed_requests"));
  assert(m("transfers_completed") <= n("admitted"));
  const worse = new Set(events.filter((e) => e.event === "worsened").map((e) => e.person));
  const helped = new Set(
    events.filter((e) => e.event === "admitted" && worse.has(e.person)).map((e) => e.person),
  );
  assert(m("never_in_bed") + helped.size <= m("needed_bed"));
  assertEquals(m("deaths_excess"), m("deaths") - m("deaths_expected_in_right_care"));
  assert(m("unresolved") >= 0 && m("unresolved") + m("deaths") <= m("infected"));
  assert(m("infected") <= scenario.city.communities[0].population);
  if (scenario.window.runOnDays >= 28) {
    const recovered = m("recovered_by_day_28");
    assert(Number.isNaN(recovered) || (recovered >= 0 && recovered <= 1));
  }
  for (const { measure, values } of result.series) {
    if (measure === "transfer_delay_mean" || measure === "bed_occupancy") continue;
    assert(values.every((x) => x >= -1e-9 || Number.isNaN(x)), measure);
  }
}

// Planted: `held--` left out of the withdrawal of a request, and `vacate` out of a death: red.
Deno.test("patients, beds and counts are conserved in random small worlds", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const scenario = scenarioOf(world);
      const result = runReplication(scenario, { seed: world.seed, replication: 0, log: true });
      const events = eventsOf(scenario, result);
      checkBeds(scenario, events);
      checkPeople(events);
      checkCounts(scenario, result, events);
    }),
    { numRuns: RUNS, seed: 20221207 },
  );
});

// Planted: deaths in right care drawn with a number that depends on beds: red.
Deno.test("courses in right care do not depend on beds, vehicles or rules in random worlds", () => {
  fc.assert(
    fc.property(worlds, worlds, (world, other) => {
      const names = ["infected", "needed_bed", "deaths_expected_in_right_care"];
      const values = [world, {
        ...world,
        beds: other.beds,
        vehicles: other.vehicles,
        adherence: other.adherence,
        facilityAdherence: other.facilityAdherence,
        privateShare: other.privateShare,
        downReferral: other.downReferral,
        shared: other.shared,
      }].map((w) => {
        const result = runReplication(scenarioOf({ ...w, runOnDays: 28 }), {
          seed: w.seed,
          replication: 0,
        });
        return names.map((name) => measureOf(result, name));
      });
      assertEquals(values[1], values[0]);
    }),
    { numRuns: 40, seed: 20221207 },
  );
});
