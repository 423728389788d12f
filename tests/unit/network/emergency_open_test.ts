/** Emergency care is always open: scenarios that close it are refused. */
import { assertIssues, type Edit } from "../scenario/_copy.ts";

const FILE = "scenarios/training.yaml";
const adding = (text: string): Edit[] => [[FILE, "city:", `${text}\ncity:`]];

Deno.test("loadScenario() refuses an emergency department without physicians or places", async () => {
  await assertIssues(adding("emergency: { modelled: true, physicians: [1, 0, 0] }"), [
    `${FILE} emergency.physicians: Expected a physician in hospitals of both tiers 2 and 3, as ` +
    "emergency care is always open (N162-4d, N35-3.3a), found 1, 0, 0",
  ]);
  const closed = "resuscitation: [0, 0, 0], observation: [0, 0, 0]";
  await assertIssues(adding(`emergency: { modelled: true, ${closed} }`), [
    `${FILE} emergency.resuscitation: Expected a place in hospitals of both tiers 2 and 3, as ` +
    "emergency care is always open (N162-4d, N35-3.3a), found 0, 0, 0",
  ]);
});

Deno.test("loadScenario() refuses a plan that closes part of emergency care", async () => {
  await assertIssues(
    adding("services: { plans: { high: { open: { emergency: 0.5 } } } }"),
    [
      `${FILE} services.plans.high.open.emergency: ` +
      "Expected emergency care to be open in full at every level (N162-4d), found 0.5",
    ],
  );
});

// Planted: checkVehicles() left out of loadScenario(): each of the three loads, red.
Deno.test("loadScenario() refuses pre-hospital emergency care without vehicles", async () => {
  const rule =
    "Expected a vehicle on duty, as pre-hospital emergency care is always open (N162-4d)";
  for (const factor of ["0", "0.1"]) {
    await assertIssues(adding(`transfer: { vehicleFactor: ${factor} }`), [
      `${FILE} transfer.vehicleFactor: ${rule}, found ${factor}`,
    ]);
  }
  const later = "{ name: none, on: 2022-12-20, clause: none, vehicles: { factor: 0 } }";
  await assertIssues(adding(`interventions: [${later}]`), [
    `${FILE} interventions[0].vehicles.factor: ${rule}, found 0`,
  ]);
  const fleets = "data/training_grid/fleets.csv";
  await assertIssues([
    [fleets, "training-g1,3,", "training-g1,0,"],
    [fleets, "training-fleet-pool,,1,", "training-fleet-pool,,0,"],
  ], [`${FILE} city.tables: ${rule}, found no vehicle in 2 fleets`]);
});

Deno.test("loadScenario() refuses laboratories and scanners that can do nothing", async () => {
  await assertIssues(adding("laboratory: { modelled: true, machines: [0, 0, 0] }"), [
    `${FILE} laboratory.machines: Expected a machine at some tier, found 0, 0, 0`,
  ]);
  await assertIssues(adding("laboratory: { modelled: true, otherSamples: 564 /d }"), [
    `${FILE} laboratory.otherSamples: ` +
    "Expected fewer other samples than the smallest laboratory can do, 564 /d, found 564 /d",
  ]);
  await assertIssues(adding("laboratory: { modelled: true, opens: 20 h, closes: 8 h }"), [
    `${FILE} laboratory.closes: Expected a time after laboratory.opens, found 8 h`,
  ]);
  await assertIssues(adding("imaging: { modelled: true, scanners: [0, 0, 0] }"), [
    `${FILE} imaging.scanners: Expected a scanner at some tier, found 0, 0, 0`,
  ]);
  await assertIssues(adding("clinics: { support: { from: 2023-03-01 } }"), [
    `${FILE} clinics.support.from: Expected a date before the run ends, found 2023-03-01`,
  ]);
});
