/** Contacts that follow the risk level: the same people, earlier, later or not at all. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { changesOf } from "../../support/paired_runs.ts";
import { constant, DAY, measureOf, tiny, TRAINING } from "../../support/tiny_network.ts";
import { twoDistricts } from "../../support/two_districts.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import type { ReplicationResult } from "../../../sim/network/mod.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";

type Change = (s: Scenario) => Scenario;

const run = (s: Scenario) => runReplication(s, { seed: "epidemic", replication: 0 });

const seriesOf = (
  { series }: ReplicationResult,
  measure: string,
) => [...series.find((p) => p.measure === measure)!.values];

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** Contacts follow the level, with a factor at the high one and a share from outside. */
const following = (high: number, imported = 0.01): Change => (s) => ({
  ...s,
  wave: {
    ...s.wave,
    mode: "compartments",
    contactFactor: { low: 1, medium: 1, high },
    compartments: { ...s.wave.compartments, imported },
  },
});

/** Everybody infected is reported at once, so that infections can be read by grid and day. */
const reportedAtOnce: Change = (s) => ({
  ...s,
  wave: {
    ...s.wave,
    reported: {
      modelled: true,
      seeksCare: { symptomatic: 1, asymptomatic: 1 },
      detected: 1,
      counted: 1,
      delay: constant(0),
    },
  },
});

const highFrom = (from: string, district?: string): Change => (s) => ({
  ...s,
  services: {
    ...s.services,
    levels: [{ from: s.window.start, level: "low" }, { from, level: "high", district }],
  },
});

/** Peak of 11 December, so that contacts still count on 1 December. */
const FROM = "2022-12-01";
const FROM_DAY = 30;

// Planted: those infected outside left out of the hazard: fewer, red.
Deno.test("at the base level compartments infect the same people on the same days", () => {
  const curve = run(TRAINING);
  const same = run(following(1)(highFrom(FROM)({ ...TRAINING })));
  assertEquals(seriesOf(same, "infected"), seriesOf(curve, "infected"));
  const level = run(following(0.5)(TRAINING));
  assertEquals(seriesOf(level, "infected"), seriesOf(curve, "infected"));
  assertEquals(
    measureOf(level, "sessions_due", { line: "dialysis" }),
    measureOf(curve, "sessions_due", { line: "dialysis" }),
  );
  const deaths = measureOf(level, "deaths");
  assertAlmostEquals(deaths / measureOf(curve, "deaths"), 1, 0.05);
});

// Planted: the level of the first district for all (`on(0, …)`): the first falls too, red.
Deno.test("a level lowers contacts in its district alone", () => {
  const spec = (change: Change) =>
    run(twoDistricts({ residents: 20_000, change: (s) => reportedAtOnce(change(s)) }));
  const curve = spec((s) => s);
  const held = spec((s) => following(0)(highFrom(FROM, "e")(s)));
  const cases = (result: ReplicationResult, grid: string) =>
    measureOf(result, "cases_reported", { grid });
  assertEquals(cases(held, "g"), cases(curve, "g"));
  assert(cases(held, "h") < 0.05 * cases(curve, "h"), `${cases(held, "h")}`);
  const before = (result: ReplicationResult) =>
    sum(seriesOf(result, "infected").slice(0, FROM_DAY));
  assertEquals(before(held), before(curve));
});

// Planted: the level of the day before for the contacts (`wave.days - 1`): infections go on for a
// day, red.
Deno.test("cases of a day raise the level of the next, which stops contacts on that day", () => {
  const scenario = tiny({
    residents: 50_000,
    change: (s) => {
      const { services, ...rest } = reportedAtOnce(following(0, 0)(s));
      const levelRule = { ...services.levelRule, modelled: true, most: 200, clusterCases: 1 };
      return { ...rest, services: { ...services, levelRule } };
    },
  });
  const infected = seriesOf(run(scenario), "infected");
  let all = 0;
  const first = infected.findIndex((persons) => (all += persons) > 200);
  assert(first > 0 && infected[first] > 20);
  assertEquals(sum(infected.slice(first + 1, first + 15)), 0);
  const again = infected.findIndex((persons, day) => day >= first + 15 && persons > 0);
  assert(again > 0, "the epidemic comes again at the low level");
  assertEquals(sum(infected.slice(again + 1, again + 15)), 0);
});

Deno.test("the same seed gives the same bytes, and fewer contacts a part of the same people", () => {
  const strict = following(0.5)(highFrom(FROM)(TRAINING));
  const [a, b] = [run(strict), run(strict)];
  assertEquals(a.measures, b.measures);
  const curve = seriesOf(run(TRAINING), "infected");
  let [all, some] = [0, 0];
  seriesOf(a, "infected").forEach((persons, day) => {
    some += persons;
    all += curve[day];
    assert(some <= all, `day ${day}`);
  });
});

Deno.test("staff fall ill with the residents of their district", () => {
  const ill: Change = (s) => ({
    ...s,
    staff: {
      ...s.staff,
      absence: {
        ...s.staff.absence,
        factor: 1,
        delay: 3 * DAY,
        infectiousAfter: 1 * DAY,
        dailyReports: false,
        duration: constant(7 * DAY),
      },
    },
  });
  const absent = (change: Change) => run(ill(change(TRAINING)));
  const curve = absent((s) => s);
  const base = absent(following(0.5));
  seriesOf(base, "staff_absent").forEach((share, day) =>
    assertAlmostEquals(share, seriesOf(curve, "staff_absent")[day], 1e-9)
  );
  assertAlmostEquals(
    measureOf(base, "staff_infectious_days") / measureOf(curve, "staff_infectious_days"),
    1,
    1e-9,
  );
  const held = absent((s) => following(0.5)(highFrom(FROM)(s)));
  for (const measure of ["staff_absent_peak", "staff_absent_mean", "staff_infectious_days"]) {
    assert(measureOf(held, measure) < 0.7 * measureOf(curve, measure), measure);
  }
});

Deno.test("fewer contacts at the high level infect fewer and fill fewer beds", () => {
  const [free, strict] = [1, 0.5].map((factor) => following(factor)(highFrom(FROM)(TRAINING)));
  for (const measure of ["infected", "deaths", "waiting_peak"]) {
    const changes = changesOf({ from: free, to: strict, measure });
    assert(changes.every((change) => change < 0), `${measure}: ${changes}`);
  }
});
