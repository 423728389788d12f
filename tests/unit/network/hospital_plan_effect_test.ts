/**
 * Plans of hospitals on the training grid, replication by replication on the same people.
 *
 * Of twenty pairs, with the seed "pairs": a reserve against all ordinary patients lowers the peak of
 * those waiting (570 to 491) and cases never in a bed (1,462 to 1,235) in every one, and deaths
 * (128.9 to 126.0) in 16, as they are few. Against elective patients alone it puts off elective ones
 * in every pair (2,994 to 2,960 admissions) and moves no measure of cases: whoever waits for a bed
 * goes before an elective patient already, and an empty bed kept from these goes to urgent patients,
 * who stand before moderate cases. Sharing staff moves nothing while all are well, as every ward has
 * the staff for its beds; with staff ill it lowers the peak (755 to 742) in every pair.
 */
import { servedOf } from "../../support/volumes.ts";
import { assertEquals } from "@std/assert";
import { runReplication } from "../../../sim/network/mod.ts";
import type { ReplicationResult } from "../../../sim/network/mod.ts";
import type { HospitalPlanSpec, Scenario } from "../../../sim/scenario/mod.ts";
import { measureOf, TRAINING } from "../../support/tiny_network.ts";

const REPLICATIONS = 3;
type Change = (scenario: Scenario) => Scenario;
type Measure = (result: ReplicationResult) => number;

const plan = (change: Partial<HospitalPlanSpec>): Change => (s) => ({
  ...s,
  wards: { ...s.wards, hospitalPlan: { ...s.wards.hospitalPlan, modelled: true, ...change } },
});
const ill: Change = (s) => ({
  ...s,
  staff: { ...s.staff, absence: { ...s.staff.absence, factor: 1 } },
});

const named = (measure: string): Measure => (result) => measureOf(result, measure);
/** Admissions of one line of ordinary care: 2 urgent, 3 elective. */
const admitted = (line: "urgent" | "elective"): Measure => ({ volume }) =>
  servedOf(volume, TRAINING, `inpatient_${line}`);

const kept = new Map<Change, ReplicationResult[]>();
function runs(change: Change): ReplicationResult[] {
  const results = kept.get(change) ?? Array.from(
    { length: REPLICATIONS },
    (_, replication) => runReplication(change(TRAINING), { seed: "pairs", replication }),
  );
  kept.set(change, results);
  return results;
}

/** Asserts that measures are lower under one change than under another, in every pair. */
function assertLower(low: Change, high: Change, ...measures: Measure[]): void {
  for (const measure of measures) {
    const pairs = runs(low).filter((r, i) => measure(r) < measure(runs(high)[i]));
    assertEquals(pairs.length, REPLICATIONS);
  }
}

const OFF: Change = (s) => s;
const ELECTIVE = plan({ against: "elective" });
const ALL = plan({ against: "ordinary" });
const HALF = plan({ against: "ordinary", most: 0.5 });
const SHARED: Change = (s) => plan({ staff: true, most: 0 })(ill(s));

Deno.test("a reserve against all ordinary patients spares cases their wait (N35-3.1)", () => {
  assertLower(ALL, OFF, named("waiting_peak"), named("never_in_bed"), admitted("urgent"));
});

Deno.test("a smaller reserve spares less of it", () => {
  assertLower(ALL, HALF, named("waiting_peak"), named("never_in_bed"));
  assertLower(HALF, OFF, named("waiting_peak"), named("never_in_bed"));
});

Deno.test("a reserve against elective patients alone puts them off", () => {
  assertLower(ELECTIVE, OFF, admitted("elective"));
  const putOff = runs(ELECTIVE).map(named("elective_put_off_by_reserve"));
  assertEquals(putOff.every((n) => n > 50), true);
});

Deno.test("staff shared between wards spare cases their wait when many are ill (N35-4.3)", () => {
  assertLower(SHARED, ill, named("waiting_peak"), named("never_in_bed"), named("boarding_hours"));
  assertEquals(runs(SHARED).every((r) => measureOf(r, "staff_shared_peak") > 20), true);
});

// Whatever else is on: every law of beds and staff is looked at in the run, which stops at a breach.
Deno.test("plans hold beside conversion, reserves of staff, buffer wards, lists and operations", () => {
  const all: Change = (s) => ({
    ...plan({ staff: true, against: "ordinary", delay: 0, least: 0.1, every: 720 })(ill(s)),
    hospital: {
      ...s.hospital,
      buffer: { share: 0.1 },
      surgery: { ...s.hospital.surgery, counted: true },
      admission: { ...s.hospital.admission, list: true, priority: { urgent: 0.2, elective: 0.2 } },
    },
  });
  const busy: Change = (s) => {
    const { staff, wards, ...rest } = all(s);
    const share = { general: 0.2, sub_icu: 0.2, icu: 0.3 };
    return {
      ...rest,
      staff: { ...staff, reserve: { ...staff.reserve, roles: [], share } },
      wards: { ...wards, convertible: { ...wards.convertible, trigger: "icu_occupancy" } },
    };
  };
  const [once, again] = [0, 0].map((replication) =>
    runReplication(busy(TRAINING), { seed: "pairs", replication })
  );
  assertEquals(once.measures, again.measures);
  assertEquals(measureOf(once, "reserved_beds_peak", { ward: "general" }) > 100, true);
  assertEquals(measureOf(once, "staff_shared_peak") > 20, true);
});

Deno.test("staff who are all well are shared with nobody on the training grid", () => {
  const well = plan({ staff: true });
  const [shared, alone] = [runs(well), runs(ELECTIVE)];
  shared.forEach((r, i) => {
    assertEquals(measureOf(r, "staff_shared_person_days"), 0);
    assertEquals(r.died, alone[i].died);
  });
});
