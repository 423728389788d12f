import { assertEquals, assertStringIncludes } from "@std/assert";
import { staffFigure } from "../../../../sim/report/figures/mod.ts";
import { fullResultSet } from "./full_set.ts";

const set = fullResultSet();

function titlesOf(lang: "en" | "zh", from = set): string[] {
  const { annotations } = staffFigure(from, lang).layout as unknown as {
    annotations: { text: string }[];
  };
  return annotations.map(({ text }) => text.replace(/<\/?b>/g, ""));
}

Deno.test("staffFigure() has a panel for each series that has rows, with its unit", () => {
  assertEquals(titlesOf("en"), [
    "Share of staff absent [%]",
    "Clinic physicians, tier 3 (7-day mean)",
    "ICU beds usable [beds]",
  ]);
  assertEquals(titlesOf("zh")[2], "重症监护床位，可用 [张]");
});

Deno.test("staffFigure() draws only who models staff, in percent", () => {
  const lines = staffFigure(set).data.filter(({ yaxis, name }) => yaxis === "y" && name);
  assertEquals(
    lines.map(({ name }) => name),
    set.manifest.scenarios.slice(0, 3).map((one) => one.title.en),
  );
  assertEquals((lines[0].y as number[])[0], 21);
  assertEquals(lines[0].hovertemplate, "%{y:.3~g} %");
});

Deno.test("staffFigure() takes the mean over the week about a day, without the ends", () => {
  const [line] = staffFigure(set).data.filter(({ yaxis, name }) => yaxis === "y2" && name);
  const [days, values] = [line.x as string[], line.y as number[]];
  assertEquals([days[0], days.at(-1), days.length], ["2022-12-13", "2022-12-27", 15]);
  // Six days of 80 and one of 10 at an absence of 21 %.
  for (const value of values) assertEquals(Math.abs(value - 70 * 0.79) < 1e-3, true);
  assertEquals(line.hovertemplate, "%{y:.3~g} physicians");
});

Deno.test("staffFigure() has bands, and says the lowest of what should be high", () => {
  const { data, layout } = staffFigure(set);
  assertEquals(data.filter(({ fill }) => fill === "toself").length, 3 + 4 + 4);
  assertStringIncludes(
    layout.meta.description,
    "ICU beds usable [beds]: lowest Plan as written 395 beds",
  );
});

Deno.test("staffFigure() shows clinics alone, under their own title, where staff are not modelled", () => {
  const bands = set.bands.filter(({ measure }) => measure !== "staff_absent");
  const { layout } = staffFigure({ ...set, bands });
  assertEquals(layout.title.text, "Physicians of ordinary clinics");
  assertEquals(titlesOf("en", { ...set, bands }), ["Clinic physicians, tier 3 (7-day mean)"]);
});
