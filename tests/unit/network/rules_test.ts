/** Who goes where: adherence of people and facilities, capability, nearest, up and down the rules. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { logged, replicationWith, TIMES, tiny } from "../../support/tiny_network.ts";
import type { TinyFacility, TinySpec } from "../../support/tiny_network.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";

const REPLICATION = replicationWith(1, tiny());
const run = (spec: TinySpec) => logged(tiny(spec), REPLICATION);

const referral = (change: Partial<Scenario["referral"]>) => (s: Scenario): Scenario => ({
  ...s,
  referral: { ...s.referral, ...change },
});

const GENERAL = [
  ["partner", "general", 1],
  ["lead", "general", 1],
  ["designated", "general", 1],
  ["sub", "general", 1],
] as const;

/** Facility and rule of the first bed that took the patient. */
function taken(spec: TinySpec): string {
  const event = run(spec).events.find((e) => e.event === "accepted");
  return event ? `${event.facility} ${event.rule}` : "nowhere";
}

Deno.test("runReplication() sends a moderate case where the plan says", () => {
  assertEquals(taken({ risk: { moderate: 1 }, wards: GENERAL }), "sub moderate");
});

// Planted: adherence never asked: red.
Deno.test("runReplication() sends everybody to the nearest hospital at adherence 0", () => {
  const change = referral({ adherence: 0 });
  assertEquals(taken({ risk: { moderate: 1 }, wards: GENERAL, change }), "designated moderate");
  const measure = run({ risk: { moderate: 1 }, wards: GENERAL, change }).measure;
  assertEquals(measure("treated_where_rule_says"), 0);
  assert(measure("transfer_delay_mean", { rule: "otherwise: moderate" }) > 0);
  assertEquals(measure("transfer_delay_mean", { rule: "moderate" }), NaN);
});

Deno.test("runReplication() follows the overflow in order when beds are taken", () => {
  const wards = (beds: number[]) =>
    (["sub", "designated", "lead", "partner"] as const)
      .map((place, i) => [place, "general", beds[i]] as const).filter(([, , n]) => n > 0);
  const to = (beds: number[]) => taken({ risk: { moderate: 1 }, wards: wards(beds) }).split(" ")[0];
  assertEquals(to([0, 1, 1, 1]), "designated");
  assertEquals(to([0, 0, 1, 1]), "lead");
  assertEquals(to([0, 0, 0, 1]), "partner");
  assertEquals(to([0, 0, 0, 0]), "nowhere");
  assertEquals(
    run({ risk: { moderate: 1 }, wards: wards([0, 1, 1, 1]) }).measure("treated_where_rule_says"),
    0,
  );
});

Deno.test("runReplication() lets facilities that adhere to nothing take nobody", () => {
  const { events, measure } = run({
    risk: { moderate: 1 },
    wards: GENERAL,
    change: referral({ facilityAdherence: 0 }),
  });
  assertEquals(events.filter((e) => e.event === "accepted").length, 0);
  assertEquals(measure("refusals", { rule: "does_not_adhere" }), 4);
  assertEquals(measure("transfers_unfinished"), 1);
  assertEquals(measure("never_in_bed"), 1);
});

Deno.test("runReplication() draws the adherence of a facility once per person", () => {
  const scenario = tiny({
    residents: 40,
    risk: { moderate: 1 },
    wards: [["sub", "general", 40], ["designated", "general", 40], ["lead", "general", 40]],
    change: referral({ facilityAdherence: 0.5 }),
  });
  const placeOf = (s: Scenario) =>
    new Map(
      logged(s).events.filter((e) => e.event === "accepted").map((e) => [e.person, e.facility]),
    );
  const before = placeOf(scenario);
  const few = new Set(before.values());
  assertEquals(few, new Set(["sub", "designated", "lead"]));
  // Those whom the sub-designated hospital refused stay where they were when it closes.
  const { city } = scenario;
  const without = placeOf({
    ...scenario,
    city: { ...city, wards: city.wards.filter((w) => w.facility !== "sub") },
  });
  for (const [person, place] of before) {
    if (place !== "sub") assertEquals(without.get(person), place);
  }
});

const NEEDY = {
  disease: "unstable",
  diseaseSevere: true,
  risk: { moderate: 1 },
} as const;

function capable(facility: TinyFacility, capabilities: string[]) {
  return (s: Scenario): Scenario => ({
    ...s,
    referral: { ...s.referral, capabilityNeeds: [{ capability: "cardiology", share: 1 }] },
    city: {
      ...s.city,
      facilities: s.city.facilities.map((f) => ({
        ...f,
        capabilities: f.id === facility ? capabilities as never : [],
      })),
    },
  });
}

// Planted: the capability not asked: red.
Deno.test("runReplication() sends a case beyond the grid's ability to a hospital that is able", () => {
  const change = capable("partner", ["cardiology"]);
  assertEquals(taken({ ...NEEDY, wards: GENERAL, change }), "partner beyond_ability");
  const { measure } = run({ ...NEEDY, wards: GENERAL, change });
  assertEquals(measure("refusals", { rule: "no_capability" }), 1);
});

Deno.test("runReplication() does not give a freed bed to one whom the hospital cannot treat", () => {
  const { events, measure } = run({
    ...NEEDY,
    wards: GENERAL,
    change: capable("sub", ["oncology"]),
  });
  assertEquals(events.filter((e) => e.event === "accepted").length, 0);
  assert(measure("refusals", { rule: "no_capability" }) > 0);
});

Deno.test("runReplication() sends a case that needs dialysis to the designated hospital", () => {
  const dialysis = (s: Scenario): Scenario => ({
    ...s,
    people: s.people.map((row) => ({ ...row, dialysisOfSevere: 1 })),
  });
  assertEquals(taken({ ...NEEDY, wards: GENERAL, change: dialysis }), "designated dialysis");
});

Deno.test("runReplication() tries hospitals for `nearest` by distance, within the longest travel", () => {
  const nearest = (s: Scenario): Scenario => ({
    ...s,
    referral: { ...s.referral, rules: s.referral.otherwise },
  });
  const far = (s: Scenario): Scenario => {
    const t = nearest(s);
    return { ...t, referral: { ...t.referral, maxTravel: 25 } };
  };
  const beyond = [["lead", "general", 1], ["partner", "general", 1]] as const;
  assertEquals(
    taken({ risk: { moderate: 1 }, wards: GENERAL, change: nearest }),
    "designated moderate",
  );
  assertEquals(taken({ risk: { moderate: 1 }, wards: beyond, change: nearest }), "lead moderate");
  // 25 min at 0.5 km/min reach the designated hospital at 10 km, not the lead hospital at 20 km.
  assertEquals(taken({ risk: { moderate: 1 }, wards: beyond, change: far }), "nowhere");
});

Deno.test("runReplication() keeps those who can hardly move off their own means", () => {
  const immobile = (s: Scenario): Scenario => ({
    ...s,
    people: s.people.map((row) => ({ ...row, immobile: 1 })),
  });
  const { measure } = run({
    risk: { moderate: 1 },
    wards: [["sub", "general", 1]],
    change: immobile,
  });
  const part = measure("transfer_part_mean", { line: "drive_to_patient" }) * 60;
  assertAlmostEquals(part, 20 + TIMES.load, 1e-4);
});

Deno.test("runReplication() sends a share of people by the plan that adherence names", () => {
  const scenario = tiny({
    residents: 300,
    risk: { moderate: 1 },
    wards: [["sub", "general", 300], ["designated", "general", 300]],
    change: referral({ adherence: 0.3 }),
  });
  const { events } = logged(scenario);
  const accepted = events.filter((e) => e.event === "accepted");
  const n = accepted.length;
  const planned = accepted.filter((e) => e.facility === "sub").length;
  assert(n > 250);
  // Binomial: 4 standard errors.
  assertAlmostEquals(planned / n, 0.3, 4 * Math.sqrt(0.3 * 0.7 / n));
});

Deno.test("runReplication() takes a severe case with disease as main cause to the lead hospital", () => {
  const wards = [["designated", "sub_icu", 1], ["lead", "sub_icu", 1]] as const;
  assertEquals(taken({ risk: { moderate: 1, severe: 1 }, wards }), "designated severe_covid");
  assertEquals(
    taken({ risk: { moderate: 1, severe: 1, underlyingMain: 1 }, wards }),
    "lead severe_underlying",
  );
});

Deno.test("runReplication() takes very old people with severe stable disease in while mild", () => {
  const { events } = run({
    age: "80+",
    disease: "stable",
    diseaseSevere: true,
    onset: "hospital",
    wards: [["sub", "general", 1]],
  });
  assertEquals(events.map((e) => e.event), [
    "contact",
    "seen",
    "requested",
    "accepted",
    "admitted",
    "recovered",
    "discharged",
  ]);
  assertEquals(events[2].rule, "very_old_severe_stable");
});
