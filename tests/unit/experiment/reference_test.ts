import { assertEquals } from "@std/assert";
import { referenceOf } from "../../../sim/experiment/mod.ts";
import { referenceKey } from "../../../sim/experiment/reference.ts";
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
  assertEquals(reference.city, TRAINING.city);
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
