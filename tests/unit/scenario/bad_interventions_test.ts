/** What is refused in dated changes and arrivals, and what the check of a scenario warns of. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { assertIssues, Copy, type Edit } from "./_copy.ts";
import { differencesOf, lintScenario, loadScenario } from "../../../sim/scenario/mod.ts";

const TRAINING = "scenarios/training.yaml";
const with_ = (text: string): Edit[] => [[TRAINING, "city:", `${text}\ncity:`]];

/** Interventions as flow maps. */
const list = (...changes: string[]) =>
  with_(`interventions: [${changes.map((text) => `{ ${text} }`).join(", ")}]`);
const HEAD = "name: a, clause: BJ-2a";
const CLOSE = "to: covid, inpatients: move, disinfection: 24 h";
const closing = (which: string, on = "2022-12-01", name = "a") =>
  `on: ${on}, name: ${name}, clause: BJ-2b, close: { ${which}, ${CLOSE} }`;
const at = (i: number) => `${TRAINING} interventions[${i}]`;

Deno.test("an intervention is one change at an instant of the run", async () => {
  await assertIssues(list(`on: 2022-12-01, ${HEAD}`), [
    `${at(0)}: Expected exactly one of rules, links, close, vehicles, beds, found none`,
  ]);
  const beds = "beds: { facility: training-lead-1, ward: icu, lost: 1 }";
  await assertIssues(list(`on: 2022-12-01, ${HEAD}, vehicles: { factor: 2 }, ${beds}`), [
    `${
      at(0)
    }: Expected exactly one of rules, links, close, vehicles, beds, found vehicles and beds`,
  ]);
  await assertIssues(list(`on: 2022-13-01T25:00, ${HEAD}, vehicles: { factor: 2 }`), [
    `${at(0)}.on: Expected an instant such as 2020-03-21 or 2020-03-21T00:00, found ` +
    '"2022-13-01T25:00"',
  ]);
  await assertIssues(list(`on: 2023-03-01, ${HEAD}, vehicles: { factor: 2 }`), [
    `${at(0)}.on: Expected an instant within the 120 days from 2022-11-01, found 2023-03-01`,
  ]);
});

// Planted: the first issue alone reported: one line instead of ten, red.
Deno.test("everything wrong in a list is told at once, with the nearest name", async () => {
  await assertIssues(
    list(
      `on: 2022-12-10, ${HEAD}, rules: rules/neerest.yaml`,
      `on: 2022-12-01, ${HEAD}, links: [{ grids: [training-g2], role: lead, facilities: [training-led-1] }]`,
      "on: 2022-12-10, name: b, clause: x, links: [{ district: trainng, role: lead, facilities: [] }]",
      "on: 2022-12-10, name: c, clause: x, beds: { facility: training-chc-1, ward: icu, lost: 1 }",
      "on: 2022-12-10, name: d, clause: x, beds: { facility: training-lead-1, ward: icu, lost: 99 }",
      closing("facilities: [training-lead-2]", "2022-12-11", "e"),
    ),
    [
      `${at(1)}.links[0].facilities[0]: Expected the name of a facility, found "training-led-1"; ` +
      'nearest is "training-lead-1"',
      `${at(1)}.links[0].grids[0]: Expected the name of a grid, found "training-g2"; nearest is ` +
      '"training-g1"',
      `${at(2)}.links[0].facilities: Expected at least one facility, found none`,
      `${at(2)}.links[0].district: Expected the name of a district, found "trainng"; nearest is ` +
      '"training"',
      `${at(3)}.beds.ward: Expected a ward that "training-chc-1" has (general), found "icu"`,
      `${at(4)}.beds.lost: Expected at most its 10 beds, found 99`,
      `${at(5)}.close.facilities[0]: Expected the name of a facility, found "training-lead-2"; ` +
      'nearest is "training-lead-1"',
      `${at(1)}.on: Expected an instant not before 2022-12-10, in order, found 2022-12-01`,
      `${at(1)}.name: Expected every name once, found "a"`,
      "scenarios/rules/neerest.yaml: Expected a file that exists, found none; nearest is " +
      '"scenarios/rules/nearest.yaml"',
    ],
  );
});

Deno.test("closures that contradict themselves or one another are refused", async () => {
  const path = `${at(0)}.close`;
  await assertIssues(list(closing("facilities: [training-lead-1], role: lead")), [
    `${path}: Expected either facilities or a role whose facilities close, found both`,
  ]);
  await assertIssues(list(closing("role: lead, tier: 2")), [
    `${path}: Expected at least one facility that closes, found no lead of tier 2`,
  ]);
  await assertIssues(list(closing("facilities: [training-lead-1], reopens: 2022-11-30")), [
    `${path}.reopens: Expected an instant after 2022-12-01, when it closes, found 2022-11-30`,
  ]);
  await assertIssues(
    list(
      closing("facilities: [training-lead-1], reopens: 2022-12-05"),
      closing("role: lead", "2022-12-04", "b"),
    ),
    [`${at(1)}.close: Expected facilities that are open until then, found "training-lead-1"`],
  );
  const whole = closing("facilities: [training-lead-1, training-designated-1, training-partner-1]")
    .replace("to: covid", "to: all");
  await assertIssues(list(whole), [
    `${path}.to: Expected a hospital of "training" whose emergency reception stays open (N162-4d), found "all"`,
  ]);
});

Deno.test("two changes of one thing at an instant are refused", async () => {
  await assertIssues(
    list(
      `on: 2022-12-10, ${HEAD}, vehicles: { factor: 2 }`,
      "on: 2022-12-10, name: b, clause: x, vehicles: { factor: 3 }",
    ),
    [`${at(1)}.vehicles: Expected one change of vehicles at an instant, found 3`],
  );
  const links = (facility: string) => `links: [{ role: designated, facilities: [${facility}] }]`;
  await assertIssues(
    list(
      `on: 2022-12-10, ${HEAD}, ${links("training-lead-1")}`,
      `on: 2022-12-10, name: b, clause: x, ${links("training-partner-1")}`,
    ),
    [
      `${
        at(1)
      }.links[0]: Expected one change of the links of designated in a grid at an instant, ` +
      'found "training-g1"',
    ],
  );
});

Deno.test("an instant that no calendar has is refused", async () => {
  for (const on of ["2022-12-32", "2022-13-01", "2022-02-30T10:00"]) {
    await assertIssues(list(`on: ${on}, ${HEAD}, vehicles: { factor: 2 }`), [
      `${at(0)}.on: Expected an instant such as 2020-03-21 or 2020-03-21T00:00, found "${on}"`,
    ]);
  }
});

Deno.test("arrivals at unknown places, or out of order, are refused", async () => {
  const arrivals = "arrivals: [{ from: 2022-12-01, perDay: 2 }, { from: 2022-12-01, perDay: 0 }]";
  const stay = "excludedAfter: { law: constant, value: 10 h }";
  const text = (facility: string, place: string) =>
    with_(
      `arrivals: [{ name: a, clause: BJ-3.2a, ${arrivals}, infectedShare: 1 %, facility: ` +
        `${facility}, places: ${place}, ${stay} }]`,
    );
  await assertIssues(text("training-partner-2", "3"), [
    `${TRAINING} arrivals[0].facility: Expected the name of a facility, found "training-partner-2"; ` +
    'nearest is "training-partner-1"',
    `${TRAINING} arrivals[0].arrivals[1].from: Expected a date after 2022-12-01, found 2022-12-01`,
  ]);
  await assertIssues(text("training-partner-1", "0"), [
    `${TRAINING} arrivals[0].places: Expected a number, whole, at least 1, found 0`,
  ]);
});

Deno.test("arrivals at a health centre, or while their place is closed, are refused", async () => {
  const arrivals = (facility: string) =>
    `arrivals: [{ name: a, clause: BJ-3.2a, arrivals: [{ from: 2022-12-01, perDay: 2 }], ` +
    `infectedShare: 1 %, facility: ${facility}, places: 3, ` +
    "excludedAfter: { law: constant, value: 10 h } }]";
  await assertIssues(with_(arrivals("training-chc-1")), [
    `${TRAINING} arrivals[0].facility: Expected a hospital or a shelter, which has places to stay, ` +
    'found "training-chc-1"',
  ]);
  const closure = "interventions: [{ on: 2022-12-05, name: shut, clause: x, source: s, " +
    "close: { facilities: [training-partner-1], to: all, inpatients: stay, disinfection: 1 h, reopens: 2022-12-09 } }]";
  await assertIssues(with_(`${closure}\n${arrivals("training-partner-1")}`), [
    `${TRAINING} arrivals[0].facility: Expected a facility that is open while people arrive ` +
    '(shut closes it), found "training-partner-1"',
  ]);
});

// Planted: rules of later phases not checked (`lintPhases` gives none): loaded, red.
Deno.test("rules of a later phase are checked like the first", async () => {
  const copy = await Copy.make(list(`on: 2022-12-10, ${HEAD}, rules: rules/later.yaml`));
  try {
    const rule = "{ name: ill, clause: x, when: { severity: critical }, to: { place: home } }";
    await copy.write("scenarios/rules/later.yaml", `{ name: later, rules: [${rule}] }`);
    const found = 'from "a": No rule matches 4 of the 5 combinations that can occur';
    assertStringIncludes(await copy.complaint(), found);
  } finally {
    await copy.remove();
  }
});

Deno.test("more rules in all phases than can be numbered are refused", async () => {
  const days = ["01", "02", "03", "04", "05", "06"];
  const copy = await Copy.make(
    list(
      ...days.map((day) =>
        `on: 2022-12-${day}, name: d${day}, clause: x, rules: rules/plan_2022.yaml`
      ),
    ),
  );
  try {
    const found = "A set has 91 rules in all phases together, more than 64";
    assertStringIncludes(await copy.complaint(), found);
  } finally {
    await copy.remove();
  }
});

// Planted: closures not looked at: no warning, red.
Deno.test("a role that a closure leaves without an open facility is warned of", async () => {
  const copy = await Copy.make(list(closing("role: designated")));
  try {
    const scenario = await copy.load();
    const [warning] = lintScenario(scenario).filter(({ message }) => message.includes("open"));
    assertEquals([warning.severity, warning.message, warning.example], [
      "warning",
      'from "a": no open facility with the role designated in 1 of 1 grids',
      'grid "training-g1"',
    ]);
  } finally {
    await copy.remove();
  }
});

// Planted: the comparison with the disinfection turned round: red.
Deno.test("a reopening before disinfection can be over is warned of", async () => {
  const late = async (reopens: string) => {
    const close = `facilities: [training-lead-1], ${CLOSE}, reopens: ${reopens}`;
    const copy = await Copy.make(list(`on: 2022-12-01, name: a, close: { ${close} }`));
    try {
      return lintScenario(await copy.load()).map(({ message }) => message)
        .filter((message) => message.includes("reopens"));
    } finally {
      await copy.remove();
    }
  };
  assertEquals(await late("2022-12-01T06:00"), [
    '"a": reopens 6 h after it closes, but disinfection alone takes 24 h, so that it opens at least ' +
    "18 h late",
  ]);
  assertEquals(await late("2022-12-02T00:00"), []);
});

Deno.test("a measure of one's own needs no clause, and is said to have none", async () => {
  const arrivals = "arrivals: [{ name: flights, arrivals: [{ from: 2022-12-01, perDay: 1 }], " +
    "infectedShare: 0.01, facility: training-lead-1, places: 5, " +
    "excludedAfter: { law: constant, value: 24 h } }]";
  const vehicles = "{ on: 2022-12-10, name: a, vehicles: { factor: 2 } }";
  const copy = await Copy.make(with_(`interventions: [${vehicles}]\n${arrivals}`));
  try {
    const scenario = await copy.load();
    assertEquals(scenario.interventions?.[0].clause, "");
    assertEquals(scenario.arrivals?.[0].clause, "");
    const [change] = differencesOf(await loadScenario(TRAINING), scenario)
      .filter(({ path }) => path === "interventions");
    assertStringIncludes(change.to, "name a, clause none, vehicles (factor 2)");
  } finally {
    await copy.remove();
  }
});

Deno.test("interventions are part of the hash; an empty list is none", async () => {
  const none = await loadScenario(TRAINING);
  const load = async (edits: Edit[]) => {
    const copy = await Copy.make(edits);
    try {
      return await copy.load();
    } finally {
      await copy.remove();
    }
  };
  assertEquals((await load(with_("interventions: []\narrivals: []"))).hash, none.hash);
  const factor = (n: number) => list(`on: 2022-12-10T06:30, ${HEAD}, vehicles: { factor: ${n} }`);
  const [two, three] = [await load(factor(2)), await load(factor(3))];
  assertEquals(new Set([none.hash, two.hash, three.hash]).size, 3);
  assertEquals(two.interventions, [
    { on: "2022-12-10T06:30", name: "a", clause: "BJ-2a", vehicles: { factor: 2 } },
  ]);
});
