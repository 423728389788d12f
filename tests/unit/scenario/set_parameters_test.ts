import { assert, assertEquals, assertThrows } from "@std/assert";
import { join } from "@std/path";
import {
  drawScenario,
  loadScenario,
  type Scenario,
  ScenarioError,
  setParameters,
} from "../../../sim/scenario/mod.ts";
import { fileOf, numberPaths, writtenPart } from "../../../sim/scenario/_scenario_file.ts";
import { scenarioSchema } from "../../../sim/scenario/_schema.ts";
import { Copy, ROOT } from "./_copy.ts";

const load = (name: string) => loadScenario(join(ROOT, `scenarios/${name}.yaml`));
const TRAINING = await load("training");

/** The issues of values that are refused, as `path: rule, found value`. */
function issuesOf(values: Record<string, number | string>, scenario: Scenario = TRAINING) {
  const refused = assertThrows(() => setParameters(scenario, values), ScenarioError);
  const { issues } = refused as ScenarioError;
  return issues.map(({ path, rule, value }) => `${path}: ${rule}, found ${value}`);
}

Deno.test("setParameters() gives the hash of a file that says the same", async () => {
  const happened = await load("training_as_happened");
  assertEquals(setParameters(TRAINING, { "referral.adherence": "7.9 %" }).hash, happened.hash);
  assertEquals(setParameters(TRAINING, {}).hash, TRAINING.hash);
});

Deno.test("setParameters() reads numbers as a file does: plain in the unit inside, or with a unit", () => {
  const paths = {
    "course.severe.mean": 8640,
    "referral.observation": "2 d",
    "window.runOnDays": 20,
    "transfer.speed[3]": "30 km/h",
    "care.lowerBed": "35 %",
  };
  const { course, referral, window, transfer, care } = setParameters(TRAINING, paths);
  assertEquals((course.severe as { mean: number }).mean, 8640);
  assertEquals([referral.observation, window.runOnDays], [2880, 20]);
  assertEquals([transfer.speed[3], care.lowerBed], [0.5, 0.35]);
});

Deno.test("setParameters() shares what it does not change and leaves the original alone", () => {
  const half = setParameters(TRAINING, { "transfer.vehicleFactor": 0.5 });
  assert(half.city === TRAINING.city && half.referral === TRAINING.referral);
  assertEquals([TRAINING.transfer.vehicleFactor, half.transfer.vehicleFactor], [1, 0.5]);
  assert(Object.isFrozen(half.transfer) && Object.isFrozen(half.provenance));
});

Deno.test("setParameters() names the copy after what it set, or as it is told", () => {
  const set = { "transfer.vehicleFactor": 0.5, "transfer.target": 90 };
  const { name, title } = setParameters(TRAINING, set);
  assertEquals(name, "training, transfer.vehicleFactor 0.5, transfer.target 90 min");
  assert(title.en.endsWith(", transfer.target 90 min") && title.zh.startsWith(TRAINING.title.zh));
  const told = { name: "half", title: { en: "Half", zh: "一半" } };
  const named = setParameters(TRAINING, set, told);
  assertEquals({ name: named.name, title: named.title }, told);
  const slow = setParameters(TRAINING, { "transfer.speed[3]": "25 km/h" });
  assertEquals(slow.name, "training, transfer.speed[3] 25 km per h");
});

Deno.test("setParameters() says in the provenance that a program set the number", () => {
  const { provenance } = setParameters(TRAINING, { "care.lowerBed": 0.4 });
  assertEquals(provenance.filter(({ source }) => source === "Set by a program."), [{
    path: "care.lowerBed",
    text: "0.4",
    grade: "assumed",
    source: "Set by a program.",
    file: "",
  }]);
  assertEquals(provenance.length, TRAINING.provenance.length);
});

Deno.test("setParameters() makes the number certain and leaves the draws of others", () => {
  const set = setParameters(TRAINING, { "care.lowerBed": 0.4 });
  const paths = set.uncertainty.parameters.map(({ path }) => path);
  assertEquals(paths.length, TRAINING.uncertainty.parameters.length - 1);
  const options = { seed: "laws", set: 2 };
  const [own, drawn] = [drawScenario(TRAINING, options), drawScenario(set, options)];
  assertEquals(drawn.care, { ...own.care, lowerBed: 0.4 });
  assertEquals(drawn.wave, own.wave);
});

Deno.test("setParameters() of a drawn scenario or of a copy needs no file", () => {
  const drawn = drawScenario(TRAINING, { seed: "laws", set: 1 });
  assertEquals(setParameters(drawn, { "transfer.target": "3 h" }).transfer.target, 180);
  const copy = { ...TRAINING, provenance: [], transfer: { ...TRAINING.transfer, target: 77 } };
  const { transfer, provenance } = setParameters(copy, { "transfer.disinfection": "1 h" });
  assertEquals([transfer.target, transfer.disinfection, provenance.length], [77, 60, 1]);
});

Deno.test("setParameters() refuses unknown paths, wrong units and values out of range at once", () => {
  assertEquals(
    issuesOf({
      "care.lowerbed": 0.4,
      "care": 1,
      "wave.peak": 3,
      "city.tables": 3,
      "care.boarding": 2,
      "transfer.target": "3 hurs",
      "course.severe.mean": "8",
      "window.days": 30.5,
    }),
    [
      'care.lowerbed: Expected the path of a number of the scenario, found "care.lowerbed"',
      "care: Expected the path of a number of the scenario, found a map",
      'wave.peak: Expected the path of a number of the scenario, found "2022-12-11"',
      'city.tables: Expected the path of a number of the scenario, found "training_grid"',
      "care.boarding: Expected a share from 0 to 1, or 0 % to 100 %, found 2",
      'transfer.target: Expected a duration, a number and one of min, h, d, w, found "3 hurs"',
      'course.severe.mean: Expected a duration, a number and one of min, h, d, w, found "8"',
      "window.days: Expected a number of days, a number and d, whole, at least 1 d, at most 3660 d" +
      ', found "30.5 d"',
    ],
  );
  const error = assertThrows(
    () => setParameters(TRAINING, { "care.lowerbed": 0.4 }),
    ScenarioError,
    'Cannot load scenario "training": 1 issue',
  );
  const [issue] = (error as ScenarioError).issues;
  assertEquals([issue.file, issue.line, issue.nearest], ["training", 0, "care.lowerBed"]);
});

Deno.test("setParameters() refuses values that do not fit together, with the city or with laws", () => {
  assertEquals(
    issuesOf({ "contact.onset.red.none": 0.9, "transfer.vehicleFactor": 0, "care.lowerBed": -1 }),
    [
      "care.lowerBed: Expected a share from 0 to 1, or 0 % to 100 %, found -1",
      "contact.onset.red: Expected shares that sum to 1, found 1.35",
      "transfer.vehicleFactor: Expected a vehicle on duty, as pre-hospital emergency care is always" +
      " open (N162-4d), found 0",
    ],
  );
  assertEquals(issuesOf({ "wave.attack[0].share": 0.65 }), [
    "uncertainty.parameters.wave.attack[1].share: Expected a share above 0.65, " +
    "found 0.607, which it can draw",
  ]);
});

Deno.test("fileOf() and writtenPart() give back what every scenario file says", async () => {
  for await (const { name } of Deno.readDir(join(ROOT, "scenarios"))) {
    if (!name.startsWith("training") && !name.startsWith("beijing_2020_arr")) continue;
    const file = fileOf(await load(name.replace(".yaml", "")));
    for (const part of Object.keys(file) as (keyof typeof file)[]) {
      const { data } = writtenPart(file, part);
      assertEquals(scenarioSchema.shape[part].parse(data), file[part], `${name} ${part}`);
    }
    assert(numberPaths(file).length > 600);
  }
});

Deno.test("setParameters() of a number says what loading a file with it says", async () => {
  const copy = await Copy.make();
  try {
    for (const [path, value] of [["severe", "12 d"], ["critical", "0 d"]]) {
      const key = `course.${path}.mean`;
      const text = `extends: training.yaml\ncourse: { ${path}: { mean: ${value} } }\n`;
      await copy.write("scenarios/mine.yaml", text);
      const [file, set] = await Promise.allSettled([
        copy.load("scenarios/mine.yaml"),
        Promise.resolve().then(() => setParameters(TRAINING, { [key]: value })),
      ]);
      assertEquals(file.status, set.status);
      if (file.status === "fulfilled" && set.status === "fulfilled") {
        assertEquals(file.value.hash, set.value.hash);
      } else if (file.status === "rejected" && set.status === "rejected") {
        const rules = ({ reason }: PromiseRejectedResult) =>
          (reason as ScenarioError).issues.map(({ path, rule, value }) => [path, rule, value]);
        assertEquals(rules(set), rules(file));
      }
    }
  } finally {
    await copy.remove();
  }
});
