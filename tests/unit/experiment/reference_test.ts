import { assertEquals } from "@std/assert";
import { referenceOf } from "../../../sim/experiment/mod.ts";
import { referenceKey } from "../../../sim/experiment/reference.ts";
import { runReplication } from "../../../sim/network/mod.ts";
import { loadScenario } from "../../../sim/scenario/mod.ts";
import type { Scenario } from "../../../sim/scenario/mod.ts";
import { TRAINING } from "../../support/tiny_network.ts";

Deno.test("referenceOf() takes the epidemic, the level and the conversion away, nothing else", () => {
  const high: Scenario = {
    ...TRAINING,
    services: { ...TRAINING.services, levels: [{ from: "2022-11-01", level: "high" }] },
  };
  const reference = referenceOf(high);
  assertEquals(reference.wave.scale, 0);
  assertEquals(reference.wards.convertibleOpens, "");
  assertEquals(reference.services.levels, [{ from: "2022-11-01", level: "low" }]);
  assertEquals(reference.services.plans.low.spacing, 1);
  assertEquals(new Set(Object.values(reference.services.plans.low.open)), new Set([1]));
  const { wards: _, ...tables } = reference.city;
  const { wards: __, ...own } = TRAINING.city;
  assertEquals(tables, own);
  assertEquals(reference.services.occupancy, TRAINING.services.occupancy);
});

Deno.test("scenarios that differ in level, rules or wave share a reference, others do not", () => {
  const key = referenceKey(TRAINING);
  const { services, city, window, hospital } = TRAINING;
  const share = { urgent: 0, elective: 0 };
  const same: Scenario[] = [
    { ...TRAINING, wave: { ...TRAINING.wave, scale: 0.5 } },
    { ...TRAINING, referral: { ...TRAINING.referral, adherence: 0 } },
    { ...TRAINING, services: { ...services, levels: [{ from: "2022-11-01", level: "high" }] } },
    { ...TRAINING, wards: { ...TRAINING.wards, convertibleOpens: "" } },
  ];
  for (const other of same) assertEquals(referenceKey(other), key);
  const different: Scenario[] = [
    { ...TRAINING, services: { ...services, occupancy: 0.5 } },
    { ...TRAINING, window: { ...window, days: 60 } },
    { ...TRAINING, city: { ...city, wards: city.wards.slice(1) } },
    { ...TRAINING, hospital: { ...hospital, surgery: { ...hospital.surgery, share } } },
  ];
  for (const other of different) assertEquals(referenceKey(other) === key, false);
});

Deno.test("referenceOf() follows no case rule and counts no reported cases", () => {
  const { wave, services } = TRAINING;
  const reference = referenceOf({
    ...TRAINING,
    wave: { ...wave, mode: "compartments", reported: { ...wave.reported, modelled: true } },
    services: { ...services, levelRule: { ...services.levelRule, modelled: true } },
  });
  assertEquals(reference.services.levelRule.modelled, false);
  assertEquals(reference.wave.reported.modelled, false);
});

Deno.test("wards of hospitals set apart for COVID-19 serve ordinary patients in the reference, shelters do not", () => {
  const { city } = referenceOf(TRAINING);
  const useAt = ({ wards }: Scenario["city"], id: string, ward: string) =>
    wards.find(({ facility, type }) => facility === id && type === ward)?.use;
  assertEquals(useAt(TRAINING.city, "training-designated-1", "icu"), "covid");
  assertEquals(useAt(city, "training-designated-1", "icu"), "ordinary");
  assertEquals(useAt(city, "training-designated-1", "general"), "shared");
  assertEquals(useAt(city, "training-sub-designated-1", "general"), "covid");
});

/** What a reference run serves. */
const volumeOf = (scenario: Scenario): Float64Array =>
  runReplication(referenceOf(scenario), { seed: "1", replication: 0 }).volume;

Deno.test("scenarios that share a key have the same reference run, so their order says nothing", async () => {
  const first = new Map<string, Float64Array>();
  const shared: string[] = [];
  const lends: Scenario = {
    ...TRAINING,
    services: {
      ...TRAINING.services,
      workforce: { ...TRAINING.services.workforce, lendsToFeverClinics: true },
    },
    clinics: {
      ...TRAINING.clinics,
      support: { from: "2022-11-01", physicians: 20, longerHours: 0 },
    },
  };
  const names = ["training_wards_2020", "training_march_2020", "training_march_2020_consolidated"];
  const scenarios = await Promise.all(names.map((name) => loadScenario(`scenarios/${name}.yaml`)));
  for (const scenario of [TRAINING, lends, ...scenarios]) {
    const key = referenceKey(scenario);
    const volume = volumeOf(scenario);
    const before = first.get(key);
    if (before === undefined) first.set(key, volume);
    else {
      shared.push(scenario.name);
      assertEquals(volume, before, scenario.name);
    }
  }
  assertEquals(shared, [
    TRAINING.name,
    "training_wards_2020",
    "training_march_2020_consolidated",
  ]);
});
