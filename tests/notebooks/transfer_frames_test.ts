/** Frames of the parts of transfers. */
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  askAndWatch,
  columnsOf,
  openScenario,
  rowsOf,
  transferPartsFrame,
} from "../../notebooks/toolkit/mod.ts";
import { runExperiment } from "../../sim/experiment/mod.ts";
import { TINY_RESULT_SET } from "../../sim/report/tables/mod.ts";

const kernel = { broadcast: () => Promise.resolve() };
const scenarios = [await openScenario("training")];
const results = await runExperiment({ scenarios, replications: 2, seed: "1" });

Deno.test("transferPartsFrame() gives the parts in their order, their sum and all requests", () => {
  const frame = transferPartsFrame(results);
  assertEquals(columnsOf(frame), [
    "scenario",
    "wait_for_bed [h]",
    "hand_over [h]",
    "wait_for_vehicle [h]",
    "drive_to_patient [h]",
    "ride [h]",
    "completed, all parts [h]",
    "all requests, up to 7 days [h]",
    "completed [transfers]",
    "unfinished [transfers]",
  ]);
  const [row] = rowsOf(frame);
  const [, ...hours] = Object.values(row) as number[];
  assertAlmostEquals(hours.slice(0, 5).reduce((sum, part) => sum + part, 0), hours[5], 0.03);
  const { mean } = results.comparison.find(({ measure }) => measure === "transfer_delay_mean")!;
  assertAlmostEquals(hours[6], mean, 0.005);
});

Deno.test("transferPartsFrame() says which measure the results lack", () => {
  assertThrows(() => transferPartsFrame(TINY_RESULT_SET), RangeError, "transfer_part_mean");
});

Deno.test("askAndWatch() hands on workers, progress and signal, and ends in a text without times", async () => {
  const texts: unknown[] = [];
  const broadcast = (_: string, content: Record<string, unknown>) =>
    Promise.resolve(void texts.push((content.data as Record<string, string>)["text/plain"]));
  const answer = await askAndWatch(({ workers, signal, onProgress }) => {
    onProgress(0.5);
    return Promise.resolve([workers, signal.aborted]);
  }, { broadcast });
  assertEquals(answer, [1, false]);
  assertEquals(texts.at(-1), "Done.");
});

Deno.test("askAndWatch() lets errors through", async () => {
  const failed = await askAndWatch(() => Promise.reject(new RangeError("no")), kernel)
    .catch((error) => error.message);
  assertEquals(failed, "no");
});
