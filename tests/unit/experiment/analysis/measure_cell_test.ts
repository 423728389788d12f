import { assertEquals, assertThrows } from "@std/assert";
import {
  formatMeasureCell,
  measureCellProblems,
  parseMeasureCell,
} from "../../../../sim/experiment/mod.ts";

Deno.test("parseMeasureCell() and formatMeasureCell() are inverses", () => {
  for (const text of ["deaths", "bed_occupancy_peak[ward=icu]", "referrals[tier=2,colour=red]"]) {
    assertEquals(formatMeasureCell(parseMeasureCell(text)), text);
  }
  assertEquals(parseMeasureCell(" deaths [ colour = red ] "), {
    measure: "deaths",
    groups: { colour: "red" },
  });
});

Deno.test("parseMeasureCell() refuses what is not written so", () => {
  for (const text of ["", "deaths[", "deaths[colour]", "deaths 5", "deaths[a=1,a=2]"]) {
    assertThrows(() => parseMeasureCell(text), SyntaxError, `Cannot read measure "${text}"`);
  }
});

Deno.test("measureCellProblems() names unknown measures and groups", () => {
  assertEquals(measureCellProblems({ measure: "deaths", groups: { colour: "red" } }), []);
  assertEquals(measureCellProblems({ measure: "deats", groups: {} }), [
    'the measure must be in the catalogue: current measure is "deats"; nearest is "deaths"',
  ]);
  assertEquals(measureCellProblems({ measure: "deaths", groups: { line: "x" } }).length, 1);
});
