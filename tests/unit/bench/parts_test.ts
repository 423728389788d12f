import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { partOfFile, partOfFrame, PARTS } from "../../bench/_parts.ts";
import { sharesOf } from "../../bench/parts.ts";

const SIM = new URL("../../../sim/", import.meta.url);

/** Source files under folders of `sim/`, but what is only handed on. */
function* sources(folder: string): Generator<string> {
  for (const entry of Deno.readDirSync(new URL(`${folder}/`, SIM))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* sources(path);
    else if (entry.name.endsWith(".ts") && entry.name !== "mod.ts") yield path;
  }
}

// Planted: "network/stock.ts" left out of its part: red.
Deno.test("every file of the network and of the engine is in one part, and no part names another", () => {
  const files = [...sources("network"), ...sources("engine")];
  assertEquals(files.filter((file) => partOfFile(file) === undefined), []);
  const names = Object.values(PARTS).flat();
  assertEquals(names.filter((name, i) => names.indexOf(name) !== i), []);
  const missing = names.filter((name) =>
    name.endsWith("/") ? !files.some((file) => file.startsWith(name)) : !files.includes(name)
  );
  assertEquals(missing, []);
});

Deno.test("a file belongs to the longest name that fits", () => {
  assertEquals(partOfFile("engine/resources/priority_queues.ts"), "referral and bed search");
  assertEquals(partOfFile("engine/resources/queue.ts"), "engine not used by the network");
  assertEquals(partOfFile("network/nowhere.ts"), undefined);
});

Deno.test("a sample of the profiler belongs to the part of its file, library or name", () => {
  assertEquals(partOfFrame("file:///some/where/sim/network/clinic.ts", "#seen"), "clinics");
  assertEquals(partOfFrame("file:///npm/lib-r-math.js/qgamma.mjs", "qgamma"), "draws and laws");
  assertEquals(partOfFrame("", "(garbage collector)"), "garbage collector");
  assertEquals(partOfFrame("ext:core/01_core.js", "op"), "other");
});

Deno.test("sharesOf() gives the share of the time, not of the samples, the largest first", () => {
  const frame = (id: number, file: string) => ({
    id,
    callFrame: { functionName: "f", url: file === "" ? "" : `file:///x/sim/network/${file}` },
  });
  const shares = sharesOf({
    nodes: [frame(1, "clinic.ts"), frame(2, "course.ts"), frame(3, "triage.ts"), frame(4, "")],
    samples: [1, 2, 3, 4],
    timeDeltas: [100, 500, 300, -5],
  });
  assertEquals(shares.map(([part]) => part), ["course", "clinics", "other"]);
  assertAlmostEquals(shares[0][1], 5 / 9, 1e-12);
  assert(Math.abs(shares.reduce((sum, [, share]) => sum + share, 0) - 1) < 1e-12);
});
