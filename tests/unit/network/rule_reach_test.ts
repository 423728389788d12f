/** Rules that reach other grids, keep to a tier, ask where the patient is, or have a priority. */
import { assert, assertEquals } from "@std/assert";
import type { BedDestination, ReferralRule } from "../../../sim/domain/mod.ts";
import { PERSONS_PER_GRID } from "../../../sim/network/mod.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";
import { logged, replicationWith, tiny } from "../../support/tiny_network.ts";
import type { TinyFacility, TinySpec } from "../../support/tiny_network.ts";

const REPLICATION = replicationWith(1, tiny());

const bed = (to: Partial<BedDestination>): BedDestination => ({
  role: "designated",
  ward: "general",
  ...to,
});
const rule = (given: Partial<ReferralRule>): ReferralRule => ({
  name: "all",
  clause: "none",
  interpretation: false,
  when: {},
  to: bed({}),
  overflow: [],
  ...given,
});
const withRules = (rules: readonly ReferralRule[]) => (scenario: Scenario): Scenario => ({
  ...scenario,
  referral: { ...scenario.referral, rules: { name: "test", rules } },
});

/** The tiny city with two more grids, in which nobody lives who is ever ill: next door, and far off. */
function threeGrids(scenario: Scenario): Scenario {
  const { city } = scenario;
  const near = (grid: string, lon: number, district: string) => ({
    grid: { ...city.grids[0], id: grid, district },
    community: { ...city.communities[0], id: `c-${grid}`, grid, lon, population: 1 },
  });
  const more = [near("next", 0.2, "d"), near("far", 0.1, "e")];
  const link = (grid: string, facility: TinyFacility) => ({
    grid,
    role: "designated" as const,
    order: 1,
    facility,
  });
  return {
    ...scenario,
    city: {
      ...city,
      districts: [...city.districts, { ...city.districts[0], id: "e" }],
      grids: [...city.grids, ...more.map(({ grid }) => grid)],
      communities: [...city.communities, ...more.map(({ community }) => community)],
      links: [...city.links, link("next", "partner"), link("far", "lead")],
    },
  };
}

/** Facility that took the first patient of the first grid. */
function taken(to: ReferralRule["to"], overflow: readonly BedDestination[], full: TinyFacility[]) {
  const places = (["designated", "lead", "partner"] as const).filter((f) => !full.includes(f));
  const scenario = tiny({
    risk: { moderate: 1 },
    wards: places.map((place) => [place, "general", 3] as const),
    change: (s) => threeGrids(withRules([rule({ to, overflow })])(s)),
  });
  const { events } = logged(scenario, REPLICATION);
  const home = events.filter(({ person }) => person < PERSONS_PER_GRID);
  return home.find((e) => e.event === "accepted")?.facility ?? "nowhere";
}

// Planted: neighbours taken from the whole city: red; the distance taken from the own hospital: red.
Deno.test("runReplication() overflows to the neighbours of the district, or through the whole city", () => {
  const aid = bed({ grid: "neighbours" });
  assertEquals(taken(bed({}), [aid], []), "designated");
  assertEquals(taken(bed({}), [aid], ["designated"]), "partner");
  assertEquals(taken(bed({}), [aid], ["designated", "partner"]), "nowhere");
  const city = bed({ grid: "city" });
  assertEquals(taken(city, [], []), "designated");
  // The grid of the other district is nearer than that next door.
  assertEquals(taken(city, [], ["designated"]), "lead");
  assertEquals(taken(city, [], ["designated", "lead"]), "partner");
});

Deno.test("runReplication() keeps a destination to its tier", () => {
  assertEquals(taken(bed({ grid: "city", tier: 3 }), [], []), "lead");
  assertEquals(taken(bed({ grid: "city", tier: 2 }), [], []), "designated");
});

/** Rules of the requests of a moderate case who goes first to `contact`, by who is asked where. */
function asked(rules: readonly ReferralRule[], spec: TinySpec): string {
  const { events } = logged(
    tiny({ risk: { moderate: 1 }, ...spec, change: withRules(rules) }),
    REPLICATION,
  );
  return events.filter((e) => e.event === "accepted").map((e) => `${e.rule} ${e.facility}`).join();
}

Deno.test("runReplication() decides by where the patient is, its role and what it is capable of", () => {
  const rules = [
    rule({
      name: "from primary",
      when: { place: ["primary_clinic"], facilityRole: ["primary"], placeCapable: true },
    }),
    rule({
      name: "from designated",
      when: { place: ["hospital_clinic"], facilityRole: ["designated"] },
      to: bed({ role: "lead" }),
    }),
    rule({ name: "elsewhere", to: bed({ role: "partner" }) }),
  ];
  const wards = (["designated", "lead", "partner"] as const).map((f) => [f, "general", 1] as const);
  assertEquals(asked(rules, { wards, worsening: "primary" }), "from primary designated");
  assertEquals(asked(rules, { wards, worsening: "hospital" }), "from designated lead");
});

Deno.test("runReplication() decides on those in a bed by its type", () => {
  const rules = [
    rule({
      name: "up",
      when: { severity: ["severe"], place: ["general_bed"], facilityRole: ["designated"] },
      to: bed({ role: "lead", ward: "sub_icu" }),
    }),
    rule({ name: "first" }),
  ];
  const wards = [["designated", "general", 1], ["lead", "sub_icu", 1]] as const;
  const risk = { moderate: 1, severe: 1 };
  const change = (s: Scenario) => {
    const later = { law: "constant", value: 1440 } as const;
    return withRules(rules)({ ...s, course: { ...s.course, moderate: later } });
  };
  const { events } = logged(tiny({ risk, wards, change }), REPLICATION);
  const steps = events.filter((e) => e.event === "accepted").map((e) => `${e.rule} ${e.facility}`);
  assertEquals(steps.slice(0, 2), ["first designated", "up lead"]);
});

/** Rules of the patients in the order in which one bed takes them. */
function order(priority: number | undefined): string[] {
  const rules = [
    rule({ name: "old", when: { veryOld: true } }),
    rule({ name: "young", ...(priority !== undefined && { priority }) }),
  ];
  const scenario = tiny({
    residents: 60,
    risk: { moderate: 1 },
    wards: [["designated", "general", 1]],
    change: (s) => {
      const half = s.people.map((row) =>
        row.ageBand === "40-49" || row.ageBand === "80+" ? 0.5 : 0
      );
      return withRules(rules)({ ...s, city: { ...s.city, ageShares: half } });
    },
  });
  return logged(scenario).events.filter((e) => e.event === "accepted").map((e) => e.rule);
}

// Planted: priority not added to the bucket: red.
Deno.test("runReplication() serves a rule of higher priority first among those who wait", () => {
  const without = order(undefined);
  const first = order(15);
  const young = (names: readonly string[]) => names.slice(1, 9).filter((n) => n === "young").length;
  // The green channel puts the very old, who are yellow, before the young, who are green.
  assert(without.length > 8 && young(without) < 4, without.join());
  assert(young(first) > 6, first.join());
});
