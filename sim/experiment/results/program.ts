/**
 * Which program made a result: its version, a digest of the model's sources, and the version of Deno.
 *
 * A version alone would let a reader who changes the model get the results of before back from the
 * store; so the sources of the doors that decide a replication are part of the key, and the versions
 * of the packages that they import.
 */
import { createHash } from "node:crypto";
import { VERSION } from "./version.ts";

/** Doors whose sources decide what a replication gives. */
const DOORS = ["domain", "engine", "network", "scenario"];
/** Files of this door that decide it too. */
const FILES = ["experiment/reference.ts", "experiment/workers/worker.ts"];
const SIM = new URL("../../", import.meta.url);

function* sourcesIn(folder: URL): Generator<URL> {
  const entries = [...Deno.readDirSync(folder)].sort((a, b) => a.name < b.name ? -1 : 1);
  for (const { name, isDirectory } of entries) {
    if (isDirectory) yield* sourcesIn(new URL(`${name}/`, folder));
    else if (name.endsWith(".ts")) yield new URL(name, folder);
  }
}

function digest(): string {
  const hash = createHash("sha256");
  for (const door of DOORS) {
    for (const source of sourcesIn(new URL(`${door}/`, SIM))) {
      hash.update(source.href.slice(SIM.href.length)).update("\0");
      hash.update(Deno.readFileSync(source)).update("\0");
    }
  }
  for (const file of FILES) hash.update(Deno.readFileSync(new URL(file, SIM))).update("\0");
  const { imports } = JSON.parse(Deno.readTextFileSync(new URL("../deno.json", SIM)));
  return hash.update(JSON.stringify(imports)).digest("hex").slice(0, 12);
}

let known: string | undefined;

/**
 * Digest of the model's sources with the version of Deno, e.g. `3fa2b1c09d7e deno 2.9.6`.
 *
 * Needs permission to read the program's own folder; where the program does not lie on a disk, or may
 * not be read, it is `unread` and the version alone tells programs apart.
 *
 * @returns Text; equal texts of one version mean equal results.
 *
 * @example Twice the same
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { sourcesOf } from "./mod.ts";
 * assertEquals(sourcesOf(), sourcesOf());
 * ```
 */
export function sourcesOf(): string {
  if (known !== undefined) return known;
  let sources = "unread";
  try {
    if (SIM.protocol === "file:") sources = digest();
  } catch (error) {
    if (!(error instanceof Deno.errors.NotCapable)) throw error;
  }
  return known = `${sources} deno ${Deno.version.deno}`;
}

/**
 * Key of the program in the store: version, sources, Deno.
 *
 * @returns Text, e.g. `0.4.0 3fa2b1c09d7e deno 2.9.6`.
 *
 * @example It begins with the version
 * ```ts
 * import { assert } from "@std/assert";
 * import { programKey, VERSION } from "./mod.ts";
 * assert(programKey().startsWith(`${VERSION} `));
 * ```
 */
export function programKey(): string {
  return `${VERSION} ${sourcesOf()}`;
}
