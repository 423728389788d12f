/** `export` as a user calls it, with the permissions of the task. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "@std/path";
import { inOwnFolder, LOG_ROWS, writeLogged } from "../../support/logged_folder.ts";
import { runSim, startSim } from "../../support/sim_command.ts";
import { namesIn } from "../../support/temporary_folder.ts";

Deno.test("sim export --help explains itself, every format too", async () => {
  const { code, stdout, stderr } = await runSim("export", "--help");
  assertEquals([code, stderr], [0, ""]);
  assertStringIncludes(stdout, "Usage: sim export");
  for (const format of ["parquet", "excel", "xes", "ocel", "geojson"]) {
    assertMatch(stdout, new RegExp(`^ {2}${format} {2,}\\w`, "m"));
  }
});

// Planted: the order of the command line instead of that of the formats: red.
Deno.test("sim export writes beside the result folder and says what it wrote", async () => {
  await inOwnFolder(async (folder) => {
    const results = writeLogged(join(folder, "my results"));
    const { code, stdout, stderr } = await runSim("export", results, "--as", "geojson", "xes");
    assertEquals(code, 0, stderr);
    const out = `${results}_export`;
    assertEquals(namesIn(out), [
      "events_plan.xes",
      "grids_no_tiers.geojson",
      "grids_plan.geojson",
    ]);
    const lines = stdout.trimEnd().split("\n");
    assertEquals(lines.map((line) => line.replace(/ {2}[\d.]+ kB$/, "")), [
      join(out, "events_plan.xes"),
      join(out, "grids_plan.geojson"),
      join(out, "grids_no_tiers.geojson"),
    ]);
    assertMatch(stderr, /^Exporting .* 0 %/);
  });
});

Deno.test("sim export refuses files that are there, until --replace", async () => {
  await inOwnFolder(async (folder) => {
    const results = writeLogged(join(folder, "r"));
    const out = join(folder, "out");
    const args = ["export", `${results}/`, "--as", "geojson", "--out", out];
    assertEquals((await runSim(...args)).code, 0);
    const again = await runSim(...args);
    assertEquals([again.code, again.stdout], [2, ""]);
    assertStringIncludes(again.stderr, "already there is");
    assertEquals((await runSim(...args, "--replace")).code, 0);
    assertEquals(namesIn(folder), ["out", "r"]);
  });
});

for (
  const [args, message] of [
    [["export", "--as", "excel"], "error: missing required argument 'folder'"],
    [["export", "nofolder"], "error: required option '--as <format...>' not specified"],
    [["export", "nofolder", "--as", "csv"], "error: option '--as <format...>' argument 'csv' is"],
    [
      ["export", "nofolder", "--as", "excel"],
      'Cannot read result folder "nofolder" as it must hold a manifest.json: there is none',
    ],
  ] as const
) {
  Deno.test(`sim ${args.join(" ")} is bad input`, async () => {
    const { code, stdout, stderr } = await runSim(...args);
    assertEquals([code, stdout], [2, ""]);
    assertStringIncludes(stderr, message);
    assert(!stderr.includes("    at "), "a user needs no stack");
  });
}

Deno.test("sim export names file, line, rule and value of a damaged log, and writes nothing", async () => {
  await inOwnFolder(async (folder) => {
    const results = writeLogged(join(folder, "r"), [...LOG_ROWS, "0,g1-7,pink"]);
    const { code, stderr } = await runSim("export", results, "--as", "excel", "ocel");
    assertEquals(code, 2);
    assertStringIncludes(
      stderr,
      `Cannot read "${results}/events_plan.csv" as each row must have 12 cells: current line 12 has 3`,
    );
    assertEquals(namesIn(folder), ["r"]);
  });
});

// Planted: the whole log written without a turn for signals: it ends with 0, red.
Deno.test({
  name: "sim export ends with 130 when interrupted, and leaves nothing",
  ignore: Deno.build.os === "windows",
  fn: () =>
    inOwnFolder(async (folder) => {
      const rows = Array.from(
        { length: 400_000 },
        (_, i) => `0,g1-${i},red,step,refused,${i},,,,g1,,0`,
      );
      const results = writeLogged(join(folder, "r"), rows);
      const process = startSim(["export", results, "--as", "ocel", "xes"]);
      const hidden = () => {
        try {
          return namesIn(`${results}_export`).length > 0;
        } catch {
          return false;
        }
      };
      while (!hidden()) await new Promise((resolve) => setTimeout(resolve, 5));
      process.kill("SIGINT");
      const { code, stderr } = await process.output();
      assertEquals(code, 130);
      assertStringIncludes(new TextDecoder().decode(stderr), "Interrupted: nothing was exported");
      assertEquals(namesIn(folder), ["r"]);
    }),
});
