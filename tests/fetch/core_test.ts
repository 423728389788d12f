/** What a newcomer downloads before the first result. */
import { assert, assertEquals } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { folderSize } from "../support/folder_size.ts";

const PROJECT = fromFileUrl(new URL("../../", import.meta.url));
const LIMIT = 40e6;

/** Runs a small experiment with nothing in the cache, and says what is in it afterwards. */
async function fetchedByRun(scenario: string): Promise<{ bytes: number; names: string[] }> {
  const [cache, results] = [await Deno.makeTempDir(), await Deno.makeTempDir()];
  try {
    const run = ["run", scenario, "--replications", "1", "--out", `${results}/small`];
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--quiet", "--frozen", "sim/cli/main.ts", ...run],
      cwd: PROJECT,
      env: { DENO_DIR: cache, NO_COLOR: "1" },
    }).output();
    assert(success, new TextDecoder().decode(stderr));
    const names: string[] = [];
    for await (const host of Deno.readDir(`${cache}/npm`)) {
      for await (const { name } of Deno.readDir(`${cache}/npm/${host.name}`)) names.push(name);
    }
    const bytes = await folderSize(`${cache}/npm`) + await folderSize(`${cache}/remote`);
    return { bytes, names };
  } finally {
    await Deno.remove(cache, { recursive: true });
    await Deno.remove(results, { recursive: true });
  }
}

Deno.test("folderSize() counts the bytes of nested files, and nothing where nothing is", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/a/b`, { recursive: true });
    await Deno.writeTextFile(`${folder}/a/b/c`, "12345");
    await Deno.writeTextFile(`${folder}/d`, "678");
    assertEquals(await folderSize(folder), 8);
    assertEquals(await folderSize(`${folder}/none`), 0);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a run fetches under 40 MB into an empty cache, and no danfojs", async () => {
  const { bytes, names } = await fetchedByRun("scenarios/training.yaml");
  console.log(`fetched ${(bytes / 1e6).toFixed(1)} MB: ${names.join(", ")}`);
  assert(names.includes("zod"), "Expected the run to fetch zod");
  assert(bytes < LIMIT, `Expected under ${LIMIT} B, found ${bytes} B`);
  assertEquals(names.filter((name) => /danfojs|jsdom|tensorflow|sparticuz/.test(name)), []);
});
