import { assertEquals } from "@std/assert";
import { judge } from "../_case.ts";
import { cases as clinic } from "./clinic.ts";
import { cases as uniforms } from "./uniforms.ts";
import { cases as variates } from "./variates.ts";

for (const { name, run } of [...uniforms, ...variates, ...clinic]) {
  Deno.test(`random: ${name}`, () => {
    const red = judge(run("fast")).filter(({ holds }) => !holds);
    assertEquals(red, []);
  });
}
