/** Several writers of one result folder, and what killed ones leave behind. */
import { assert, assertEquals, assertThrows } from "@std/assert";
import { fromFileUrl, join } from "@std/path";
import type { ResultSet } from "../../../../sim/experiment/results/mod.ts";
import {
  plainResultSet,
  readManifest,
  readResultFolder,
  TINY_RESULT_SET,
  writeResultFolder,
} from "../../../../sim/report/tables/mod.ts";
import { inTemporaryFolder, namesIn } from "../../../support/temporary_folder.ts";

const WRITER = fromFileUrl(new URL("../../../support/result_writer.ts", import.meta.url));
const GRABBER = fromFileUrl(new URL("../../../support/place_grabber.ts", import.meta.url));
const DAY = 86_400_000;

/** The tiny set whose rows do something when they are asked for. */
function setThat(act: () => void): ResultSet {
  return {
    ...TINY_RESULT_SET,
    measures: {
      *[Symbol.iterator]() {
        act();
        yield* TINY_RESULT_SET.measures;
      },
    },
  };
}

// Planted fault seen: one name for the hidden folders of all writers: the outer one finds no such file.
Deno.test("writeResultFolder() is not disturbed by another writer of the folder, the later one stands", () => {
  inTemporaryFolder((folder) => {
    const target = join(folder, "result");
    const former = { ...TINY_RESULT_SET, pairs: [] };
    const inner = (): void =>
      writeResultFolder(former, target, { extra: { "method.md": "inner" } });
    writeResultFolder(setThat(inner), target, { extra: { "report.html": "outer" } });
    assertEquals(plainResultSet(readResultFolder(target)), TINY_RESULT_SET);
    assertEquals(namesIn(target).includes("method.md"), false);
    assertEquals(namesIn(folder), ["result"]);
  });
});

// Planted fault seen: one name for the hidden folders of all writers: they find no such file.
Deno.test("writeResultFolder() of several processes leaves one result whole, and none fails", async () => {
  const folder = await Deno.makeTempDir({ prefix: "gridcare-" });
  try {
    const target = join(folder, "result");
    const seeds = ["1", "2", "3"];
    const ends = await Promise.all(
      seeds.map((seed) =>
        new Deno.Command(Deno.execPath(), {
          args: ["run", "-A", "--no-check", "--quiet", WRITER, target, seed, "60"],
        }).output()
      ),
    );
    const said = ends.map(({ stderr }) => new TextDecoder().decode(stderr));
    assertEquals(said, ["", "", ""]);
    assertEquals(ends.map(({ code }) => code), [0, 0, 0]);
    const { seed } = readManifest(target);
    assert(seeds.includes(seed));
    assertEquals(await Deno.readTextFile(join(target, "report.html")), seed);
    const { manifest } = TINY_RESULT_SET;
    const whole = { ...TINY_RESULT_SET, manifest: { ...manifest, seed } };
    assertEquals(plainResultSet(readResultFolder(target)), whole);
    assertEquals(namesIn(folder), ["result"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

// The other process puts a folder there whenever nothing stands there: between the two renames. Planted
// fault seen: a lost race not run again: "Directory not empty".
Deno.test("writeResultFolder() takes a place again that another one took from it", async () => {
  const folder = await Deno.makeTempDir({ prefix: "gridcare-" });
  const target = join(folder, "result");
  writeResultFolder(TINY_RESULT_SET, target);
  const grabber = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--quiet", GRABBER, target],
  }).spawn();
  let ended = false;
  const end = grabber.status.finally(() => ended = true);
  try {
    while (!ended) {
      writeResultFolder(TINY_RESULT_SET, target);
      await new Promise((go) => setTimeout(go));
    }
    assert((await end).success, "the place was never taken");
    writeResultFolder(TINY_RESULT_SET, target);
    assertEquals(plainResultSet(readResultFolder(target)), TINY_RESULT_SET);
    assertEquals(namesIn(folder), ["result"]);
  } finally {
    await end;
    await Deno.remove(folder, { recursive: true });
  }
});

// Planted fault seen: all hidden folders cleared, whatever their age: those of writers at work go too.
Deno.test("writeResultFolder() clears what killed writers left a day ago, and nothing younger", () => {
  inTemporaryFolder((folder) => {
    const leave = (name: string, { age, inside = age }: { age: number; inside?: number }): void => {
      const path = join(folder, name);
      const file = join(path, "new", "measures.csv");
      Deno.mkdirSync(join(path, "new"), { recursive: true });
      Deno.writeTextFileSync(file, "");
      Deno.utimeSync(file, new Date(Date.now() - inside), new Date(Date.now() - inside));
      for (const one of [join(path, "new"), path]) {
        Deno.utimeSync(one, new Date(Date.now() - age), new Date(Date.now() - age));
      }
    };
    const others = [
      ".other.gridcare-partial-1-0",
      ".result.gridcare-partial-1-1",
      ".result.gridcare-partial-1-2",
    ];
    leave(others[0], { age: 2 * DAY });
    leave(others[1], { age: DAY / 2 });
    // Begun two days ago, and still growing.
    leave(others[2], { age: 2 * DAY, inside: 0 });
    const old = `.result.gridcare-partial-${Deno.pid}-0`;
    for (let time = 0; time < 2; time++) {
      leave(old, { age: 2 * DAY });
      writeResultFolder(TINY_RESULT_SET, join(folder, "result"));
      assertEquals(namesIn(folder), [...others, "result"]);
    }
    // Where nothing stands it is kept until there is something: it may hold the only results.
    Deno.removeSync(join(folder, "result"), { recursive: true });
    leave(old, { age: 2 * DAY });
    const broken = setThat(() => {
      throw new RangeError("Cannot read a replication");
    });
    assertThrows(() => writeResultFolder(broken, join(folder, "result")), RangeError);
    assertEquals(namesIn(folder), [...others, old].sort());
  });
});
