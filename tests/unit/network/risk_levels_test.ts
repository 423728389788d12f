/** Risk levels by district: by date and by the case rule, and what they drive. */
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { changesOf } from "../../support/paired_runs.ts";
import { constant, DAY, measureOf, tiny, TRAINING, ward } from "../../support/tiny_network.ts";
import { plansWith, twoDistricts } from "../../support/two_districts.ts";
import { RISK_LEVELS } from "../../../sim/domain/mod.ts";
import { SimulationError } from "../../../sim/engine/mod.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import type { ReplicationResult } from "../../../sim/network/mod.ts";
import { districtsOf } from "../../../sim/network/districts.ts";
import { layoutOf } from "../../../sim/network/layout.ts";
import { RiskLevels } from "../../../sim/network/risk_levels.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";

const run = (s: Scenario) => runReplication(s, { seed: "levels", replication: 0 });

const seriesOf = (
  { series }: ReplicationResult,
  measure: string,
  ward?: string,
) => [...series.find((p) => p.measure === measure && p.ward === ward)!.values];

/** Half of the beds of ordinary wards at the high level, all below. */
const spaced = (s: Scenario): Scenario => ({
  ...s,
  wards: { ...s.wards, spacing: { general: 1, sub_icu: 1, icu: 1 }, spacingWithin: 0 },
  services: {
    ...s.services,
    plans: plansWith(s, (level) => ({ spacing: level === "high" ? 0.5 : 1 })),
  },
});

const levels = (entries: Scenario["services"]["levels"]) => (s: Scenario): Scenario => ({
  ...s,
  services: { ...s.services, levels: entries },
});

const quiet = (s: Scenario): Scenario => ({ ...s, wave: { ...s.wave, scale: 0 } });

/** A share of infections reported, so many days after. */
const reported = (share = 1, delay = 0) => (s: Scenario): Scenario => ({
  ...s,
  wave: {
    ...s.wave,
    reported: {
      modelled: true,
      seeksCare: { symptomatic: share, asymptomatic: share },
      detected: 1,
      counted: 1,
      delay: constant(delay * DAY),
    },
  },
});

/** Levels by the case rule. */
const byRule = (rule: Partial<Scenario["services"]["levelRule"]> = {}) => (s: Scenario) => ({
  ...s,
  services: { ...s.services, levelRule: { ...s.services.levelRule, ...rule, modelled: true } },
});

/** The first replication in which the only resident is infected. */
function oneInfected(scenario: Scenario): ReplicationResult {
  for (let replication = 0; replication < 10; replication++) {
    const result = runReplication(scenario, { seed: "levels", replication });
    if (result.infected === 1) return result;
  }
  throw new Error("nobody is infected in ten replications");
}

// Planted: the level of the first district taken for every ward (`ofWard` 0): red.
Deno.test("a level spaces the wards of its district alone", () => {
  const scenario = twoDistricts({
    wards: [ward("designated", "general", 10, "ordinary"), ward("lead", "sub_icu", 10, "ordinary")],
    change: (s) =>
      levels([
        { from: s.window.start, level: "low" },
        { from: "2022-11-06", level: "high", district: "e" },
        { from: "2022-11-16", level: "low", district: "e" },
      ])(spaced(quiet(s))),
  });
  const result = run(scenario);
  assert(seriesOf(result, "usable_beds", "general").every((beds) => beds === 10));
  seriesOf(result, "usable_beds", "sub_icu").forEach((beds, day) =>
    assertEquals(beds, day >= 5 && day < 15 ? 5 : 10, `day ${day}`)
  );
  const days = (grid: string) => measureOf(result, "days_at_high_level", { grid });
  assertEquals([days("g"), days("h")], [0, 10]);
  assertEquals(measureOf(result, "days_at_high_level"), 5);
  assertEquals(measureOf(result, "level_changes"), 1);
});

Deno.test("a level limits elective patients in its district alone", () => {
  const stay = constant(DAY);
  const scenario = twoDistricts({
    wards: [ward("designated", "general", 50, "ordinary"), ward("lead", "sub_icu", 50, "ordinary")],
    change: (s) =>
      levels([
        { from: s.window.start, level: "low" },
        { from: "2022-11-06", level: "high", district: "e" },
      ])({
        ...quiet(s),
        services: {
          ...s.services,
          occupancy: 0.5,
          urgentShare: 0,
          holidays: [],
          stay: { general: stay, sub_icu: stay, icu: stay },
          plans: plansWith(s, (level) => ({
            spacing: 1,
            open: { ...s.services.plans.low.open, inpatient_elective: level === "high" ? 0 : 1 },
          })),
        },
      }),
  });
  const census = (type: string) =>
    run(scenario).series.find((p) =>
      p.measure === "census" && p.ward === type && p.line === "ordinary"
    )!.values;
  assert(census("sub_icu")[4] > 5);
  assert(census("sub_icu").slice(6).every((patients) => patients === 0));
  assert(census("general").every((patients) => patients > 5));
});

Deno.test("a district follows the levels of all until its own begin", () => {
  const scenario = twoDistricts({
    change: (s) =>
      levels([
        { from: s.window.start, level: "low" },
        { from: "2022-11-03", level: "medium" },
        { from: "2022-11-05", level: "high" },
        { from: "2022-11-05", level: "low", district: "e" },
        { from: "2022-11-07", level: "medium", district: "e" },
      ])(s),
  });
  const found = new RiskLevels(scenario, districtsOf(scenario, layoutOf(scenario)), null);
  const of = (district: number) =>
    Array.from({ length: 7 }, (_, day) => RISK_LEVELS[found.on(district, day)]);
  assertEquals(of(0), ["low", "low", "medium", "medium", "high", "high", "high"]);
  assertEquals(of(1), ["low", "low", "medium", "medium", "low", "low", "medium"]);
  assertEquals([found.on(0, -5), found.on(0, 9999)], [0, 2]);
});

Deno.test("one case makes the level medium from the day after its report, for fourteen days", () => {
  const result = oneInfected(tiny({ change: (s) => byRule()(reported(1, 5)(s)) }));
  const infected = seriesOf(result, "infected").indexOf(1);
  assertEquals(seriesOf(result, "cases_reported").indexOf(1), infected + 5);
  assertEquals(measureOf(result, "cases_reported"), 1);
  assertEquals(measureOf(result, "days_at_medium_level"), 14);
  assertEquals(measureOf(result, "days_at_high_level"), 0);
  assertEquals(measureOf(result, "level_changes"), 2);
});

// Planted: the cases of the day itself read at its 00:00 (`day + 1` in `#decide`): red.
Deno.test("cases before the first day count, and beds follow the level of the day", () => {
  const before = [{ district: "d", date: "2022-10-20", cases: 50 }];
  const scenario = tiny({
    wards: [ward("designated", "general", 10, "ordinary")],
    change: (s) => spaced(byRule({ clusterCases: 1, before })(reported(1, 2)(s))),
  });
  const result = oneInfected(scenario);
  const known = seriesOf(result, "cases_reported").indexOf(1);
  const high = seriesOf(result, "residents_at_high_level");
  const beds = seriesOf(result, "usable_beds", "general");
  high.forEach((share, day) => {
    const isHigh = day > known && day <= known + 14;
    assertEquals([share, beds[day]], isHigh ? [1, 5] : [0, 10], `day ${day}`);
  });
  // The fifty are new until 2 November.
  assertEquals(measureOf(result, "days_at_medium_level"), 3);
  const rule = { clusterCases: 1, before: [{ ...before[0], district: "elsewhere" }] };
  const other = oneInfected(tiny({ change: (s) => byRule(rule)(reported(1, 2)(s)) }));
  assertEquals(measureOf(other, "days_at_high_level"), 0);
});

Deno.test("reported cases are a keyed share of the infected and change nothing else", () => {
  const of = (share: number) => run(tiny({ residents: 2000, change: reported(share) }));
  const all = of(1);
  assertEquals(seriesOf(all, "cases_reported"), seriesOf(all, "infected"));
  const [half, third] = [0.5, 1 / 3].map((share) => seriesOf(of(share), "cases_reported"));
  const infected = measureOf(all, "infected");
  const sum = half.reduce((a, b) => a + b);
  assertAlmostEquals(sum, infected / 2, 4 * Math.sqrt(infected / 4));
  // Who is reported at a third is reported at a half.
  assert(third.every((cases, day) => cases <= half[day]));
  const plain = run(tiny({ residents: 2000 }));
  const others = ({ measures }: ReplicationResult) =>
    measures.filter(({ measure }) => measure !== "cases_reported");
  assertEquals(others(all), others(plain));
  assertEquals(plain.series.some(({ measure }) => measure === "cases_reported"), false);
});

Deno.test("RiskLevels.on() refuses a day whose reports are not known", () => {
  const scenario = tiny({ change: byRule() });
  const districts = districtsOf(scenario, layoutOf(scenario));
  const found = new RiskLevels(scenario, districts, null);
  assertEquals(found.on(0, 0), 0);
  assertThrows(
    () => found.on(0, 1),
    SimulationError,
    "Cannot tell the risk level of day 1 as the infections of the day before must have been drawn: the last day drawn is -1",
  );
  found.drawn(0);
  assertEquals(found.on(0, 1), 0);
});

Deno.test("the case rule on the training grid leaves the low level and comes back to it", () => {
  const rule = byRule()(reported(0.05, 6)(TRAINING));
  const result = run(rule);
  for (const level of ["low", "medium", "high"]) {
    assert(measureOf(result, `days_at_${level}_level`) > 0, level);
  }
  const dates = { ...rule, services: { ...rule.services, levelRule: TRAINING.services.levelRule } };
  // In curve mode levels infect nobody more or less; they close elective wards.
  const infected = changesOf({ from: dates, to: rule, measure: "infected" });
  assertEquals(infected, infected.map(() => 0));
  const away = changesOf({ from: dates, to: rule, measure: "visits_remote" });
  assert(away.every((more) => more > 0), `${away}`);
});
