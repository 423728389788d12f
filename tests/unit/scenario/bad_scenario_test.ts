import { assertEquals } from "@std/assert";
import { assertIssues, Copy, type Edit } from "./_copy.ts";

const BASE = "scenarios/base.yaml";
const SERVICES = "scenarios/parts/services_2019.yaml";
const base = (from: string, to: string): Edit[] => [[BASE, from, to]];

Deno.test("a wrong type is refused with what was found", async () => {
  await assertIssues(base("downReferral: true", "downReferral: often"), [
    'scenarios/base.yaml referral.downReferral: Expected true or false, found "often"',
  ]);
  await assertIssues([["scenarios/training.yaml", "city:", "window: soon\ncity:"]], [
    'scenarios/training.yaml window: Expected a map, found "soon"',
  ]);
  await assertIssues([["scenarios/training.yaml", "city:", "wave: { attack: 3 }\ncity:"]], [
    "scenarios/training.yaml wave.attack: Expected a list of 3, found 3",
  ]);
});

Deno.test("a missing value is refused", async () => {
  await assertIssues(base("  boarding: { value: 0.75, source: No published figure. }\n", ""), [
    "scenarios/base.yaml care.boarding: Expected a share from 0 to 1, or 0 % to 100 %, found nothing",
  ]);
});

Deno.test("an unknown key is refused with the nearest", async () => {
  await assertIssues(base("lowerBed:", "lowerbed:"), [
    "scenarios/base.yaml care.lowerBed: Expected a share from 0 to 1, or 0 % to 100 %, found nothing",
    'scenarios/base.yaml care.lowerbed: Expected a known key, found "lowerbed"; ' +
    'nearest is "lowerBed"',
  ]);
});

Deno.test("a key that would reach into JavaScript is an unknown key", async () => {
  await assertIssues([["scenarios/training.yaml", "city:", "__proto__: { polluted: 1 }\ncity:"]], [
    "scenarios/training.yaml __proto__: Expected one of the keys title, description, city, window, " +
    "wave, people, course, care, contact, clinics, laboratory, imaging, emergency, primary, " +
    "referral, transfer, wards, staff, services, hospital, interventions, arrivals, start, " +
    'uncertainty, found "__proto__"',
  ]);
  assertEquals(({} as { polluted?: number }).polluted, undefined);
});

Deno.test("an unknown name is refused with the nearest", async () => {
  await assertIssues(base("level: low,", "level: lwo,"), [
    'scenarios/base.yaml services.levels[0].level: Expected one of low, medium, high, found "lwo"; ' +
    'nearest is "low"',
  ]);
});

Deno.test("an unknown law is refused with the nearest", async () => {
  await assertIssues(base("consultation: { law: lognormal,", "consultation: { law: lognorml,"), [
    "scenarios/base.yaml clinics.consultation.law: Expected one of constant, uniform, exponential, " +
    "erlang, gamma, lognormal, weibull, loglogistic, triangular, beta, empirical, truncated, " +
    'shifted, mixture, found "lognorml"; nearest is "lognormal"',
  ]);
});

Deno.test("a missing or wrong unit is refused", async () => {
  await assertIssues(base("pcrTurnaround:\n    value: 10 h", "pcrTurnaround:\n    value: 10"), [
    "scenarios/base.yaml contact.pcrTurnaround: " +
    "Expected a duration, a number and one of min, h, d, w, found 10",
  ]);
  await assertIssues(base("days: 92 d", "days: 92 h"), [
    'scenarios/base.yaml window.days: Expected a number of days, a number and d, found "92 h"',
  ]);
});

Deno.test("a share outside 0 to 1 and a negative duration are refused", async () => {
  await assertIssues(base("value: 0.684", "value: 68.4"), [
    "scenarios/base.yaml contact.antigenSensitivity: " +
    "Expected a share from 0 to 1, or 0 % to 100 %, found 68.4",
  ]);
  await assertIssues(base("disinfection: { value: 30 min", "disinfection: { value: -30 min"), [
    "scenarios/base.yaml transfer.disinfection: Expected a duration, a number and one of min, h, d, " +
    'w, at least 0 min, found "-30 min"',
  ]);
});

Deno.test("shares that do not sum to 1 are refused", async () => {
  await assertIssues(base("none: 0.922", "none: 0.972"), [
    "scenarios/base.yaml contact.onset.green: Expected shares that sum to 1, found 1.05",
  ]);
});

Deno.test("a week profile whose mean is not 1 is refused", async () => {
  await assertIssues([[SERVICES, "1.15, 0.70, 0.55]", "1.15, 0.70, 0.62]"]], [
    "scenarios/parts/services_2019.yaml services.weekProfile: Expected a mean of 1, found 1.01",
  ]);
});

Deno.test("dates out of order or outside are refused", async () => {
  await assertIssues(
    [
      [BASE, "date: 2022-12-22, share: 0.757", "date: 2022-12-12, share: 0.4"],
      [BASE, "date: 2023-01-31", "date: 2023-02-01"],
      [BASE, "peak: 2022-12-11", "peak: 2021-12-11"],
      [BASE, "from: 2022-11-01", "from: 2022-11-02"],
    ],
    [
      "scenarios/base.yaml wave.peak: Expected a date within the 92 days from 2022-11-01 " +
      "(the window), found 2021-12-11",
      "scenarios/base.yaml wave.attack[1].date: Expected a date after 2022-12-14, found 2022-12-12",
      "scenarios/base.yaml wave.attack[1].share: Expected a share above 0.431, found 0.4",
      "scenarios/base.yaml wave.attack[2].date: Expected a date within the 92 days from 2022-11-01 " +
      "(the window), found 2023-02-01",
      "scenarios/base.yaml services.levels[0].from: " +
      "Expected the first level to hold by the first day, 2022-11-01, found 2022-11-02",
    ],
  );
});

Deno.test("a day that no calendar has is refused", async () => {
  await assertIssues(base("peak: 2022-12-11", "peak: 2022-12-32"), [
    'scenarios/base.yaml wave.peak: Expected a date such as 2022-12-07, found "2022-12-32"',
  ]);
});

Deno.test("an attack rate must have three points", async () => {
  await assertIssues(base("    - { date: 2023-01-31, share: 0.923 }\n", ""), [
    "scenarios/base.yaml wave.attack: Expected a list of 3, found a list of 2",
  ]);
});

Deno.test("closed emergency care is refused", async () => {
  await assertIssues(
    [[
      SERVICES,
      "        endoscopy: 0.3\n        emergency: 1\n",
      "        endoscopy: 0.3\n        emergency: 0.5\n",
    ]],
    [
      `${SERVICES} services.plans.high.open.emergency: ` +
      "Expected emergency care to be open in full at every level (N162-4d), found 0.5",
    ],
  );
});

Deno.test("lines that a level leaves undefined are refused, all at once", async () => {
  await assertIssues(
    [
      [SERVICES, "        endoscopy: 0.3\n", ""],
      [SERVICES, "        imaging: 0.8\n", "        imagin: 0.8\n"],
    ],
    [
      `${SERVICES} services.plans.medium.open.imaging: ` +
      "Expected a share from 0 to 1, or 0 % to 100 %, found nothing",
      `${SERVICES} services.plans.medium.open.imagin: Expected a known key, found "imagin"; ` +
      'nearest is "imaging"',
      `${SERVICES} services.plans.high.open.endoscopy: ` +
      "Expected a share from 0 to 1, or 0 % to 100 %, found nothing",
    ],
  );
});

Deno.test("urgent admission, remote emergencies and shares beyond all are refused", async () => {
  await assertIssues(
    [
      [
        SERVICES,
        "inpatient_urgent: 1\n        inpatient_elective: 0.127",
        "inpatient_urgent: 0.9\n        inpatient_elective: 0.127",
      ],
      [SERVICES, "delivered: { value: 0.1,", "delivered: { value: 0.9,"],
      [SERVICES, "diverted: { value: [0.25, 0.02, 0.02]", "diverted: { value: [0.25, 0.02, 0.95]"],
      [SERVICES, "      returns: 0.5\n", "      returns: 0.999\n"],
    ],
    [
      `${SERVICES} services.lines.outpatient_general.returns: ` +
      "Expected shares that return and worsen to sum to at most 1, found 1.004",
      `${SERVICES} services.plans.high.open.inpatient_urgent: ` +
      "Expected urgent admission to be open in full at every level (N162-4d), found 0.9",
      ...["hypertension", "diabetes", "coronary", "psychiatric", "hiv", "tb", "hepatitis"].map((
        of,
      ) =>
        `${SERVICES} services.plans.high.remote.chronic_${of}: ` +
        "Expected the shares served remotely and by delivery to sum to at most 1, found 1.1"
      ),
      `${SERVICES} services.plans.high.diverted[2]: ` +
      "Expected some physicians of the tertiary level to stay, so diverted + supportToPrimary " +
      "below 1, found 0.95 + 0.05 = 1",
    ],
  );
});

Deno.test("a share for what no level closes is refused with the reason", async () => {
  const why = "Expected no share here: ";
  const sessions =
    `${why}treatment in sessions is assured, no level can close it (N162-4b), found 0`;
  const high = "inpatient_urgent: 1\n        inpatient_elective: 0.127";
  const more = "dialysis: 0\n        radiotherapy: 0\n        surgery: 0.5\n        delivery: 1";
  const at = (line: string) => `${SERVICES} services.plans.high.open.${line}: `;
  await assertIssues([[SERVICES, high, `${high}\n        ${more}`]], [
    `${at("dialysis")}${sessions}`,
    `${at("radiotherapy")}${sessions}`,
    `${
      at("surgery")
    }${why}operations follow inpatient_elective and hospital.surgery.highestGrade ` +
    "(BJ-3.8), found 0.5",
    `${
      at("delivery")
    }${why}deliveries are never put off, no level can close them (N162-4c), found 1`,
  ]);
  await assertIssues([[SERVICES, high, `${high}\n        dentistry: 0`]], [
    `${at("dentistry")}Expected one of the keys outpatient_general, outpatient_specialist, ` +
    "chronic_hypertension, chronic_diabetes, chronic_coronary, chronic_psychiatric, chronic_hiv, " +
    "chronic_tb, chronic_hepatitis, antenatal, elderly_checkup, child_checkup, newborn_visit, " +
    "vaccination, public_health_follow_up, imaging, endoscopy, emergency, inpatient_urgent, " +
    'inpatient_elective, found "dentistry"',
  ]);
});

// Planted: emergency visits alone looked at (`IN_PERSON` with one entry), as before: no issue, red.
Deno.test("what needs the patient to be there is not served online", async () => {
  await assertIssues(
    [
      [
        SERVICES,
        "imaging: 0\n        endoscopy: 0\n        emergency: 0\n      # BJ-3.5, BJ-3.10: drugs delivered.\n" +
        "      delivered: { value: 0.1,",
        "imaging: 0.1\n        endoscopy: 0.2\n        emergency: 0.3\n" +
        "      delivered: { value: 0.1,",
      ],
      [SERVICES, "online: 0\n      minutes: 3 min", "online: 0.4\n      minutes: 3 min"],
    ],
    [
      `${SERVICES} services.lines.vaccination.online: Expected vaccinations in person, found 0.4`,
      `${SERVICES} services.plans.high.remote.imaging: Expected imaging in person, found 0.1`,
      `${SERVICES} services.plans.high.remote.endoscopy: ` +
      "Expected endoscopy and intervention in person, found 0.2",
      `${SERVICES} services.plans.high.remote.emergency: ` +
      "Expected emergency visits in person (N162-4d), found 0.3",
    ],
  );
});

Deno.test("a protected line that is limited, and more protected than can be served, are refused", async () => {
  await assertIssues(
    [
      [SERVICES, "chronic_hiv: 1", "chronic_hiv: 0.5"],
      [SERVICES, "isolationShare: 0.1", "isolationShare: 1"],
      [SERVICES, "diverted: { value: [0.25, 0.02, 0.02]", "diverted: { value: [0.25, 0.02, 0.94]"],
    ],
    [
      `${SERVICES} services.courses.dialysis.isolationShare: Expected at most 0.2, the places that ` +
      "ordinary demand leaves (N162-4b), found 1",
      `${SERVICES} services.plans.low.open.chronic_hiv: Expected a protected line to be open in ` +
      "full at every level (N162-4a, N35-3.3b), found 0.5",
      `${SERVICES} services.plans.high.diverted[2]: ` +
      "Expected the physicians of the tertiary level who stay to have time for the protected " +
      "visits, 3.86 min a resident and year, so at most 0.922 to be away " +
      "(diverted + supportToPrimary), found 0.94 + 0.05 = 0.99",
    ],
  );
});

Deno.test("patients of a treatment in sessions need a hospital that can treat them", async () => {
  await assertIssues(
    [[
      "data/training_grid/facilities.csv",
      "dialysis;cardiology;oncology;",
      "dialysis;cardiology;",
    ]],
    [["chemotherapy", "0.00056"], ["radiotherapy", "0.000086"]].map(([line, patients]) =>
      `${SERVICES} services.courses.${line}.patients: Expected 0 as no hospital of the city has ` +
      `the capability oncology (column capabilities of facilities), found ${patients}`
    ),
  );
});

Deno.test("a mild state without an upper bound is refused", async () => {
  await assertIssues(base("high: 16 d", "high: 18 d"), [
    "scenarios/base.yaml course.mild: Expected incubation and mild state to have upper bounds, " +
    "together below 28 d, found 28 d",
  ]);
});

Deno.test("a certain death without care is refused", async () => {
  await assertIssues(base("value: 0.95", "value: 1"), [
    "scenarios/base.yaml care.criticalDeathWithout: Expected a probability below 1, found 1",
  ]);
});

Deno.test("a problem of one part does not hide those between the others", async () => {
  await assertIssues(
    [
      [BASE, "detour: { value: 1.4", "detour: { value: 0.4"],
      [BASE, "peak: 2022-12-11", "peak: 2021-12-11"],
      [BASE, "none: 0.922", "none: 0.972"],
      ["data/training_grid/links.csv", "training-g1,lead,1,training-lead-1\n", ""],
    ],
    [
      "scenarios/base.yaml wave.peak: Expected a date within the 92 days from 2022-11-01 " +
      "(the window), found 2021-12-11",
      "scenarios/base.yaml contact.onset.green: Expected shares that sum to 1, found 1.05",
      "scenarios/base.yaml referral.rules: Expected a facility with the role lead in every grid, " +
      "found none in training-g1",
      "scenarios/base.yaml transfer.detour: Expected a number, at least 1, found 0.4",
    ],
  );
});

Deno.test("all problems of several files come at once, in the order of the files", async () => {
  await assertIssues(
    [
      ["scenarios/training.yaml", "city:", "care: { boarding: 2 }\ncity:"],
      [BASE, "unload:", "unloading:"],
      ["data/training_grid/wards.csv", "lead-1,icu,shared,10", "lead-1,icu,shared,ten"],
      ["scenarios/rules/nearest.yaml", "ward: sub_icu", "ward: subicu"],
    ],
    [
      "scenarios/training.yaml care.boarding: Expected a share from 0 to 1, or 0 % to 100 %, found 2",
      "scenarios/base.yaml transfer.unload: Expected a map, found nothing",
      'scenarios/base.yaml transfer.unloading: Expected a known key, found "unloading"; ' +
      'nearest is "unload"',
      'data/training_grid/wards.csv wards[7].beds: Expected a whole number of at least 0, found "ten"',
      "scenarios/rules/nearest.yaml rules[0].overflow[0].ward: Expected one of general, sub_icu, icu, found " +
      '"subicu"; nearest is "sub_icu"',
    ],
  );
});

Deno.test("an issue names the line on which the value stands", async () => {
  const copy = await Copy.make();
  try {
    await copy.write(
      "scenarios/mine.yaml",
      "extends: training.yaml\n\ncare:\n  lowerBed: 0.5\n  boarding: 7\n",
    );
    assertEquals(
      await copy.complaint("scenarios/mine.yaml"),
      'Cannot load scenario "scenarios/mine.yaml": 1 issue\n' +
        "  scenarios/mine.yaml:5 care.boarding: " +
        "Expected a share from 0 to 1, or 0 % to 100 %, found 7",
    );
    await copy.edit("data/training_grid/communities.csv", "training-c3,", "training-c2,");
    await copy.edit("scenarios/mine.yaml", "7", "0.7");
    assertEquals(
      await copy.complaint("scenarios/mine.yaml"),
      'Cannot load scenario "scenarios/mine.yaml": 1 issue\n' +
        "  data/training_grid/communities.csv:4 communities[2].community: " +
        'Expected every community once, found "training-c2"',
    );
  } finally {
    await copy.remove();
  }
});
