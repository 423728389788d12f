import { assert, assertEquals } from "@std/assert";
import { join } from "@std/path";
import { loadScenario } from "../../../sim/scenario/mod.ts";
import { Copy, ROOT } from "./_copy.ts";

Deno.test("provenance holds text, grade, source and file of every number", async () => {
  const { provenance } = await loadScenario(join(ROOT, "scenarios/training.yaml"));
  const at = (path: string) => provenance.find((entry) => entry.path === path);
  assertEquals(at("care.criticalDeathWithout")?.text, "0.95");
  assertEquals(at("care.criticalDeathWithout")?.grade, "assumed");
  assertEquals(at("course.critical.mean")?.text, "10 d");
  assertEquals(at("course.critical.mean")?.grade, "derived");
  assert(at("course.critical.mean")?.source.startsWith("sircovid"));
  assertEquals(at("course.incubation.of.sd")?.file, "base.yaml");
  assertEquals(at("services.plans.high.open.outpatient_general")?.grade, "derived");
  assertEquals(at("services.plans.high.spacing")?.grade, "assumed");
  assertEquals(at("transfer.speed[7]")?.text, "20 km/h");
  assertEquals(at("wave.peak")?.text, "2022-12-11");
  assertEquals(at("title.en"), undefined);
});

Deno.test("every number of the project's scenarios states its source", async () => {
  for await (const entry of Deno.readDir(join(ROOT, "scenarios"))) {
    if (!entry.isFile) continue;
    const { provenance } = await loadScenario(join(ROOT, "scenarios", entry.name));
    assertEquals(provenance.filter(({ source }) => source === "").map(({ path }) => path), []);
  }
});

Deno.test("a number that an extending file changes does not keep the old source", async () => {
  const copy = await Copy.make();
  try {
    await copy.write(
      "scenarios/mine.yaml",
      "extends: training.yaml\ncontact: { antigenSensitivity: 0.5 }\n",
    );
    const { provenance } = await copy.load("scenarios/mine.yaml");
    const [entry] = provenance.filter(({ path }) => path === "contact.antigenSensitivity");
    assertEquals(entry, {
      path: "contact.antigenSensitivity",
      text: "0.5",
      grade: "assumed",
      source: "",
      file: "mine.yaml",
    });
  } finally {
    await copy.remove();
  }
});

Deno.test("a grade that is none is refused with the nearest", async () => {
  const copy = await Copy.make([["scenarios/base.yaml", "grade: derived", "grade: derivd"]]);
  try {
    assert((await copy.complaint()).endsWith(
      'wave.grade: Expected one of observed, derived, assumed, calibrated, found "derivd"; ' +
        'nearest is "derived"',
    ));
  } finally {
    await copy.remove();
  }
});
