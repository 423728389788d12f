/** How texts of figures are broken into lines. */
import { assertEquals } from "@std/assert";
import { wrapped } from "../../../../sim/report/figures/_theme.ts";

Deno.test("wrapped() breaks English between words, with a Chinese term in it too", () => {
  assertEquals(
    wrapped("to the designated hospital (定点医院)", 20),
    [
      "to the designated",
      "hospital (定点医院)",
    ].join("<br>"),
  );
});

// Planted: signs taken one by one: a line begins with a comma, and "Student" is torn.
Deno.test("wrapped() tears no word and no number in Chinese, and begins no line with a mark", () => {
  const text = "色带为均值的95%置信区间（Student t），仅重复间误差。";
  for (let width = 18; width < 60; width++) {
    const lines = wrapped(text, width).split("<br>");
    assertEquals(lines.some((line) => /^[，。；：、）”》]/.test(line)), false);
    assertEquals(lines.filter((line) => line.includes("Student")).length, 1);
    assertEquals(lines.filter((line) => line.includes("95%")).length, 1);
    assertEquals(lines.join("").replaceAll(" ", ""), text.replaceAll(" ", ""));
  }
});

Deno.test("wrapped() escapes what Plotly would read as markup", () => {
  assertEquals(wrapped("<b> %{x}", 20), "&lt;b&gt; % {x}");
});
