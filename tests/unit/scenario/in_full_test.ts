import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "@std/path";
import { differencesOf, lintScenario, loadScenario } from "../../../sim/scenario/mod.ts";
import { ROOT } from "./_copy.ts";

const load = (name: string) => loadScenario(join(ROOT, "scenarios", `${name}.yaml`));
const [plan, planInFull, training, trainingInFull, wards2020] = await Promise.all(
  ["plan", "plan_in_full", "training", "training_in_full", "training_wards_2020"].map(load),
);

/** Differences without those of the city. */
const measuresOf = (differences: ReturnType<typeof differencesOf>) =>
  differences.filter(({ path }) => !path.startsWith("city")).map(({ path, to }) =>
    `${path}: ${to}`
  );

Deno.test("the training grid in full differs from the training grid as Beijing in full from the plan", () => {
  const inBeijing = measuresOf(differencesOf(plan, planInFull));
  assertEquals(measuresOf(differencesOf(training, trainingInFull)), inBeijing);
  assert(inBeijing.length > 40);
});

// Planted: `absence.factor`, and `hospital.buffer`, left out of the file: red each.
Deno.test("the plan in full has the parts of the notice of 7 December 2022 on", () => {
  const { primary, clinics, laboratory, imaging, emergency, referral, staff, wards } = planInFull;
  assert(primary.kits.limited && primary.kits.selfTest.red > 0);
  assert(primary.kits.stock >= 0.15 && primary.kits.stock <= 0.2);
  assert(primary.medicines.stock >= 0.15 && primary.medicines.stock <= 0.2);
  assert(primary.teams.limited && primary.teams.sampling > 0);
  assert(primary.doctors.telephone > 0 && primary.doctors.calls > 0 && primary.doctors.urged > 0);
  assert(primary.doctors.coverage.from65 > 0 && primary.telemedicine.advisers > 0);
  assert(primary.online.delivered > 0 && primary.online.steered > 0);
  assert(primary.careHomes.seenInPlace && primary.careHomes.notice < 1);
  assert(primary.careHomes.assigned > 0 && primary.antivirals.stock > 0);
  assert(clinics.triage.nurses > 0 && clinics.support.physicians > 0);
  assertEquals(clinics.support.from, "2022-12-20");
  assertEquals(clinics.opening.complete, "2022-12-20");
  assert(laboratory.modelled && imaging.modelled && emergency.modelled);
  assert(referral.greenChannelHandOver < 1);
  assertEquals([staff.absence.factor, staff.absence.dailyReports], [1, true]);
  assertEquals([staff.reserve.share.icu, staff.reserve.roles], [0.25, ["lead"]]);
  assertEquals([wards.convertible.trigger, wards.convertible.leadTime], ["icu_occupancy", 1440]);
  assertEquals(wards.staff.icu, { physicians: 1, nurses: 2.5 });
  // P22-2.3b has buffer wards; P22-2.3f is left out, and the file says so.
  assertEquals(planInFull.hospital.buffer.share, wards2020.hospital.buffer.share);
  assertEquals(staff.moves, []);
  for (const text of Object.values(planInFull.description)) assertStringIncludes(text, "P22-2.3f");
});

Deno.test("the wards of 2020 have buffer, spacing, theatres, list, infection and CT of that year on", () => {
  const { hospital, imaging, emergency, services } = wards2020;
  assert(hospital.buffer.share > 0 && hospital.infection.rate > 0 && hospital.surgery.counted);
  assert(hospital.surgery.emergency.negativePressure > 0 && hospital.admission.list);
  assert(services.levels.some(({ level }) => services.plans[level].spacing < 1));
  assertEquals([imaging.modelled, imaging.disinfection, emergency.greenChannels], [true, 15, true]);
});

Deno.test("every number of the scenarios in full has a source, and the check of rules is silent", () => {
  for (const scenario of [planInFull, trainingInFull, wards2020]) {
    assertEquals(lintScenario(scenario), []);
    assertEquals(scenario.provenance.filter(({ source }) => source === ""), []);
  }
});
