/** Ordinary services day by day: exact small worlds, then levels and districts. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { GENERAL, once, plan, services } from "../../support/service_worlds.ts";
import { measureOf, TRAINING } from "../../support/tiny_network.ts";
import { servedOf } from "../../support/volumes.ts";
import type { CountedLine } from "../../../sim/domain/mod.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import type { LevelPlan, LineSpec, Scenario } from "../../../sim/scenario/mod.ts";

const run = (s: Scenario, replication = 0) => runReplication(s, { seed: "services", replication });
const days = ({ window }: Scenario) => window.days + window.runOnDays;

Deno.test("with everything open all who ask are served, in whole weeks and by line", () => {
  const scenario = services({ [GENERAL]: once(7) }, plan({}));
  const { volume, measures } = run(scenario);
  const mean = 100 * days(scenario);
  const served = servedOf(volume, scenario, GENERAL);
  assertAlmostEquals(served, mean, 4 * Math.sqrt(mean));
  assertEquals(servedOf(volume, scenario, GENERAL, { tier: 1 }), served);
  // 118 can be seen a day; a busier day is a matter of chance.
  assert(measures.find((m) => m.measure === "visits_put_off")!.value < 0.005 * mean);
});

// Planted: those put off forgotten (`putOff` without effect): a half instead of nearly all, red;
// the balance of the run sees it too.
Deno.test("those put off come back until they are served", () => {
  const scenario = services({ [GENERAL]: once(1) }, plan({ [GENERAL]: 0.5 }));
  const result = run(scenario);
  const mean = 100 * days(scenario);
  const served = servedOf(result.volume, scenario, GENERAL);
  const left = measureOf(result, "visits_backlog_end");
  // In balance 200 ask a day, of whom 100 are served and 100 come back the next day.
  assertAlmostEquals(left, 100, 40);
  assertAlmostEquals(served + left, mean, 4 * Math.sqrt(mean));
});

Deno.test("a suspended line is not served; what is remote is, in no slot", () => {
  const line = "newborn_visit";
  const remote = { ...plan({}).remote, [line]: 0.8 };
  const lost = { ...once(1), returns: 0 };
  const scenario = services({ [line]: lost }, plan({ [line]: 0 }, { remote }));
  const result = run(scenario);
  assertEquals(servedOf(result.volume, scenario, line), 0);
  const away = measureOf(result, "visits_remote");
  const asked = away + measureOf(result, "visits_lost");
  assertAlmostEquals(away / asked, 0.8, 0.01);
});

Deno.test("who worsens comes to an emergency department the next day", () => {
  const emergency: Partial<LineSpec> = { volume: [0, 0, 1], online: 0 };
  const of = (worsens: number) => {
    const lines = { [GENERAL]: once(1, worsens), emergency };
    const scenario = services(lines, plan({ [GENERAL]: 0 }));
    return { scenario, result: run(scenario) };
  };
  const { scenario, result } = of(1);
  const extra = servedOf(result.volume, scenario, "emergency") -
    servedOf(of(0).result.volume, scenario, "emergency");
  const worsened = measureOf(result, "visits_worsened");
  // All but those of the last day come.
  assertAlmostEquals(extra, worsened - 100, 40);
});

Deno.test("prescriptions of twelve weeks lower the visits of chronic patients to a third", () => {
  const line = "chronic_hypertension";
  const visits = (longPrescriptions: number) => {
    const scenario = services({ [line]: once(7) }, plan({}, { longPrescriptions }));
    return servedOf(run(scenario).volume, scenario, line);
  };
  assertAlmostEquals(visits(1) / visits(0), 1 / 3, 0.02);
  assertAlmostEquals(visits(0.5) / visits(0), 2 / 3, 0.02);
});

Deno.test("physicians away leave visits unserved; protected lines go first", () => {
  const lines = {
    [GENERAL]: { ...once(1), minutes: 8, returns: 0 },
    antenatal: { ...once(1), minutes: 8, protected: true },
  };
  const away = plan({}, { diverted: [0.5, 0, 0] });
  const scenario = services(lines, away, {
    workforce: { ...TRAINING.services.workforce, use: 1, remoteTime: 1 },
  });
  const { volume } = run(scenario);
  const mean = 100 * days(scenario);
  // Half of the physicians do the work of one of the two lines.
  assert(servedOf(volume, scenario, "antenatal") > 0.98 * mean);
  assert(servedOf(volume, scenario, GENERAL) < 0.1 * mean);
});

Deno.test("the same people ask whatever the plan; staff of hospitals help primary facilities", () => {
  const line = { [GENERAL]: { ...once(1), volume: [1, 1, 0] as const, minutes: 8 } };
  const asked = (low: LevelPlan) => {
    const result = run(services(line, low));
    return ["visits_lost", "visits_worsened", "visits_backlog_end"].reduce(
      (sum, name) => sum + measureOf(result, name),
      servedOf(result.volume, services(line, low), GENERAL),
    );
  };
  assertEquals(asked(plan({ [GENERAL]: 0.4 })), asked(plan({})));
  const physicians = (low: LevelPlan, tier: string) =>
    run(services(line, low)).series.find((p) =>
      p.measure === "clinic_physicians" && p.tier === tier
    )!.values[0];
  const helped = plan({}, { supportToPrimary: 0.1 });
  assertAlmostEquals(physicians(helped, "1") / physicians(plan({}), "1"), 1.1);
  assertAlmostEquals(physicians(helped, "2") / physicians(plan({}), "2"), 0.9);
});

Deno.test("a level holds in its district alone, and falls step by step", () => {
  const scenario = services({ [GENERAL]: { ...once(1), returns: 0 } }, plan({}));
  const [{ district }] = scenario.city.grids;
  const { services: base, window } = scenario;
  const withLevel = (where: string): Scenario => ({
    ...scenario,
    services: {
      ...base,
      plans: {
        ...base.plans,
        high: plan({ [GENERAL]: 0 }),
        low: plan({}, {
          rampPerWeek: { outpatient: 0.25, public_health: 0, procedure: 0, inpatient_elective: 0 },
        }),
      },
      levels: [
        { from: window.start, level: "low" },
        { from: "2022-11-07", level: "high", district: where },
        { from: "2022-11-14", level: "low", district: where },
      ],
    },
  });
  const week = (s: Scenario, from: number) =>
    servedOf(run(s).volume, s, GENERAL, { from, to: from + 1 });
  const here = withLevel(district);
  assertEquals(week(here, 1), 0);
  // From 14 November on a quarter a week more: on average an eighth less 1/56 in the first week.
  assertAlmostEquals(week(here, 2) / week(scenario, 2), 0.25 * 3 / 7, 0.03);
  assertEquals(week(withLevel("elsewhere"), 1), week(scenario, 1));
});

// Planted: the festival not looked up (factor 1): red.
Deno.test("festivals lower what has appointments, not emergencies", () => {
  const lines = { [GENERAL]: once(1), emergency: { volume: [0, 0, 1] as const, online: 0 } };
  const holidays = [{ from: "2022-11-07", to: "2022-11-13", factor: 0.2 }];
  const scenario = services(lines, plan({}), { holidays });
  const { volume } = run(scenario);
  const inWeek = (line: CountedLine) => servedOf(volume, scenario, line, { from: 1, to: 2 });
  assertAlmostEquals(inWeek(GENERAL), 140, 4 * Math.sqrt(140));
  assertAlmostEquals(inWeek("emergency"), 700, 4 * Math.sqrt(700));
});

// Planted: numbers of appointments never lowered: the crowd stays, red.
Deno.test("numbers that follow crowding lower it", () => {
  const crowd = (adjusted: boolean) => {
    const scenario = services(
      { [GENERAL]: { ...once(3), minutes: 8 } },
      plan({}, { diverted: [0.3, 0, 0] }),
      { appointments: { ...TRAINING.services.appointments, adjusted, crowdingLimit: 3 } },
    );
    const result = run(scenario);
    return result.measures.find((m) => m.measure === "slot_wait_mean" && m.tier === "1")!.value;
  };
  assert(crowd(true) < 0.7 * crowd(false), `${crowd(true)} and ${crowd(false)} min`);
});
