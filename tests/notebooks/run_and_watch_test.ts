/** Experiments from a cell: watched, and stopped. */
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { stopRunning } from "../../notebooks/toolkit/interrupts.ts";
import { RunningKernel } from "../../notebooks/toolkit/kernel.ts";
import { CellStop, openScenarios, runAndWatch } from "../../notebooks/toolkit/mod.ts";
import { ResultStore } from "../../sim/experiment/mod.ts";

const scenarios = await openScenarios("training", "training_no_tiers");

function watcher(onShown: (text: string) => void = () => {}) {
  const texts: string[] = [];
  const broadcast = (_: string, content: Record<string, unknown>) => {
    const { "text/plain": text } = content.data as Record<string, string>;
    texts.push(text!);
    onShown(text!);
    return Promise.resolve();
  };
  return { texts, kernel: { broadcast } };
}

Deno.test("runAndWatch() shows progress, ends in a text without times, and gives the results", async () => {
  const { texts, kernel } = watcher();
  let reports = 0;
  const onProgress = () => void reports++;
  const results = await runAndWatch({ scenarios, replications: 1, seed: "1", onProgress }, kernel);
  assertEquals(results.manifest.scenarios.map(({ name }) => name), scenarios.map((s) => s.name));
  assertEquals(texts[0], "0 % done");
  assertEquals(texts.at(-1), "Done: 2 scenarios, 1 replication of each.");
  assert(reports > 0);
});

Deno.test("runAndWatch() lets errors through", async () => {
  const { kernel } = watcher();
  const twice = [scenarios[0], scenarios[0]];
  await assertRejects(
    () => runAndWatch({ scenarios: twice, replications: 1, seed: "1" }, kernel),
    RangeError,
    "their names must differ",
  );
});

Deno.test("runAndWatch() stops, keeps what is finished, and goes on from there", async () => {
  using store = ResultStore.open(":memory:");
  const options = { scenarios, replications: 40, seed: "1", store };
  const { texts, kernel } = watcher((text) => {
    if (/^[1-9]\d/.test(text)) stopRunning();
  });
  const stop = await assertRejects(() => runAndWatch(options, kernel), CellStop);
  assertStringIncludes(stop.message, " % as it was interrupted; the finished replications are");
  assertEquals(texts.at(-1), stop.message);
  let kept = 0;
  const onProgress = (_: number, now: { kept: number }) => void (kept = now.kept);
  await runAndWatch({ ...options, replications: 1, onProgress }, watcher().kernel);
  assert(kept > 0);
});

Deno.test({
  name: "the stop button ends an experiment in a kernel, and the kernel lives on",
  ignore: Deno.build.os === "windows",
  async fn() {
    const folder = fromFileUrl(new URL("../../notebooks/", import.meta.url));
    const kernel = await RunningKernel.start(folder);
    try {
      const load =
        'import { openScenario, runAndWatch } from "./toolkit/mod.ts"; const kept = 7; ' +
        'const scenarios = [await openScenario("training")];';
      assert((await kernel.execute(load, 60_000)).ok);
      const run = kernel.execute(
        'await runAndWatch({ scenarios, replications: 5000, seed: "1" })',
        60_000,
      );
      const press = setInterval(() => kernel.interrupt(), 1500);
      const { ok, outputs } = await run.finally(() => clearInterval(press));
      assertEquals([ok, outputs.at(-1)?.ename], [false, "Stopped"]);
      assertEquals(outputs.at(-1)?.traceback?.length, 1);
      const after = await kernel.execute("console.log(kept)", 60_000);
      assertEquals(after.outputs.map(({ text }) => text), ["7\n"]);
    } finally {
      await kernel.stop();
    }
  },
});
