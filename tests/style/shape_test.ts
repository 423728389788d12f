import { assertEquals } from "@std/assert";
import { clockReadings, namelessExports, sizeBreaches, unseededDraws } from "./shape.ts";
import { filesUnder } from "./tree.ts";

const file = (text: string, path = "sim/engine/x.ts") => ({ path, text });
const sim = filesUnder("sim/", [".ts"]);
const toolkit = filesUnder("notebooks/toolkit/", [".ts"]);
const tests = filesUnder("tests/", [".ts"]);

Deno.test("namelessExports() names default exports and export *", () => {
  assertEquals(namelessExports([file("export default 1;\nexport * from './a.ts';\n")]), [
    "sim/engine/x.ts has a default export",
    "sim/engine/x.ts exports *",
  ]);
});

Deno.test("sizeBreaches() names a file of 301 lines and a median over 110", () => {
  assertEquals(sizeBreaches([file("x\n".repeat(301))]), [
    "sim/engine/x.ts has 301 lines: expected at most 300",
    "the median file has 301 lines: expected at most 110",
  ]);
});

Deno.test("clockReadings() names a reading, not one in a comment, nor one of the command line", () => {
  const code = "// Date.now()\nconst t = Date.now();\n/* new Date() */ const d = new Date(0);\n";
  assertEquals(clockReadings([file(code), file(code, "sim/cli/x.ts")]), [
    "sim/engine/x.ts:2 reads the clock: const t = Date.now();",
  ]);
});

Deno.test("unseededDraws() names Math.random", () => {
  assertEquals(unseededDraws([file("const u = Math.random();")]), [
    "sim/engine/x.ts:1 draws without a seed: const u = Math.random();",
  ]);
});

Deno.test("all exports have names", () => {
  assertEquals(namelessExports([...sim, ...toolkit, ...tests]), []);
});

Deno.test("files are short", () => {
  assertEquals([...sizeBreaches(sim), ...sizeBreaches(toolkit), ...sizeBreaches(tests)], []);
});

Deno.test("only the command line reads the clock", () => {
  assertEquals(clockReadings(sim), []);
});

Deno.test("every draw has a seed", () => {
  assertEquals(unseededDraws(sim), []);
});
