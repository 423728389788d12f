import { assertEquals, assertThrows } from "@std/assert";
import { USAGE, wantedOf } from "../../bench/_options.ts";
import { requestOf } from "../../bench/peers.ts";

Deno.test("wantedOf() measures what is named, everything when nothing is", () => {
  const none = {
    engine: false,
    city: false,
    parts: false,
    log: false,
    experiment: false,
    json: false,
  };
  const all = { engine: true, city: true, parts: true, log: true, experiment: true, json: false };
  assertEquals(wantedOf([]), all);
  assertEquals(wantedOf(["--json"]), { ...all, json: true });
  assertEquals(wantedOf(["--experiment"]), { ...none, experiment: true });
  assertEquals(wantedOf(["--parts", "--log"]), { ...none, parts: true, log: true });
  assertEquals(wantedOf(["--city", "--engine"]), { ...none, city: true, engine: true });
});

Deno.test("wantedOf() and requestOf() refuse an unknown option and name the nearest", () => {
  assertThrows(
    () => wantedOf(["--experimant"]),
    RangeError,
    "Cannot measure: Unknown option '--experimant'; nearest is \"--experiment\"",
  );
  assertThrows(() => wantedOf(["city"]), RangeError, "Cannot measure: Unexpected argument 'city'");
  assertThrows(
    () => requestOf(["--scal", "2"]),
    RangeError,
    "Cannot compare: Unknown option '--scal'; nearest is \"--scale\"",
  );
});

/** Exit code and first lines of a program of the bench, run as its task runs it. */
async function run(program: string, ...args: string[]): Promise<[number, string, string]> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", `tests/bench/${program}.ts`, ...args],
    env: { NO_COLOR: "1" },
  }).output();
  const [out, error] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  return [code, out, error];
}

Deno.test("the bench says how it is called", async () => {
  assertEquals(await run("bench", "--help"), [0, `${USAGE}\n`, ""]);
  assertEquals(await run("bench", "--cities"), [
    2,
    "",
    `Cannot measure: Unknown option '--cities'; nearest is "--city"\n${USAGE}\n`,
  ]);
});

Deno.test("the bench of one model refuses what it does not know", async () => {
  const [code, out] = await run("peer", "--help");
  assertEquals([code, out.startsWith("Usage: deno task bench:peer MODEL N SEED, with MODEL")], [
    0,
    true,
  ]);
  const [refused, , error] = await run("peer", "mm1", "1000", "1", "2");
  assertEquals(refused, 2);
  assertEquals(error.startsWith("Cannot run a model as it takes MODEL N SEED and no more"), true);
  assertEquals(error.endsWith('current arguments are "mm1 1000 1 2"\n'), true);
});
