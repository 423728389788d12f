import { assert, assertEquals } from "@std/assert";
import { parse } from "@std/csv";
import { join } from "@std/path";
import {
  differencesOf,
  loadScenario,
  type Scenario,
  type ScenarioChange,
} from "../../../sim/scenario/mod.ts";
import { Copy, type Edit, ROOT } from "./_copy.ts";

const load = (name: string) => loadScenario(join(ROOT, `scenarios/${name}.yaml`));
const TRAINING = await load("training");
/** A row of the table of people. */
const [, , PEOPLE] = Deno.readTextFileSync(join(ROOT, "data/clinical/people.csv")).split("\n");

/** A file that extends the training scenario, with other files changed before it is loaded. */
async function changed(text: string, edits: readonly Edit[] = []): Promise<Scenario> {
  const copy = await Copy.make(edits);
  try {
    await copy.write("scenarios/mine.yaml", `extends: training.yaml\n${text}`);
    return await copy.load("scenarios/mine.yaml");
  } finally {
    await copy.remove();
  }
}

/** Path, both texts and clauses of each line. */
function words(changes: readonly ScenarioChange[]): string[] {
  return changes.map(({ path, from, to, clauses }) =>
    `${path}: ${from || "-"} → ${to || "-"}${clauses.map((clause) => ` [${clause}]`).join("")}`
  );
}

const pathsOf = (changes: readonly ScenarioChange[]) => changes.map(({ path }) => path).sort();

Deno.test("differencesOf() finds nothing between equal scenarios, however they are written", async () => {
  assertEquals(differencesOf(TRAINING, TRAINING), []);
  assertEquals(differencesOf(TRAINING, structuredClone(TRAINING)), []);
  const rewritten = await changed("services: { urgentShare: 45 % }", [
    ["scenarios/base.yaml", "followUp:\n", "followUp:\n    # The same.\n"],
    ["scenarios/base.yaml", "red: 1 d", "red: 24 h"],
  ]);
  const laws = words(differencesOf(TRAINING, rewritten));
  assertEquals(laws, []);
});

Deno.test("differencesOf() gives text, grade, source and file of the one number of as_happened", async () => {
  assertEquals(differencesOf(await load("plan"), await load("as_happened")), [{
    path: "referral.adherence",
    from: "1",
    to: "0.079",
    grade: "assumed",
    source:
      "National Health Commission, press briefing of 14 January 2023: of 1.27 million COVID-19 " +
      "inpatients on 12 January 2023, 0.10 million were in designated and sub-designated hospitals " +
      "(7.9 %). National; taken as the share of decisions that follow the plan.",
    file: "as_happened.yaml",
    clauses: [],
  }]);
});

Deno.test("differencesOf() gives a row that only one of the lists has as one line", async () => {
  const [plan, high] = await Promise.all(["plan", "risk_high"].map(load));
  assertEquals(words(differencesOf(plan, high)), [
    "services.levels[1]: - → from 2022-12-01, level high",
  ]);
  assertEquals(words(differencesOf(high, plan)), [
    "services.levels[1]: from 2022-12-01, level high → -",
  ]);
});

Deno.test("differencesOf() lists the rules of no_tiers by name, with the clauses they carried out", async () => {
  const beds = (role: string, ...wards: string[]) => wards.map((ward) => `${role} ${ward}`);
  const two = (ward: string) => beds("lead", ward).concat(beds("partner", ward));
  const own = (roles: readonly string[], ...wards: string[]) =>
    wards.flatMap((ward) => roles.flatMap((role) => beds(role, ward))).join(", then ");
  const [lead, designated] = [["lead", "partner", "designated"], ["designated", "lead", "partner"]];
  const path = "referral.rules";
  assertEquals(words(differencesOf(await load("plan"), await load("no_tiers"))), [
    `${path}: plan_2022 → nearest`,
    `${path}: order dialysis, beyond_ability, moderate, very_old_immobile, very_old_severe_stable → ` +
    "order moderate, dialysis, beyond_ability, very_old_immobile, very_old_severe_stable",
    `${path}.critical: - → severity critical: ${own(["nearest"], "icu", "sub_icu")}`,
    `${path}.severe: - → severity severe: ${own(["nearest"], "sub_icu", "icu", "general")}`,
    `${path}.moderate.to: sub_designated general → nearest general [P22-2.2.2(2)]`,
    `${path}.moderate.overflow: designated general, ${
      two("general").join(", ")
    } → - [P22-2.2.2(2)]`,
    `${path}.moderate.clause: P22-2.2.2(2) → none [P22-2.2.2(2)]`,
    `${path}.dialysis.to: designated general → nearest general [P22-2.2.2(3)]`,
    `${path}.dialysis.overflow: ${two("general").join(", ")} → - [P22-2.2.2(3)]`,
    `${path}.dialysis.clause: P22-2.2.2(3) → none [P22-2.2.2(3)]`,
    `${path}.beyond_ability.to: lead general → nearest general [P22-2.2.2(4)]`,
    `${path}.beyond_ability.overflow: partner general → - [P22-2.2.2(4)]`,
    `${path}.beyond_ability.clause: P22-2.2.2(4) → none [P22-2.2.2(4)]`,
    `${path}.very_old_immobile.when: severity asymptomatic or mild, veryOld, immobile → veryOld, ` +
    "immobile [P22-2.2.2(1)]",
    `${path}.very_old_immobile.clause: P22-2.2.2(1) → none [P22-2.2.2(1)]`,
    `${path}.very_old_severe_stable.when: severity asymptomatic or mild, disease stable, ` +
    "diseaseSevere, veryOld → disease stable, diseaseSevere, veryOld [P22-2.2.2(2)]",
    `${path}.very_old_severe_stable.to: sub_designated general → nearest general [P22-2.2.2(2)]`,
    `${path}.very_old_severe_stable.overflow: designated general, lead general → - [P22-2.2.2(2)]`,
    `${path}.very_old_severe_stable.clause: P22-2.2.2(2) → none [P22-2.2.2(2)]`,
    `${path}.mild: - → any case: home`,
    `${path}.critical_covid: severity critical, mainCause covid: ` +
    `${own(designated, "icu", "sub_icu")} → - [P22-2.2.2(3)]`,
    `${path}.severe_covid: severity severe, mainCause covid: ` +
    `${own(designated, "sub_icu", "icu", "general")} → - [P22-2.2.2(3)]`,
    `${path}.critical_underlying_dialysis: severity critical, mainCause underlying, dialysis: ` +
    `${own(lead, "icu", "sub_icu")} → - [P22-2.2.2(4)]`,
    `${path}.severe_underlying_dialysis: severity severe, mainCause underlying, dialysis: ` +
    `${own(lead, "sub_icu", "icu", "general")} → - [P22-2.2.2(4)]`,
    `${path}.critical_underlying: severity critical, mainCause underlying: ` +
    `${own(lead, "icu", "sub_icu")} → - [P22-2.2.2(4)]`,
    `${path}.severe_underlying: severity severe, mainCause underlying: ` +
    `${own(lead, "sub_icu", "icu", "general")} → - [P22-2.2.2(4)]`,
    `${path}.mild_without_severe_disease: severity asymptomatic or mild, not diseaseSevere: home → - ` +
    "[P22-2.2.2(1)]",
    `${path}.mild_with_severe_disease: severity asymptomatic or mild: home → - [P22-2.2.2(1)]`,
  ]);
});

Deno.test("differencesOf() sums a table up by column", async () => {
  const wards = "data/training_grid/wards.csv";
  const more = await changed("", [
    ["data/training_grid/fleets.csv", "training-g1,3,", "training-g1,5,"],
    ["data/training_grid/fleets.csv", "pool,,1,116.425", "pool,,2,116.5"],
    [wards, "training-lead-1,sub_icu,shared,10,", "training-lead-1,sub_icu,shared,14,"],
    [wards, "training-designated-1,sub_icu,covid,12,0,6,18\n", ""],
    ["data/training_grid/facilities.csv", ",dialysis,4,0,24", ",dialysis;surgery,4,8,24"],
    ["data/clinical/people.csv", PEOPLE, PEOPLE.replace(/[^,]+$/, "0.99")],
  ]);
  const changes = differencesOf(TRAINING, more);
  assertEquals(words(changes), [
    "city.facilities.capabilities: dialysis → dialysis;surgery, 1 facility differs",
    "city.facilities.feverOpens: 0 → 8, 1 facility differs",
    "city.wards: 11 wards → 10 wards, 1 gone",
    "city.wards.beds: 690 in all → 682 in all, 2 wards differ",
    "city.wards.physicians: 127 in all → 121 in all, 1 ward differs",
    "city.wards.nurses: 418 in all → 400 in all, 1 ward differs",
    "city.fleets.vehicles: 4 in all → 7 in all, 2 fleets differ",
    "city.fleets.lon: 116.425 → 116.5, 1 fleet differs",
    `people.contract: ${PEOPLE.split(",").at(-1)} → 0.99, 1 row differs`,
  ]);
  const { columns } = TRAINING.city;
  const fleet = columns.find((row) => row.table === "fleets" && row.column === "vehicles")!;
  const { grade, source, file } = changes.find(({ path }) => path === "city.fleets.vehicles")!;
  assertEquals([grade, source, file], [fleet.grade, fleet.source, "training_grid/fleets.csv"]);
  assertEquals(pathsOf(differencesOf(more, TRAINING)), pathsOf(changes));
});

Deno.test("differencesOf() sums up a district beside its city, and cities beside each other", async () => {
  const [plan, district] = await Promise.all(["plan", "district_shijingshan"].map(load));
  const changes = differencesOf(plan, district);
  assertEquals(words(changes).slice(0, 5), [
    "city.name: Beijing → Beijing: Shijingshan",
    "city.districts: 16 districts → 12 districts, 4 gone",
    "city.grids: 62 grids → 2 grids, 60 gone",
    "city.communities: 349 communities → 9 communities, 340 gone",
    "city.communities.population: 21893095 in all → 567851 in all, 340 communities differ",
  ]);
  assert(changes.every(({ path }) => path.startsWith("city.")) && changes.length < 20);
  assertEquals(pathsOf(differencesOf(district, plan)), pathsOf(changes));
  const [first] = differencesOf(plan, TRAINING);
  assertEquals(words([first]), ["city: beijing → training_grid"]);
});

Deno.test("differencesOf() gives numbers with units, flags, dates, laws and their clauses", async () => {
  const mine = await changed(`
transfer: { vehicleFactor: { value: 2, source: "P22-2.4 and (N162-4d)." }, returnsHome: false }
wards: { convertibleOpens: 2022-12-11 }
course: { severe: { law: erlang, stages: 2, mean: 9 d, grade: observed } }
clinics: { patience: { law: weibull, shape: 2, scale: 3 h } }
contact: { followUp: { yellow: 48 h }, contractToPrimary: 0.4 }
referral: { facilityAdherence: 0.9 }
`);
  const changes = differencesOf(TRAINING, mine);
  assertEquals(words(changes), [
    "course.severe.mean: 8 d → 9 d",
    "contact.contractToPrimary: 0.5 → 0.4 [P22-2.2.1c]",
    "contact.followUp.yellow: 3 d → 48 h",
    "clinics.patience: exponential, mean 4 h → weibull, shape 2, scale 3 h",
    "referral.facilityAdherence: 1 → 0.9 [P22-2.2.2b]",
    "transfer.vehicleFactor: 1 → 2 [P22-2.4] [N162-4d]",
    "transfer.returnsHome: true → false",
    "wards.convertibleOpens: 2022-12-20 → 2022-12-11 [P22-3.1]",
    "uncertainty.parameters.course.severe.mean: triangular 6 d to 10 d, mode 8 d → -",
    "uncertainty.parameters.contact.contractToPrimary: uniform 0.2 to 0.8 → - [P22-2.2.1c]",
  ]);
  const grades = Object.fromEntries(changes.map(({ path, grade, file }) => [path, [grade, file]]));
  assertEquals(grades["course.severe.mean"], ["observed", "mine.yaml"]);
  assertEquals(grades["clinics.patience"], ["assumed", "mine.yaml"]);
  assertEquals(grades["transfer.returnsHome"], ["", ""]);
  assertEquals(pathsOf(differencesOf(mine, TRAINING)), pathsOf(changes));
});

Deno.test("differencesOf() lists laws and accepted sets of uncertain numbers", async () => {
  const copy = await Copy.make();
  try {
    await copy.write("scenarios/sets.csv", "transfer.target\n1 h\n3 h\n");
    await copy.write(
      "scenarios/mine.yaml",
      `extends: training.yaml
uncertainty:
  parameters: { care.boarding: { law: uniform, low: 0.7, high: 0.8, source: P22-2.5 } }
  sets: sets.csv
`,
    );
    const mine = await copy.load("scenarios/mine.yaml");
    assertEquals(words(differencesOf(TRAINING, mine)), [
      "uncertainty.parameters.care.boarding: uniform 0.6 to 0.9 → uniform 0.7 to 0.8 [P22-2.5]",
      "uncertainty.sets: - → 2 sets of transfer.target (sets.csv)",
    ]);
  } finally {
    await copy.remove();
  }
});

Deno.test("differencesOf() finds every clause of the register in a source", async () => {
  const register = await Deno.readTextFile(join(ROOT, "data/policy_clauses.csv"));
  const clauses = (parse(register, { skipFirstRow: true }) as { clause: string }[])
    .map(({ clause }) => clause);
  assert(clauses.length > 20);
  const source = clauses.map((clause) => `${clause}, (${clause}).`).join(" ");
  const other = structuredClone(TRAINING) as Scenario & { transfer: { target: number } };
  other.transfer.target = 1;
  const entry = other.provenance.find(({ path }) => path === "transfer.target")!;
  (entry as { source: string }).source = `${source} See DP22-3.1 and P22-x.`;
  const [change] = differencesOf(TRAINING, other);
  assertEquals(change.clauses, clauses);
});
