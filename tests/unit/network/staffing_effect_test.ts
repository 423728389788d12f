/**
 * Pairs of scenarios of the training grid that differ in one parameter of staff or wards alone.
 *
 * Replications are paired person by person. A clause moves a measure when its direction is the same
 * in at least 95 % of them; here in each of a few.
 */
import { assertEquals } from "@std/assert";
import { measureOf, TRAINING } from "../../support/tiny_network.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import type { ReplicationResult } from "../../../sim/network/mod.ts";
import type { ConvertibleSpec, Scenario, StaffSpec } from "../../../sim/scenario/mod.ts";

const REPLICATIONS = 3;
type Change = (scenario: Scenario) => Scenario;
type Value = readonly [measure: string, groups?: Record<string, string>];

const kept = new Map<Change, ReplicationResult[]>();
function runs(change: Change): ReplicationResult[] {
  const results = kept.get(change) ?? Array.from(
    { length: REPLICATIONS },
    (_, replication) => runReplication(change(TRAINING), { seed: "effect", replication }),
  );
  kept.set(change, results);
  return results;
}

/** Asserts that a measure is higher in nearly all replications under one change than another. */
function assertHigher(high: Change, low: Change, ...values: Value[]): void {
  const [more, less] = [runs(high), runs(low)];
  for (const [name, groups] of values) {
    const up = more.filter((r, i) => measureOf(r, name, groups) > measureOf(less[i], name, groups));
    assertEquals(up.length, REPLICATIONS, name);
  }
}

const staff = (change: Partial<StaffSpec>): Change => (s) => ({
  ...s,
  staff: { ...s.staff, ...change },
});
const absence = (factor: number, reserve = 0): Change => (s) =>
  staff({
    absence: { ...s.staff.absence, factor },
    reserve: {
      ...s.staff.reserve,
      roles: [],
      share: { general: reserve, sub_icu: reserve, icu: reserve },
    },
  })(s);
const ILL = absence(1);
const PLAN: Change = (s) => s;
const RESERVE = absence(1, 0.3);

// A reserve that nobody calls, so that the measures of usable beds are given.
const watched: Change = (s) =>
  staff({
    reserve: { ...s.staff.reserve, share: { general: 0.01, sub_icu: 0, icu: 0 } },
  })(s);
const perBed = (factor: number): Change => (s) => ({
  ...watched(s),
  wards: {
    ...s.wards,
    staff: { ...s.wards.staff, icu: { physicians: factor, nurses: 2.5 * factor } },
  },
});
const RATIO = perBed(1);
const STRICT = perBed(1.2);
const LOOSE = perBed(0.8);

const convertible = (change: Partial<ConvertibleSpec>, opens = ""): Change => (s) => ({
  ...s,
  wards: {
    ...s.wards,
    convertibleOpens: opens,
    convertible: { ...s.wards.convertible, ...change },
  },
});
const NEVER = convertible({});
const BY_OCCUPANCY = convertible({ trigger: "icu_occupancy" });

Deno.test("more staff for each ICU bed mean fewer usable ICU beds (P22-2.3c)", () => {
  assertHigher(RATIO, STRICT, ["usable_beds_peak", { ward: "icu" }], [
    "usable_beds_mean",
    { ward: "icu" },
  ]);
  assertHigher(STRICT, RATIO, ["refusals", { rule: "no_staffed_bed" }]);
});

// It moves nothing: every ward has the staff for its physical beds, which then bind.
Deno.test("less staff for each ICU bed move nothing where physical beds bind", () => {
  const [loose, plan] = [runs(LOOSE), runs(RATIO)];
  loose.forEach(({ died }, i) => assertEquals(died, plan[i].died));
});

Deno.test("staff infected by the wave cost bed days and lives (P22-2.3c)", () => {
  assertHigher(ILL, PLAN, ["deaths_excess"]);
  assertHigher(ILL, RATIO, ["bed_days_lost_to_absence"], ["staff_absent_peak"]);
});

Deno.test("a reserve gives back bed days (P22-2.3c)", () => {
  assertHigher(ILL, RESERVE, ["bed_days_lost_to_absence"]);
  assertHigher(RESERVE, ILL, ["reserve_person_days"], ["usable_beds_mean", { ward: "icu" }]);
});

Deno.test("convertible ICU beds spare deaths in beds below the need (P22-2.3b)", () => {
  assertHigher(NEVER, BY_OCCUPANCY, ["deaths", { ward: "bed_below_need" }]);
  assertHigher(NEVER, PLAN, ["deaths", { ward: "bed_below_need" }]);
});
