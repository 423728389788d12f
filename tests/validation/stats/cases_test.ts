import { assertEquals } from "@std/assert";
import { judge } from "../_case.ts";
import { cases as coverage } from "./coverage.ts";
import { cases as selection } from "./selection.ts";
import { cases as steadyState } from "./steady_state.ts";

for (const { name, run } of [...coverage, ...selection, ...steadyState]) {
  Deno.test(`statistics: ${name}`, () => {
    const red = judge(run("fast")).filter(({ holds }) => !holds);
    assertEquals(red, []);
  });
}
