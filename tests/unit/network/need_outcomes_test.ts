/** What becomes of those who need a bed, by the time since they needed it. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { BED_OUTCOMES } from "../../../sim/domain/mod.ts";
import type { BedOutcome } from "../../../sim/domain/mod.ts";
import { detailOf, runReplication } from "../../../sim/network/mod.ts";
import type { ReplicationResult } from "../../../sim/network/mod.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";
import {
  allEventsOf,
  constant,
  DAY,
  measureOf,
  tiny,
  TRAINING,
} from "../../support/tiny_network.ts";
import type { TinySpec } from "../../support/tiny_network.ts";

const DAYS = Array.from({ length: 29 }, (_, day) => day);

/** Share with an outcome by a day since the need [-]. */
function shareOf({ detail }: ReplicationResult, { window }: Scenario) {
  const { outcomes } = detailOf(detail, window);
  return (outcome: BedOutcome, day: number) =>
    outcomes[BED_OUTCOMES.indexOf(outcome) * DAYS.length + day];
}

const run = (scenario: Scenario, log = false) =>
  runReplication(scenario, { seed: "need", replication: 0, log });

/** When people first needed a bed, and how it ended how long after, by the event log. */
function countedFromLog(result: ReplicationResult, scenario: Scenario) {
  const need = new Map<number, number>();
  const inBed = new Set<number>();
  const ends = new Map<number, { readonly after: number; readonly outcome: string }>();
  for (const { at, person, event } of allEventsOf(scenario, result)) {
    if (event === "worsened" && !need.has(person)) need.set(person, at);
    if (event === "admitted") inBed.add(person);
    if ((event !== "recovered" && event !== "died") || !need.has(person)) continue;
    const outcome = `${event}_${inBed.has(person) ? "in_bed" : "without_bed"}`;
    ends.set(person, { after: at - need.get(person)!, outcome });
  }
  return { need, ends };
}

// Everybody infected in the window is followed, and nobody is left at the end: shares of all.
// Planted: the time counted from infection; a bed asked for taken for one that was had; who dies on
// the road between beds counted as without: red.
Deno.test("outcomes by day are those counted from the event log", () => {
  const result = run(TRAINING, true);
  assertEquals(measureOf(result, "unresolved"), 0);
  const { need, ends } = countedFromLog(result, TRAINING);
  const persons = need.size;
  assertEquals(persons, measureOf(result, "needed_bed"));
  const share = shareOf(result, TRAINING);
  for (const outcome of BED_OUTCOMES) {
    for (const day of DAYS) {
      const came = [...ends.values()].filter((end) =>
        end.outcome === outcome && end.after <= day * DAY
      );
      assertAlmostEquals(
        share(outcome, day),
        came.length / persons,
        1e-12,
        `${outcome} by day ${day}`,
      );
    }
    assert(share(outcome, 28) > 0, outcome);
  }
});

Deno.test("outcomes exclude one another, never fall, and agree with measures of the same people", () => {
  const result = run(TRAINING);
  const share = shareOf(result, TRAINING);
  for (const day of DAYS) {
    const sum = BED_OUTCOMES.reduce((all, outcome) => all + share(outcome, day), 0);
    assert(sum <= 1 + 1e-12, `${sum} by day ${day}`);
    for (const outcome of BED_OUTCOMES) {
      assert(day === 0 || share(outcome, day) >= share(outcome, day - 1));
    }
  }
  const recovered = share("recovered_in_bed", 28) + share("recovered_without_bed", 28);
  // 28 days from infection end sooner than 28 from the need.
  const measure = measureOf(result, "recovered_by_day_28_of_bed_needing");
  assert(recovered >= measure && recovered < measure + 0.1, `${recovered}, ${measure}`);
  const needed = measureOf(result, "needed_bed");
  const without = share("recovered_without_bed", 28) + share("died_without_bed", 28);
  assert(without * needed <= measureOf(result, "never_in_bed") + 1e-9);
});

/** Infected and in need at one instant: both clocks begin together. Few beds, so that all four come. */
const atOnce = (spec: TinySpec = {}) =>
  tiny({
    residents: 600,
    age: "80+",
    risk: { moderate: 1, severe: 0.5, critical: 0.6, deathSevere: 0.3, deathCritical: 0.5 },
    wards: [["designated", "icu", 4]],
    ...spec,
    change: (s) => ({
      ...s,
      course: {
        ...s.course,
        incubation: constant(0),
        // In four weeks some have recovered, some not.
        moderate: { law: "gamma", mean: 20 * DAY, sd: 12 * DAY },
      },
    }),
  });

// Planted: everybody infected followed, also late in the window: 28 days beyond the end, red.
Deno.test("recovered by day 28 is the measure where the need arises on infection", () => {
  const scenario = atOnce();
  // Of those infected in the last fortnight no more than 14 days are seen: they are in neither.
  const short = { ...scenario, window: { ...scenario.window, runOnDays: 14 } };
  for (const world of [scenario, short]) {
    const result = run(world);
    const share = shareOf(result, world);
    const recovered = share("recovered_in_bed", 28) + share("recovered_without_bed", 28);
    const measure = measureOf(result, "recovered_by_day_28_of_bed_needing");
    assertAlmostEquals(recovered, measure, 1e-12);
    assert(measure > 0.1 && measure < 0.9, `${measure}`);
    for (const outcome of BED_OUTCOMES) assert(share(outcome, 28) > 0, outcome);
  }
});

Deno.test("a bed for everybody and for nobody part the same people by whether they had one", () => {
  const outcomes = (beds: number) => {
    const scenario = tiny({
      residents: 300,
      risk: { moderate: 1 },
      wards: beds > 0 ? [["sub", "general", beds]] : [],
    });
    const share = shareOf(run(scenario), scenario);
    return [4, 6].map((day) => BED_OUTCOMES.map((outcome) => share(outcome, day)));
  };
  // A moderate course takes five days in any care.
  assertEquals(outcomes(300), [[0, 0, 0, 0], [1, 0, 0, 0]]);
  assertEquals(outcomes(0), [[0, 0, 0, 0], [0, 1, 0, 0]]);
});

/** Aalen and Johansen's sum, term by term: share with an outcome by a time, of ends and censored. */
function incidence(
  rows: readonly { readonly after: number; readonly outcome: string }[],
  outcome: string,
  by: number,
): number {
  const times = [...new Set(rows.filter((row) => row.outcome !== "").map(({ after }) => after))];
  let [free, share] = [1, 0];
  for (const t of times.filter((time) => time <= by).sort((a, b) => a - b)) {
    const atRisk = rows.filter(({ after }) => after >= t).length;
    const ends = rows.filter((row) => row.after === t && row.outcome !== "");
    share += free * ends.filter((row) => row.outcome === outcome).length / atRisk;
    free *= 1 - ends.length / atRisk;
  }
  return share;
}

// Three weeks pass from infection to the need, so that many are seen for a week of their need alone.
// Planted: those still ill left out; counted as well until day 28; all who need a bed followed: red.
Deno.test("whoever is ill at the end of the run is censored then", () => {
  const DELAY = 20 * DAY;
  const world = atOnce({ residents: 1500 });
  const scenario = {
    ...world,
    window: { ...world.window, days: 65, runOnDays: 5 },
    course: { ...world.course, incubation: constant(DELAY) },
  };
  const end = 70 * DAY;
  const result = run(scenario, true);
  const { need, ends } = countedFromLog(result, scenario);
  const followed = [...need].filter(([, at]) => at - DELAY + 28 * DAY <= end);
  assert(
    followed.length > 50 && need.size > followed.length + 20,
    `${followed.length}, ${need.size}`,
  );
  const rows = followed.map(([person, at]) => ends.get(person) ?? { after: end - at, outcome: "" });
  assert(rows.filter(({ outcome }) => outcome === "").length > 20);
  const share = shareOf(result, scenario);
  for (const outcome of BED_OUTCOMES) {
    for (const day of [1, 8, 14, 28]) {
      const expected = incidence(rows, outcome, day * DAY);
      assertAlmostEquals(share(outcome, day), expected, 1e-9, `${outcome} by day ${day}`);
    }
  }
});

Deno.test("nobody in need gives no shares", () => {
  const scenario = tiny({ residents: 50 });
  const share = shareOf(run(scenario), scenario);
  assertEquals(BED_OUTCOMES.map((outcome) => share(outcome, 28)), [NaN, NaN, NaN, NaN]);
});
