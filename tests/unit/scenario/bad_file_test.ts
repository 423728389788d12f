import { assertEquals, assertRejects } from "@std/assert";
import { loadCity, loadScenario, ScenarioError } from "../../../sim/scenario/mod.ts";
import { assertIssues, Copy } from "./_copy.ts";

const TRAINING = "scenarios/training.yaml";

/** What a load of a file with this content says, without its first line. */
async function complaintOf(content: string | Uint8Array): Promise<string[]> {
  const copy = await Copy.make();
  try {
    await copy.write("scenarios/mine.yaml", content);
    return (await copy.complaint("scenarios/mine.yaml")).split("\n").slice(1).map((l) => l.trim());
  } finally {
    await copy.remove();
  }
}

Deno.test("a missing file is refused with the nearest name", async () => {
  const copy = await Copy.make();
  try {
    assertEquals(
      await copy.complaint("scenarios/traning.yaml"),
      'Cannot load scenario "scenarios/traning.yaml": 1 issue\n' +
        "  scenarios/traning.yaml: Expected a file that exists, found none; " +
        'nearest is "scenarios/training.yaml"',
    );
  } finally {
    await copy.remove();
  }
});

Deno.test("missing tables and rules are refused together", async () => {
  await assertIssues(
    [
      [TRAINING, "../data/training_grid", "../data/training_gird"],
      ["scenarios/base.yaml", "rules: rules/plan_2022.yaml", "rules: rules/plan_2202.yaml"],
    ],
    [
      "data/training_gird: Expected a folder that exists, found none; nearest is " +
      '"data/training_grid"',
      "scenarios/rules/plan_2202.yaml: Expected a file that exists, found none; " +
      'nearest is "scenarios/rules/plan_2022.yaml"',
    ],
  );
});

Deno.test("an empty file is refused", async () => {
  assertEquals(await complaintOf(" \n"), [
    "scenarios/mine.yaml: Expected some content, found an empty file",
  ]);
  const copy = await Copy.make();
  try {
    await copy.write("data/training_grid/links.csv", "");
    assertEquals(
      (await copy.complaint()).split("\n")[1].trim(),
      [
        "data/training_grid/links.csv: Expected some content, found an empty file",
      ][0],
    );
  } finally {
    await copy.remove();
  }
});

Deno.test("a file of 100 MB is refused before it is read", async () => {
  const copy = await Copy.make();
  try {
    await Deno.truncate(copy.path(TRAINING), 100_000_000);
    const start = performance.now();
    assertEquals(
      await copy.complaint(),
      'Cannot load scenario "scenarios/training.yaml": 1 issue\n' +
        "  scenarios/training.yaml: Expected at most 5 MB, found 100 MB",
    );
    assertEquals(performance.now() - start < 1000, true);
  } finally {
    await copy.remove();
  }
});

Deno.test("the largest size can be set", async () => {
  const copy = await Copy.make();
  try {
    await assertRejects(
      () => loadScenario(copy.path(TRAINING), { maxBytes: 100 }),
      ScenarioError,
      "Expected at most 0.0001 MB",
    );
  } finally {
    await copy.remove();
  }
});

Deno.test("a folder is refused", async () => {
  const copy = await Copy.make();
  try {
    assertEquals(
      await copy.complaint("scenarios"),
      'Cannot load scenario "scenarios": 1 issue\n' +
        "  scenarios: Expected a file, found a folder or device",
    );
  } finally {
    await copy.remove();
  }
});

Deno.test("bytes that are not UTF-8 are refused", async () => {
  assertEquals(await complaintOf(new Uint8Array([0x61, 0x3a, 0x20, 0xff, 0xfe])), [
    "scenarios/mine.yaml: Expected text in UTF-8, found other bytes",
  ]);
});

Deno.test("aliases that explode are refused", async () => {
  const levels = "abcdefghi".split("").map((name, index, all) =>
    index === 0
      ? `${name}: &${name} [x, x, x, x, x, x, x, x, x]`
      : `${name}: &${name} [${new Array(9).fill(`*${all[index - 1]}`).join(", ")}]`
  );
  assertEquals(await complaintOf(levels.join("\n")), [
    "scenarios/mine.yaml:3: Expected at most 100 aliases when expanded, found more",
  ]);
});

Deno.test("a node that contains itself is refused", async () => {
  assertEquals(await complaintOf("care: &a\n  lowerBed: *a\n"), [
    "scenarios/mine.yaml:2: Expected at most 40 levels of nesting, found more",
  ]);
});

Deno.test("nesting without end is refused", async () => {
  assertEquals(await complaintOf("[".repeat(60) + "]".repeat(60)), [
    "scenarios/mine.yaml:1: Expected at most 40 levels of nesting, found more",
  ]);
});

Deno.test("a key that stands twice is refused", async () => {
  assertEquals(await complaintOf("extends: training.yaml\ncity:\n  tables: a\n  tables: b\n"), [
    "scenarios/mine.yaml:4: Expected every key once in its map, found Map keys must be unique",
  ]);
});

Deno.test("text that is not YAML is refused", async () => {
  assertEquals(await complaintOf("city: [1, 2\n"), [
    "scenarios/mine.yaml:2: Expected valid YAML, found Flow sequence in block collection must be " +
    "sufficiently indented and end with a ]",
  ]);
});

Deno.test("a tag that would make an object is refused", async () => {
  assertEquals(await complaintOf("extends: !!js/function 'x'\n"), [
    "scenarios/mine.yaml:1: Expected valid YAML, found Unresolved tag: " +
    "tag:yaml.org,2002:js/function",
  ]);
});

Deno.test("a list instead of a map is refused", async () => {
  assertEquals(await complaintOf("- 1\n"), [
    "scenarios/mine.yaml:1: Expected a map of the parts of a scenario, found list",
  ]);
});

Deno.test("scenarios that extend each other are refused", async () => {
  const copy = await Copy.make([[
    "scenarios/base.yaml",
    "extends: parts/services_2019.yaml",
    "extends: training.yaml",
  ]]);
  try {
    assertEquals(
      (await copy.complaint()).replace(/:\d+ /, " "),
      'Cannot load scenario "scenarios/training.yaml": 1 issue\n' +
        "  scenarios/base.yaml extends: Expected no cycle, found scenarios/training.yaml → " +
        "scenarios/plan.yaml → scenarios/base.yaml → scenarios/training.yaml",
    );
  } finally {
    await copy.remove();
  }
});

Deno.test("loadCity() names the city that it cannot load", async () => {
  await assertRejects(
    () => loadCity("nowhere"),
    ScenarioError,
    'Cannot load city "nowhere": 1 issue\n  nowhere: Expected a folder that exists, found none',
  );
});
