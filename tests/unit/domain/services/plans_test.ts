import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { openShare } from "../../../../sim/domain/services/mod.ts";
import { COUNTED_LINES, familyOf, LINES, lineTitle } from "../../../../sim/domain/terms/mod.ts";

Deno.test("openShare() falls at once and grows by the week", () => {
  const after = (days: number) => openShare(0.4, 1, { days, perWeek: 0.2 });
  assertEquals(openShare(0.9, 0.5, { days: 0, perWeek: 0.2 }), 0.5);
  assertAlmostEquals(after(7), 0.6);
  assertEquals(after(21), 1);
  assertEquals(after(300), 1);
  assertEquals(openShare(0.4, 1, { days: 0, perWeek: 0 }), 1);
});

Deno.test("every line has a family and a title in both languages", () => {
  assertEquals(new Set(LINES.map((line) => lineTitle(line, "en"))).size, LINES.length);
  assert(LINES.every((line) => /[\u4e00-\u9fff]/.test(lineTitle(line, "zh"))));
  assertEquals(familyOf("inpatient_urgent"), "inpatient_urgent");
  assert(COUNTED_LINES.every((line) => familyOf(line) !== "course"));
});
