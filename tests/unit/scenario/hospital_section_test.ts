/** What the section on hospitals may say, and what it may not. */
import { assertEquals } from "@std/assert";
import { hospitalActs, loadScenario, openHospital } from "../../../sim/scenario/mod.ts";
import { assertIssues, type Edit } from "./_copy.ts";

const BASE = "scenarios/base.yaml";
const base = (from: string, to: string): Edit[] => [[BASE, from, to]];
const SECTION = "scenarios/base.yaml hospital";

Deno.test("a buffer of all beds is refused", async () => {
  await assertIssues(
    base(
      "share: { value: 0, source: None are set aside",
      "share: { value: 1, source: None are set aside",
    ),
    [
      `${SECTION}.buffer.share: Expected a share below 1, found 1`,
    ],
  );
});

Deno.test("an infectious time that ends before it begins is refused", async () => {
  await assertIssues(base("infectiousTo: 9 d", "infectiousTo: 2 d"), [
    `${SECTION}.infection.infectiousTo: Expected more days than hospital.infection.infectiousFrom, found 2 d`,
  ]);
});

Deno.test("grades that do not sum to 1, and a day past midnight, are refused", async () => {
  await assertIssues(
    [
      ...base("grades: [0.15, 0.4, 0.28, 0.17]", "grades: [0.15, 0.4, 0.28, 0.27]"),
      ...base("    length: 8 h", "    length: 17 h"),
    ],
    [
      `${SECTION}.surgery.grades: Expected shares that sum to 1, found 1.1`,
      `${SECTION}.surgery.length: Expected an operating day that ends by midnight, found 17 h`,
    ],
  );
});

Deno.test("hospitals without any theatre for emergencies are refused", async () => {
  await assertIssues(
    [
      ...base("counted: false", "counted: true"),
      ...base("      theatres: 1\n", "      theatres: 0\n"),
    ],
    [
      `${SECTION}.surgery.emergency.theatres: Expected a theatre for emergencies in every hospital, as emergency care is always open (N162-4d), found 0`,
    ],
  );
});

Deno.test("an intake below that of 2019 when all is open is refused", async () => {
  await assertIssues(base("    most: 1.2", "    most: 0.8"), [
    `${SECTION}.admission.most: Expected a number, at least 1, at most 10, found 0.8`,
  ]);
});

Deno.test("each part alone makes hospitals act, and none acts in the reference", async () => {
  const { hospital } = await loadScenario("scenarios/training.yaml");
  const { infection, surgery, admission } = hospital;
  const parts = [
    { buffer: { share: 0.1 } },
    { infection: { ...infection, rate: 1 } },
    { surgery: { ...surgery, counted: true } },
    { admission: { ...admission, list: true } },
    { admission: { ...admission, growthPerWeek: 0.1 } },
    { admission: { ...admission, priority: { urgent: 0.1, elective: 0 } } },
    { admission: { ...admission, priority: { urgent: 0, elective: 0.1 } } },
  ];
  assertEquals(hospitalActs(hospital), false);
  for (const part of parts) {
    const acting = { ...hospital, ...part };
    assertEquals(hospitalActs(acting), true, JSON.stringify(part));
    assertEquals(hospitalActs(openHospital(acting)), false, JSON.stringify(part));
  }
});
