import { assertEquals } from "@std/assert";
import { layerBreaches, librariesSpread, specifiersOf } from "./layers.ts";
import { filesUnder } from "./tree.ts";

const planted = (path: string, ...imports: string[]) => ({
  path,
  text: imports.map((to) => `import { x } from "${to}";\n`).join(""),
});

Deno.test("layerBreaches() names an import of a door above", () => {
  assertEquals(layerBreaches([planted("sim/engine/kernel/a.ts", "../../domain/mod.ts")]), [
    "sim/engine/kernel/a.ts imports sim/domain/mod.ts, which is not below it",
  ]);
});

Deno.test("layerBreaches() names an import of a room above", () => {
  assertEquals(layerBreaches([planted("sim/domain/terms/a.ts", "../policy/mod.ts")]), [
    "sim/domain/terms/a.ts imports sim/domain/policy/mod.ts, which is a room that does not stand below it",
  ]);
});

Deno.test("layerBreaches() names an import past mod.ts", () => {
  assertEquals(layerBreaches([planted("sim/cli/a.ts", "../engine/kernel/calendar.ts")]), [
    "sim/cli/a.ts imports sim/engine/kernel/calendar.ts, which is not the mod.ts of its folder",
  ]);
});

Deno.test("layerBreaches() names an import from the tests", () => {
  assertEquals(layerBreaches([planted("sim/cli/a.ts", "../../tests/support/mod.ts")]), [
    "sim/cli/a.ts imports tests/support/mod.ts, which is outside sim/",
  ]);
});

Deno.test("layerBreaches() names a cycle", () => {
  const files = [planted("sim/cli/a.ts", "./b.ts"), planted("sim/cli/b.ts", "./a.ts")];
  assertEquals(layerBreaches(files), ["cycle: sim/cli/a.ts > sim/cli/b.ts > sim/cli/a.ts"]);
});

Deno.test("specifiersOf() reads lists over lines, workers and late imports, not comments", () => {
  const text = `import {\n  a,\n} from "./a.ts";\nexport { b } from "./b.ts";\n` +
    `const c = new URL("./c.ts", import.meta.url);\nawait import("./d.ts");\n` +
    ` * import { e } from "./e.ts";\n`;
  assertEquals(specifiersOf({ path: "x.ts", text }), ["./a.ts", "./b.ts", "./d.ts", "./c.ts"]);
});

Deno.test("librariesSpread() names a library that two folders import", () => {
  const files = [planted("sim/a/x.ts", "zod"), planted("sim/b/y.ts", "zod", "@std/csv")];
  assertEquals(librariesSpread(files), ["zod is imported in sim/a/, sim/b/"]);
});

Deno.test("the layers of sim/ hold", () => {
  assertEquals(layerBreaches(filesUnder("sim/", [".ts"])), []);
});

Deno.test("each library is imported in one folder", () => {
  assertEquals(librariesSpread(filesUnder("sim/", [".ts"])), []);
  assertEquals(librariesSpread(filesUnder("notebooks/toolkit/", [".ts"])), []);
});
