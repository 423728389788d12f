/** `study` as a planner calls it, with the permissions of the task. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "@std/path";
import { runSim } from "../../support/sim_command.ts";
import { namesIn } from "../../support/temporary_folder.ts";

const TRAINING = "scenarios/training.yaml";
const QUICK = ["-m", "infected", "-n", "2", "-w", "1", "--no-store"];
const WAVE = ["--path", "wave.scale", "--from", "0.01", "--to", "0.03"];

Deno.test("sim study smallest prints what was tried and the answer, and writes the table", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const out = join(folder, "tried.csv");
    const goal = ["--step", "0.01", "--at-least", "1500", "-o", out];
    const said = await runSim("study", "smallest", TRAINING, ...WAVE, ...goal, ...QUICK);
    assertEquals(said.code, 0, said.stderr);
    const lines = said.stdout.trim().split("\n");
    assertMatch(lines[0], /^wave\.scale +replications +mean +95 % +promise$/);
    assertEquals(lines.slice(1, 4).map((line) => line.split(/\s+/)[0]), ["0.01", "0.02", "0.03"]);
    assertStringIncludes(
      said.stdout,
      "The smallest wave.scale from 0.01 to 0.03 shown to keep infected >= 1500 persons is 0.0",
    );
    const csv = await Deno.readTextFile(out);
    assert(csv.startsWith("value,replications,mean,mean_low,mean_high,bound,verdict\r\n0.01,"));
    const again = await runSim("study", "smallest", TRAINING, ...WAVE, ...goal, ...QUICK);
    assertEquals([again.code, again.stdout], [2, ""]);
    assertStringIncludes(again.stderr, "as files are replaced only when asked to");
    assertEquals(namesIn(folder), ["tried.csv"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("sim study influence prints the numbers that move most first", async () => {
  const paths = ["--paths", "wave.scale, care.lowerBed"];
  const said = await runSim("study", "influence", TRAINING, ...paths, ...QUICK);
  assertEquals(said.code, 0, said.stderr);
  const [head, first, second] = said.stdout.split("\n");
  assert(head.startsWith("path "));
  assertMatch(first, /^wave\.scale +0\.81 +0\.99 +-\d+ .* yes$/);
  assertMatch(second, /^care\.lowerBed +0\.315 +0\.585 +0 +0 to 0 +0 +0 to 0 +not shown$/);
});

Deno.test("sim study refuses wrong questions with exit code 2 and all that is wrong", async () => {
  const threshold = await runSim(
    ...["study", "threshold", TRAINING, "scenarios/training_no_tiers.yaml", ...WAVE, ...QUICK],
    ...["--points", "1"],
  );
  assertEquals([threshold.code, threshold.stdout], [2, ""]);
  assertStringIncludes(threshold.stderr, "Cannot find a threshold: 2 problems");
  const three = await runSim("study", "influence", TRAINING, TRAINING, TRAINING, ...QUICK);
  assertEquals(three.code, 2);
  assertStringIncludes(three.stderr, "it takes one scenario or two: current number is 3");
  const measure = await runSim("study", "influence", TRAINING, "-m", "deaths[", "--no-store");
  assertEquals(measure.code, 2);
  assertStringIncludes(measure.stderr, 'Cannot read measure "deaths["');
  const unknown = await runSim(
    "study",
    "smallest",
    "scenarios/none.yaml",
    ...WAVE,
    "--step",
    "1",
    ...QUICK,
  );
  assertEquals(unknown.code, 2);
});
