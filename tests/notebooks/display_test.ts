/** What notebooks show: frames, figures, progress. */
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { syntheticResultSet } from "../support/result_set.ts";
import { JSDOM } from "jsdom";
import { roomOf } from "../../notebooks/toolkit/text_room.ts";
import {
  bundleOf,
  comparisonOf,
  differencesFrame,
  displayFigure,
  frameBundle,
  frameOf,
  meansFrame,
  progressBundle,
  show,
  showFigure,
  svgOf,
  watchProgress,
} from "../../notebooks/toolkit/mod.ts";

const bars = {
  data: [{ type: "bar", x: ["床位", "beds"], y: [1, 2] }],
  layout: { title: { text: "<i>x</i>" } },
};

Deno.test("frameBundle() escapes text, aligns numbers and counts the rows it hides", () => {
  const rows = Array.from({ length: 31 }, (_, i) => ({ ward: "<script>", beds: i, share: NaN }));
  const html = String(frameBundle(frameOf(rows))["text/html"]);
  assert(!html.includes("<script>"));
  assertStringIncludes(html, "1 more rows");
  assertStringIncludes(html, '<td style="text-align:right">–</td>');
});

Deno.test("bundleOf() shows what a frame's methods return too", async () => {
  const frame = frameOf([{ ward: "icu", beds: 4 }, { ward: "icu", beds: 6 }]);
  assertStringIncludes(String((await bundleOf(frame["beds"]))["text/html"]), "6");
  const means = frame.groupby(["ward"]).col(["beds"]).mean();
  assertStringIncludes(String((await bundleOf(means))["text/html"]), "5");
});

Deno.test("frameOf() refuses no rows", () => {
  assertThrows(
    () => frameOf([]),
    RangeError,
    "Cannot make a frame as it needs at least one row: current rows are 0",
  );
});

Deno.test("meansFrame() and differencesFrame() give the rows of the whole network", () => {
  const results = syntheticResultSet();
  const { comparison } = results;
  const whole = comparison.find((row) =>
    row.scenario !== row.baseline &&
    [row.grid, row.tier, row.facility, row.ward, row.colour, row.rule, row.line].every((g) =>
      g === ""
    )
  )!;
  assertEquals(comparisonOf(results, whole.scenario, whole.measure), whole);
  const scenarios = new Set(comparison.map((row) => row.scenario)).size;
  assertEquals(meansFrame(results, [whole.measure]).shape[0], scenarios);
  assertEquals(differencesFrame(results, [whole.measure]).shape[0], scenarios - 1);
});

Deno.test("svgOf() draws the same figure as the same bytes, and shares no names between two", async () => {
  const first = await svgOf(bars);
  assertEquals(await svgOf(bars), first);
  const other = await svgOf({ ...bars, layout: { title: { text: "other" } } });
  const ids = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]!);
  assert(ids(first).length > 0);
  assertEquals(ids(first).filter((id) => ids(other).includes(id)), []);
});

Deno.test("displayFigure() gives no HTML, and leaves the figure as it was", async () => {
  const before = structuredClone(bars);
  const bundle = await bundleOf(displayFigure(bars, "Two bars"));
  assertEquals("text/html" in bundle, false);
  assertEquals(bundle["application/vnd.plotly.v1+json"], before);
  assertStringIncludes(String(bundle["image/svg+xml"]), "床位");
});

Deno.test("showFigure() takes the figure's own words, and shows no empty axes", async () => {
  const sent: Record<string, unknown>[] = [];
  const kernel = {
    broadcast: (_: string, content: Record<string, unknown>) =>
      Promise.resolve(void sent.push(content.data as Record<string, unknown>)),
  };
  const words = { title: { text: "Beds" }, meta: { description: "Beds by day" } };
  await showFigure({ data: bars.data, layout: words }, undefined, kernel);
  await showFigure({ data: bars.data, layout: { title: words.title } }, undefined, kernel);
  await showFigure({ data: bars.data, layout: words }, "Own words", kernel);
  await showFigure({ data: [], layout: words }, undefined, kernel);
  await show("a text", kernel);
  assertEquals(sent.map((data) => data["text/plain"]), [
    "Beds by day",
    "Beds",
    "Own words",
    "Nothing to show: Beds by day",
    "a text",
  ]);
  assertEquals(Object.keys(sent[3]!), ["text/plain"]);
});

Deno.test("watchProgress() sends one state at a time and ends with the last", async () => {
  const sent: { type: string; text: unknown }[] = [];
  const kernel = {
    async broadcast(type: string, { data }: Record<string, unknown>) {
      await new Promise((done) => setTimeout(done, 1));
      sent.push({ type, text: (data as Record<string, unknown>)["text/plain"] });
    },
  };
  const { report, settled } = watchProgress(kernel);
  for (let done = 0; done <= 100; done++) report(done / 100);
  await settled();
  assertEquals(sent, [
    { type: "display_data", text: "0 % done" },
    { type: "update_display_data", text: "100 % done" },
  ]);
});

Deno.test("roomOf() turns and shifts what is inside", () => {
  const { document } = new JSDOM(
    `<svg><g><text x="10" y="20" text-anchor="middle" transform="translate(5,0) rotate(-90,10,20)"` +
      ` style="font-size: 10px">ab</text></g></svg>`,
  ).window;
  const { left, top, width, height } = roomOf(document.querySelector("g")!);
  const near = (value: number) => Math.round(value * 1000) / 1000;
  assertEquals([left, top, width, height].map(near), [5, 14.4, 13, 11.2]);
});

Deno.test("watchProgress() is sparing, tells the time left, and ends in a text", async () => {
  const texts: string[] = [];
  const kernel = {
    broadcast: (_: string, { data }: Record<string, unknown>) =>
      Promise.resolve(void texts.push((data as Record<string, string>)["text/plain"]!)),
  };
  const started = performance.now();
  const { report, settled } = watchProgress(kernel);
  for (let done = 0; done < 50; done++) {
    report(done / 100);
    await new Promise((pause) => setTimeout(pause, 4));
  }
  await settled("Done.");
  assert(texts.length <= 3 + (performance.now() - started) / 100, texts.join("; "));
  assertEquals(texts.slice(-2), ["49 % done", "Done."]);
  assertEquals(progressBundle(0.5, 600)["text/plain"], "50 % done, about 10 min left");
  assertEquals(progressBundle(0.01, 600)["text/plain"], "1 % done");
});
