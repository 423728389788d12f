/** The two configurations, the tasks' permissions, the scenarios. */
import { assert, assertEquals } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { loadScenario } from "../../sim/scenario/mod.ts";
import { codeOf, filesUnder, PROJECT } from "./tree.ts";
import { importGaps, looseTasks } from "./project.ts";

// deno-lint-ignore no-explicit-any
const json = (path: string): any => JSON.parse(Deno.readTextFileSync(new URL(path, PROJECT)));

Deno.test("importGaps() names what the notebooks' list lacks, changes or adds", () => {
  const root = { zod: "npm:zod@4", yaml: "npm:yaml@2" };
  assertEquals(importGaps(root, { zod: "npm:zod@3", extra: "npm:extra@1" }, []), [
    "zod is npm:zod@4, in the notebooks npm:zod@3",
    "yaml is npm:yaml@2, in the notebooks undefined",
    "extra is in the notebooks alone",
  ]);
});

Deno.test("the notebooks import what the project imports, and five things more", () => {
  const own = [
    "danfojs",
    "fast-png",
    "gridcare/",
    "jsdom",
    "svg-path-properties",
  ];
  const [root, notebooks] = [json("deno.json"), json("notebooks/deno.json")];
  assertEquals(importGaps(root.imports, notebooks.imports, own), []);
  assertEquals(notebooks.compilerOptions, root.compilerOptions);
  assertEquals(notebooks.lint, root.lint);
});

Deno.test("looseTasks() names a program with more than it needs", () => {
  const tasks = { sim: "deno run -A sim/cli/main.ts", other: "deno run --allow-net x.ts" };
  assertEquals(looseTasks(tasks, { sim: [] }), [
    'task "sim" has -A: expected none',
    'task "other" is not in the table of permissions',
  ]);
});

Deno.test("each task has the permissions it needs and no more", () => {
  // Names that the libraries for YAML, distributions and arguments look for.
  const names = "CLICOLOR_FORCE,DEBUG,DEBUG_COLORS,DEBUG_HIDE_DATE,FORCE_COLOR,LOG_STREAM," +
    "LOG_TOKENS,NO_COLOR";
  const env = `--allow-env=${names}`;
  const anywhere = ["--no-prompt", "--allow-read", "--allow-write", env];
  assertEquals(
    looseTasks(json("deno.json").tasks, {
      compare: ["--no-prompt", "--allow-read", "--allow-write=results", env],
      sim: anywhere, // reads and writes where it is told to
      proof: [ // starts the command line, kills it and reads what it left
        "--no-prompt",
        "--allow-read",
        "--allow-write=results",
        "--allow-run",
        "--allow-env=DEBUG,DEBUG_COLORS,DEBUG_HIDE_DATE,LOG_STREAM,LOG_TOKENS",
      ],
      validate: [ // copies the project into results/, plants a fault there and starts Deno
        "--no-prompt",
        "--allow-read",
        "--allow-write=results,tests/validation",
        "--allow-run",
        "--allow-env=DEBUG,DEBUG_COLORS,DEBUG_HIDE_DATE,LOG_STREAM,LOG_TOKENS",
      ],
      clauses: [ // runs scenarios of its own, copies the project into results/ and starts Deno
        "--no-prompt",
        "--allow-read",
        "--allow-write=results,tests/clauses",
        "--allow-run",
        "--allow-env=DEBUG,DEBUG_COLORS,DEBUG_HIDE_DATE,LOG_STREAM,LOG_TOKENS",
      ],
      bench: ["-A"], // starts other simulators and reads their memory
      "bench:peer": [
        "--no-prompt",
        "--allow-env=DEBUG,DEBUG_COLORS,DEBUG_HIDE_DATE,LOG_STREAM,LOG_TOKENS",
        "--allow-read",
      ],
      city: [
        "--no-prompt",
        "--allow-read=data,sim",
        "--allow-write=data/beijing,data/beijing_2020,data/county,data/shanghai_2022",
      ],
      clinical: ["--no-prompt", "--allow-read=data,sim", "--allow-write=data/clinical"],
      test: ["-A"], // starts Deno, Chromium and kernels
      notebooks: ["-A"], // as the kernel has them
      lab: ["--allow-read", "--allow-write=.venv", "--allow-run"],
      fmt: [],
    }),
    [],
  );
});

// Planted: `new URL("../../", import.meta.url).pathname` in a test: red; in "my folder" it is "my%20folder".
Deno.test("files are found by fromFileUrl(), also in a folder with a space", () => {
  const files = ["sim/", "tests/", "notebooks/"].flatMap((folder) => filesUnder(folder, [".ts"]));
  // Layers are found from addresses that no file has.
  const found = files.filter(({ path, text }) =>
    path !== "tests/style/layers.ts" && codeOf(text).includes("." + "pathname")
  );
  assertEquals(found.map(({ path }) => path), []);
});

for (const { path } of filesUnder("scenarios/", [".yaml"])) {
  if (/^scenarios\/(rules|parts)\//.test(path)) continue;
  Deno.test(`${path} loads`, async () => {
    const scenario = await loadScenario(fromFileUrl(new URL(path, PROJECT)));
    assertEquals(scenario.name, path.slice("scenarios/".length, -".yaml".length));
  });
}

Deno.test("each door that the project exports can be imported by name", async () => {
  const { name, exports } = json("deno.json");
  for (const door of Object.keys(exports)) {
    const names = Object.keys(await import(name + door.slice(1)));
    assert(names.length > 0, `${door} exports nothing`);
  }
});
