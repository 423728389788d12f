import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertNotEquals,
  assertThrows,
} from "@std/assert";
import { join } from "@std/path";
import { distributionOf } from "../../../sim/engine/mod.ts";
import {
  drawScenario,
  fixParameters,
  loadScenario,
  parametersOf,
  type Scenario,
} from "../../../sim/scenario/mod.ts";
import { Copy, ROOT } from "./_copy.ts";

const load = (name: string) => loadScenario(join(ROOT, `scenarios/${name}.yaml`));
const TRAINING = await load("training");

/** The training scenario with a section of its own, and tables beside it. */
async function extended(text: string, files: { readonly [name: string]: string } = {}) {
  const copy = await Copy.make();
  try {
    await copy.write("scenarios/mine.yaml", `extends: training.yaml\n${text}`);
    for (const [name, content] of Object.entries(files)) {
      await copy.write(`scenarios/${name}`, content);
    }
    return await copy.load("scenarios/mine.yaml");
  } finally {
    await copy.remove();
  }
}

/** A scenario with laws that no file could state. */
function withLaw(path: string, low: number, high: number): Scenario {
  const [first] = TRAINING.uncertainty.parameters;
  const law = { law: "uniform", low, high } as const;
  const uncertainty = { parameters: [{ ...first, path, law }], sets: null, hash: "" };
  return { ...TRAINING, uncertainty };
}

const valuesOf = (scenario: Scenario, set: number, seed = "pairs") =>
  new Map(parametersOf(scenario, { seed, set }).map(({ path, value }) => [path, value]));

Deno.test("parametersOf() draws a path alike in every scenario, whatever else is uncertain", async () => {
  const others = await Promise.all(["training_no_tiers", "training_as_happened"].map(load));
  const law = "{ law: uniform, low: 0.1, high: 0.5 }";
  const more = await extended(
    `uncertainty: { parameters: { contact.onlineDirected: ${law} }, fixed: [wave, care] }`,
  );
  for (let set = 0; set < 20; set++) {
    const own = valuesOf(TRAINING, set);
    for (const other of others) assertEquals(valuesOf(other, set), own);
    const changed = valuesOf(more, set);
    assert(changed.delete("contact.onlineDirected"));
    const kept = [...own].filter(([path]) => !/^(wave|care)\./.test(path));
    assertEquals([...changed], kept);
  }
});

Deno.test("parametersOf() pairs different laws of a path by their uniform", async () => {
  const wide = await extended(
    "uncertainty: { parameters: { care.lowerBed: { law: uniform, low: 0.1, high: 0.9 } } }",
  );
  for (let set = 0; set < 20; set++) {
    const u = (valuesOf(TRAINING, set).get("care.lowerBed")! - 0.3) / 0.3;
    assertAlmostEquals((valuesOf(wide, set).get("care.lowerBed")! - 0.1) / 0.8, u, 1e-12);
  }
});

Deno.test("parametersOf() depends on seed and set, not on what was drawn before", () => {
  const later = valuesOf(TRAINING, 7);
  valuesOf(TRAINING, 3);
  assertEquals(valuesOf(TRAINING, 7), later);
  assertEquals(valuesOf(structuredClone(TRAINING), 7), later);
  const different = [valuesOf(TRAINING, 8), valuesOf(TRAINING, 7, "others")];
  for (const values of different) {
    for (const [path, value] of values) assertNotEquals(value, later.get(path));
  }
});

const SETS = 2000;
const drawnSets = Array.from(
  { length: SETS },
  (_, set) => valuesOf(TRAINING, set, "laws of values"),
);

Deno.test("parametersOf() draws each law: mean and quantiles over 2,000 sets", () => {
  // Seen red with the uniform to the power of 1.2, and with the set halved in the key, so that two
  // sets share their values and the spread of shares is 1.4 times too wide.
  for (const { path, law } of TRAINING.uncertainty.parameters) {
    const { mean, variance, quantile } = distributionOf(law);
    const values = drawnSets.map((set) => set.get(path)!);
    const average = values.reduce((sum, value) => sum + value, 0) / SETS;
    assert(Math.abs(average - mean) <= 4 * Math.sqrt(variance / SETS), `mean of ${path}`);
    for (const p of [0.05, 0.25, 0.5, 0.75, 0.95]) {
      const below = values.filter((value) => value <= quantile(p)).length / SETS;
      assert(Math.abs(below - p) <= 4 * Math.sqrt(p * (1 - p) / SETS), `${p} of ${path}`);
    }
    assertEquals(new Set(values).size, SETS, path);
  }
});

Deno.test("parametersOf() draws independent values for different paths", () => {
  // Seen red with one stream for all paths: every correlation is then near 1.
  const ranks = TRAINING.uncertainty.parameters.map(({ path, law }) => {
    const { cdf } = distributionOf(law);
    return drawnSets.map((set) => cdf(set.get(path)!) - 0.5);
  });
  const pairs = ranks.flatMap((a, i) => ranks.slice(0, i).map((b) => [a, b]));
  for (const [a, b] of pairs) {
    const correlation = 12 * a.reduce((sum, x, i) => sum + x * b[i], 0) / SETS;
    assert(Math.abs(correlation) <= 5 / Math.sqrt(SETS), String(correlation));
  }
});

Deno.test("parametersOf() refuses a set that is no whole number from 0", () => {
  for (const set of [-1, 0.5, NaN]) {
    assertThrows(
      () => parametersOf(TRAINING, { seed: "a", set }),
      RangeError,
      `Cannot draw parameters as the set must be a whole number from 0: current set is ${set}`,
    );
  }
});

Deno.test("drawScenario() puts values in place, shares the rest, and freezes the whole", () => {
  const options = { seed: "place", set: 2 };
  const scenario = structuredClone(TRAINING);
  const drawn = drawScenario(scenario, options);
  const values = valuesOf(TRAINING, 2, "place");
  assertEquals(drawn.care.lowerBed, values.get("care.lowerBed"));
  assertEquals(drawn.wave.attack[1].share, values.get("wave.attack[1].share"));
  assertEquals(drawn.course.severe, {
    law: "erlang",
    stages: 2,
    mean: values.get("course.severe.mean")!,
  });
  assert(drawn.city === scenario.city && drawn.people === scenario.people);
  assertEquals(drawn.wave.attack[0], TRAINING.wave.attack[0]);
  assertEquals(scenario.care, TRAINING.care);
  for (const part of [drawn, drawn.wave.attack[1], drawn.city.wards[0], drawn.provenance[0]]) {
    assert(Object.isFrozen(part));
  }
});

Deno.test("drawScenario() gives a hash of the values, nothing uncertain, and their laws as sources", () => {
  const draw = (set: number) => drawScenario(TRAINING, { seed: "hash", set });
  const drawn = draw(2);
  assert(/^[0-9a-f]{16}$/.test(drawn.hash));
  assertEquals(draw(2).hash, drawn.hash);
  assertEquals(new Set([draw(3).hash, drawn.hash, TRAINING.hash]).size, 3);
  assertEquals([drawn.uncertainty.parameters, drawn.uncertainty.sets], [[], null]);
  assert(drawScenario(drawn, { seed: "hash", set: 9 }) === drawn);
  const entry = drawn.provenance.find(({ path }) => path === "course.severe.mean");
  const { mean } = drawn.course.severe as { mean: number };
  const law = TRAINING.uncertainty.parameters.find(({ path }) => path === "course.severe.mean")!;
  const { grade, source, file } = law;
  assertEquals(entry, { path: "course.severe.mean", text: `${mean} min`, grade, source, file });
  assertEquals(drawn.provenance.length, TRAINING.provenance.length);
});

Deno.test("drawScenario() refuses values that break what joins them, naming them", () => {
  const draw = (...[path, low, high]: [string, number, number]) => () =>
    drawScenario(withLaw(path, low, high), { seed: "a", set: 4 });
  const value = (...[low, high]: [number, number]) =>
    parametersOf(withLaw("care.severeWithout", low, high), { seed: "a", set: 4 })[0].value;
  const start = 'Cannot draw set 4 of scenario "training" as its values must fit together: ';
  assertThrows(
    draw("care.severeWithout", 1.1, 1.2),
    RangeError,
    `${start}care.severeWithout: Expected a probability below 1, found ${value(1.1, 1.2)}: ` +
      `current care.severeWithout is ${value(1.1, 1.2)}`,
  );
  assertThrows(
    draw("transfer.load.low", 30, 40),
    RangeError,
    `${start}Cannot build a law "triangular" as it requires low <= mode <= high and low < high: ` +
      "current",
  );
});

Deno.test("fixParameters() fixes what lies within paths and leaves the other draws alone", () => {
  const fixed = fixParameters(TRAINING, ["wave", "care.lowerBed", "contact.notice"]);
  const expected = [...valuesOf(TRAINING, 5)].filter(([path]) =>
    !path.startsWith("wave.") && path !== "care.lowerBed"
  );
  assertEquals([...valuesOf(fixed, 5)], expected);
  assertEquals(fixed.hash, TRAINING.hash);
  assertNotEquals(fixed.uncertainty.hash, TRAINING.uncertainty.hash);
  assertEquals(fixParameters(TRAINING, []).uncertainty, TRAINING.uncertainty);
});

const TABLE = `care.lowerBed,course.severe.mean,transfer.speed[7]
0.4,6 d,20 km/h
45 %,7 d,0.5 km/min
0.5,168 h,30 km/h
0.55,9 d,40 km/h
`;
const FIT = `uncertainty:
  fixed: [care, course.severe]
  sets: { value: accepted.csv, grade: calibrated, source: A fit. }
`;

Deno.test("loadScenario() reads accepted sets in the unit inside", async () => {
  const { uncertainty: { sets, parameters } } = await extended(FIT, { "accepted.csv": TABLE });
  assertEquals(sets, {
    paths: ["care.lowerBed", "course.severe.mean", "transfer.speed[7]"],
    units: ["", "min", "km/min"],
    rows: [
      [0.4, 8640, 1 / 3],
      [0.45, 10080, 0.5],
      [0.5, 10080, 0.5],
      [0.55, 12960, 2 / 3],
    ],
    grade: "calibrated",
    source: "A fit.",
    file: "accepted.csv",
  });
  assert(parameters.every(({ path }) => !path.startsWith("care.")));
});

Deno.test("a file that changes a number, or states its law, leaves out the inherited column", async () => {
  const law = "{ law: uniform, low: 7 d, high: 9 d }";
  const below = `extends: mine.yaml
care: { lowerBed: 0.5 }
uncertainty: { parameters: { course.severe.mean: ${law} } }
`;
  const copy = await Copy.make();
  try {
    await copy.write("scenarios/mine.yaml", `extends: training.yaml\n${FIT}`);
    await copy.write("scenarios/accepted.csv", TABLE);
    await copy.write("scenarios/below.yaml", below);
    const { uncertainty: { sets, parameters } } = await copy.load("scenarios/below.yaml");
    assertEquals([sets?.paths, sets?.units], [["transfer.speed[7]"], ["km/min"]]);
    assert(parameters.some(({ path }) => path === "course.severe.mean"));
    const without = "extends: below.yaml\nuncertainty: { fixed: [transfer.speed] }\n";
    await copy.write("scenarios/without.yaml", without);
    assertEquals((await copy.load("scenarios/without.yaml")).uncertainty.sets, null);
  } finally {
    await copy.remove();
  }
});

Deno.test("parametersOf() takes whole sets, uniformly and with replacement", async () => {
  const scenario = await extended(FIT, { "accepted.csv": TABLE });
  const { paths, rows } = scenario.uncertainty.sets!;
  const counts = rows.map(() => 0);
  for (let set = 0; set < SETS; set++) {
    const values = valuesOf(scenario, set);
    const row = paths.map((path) => values.get(path));
    counts[rows.findIndex((found) => found.join() === row.join())]++;
  }
  // Seen red with the row set modulo 3 of 4, and with the uniform to the power of 1.2.
  for (const count of counts) {
    assert(Math.abs(count - SETS / 4) <= 4 * Math.sqrt(SETS * 0.25 * 0.75), counts.join());
  }
  const fewer = fixParameters(scenario, ["care"]);
  for (let set = 0; set < 20; set++) {
    const own = valuesOf(scenario, set);
    assert(own.delete("care.lowerBed"));
    assertEquals(valuesOf(fewer, set), own);
  }
  assertEquals(fixParameters(scenario, paths).uncertainty.sets, null);
  const drawn = drawScenario(scenario, { seed: "pairs", set: 1 });
  const speed = drawn.provenance.find(({ path }) => path === "transfer.speed[7]");
  assertEquals(speed, {
    path: "transfer.speed[7]",
    text: `${drawn.transfer.speed[7]} km/min`,
    grade: "calibrated",
    source: "A fit.",
    file: "accepted.csv",
  });
});

/** What a table of sets is told, without line numbers. */
async function told(table: string, section = "uncertainty: { sets: accepted.csv }") {
  const copy = await Copy.make();
  try {
    await copy.write("scenarios/mine.yaml", `extends: training.yaml\n${section}\n`);
    if (table !== "") await copy.write("scenarios/accepted.csv", table);
    const [, ...lines] = (await copy.complaint("scenarios/mine.yaml")).split("\n");
    return lines.map((line) => line.trim().replace("scenarios/", ""));
  } finally {
    await copy.remove();
  }
}

Deno.test("a table of sets with wrong columns, cells or rows is refused line by line", async () => {
  assertEquals(await told(""), ["accepted.csv: Expected a file that exists, found none"]);
  assertEquals(await told("transfer.target\n"), [
    "accepted.csv:1 sets: Expected at least one set, found none",
  ]);
  assertEquals(await told("transfer.targt,wave.peak,transfer.target,transfer.target\n1,2,3\n"), [
    'accepted.csv:1 sets: Expected the path of a number of the scenario, found "transfer.targt"; ' +
    'nearest is "transfer.target"',
    'accepted.csv:1 sets: Expected the path of one number, found "wave.peak", a date',
    'accepted.csv:1 sets: Expected every column once, found "transfer.target"',
    "accepted.csv:2 sets[0]: Expected 4 cells, found 3",
  ]);
  assertEquals(await told("transfer.target,transfer.load.low\n2 h,5 min\n3,30 min\n"), [
    "accepted.csv:3 sets[1].transfer.load: Expected low <= mode <= high and low < high",
    "accepted.csv:3 sets[1].transfer.target: Expected a duration, a number and one of min, h, d, w, " +
    'found "3"',
  ]);
  const onset = ["none", "online", "primary", "hospital", "call_120"].map((way) =>
    `contact.onset.red.${way}`
  );
  assertEquals(await told(`${onset.join()}\n0.5,0.1,0.2,0.1,0.1\n0.5,0.1,0.2,0.1,0.2\n`), [
    "accepted.csv:3 sets[1].contact.onset.red: Expected shares that sum to 1, found 1.1",
  ]);
  const [both] = await told("care.lowerBed\n0.5\n");
  assertEquals(
    both.replace(/:\d+/, ""),
    "base.yaml uncertainty.parameters.care.lowerBed: Expected either a law or a column of the " +
      "accepted sets, or `fixed` where the law was inherited, found both",
  );
});

Deno.test("the content of the table is part of the hash of the uncertainty alone", async () => {
  const one = await extended(FIT, { "accepted.csv": TABLE });
  const other = await extended(FIT, { "accepted.csv": TABLE.replace("0.55", "0.56") });
  assertEquals(one.hash, other.hash);
  assertNotEquals(one.uncertainty.hash, other.uncertainty.hash);
});
