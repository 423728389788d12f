import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { join } from "@std/path";
import { loadScenario } from "../../../sim/scenario/mod.ts";
import { Copy, ROOT } from "./_copy.ts";

/** What a file that extends the training scenario is told, without line numbers. */
async function told(
  text: string,
  files: { readonly [name: string]: string } = {},
): Promise<string[]> {
  const copy = await Copy.make();
  try {
    await copy.write("scenarios/mine.yaml", `extends: training.yaml\n${text}`);
    for (const [name, content] of Object.entries(files)) {
      await copy.write(`scenarios/${name}`, content);
    }
    const [, ...lines] = (await copy.complaint("scenarios/mine.yaml")).split("\n");
    return lines.map((line) => line.trim().replace(/^scenarios\/(\S+?):\d+ /, "$1 "));
  } finally {
    await copy.remove();
  }
}

/** The same, for laws by path. */
function toldOf(laws: { readonly [path: string]: string }): Promise<string[]> {
  const lines = Object.entries(laws).map(([path, law]) => `    ${path}: ${law}\n`);
  return told(`uncertainty:\n  parameters:\n${lines.join("")}`);
}

/** The uncertainty of a file that extends the training scenario. */
async function uncertaintyOf(text: string, files: { readonly [name: string]: string } = {}) {
  const copy = await Copy.make();
  try {
    await copy.write("scenarios/mine.yaml", `extends: training.yaml\n${text}`);
    for (const [name, content] of Object.entries(files)) {
      await copy.write(`scenarios/${name}`, content);
    }
    const { hash, uncertainty } = await copy.load("scenarios/mine.yaml");
    const { parameters, sets, hash: own } = uncertainty;
    return { hash, parameters, sets, own };
  } finally {
    await copy.remove();
  }
}

const AT = "mine.yaml uncertainty.parameters.";

Deno.test("loadScenario() reads laws of uncertain numbers in the unit inside", async () => {
  const { parameters, sets } = await uncertaintyOf(`
uncertainty:
  parameters:
    grade: assumed
    source: Both.
    care.lowerBed: { law: uniform, low: 30 %, high: 0.6 }
    course.severe.mean: { law: triangular, low: 6 d, mode: 192 h, high: 2 w, grade: derived }
    course.critical.mean: { law: pert, low: 6 d, mode: 8 d, high: 11 d }
    transfer.detour: { law: beta, mean: 1.4, sd: 0.1, low: 1.2, high: 1.8 }
    transfer.speed[7]:
      law: truncated
      of: { law: lognormal, median: 20 km/h, quantile: { p: 0.9, value: 30 km/h } }
      low: 6 km/h
      high: 1 km/min
      source: ""
`);
  assertEquals(sets, null);
  const own = parameters.filter(({ file }) => file === "mine.yaml");
  assertEquals(
    own.map(({ path, unit, grade, source }) => `${path} [${unit}] ${grade} ${source}`),
    [
      "course.severe.mean [min] derived Both.",
      "course.critical.mean [min] assumed Both.",
      "care.lowerBed [] assumed Both.",
      "transfer.detour [] assumed Both.",
      "transfer.speed[7] [km/min] assumed ",
    ],
  );
  assertEquals(own.map(({ written }) => written), [
    "triangular 6 d to 2 w, mode 192 h",
    "pert 6 d to 11 d, mode 8 d",
    "uniform 30 % to 0.6",
    "beta 1.2 to 1.8, mean 1.4, sd 0.1",
    "lognormal median 20 km/h, quantile 0.9 at 30 km/h, truncated to 6 km/h to 1 km/min",
  ]);
  assertEquals(own.map(({ law }) => law), [
    { law: "triangular", low: 8640, mode: 11520, high: 20160 },
    { law: "beta", alpha: 2.6, beta: 3.4, low: 8640, high: 15840 },
    { law: "uniform", low: 0.3, high: 0.6 },
    { law: "beta", mean: 1.4, sd: 0.1, low: 1.2, high: 1.8 },
    {
      law: "truncated",
      of: { law: "lognormal", median: 1 / 3, quantile: { p: 0.9, value: 0.5 } },
      low: 0.1,
      high: 1,
    },
  ]);
});

Deno.test("a path that names no number is refused with the nearest, or with what it names", async () => {
  const law = "{ law: uniform, low: 1, high: 2 }";
  const paths = [
    "care.lowerbed",
    "city.wards",
    "title.en",
    "wave.peak",
    "transfer.speed",
    "clinics.patience",
    "care",
    "referral.downReferral",
    "referral.rules",
    "window.warmUpDays",
    "contact.onset.green.none",
    "services.weekProfile[2]",
  ];
  const rule = "Expected the path of a number of the scenario, found";
  const one = "Expected the path of one number, found";
  const alone = "Expected a number that can change by itself: those of";
  assertEquals(await toldOf(Object.fromEntries(paths.map((path) => [path, law]))), [
    `${AT}care.lowerbed: ${rule} "care.lowerbed"; nearest is "care.lowerBed"`,
    `${AT}city.wards: ${rule} "city.wards"`,
    `${AT}title.en: ${rule} "title.en"`,
    `${AT}wave.peak: ${one} "wave.peak", a date`,
    `${AT}transfer.speed: ${one} "transfer.speed", a list of 24`,
    `${AT}clinics.patience: ${one} "clinics.patience", a law`,
    `${AT}care: ${one} "care", a map`,
    `${AT}referral.downReferral: ${one} "referral.downReferral", true or false`,
    `${AT}referral.rules: ${one} "referral.rules", the text "rules/plan_2022.yaml"`,
    `${AT}window.warmUpDays: Expected a number of the model, not of the window in which it is ` +
    'observed, found "window.warmUpDays"',
    `${AT}contact.onset.green.none: ${alone} contact.onset.green sum to 1, found ` +
    '"contact.onset.green.none"',
    `${AT}services.weekProfile[2]: ${alone} services.weekProfile have a mean of 1, found ` +
    '"services.weekProfile[2]"',
  ]);
});

Deno.test("a law without bounds, of no known form or with wrong numbers is refused", async () => {
  const share = "Expected a share, a number with or without %";
  assertEquals(
    await toldOf({
      "care.lowerBed": "{ law: normal, mean: 0.5, sd: 0.1 }",
      "care.boarding": "{ law: unifrom, low: 0.5, high: 0.9 }",
      "care.severeWithout": "{ law: uniform, low: 0.1, hihg: 0.3 }",
      "care.severeDeathWithout": "sure",
      "contact.onlineDirected": "{ law: uniform, low: 0.4, high: 0.2 }",
      "contact.antigenSensitivity": "{ law: triangular, low: 0.6, mode: 0.8, high: 0.7 }",
      "transfer.privateShare": "{ law: beta, mean: 0.6, sd: 0.5, low: 0.35, high: 0.85 }",
      "transfer.detour": "{ law: beta, mean: 1.5, alpha: 2, low: 1.2, high: 1.8 }",
      "services.urgentShare":
        "{ law: truncated, of: { law: normal, mean: 0.4, sd: 1 d }, low: 0.3, high: 0.6 }",
      "services.electiveReturns":
        "{ law: truncated, of: { law: gamma, mean: 0.01, sd: 0.001 }, low: 0.6, high: 0.8 }",
      "transfer.target": "{ law: truncated, of: { law: weibull }, low: 1 h, high: 3 h }",
    }),
    [
      `${AT}care.lowerBed.law: Expected a law with bounds (uniform, triangular, pert, beta, ` +
      "truncated), so that every value it can draw is checked here; truncated puts bounds around " +
      'normal, lognormal and gamma, found "normal"',
      `${AT}care.boarding.law: Expected one of uniform, triangular, pert, beta, truncated, found ` +
      '"unifrom"; nearest is "uniform"',
      `${AT}care.severeWithout.high: Expected a number, with its unit, found nothing`,
      `${AT}care.severeWithout.hihg: Expected a known key, found "hihg"; nearest is "high"`,
      `${AT}care.severeDeathWithout: Expected a map, found "sure"`,
      `${AT}contact.onlineDirected: Expected low < high, found 0.4 and 0.2`,
      `${AT}contact.antigenSensitivity: Expected low <= mode <= high, found mode 0.8, 0.6 and 0.7`,
      `${AT}transfer.privateShare: Expected sd is less than 0.25, found sd is 0.5`,
      `${AT}transfer.detour: Expected either mean and sd, or alpha and beta, found a map`,
      `${AT}services.urgentShare: ${share}, found "1 d"`,
      `${AT}services.electiveReturns: Expected the bounds hold probability, found 0.6 and 0.8 hold 0`,
      `${AT}transfer.target.of.law: Expected one of normal, lognormal, gamma, found "weibull"`,
    ],
  );
});

Deno.test("a law that could draw an impossible value is refused with file, line, path and value", async () => {
  const copy = await Copy.make([["scenarios/base.yaml", "high: 0.99", "high: 1"]]);
  try {
    const lines = (await Deno.readTextFile(copy.path("scenarios/base.yaml"))).split("\n");
    const line = lines.indexOf("      high: 1", lines.indexOf("    care.criticalDeathWithout:")) +
      1;
    assertEquals(
      await copy.complaint(),
      'Cannot load scenario "scenarios/training.yaml": 1 issue\n' +
        `  scenarios/base.yaml:${line} uncertainty.parameters.care.criticalDeathWithout.high: ` +
        "Expected a probability below 1, found 1",
    );
  } finally {
    await copy.remove();
  }
  const within = "Expected a share from 0 to 1, or 0 % to 100 %, found";
  assertEquals(
    await toldOf({
      "care.lowerBed": "{ law: uniform, low: -0.1, high: 120 % }",
      "course.severe.mean": "{ law: uniform, low: 7, high: 9 d }",
      "course.severe.stages": "{ law: uniform, low: 1, high: 3 }",
      "course.mild.high": "{ law: uniform, low: 15 d, high: 18 d }",
      "care.boarding": "{ law: uniform, low: 0.8, high: 0.9 }",
    }),
    [
      `${AT}care.lowerBed.low: ${within} -0.1`,
      `${AT}care.lowerBed.high: ${within} "120 %"`,
      `${AT}course.severe.mean.low: Expected a duration, a number and one of min, h, d, w, found 7`,
      `${AT}course.severe.stages: Expected a number, whole, at least 1, found 1.764, which it can draw`,
      `${AT}course.mild.high.high: Expected incubation and mild state to have upper bounds, together ` +
      'below 28 d (course.mild), found "18 d"',
      `${AT}care.boarding: Expected a range that holds the number of the scenario, found uniform ` +
      "0.8 to 0.9, the number is 0.75",
    ],
  );
});

Deno.test("laws that are right alone but not together are refused", async () => {
  const needs = (index: number) => `referral.capabilityNeeds[${index}].share`;
  const sum = "Expected shares that sum to at most 1 (referral.capabilityNeeds), found";
  assertEquals(
    await toldOf({
      "transfer.load.low": "{ law: uniform, low: 5 min, high: 12 min }",
      "transfer.load.mode": "{ law: uniform, low: 11 min, high: 15 min }",
      "wave.attack[0].share": "{ law: uniform, low: 0.33, high: 0.5 }",
      [needs(0)]: "{ law: uniform, low: 0.05, high: 0.4 }",
      [needs(1)]: "{ law: uniform, low: 0.05, high: 0.4 }",
      [needs(2)]: "{ law: uniform, low: 0.05, high: 0.4 }",
    }),
    [
      `${AT}transfer.load.mode: Expected low <= mode <= high and low < high (transfer.load), found ` +
      "transfer.load.low 12 min with transfer.load.mode 11 min",
      `${AT}wave.attack[0].share: Expected a curve that can be fitted: the share infected by the ` +
      "peak must be > 0 and < 6.41, its height times the days before it (wave), found " +
      "wave.attack[1].share 0.844 with wave.attack[0].share 0.33",
      `${AT}${needs(2)}: ${sum} referral.handOver.mean 90 min with ${needs(0)} 0.4 with ${
        needs(1)
      } ` +
      `0.4 with ${needs(2)} 0.4`,
    ],
  );
});

Deno.test("only forms are checked while the scenario itself is wrong", async () => {
  const text = "care: { lowerBed: 7 }\nuncertainty:\n  parameters:\n";
  const laws = "    care.boardin: { law: uniform, low: 0.5, high: 7 }\n    care.boarding: maybe\n";
  assertEquals(await told(`${text}${laws}  fixed: [crae]\n`), [
    "mine.yaml care.lowerBed: Expected a share from 0 to 1, or 0 % to 100 %, found 7",
    'mine.yaml uncertainty.parameters.care.boarding: Expected a map, found "maybe"',
  ]);
});

Deno.test("a file that changes a number fixes it, unless it states a law too", async () => {
  const paths = async (text: string) => (await uncertaintyOf(text)).parameters.map((p) => p.path);
  const all = await paths("");
  const left = await paths(`
care: { lowerBed: 0.4, boarding: 0.7 }
course: { critical: { law: constant, value: 9 d } }
uncertainty:
  parameters: { care.boarding: { law: uniform, low: 0.6, high: 0.8 } }
  fixed: [contact]
`);
  const gone = all.filter((path) => !left.includes(path));
  assertEquals(gone, [
    "course.critical.mean",
    "care.lowerBed",
    "contact.contractToPrimary",
    "contact.antigenSensitivity",
    "contact.noticeDelay.severe.mean",
  ]);
  assertEquals(
    await told(`
uncertainty:
  parameters: { care.boarding: { law: uniform, low: 0.6, high: 0.8 } }
  fixed: [care.bording, care.boarding]
`),
    [
      'mine.yaml uncertainty.fixed: Expected the path of a part of the scenario, found "care.bording"',
      "mine.yaml uncertainty.fixed: Expected a path without a law in the same file, found " +
      '"care.boarding"',
    ],
  );
});

Deno.test("the section has three keys, each of its own form", async () => {
  assertEquals(
    await told("uncertainty: { parameter: {}, sets: [1], fixed: care, parameters: 3 }"),
    [
      "mine.yaml uncertainty.parameters: Expected a map, found 3",
      "mine.yaml uncertainty.sets: Expected text, found a list of 1",
      'mine.yaml uncertainty.fixed: Expected a list, found "care"',
      'mine.yaml uncertainty.parameter: Expected a known key, found "parameter"; nearest is "parameters"',
    ],
  );
});

Deno.test("uncertainty has a hash of its own and leaves that of the scenario alone", async () => {
  const plain = await uncertaintyOf("");
  const law = (high: number) =>
    `uncertainty:\n  parameters: { care.lowerBed: { law: uniform, low: 0.4, high: ${high} } }\n`;
  const [six, seven] = [await uncertaintyOf(law(0.6)), await uncertaintyOf(law(0.7))];
  assertEquals([six.hash, seven.hash], [plain.hash, plain.hash]);
  assertEquals(new Set([plain.own, six.own, seven.own]).size, 3);
  const changed = await uncertaintyOf(`referral: { adherence: 0.5 }\n${law(0.6)}`);
  assertNotEquals(changed.own, six.own);
  const none =
    "uncertainty: { fixed: [wave, course, care, contact, referral, transfer, services] }";
  const fixed = await uncertaintyOf(none);
  assertEquals([fixed.parameters, fixed.sets, fixed.hash], [[], null, plain.hash]);
});

Deno.test("every uncertain number of the base states its grade and source, apart from the fixed", async () => {
  const { uncertainty, provenance } = await loadScenario(join(ROOT, "scenarios/base.yaml"));
  assert(uncertainty.parameters.length >= 12);
  for (const { path, grade, source, written, file } of uncertainty.parameters) {
    assertEquals(file, "base.yaml");
    assert(source.length > 30 && written !== "", path);
    if (grade === "assumed") assert(source.includes("Range assumed"), path);
    assertEquals(provenance.filter((entry) => entry.path === path).length, 1);
  }
  assertEquals(provenance.filter(({ path }) => path.startsWith("uncertainty")), []);
});
