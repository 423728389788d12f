/** What a failing cell prints, in a kernel for real. */
import { assertEquals, assertRejects } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { RunningKernel } from "../../notebooks/toolkit/kernel.ts";
import { missingPackage, packageOf, printedError } from "../../notebooks/toolkit/plain_errors.ts";

const folder = fromFileUrl(new URL("../../notebooks/", import.meta.url));

Deno.test("printedError() leaves places out of errors worded for users alone", () => {
  const places = ["f (file:///a.ts:1:2)"];
  const printed = (error: Error) => printedError(error, places);
  assertEquals(printed(new RangeError("Cannot run: 2 problems\n  a\n  b")).split("\n").length, 3);
  assertEquals(printed(new TypeError("Cannot x as y must z")), "Cannot x as y must z");
  assertEquals(
    printed(new TypeError("Cannot read properties of undefined (reading 'x')")),
    "TypeError: Cannot read properties of undefined (reading 'x')\n    at f (file:///a.ts:1:2)",
  );
});

Deno.test("missingPackage() finds the name in what Deno says", () => {
  const command = (name: string) =>
    `Cannot use "${name}" as the package must be added first: run \`deno add npm:${name}\` ` +
    "in notebooks/";
  const said = 'Import "@a/b" not a dependency and not in import map from "file:///x.mts"';
  assertEquals(missingPackage(said), command("@a/b"));
  assertEquals(missingPackage('Could not find npm package "arquero" in cache'), command("arquero"));
  assertEquals(missingPackage('Module not found "file:///no.ts".'), undefined);
});

Deno.test("packageOf() names the command when an optional package cannot be had", async () => {
  assertEquals(await packageOf(() => Promise.resolve(7), "hucre"), 7);
  await assertRejects(
    () => packageOf(() => Promise.reject(new TypeError("no network")), "hucre"),
    RangeError,
    'Cannot use "hucre" as the package must be added first: run `deno add npm:hucre` in notebooks/',
  );
});

/** Runs cells and gives what the last one printed as its error. */
async function errorOf(...cells: string[]): Promise<unknown> {
  const kernel = await RunningKernel.start(folder);
  try {
    let last;
    for (const cell of cells) last = await kernel.execute(cell, 60_000);
    return last?.outputs.map(({ ename, traceback }) => [ename, traceback]);
  } finally {
    await kernel.stop();
  }
}

Deno.test("a cell prints one line for a wrong name, and for a package that is not there", async () => {
  const load = `import { frameOf, openScenario } from "./toolkit/mod.ts";`;
  assertEquals(await errorOf(load, `await openScenario("trainig")`), [[
    "RangeError",
    ['Cannot open scenario "trainig" as scenarios/ must hold trainig.yaml: nearest is "training"'],
  ]]);
  assertEquals(await errorOf(load, `import { table } from "arquero";`), [[
    "TypeError",
    ['Cannot use "arquero" as the package must be added first: run `deno add npm:arquero` in notebooks/'],
  ]]);
});
