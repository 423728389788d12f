import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { main } from "../../../sim/cli/main.ts";

const ROOT = fromFileUrl(new URL("../../../", import.meta.url));
const FILES = ["scenarios/training.yaml", "scenarios/training_no_tiers.yaml"];

/** Runs a command with what it prints caught. */
async function said(...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const { log, error } = console;
  console.log = console.error = (...words: unknown[]) => lines.push(words.join(" "));
  try {
    return { code: await main(args), text: lines.join("\n") };
  } finally {
    console.log = log;
    console.error = error;
  }
}

async function inFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("reproduce says identical, or what differs", () =>
  inFolder(async (folder) => {
    const [out, store] = [`${folder}/out`, `${folder}/store.sqlite`];
    const run = await said("run", FILES[0], "-n", "2", "-o", out, "--store", store);
    assertEquals(run.code, 0, run.text);
    const same = await said("reproduce", out);
    assertEquals(same.code, 0, same.text);
    assertStringIncludes(same.text, "Identical: every file");
    const file = `${out}/measures.csv`;
    const rows = (await Deno.readTextFile(file)).split("\r\n");
    rows[1] = rows[1].replace(/,\d+,,/, ",7,,");
    await Deno.writeTextFile(file, rows.join("\r\n"));
    const other = await said("reproduce", out);
    assertEquals(other.code, 1);
    assertStringIncludes(other.text, "measures.csv");
    const kept = await said("store", store);
    assertStringIncludes(kept.text, "(this one)");
    assertEquals(
      (await said("store", store, "--check")).text,
      "Sound: 4 replications read, each as it was written.",
    );
  }));

Deno.test("reproduce makes what compare joined again", () =>
  inFolder(async (folder) => {
    const store = ["--store", `${folder}/store.sqlite`];
    for (const [i, file] of FILES.entries()) {
      assertEquals((await said("run", file, "-n", "2", "-o", `${folder}/${i}`, ...store)).code, 0);
    }
    const joined = await said("compare", `${folder}/0`, `${folder}/1`, "-o", `${folder}/joined`);
    assertEquals(joined.code, 0, joined.text);
    const again = await said("reproduce", `${folder}/joined`);
    assertEquals(again.code, 0, again.text);
  }));

// The signal is given once a replication is in the store; what is there is not run again.
Deno.test("run --resume goes on after Ctrl-C, and only with scenarios as they were", () =>
  inFolder(async (folder) => {
    const scenario = `${folder}/mine.yaml`;
    const text = `extends: ${ROOT}scenarios/training.yaml\nwave: { scale: 0.5 }\n`;
    await Deno.writeTextFile(scenario, text);
    const [out, store] = [`${folder}/out`, `${folder}/store.sqlite`];
    const args = ["run", scenario, "-n", "30", "-w", "1", "-o", out, "--store", store];
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "sim/cli/main.ts", ...args],
      cwd: ROOT,
      stdout: "null",
      stderr: "piped",
    }).spawn();
    const errors = child.stderr.pipeThrough(new TextDecoderStream()).getReader();
    let heard = "";
    while (!/ [1-9]0 %/.test(heard)) heard += (await errors.read()).value ?? "";
    child.kill("SIGINT");
    for (let more = await errors.read(); !more.done; more = await errors.read()) {
      heard += more.value;
    }
    assertEquals((await child.status).code, 130);
    assertStringIncludes(heard, `Go on with: deno task sim run --resume --store ${store}`);

    await Deno.writeTextFile(scenario, text.replace("0.5", "0.4"));
    const changed = await said("run", "--resume", "--store", store);
    assertEquals(changed.code, 2);
    assertStringIncludes(changed.text, 'scenarios must be as they were: "mine" changed since');
    await Deno.writeTextFile(scenario, text);
    const mixed = await said("run", "--resume", scenario, "--store", store);
    assertEquals(mixed.code, 2);
    assertStringIncludes(mixed.text, "leave out scenario files and all options");

    const resumed = await said("run", "--resume", "--store", store);
    assertEquals(resumed.code, 0, resumed.text);
    assert(/[1-9]\d* replications of scenarios were in the store/.test(resumed.text), resumed.text);
    const done = await said("run", "--resume", "--store", store);
    assertEquals(done.code, 2);
    assertStringIncludes(done.text, "must hold an unfinished experiment: there is none");
  }));

Deno.test("run refuses options that contradict one another, all at once", async () => {
  const bad = await said("run", FILES[0], "-n", "3", "--until", "deaths 5 %", "--per-set", "2");
  assertEquals(bad.code, 2);
  assertStringIncludes(bad.text, "--per-set says something only together with --parameters");
  assertStringIncludes(bad.text, "--replications fixes the number that --until is to find");
  const alone = await said("run", FILES[0], "--at-most", "9");
  assertStringIncludes(alone.text, "--at-most says something only together with --until");
});

Deno.test("run refuses what no experiment can be, before anything is written", () =>
  inFolder(async (folder) => {
    const store = ["--store", `${folder}/store.sqlite`, "-o", `${folder}/out`];
    const refused = async (text: string, ...args: string[]) => {
      const { code, text: found } = await said("run", FILES[0], ...args, ...store);
      assertEquals(code, 2, found);
      assertStringIncludes(found, text);
    };
    await refused('nearest is "deaths"', "--until", "deths 5 %");
    await refused("difference", "--until", "difference deaths 5");
    await refused("finite and above 0", "--until", "deaths 0 %");
    await refused("all pairs need three scenarios", "--pairs");
    await refused("control characters", "--seed", "a\nb");
    const inside = await said(
      "run",
      FILES[0],
      "-o",
      folder + "/o",
      "--store",
      folder + "/o/s.sqlite",
    );
    assertEquals(inside.code, 2);
    assertStringIncludes(inside.text, "the store must lie outside the result folder");
    assertEquals((await said("run", "--resume", "--store", `${folder}/none.sqlite`)).code, 2);
    const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
    assertEquals(names.includes("out"), false);
  }));

Deno.test("store refuses what is no store", () =>
  inFolder(async (folder) => {
    const refused = async (path: string, text: string) => {
      const { code, text: found } = await said("store", path);
      assertEquals(code, 2, found);
      assertStringIncludes(found, text);
    };
    await refused(`${folder}/none.sqlite`, "there is no such file");
    await refused(folder, "it is a folder");
    await Deno.writeTextFile(`${folder}/text.sqlite`, "no database ".repeat(20));
    await refused(`${folder}/text.sqlite`, "Cannot open");
  }));
